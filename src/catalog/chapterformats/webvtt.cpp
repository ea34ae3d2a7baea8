// SPDX-License-Identifier: MIT
#include "catalog/chapterformats/webvtt.h"

#include "catalog/chapterformats/clock.h"
#include "catalog/chapterformats/limits.h"
#include "catalog/chapterformats/textlines.h"
#include "format/commonmark.h"

namespace catalog {

namespace {

constexpr std::string_view arrow = "-->";
/// The end of a last chapter whose sound has no known end: later than any, and players stop before it.
constexpr qint64 endless = chapterlimits::milliseconds + 1;

/// A time's two or three parts of two digits, the hours of two or more, and three decimals.
bool isCueTime(std::string_view text) {
    const std::size_t point = text.find('.');
    const std::size_t colon = text.find(':');
    if (point == std::string_view::npos || text.size() - point != 4 || colon < 2 || point < 5)
        return false;
    return (point == 5 && colon == 2) || (point - colon == 6 && text[colon + 3] == ':');
}

/// The times and, behind them, settings that say nothing of chapters.
format::Result<Chapter> readTimes(const TextLine& line) {
    const std::size_t at = line.text.find(arrow);
    const std::string_view first = trimmed(line.text.substr(0, at));
    const std::string_view rest = trimmed(line.text.substr(at + arrow.size()));
    const std::string_view second = rest.substr(0, rest.find_first_of(" \t"));
    const auto start = isCueTime(first) ? parseColonClock(first) : std::nullopt;
    if (!start)
        return chapterError(line.offset, "\"%1\" is no time; it is written 00:01:30.000.", first);
    Chapter chapter;
    chapter.start = *start;
    const auto end = isCueTime(second) ? parseColonClock(second) : std::nullopt;
    if (!end && second != fullClock(endless))
        return chapterError(line.offset + at, "\"%1\" is no time; it is written 00:01:30.000.", second);
    if (end && *end > *start)
        chapter.end = end;
    return chapter;
}

/// A cue's text without tags and with its references decoded.
QString plainText(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t tag = std::min(text.find('<', at), text.size());
        plain += text.substr(at, tag - at);
        const std::size_t close = text.find('>', tag);
        at = close == std::string_view::npos ? text.size() : close + 1;
    }
    return oneLine(textOf(format::decodeReferences(plain)));
}

std::string escaped(const std::string& title) {
    std::string text;
    for (const char byte : title)
        text += byte == '&' ? "&amp;" : byte == '<' ? "&lt;" : byte == '>' ? "&gt;" : std::string(1, byte);
    return text;
}

bool isBlank(std::string_view line) {
    return trimmed(line).empty();
}

bool beginsBlock(std::string_view line, std::string_view word) {
    return line.substr(0, word.size()) == word && isBlank(line.substr(word.size(), 1));
}

/// Reads one block after the other; blank lines part them.
class Cues {
public:
    explicit Cues(std::string_view text)
        : m_lines(text) {
        m_line = m_lines.next();
    }

    format::Result<Chapters> read() {
        if (!m_line || !beginsBlock(m_line->text, "WEBVTT"))
            return chapterError(0, "The first line must be WEBVTT.");
        skipBlock();
        Chapters chapters;
        while (m_line) {
            if (isBlank(m_line->text))
                advance();
            else if (beginsBlock(m_line->text, "NOTE") || beginsBlock(m_line->text, "STYLE") ||
                     beginsBlock(m_line->text, "REGION"))
                skipBlock();
            else if (auto error = readCue(chapters))
                return *error;
        }
        return chapters;
    }

private:
    void advance() { m_line = m_lines.next(); }
    void skipBlock() {
        while (m_line && !isBlank(m_line->text))
            advance();
    }
    std::optional<format::Error> readCue(Chapters& chapters) {
        const TextLine first = *m_line;
        if (first.text.find(arrow) == std::string_view::npos)
            advance(); // the cue's identifier
        if (!m_line || m_line->text.find(arrow) == std::string_view::npos)
            return chapterError(first.offset,
                                "\"%1\" is followed by no times, 00:00:00.000 --> 00:01:30.000.", first.text);
        auto chapter = readTimes(*m_line);
        if (!chapter)
            return chapter.error();
        advance();
        std::string title;
        for (; m_line && !isBlank(m_line->text); advance())
            title.append(title.empty() ? "" : " ").append(m_line->text);
        chapter.value().title = plainText(title);
        return addChapter(chapters, std::move(chapter.value()), first.offset);
    }

    TextLines m_lines;
    std::optional<TextLine> m_line;
};

} // namespace

format::Result<Chapters> readWebVtt(std::string_view text) {
    return Cues(text).read();
}

QByteArray writeWebVtt(const Chapters& chapters, const WriteOptions& options) {
    std::string text("WEBVTT\n");
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        const qint64 end = statedEnd(chapters, i, options.duration).value_or(endless);
        text += '\n' + fullClock(chapters[i].start) + " --> " + fullClock(end) + '\n';
        if (const std::string title = escaped(oneLineUtf8(chapters[i].title)); !title.empty())
            text += title + '\n';
    }
    return QByteArray::fromStdString(text);
}

} // namespace catalog
