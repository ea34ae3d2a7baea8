// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapter.h"
#include "format/result.h"

#include <QString>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace catalog {

/// A line without its end, and where it begins in the text.
struct TextLine {
    std::string_view text;
    std::size_t offset = 0;
};

/// The lines of a text one after the other; LF, CRLF and a lone CR each end one.
class TextLines {
public:
    explicit TextLines(std::string_view text)
        : m_text(text) {}
    std::optional<TextLine> next();
    /// The next line that holds more than white space, its ends trimmed.
    std::optional<TextLine> nextFilled();

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

std::string_view trimmed(std::string_view text);                      ///< of spaces and tabs
bool startsWithNoCase(std::string_view text, std::string_view start); ///< ASCII letters of either case

/// UTF-8 as text, a byte order mark at its start kept.
QString textOf(std::string_view utf8);
/// A title as a format of lines holds it: line ends, tabs and other control characters become one space, the
/// ends are trimmed.
QString oneLine(const QString& title);
std::string oneLineUtf8(const QString& title);

/// What the readers say of a text that cannot be read, translated.
format::Error chapterError(std::size_t offset, const char* words);
/// The same about a piece of the text, which takes the place of %1.
format::Error chapterError(std::size_t offset, const char* words, std::string_view piece);

/// Adds a chapter that stands at `offset`; an error where there are too many.
std::optional<format::Error> addChapter(Chapters& chapters, Chapter chapter, std::size_t offset);

/// The end that a format which needs one gets for chapter `i`: its own, else the next later start, else the
/// duration, where it is known and later.
std::optional<qint64> statedEnd(const Chapters& chapters, std::size_t i, qint64 duration);

} // namespace catalog
