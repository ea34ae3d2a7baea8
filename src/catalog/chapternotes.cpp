// SPDX-License-Identifier: MIT
#include "catalog/chapternotes.h"

#include "catalog/chapterformats/timestamps.h"

#include <algorithm>

namespace catalog {

namespace {

bool isDigit(char byte) {
    return byte >= '0' && byte <= '9';
}

/// A list item that begins with a time: `* 1:02`.
bool isTimeStamp(std::string_view line) {
    std::size_t at = line.find_first_not_of(' ');
    if (at == std::string_view::npos || at > 3 ||
        std::string_view("*+-").find(line[at]) == std::string_view::npos)
        return false;
    at = line.find_first_not_of(' ', at + 1);
    if (at == std::string_view::npos || !isDigit(line[at]))
        return false;
    const std::size_t colon = line.find_first_not_of("0123456789", at);
    return colon != std::string_view::npos && line[colon] == ':' && line.substr(colon + 1, 2).size() == 2 &&
           isDigit(line[colon + 1]) && isDigit(line[colon + 2]);
}

/// The first list of time stamps of the notes; empty where there is none. One alone may be anything.
format::Span timeStampsIn(std::string_view text, format::Span body) {
    format::Span found{body.begin, body.begin};
    int count = 0;
    for (std::size_t at = body.begin; at < body.end;) {
        const std::size_t end = std::min(text.find('\n', at), body.end - 1) + 1;
        if (isTimeStamp(text.substr(at, end - at))) {
            found = count++ == 0 ? format::Span{at, end} : format::Span{found.begin, end};
        } else if (count > 1) {
            break;
        } else {
            count = 0;
        }
        at = end;
    }
    return count > 1 ? found : format::Span{};
}

std::string withLineEnds(const QByteArray& list, std::string_view lineEnd) {
    std::string text;
    for (const char byte : list)
        text += byte == '\n' ? std::string(lineEnd) : std::string(1, byte);
    return text;
}

} // namespace

format::Result<std::string> withChaptersInNotes(const format::Document& document, const Chapters& chapters,
                                                std::string_view heading) {
    const auto editor = document.linkEditor();
    if (!editor)
        return editor.error();
    const std::string& text = document.text();
    const format::Span body = document.frontMatter().body;
    const std::string list =
        withLineEnds(writeMarkdownChapters(chapters, {}), document.jsonEditor().style().lineEnd);
    if (const format::Span old = timeStampsIn(text, body); !old.isEmpty())
        return format::applyEdits(text, {{old, list}});
    const auto section = editor->insertSection(document.links().rows().size(), heading);
    if (!section)
        return section.error();
    auto opened = format::applyEdits(text, *section);
    if (!opened)
        return opened;
    return opened.value() + list;
}

} // namespace catalog
