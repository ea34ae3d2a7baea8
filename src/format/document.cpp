// SPDX-License-Identifier: MIT
#include "format/document.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <map>
#include <mutex>

namespace format {

namespace {

constexpr auto npos = std::string_view::npos;

/// A line that git writes where it could not merge.
std::size_t conflictMarker(std::string_view text) {
    constexpr std::string_view marker = "<<<<<<< ";
    for (std::size_t at = text.find(marker); at != npos; at = text.find(marker, at + 1))
        if (at == 0 || text[at - 1] == '\n')
            return at;
    return npos;
}

std::optional<Error> whyRefused(std::string_view text) {
    if (text.size() > limits::fileBytes)
        return Error{describeFileExcess(text.size()), 0};
    if (isUtf16(text))
        return Error{"The file is UTF-16; save it as UTF-8.", 0};
    if (const std::size_t at = conflictMarker(text); at != npos)
        return Error{"Git left a conflict marker here; finish the merge first.", at};
    return std::nullopt;
}

/// The first byte of the front matter that no JSON text may hold anywhere.
std::optional<Error> whyNotText(std::string_view text, std::size_t end) {
    const std::string_view front = text.substr(0, end);
    const std::size_t bad = firstInvalidUtf8(front);
    const std::size_t nul = front.find('\0');
    if (bad == npos && nul == npos)
        return std::nullopt;
    if (nul < bad)
        return Error{"There is a NUL byte in the front matter; the file is damaged.", nul};
    constexpr std::array digits{'0', '1', '2', '3', '4', '5', '6', '7',
                                '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'};
    const auto byte = static_cast<unsigned char>(front[bad]);
    return Error{std::string("The byte ") + digits[byte >> 4U] + digits[byte & 15U] +
                     " here is not valid UTF-8; save the file as UTF-8.",
                 bad};
}

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char byte) { return static_cast<char>(std::tolower(byte)); });
    return text;
}

bool isUnusualNumber(std::string_view token) {
    constexpr std::size_t safeDigits = 15; // so few always fit into a double
    if (token.size() <= safeDigits && token.find_first_of(".eE") == npos)
        return token == "-0";
    // Too large for a double, whatever its spelling.
    if (std::isinf(std::strtod(std::string(token).c_str(), nullptr)))
        return true;
    const bool isWhole = token.find_first_of(".eE") == npos;
    if (token == "-0" || token == "-0.0")
        return true;
    if (isWhole) {
        constexpr std::string_view limit = "9007199254740992"; // 2^53
        const std::string_view digits = token.substr(token[0] == '-' ? 1 : 0);
        return digits.size() > limit.size() || (digits.size() == limit.size() && digits > limit);
    }
    const std::size_t exponent = token.find_first_of("eE");
    if (exponent != npos) {
        const std::string_view power = token.substr(exponent + 1);
        const bool isLarge = power.find_first_not_of("+-0") != npos && power.size() > 3;
        return isLarge || exponent > 20;
    }
    // `1.50`; `23.0` is how the scraper writes a whole second.
    return token.back() == '0' && token.substr(token.find('.')) != ".0";
}

/// Characters that nobody sees but that change what is read: C0 controls but tab and line ends, and bidi
/// controls.
bool hasControlOrBidi(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        const auto byte = static_cast<unsigned char>(utf8[at]);
        if ((byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t') || byte == 0x7F)
            return true;
        if (byte != 0xE2)
            continue;
        const std::string_view three = utf8.substr(at, 3);
        const bool isEmbedding = three >= "\xE2\x80\xAA" && three <= "\xE2\x80\xAE";
        const bool isIsolate = three >= "\xE2\x81\xA6" && three <= "\xE2\x81\xA9";
        if (three.size() == 3 && (isEmbedding || isIsolate))
            return true;
    }
    return false;
}

std::vector<Oddity> odditiesOf(std::string_view text, const JsonTree& tree) {
    std::vector<Oddity> oddities;
    for (const JsonId id : tree.shadowedDuplicates())
        oddities.push_back(
            {Oddity::Kind::DuplicateKey, tree.node(id).key,
             "The key \"" + std::string(tree.node(id).name) + "\" stands here and again further down."});
    for (JsonId id = 0; id < static_cast<JsonId>(tree.size()); ++id) {
        const JsonNode& node = tree.node(id);
        if (node.hasLoneSurrogate)
            oddities.push_back({Oddity::Kind::LoneSurrogate, node.span, "An escape \\uD8xx has no partner."});
        if (node.type == JsonType::Number && isUnusualNumber(node.span.in(text)))
            oddities.push_back(
                {Oddity::Kind::UnusualNumber, node.span, "Other programs may read this number differently."});
        if (node.type == JsonType::String && hasControlOrBidi(node.string))
            oddities.push_back(
                {Oddity::Kind::ControlOrBidi, node.span, "The text holds invisible control characters."});
        if (node.mayHaveAlikeNames) {
            std::map<std::string, std::string_view> seen;
            for (const JsonId child : node.children) {
                const JsonNode& member = tree.node(child);
                const auto [first, isNew] = seen.emplace(lowered(std::string(member.name)), member.name);
                if (!isNew && first->second != member.name)
                    oddities.push_back({Oddity::Kind::SimilarKeys, member.key,
                                        "The keys \"" + std::string(first->second) + "\" and \"" +
                                            std::string(member.name) + "\" differ only in case."});
            }
        }
    }
    return oddities;
}

} // namespace

std::string describeFileExcess(std::uintmax_t bytes) {
    return "The file has " + std::to_string(bytes) + " bytes; more than " +
           std::to_string(limits::fileBytes) + " are not opened.";
}

/// The rows, once somebody has asked for them.
struct Document::LazyLinks {
    std::once_flag once;
    LinkList list;
};

