// SPDX-License-Identifier: MIT
#include "format/jsontreebuilder.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <utility>

namespace format {

namespace {

constexpr std::size_t bytesANode = 24; // about what there is: nodes are large, and moving them costs

unsigned char lowered(char byte) {
    return static_cast<unsigned char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
}

bool isAlike(std::string_view a, std::string_view b) {
    return a.size() == b.size() && (a.empty() || lowered(a.back()) == lowered(b.back())) &&
           std::equal(a.begin(), a.end(), b.begin(),
                      [](char left, char right) { return lowered(left) == lowered(right); });
}

/// Whether two members' names may be alike but for case; nearly never, and found without a copy of a name.
bool mayHaveAlikeNames(const std::vector<JsonNode>& nodes, const JsonNode& object,
                       std::vector<std::uint64_t>& hashes) {
    constexpr std::size_t few = 40; // each with each is quicker than any order of them
    const auto nameOf = [&](JsonId child) { return nodes[static_cast<std::size_t>(child)].name; };
    if (object.children.size() <= few) {
        for (std::size_t i = 1; i < object.children.size(); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (isAlike(nameOf(object.children[i]), nameOf(object.children[j])))
                    return true;
        return false;
    }
    hashes.clear();
    for (const JsonId child : object.children) {
        std::uint64_t hash = 0xCBF29CE484222325U; // FNV-1a over the name in lower case
        for (const char byte : nameOf(child))
            hash = (hash ^ lowered(byte)) * 0x100000001B3U;
        hashes.push_back(hash);
    }
    std::sort(hashes.begin(), hashes.end());
    return std::adjacent_find(hashes.begin(), hashes.end()) != hashes.end();
}

void markDuplicates(std::vector<JsonNode>& nodes) {
    std::unordered_map<std::string_view, JsonId> seen;
    std::vector<std::uint64_t> hashes;
    for (std::size_t id = 0; id < nodes.size(); ++id) {
        if (nodes[id].type == JsonType::Object)
            nodes[id].mayHaveAlikeNames = mayHaveAlikeNames(nodes, nodes[id], hashes);
        if (!nodes[id].mayHaveAlikeNames)
            continue;
        seen.clear();
        for (const JsonId child : nodes[id].children) {
            const auto index = static_cast<std::size_t>(child);
            const auto [first, isNew] = seen.emplace(nodes[index].name, child);
            if (isNew)
                continue;
            nodes[index].isDuplicateKey = true;
            nodes[static_cast<std::size_t>(first->second)].isDuplicateKey = true;
        }
    }
}

} // namespace

JsonTreeBuilder::JsonTreeBuilder(std::size_t size)
    : m_values(std::make_shared<JsonTree::Values>()) {
    m_values->nodes.reserve(size / bytesANode);
    m_values->children.reserve(size / bytesANode);
    m_values->decoded.reserve(size); // decoded, a text is never longer: what points into it stays
}

std::string_view JsonTreeBuilder::keep(std::string_view decoded) {
    std::string& all = m_values->decoded;
    const std::size_t at = all.size();
    all += decoded;
    return std::string_view(all).substr(at);
}

bool JsonTreeBuilder::fail(JsonExcess excess, std::size_t at) {
    m_excess = excess;
    m_excessAt = at;
    return false;
}

bool JsonTreeBuilder::add(JsonType type, Span span) {
    auto& nodes = m_values->nodes;
    if (nodes.size() >= limits::jsonValues)
        return fail(JsonExcess::Values, span.begin);
    const auto id = static_cast<JsonId>(nodes.size());
    JsonNode& node = nodes.emplace_back();
    node.type = type;
    node.span = span;
    node.key = std::exchange(m_key, {});
    node.name = std::exchange(m_name, {});
    if (!m_open.empty()) {
        node.parent = m_open.back().id;
        m_pending.push_back(id);
    }
    return true;
}

bool JsonTreeBuilder::addString(Span span, std::string_view decoded, bool hasLoneSurrogate) {
    if (!add(JsonType::String, span))
        return false;
    JsonNode& node = m_values->nodes.back();
    node.string = keep(decoded);
    node.hasLoneSurrogate = hasLoneSurrogate;
    return true;
}

bool JsonTreeBuilder::open(JsonType type, std::size_t at) {
    if (m_open.size() >= JsonTree::maximumDepth)
        return fail(JsonExcess::Depth, at);
    const auto id = static_cast<JsonId>(m_values->nodes.size());
    if (!add(type, {at, at + 1}))
        return false;
    m_open.push_back({id, m_pending.size()});
    m_isInObject = type == JsonType::Object;
    return true;
}

void JsonTreeBuilder::close(std::size_t end) {
    const Open open = m_open.back();
    m_open.pop_back();
    JsonNode& node = m_values->nodes[static_cast<std::size_t>(open.id)];
    node.span.end = end;
    const auto first = m_pending.begin() + static_cast<std::ptrdiff_t>(open.firstChild);
    m_closed.push_back({open.id, m_values->children.size(), m_pending.size() - open.firstChild});
    m_values->children.insert(m_values->children.end(), first, m_pending.end());
    m_pending.erase(first, m_pending.end());
    m_isInObject =
        isOpen() && m_values->nodes[static_cast<std::size_t>(m_open.back().id)].type == JsonType::Object;
}

bool JsonTreeBuilder::key(Span span, std::string_view decoded) {
    if (++m_keys > JsonTree::maximumKeys)
        return fail(JsonExcess::Keys, span.begin);
    m_key = span;
    m_name = keep(decoded);
    return true;
}

JsonTree JsonTreeBuilder::tree() {
    const std::span<const JsonId> all = m_values->children; // moves no more
    for (const Closed& closed : m_closed)
        m_values->nodes[static_cast<std::size_t>(closed.id)].children =
            all.subspan(closed.begin, closed.count);
    markDuplicates(m_values->nodes);
    return JsonTree(std::move(m_values));
}

} // namespace format
