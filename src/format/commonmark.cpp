// SPDX-License-Identifier: MIT
#include "format/commonmark.h"

#include "format/utf8.h"

#include <md4c.h>

#include <array>
#include <cstdlib>
#include <utility>

namespace format {

namespace {

bool isPunctuation(char byte) {
    return (byte >= '!' && byte <= '/') || (byte >= ':' && byte <= '@') || (byte >= '[' && byte <= '`') ||
           (byte >= '{' && byte <= '~');
}

std::string utf8Of(unsigned long code) {
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        code = 0xFFFD;
    std::string utf8;
    appendCharacter(utf8, static_cast<char32_t>(code));
    return utf8;
}

/// The end (behind `;`) of a character reference at `at`, or `at`.
std::size_t referenceEnd(std::string_view raw, std::size_t at) {
    constexpr std::size_t longest = 34;
    const std::size_t end = raw.substr(0, at + longest).find(';', at);
    if (end == std::string_view::npos || end < at + 2)
        return at;
    const std::string_view name = raw.substr(at + 1, end - at - 1);
    constexpr std::string_view digits = "0123456789";
    constexpr std::string_view hex = "0123456789abcdefABCDEF";
    const bool isHex = name.size() > 2 && name[0] == '#' && (name[1] == 'x' || name[1] == 'X');
    const bool isNumber = name.size() > 1 && name[0] == '#';
    const std::string_view body = name.substr(isHex ? 2 : isNumber ? 1 : 0);
    const std::string_view allowed = isHex ? hex : digits;
    const bool fits = isNumber ? body.find_first_not_of(allowed) == std::string_view::npos && body.size() <= 7
                               : body.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                                        "0123456789") == std::string_view::npos;
    return fits ? end + 1 : at;
}

std::string decodeReference(std::string_view reference) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 14> named{
        {{"&amp;", "&"},
         {"&lt;", "<"},
         {"&gt;", ">"},
         {"&quot;", "\""},
         {"&apos;", "'"},
         {"&nbsp;", "\xC2\xA0"},
         {"&ndash;", "\xE2\x80\x93"},
         {"&mdash;", "\xE2\x80\x94"},
         {"&lsquo;", "\xE2\x80\x98"},
         {"&rsquo;", "\xE2\x80\x99"},
         {"&ldquo;", "\xE2\x80\x9C"},
         {"&rdquo;", "\xE2\x80\x9D"},
         {"&hellip;", "\xE2\x80\xA6"},
         {"&middot;", "\xC2\xB7"}}};
    for (const auto& [name, text] : named)
        if (name == reference)
            return std::string(text);
    if (reference.substr(0, 2) != "&#")
        return std::string(reference);
    const bool isHex = reference[2] == 'x' || reference[2] == 'X';
    const std::string digits(reference.substr(isHex ? 3 : 2));
    return utf8Of(std::strtoul(digits.c_str(), nullptr, isHex ? 16 : 10));
}

std::string attributeText(const MD_ATTRIBUTE& attribute) {
    std::string text;
    for (int i = 0; attribute.text && attribute.substr_offsets[i] < attribute.size; ++i) {
        const std::string_view part(attribute.text + attribute.substr_offsets[i],
                                    attribute.substr_offsets[i + 1] - attribute.substr_offsets[i]);
        text += attribute.substr_types[i] == MD_TEXT_ENTITY ? decodeReference(part) : std::string(part);
    }
    return text;
}

struct Collector {
    std::vector<CommonMarkLink> links;
    int images = 0;
    bool inLink = false;
};

int enterSpan(MD_SPANTYPE type, void* detail, void* data) {
    auto* collector = static_cast<Collector*>(data);
    if (type == MD_SPAN_IMG)
        ++collector->images;
    if (type != MD_SPAN_A)
        return 0;
    const auto* link = static_cast<MD_SPAN_A_DETAIL*>(detail);
    collector->inLink = true;
    collector->links.push_back(
        {{}, attributeText(link->href), attributeText(link->title), link->title.text != nullptr});
    return 0;
}

int leaveSpan(MD_SPANTYPE type, void*, void* data) {
    auto* collector = static_cast<Collector*>(data);
    if (type == MD_SPAN_A)
        collector->inLink = false;
    return 0;
}

int takeText(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
    auto* collector = static_cast<Collector*>(data);
    if (!collector->inLink)
        return 0;
    std::string& words = collector->links.back().text;
    if (type == MD_TEXT_ENTITY)
        words += decodeReference({text, size});
    else if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR)
        words += '\n';
    else
        words.append(text, size);
    return 0;
}

int ignoreBlock(MD_BLOCKTYPE, void*, void*) {
    return 0;
}

} // namespace

std::vector<CommonMarkLink> commonMarkLinks(std::string_view markdown) {
    Collector collector;
    MD_PARSER parser{};
    parser.enter_block = ignoreBlock;
    parser.leave_block = ignoreBlock;
    parser.enter_span = enterSpan;
    parser.leave_span = leaveSpan;
    parser.text = takeText;
    md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &collector);
    return std::move(collector.links);
}

namespace {

std::string decode(std::string_view raw, bool hasBackslashes) {
    if (raw.find('\\') == std::string_view::npos && raw.find('&') == std::string_view::npos)
        return std::string(raw);
    std::string text;
    for (std::size_t at = 0; at < raw.size();) {
        if (hasBackslashes && raw[at] == '\\' && at + 1 < raw.size() && isPunctuation(raw[at + 1])) {
            text += raw[at + 1];
            at += 2;
        } else if (const std::size_t end = raw[at] == '&' ? referenceEnd(raw, at) : at; end > at) {
            text += decodeReference(raw.substr(at, end - at));
            at = end;
        } else {
            text += raw[at++];
        }
    }
    return text;
}

} // namespace

std::string decodeMarkdown(std::string_view raw) {
    return decode(raw, true);
}

std::string decodeReferences(std::string_view raw) {
    return decode(raw, false);
}

bool isReferenceAt(std::string_view raw, std::size_t at) {
    return at < raw.size() && raw[at] == '&' && referenceEnd(raw, at) > at;
}

} // namespace format
