// SPDX-License-Identifier: MIT
#include "format/jsontree.h"

#include "format/jsonerror.h"
#include "format/jsonmask.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <utility>

namespace format {

namespace {

/// Reads bytes for nlohmann's parser and counts how many it has taken: after a string, a literal or a bracket
/// the count stands at the token's end, after a number one byte behind it (the byte that ended it) unless the
/// input ended.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, const char** progress)
        : m_at(at)
        , m_progress(progress) {}
    reference operator*() const { return *m_at; }
    CountingIterator& operator++() {
        ++m_at;
        if (m_progress)
            *m_progress = m_at;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return m_at == other.m_at; }
    bool operator!=(const CountingIterator& other) const { return m_at != other.m_at; }

private:
    const char* m_at;
    const char** m_progress;
};

bool isNumberByte(char byte) {
    return (byte >= '0' && byte <= '9') || byte == '.' || byte == '-' || byte == '+' || byte == 'e' ||
           byte == 'E';
}

} // namespace

/// Receives nlohmann's events and makes the nodes.
class JsonTreeBuilder {
public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    JsonTreeBuilder(std::string_view text, Span object, const JsonMask& mask)
        : m_text(text)
        , m_object(object)
        , m_mask(mask)
        , m_source(mask.isEmpty() ? object.in(text) : mask.text())
        , m_progress(m_source.data()) {}

    Result<JsonTree> build();

    bool null() { return add(JsonType::Null, literalSpan(4)); }
    bool boolean(bool value) { return add(JsonType::Boolean, literalSpan(value ? 4 : 5)); }
    bool number_integer(number_integer_t) { return number(); }
    bool number_unsigned(number_unsigned_t) { return number(); }
    bool number_float(number_float_t, const string_t&) { return number(); }
    bool string(string_t& value) {
        const Span span = stringSpan();
        if (!add(JsonType::String, span))
            return false;
        JsonNode& node = m_tree.m_nodes.back();
        node.string = std::move(value);
        node.hasLoneSurrogate = m_mask.hasLoneSurrogateIn(span);
        return true;
    }
    bool binary(binary_t&) { return false; }
    bool start_object(std::size_t) { return open(JsonType::Object); }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(JsonType::Array); }
    bool end_array() { return close(); }
    bool key(string_t& name);
    bool parse_error(std::size_t position, const std::string& token,
                     const nlohmann::detail::exception& error);

    bool wantsMask() const { return m_wantsMask; }

private:
    std::size_t offset() const {
        return m_object.begin + static_cast<std::size_t>(m_progress - m_source.data());
    }
    Span literalSpan(std::size_t length) const { return {offset() - length, offset()}; }
    std::size_t offendingByte(std::size_t position, std::size_t token, std::string_view words) const;
    Span stringSpan() const;
    bool number();
    bool add(JsonType type, Span span);
    bool open(JsonType type);
    bool close();
    bool failBy(JsonExcess excess, std::size_t at) { return fail(describeExcess(m_source, excess), at); }
    bool fail(std::string message, std::size_t at) {
        m_error = Error{std::move(message), at};
        return false;
    }

    std::string_view m_text;
    Span m_object;
    const JsonMask& m_mask;
    std::string_view m_source; ///< what is parsed: the object's bytes, or the mask's of the same length
    const char* m_progress;
    JsonTree m_tree;
    std::vector<JsonId> m_open;
    Span m_key;
    std::string m_name;
    std::size_t m_lastEnd = 0; ///< where the token before ended
    std::size_t m_keys = 0;
    bool m_wantsMask = false;
    std::optional<Error> m_error;
};

Span JsonTreeBuilder::stringSpan() const {
    // The string ends where the count stands; it begins at the first quote behind the token before it.
    const std::size_t begin = m_text.find('"', m_lastEnd);
    return {begin, offset()};
}

bool JsonTreeBuilder::number() {
    std::size_t end = offset();
    const std::size_t begin = m_text.find_first_of("-0123456789", m_lastEnd);
    if (const auto masked = m_mask.numberAt(begin))
        return add(JsonType::Number, *masked);
    if (end > begin && !isNumberByte(m_source[end - 1 - m_object.begin]))
        --end;
    return add(JsonType::Number, {begin, end});
}

