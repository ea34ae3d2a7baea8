// SPDX-License-Identifier: MIT
#include "catalog/chapterformats/cue.h"

#include "catalog/chapterformats/limits.h"
#include "catalog/chapterformats/textlines.h"

#include <charconv>
#include <cstdio>

namespace catalog {

namespace {

constexpr qint64 framesASecond = 75;

/// The first word; takes it and the space behind it away.
std::string_view takeWord(std::string_view& rest) {
    const std::size_t end = std::min(rest.find_first_of(" \t"), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest = trimmed(rest.substr(end));
    return word;
}

bool isWord(std::string_view word, std::string_view wanted) {
    return word.size() == wanted.size() && startsWithNoCase(word, wanted);
}

/// What stands between the first quote and the last one; without quotes all of it.
std::string_view unquoted(std::string_view text) {
    if (text.size() > 1 && text.front() == '"' && text.back() == '"')
        return text.substr(1, text.size() - 2);
    return text;
}

/// `mm:ss:ff`; minutes may have any number of digits.
std::optional<qint64> timeOf(std::string_view text) {
    qint64 parts[3] = {};
    for (int i = 0; i < 3; ++i) {
        const auto read = std::from_chars(text.data(), text.data() + text.size(), parts[i]);
        const auto size = static_cast<std::size_t>(read.ptr - text.data());
        if (read.ec != std::errc() || size == 0 || text.front() == '-' || (i > 0 && size != 2))
            return std::nullopt;
        text.remove_prefix(size);
        if (i < 2 && (text.empty() || text.front() != ':'))
            return std::nullopt;
        text.remove_prefix(i < 2 ? 1 : 0);
    }
    constexpr qint64 mostMinutes = chapterlimits::milliseconds / 60'000;
    if (!text.empty() || parts[0] >= mostMinutes || parts[1] >= 60 || parts[2] >= framesASecond)
        return std::nullopt;
    return (parts[0] * 60 + parts[1]) * 1000 + (parts[2] * 1000 + framesASecond / 2) / framesASecond;
}

std::string printed(qint64 milliseconds) {
    const qint64 frames = (milliseconds * framesASecond + 500) / 1000;
    char text[40];
    const int size = std::snprintf(text, sizeof text, "%02lld:%02lld:%02lld", frames / framesASecond / 60,
                                   frames / framesASecond % 60, frames % framesASecond);
    return {text, static_cast<std::size_t>(size)};
}

class CueReader {
public:
    explicit CueReader(std::string_view text)
        : m_lines(text) {}

    format::Result<Chapters> read() {
        while (const auto line = m_lines.nextFilled()) {
            std::string_view rest = line->text;
            const std::string_view command = takeWord(rest);
            std::optional<format::Error> error;
            if (isWord(command, "FILE"))
                error = takeFile(*line);
            else if (isWord(command, "TRACK"))
                error = beginTrack(*line);
            else if (isWord(command, "TITLE") && m_isInTrack)
                m_chapter.title = oneLine(textOf(unquoted(rest)));
            else if (isWord(command, "INDEX"))
                error = takeIndex(*line, rest);
            if (error)
                return *error;
        }
        if (auto error = endTrack())
            return *error;
        if (m_chapters.empty())
            return chapterError(0, "There is no TRACK in this text.");
        return m_chapters;
    }

private:
    std::optional<format::Error> takeFile(const TextLine& line) {
        if (++m_files > 1)
            return chapterError(line.offset, "The sheet is for more than one file: where the second one "
                                             "begins is not known.");
        return std::nullopt;
    }
    std::optional<format::Error> beginTrack(const TextLine& line) {
        auto error = endTrack();
        m_isInTrack = true;
        m_hasStart = false;
        m_offset = line.offset;
        m_chapter = {};
        return error;
    }
    std::optional<format::Error> endTrack() {
        if (!m_isInTrack)
            return std::nullopt;
        if (!m_hasStart)
            return chapterError(m_offset, "The track has no INDEX 01.");
        return addChapter(m_chapters, m_chapter, m_offset);
    }
    std::optional<format::Error> takeIndex(const TextLine& line, std::string_view rest) {
        const std::string_view number = takeWord(rest);
        if (!m_isInTrack)
            return chapterError(line.offset, "An INDEX stands in a TRACK.");
        if (number != "01" && number != "1")
            return std::nullopt;
        const auto start = timeOf(rest);
        if (!start)
            return chapterError(static_cast<std::size_t>(rest.data() - line.text.data()) + line.offset,
                                "\"%1\" is no time; it is minutes, seconds and frames of a 75th: 01:30:00.",
                                rest);
        m_chapter.start = *start;
        m_hasStart = true;
        return std::nullopt;
    }

    TextLines m_lines;
    Chapters m_chapters;
    Chapter m_chapter;
    std::size_t m_offset = 0; ///< of the track
    int m_files = 0;
    bool m_isInTrack = false;
    bool m_hasStart = false;
};

/// A cue sheet has no way to write a quote within quotes.
std::string quoted(const QString& text) {
    QString words = oneLine(text);
    words.replace(QLatin1Char('"'), QLatin1Char('\''));
    return '"' + words.toStdString() + '"';
}

const char* fileType(const QString& name) {
    if (name.endsWith(QLatin1String(".wav"), Qt::CaseInsensitive))
        return "WAVE";
    const bool isAiff = name.endsWith(QLatin1String(".aif"), Qt::CaseInsensitive) ||
                        name.endsWith(QLatin1String(".aiff"), Qt::CaseInsensitive);
    return isAiff ? "AIFF" : "MP3";
}

} // namespace

format::Result<Chapters> readCue(std::string_view text) {
    return CueReader(text).read();
}

QByteArray writeCue(const Chapters& chapters, const WriteOptions& options) {
    std::string text;
    if (!options.show.isEmpty())
        text += "PERFORMER " + quoted(options.show) + '\n';
    if (!options.title.isEmpty())
        text += "TITLE " + quoted(options.title) + '\n';
    const QString file = options.audioFile.isEmpty() ? QStringLiteral("episode.mp3") : options.audioFile;
    text += "FILE " + quoted(file) + ' ' + fileType(file) + '\n';
    for (std::size_t i = 0; i < chapters.size() && i < chapterlimits::cueTracks; ++i) {
        char number[24];
        std::snprintf(number, sizeof number, "%02zu", i + 1);
        text += std::string("  TRACK ") + number + " AUDIO\n    TITLE " + quoted(chapters[i].title) +
                "\n    INDEX 01 " + printed(chapters[i].start) + '\n';
    }
    return QByteArray::fromStdString(text);
}

} // namespace catalog
