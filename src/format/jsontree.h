// SPDX-License-Identifier: MIT
#pragma once

#include "format/limits.h"
#include "format/result.h"
#include "format/span.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace format {

enum class JsonType : std::uint8_t { Null, Boolean, Number, String, Array, Object };

/// One step of a path: a member's key or an element's index.
using JsonStep = std::variant<std::string, std::size_t>;
/// The way from the root object to a value, such as {"podcast_chapters", "chapters", 3, "title"}.
using JsonPath = std::vector<JsonStep>;

/// `/podcast_chapters/chapters/3/title`: JSON Pointer (RFC 6901).
std::string toPointer(const JsonPath& path);
/// The path that a JSON Pointer names; digits become an index.
Result<JsonPath> fromPointer(std::string_view pointer);

using JsonId = std::int32_t;
inline constexpr JsonId noNode = -1;

/// A JSON value and where it stands in the file's text. What it refers to lives as long as its tree or any
/// copy of it.
struct JsonNode {
    JsonType type = JsonType::Null;
    bool hasLoneSurrogate = false;  ///< a string with a \uD8xx escape without its partner: decoded as U+FFFD
    bool isDuplicateKey = false;    ///< another member of the same object has the same key
    bool mayHaveAlikeNames = false; ///< an object of which two members' names may be equal but for case
    JsonId parent = noNode;
    Span span;                        ///< the value's bytes, quotes and brackets included
    Span key;                         ///< a member's key with its quotes; empty for elements and the root
    std::string_view name;            ///< a member's key, decoded
    std::string_view string;          ///< a string's value, decoded to UTF-8; empty for other types
    std::span<const JsonId> children; ///< members or elements in the file's order
};

/// The values of one JSON object (RFC 8259) with their places in the file. nlohmann/json's SAX parser decides
/// what is JSON and what is wrong with what is not; plain JSON, which nearly all is, is read by JsonScan,
/// which is many times faster and gives the same tree. Immutable: copies share their values.
class JsonTree {
public:
    static constexpr std::size_t maximumDepth = limits::jsonDepth;
    static constexpr std::size_t maximumKeys = limits::jsonKeys;

    JsonTree() = default;

    /// Parses `object` of `text`. Spans count in `text`; so does an error's offset, which names the first
    /// byte that cannot stand where it stands.
    static Result<JsonTree> parse(std::string_view text, Span object);
    /// The same by the library alone, for tests that compare the two.
    static Result<JsonTree> parseByLibrary(std::string_view text, Span object);
    /// The value that begins at `begin`, whatever follows it; nothing where it is not plain JSON.
    static std::optional<JsonTree> scan(std::string_view text, std::size_t begin);

    bool isEmpty() const { return size() == 0; }
    JsonId root() const { return isEmpty() ? noNode : 0; }
    const JsonNode& node(JsonId id) const { return m_values->nodes[static_cast<std::size_t>(id)]; }
    std::size_t size() const { return m_values ? m_values->nodes.size() : 0; }

    /// The value at `path`, or noNode. Of equal keys the last counts, as for Hugo.
    JsonId find(const JsonPath& path) const;
    JsonId member(JsonId object, std::string_view key) const;
    JsonPath pathOf(JsonId id) const;

    /// Keys that occur twice in one object: the nodes of every occurrence but the last.
    std::vector<JsonId> shadowedDuplicates() const;

private:
    friend class JsonTreeBuilder;
    struct Values {
        std::vector<JsonNode> nodes;
        std::vector<JsonId> children; ///< each container's behind one another
        std::string decoded;          ///< each name and string
    };
    explicit JsonTree(std::shared_ptr<const Values> values)
        : m_values(std::move(values)) {}

    std::shared_ptr<const Values> m_values;
};

} // namespace format
