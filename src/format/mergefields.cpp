// SPDX-License-Identifier: MIT
#include "format/mergelists.h"
#include "format/mergeparts.h"

#include <algorithm>
#include <functional>
#include <map>

namespace format {

namespace {

using Side = MergeChoice::Side;

/// A value of one of the three files, or that there is none.
struct Value {
    const Document* document = nullptr;
    JsonId id = noNode;

    bool isThere() const { return id != noNode; }
    const JsonNode& node() const { return document->json().node(id); }
    std::string raw() const { return std::string(document->raw(node())); }
    std::optional<std::string> text() const { return isThere() ? std::optional(raw()) : std::nullopt; }
    std::string canonical() const {
        return isThere() ? canonicalJson(document->text(), document->json(), id) : std::string();
    }
    Value member(const std::string& key) const {
        return {document, isThere() ? document->json().member(id, key) : noNode};
    }
    bool is(JsonType type) const { return isThere() && node().type == type; }
};

struct Three {
    Value base, mine, theirs;

    Three member(const std::string& key) const {
        return {base.member(key), mine.member(key), theirs.member(key)};
    }
    bool are(JsonType type) const { return base.is(type) && mine.is(type) && theirs.is(type); }
};

std::vector<std::string> keysOf(const Value& object) {
    std::vector<std::string> keys;
    if (object.isThere())
        for (const JsonId child : object.node().children)
            keys.emplace_back(object.document->json().node(child).name);
    return keys;
}

/// The keys of all three: theirs in their order, each other key behind the one it follows in its own file.
std::vector<std::string> allKeys(const Three& object) {
    std::vector<std::string> keys = keysOf(object.theirs);
    for (const Value& side : {object.mine, object.base}) {
        auto place = keys.begin();
        for (const std::string& key : keysOf(side)) {
            const auto found = std::find(keys.begin(), keys.end(), key);
            place = (found == keys.end() ? keys.insert(place, key) : found) + 1;
        }
    }
    return keys;
}

bool haveSameStyle(const JsonStyle& a, const JsonStyle& b) {
    return a.isCompact == b.isCompact && a.indent == b.indent && a.lineEnd == b.lineEnd &&
           a.escapes == b.escapes && a.escapesSlash == b.escapesSlash && a.inlineArrays == b.inlineArrays;
}

JsonStyle styleOf(const Document& document) {
    return JsonStyle::of(document.text(), document.json());
}

bool holdsLoneSurrogate(const JsonTree& tree, JsonId id) {
    const JsonNode& node = tree.node(id);
    return node.hasLoneSurrogate ||
           std::any_of(node.children.begin(), node.children.end(),
                       [&](JsonId child) { return holdsLoneSurrogate(tree, child); });
}

class FieldMerger {
public:
    FieldMerger(const Document& base, const Document& mine, const Document& theirs, MergeRun& run)
        : m_root{{&base, base.json().root()}, {&mine, mine.json().root()}, {&theirs, theirs.json().root()}}
        , m_now(theirs)
        , m_run(run)
        , m_isSameStyle(haveSameStyle(styleOf(mine), styleOf(theirs))) {}

    std::optional<Document> merged() {
        mergeMembers({}, m_root);
        if (!m_run.onlyConflicts)
            takeMyOrder();
        // Every decision is looked up again in the text that was made.
        for (const auto& [pointer, canonical] : m_expected) {
            const JsonId id = m_now.json().find(fromPointer(pointer).valueOr({}));
            m_isFit &= (id == noNode ? "" : canonicalJson(m_now.text(), m_now.json(), id)) == canonical;
        }
        return m_isFit ? std::optional(std::move(m_now)) : std::nullopt;
    }

private:
    void mergeMembers(const JsonPath& path, const Three& object) {
        for (const std::string& key : allKeys(object)) {
            JsonPath child = path;
            child.emplace_back(key);
            mergeValue(child, object.member(key));
        }
    }