Result<Document> Document::parse(std::string text) {
    return parse(std::make_shared<const std::string>(std::move(text)));
}

Result<Document> Document::parse(std::shared_ptr<const std::string> text) {
    if (auto error = whyRefused(*text))
        return std::move(*error);
    Document document(std::move(text));
    document.m_links = std::make_shared<LazyLinks>();
    const std::string_view view = *document.m_text;
    const auto front = splitFrontMatter(view);
    const std::size_t frontEnd = front ? front->object.end : view.size();
    if (!front) {
        // The parser knows better than the brace count where it went wrong.
        const std::size_t begin = view.find('{');
        if (begin == npos)
            return front.error();
        const auto tree = JsonTree::parse(view, {begin, view.size()});
        if (auto error =
                whyNotText(view, tree ? view.size() : std::min(tree.error().offset + 1, view.size())))
            return std::move(*error);
        return tree ? front.error() : tree.error();
    }
    if (auto error = whyNotText(view, frontEnd))
        return std::move(*error);
    auto tree = JsonTree::parse(view, front->object);
    if (!tree)
        return tree.error();
    document.m_front = *front;
    document.m_json = std::move(tree).value();
    document.m_oddities = odditiesOf(view, document.m_json);
    const std::string_view body = document.body();
    const std::size_t bad = std::min(firstInvalidUtf8(body), body.find('\0'));
    if (bad != npos) {
        document.m_bodyLocked = true;
        const std::size_t at = document.m_front.body.begin + bad;
        document.m_oddities.push_back(
            {Oddity::Kind::BodyNotUtf8,
             {at, at + 1},
             "The show notes are not valid UTF-8 from here on; they are kept as they are."});
    }
    return document;
}

const LinkList& Document::links() const {
    if (!m_bodyLocked)
        std::call_once(m_links->once, [this] { m_links->list = LinkList::parse(*m_text, m_front.body); });
    return m_links->list;
}

const JsonNode* Document::member(std::string_view key) const {
    const JsonId id = m_json.member(m_json.root(), key);
    return id == noNode ? nullptr : &m_json.node(id);
}

const JsonNode* Document::at(const JsonPath& path) const {
    const JsonId id = m_json.find(path);
    return id == noNode ? nullptr : &m_json.node(id);
}

JsonValue Document::value(const JsonNode& node) const {
    return JsonValue::parse(raw(node)).valueOr(JsonValue::null());
}

std::string Document::plain(const JsonNode& node) const {
    return std::string(node.type == JsonType::String ? node.string : raw(node));
}

std::vector<std::string> Document::strings(const JsonNode& node) const {
    std::vector<std::string> items;
    if (node.type == JsonType::Array)
        for (const JsonId child : node.children)
            items.push_back(plain(m_json.node(child)));
    return items;
}

Result<TextEdits> Document::set(const JsonPath& path, const JsonValue& value,
                                const std::vector<std::string_view>& keyOrder) const {
    const JsonEditor editor = jsonEditor();
    const std::string* key = path.empty() ? nullptr : std::get_if<std::string>(&path.front());
    const JsonNode* top = key ? member(*key) : nullptr;
    if (top && top->isDuplicateKey)
        return Error{"The key \"" + *key + "\" occurs twice; delete one of the two first.", top->key.begin};
    if (top || path.size() != 1 || !key)
        return editor.set(path, value);
    // A new key stands behind the nearest one before it in the usual order.
    std::optional<std::string_view> after;
    const auto place = std::find(keyOrder.begin(), keyOrder.end(), *key);
    if (place != keyOrder.end()) {
        const auto before = std::find_if(std::make_reverse_iterator(place), keyOrder.rend(),
                                         [this](std::string_view candidate) { return member(candidate); });
        after = before == keyOrder.rend() ? std::string_view() : *before;
    }
    return editor.insertMember({}, *key, value, after);
}

Result<LinkEditor> Document::linkEditor(NotesStyle style) const {
    if (m_bodyLocked)
        return Error{"The show notes are not valid UTF-8 and stay as they are.", m_front.body.begin};
    return LinkEditor(*m_text, links(), std::move(style));
}

TextEdits Document::restoreSpelling(const Document& saved, std::string_view key) const {
    const JsonNode* now = member(key);
    const JsonNode* then = saved.member(key);
    if (!now || !then || raw(*now) == saved.raw(*then) || !value(*now).isSameValue(saved.value(*then)))
        return {};
    return {{now->span, std::string(saved.raw(*then))}};
}

TextEdits Document::restoreBody(const Document& saved) const {
    const auto isSameRow = [](const Row& a, const Row& b) {
        return a.kind == b.kind && a.content == b.content && a.link == b.link && a.level == b.level;
    };
    const auto withoutBlanks = [](const LinkList& list) {
        std::vector<Row> rows;
        std::copy_if(list.rows().begin(), list.rows().end(), std::back_inserter(rows),
                     [](const Row& row) { return row.kind != RowKind::Blank; });
        return rows;
    };
    if (m_bodyLocked || saved.m_bodyLocked || body() == saved.body())
        return {};
    const auto mine = withoutBlanks(links());
    const auto theirs = withoutBlanks(saved.links());
    if (!std::equal(mine.begin(), mine.end(), theirs.begin(), theirs.end(), isSameRow))
        return {};
    return {{m_front.body, std::string(saved.body())}};
}

Result<Document> Document::withEdits(TextEdits edits) const {
    auto text = applyEdits(*m_text, std::move(edits));
    if (!text)
        return text.error();
    if (pageKindOf(*text) != PageKind::Episode)
        return Error{"The file would no longer begin with its front matter.", 0};
    return parse(std::move(text).value());
}

} // namespace format