bool JsonTreeBuilder::add(JsonType type, Span span) {
    auto& nodes = m_tree.m_nodes;
    if (nodes.size() >= limits::jsonValues)
        return failBy(JsonExcess::Values, span.begin);
    const auto id = static_cast<JsonId>(nodes.size());
    JsonNode& node = nodes.emplace_back();
    node.type = type;
    node.span = span;
    node.key = std::exchange(m_key, {});
    node.name = std::exchange(m_name, {});
    node.parent = m_open.empty() ? noNode : m_open.back();
    if (node.parent != noNode)
        nodes[static_cast<std::size_t>(node.parent)].children.push_back(id);
    m_lastEnd = span.end;
    return true;
}

bool JsonTreeBuilder::open(JsonType type) {
    if (m_open.size() >= JsonTree::maximumDepth)
        return failBy(JsonExcess::Depth, offset() - 1);
    const auto id = static_cast<JsonId>(m_tree.m_nodes.size());
    if (!add(type, {offset() - 1, offset()}))
        return false;
    m_open.push_back(id);
    return true;
}

bool JsonTreeBuilder::close() {
    m_tree.m_nodes[static_cast<std::size_t>(m_open.back())].span.end = offset();
    m_lastEnd = offset();
    m_open.pop_back();
    return true;
}

bool JsonTreeBuilder::key(string_t& name) {
    if (++m_keys > JsonTree::maximumKeys)
        return failBy(JsonExcess::Keys, stringSpan().begin);
    m_key = stringSpan();
    m_name = std::move(name);
    m_lastEnd = m_key.end;
    return true;
}

/// nlohmann counts the bytes it has read, the offending one included; a whole token that cannot stand where
/// it stands is named by its first byte.
std::size_t JsonTreeBuilder::offendingByte(std::size_t position, std::size_t token,
                                           std::string_view words) const {
    const auto says = [words](const char* part) { return words.find(part) != std::string_view::npos; };
    const auto isWordByte = [this](std::size_t i) {
        return isNumberByte(m_source[i]) || (m_source[i] >= 'A' && m_source[i] <= 'Z') ||
               (m_source[i] >= 'a' && m_source[i] <= 'z');
    };
    const std::size_t at = std::min(std::max<std::size_t>(position, 1) - 1, m_source.size());
    if (says("unexpected string literal"))
        return position - std::min(position, token);
    if (!says("invalid literal") && !says("unexpected number") && !says("unexpected true") &&
        !says("unexpected false") && !says("unexpected null"))
        return at;
    std::size_t begin = at;
    while (begin > 0 && isWordByte(begin - 1))
        --begin;
    // In `1;` and `true;` the word is sound, and what follows is the offending token.
    const std::string_view word = m_source.substr(begin, at - begin);
    const bool isSound = !word.empty() && (std::all_of(word.begin(), word.end(), isNumberByte) ||
                                           word == "true" || word == "false" || word == "null");
    const bool isBehind = at < m_source.size() && !isWordByte(at);
    return says("invalid literal") && isSound && isBehind ? at : begin;
}

bool JsonTreeBuilder::parse_error(std::size_t position, const std::string& token,
                                  const nlohmann::detail::exception& error) {
    constexpr int numberOverflow = 406;
    const std::string_view words = error.what();
    m_wantsMask = error.id == numberOverflow || words.find("surrogate") != std::string_view::npos;
    const std::size_t at = m_object.begin + offendingByte(position, token.size(), words);
    if (position >= m_source.size() && (words.find("unexpected end") != std::string_view::npos ||
                                        words.find("missing closing quote") != std::string_view::npos))
        return fail("The JSON ends too early: a closing brace, bracket or quote is missing.", m_object.end);
    return fail(describeJsonError(m_text, at, words), at);
}

Result<JsonTree> JsonTreeBuilder::build() {
    constexpr std::size_t bytesANode = 24; // about what there is: nodes are large, and moving them costs
    m_tree.m_nodes.reserve(m_source.size() / bytesANode);
    m_lastEnd = m_object.begin;
    const char* const begin = m_source.data();
    const bool parsed = nlohmann::json::sax_parse(CountingIterator(begin, &m_progress),
                                                  CountingIterator(begin + m_source.size(), nullptr), this);
    if (!parsed)
        return m_error.value_or(Error{"The JSON cannot be read.", offset()});
    return std::move(m_tree);
}

