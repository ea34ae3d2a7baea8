// SPDX-License-Identifier: MIT
#include "catalog/personpage.h"

#include "catalog/episodestore.h"
#include "catalog/facts.h"
#include "catalog/limits.h"
#include "catalog/values.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace catalog {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("PersonPage", text);
}

/// Values that YAML 1.1 or 1.2 would not read as the text that they are.
bool isPlainInYaml(const QString& value) {
    static const QRegularExpression special(
        QStringLiteral("^[-?:,\\[\\]{}#&*!|>'\"%@`=<~\\s]|:(\\s|$)|\\s#|\\s$|[\\x00-\\x1f\\x7f]"));
    static const QRegularExpression otherType(
        QStringLiteral(
            "^(true|false|yes|no|on|off|null|y|n|[-+.]?(inf|nan)|[-+.]?[0-9][-+0-9a-fxo_.,:tz ]*)$"),
        QRegularExpression::CaseInsensitiveOption);
    return !special.match(value).hasMatch() && !otherType.match(value).hasMatch();
}

/// In double quotes YAML and TOML escape alike.
QString inDoubleQuotes(const QString& value) {
    QString quoted;
    for (const QChar c : value) {
        if (c == QLatin1Char('"') || c == QLatin1Char('\\'))
            quoted += QLatin1Char('\\');
        if (c.unicode() < 0x20 || c.unicode() == 0x7f)
            quoted += QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
        else
            quoted += c;
    }
    return QLatin1Char('"') + quoted + QLatin1Char('"');
}

bool hasControls(const QString& value) {
    return std::any_of(value.begin(), value.end(),
                       [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
}

QString spelled(const PageStyle& style, const PageStyle::Key& key, const QString& value) {
    using Quotes = PageStyle::Quotes;
    if (value.isEmpty())
        return key.empty;
    if (hasControls(value) || key.quotes == Quotes::Double)
        return inDoubleQuotes(value);
    if (style.isToml) // whose single quotes know no escape
        return key.quotes == Quotes::Single && !value.contains(QLatin1Char('\''))
                   ? QLatin1Char('\'') + value + QLatin1Char('\'')
                   : inDoubleQuotes(value);
    if (key.quotes == Quotes::None && isPlainInYaml(value))
        return value;
    return QLatin1Char('\'') + QString(value).replace(QLatin1Char('\''), QLatin1String("''")) +
           QLatin1Char('\'');
}

} // namespace

QString PageStyle::suggested(const Key& key, const QString& id) const {
    return QString(key.usual).replace(QLatin1String("{id}"), id);
}

std::string pageText(const PageStyle& style, const QStringList& values) {
    const QString fence = style.isToml ? QStringLiteral("+++") : QStringLiteral("---");
    QString text = fence + style.lineEnd;
    for (std::size_t i = 0; i < style.keys.size(); ++i) {
        const PageStyle::Key& key = style.keys[i];
        const QString value = spelled(style, key, values.value(static_cast<qsizetype>(i)));
        QString line = key.name + style.separator + value;
        if (value.isEmpty()) // "bio:" and nothing behind it
            line = line.trimmed();
        text += line + style.lineEnd;
    }
    text += fence;
    if (style.hasFinalNewline)
        text += style.lineEnd;
    return text.toStdString();
}

QString whyNotPageId(const QString& id) {
    if (id.trimmed().isEmpty())
        return tr("An id is needed.");
    if (id.contains(QLatin1Char('/')) || id.contains(QLatin1Char('\\')))
        return tr("An id that is a file's name cannot contain a slash.");
    if (id.startsWith(QLatin1Char('.')) || id.startsWith(QLatin1Char('-')) || id != id.trimmed())
        return tr("An id cannot begin with a dot, a hyphen or a space, nor end with a space.");
    const bool isOdd = !id.isValidUtf16() || std::any_of(id.begin(), id.end(), [](QChar c) {
        return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
               c.category() == QChar::Separator_Line || c.category() == QChar::Separator_Paragraph;
    });
    if (isOdd)
        return tr("The id contains characters that cannot be seen.");
    if (id == QLatin1String("index") || id == QLatin1String("_index"))
        return tr("Pages of this name belong to the folder itself.");
    if (static_cast<std::size_t>(id.toUtf8().size()) > limits::fileNameBytes)
        return tr("The id is too long for a file's name.");
    if (!isSafeName(id))
        return tr(
            "An id that is a file's name begins with a letter from a to z or a digit; dots, hyphens and "
            "underscores may follow.");
    return {};
}

QString suggestedTitle(const Registry& registry, const PersonKey& key) {
    const QString word = key.isSponsor ? acronymOf(key.id) : QString();
    const QString base = word.isEmpty() ? key.id : key.id.chopped(word.size() + 1);
    if (!word.isEmpty()) {
        QStringList same; // the least id: the same answer every time
        for (const Sponsor& sponsor : registry.sponsors)
            if (!sponsor.title.isEmpty() && !acronymOf(sponsor.id).isEmpty() &&
                sponsor.id.section(QLatin1Char('-'), 0, -2) == base)
                same += sponsor.id;
        if (!same.isEmpty())
            return registry.sponsors.value(*std::min_element(same.begin(), same.end())).title;
    }
    static const QRegularExpression between(QStringLiteral("[-_.\\s]+"));
    // A sponsor's id begins with its address, whose last part nobody says.
    const QString spoken =
        key.isSponsor && base.contains(QLatin1Char('.')) ? base.section(QLatin1Char('.'), 0, -2) : base;
    QStringList words = spoken.split(between, Qt::SkipEmptyParts);
    for (QString& part : words)
        part.front() = part.front().toUpper();
    return words.join(QLatin1Char(' '));
}

QString pageFolder(const QString& contentFolder, const PersonKey& key) {
    return contentFolder + (key.isSponsor ? QLatin1String("/sponsors") : QLatin1String("/people"));
}

QString createPage(const QString& contentFolder, const PersonKey& key, const std::string& text) {
    if (QString why = whyNotPageId(key.id); !why.isEmpty())
        return why;
    const QString content = QFileInfo(contentFolder).canonicalFilePath();
    const QString folder = QFileInfo(pageFolder(contentFolder, key)).canonicalFilePath();
    if (content.isEmpty() || folder.isEmpty() || !QFileInfo(folder).isDir())
        return tr("The site has no folder for such pages.");
    if (!folder.startsWith(content + QLatin1Char('/')))
        return tr("The folder is a link that leads out of the site's content.");
    return createFile(folder + QLatin1Char('/') + key.id + QLatin1String(".md"), text);
}

} // namespace catalog
