// SPDX-License-Identifier: MIT
#include "format/frontmatter.h"

namespace format {

namespace {

constexpr std::string_view bom = "\xEF\xBB\xBF";
constexpr std::string_view whiteSpace = " \t\r\n";

std::size_t startOfContent(std::string_view text) {
    const std::size_t from = text.substr(0, bom.size()) == bom ? bom.size() : 0;
    const std::size_t at = text.find_first_not_of(whiteSpace, from);
    return at == std::string_view::npos ? text.size() : at;
}

} // namespace

bool isUtf16(std::string_view text) {
    const std::string_view mark = text.substr(0, 2);
    return mark == "\xFF\xFE" || mark == "\xFE\xFF" ||
           (mark.size() == 2 && (mark[0] == '\0') != (mark[1] == '\0'));
}

PageKind pageKindOf(std::string_view text) {
    const std::size_t at = startOfContent(text);
    const bool isObject = at < text.size() && text[at] == '{';
    const bool isConflict = text.substr(at, 8) == "<<<<<<< ";
    // UTF-16 is no page of another kind but a file that must be refused by name.
    return isObject || isUtf16(text) || isConflict ? PageKind::Episode : PageKind::OtherPage;
}

Result<FrontMatter> splitFrontMatter(std::string_view text) {
    FrontMatter front;
    front.hasBom = text.substr(0, bom.size()) == bom;
    const std::size_t begin = startOfContent(text);
    if (begin == text.size() || text[begin] != '{')
        return Error{"The file does not begin with a JSON object.", begin};
    std::size_t depth = 0;
    bool inString = false;
    for (std::size_t at = begin; at < text.size(); ++at) {
        const char byte = text[at];
        if (inString) {
            if (byte == '\\')
                ++at;
            else if (byte == '"')
                inString = false;
        } else if (byte == '"') {
            inString = true;
        } else if (byte == '{') {
            ++depth;
        } else if (byte == '}' && --depth == 0) {
            front.object = {begin, at + 1};
            front.body = {at + 1, text.size()};
            return front;
        }
    }
    return Error{"The JSON object never ends: a closing brace or quote is missing.", text.size()};
}

} // namespace format