namespace {

/// Whether two members' names may be alike but for case; nearly never, and found without a copy of a name.
bool mayHaveAlikeNames(const std::vector<JsonNode>& nodes, const JsonNode& object,
                       std::vector<std::uint64_t>& hashes) {
    hashes.clear();
    for (const JsonId child : object.children) {
        std::uint64_t hash = 0xCBF29CE484222325U; // FNV-1a over the name in lower case
        for (const unsigned char byte : nodes[static_cast<std::size_t>(child)].name)
            hash = (hash ^ (byte >= 'A' && byte <= 'Z' ? byte + 32U : byte)) * 0x100000001B3U;
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

Result<JsonTree> JsonTree::parse(std::string_view text, Span object) {
    if (object.isEmpty())
        return Error{"There is no JSON here.", object.begin};
    JsonMask mask;
    JsonTreeBuilder first(text, object, mask);
    auto tree = first.build();
    if (!tree && first.wantsMask()) {
        mask = JsonMask::of(text, object);
        tree = JsonTreeBuilder(text, object, mask).build();
    }
    if (tree)
        markDuplicates(tree.value().m_nodes);
    return tree;
}

JsonId JsonTree::member(JsonId object, std::string_view key) const {
    const auto& children = node(object).children;
    if (node(object).type != JsonType::Object)
        return noNode;
    const auto found = std::find_if(children.rbegin(), children.rend(),
                                    [&](JsonId child) { return node(child).name == key; });
    return found == children.rend() ? noNode : *found;
}

JsonId JsonTree::find(const JsonPath& path) const {
    JsonId at = root();
    for (const JsonStep& step : path) {
        if (at == noNode)
            return noNode;
        if (const auto* key = std::get_if<std::string>(&step)) {
            at = member(at, *key);
        } else {
            const auto& children = node(at).children;
            const std::size_t index = std::get<std::size_t>(step);
            if (node(at).type == JsonType::Object) { // a key made of digits
                at = member(at, std::to_string(index));
                continue;
            }
            at = node(at).type == JsonType::Array && index < children.size() ? children[index] : noNode;
        }
    }
    return at;
}

JsonPath JsonTree::pathOf(JsonId id) const {
    JsonPath path;
    for (; id > 0; id = node(id).parent) {
        const JsonNode& parent = node(node(id).parent);
        if (parent.type == JsonType::Object) {
            path.emplace_back(node(id).name);
        } else {
            const auto place = std::find(parent.children.begin(), parent.children.end(), id);
            path.emplace_back(static_cast<std::size_t>(place - parent.children.begin()));
        }
    }
    std::reverse(path.begin(), path.end());
    return path;
}

std::vector<JsonId> JsonTree::shadowedDuplicates() const {
    std::vector<JsonId> shadowed;
    for (std::size_t id = 0; id < m_nodes.size(); ++id) {
        const JsonNode& candidate = m_nodes[id];
        if (candidate.isDuplicateKey && member(candidate.parent, candidate.name) != static_cast<JsonId>(id))
            shadowed.push_back(static_cast<JsonId>(id));
    }
    return shadowed;
}

std::string toPointer(const JsonPath& path) {
    std::string pointer;
    for (const JsonStep& step : path) {
        pointer += '/';
        if (const auto* index = std::get_if<std::size_t>(&step)) {
            pointer += std::to_string(*index);
            continue;
        }
        for (const char byte : std::get<std::string>(step))
            pointer += byte == '~' ? "~0" : byte == '/' ? "~1" : std::string(1, byte);
    }
    return pointer;
}

Result<JsonPath> fromPointer(std::string_view pointer) {
    JsonPath path;
    if (!pointer.empty() && pointer.front() != '/')
        return Error{"A JSON Pointer begins with a slash.", 0};
    for (std::size_t at = 0; at < pointer.size();) {
        const std::size_t end = std::min(pointer.find('/', at + 1), pointer.size());
        const std::string_view token = pointer.substr(at + 1, end - at - 1);
        std::string name;
        for (std::size_t i = 0; i < token.size(); ++i) {
            if (token[i] != '~') {
                name += token[i];
            } else if (i + 1 < token.size() && (token[i + 1] == '0' || token[i + 1] == '1')) {
                name += token[++i] == '0' ? '~' : '/';
            } else {
                return Error{"In a JSON Pointer, ~ stands only as ~0 or ~1.", at + 1 + i};
            }
        }
        const bool isIndex = !name.empty() && name.size() < 10 &&
                             name.find_first_not_of("0123456789") == std::string::npos &&
                             (name.size() == 1 || name.front() != '0');
        if (isIndex)
            path.emplace_back(std::size_t{std::stoul(name)});
        else
            path.emplace_back(std::move(name));
        at = end;
    }
    return path;
}

} // namespace format
