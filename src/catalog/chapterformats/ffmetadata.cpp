// SPDX-License-Identifier: MIT
#include "catalog/chapterformats/ffmetadata.h"

#include "catalog/chapterformats/clock.h"
#include "catalog/chapterformats/textlines.h"

#include <charconv>

namespace catalog {

namespace {

constexpr std::string_view signature = ";FFMETADATA";

/// The next line as ffmpeg cuts them: a line end behind a backslash is part of it, and so is a CR that no LF
/// follows.
std::optional<TextLine> nextLine(std::string_view text, std::size_t& at) {
    if (at >= text.size())
        return std::nullopt;
    const std::size_t begin = at;
    std::size_t last = at; // where the last character begins, with its backslash
    while (at < text.size() && text[at] != '\n') {
        last = at;
        at += text[at] == '\\' ? 2 : 1;
    }
    const std::size_t end = std::min(at, text.size());
    at = end + 1;
    const bool isCrlf = end > begin && text[last] == '\r';
    return TextLine{text.substr(begin, (isCrlf ? last : end) - begin), begin};
}

std::string unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && ++i == text.size())
            break;
        plain += text[i];
    }
    return plain;
}

std::string escaped(const std::string& plain) {
    constexpr std::string_view special = "=;#\\\n\r";
    std::string text;
    for (const char byte : plain) {
        if (byte == '\0')
            continue;
        if (special.find(byte) != std::string_view::npos)
            text += '\\';
        text += byte;
    }
    return text;
}

std::size_t equalsOf(std::string_view line) {
    std::size_t at = 0;
    while (at < line.size() && line[at] != '=')
        at += line[at] == '\\' ? 2 : 1;
    return at < line.size() ? at : std::string_view::npos;
}

std::optional<qint64> integerOf(std::string_view text) {
    text = trimmed(text);
    qint64 value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return read.ec == std::errc() && read.ptr == text.data() + text.size() ? std::optional(value)
                                                                           : std::nullopt;
}

/// A chapter while its lines are read.
struct Section {
    std::size_t offset = 0;
    double secondsATick = 1e-9; ///< ffmpeg's, where no TIMEBASE is stated
    std::optional<qint64> start, end;
    std::size_t startOffset = 0, endOffset = 0;
    QString title;
};

std::optional<format::Error> takeTag(const TextLine& line, Section& section) {
    const std::size_t equals = equalsOf(line.text);
    if (equals == std::string_view::npos)
        return chapterError(line.offset, "\"%1\" has no = between a name and a value.", line.text);
    const std::string key = unescaped(line.text.substr(0, equals));
    const std::string_view value = line.text.substr(equals + 1);
    const std::size_t at = line.offset + equals + 1;
    if (key == "TIMEBASE") {
        const std::size_t slash = std::min(value.find('/'), value.size());
        const auto above = integerOf(value.substr(0, slash));
        const auto below = integerOf(value.substr(std::min(slash + 1, value.size())));
        if (!above || !below || *above <= 0 || *below <= 0)
            return chapterError(at, "\"%1\" is no time base such as 1/1000.", value);
        section.secondsATick = static_cast<double>(*above) / static_cast<double>(*below);
    } else if (key == "START" || key == "END") {
        const auto ticks = integerOf(value);
        if (!ticks)
            return chapterError(at, "\"%1\" is no whole number.", value);
        (key == "START" ? section.start : section.end) = ticks;
        (key == "START" ? section.startOffset : section.endOffset) = at;
    } else if (key.size() == 5 && startsWithNoCase(key, "title")) {
        section.title = textOf(unescaped(value));
    }
    return std::nullopt;
}

format::Result<Chapter> chapterOf(const Section& section) {
    if (!section.start)
        return chapterError(section.offset, "The chapter has no START.");
    const auto time = [&](qint64 ticks) {
        return millisecondsOf(static_cast<double>(ticks) * section.secondsATick);
    };
    const auto start = time(*section.start);
    if (!start)
        return chapterError(section.startOffset, "The chapter starts before the beginning or far too late.");
    Chapter chapter;
    chapter.start = *start;
    chapter.title = section.title;
    if (const auto end = section.end ? time(*section.end) : std::nullopt; end && *end > *start)
        chapter.end = end;
    return chapter;
}

std::optional<format::Error> finish(std::optional<Section>& section, Chapters& chapters) {
    if (!section)
        return std::nullopt;
    auto chapter = chapterOf(*section);
    const std::size_t offset = section->offset;
    section.reset();
    if (!chapter)
        return chapter.error();
    return addChapter(chapters, std::move(chapter.value()), offset);
}

} // namespace

format::Result<Chapters> readFfmetadata(std::string_view text) {
    if (text.substr(0, signature.size()) != signature)
        return chapterError(0, "The first line must be ;FFMETADATA1.");
    Chapters chapters;
    std::optional<Section> section; // absent outside chapters: those tags are the whole file's
    std::size_t at = 0;
    while (const auto line = nextLine(text, at)) {
        if (line->text.empty() || line->text.front() == ';' || line->text.front() == '#')
            continue;
        std::optional<format::Error> error;
        if (line->text.front() == '[') {
            error = finish(section, chapters);
            if (trimmed(line->text) == "[CHAPTER]")
                section.emplace().offset = line->offset;
        } else if (section) {
            error = takeTag(*line, *section);
        }
        if (error)
            return *error;
    }
    if (auto error = finish(section, chapters))
        return *error;
    return chapters;
}

QByteArray writeFfmetadata(const Chapters& chapters, const WriteOptions& options) {
    std::string text(";FFMETADATA1\n");
    if (!options.title.isEmpty())
        text += "title=" + escaped(options.title.toStdString()) + '\n';
    if (!options.show.isEmpty())
        text += "album=" + escaped(options.show.toStdString()) + '\n';
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        text += "[CHAPTER]\nTIMEBASE=1/1000\nSTART=" + std::to_string(chapters[i].start) + '\n';
        if (const auto end = statedEnd(chapters, i, options.duration))
            text += "END=" + std::to_string(*end) + '\n';
        text += "title=" + escaped(chapters[i].title.toStdString()) + '\n';
    }
    return QByteArray::fromStdString(text);
}

} // namespace catalog
