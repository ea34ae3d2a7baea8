// SPDX-License-Identifier: MIT
#include "catalog/chapterformats/commonchapters.h"

#include "catalog/chapterformats/clock.h"
#include "catalog/chapterformats/textlines.h"

#include <cstdio>
#include <map>
#include <optional>

namespace catalog {

namespace {

constexpr std::string_view keyStart = "CHAPTER";

/// `CHAPTER01NAME=Intro` in its parts.
struct Entry {
    int number = 0;
    std::string_view suffix; ///< "", NAME, URL
    std::string_view value;
};

/// What is gathered of a chapter before all of it is read.
struct Gathered {
    std::optional<Chapter> chapter; ///< absent until its time is read
    QString title, url;
    std::size_t offset = 0; ///< of its first line
};

std::optional<Entry> entryOf(std::string_view line) {
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos || !startsWithNoCase(line, keyStart))
        return std::nullopt;
    std::string_view key = trimmed(line.substr(0, equals)).substr(keyStart.size());
    constexpr std::size_t mostDigits = 3;
    Entry entry;
    std::size_t digits = 0;
    for (; digits < key.size() && key[digits] >= '0' && key[digits] <= '9'; ++digits)
        entry.number = digits < mostDigits ? entry.number * 10 + (key[digits] - '0') : 0;
    if (digits == 0 || digits > mostDigits)
        return std::nullopt;
    entry.suffix = key.substr(digits);
    entry.value = line.substr(equals + 1);
    return entry;
}

bool isSuffix(const Entry& entry, std::string_view suffix) {
    return entry.suffix.size() == suffix.size() && startsWithNoCase(entry.suffix, suffix);
}

using Numbered = std::map<int, Gathered>;

std::optional<format::Error> take(const TextLine& line, const Entry& entry, Numbered& numbered) {
    const auto [found, isNew] = numbered.try_emplace(entry.number);
    Gathered& gathered = found->second;
    if (isNew)
        gathered.offset = line.offset;
    const auto value = static_cast<std::size_t>(entry.value.data() - line.text.data());
    if (isSuffix(entry, "NAME")) {
        gathered.title = oneLine(textOf(entry.value));
    } else if (isSuffix(entry, "URL")) {
        gathered.url = oneLine(textOf(entry.value));
    } else if (entry.suffix.empty()) {
        if (gathered.chapter)
            return chapterError(line.offset, "%1 is there twice.", line.text.substr(0, value - 1));
        const auto start = parseColonClock(trimmed(entry.value));
        if (!start)
            return chapterError(line.offset + value, "\"%1\" is no time such as 00:01:30.000.", entry.value);
        gathered.chapter.emplace();
        gathered.chapter->start = *start;
    }
    return std::nullopt;
}

std::string printed(const Chapters& chapters, int digits, bool withAddresses) {
    std::string text;
    int number = 0;
    for (const Chapter& chapter : chapters) {
        char key[32];
        std::snprintf(key, sizeof key, "CHAPTER%0*d", digits, ++number);
        text += key + ("=" + fullClock(chapter.start)) + '\n';
        text += key + ("NAME=" + oneLineUtf8(chapter.title)) + '\n';
        if (const std::string url = oneLineUtf8(chapter.url); withAddresses && !url.empty())
            text += key + ("URL=" + url) + '\n';
    }
    return text;
}

} // namespace

format::Result<Chapters> readCommonChapters(std::string_view text) {
    Numbered numbered;
    TextLines lines(text);
    while (const auto line = lines.nextFilled()) {
        const auto entry = entryOf(line->text);
        if (!entry &&
            (line->text.find('=') == std::string_view::npos || startsWithNoCase(line->text, keyStart)))
            return chapterError(line->offset,
                                "\"%1\" is neither a time, CHAPTER01=00:00:00.000, nor a title, "
                                "CHAPTER01NAME=Title.",
                                line->text);
        if (!entry) // another comment of an Ogg file
            continue;
        if (auto error = take(*line, *entry, numbered))
            return *error;
    }
    Chapters chapters;
    for (auto& [number, gathered] : numbered) {
        if (!gathered.chapter)
            return chapterError(gathered.offset, "This chapter has no time.");
        gathered.chapter->title = gathered.title;
        gathered.chapter->url = gathered.url;
        if (auto error = addChapter(chapters, std::move(*gathered.chapter), gathered.offset))
            return *error;
    }
    return chapters;
}

QByteArray writeCommonChapters(const Chapters& chapters, const WriteOptions& /*options*/) {
    constexpr std::size_t ofTwoDigits = 99;
    return QByteArray::fromStdString(printed(chapters, chapters.size() > ofTwoDigits ? 3 : 2, false));
}

QByteArray writeVorbisComments(const Chapters& chapters, const WriteOptions& /*options*/) {
    return QByteArray::fromStdString(printed(chapters, 3, true));
}

} // namespace catalog
