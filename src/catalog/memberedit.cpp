// SPDX-License-Identifier: MIT
#include "catalog/memberedit.h"

#include <algorithm>

namespace catalog {

using format::JsonNode;

namespace {

std::size_t placeFor(std::string_view key, const MemberOrder& order, const MemberOrder& names) {
    for (auto before = std::find(order.begin(), order.end(), key); before != order.begin();) {
        const auto found = std::find(names.begin(), names.end(), *--before);
        if (found != names.end())
            return static_cast<std::size_t>(found - names.begin()) + 1;
    }
    return 0;
}

/// What stands between a key and its value in this object.
std::string colonOf(const format::Document& document, format::JsonId object, const format::JsonStyle& style) {
    const auto& children = document.json().node(object).children;
    if (children.empty())
        return style.colon;
    const JsonNode& first = document.json().node(children.front());
    return document.text().substr(first.key.end, first.span.begin - first.key.end);
}

} // namespace

format::Result<format::TextEdits> setMembers(const format::Document& document, format::JsonId object,
                                             const MemberOrder& order,
                                             const std::vector<WantedMember>& wanted, bool writesNulls) {
    const format::JsonTree& tree = document.json();
    const format::JsonEditor editor = document.jsonEditor();
    const auto& children = tree.node(object).children;
    std::vector<format::ArrangedItem> items;
    MemberOrder names;
    for (std::size_t i = 0; i < children.size(); ++i) {
        const JsonNode& member = tree.node(children[i]);
        const auto found = std::find_if(wanted.begin(), wanted.end(),
                                        [&](const WantedMember& wish) { return wish.key == member.name; });
        const bool counts = tree.member(object, member.name) == children[i];
        if (found == wanted.end() || !counts)
            items.push_back({i, {}});
        else if (found->text || writesNulls)
            items.push_back({i, {{member.span, found->text.value_or("null")}}});
        else
            continue;
        names.push_back(member.name);
    }
    for (const WantedMember& member : wanted) {
        if (!member.text || tree.member(object, member.key) != format::noNode)
            continue;
        const std::size_t at = placeFor(member.key, order, names);
        items.insert(items.begin() + static_cast<std::ptrdiff_t>(at),
                     {std::nullopt,
                      {},
                      format::quoteJson(member.key, editor.style()) +
                          colonOf(document, object, editor.style()) + *member.text});
        names.insert(names.begin() + static_cast<std::ptrdiff_t>(at), member.key);
    }
    return editor.arrange(tree.pathOf(object), items);
}

} // namespace catalog
