// SPDX-License-Identifier: MIT
#include "format/textedit.h"

#include <algorithm>

namespace format {

namespace {

void sortEdits(TextEdits& edits) {
    std::stable_sort(edits.begin(), edits.end(),
                     [](const TextEdit& a, const TextEdit& b) { return a.span < b.span; });
}

bool isContinuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

} // namespace

Result<std::string> applyEdits(std::string_view text, TextEdits edits) {
    sortEdits(edits);
    std::string result;
    result.reserve(text.size() + 64);
    std::size_t at = 0;
    for (const TextEdit& edit : edits) {
        if (edit.span.end < edit.span.begin || edit.span.end > text.size())
            return Error{"An edit lies outside the text.", edit.span.begin};
        if (edit.span.begin < at)
            return Error{"Two edits change the same place.", edit.span.begin};
        result.append(text.substr(at, edit.span.begin - at)).append(edit.replacement);
        at = edit.span.end;
    }
    result.append(text.substr(at));
    return result;
}

TextEdits invertEdits(std::string_view text, TextEdits edits) {
    sortEdits(edits);
    TextEdits inverse;
    std::size_t grown = 0; // modulo 2^n: shrinking wraps and adds up right
    for (const TextEdit& edit : edits) {
        const std::size_t begin = edit.span.begin + grown;
        inverse.push_back({{begin, begin + edit.replacement.size()}, std::string(edit.span.in(text))});
        grown += edit.replacement.size() - edit.span.size();
    }
    return inverse;
}

TextEdits differenceOf(std::string_view before, std::string_view after) {
    const std::size_t shorter = std::min(before.size(), after.size());
    std::size_t prefix = 0;
    while (prefix < shorter && before[prefix] == after[prefix])
        ++prefix;
    if (prefix == before.size() && prefix == after.size())
        return {};
    while (prefix > 0 && ((prefix < before.size() && isContinuation(before[prefix])) ||
                          (prefix < after.size() && isContinuation(after[prefix]))))
        --prefix;
    std::size_t suffix = 0;
    while (suffix < shorter - prefix &&
           before[before.size() - 1 - suffix] == after[after.size() - 1 - suffix])
        ++suffix;
    while (suffix > 0 && isContinuation(before[before.size() - suffix]))
        --suffix;
    return {{{prefix, before.size() - suffix},
             std::string(after.substr(prefix, after.size() - suffix - prefix))}};
}

} // namespace format