    void mergeValue(const JsonPath& path, const Three& value) {
        const std::string base = value.base.canonical();
        const std::string mine = value.mine.canonical();
        const std::string theirs = value.theirs.canonical();
        if (mine == theirs || mine == base) {
            expect(path, theirs);
            if (theirs != base && mine == base)
                take(path, value);
        } else if (theirs == base) {
            if (!m_run.onlyConflicts)
                put(path, value.mine);
        } else if (value.are(JsonType::Object)) {
            mergeMembers(path, value);
        } else if (!mergeArrays(path, value)) {
            addConflict(path, value);
        }
    }

    void take(const JsonPath& path, const Three& value) {
        m_run.result.taken.push_back({MergeKind::Field,
                                      path,
                                      value.base.text().value_or(""),
                                      value.theirs.text().value_or(""),
                                      0,
                                      {}});
    }

    bool mergeArrays(const JsonPath& path, const Three& value) {
        if (!value.are(JsonType::Array))
            return false;
        const auto elements = [](const Value& side) {
            return elementsOf(side.document->text(), side.document->json(), side.id);
        };
        const auto merged = mergeLists(elements(value.base), elements(value.mine), elements(value.theirs));
        if (!merged)
            return false;
        take(path, value);
        if (!m_run.onlyConflicts)
            putJson(path, listJson(*merged), value.mine);
        return true;
    }

    void addConflict(const JsonPath& path, const Three& value) {
        MergeConflict conflict;
        conflict.kind = MergeKind::Field;
        conflict.path = path;
        conflict.base = value.base.text();
        conflict.mine = value.mine.text();
        conflict.theirs = value.theirs.text();
        if (value.mine.is(JsonType::Array) && value.theirs.is(JsonType::Array))
            conflict.both = listJson(unionOf(
                elementsOf(value.theirs.document->text(), value.theirs.document->json(), value.theirs.id),
                elementsOf(value.mine.document->text(), value.mine.document->json(), value.mine.id)));
        const MergeChoice choice = m_run.choiceFor(m_run.result.conflicts.size());
        if (choice.side == Side::Mine)
            put(path, value.mine);
        else if (choice.side == Side::Base)
            put(path, value.base);
        else if (choice.side == Side::Both && conflict.both)
            putJson(path, *conflict.both, value.mine);
        else if (choice.side == Side::Own)
            putJson(path, choice.own, value.mine);
        m_run.result.conflicts.push_back(std::move(conflict));
    }

    void expect(const JsonPath& path, const std::string& canonical) {
        m_expected[toPointer(path)] = canonical;
    }

    /// The value as that file has it, or none.
    void put(const JsonPath& path, const Value& value) {
        expect(path, value.canonical());
        if (!value.isThere()) {
            if (m_now.json().find(path) != noNode)
                apply(m_now.jsonEditor().remove(path));
            return;
        }
        putJson(path, value.raw(), value);
        if (m_isSameStyle || holdsLoneSurrogate(value.document->json(), value.id))
            apply(m_now.jsonEditor().setRaw(path, value.raw()));
    }

    /// `like` is the value of the file whose order of keys counts where the key is new.
    void putJson(const JsonPath& path, const std::string& json, const Value& like) {
        const auto value = JsonValue::parse(json);
        if (!value) {
            m_isFit = false;
            return;
        }
        if (const auto tree = JsonTree::parse(json, {0, json.size()}))
            expect(path, canonicalJson(json, *tree, tree->root()));
        if (m_now.json().find(path) != noNode) {
            apply(m_now.jsonEditor().set(path, *value));
            return;
        }
        const JsonPath object(path.begin(), path.end() - 1);
        const auto& key = std::get<std::string>(path.back());
        apply(m_now.jsonEditor().insertMember(object, key, *value, keyBefore(object, key, like)));
    }

    /// The nearest key before `key` in that file that is here too; empty: none.
    std::string keyBefore(const JsonPath& object, const std::string& key, const Value& like) const {
        std::string before;
        const Value parent{like.document, like.document->json().find(object)};
        const JsonId here = m_now.json().find(object);
        for (const std::string& candidate : keysOf(parent)) {
            if (candidate == key)
                break;
            if (here != noNode && m_now.json().member(here, candidate) != noNode)
                before = candidate;
        }
        return before;
    }

