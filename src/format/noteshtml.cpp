// SPDX-License-Identifier: MIT
#include "format/noteshtml.h"

#include "format/commonmark.h"
#include "format/limits.h"
#include "format/span.h"

#include <md4c.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace format {

namespace {

/// What md4c tells is written here, piece by piece.
struct Writer {
    std::string html;
    int images = 0;      ///< that the words stand in
    std::string dropped; ///< a sign a link: 1 where its tags are left out
    void put(std::string_view text) { html += text; }
};

std::string textOf(const MD_ATTRIBUTE& attribute) {
    std::string text;
    for (int i = 0; attribute.text && attribute.substr_offsets[i] < attribute.size; ++i) {
        const std::string_view part(attribute.text + attribute.substr_offsets[i],
                                    attribute.substr_offsets[i + 1] - attribute.substr_offsets[i]);
        text += attribute.substr_types[i] == MD_TEXT_ENTITY ? decodeReferences(part) : std::string(part);
    }
    return text;
}

/// Whether an app may be led there: no other scheme than these. A relative address has none.
bool isHarmless(std::string_view url) {
    const std::size_t colon = url.find_first_of(":/?#");
    if (colon == std::string_view::npos || url[colon] != ':')
        return true;
    std::string scheme(url.substr(0, colon));
    std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    constexpr std::array harmless{"http", "https", "mailto"};
    return std::find(harmless.begin(), harmless.end(), scheme) != harmless.end();
}

std::string heading(unsigned level, bool isEnd) {
    return (isEnd ? "</h" : "<h") + std::to_string(level) + (isEnd ? ">\n" : ">");
}

int enterBlock(MD_BLOCKTYPE type, void* detail, void* data) {
    auto* writer = static_cast<Writer*>(data);
    switch (type) {
    case MD_BLOCK_QUOTE:
        writer->put("<blockquote>\n");
        break;
    case MD_BLOCK_UL:
        writer->put("<ul>\n");
        break;
    case MD_BLOCK_OL: {
        const unsigned start = static_cast<MD_BLOCK_OL_DETAIL*>(detail)->start;
        writer->put(start == 1 ? "<ol>\n" : "<ol start=\"" + std::to_string(start) + "\">\n");
        break;
    }
    case MD_BLOCK_LI:
        writer->put("<li>");
        break;
    case MD_BLOCK_HR:
        writer->put("<hr />\n");
        break;
    case MD_BLOCK_H:
        writer->put(heading(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level, false));
        break;
    case MD_BLOCK_CODE:
        writer->put("<pre><code>");
        break;
    case MD_BLOCK_P:
        writer->put("<p>");
        break;
    default:
        break;
    }
    return 0;
}

int leaveBlock(MD_BLOCKTYPE type, void* detail, void* data) {
    auto* writer = static_cast<Writer*>(data);
    switch (type) {
    case MD_BLOCK_QUOTE:
        writer->put("</blockquote>\n");
        break;
    case MD_BLOCK_UL:
        writer->put("</ul>\n");
        break;
    case MD_BLOCK_OL:
        writer->put("</ol>\n");
        break;
    case MD_BLOCK_LI:
        writer->put("</li>\n");
        break;
    case MD_BLOCK_H:
        writer->put(heading(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level, true));
        break;
    case MD_BLOCK_CODE:
        writer->put("</code></pre>\n");
        break;
    case MD_BLOCK_P:
        writer->put("</p>\n");
        break;
    default:
        break;
    }
    return 0;
}

const char* plainTag(MD_SPANTYPE type) {
    switch (type) {
    case MD_SPAN_EM:
        return "em";
    case MD_SPAN_STRONG:
        return "strong";
    case MD_SPAN_CODE:
        return "code";
    default:
        return nullptr;
    }
}

void openLink(Writer& writer, const MD_SPAN_A_DETAIL& link) {
    const std::string url = textOf(link.href);
    const bool isKept = isHarmless(url);
    writer.dropped += isKept ? '0' : '1';
    if (!isKept)
        return;
    writer.put("<a href=\"" + htmlEscaped(url) + '"');
    if (link.title.text)
        writer.put(" title=\"" + htmlEscaped(textOf(link.title)) + '"');
    writer.put(">");
}

int enterSpan(MD_SPANTYPE type, void* detail, void* data) {
    auto* writer = static_cast<Writer*>(data);
    if (type == MD_SPAN_IMG)
        ++writer->images;
    else if (type == MD_SPAN_A)
        openLink(*writer, *static_cast<MD_SPAN_A_DETAIL*>(detail));
    else if (const char* tag = plainTag(type); tag && writer->images == 0)
        writer->put(std::string("<") + tag + ">");
    return 0;
}

int leaveSpan(MD_SPANTYPE type, void*, void* data) {
    auto* writer = static_cast<Writer*>(data);
    if (type == MD_SPAN_IMG) {
        --writer->images;
    } else if (type == MD_SPAN_A && !writer->dropped.empty()) {
        writer->put(writer->dropped.back() == '0' ? "</a>" : "");
        writer->dropped.pop_back();
    } else if (const char* tag = plainTag(type); tag && writer->images == 0) {
        writer->put(std::string("</") + tag + ">");
    }
    return 0;
}

int takeText(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
    auto* writer = static_cast<Writer*>(data);
    const std::string_view words(text, size);
    switch (type) {
    case MD_TEXT_NULLCHAR:
        writer->put("\xEF\xBF\xBD");
        break;
    case MD_TEXT_BR:
        writer->put(writer->images > 0 ? " " : "<br />\n");
        break;
    case MD_TEXT_SOFTBR:
        writer->put("\n");
        break;
    case MD_TEXT_ENTITY:
        writer->put(htmlEscaped(decodeReferences(words)));
        break;
    default:
        writer->put(htmlEscaped(words));
    }
    return 0;
}

} // namespace

std::string htmlEscaped(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size());
    for (const char byte : text) {
        if (byte == '<')
            escaped += "&lt;";
        else if (byte == '>')
            escaped += "&gt;";
        else if (byte == '&')
            escaped += "&amp;";
        else if (byte == '"')
            escaped += "&quot;";
        else
            escaped += byte;
    }
    return escaped;
}

std::string notesHtml(std::string_view markdown) {
    if (firstInvalidUtf8(markdown) != std::string_view::npos)
        return {};
    if (markdown.size() > limits::renderedNotesBytes)
        return "<pre>" + htmlEscaped(markdown) + "</pre>\n";
    Writer writer;
    writer.html.reserve(markdown.size() * 2);
    MD_PARSER parser{};
    parser.flags = MD_FLAG_NOHTML;
    parser.enter_block = enterBlock;
    parser.leave_block = leaveBlock;
    parser.enter_span = enterSpan;
    parser.leave_span = leaveSpan;
    parser.text = takeText;
    md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &writer);
    return std::move(writer.html);
}

} // namespace format
