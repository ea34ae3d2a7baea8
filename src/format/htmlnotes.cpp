// SPDX-License-Identifier: MIT
#include "format/htmlnotes.h"

#include "format/commonmark.h"
#include "format/htmltags.h"
#include "format/limits.h"
#include "format/linkitem.h"
#include "format/noteshtml.h"

#include <algorithm>
#include <array>
#include <optional>

namespace format {

namespace {

constexpr auto npos = std::string_view::npos;

/// Words that stand in one link, or in none.
struct Piece {
    std::string words;
    std::string url; ///< empty: no link
    std::string title;
    bool isStrong = false;
};

template <typename List>
bool isAmong(const List& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isHeading(std::string_view name) {
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

/// Words as Markdown that says just them.
std::string printWords(const std::string& words) {
    const std::string html = htmlEscaped(words);
    if (notesHtml(words) == "<p>" + html + "</p>\n")
        return words;
    std::string escaped;
    for (const char byte : words) {
        if (std::string_view("\\`*_[]<>&#+-!~=|").find(byte) != npos)
            escaped += '\\';
        escaped += byte;
    }
    const std::size_t digits = std::min(escaped.find_first_not_of("0123456789"), escaped.size());
    if (digits > 0 && digits < escaped.size() && (escaped[digits] == '.' || escaped[digits] == ')'))
        escaped.insert(digits, 1, '\\');
    return escaped;
}

/// A run of words: blanks at its ends kept as one.
std::string collapsed(const std::string& words) {
    const std::string line = onOneLine(words);
    if (line.empty())
        return words.empty() ? std::string() : " ";
    const auto isBlank = [](char byte) { return static_cast<unsigned char>(byte) <= ' '; };
    return (isBlank(words.front()) ? " " : "") + line + (isBlank(words.back()) ? " " : "");
}

bool isBlank(const Piece& piece) {
    return onOneLine(piece.words).empty();
}

/// Reads tag by tag; what is open is kept in a few numbers, so that no depth is too deep.
class BlockReader {
public:
    explicit BlockReader(std::string_view html)
        : m_html(html) {}

    std::vector<NotesBlock> read() {
        for (std::size_t at = 0; at < m_html.size();) {
            const std::size_t open = std::min(m_html.find('<', at), m_html.size());
            addWords(m_html.substr(at, open - at));
            if (open == m_html.size())
                break;
            if (!isTagAt(open)) {
                addWords("<");
                at = open + 1;
                continue;
            }
            const HtmlTag tag = htmlTagAt(m_html, open);
            take(tag);
            at = std::max(tag.end, open + 1);
        }
        flush();
        return std::move(m_blocks);
    }

private:
    /// A `<` before anything else is a word.
    bool isTagAt(std::size_t open) const {
        const char next = open + 1 < m_html.size() ? m_html[open + 1] : '\0';
        return (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || next == '/' || next == '!' ||
               next == '?';
    }

    void addWords(std::string_view raw) {
        if (raw.empty() || !m_skipped.empty())
            return;
        const bool isStrong = m_strong > 0;
        if (m_pieces.empty() || m_pieces.back().url != m_url || m_pieces.back().isStrong != isStrong)
            m_pieces.push_back({{}, m_url, m_title, isStrong});
        m_pieces.back().words += decodeReferences(raw);
    }

    void take(const HtmlTag& tag) {
        const bool isEnd = tag.name.substr(0, 1) == "/";
        std::string_view name = tag.name;
        name.remove_prefix(isEnd ? 1 : 0);
        if (!name.empty() && name.back() == '/')
            name.remove_suffix(1);
        if (!m_skipped.empty()) {
            if (isEnd && name == m_skipped)
                m_skipped.clear();
            return;
        }
        constexpr std::array unread{std::string_view("script"), std::string_view("style"),
                                    std::string_view("head"), std::string_view("title")};
        if (!isEnd && isAmong(unread, name))
            m_skipped = name;
        else if (name == "a")
            takeLink(tag, isEnd);
        else if (name == "b" || name == "strong")
            m_strong = std::max(0, m_strong + (isEnd ? -1 : 1));
        else
            takeBlock(name, isEnd);
    }

    void takeLink(const HtmlTag& tag, bool isEnd) {
        const std::string url = isEnd ? std::string() : onOneLine(htmlAttribute(tag.attributes, "href"));
        m_url = url;
        m_title = url.empty() ? std::string() : onOneLine(htmlAttribute(tag.attributes, "title"));
        if (!url.empty())
            m_pieces.push_back({{}, m_url, m_title, m_strong > 0});
    }

    void takeBlock(std::string_view name, bool isEnd) {
        constexpr std::array breaks{std::string_view("p"),          std::string_view("div"),
                                    std::string_view("blockquote"), std::string_view("table"),
                                    std::string_view("tr"),         std::string_view("pre"),
                                    std::string_view("section"),    std::string_view("br")};
        if (name == "ul" || name == "ol") {
            flush();
            m_lists = std::clamp(m_lists + (isEnd ? -1 : 1), 0, static_cast<int>(limits::htmlDepth));
        } else if (name == "li") {
            flush();
            m_isItem = !isEnd;
        } else if (isHeading(name)) {
            flush();
            m_isHeading = !isEnd;
        } else if (name == "hr") {
            flush();
            if (!isEnd)
                m_blocks.push_back({NotesBlock::Kind::Rule, {}, {}, {}, 0});
        } else if (isAmong(breaks, name)) {
            if (m_isItem)
                addWords(" "); // paragraphs of one item are one line
            else
                flush();
        }
    }

    void flush() {
        while (!m_pieces.empty() && isBlank(m_pieces.back()) && m_pieces.back().url.empty())
            m_pieces.pop_back();
        const auto first = std::find_if(m_pieces.begin(), m_pieces.end(),
                                        [](const Piece& piece) { return !isBlank(piece); });
        m_pieces.erase(m_pieces.begin(), first);
        if (!m_pieces.empty())
            m_blocks.push_back(block());
        m_pieces.clear();
        m_isItem = false;
    }

    NotesBlock block() {
        NotesBlock block;
        std::string words;
        for (const Piece& piece : m_pieces)
            words += piece.words;
        block.words = onOneLine(words);
        block.markdown = markdownOf(0);
        const bool isStrong = std::all_of(m_pieces.begin(), m_pieces.end(),
                                          [](const Piece& p) { return p.isStrong || isBlank(p); });
        const bool hasLink =
            std::any_of(m_pieces.begin(), m_pieces.end(), [](const Piece& p) { return !p.url.empty(); });
        if (m_isItem) {
            block.kind = m_pieces.front().url.empty() ? NotesBlock::Kind::Item : NotesBlock::Kind::Link;
            block.depth = std::max(0, m_lists - 1);
            if (block.kind == NotesBlock::Kind::Link)
                block.link = linkOfItem();
        } else if (m_isHeading) {
            block.kind = NotesBlock::Kind::Heading;
        } else if (isStrong && !hasLink) {
            block.kind = NotesBlock::Kind::Label;
        }
        return block;
    }

    LinkParts linkOfItem() const {
        const Piece& link = m_pieces.front();
        std::size_t next = 1;
        std::string words = link.words;
        while (next < m_pieces.size() && m_pieces[next].url == link.url)
            words += m_pieces[next++].words;
        LinkParts parts{onOneLine(words), link.url, std::nullopt, withoutSeparator(markdownOf(next))};
        if (!link.title.empty())
            parts.title = link.title;
        return parts;
    }

    /// The pieces from `first` on, as one line of Markdown.
    std::string markdownOf(std::size_t first) const {
        std::string line;
        for (std::size_t i = first; i < m_pieces.size(); ++i) {
            const Piece& piece = m_pieces[i];
            const std::string words = collapsed(piece.words);
            if (piece.url.empty())
                line += printed(words);
            else if (const std::string text = onOneLine(words); !text.empty())
                line += (words.front() == ' ' ? " " : "") +
                        printLink({text, normalisedUrl(piece.url), std::nullopt, {}}) +
                        (words.back() == ' ' ? " " : "");
        }
        return onOneLine(line);
    }
    /// The blanks at the ends join pieces, and are no part of what must be escaped.
    static std::string printed(const std::string& words) {
        const std::string text = onOneLine(words);
        if (text.empty())
            return words;
        return (words.front() == ' ' ? " " : "") + printWords(text) + (words.back() == ' ' ? " " : "");
    }
    /// What joins a link and its description goes: a dash of any length, a colon.
    static std::string withoutSeparator(std::string words) {
        for (const std::string_view sign : {"\xE2\x80\x94", "\xE2\x80\x93", "\\- ", "- ", ": ", ":"}) {
            if (words.substr(0, sign.size()) == sign)
                return onOneLine(std::string_view(words).substr(sign.size()));
        }
        return words;
    }

    std::string_view m_html;
    std::vector<NotesBlock> m_blocks;
    std::vector<Piece> m_pieces; ///< of the block that is open
    std::string m_url, m_title;  ///< of the link that is open
    std::string m_skipped;       ///< the element whose words are none
    int m_strong = 0;
    int m_lists = 0;
    bool m_isItem = false;
    bool m_isHeading = false;
};

std::string headingMarks(const NotesStyle& style) {
    const std::size_t marks = std::min(style.heading.find_first_not_of('#'), style.heading.size());
    return marks == 0 ? "###" : style.heading.substr(0, marks);
}

bool isItem(const NotesBlock& block) {
    return block.kind == NotesBlock::Kind::Link || block.kind == NotesBlock::Kind::Item;
}

std::string printBlock(const NotesBlock& block, const NotesStyle& style) {
    constexpr int indent = 4;
    const std::string marker = std::string(static_cast<std::size_t>(block.depth) * indent, ' ') + style.item;
    switch (block.kind) {
    case NotesBlock::Kind::Heading:
        return headingMarks(style) + ' ' + printWords(block.words);
    case NotesBlock::Kind::Label:
        return "**" + printWords(block.words) + "**";
    case NotesBlock::Kind::Link:
        return linkLine(marker, block.link);
    case NotesBlock::Kind::Item:
        return marker + block.markdown;
    case NotesBlock::Kind::Rule:
        return "* * *";
    default:
        return block.markdown;
    }
}

} // namespace

std::vector<NotesBlock> notesBlocks(std::string_view html) {
    if (firstInvalidUtf8(html) != npos)
        return {};
    return BlockReader(html).read();
}

std::string plainTextOf(std::string_view html) {
    std::string text;
    for (const NotesBlock& block : notesBlocks(html))
        text += (text.empty() ? "" : " ") + block.words;
    return text;
}

bool looksLikeHtml(std::string_view text) {
    constexpr std::array usual{std::string_view("p"),   std::string_view("br"),   std::string_view("a"),
                               std::string_view("ul"),  std::string_view("ol"),   std::string_view("li"),
                               std::string_view("div"), std::string_view("b"),    std::string_view("i"),
                               std::string_view("em"),  std::string_view("span"), std::string_view("strong"),
                               std::string_view("img")};
    for (std::size_t open = text.find('<'); open != npos;) {
        const HtmlTag tag = htmlTagAt(text, open);
        std::string_view name = tag.name;
        if (!name.empty() && name.back() == '/')
            name.remove_suffix(1);
        if (isAmong(usual, name) || isHeading(name))
            return true;
        open = text.find('<', std::max(tag.end, open + 1));
    }
    return false;
}

std::string notesMarkdown(const std::vector<NotesBlock>& blocks, const NotesStyle& style) {
    std::string text;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        if (i > 0)
            text += isItem(blocks[i]) && isItem(blocks[i - 1]) ? "\n" : "\n\n";
        text += printBlock(blocks[i], style);
    }
    return text.empty() ? text : text + '\n';
}

} // namespace format
