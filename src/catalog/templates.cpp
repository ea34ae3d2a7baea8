// SPDX-License-Identifier: MIT
#include "catalog/templates.h"

#include "catalog/episodefiles.h"
#include "catalog/limits.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace catalog {

namespace {

const QString ending = QStringLiteral(".md");

QString templateText(const char* text) {
    return QCoreApplication::translate("Templates", text);
}

} // namespace

Template readTemplate(const QString& path) {
    const QString shown = QDir::toNativeSeparators(path);
    const ReadResult read = readFile(path, format::Document::maximumSize + 1);
    if (!read.error.isEmpty())
        return {nullptr, QStringLiteral("%1: %2").arg(shown, read.error)};
    auto document = format::Document::parse(read.bytes);
    if (document)
        return {std::make_shared<const format::Document>(std::move(document).value()), {}};
    const format::Position at = format::positionAt(read.bytes, document.error().offset);
    return {nullptr, templateText("%1: line %2, column %3: %4")
                         .arg(shown)
                         .arg(at.line)
                         .arg(at.column)
                         .arg(QString::fromStdString(document.error().message))};
}

Templates::Templates(QString folder)
    : m_folder(std::move(folder)) {}

QString Templates::userFolder() {
    const QString set = qEnvironmentVariable("XDG_DATA_HOME");
    // The standard: a relative path is to be ignored.
    const QString base = QDir::isAbsolutePath(set) ? set : QDir::homePath() + QLatin1String("/.local/share");
    return QDir::cleanPath(base) + QLatin1String("/episode-desk/templates");
}

QStringList Templates::names() const {
    QStringList names;
    for (const QFileInfo& file : QDir(m_folder).entryInfoList({QLatin1Char('*') + ending}, QDir::Files))
        names += file.completeBaseName();
    names.sort(Qt::CaseInsensitive);
    return names;
}

QString Templates::path(const QString& name) const {
    return m_folder + QLatin1Char('/') + name + ending;
}

bool Templates::contains(const QString& name) const {
    return whyNoName(name).isEmpty() && QFileInfo::exists(path(name));
}

QString Templates::whyNoName(const QString& name) {
    if (name.trimmed().isEmpty())
        return templateText("A template needs a name.");
    const bool isUnprintable =
        std::any_of(name.begin(), name.end(), [](QChar c) { return !c.isPrint() && !c.isSurrogate(); });
    if (name.startsWith(QLatin1Char('.')) || name.contains(QLatin1Char('/')) ||
        name.contains(QLatin1Char('\\')) || name.trimmed() != name || isUnprintable)
        return templateText("A template's name begins with no dot or space and has no slashes.");
    return static_cast<std::size_t>(name.toUtf8().size()) <= limits::fileNameBytes
               ? QString()
               : templateText("The name is too long.");
}

QString Templates::save(const QString& name, const std::string& text, bool replaces) const {
    if (QString why = whyNoName(name); !why.isEmpty())
        return why;
    if (!QDir().mkpath(m_folder))
        return templateText("%1 cannot be made.").arg(QDir::toNativeSeparators(m_folder));
    if (!replaces || !contains(name))
        return createFile(path(name), text);
    const ReadResult before = readFile(path(name), limits::comparedBytes);
    if (!before.error.isEmpty())
        return before.error;
    const SaveResult saved = saveFile({path(name), m_folder, text, before.bytes, true});
    return saved.isSaved() ? QString() : saved.message;
}

QString Templates::rename(const QString& name, const QString& to) const {
    if (QString why = whyNoName(to); !why.isEmpty())
        return why;
    const FileChange moved = moveFiles({{path(name), path(to)}});
    return moved.isDone() ? QString() : moved.message;
}

QString Templates::remove(const QString& name) const {
    return trashFile(path(name)).error;
}

} // namespace catalog
