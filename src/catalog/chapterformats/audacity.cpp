// SPDX-License-Identifier: MIT
#include "catalog/chapterformats/audacity.h"

#include "catalog/chapterformats/clock.h"
#include "catalog/chapterformats/textlines.h"

namespace catalog {

namespace {

/// The text up to the next tab; takes both away.
std::string_view takeColumn(std::string_view& line) {
    const std::size_t tab = line.find('\t');
    const std::string_view column = line.substr(0, tab);
    line = tab == std::string_view::npos ? std::string_view() : line.substr(tab + 1);
    return column;
}

/// Labels have seconds only; a colon makes it something else.
std::optional<qint64> secondsOf(std::string_view column) {
    return column.find(':') == std::string_view::npos ? parseClock(trimmed(column)) : std::nullopt;
}

format::Result<Chapter> readLabel(const TextLine& line) {
    std::string_view rest = line.text;
    const std::string_view first = takeColumn(rest);
    const auto start = secondsOf(first);
    if (!start)
        return chapterError(line.offset,
                            "\"%1\" is no time in seconds; a label is start, end and text with "
                            "tabs between them.",
                            first);
    Chapter chapter;
    chapter.start = *start;
    std::string_view title = rest;
    const std::string_view second = takeColumn(rest);
    if (const auto end = secondsOf(second)) {
        if (*end > *start)
            chapter.end = end;
        title = rest;
    } else if (!second.empty() && second.data() + second.size() != line.text.data() + line.text.size()) {
        return chapterError(line.offset + first.size() + 1, "\"%1\" is no time in seconds.", second);
    }
    chapter.title = textOf(title);
    return chapter;
}

} // namespace

format::Result<Chapters> readAudacity(std::string_view text) {
    Chapters chapters;
    TextLines lines(text);
    while (const auto line = lines.next()) {
        // A line that begins with a backslash has the frequencies of the label above it.
        if (trimmed(line->text).empty() || line->text.front() == '\\')
            continue;
        auto chapter = readLabel(*line);
        if (!chapter)
            return chapter.error();
        chapter.value().title = oneLine(chapter->title);
        if (auto error = addChapter(chapters, std::move(chapter.value()), line->offset))
            return *error;
    }
    return chapters;
}

QByteArray writeAudacity(const Chapters& chapters, const WriteOptions& /*options*/) {
    constexpr int decimals = 6;
    std::string text;
    for (const Chapter& chapter : chapters) {
        const qint64 end = std::max(chapter.end.value_or(0), chapter.start);
        text += plainSeconds(chapter.start, decimals) + '\t' + plainSeconds(end, decimals) + '\t' +
                oneLineUtf8(chapter.title) + '\n';
    }
    return QByteArray::fromStdString(text);
}

} // namespace catalog