    void apply(const Result<TextEdits>& edits) {
        auto next = edits ? m_now.withEdits(*edits) : Result<Document>(edits.error());
        if (next)
            m_now = std::move(next).value();
        else
            m_isFit = false;
    }

    /// The keys of `side` that all three files have.
    std::vector<std::string> commonKeys(const Value& side) const {
        std::vector<std::string> keys = keysOf(side);
        keys.erase(std::remove_if(keys.begin(), keys.end(),
                                  [&](const std::string& key) {
                                      return !m_root.base.member(key).isThere() ||
                                             !m_root.mine.member(key).isThere() ||
                                             !m_root.theirs.member(key).isThere();
                                  }),
                   keys.end());
        return keys;
    }

    /// Keys that only I moved are moved here, too.
    void takeMyOrder() {
        const auto base = commonKeys(m_root.base);
        const auto mine = commonKeys(m_root.mine);
        if (mine == base || commonKeys(m_root.theirs) != base)
            return;
        std::vector<std::string> wanted = keysOf({&m_now, m_now.json().root()});
        auto next = mine.begin();
        for (std::string& key : wanted)
            if (std::find(mine.begin(), mine.end(), key) != mine.end())
                key = *next++;
        for (std::size_t to = 0; to < wanted.size(); ++to)
            if (keysOf({&m_now, m_now.json().root()})[to] != wanted[to])
                apply(m_now.jsonEditor().move({wanted[to]}, to));
    }

    Three m_root;
    Document m_now;
    MergeRun& m_run;
    bool m_isSameStyle;
    bool m_isFit = true;
    std::map<std::string, std::string> m_expected; ///< JSON pointer → canonical value; empty: not there
};

std::string_view frontOf(const Document& document) {
    return std::string_view(document.text()).substr(0, document.frontMatter().body.begin);
}

} // namespace

std::string canonicalJson(std::string_view text, const JsonTree& tree, JsonId id) {
    const JsonNode& node = tree.node(id);
    if (node.type == JsonType::String && !node.hasLoneSurrogate)
        return JsonValue::string(node.string).json();
    if (node.type != JsonType::Array && node.type != JsonType::Object)
        return std::string(node.span.in(text));
    std::vector<std::string> items;
    for (const JsonId child : node.children)
        items.push_back((node.type == JsonType::Object ? JsonValue::string(tree.node(child).name).json() + ":"
                                                       : std::string()) +
                        canonicalJson(text, tree, child));
    if (node.type == JsonType::Object)
        std::sort(items.begin(), items.end());
    std::string joined(1, node.type == JsonType::Array ? '[' : '{');
    for (const std::string& item : items)
        joined += item + ",";
    return joined + (node.type == JsonType::Array ? ']' : '}');
}

bool hasDuplicateKeys(const Document& document) {
    return !document.json().shadowedDuplicates().empty();
}

std::optional<Document> mergeFields(const Document& base, const Document& mine, const Document& theirs,
                                    MergeRun& run) {
    const std::string_view theirFront = frontOf(theirs);
    if (frontOf(mine) == theirFront)
        return theirs;
    if (frontOf(base) == theirFront && !run.onlyConflicts) {
        // Nobody else touched it: mine, to the byte.
        auto merged = theirs.withEdits({{{0, theirFront.size()}, std::string(frontOf(mine))}});
        return merged ? std::optional(std::move(merged).value()) : std::nullopt;
    }
    if (frontOf(base) == theirFront)
        return theirs;
    if (hasDuplicateKeys(base) || hasDuplicateKeys(mine) || hasDuplicateKeys(theirs))
        return frontOf(mine) == frontOf(base) ? std::optional(theirs) : std::nullopt;
    return FieldMerger(base, mine, theirs, run).merged();
}

} // namespace format
