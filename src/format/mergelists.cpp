// SPDX-License-Identifier: MIT
#include "format/mergelists.h"

#include "format/mergeparts.h"
#include "format/sequencemerge.h"

#include <algorithm>

namespace format {

namespace {

bool has(const ListElements& elements, const ListElement& element) {
    return std::any_of(elements.begin(), elements.end(),
                       [&](const ListElement& other) { return other.canonical == element.canonical; });
}

/// Different texts: their places matter little, whether they are there is all.
bool isSet(const ListElements& elements) {
    for (std::size_t i = 0; i < elements.size(); ++i) {
        if (!elements[i].isText)
            return false;
        for (std::size_t j = 0; j < i; ++j)
            if (elements[i].canonical == elements[j].canonical)
                return false;
    }
    return true;
}

/// Those elements of `elements` that both others have, in its order.
std::vector<std::string> commonOrder(const ListElements& elements, const ListElements& b,
                                     const ListElements& c) {
    std::vector<std::string> order;
    for (const ListElement& element : elements)
        if (has(b, element) && has(c, element))
            order.push_back(element.canonical);
    return order;
}

/// `lead` without what `other` took away, with what it added behind the element that it follows there.
ListElements mergeSets(const ListElements& base, const ListElements& lead, const ListElements& other) {
    ListElements merged;
    std::copy_if(lead.begin(), lead.end(), std::back_inserter(merged),
                 [&](const ListElement& element) { return !has(base, element) || has(other, element); });
    std::size_t behind = 0;
    for (const ListElement& element : other) {
        const auto place = std::find_if(merged.begin(), merged.end(), [&](const ListElement& there) {
            return there.canonical == element.canonical;
        });
        if (place != merged.end()) {
            behind = static_cast<std::size_t>(place - merged.begin()) + 1;
        } else if (!has(base, element)) {
            merged.insert(merged.begin() + static_cast<std::ptrdiff_t>(behind), element);
            ++behind;
        }
    }
    return merged;
}

Sequence sequenceOf(const ListElements& elements) {
    Sequence sequence;
    for (const ListElement& element : elements)
        sequence.push_back({element.canonical, element.identity, {}, false});
    return sequence;
}

} // namespace

ListElements elementsOf(std::string_view text, const JsonTree& tree, JsonId array) {
    ListElements elements;
    for (const JsonId child : tree.node(array).children) {
        const JsonNode& node = tree.node(child);
        const JsonId time = node.type == JsonType::Object ? tree.member(child, "startTime") : noNode;
        elements.push_back({canonicalJson(text, tree, child), std::string(node.span.in(text)),
                            time == noNode ? std::string() : std::string(tree.node(time).span.in(text)),
                            node.type == JsonType::String && !node.hasLoneSurrogate});
    }
    return elements;
}

std::string listJson(const ListElements& elements) {
    std::string json = "[";
    for (const ListElement& element : elements)
        json += (json.size() > 1 ? "," : "") + element.raw;
    return json + "]";
}

std::optional<ListElements> mergeLists(const ListElements& base, const ListElements& mine,
                                       const ListElements& theirs) {
    if (isSet(base) && isSet(mine) && isSet(theirs)) {
        const bool theyReordered = commonOrder(theirs, base, mine) != commonOrder(base, mine, theirs);
        return theyReordered ? mergeSets(base, theirs, mine) : mergeSets(base, mine, theirs);
    }
    ListElements merged;
    const auto pieces = mergeSequences(sequenceOf(base), sequenceOf(mine), sequenceOf(theirs));
    if (!pieces)
        return std::nullopt;
    for (const MergedPiece& piece : *pieces) {
        if (piece.kind == MergedPiece::Kind::Conflict)
            return std::nullopt;
        for (const MergedItem& item : piece.items)
            merged.push_back((item.side == MergedItem::Side::Mine ? mine : theirs)[item.index]);
    }
    return merged;
}

ListElements unionOf(ListElements first, const ListElements& second) {
    std::copy_if(second.begin(), second.end(), std::back_inserter(first),
                 [&](const ListElement& element) { return !has(first, element); });
    return first;
}

} // namespace format
