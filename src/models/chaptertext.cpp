// SPDX-License-Identifier: MIT
#include "models/chaptertext.h"

#include "catalog/chapteredit.h"
#include "catalog/chapterstyle.h"
#include "catalog/chaptertime.h"

#include <QMimeData>

namespace models {

using catalog::Chapter;
using catalog::Chapters;

namespace {

const QString noWord = QStringLiteral("no");

/// A cell holds neither tab nor line end.
QString cell(const QString& text) {
    return QString(text).replace(QLatin1Char('\t'), QLatin1Char(' ')).simplified();
}

QString rowOf(const Chapter& chapter) {
    return QStringList{catalog::chapterTimeText(chapter.start),
                       chapter.end ? catalog::chapterTimeText(*chapter.end) : QString(),
                       cell(chapter.title),
                       cell(chapter.url),
                       cell(chapter.image),
                       chapter.isInContents ? QStringLiteral("yes") : noWord,
                       cell(locationText(chapter.location))}
        .join(QLatin1Char('\t'));
}

std::optional<Chapter> chapterInRow(const QString& row) {
    const QStringList cells = row.split(QLatin1Char('\t'));
    const auto start = catalog::parseChapterTime(cells.value(0));
    if (!start || cells.size() < 2)
        return std::nullopt;
    Chapter chapter;
    chapter.start = *start;
    if (cells.size() == 2) {
        chapter.title = cells[1].trimmed();
        return chapter;
    }
    chapter.end = catalog::parseChapterTime(cells[1]);
    if (!chapter.end && !cells[1].trimmed().isEmpty())
        return std::nullopt;
    chapter.title = cells[2].trimmed();
    chapter.url = cells.value(3).trimmed();
    chapter.image = cells.value(4).trimmed();
    chapter.isInContents = cells.value(5).trimmed() != noWord;
    chapter.location = parseLocation(cells.value(6));
    return chapter;
}

std::optional<Chapters> chaptersInTable(const QString& text) {
    Chapters chapters;
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        if (line.trimmed().isEmpty())
            continue;
        const auto chapter = chapterInRow(QString(line).remove(QLatin1Char('\r')));
        if (!chapter)
            return std::nullopt;
        chapters.push_back(*chapter);
    }
    return chapters.empty() ? std::nullopt : std::optional(chapters);
}

/// An object with chapters, or their list alone.
std::optional<Chapters> chaptersInJson(const QString& text) {
    const std::string json = text.trimmed().toStdString();
    const bool isList = json.front() == '[';
    std::string wrapped = "{\"";
    wrapped.append(catalog::chaptersKey).append("\": ");
    wrapped.append(isList ? "{\"chapters\": " : "").append(json).append(isList ? "}" : "").append("}\n");
    const auto document = format::Document::parse(wrapped);
    if (!document)
        return std::nullopt;
    Chapters chapters = catalog::chaptersOf(*document);
    return chapters.empty() ? std::nullopt : std::optional(std::move(chapters));
}

} // namespace

QString locationText(const std::optional<catalog::ChapterLocation>& location) {
    if (!location)
        return {};
    QStringList parts{location->name, location->geo, location->osm};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" | "));
}

std::optional<catalog::ChapterLocation> parseLocation(const QString& text) {
    catalog::ChapterLocation location;
    QStringList words;
    for (const QString& part : text.split(QLatin1Char('|'))) {
        const QString word = part.trimmed();
        if (word.startsWith(QLatin1String("geo:")) && location.geo.isEmpty())
            location.geo = word;
        else if (!word.isEmpty() && !location.geo.isEmpty() && location.osm.isEmpty())
            location.osm = word;
        else if (!word.isEmpty())
            words += word;
    }
    location.name = words.join(QStringLiteral(" | "));
    return location == catalog::ChapterLocation() ? std::nullopt : std::optional(location);
}

QString chaptersAsTable(const Chapters& chapters) {
    QString table;
    for (const Chapter& chapter : chapters)
        table += rowOf(chapter) + QLatin1Char('\n');
    return table;
}

QByteArray chaptersAsJson(const Chapters& chapters) {
    const auto none = format::Document::parse("{}\n");
    const catalog::ChapterStyle style(*none, nullptr);
    std::string json;
    for (const Chapter& chapter : chapters)
        json += (json.empty() ? "" : ",") + style.json(chapter);
    const auto value = format::JsonValue::parse("{\"version\":\"1.2.0\",\"chapters\":[" + json + "]}");
    return QByteArray::fromStdString(format::printJson(*value, format::JsonStyle(), 0) + "\n");
}

std::optional<Chapters> chaptersInText(const QString& text) {
    const QString trimmed = text.trimmed();
    if (trimmed.startsWith(QLatin1Char('{')) || trimmed.startsWith(QLatin1Char('[')))
        return chaptersInJson(text);
    return chaptersInTable(text);
}

std::optional<Chapters> chaptersInMime(const QMimeData& data) {
    if (data.hasFormat(chaptersMimeType))
        return chaptersInText(QString::fromUtf8(data.data(chaptersMimeType)));
    return data.hasText() ? chaptersInText(data.text()) : std::nullopt;
}

} // namespace models
