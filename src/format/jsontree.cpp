// SPDX-License-Identifier: MIT
#include "format/jsontree.h"

#include "format/jsonerror.h"
#include "format/jsonmask.h"
#include "format/jsonscan.h"
#include "format/jsontreebuilder.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
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

namespace {

/// Receives nlohmann's events and finds the places of what they tell.
class LibraryReader {
public:
    using number_integer_t = nlohmann::json::number_integer_t;
    using number_unsigned_t = nlohmann::json::number_unsigned_t;
    using number_float_t = nlohmann::json::number_float_t;
    using string_t = nlohmann::json::string_t;
    using binary_t = nlohmann::json::binary_t;

    LibraryReader(std::string_view text, Span object, const JsonMask& mask)
        : m_text(text)
        , m_object(object)
        , m_mask(mask)
        , m_source(mask.isEmpty() ? object.in(text) : mask.text())
        , m_progress(m_source.data())
        , m_lastEnd(object.begin)
        , m_builder(m_source.size()) {}

    Result<JsonTree> read();

    bool null() { return add(JsonType::Null, literalSpan(4)); }
    bool boolean(bool value) { return add(JsonType::Boolean, literalSpan(value ? 4 : 5)); }
    bool number_integer(number_integer_t) { return number(); }
    bool number_unsigned(number_unsigned_t) { return number(); }
    bool number_float(number_float_t, const string_t&) { return number(); }
    bool string(string_t& value) {
        const Span span = stringSpan();
        m_lastEnd = span.end;
        return within(m_builder.addString(span, value, m_mask.hasLoneSurrogateIn(span)));
    }
    bool binary(binary_t&) { return false; }
    bool start_object(std::size_t) { return open(JsonType::Object); }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(JsonType::Array); }
    bool end_array() { return close(); }
    bool key(string_t& name) {
        const Span span = stringSpan();
        m_lastEnd = span.end;
        return within(m_builder.key(span, name));
    }
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
    bool add(JsonType type, Span span) {
        m_lastEnd = span.end;
        return within(m_builder.add(type, span));
    }
    bool open(JsonType type) {
        m_lastEnd = offset();
        return within(m_builder.open(type, offset() - 1));
    }
    bool close() {
        m_lastEnd = offset();
        m_builder.close(m_lastEnd);
        return true;
    }
    bool within(bool isWithin) {
        return isWithin || fail(describeExcess(m_source, m_builder.excess()), m_builder.excessAt());
    }
    bool fail(std::string message, std::size_t at) {
        m_error = Error{std::move(message), at};
        return false;
    }

    std::string_view m_text;
    Span m_object;
    const JsonMask& m_mask;
    std::string_view m_source; ///< what is parsed: the object's bytes, or the mask's of the same length
    const char* m_progress;
    std::size_t m_lastEnd; ///< where the token before ended
    JsonTreeBuilder m_builder;
    bool m_wantsMask = false;
    std::optional<Error> m_error;
};

Span LibraryReader::stringSpan() const {
    // The string ends where the count stands; it begins at the first quote behind the token before it.
    const std::size_t begin = m_text.find('"', m_lastEnd);
    return {begin, offset()};
}

bool LibraryReader::number() {
    std::size_t end = offset();
    const std::size_t begin = m_text.find_first_of("-0123456789", m_lastEnd);
    if (const auto masked = m_mask.numberAt(begin))
        return add(JsonType::Number, *masked);
    if (end > begin && !isNumberByte(m_source[end - 1 - m_object.begin]))
        --end;
    return add(JsonType::Number, {begin, end});
}

/// nlohmann counts the bytes it has read, the offending one included; a whole token that cannot stand where
/// it stands is named by its first byte.
std::size_t LibraryReader::offendingByte(std::size_t position, std::size_t token,
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

bool LibraryReader::parse_error(std::size_t position, const std::string& token,
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

Result<JsonTree> LibraryReader::read() {
    const char* const begin = m_source.data();
    const bool parsed = nlohmann::json::sax_parse(CountingIterator(begin, &m_progress),
                                                  CountingIterator(begin + m_source.size(), nullptr), this);
    if (!parsed)
        return m_error.value_or(Error{"The JSON cannot be read.", offset()});
    return m_builder.tree();
}

} // namespace

Result<JsonTree> JsonTree::parseByLibrary(std::string_view text, Span object) {
    if (object.isEmpty())
        return Error{"There is no JSON here.", object.begin};
    JsonMask mask;
    LibraryReader first(text, object, mask);
    auto tree = first.read();
    if (tree || !first.wantsMask())
        return tree;
    mask = JsonMask::of(text, object);
    return LibraryReader(text, object, mask).read();
}

std::optional<JsonTree> JsonTree::scan(std::string_view text, std::size_t begin) {
    JsonTreeBuilder builder(text.size() - begin);
    if (!JsonScan(text, begin, builder).run())
        return std::nullopt;
    return builder.tree();
}

Result<JsonTree> JsonTree::parse(std::string_view text, Span object) {
    constexpr std::string_view space = " \t\r\n";
    const std::size_t begin = std::min(text.find_first_not_of(space, object.begin), object.end);
    if (auto tree = scan(text.substr(0, object.end), begin))
        if (text.substr(0, object.end).find_first_not_of(space, tree->node(0).span.end) ==
            std::string_view::npos)
            return std::move(*tree);
    return parseByLibrary(text, object);
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
            path.emplace_back(std::string(node(id).name));
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
    for (JsonId id = 0; id < static_cast<JsonId>(size()); ++id) {
        const JsonNode& candidate = node(id);
        if (candidate.isDuplicateKey && member(candidate.parent, candidate.name) != id)
            shadowed.push_back(id);
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
