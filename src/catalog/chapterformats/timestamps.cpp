// SPDX-License-Identifier: MIT
#include "catalog/chapterformats/timestamps.h"

#include "catalog/chapterformats/clock.h"
#include "catalog/chapterformats/limits.h"
#include "catalog/chapterformats/textlines.h"
#include "format/commonmark.h"
#include "format/linkitem.h"

#include <QRegularExpression>

namespace catalog {

namespace {

/// What a line says, and whether its time is in front.
struct TimedLine {
    qint64 start = 0;
    QString title;
    bool isTimeFirst = true;
};

#define TIME "((?:[0-9]{1,3}:)?[0-9]{1,3}:[0-9]{2}(?:[.,][0-9]{1,3})?)"
#define BULLETS                                                                                              \
    "\\A\\s*(?:(?:[-*+>#\u2022\u2023\u25AA\u25B6\u25BA\u25CF\u2013\u2014\u00B7]+|[0-9]{1,3}[.)])\\s+)?"

QRegularExpression expression(const char* pattern) {
    return QRegularExpression(QString::fromUtf8(pattern), QRegularExpression::UseUnicodePropertiesOption);
}

/// Signs that stand between a time and its title, and are no part of it.
bool isSeparator(QChar character) {
    return QStringView(u"-:|\u2013\u2014\u2022\u00B7\u2192").contains(character);
}

/// The title without signs and spaces in front of it; a sign that a word follows at once stays.
QString withoutSeparators(const QString& title) {
    qsizetype kept = 0;
    for (qsizetype at = 0; at < title.size();) {
        while (at < title.size() && title[at].isSpace())
            ++at;
        kept = at;
        while (at < title.size() && isSeparator(title[at]))
            ++at;
        if (at == kept || (at < title.size() && !title[at].isSpace()))
            break;
        kept = at;
    }
    return title.mid(kept).trimmed();
}

/// The same at the end.
QString withoutTrailingSeparators(QString title) {
    while (!title.isEmpty() && (title.back().isSpace() || isSeparator(title.back())))
        title.chop(1);
    return title;
}

std::optional<qint64> timeIn(const QRegularExpressionMatch& match) {
    return parseColonClock(match.captured(1).toStdString());
}

/// `0:00 - 1:30 Title` says the end too; it is what the next line says, and is left out.
QString withoutRange(const QString& rest, qint64 start) {
    static const QRegularExpression range =
        expression("\\A\\s*(?:-+>?|\u2013|\u2014|\u2192)\\s*[\\[(]?" TIME "[\\])]?(?=\\s|\\z|:(?![0-9]))");
    const auto match = range.match(rest.left(chapterlimits::timedLineStart));
    const auto end = match.hasMatch() ? timeIn(match) : std::nullopt;
    const qint64 written = start / 1000 * 1000; // of the start: whole seconds
    return end && *end > written ? rest.mid(match.capturedEnd()) : rest;
}

/// The title alone: written behind its time and read again, it is the same.
QString titleOf(QString rest, qint64 start) {
    while (true) {
        QString shorter = withoutSeparators(withoutRange(rest, start));
        if (shorter == rest)
            return rest;
        rest = std::move(shorter);
    }
}

std::optional<TimedLine> timeInFront(const QString& line) {
    static const QRegularExpression front =
        expression(BULLETS "[\\[(*_`~]*" TIME
                           "(?:\\](?:\\([^)\\s]*\\))?|[)*_`~])*(?=\\s|\\z|[-|\u2013\u2014]|:(?![0-9]))");
    const auto match = front.match(line.left(chapterlimits::timedLineStart));
    const auto start = match.hasMatch() ? timeIn(match) : std::nullopt;
    if (!start)
        return std::nullopt;
    return TimedLine{*start, titleOf(line.mid(match.capturedEnd()), *start), true};
}

std::optional<TimedLine> timeAtEnd(const QString& line) {
    static const QRegularExpression atEnd =
        expression("(?:\\A|(?<=\\s)|[\\[(])[\\[(*_`]*" TIME "[\\])*_`]*\\s*\\z");
    static const QRegularExpression bullets = expression(BULLETS);
    const QString trimmedLine = line.trimmed();
    const QString tail = trimmedLine.right(48);
    const auto match = atEnd.match(tail);
    const auto start = match.hasMatch() ? timeIn(match) : std::nullopt;
    if (!start)
        return std::nullopt;
    const QString words = trimmedLine.left(trimmedLine.size() - tail.size() + match.capturedStart());
    const auto bullet = bullets.match(words.left(chapterlimits::timedLineStart));
    return TimedLine{*start, titleOf(withoutTrailingSeparators(words.mid(bullet.capturedEnd())), *start),
                     false};
}

std::optional<TimedLine> timedLineOf(std::string_view line) {
    if (line.find(':') == std::string_view::npos)
        return std::nullopt;
    const QString text = oneLine(textOf(line));
    const auto front = timeInFront(text);
    return front ? front : timeAtEnd(text);
}

/// The chapters of all lines that have a time; only those with it in front where there are such.
format::Result<Chapters> readTimed(std::string_view text) {
    Chapters front, atEnd;
    TextLines lines(text);
    while (const auto line = lines.nextFilled()) {
        auto timed = timedLineOf(line->text);
        if (!timed)
            continue;
        Chapter chapter;
        chapter.start = timed->start;
        chapter.title = std::move(timed->title);
        if (auto error = addChapter(timed->isTimeFirst ? front : atEnd, std::move(chapter), line->offset))
            return *error;
    }
    if (front.empty() && atEnd.empty())
        return chapterError(0, "No line has a time such as 1:30 in front of a title or behind it.");
    return front.empty() ? atEnd : front;
}

/// A title that is Markdown: a link gives its words and its address, escapes are decoded.
void readMarkdownTitle(Chapter& chapter) {
    const std::string title = chapter.title.toStdString();
    format::Row row;
    row.text = {0, title.size()};
    format::readLinkItem(title, row);
    const bool isLink = row.kind == format::RowKind::Link;
    chapter.title = oneLine(textOf(isLink ? row.link.text : format::decodeMarkdown(title)));
    if (isLink)
        chapter.url = textOf(format::normalisedUrl(row.link.url));
}

} // namespace

#undef TIME
#undef BULLETS

format::Result<Chapters> readTimeStamps(std::string_view text) {
    return readTimed(text);
}

QByteArray writeTimeStamps(const Chapters& chapters, const WriteOptions& /*options*/) {
    std::string text;
    for (const Chapter& chapter : chapters) {
        const std::string title = oneLineUtf8(chapter.title);
        text += shortClock(chapter.start) + (title.empty() ? "" : ' ' + title) + '\n';
    }
    return QByteArray::fromStdString(text);
}

format::Result<Chapters> readMarkdownChapters(std::string_view text) {
    auto chapters = readTimed(text);
    if (chapters)
        for (Chapter& chapter : chapters.value())
            readMarkdownTitle(chapter);
    return chapters;
}

QByteArray writeMarkdownChapters(const Chapters& chapters, const WriteOptions& /*options*/) {
    std::string text;
    for (const Chapter& chapter : chapters) {
        const std::string title = oneLineUtf8(chapter.title);
        const std::string url = oneLineUtf8(chapter.url);
        text += "* " + shortClock(chapter.start);
        if (!url.empty())
            text += ' ' + format::printLink({title, url, std::nullopt, {}});
        else if (!title.empty())
            text += ' ' + format::printLinkText(title, true);
        text += '\n';
    }
    return QByteArray::fromStdString(text);
}

} // namespace catalog
