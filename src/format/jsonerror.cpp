// SPDX-License-Identifier: MIT
#include "format/jsonerror.h"

#include "format/limits.h"

#include <algorithm>

namespace format {

namespace {

bool says(std::string_view words, std::string_view part) {
    return words.find(part) != std::string_view::npos;
}

char lastBefore(std::string_view text, std::size_t at) {
    const std::size_t found = text.substr(0, at).find_last_not_of(" \t\r\n");
    return found == std::string_view::npos ? '\0' : text[found];
}

std::string describeString(std::string_view parserWords) {
    if (says(parserWords, "control character"))
        return "A string holds a line break or another control character; write it as an escape such as \\n, "
               "or "
               "close the string before it.";
    if (says(parserWords, "forbidden character after backslash"))
        return "A backslash stands before a character that cannot be escaped; write \\\\ for a backslash "
               "itself.";
    if (says(parserWords, "must be followed by 4 hex digits"))
        return "\\u must be followed by four hexadecimal digits.";
    if (says(parserWords, "missing closing quote"))
        return "A string has no closing quote.";
    return "A string cannot be read here.";
}

} // namespace

namespace {

struct Amounts {
    std::size_t depth = 0, keys = 0, values = 1;
};

Amounts amountsOf(std::string_view json) {
    Amounts amounts;
    std::size_t depth = 0;
    bool inString = false, isOpened = false; // opened: just behind a bracket
    for (std::size_t at = 0; at < json.size(); ++at) {
        const char byte = json[at];
        if (inString) {
            inString = byte != '"';
            at += byte == '\\' ? 1 : 0;
            continue;
        }
        if (byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n')
            continue;
        const bool opens = byte == '{' || byte == '[';
        const bool closes = byte == '}' || byte == ']';
        amounts.values += (isOpened && !closes) || byte == ',' ? 1 : 0;
        amounts.keys += byte == ':' ? 1 : 0;
        depth = opens ? depth + 1 : closes && depth > 0 ? depth - 1 : depth;
        amounts.depth = std::max(amounts.depth, depth);
        isOpened = opens;
        inString = byte == '"';
    }
    return amounts;
}

} // namespace

std::string describeExcess(std::string_view json, JsonExcess excess) {
    const Amounts amounts = amountsOf(json);
    if (excess == JsonExcess::Depth)
        return "The JSON is nested " + std::to_string(amounts.depth) + " levels deep; more than " +
               std::to_string(limits::jsonDepth) + " are not opened.";
    const bool isKeys = excess == JsonExcess::Keys;
    return "The JSON has " + std::to_string(isKeys ? amounts.keys : amounts.values) +
           (isKeys ? " keys" : " values") + "; more than " +
           std::to_string(isKeys ? limits::jsonKeys : limits::jsonValues) + " are not opened.";
}

std::string describeJsonError(std::string_view text, std::size_t at, std::string_view parserWords) {
    if (says(parserWords, "invalid string"))
        return describeString(parserWords);
    const char here = at < text.size() ? text[at] : '\0';
    const char before = lastBefore(text, at);
    if ((here == '}' || here == ']') && before == ',')
        return "There is a comma before the closing bracket; delete it.";
    if (here == '}' && says(parserWords, "expected ']'"))
        return "A list is still open here; close it with ] before the }.";
    if (here == ']' && says(parserWords, "expected '}'"))
        return "An object is still open here; close it with } before the ].";
    if (here == '0' && at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9')
        return "A number cannot begin with 0; delete the zero, or put it in double quotes.";
    if (here == '/' || here == '#')
        return "JSON has no comments; delete it.";
    if (here == '\'')
        return "Strings stand in double quotes, not in single ones.";
    if (says(parserWords, "invalid number"))
        return "This is not a JSON number.";
    if (says(parserWords, "invalid literal"))
        return "This is no JSON value; text stands in double quotes, and the only bare words are true, false "
               "and "
               "null.";
    if (here == '"' && (before == '"' || before == '}' || before == ']' || before == 'e' || before == 'l' ||
                        (before >= '0' && before <= '9')))
        return "A comma is missing before this.";
    if (says(parserWords, "expected ':'") || says(parserWords, "object separator"))
        return "A colon is missing between a key and its value.";
    if (says(parserWords, "object key"))
        return "A key in double quotes is missing here.";
    return "The JSON cannot go on like this: a comma, a bracket or a value is missing or one too many.";
}

} // namespace format
