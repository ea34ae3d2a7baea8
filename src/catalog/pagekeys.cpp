// SPDX-License-Identifier: MIT
#include "catalog/pagekeys.h"

#include "catalog/episodestore.h"
#include "catalog/limits.h"

#include <QRegularExpression>

namespace catalog {

namespace {

QString unquoted(const QString& value) {
    const bool isQuoted = value.size() >= 2 && value.front() == value.back() &&
                          (value.front() == QLatin1Char('"') || value.front() == QLatin1Char('\''));
    return isQuoted ? value.mid(1, value.size() - 2) : value == QLatin1String("null") ? QString() : value;
}

QString textOfKey(const QString& lines, const char* key) {
    const QRegularExpression line(QStringLiteral("^[ \\t]*%1[ \\t]*[:=][ \\t]*(.*)$").arg(QLatin1String(key)),
                                  QRegularExpression::MultilineOption);
    return unquoted(line.match(lines).captured(1).trimmed());
}

QString readText(const QString& path) {
    const ReadResult read = readFile(path, limits::sitePageBytes);
    return QString::fromUtf8(read.bytes.data(), static_cast<qsizetype>(read.bytes.size()));
}

} // namespace

PageKeys::PageKeys(const QString& path)
    : m_text(readText(path)) {
    // The front matter ends at the second fence; a table header ends TOML's plain keys.
    const qsizetype fence = m_text.indexOf(QRegularExpression(QStringLiteral("\n(---|\\+\\+\\+)")), 3);
    if (fence > 0)
        m_text.truncate(fence);
    m_plain = m_text;
    const qsizetype table = m_text.indexOf(QRegularExpression(QStringLiteral("\n\\[[^\\]]+\\]\\s*\n")), 3);
    if (table > 0)
        m_plain.truncate(table);
}

PageKeys PageKeys::ofSettings(const QString& path) {
    PageKeys keys;
    keys.m_plain = keys.m_text = readText(path);
    return keys;
}

QString PageKeys::text(const char* key) const {
    const QRegularExpression line(QStringLiteral("^%1[ \\t]*[:=][ \\t]*(.*)$").arg(QLatin1String(key)),
                                  QRegularExpression::MultilineOption);
    return unquoted(line.match(m_plain).captured(1).trimmed());
}

QStringList PageKeys::list(const char* key) const {
    const QRegularExpression array(
        QStringLiteral("^%1[ \\t]*[:=]\\s*\\[([^\\]]*)\\]").arg(QLatin1String(key)),
        QRegularExpression::MultilineOption);
    QStringList items;
    const QStringList parts = array.match(m_plain).captured(1).split(QLatin1Char(','), Qt::SkipEmptyParts);
    for (const QString& item : parts)
        if (const QString plain = unquoted(item.trimmed()); !plain.isEmpty())
            items += plain;
    return items;
}

QString PageKeys::textIn(const char* table, const char* key) const {
    const QRegularExpression header(
        QStringLiteral("^[ \\t]*\\[%1\\][ \\t]*$").arg(QRegularExpression::escape(QLatin1String(table))),
        QRegularExpression::MultilineOption);
    const auto match = header.match(m_text);
    if (!match.hasMatch())
        return {};
    const qsizetype from = match.capturedEnd(0);
    const qsizetype next = m_text.indexOf(QRegularExpression(QStringLiteral("\n[ \\t]*\\[")), from);
    return textOfKey(next < 0 ? m_text.mid(from) : m_text.mid(from, next - from), key);
}

} // namespace catalog
