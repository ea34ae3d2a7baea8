// SPDX-License-Identifier: MIT
#include "format/jsonedit.h"

#include "format/jsonitems.h"

#include <algorithm>

namespace format {

namespace {

JsonValue valueOf(std::string_view text, const JsonNode& node) {
    // A value that was parsed once parses again.
    return JsonValue::parse(node.span.in(text)).valueOr(JsonValue::null());
}

Error nothingThere(const JsonPath& path) {
    return {"There is nothing at " + toPointer(path) + ".", 0};
}

/// Collects the edits that turn one value of the file into another, touching only what differs.
class Differ {
public:
    Differ(std::string_view text, const JsonTree& tree, const JsonStyle& style, const JsonValue& value)
        : m_text(text)
        , m_tree(tree)
        , m_style(style)
        , m_newText(value.json())
        , m_new(JsonTree::parse(value.json(), {0, value.json().size()})) {}

    TextEdits edits(JsonId id) {
        if (m_new)
            change(id, m_new->root());
        return std::move(m_edits);
    }

private:
    JsonValue newValue(JsonId id) const { return valueOf(m_newText, m_new->node(id)); }
    bool isSame(JsonId old, JsonId id) const {
        return valueOf(m_text, m_tree.node(old)).isSameValue(newValue(id));
    }

    void change(JsonId old, JsonId id) {
        const JsonNode& before = m_tree.node(old);
        const JsonNode& after = m_new->node(id);
        if (isSame(old, id))
            return;
        if (before.type == JsonType::Array && after.type == JsonType::Array && !before.children.empty() &&
            !after.children.empty())
            changeElements(old, before.children, after.children);
        else if (before.type == JsonType::Object && after.type == JsonType::Object &&
                 haveSameKeys(before, after))
            for (const JsonId member : after.children)
                change(m_tree.member(old, m_new->node(member).name), member);
        else
            m_edits.push_back({before.span, printJson(newValue(id), m_style, depthInTree(m_tree, old))});
    }

    bool haveSameKeys(const JsonNode& before, const JsonNode& after) const {
        return before.children.size() == after.children.size() &&
               std::equal(before.children.begin(), before.children.end(), after.children.begin(),
                          [&](JsonId a, JsonId b) {
                              return m_tree.node(a).name == m_new->node(b).name &&
                                     !m_tree.node(a).isDuplicateKey;
                          });
    }

    void changeElements(JsonId array, std::span<const JsonId> before, std::span<const JsonId> after) {
        std::size_t prefix = 0;
        const std::size_t shorter = std::min(before.size(), after.size());
        while (prefix < shorter && isSame(before[prefix], after[prefix]))
            ++prefix;
        std::size_t suffix = 0;
        while (suffix < shorter - prefix &&
               isSame(before[before.size() - 1 - suffix], after[after.size() - 1 - suffix]))
            ++suffix;
        const std::size_t replaced = shorter - prefix - suffix;
        for (std::size_t i = prefix; i < prefix + replaced; ++i)
            change(before[i], after[i]);
        const JsonItems items(m_text, m_tree, m_style, array);
        const std::size_t at = prefix + replaced;
        if (before.size() > after.size())
            m_edits.push_back(items.remove(at, before.size() - after.size()));
        for (std::size_t i = at; i < after.size() - suffix; ++i)
            m_edits.push_back(items.insert(at, {printJson(newValue(after[i]), m_style, items.itemDepth())}));
    }

