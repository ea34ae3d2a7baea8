// SPDX-License-Identifier: MIT
#include "format/jsonvalue.h"

#include "format/jsonstyle.h"
#include "format/jsontree.h"

#include <algorithm>

namespace format {

namespace {

JsonStyle plainStyle() {
    JsonStyle style;
    style.isCompact = true;
    style.colon = ":";
    return style;
}

bool isSame(const JsonTree& a, JsonId left, const JsonTree& b, JsonId right, std::string_view aText,
            std::string_view bText) {
    const JsonNode& x = a.node(left);
    const JsonNode& y = b.node(right);
    if (x.type != y.type || x.children.size() != y.children.size())
        return false;
    if (x.type == JsonType::String)
        return x.string == y.string && !x.hasLoneSurrogate && !y.hasLoneSurrogate;
    if (x.type == JsonType::Array)
        return std::equal(x.children.begin(), x.children.end(), y.children.begin(),
                          [&](JsonId i, JsonId j) { return isSame(a, i, b, j, aText, bText); });
    if (x.type == JsonType::Object)
        return std::all_of(x.children.begin(), x.children.end(), [&](JsonId child) {
            const JsonId other = b.member(right, a.node(child).name);
            return other != noNode && !a.node(child).isDuplicateKey &&
                   isSame(a, child, b, other, aText, bText);
        });
    return x.span.in(aText) == y.span.in(bText);
}

} // namespace

JsonValue JsonValue::null() {
    return JsonValue("null");
}
JsonValue JsonValue::boolean(bool value) {
    return JsonValue(value ? "true" : "false");
}
JsonValue JsonValue::integer(long long value) {
    return JsonValue(std::to_string(value));
}
JsonValue JsonValue::string(std::string_view utf8) {
    return JsonValue(quoteJson(utf8, plainStyle()));
}

JsonValue JsonValue::strings(const std::vector<std::string>& utf8) {
    std::string json = "[";
    for (const std::string& item : utf8)
        json += (json.size() > 1 ? "," : "") + quoteJson(item, plainStyle());
    return JsonValue(json + "]");
}

Result<JsonValue> JsonValue::parse(std::string_view json) {
    if (const std::size_t bad = firstInvalidUtf8(json); bad != std::string_view::npos)
        return Error{"The text is not valid UTF-8.", bad};
    const auto tree = JsonTree::parse(json, {0, json.size()});
    if (!tree)
        return tree.error();
    return JsonValue(std::string(tree->node(tree->root()).span.in(json)));
}

bool JsonValue::isSameValue(const JsonValue& other) const {
    if (m_json == other.m_json)
        return true;
    const auto mine = JsonTree::parse(m_json, {0, m_json.size()});
    const auto theirs = JsonTree::parse(other.m_json, {0, other.m_json.size()});
    return mine && theirs && isSame(*mine, mine->root(), *theirs, theirs->root(), m_json, other.m_json);
}

} // namespace format