    std::string_view m_text;
    const JsonTree& m_tree;
    const JsonStyle& m_style;
    std::string_view m_newText;
    Result<JsonTree> m_new;
    TextEdits m_edits;
};

} // namespace

JsonEditor::JsonEditor(std::string_view text, const JsonTree& tree)
    : m_text(text)
    , m_tree(tree)
    , m_style(JsonStyle::of(text, tree)) {}

Result<TextEdits> JsonEditor::set(const JsonPath& path, const JsonValue& value) const {
    const JsonId id = m_tree.find(path);
    if (id == noNode)
        return nothingThere(path);
    return Differ(m_text, m_tree, m_style, value).edits(id);
}

Result<TextEdits> JsonEditor::insertMember(const JsonPath& object, std::string_view key,
                                           const JsonValue& value,
                                           std::optional<std::string_view> after) const {
    const JsonId id = m_tree.find(object);
    if (id == noNode || m_tree.node(id).type != JsonType::Object)
        return Error{"There is no object at " + toPointer(object) + ".", 0};
    if (m_tree.member(id, key) != noNode)
        return Error{"The key \"" + std::string(key) + "\" is there already.", m_tree.node(id).span.begin};
    const auto& children = m_tree.node(id).children;
    const JsonItems items(m_text, m_tree, m_style, id);
    std::size_t at = children.size();
    if (after && after->empty()) {
        at = 0;
    } else if (after) {
        const auto place = std::find_if(children.begin(), children.end(),
                                        [&](JsonId c) { return m_tree.node(c).name == *after; });
        if (place == children.end())
            return Error{"There is no key \"" + std::string(*after) + "\".", m_tree.node(id).span.begin};
        at = static_cast<std::size_t>(place - children.begin()) + 1;
    }
    const std::string printed =
        quoteJson(key, m_style) + m_style.colon + printJson(value, m_style, items.itemDepth());
    return TextEdits{items.insert(at, {printed})};
}

Result<TextEdits> JsonEditor::insertElement(const JsonPath& array, std::size_t at,
                                            const JsonValue& value) const {
    const JsonId id = m_tree.find(array);
    if (id == noNode || m_tree.node(id).type != JsonType::Array)
        return Error{"There is no list at " + toPointer(array) + ".", 0};
    const JsonItems items(m_text, m_tree, m_style, id);
    if (at > items.size())
        return nothingThere(array);
    return TextEdits{items.insert(at, {printJson(value, m_style, items.itemDepth())})};
}

namespace {

/// The container of the value at a path, and its place there.
struct Place {
    JsonId container = noNode;
    std::size_t index = 0;
};

Place placeOf(const JsonTree& tree, const JsonPath& path) {
    const JsonId id = tree.find(path);
    if (id == noNode || id == tree.root())
        return {};
    const JsonId parent = tree.node(id).parent;
    const auto& children = tree.node(parent).children;
    return {parent,
            static_cast<std::size_t>(std::find(children.begin(), children.end(), id) - children.begin())};
}

} // namespace

Result<TextEdits> JsonEditor::remove(const JsonPath& path) const {
    const Place place = placeOf(m_tree, path);
    if (place.container == noNode)
        return nothingThere(path);
    return TextEdits{JsonItems(m_text, m_tree, m_style, place.container).remove(place.index, 1)};
}

Result<TextEdits> JsonEditor::move(const JsonPath& path, std::size_t to) const {
    const Place place = placeOf(m_tree, path);
    if (place.container == noNode)
        return nothingThere(path);
    const JsonItems items(m_text, m_tree, m_style, place.container);
    if (to >= items.size())
        return nothingThere(path);
    std::vector<std::size_t> order(items.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const auto from = order.begin() + static_cast<std::ptrdiff_t>(place.index);
    const auto target = order.begin() + static_cast<std::ptrdiff_t>(to);
    if (from < target)
        std::rotate(from, from + 1, target + 1);
    else
        std::rotate(target, from, from + 1);
    TextEdits edits; // the places keep their separators, the items change places
    for (std::size_t i = 0; i < order.size(); ++i)
        if (order[i] != i)
            edits.push_back({items.item(i), std::string(items.item(order[i]).in(m_text))});
    return edits;
}

Result<TextEdits> JsonEditor::setRaw(const JsonPath& path, std::string_view raw) const {
    const JsonId id = m_tree.find(path);
    if (id == noNode)
        return nothingThere(path);
    const Span span = m_tree.node(id).span;
    return span.in(m_text) == raw ? TextEdits{} : TextEdits{{span, std::string(raw)}};
}

} // namespace format
