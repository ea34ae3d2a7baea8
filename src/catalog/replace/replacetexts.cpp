// SPDX-License-Identifier: MIT
#include "catalog/replace/replacetexts.h"

#include "catalog/field.h"
#include "format/utf8.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace catalog {

namespace {

using format::Document;
using format::JsonId;
using format::JsonNode;
using format::Span;

constexpr std::array<std::string_view, 2> schemes{"https://", "http://"};

QString notesLabel() {
    return QCoreApplication::translate("Replace", "Show notes");
}

bool holdsAddresses(std::string_view key) {
    const Field* field = fieldOf(key);
    return field && (field->kind == FieldKind::Url || field->kind == FieldKind::YouTube ||
                     field->kind == FieldKind::Path);
}

/// Where an address may end: what no address holds, or what stands around it in Markdown.
std::size_t addressEnd(std::string_view text, std::size_t at) {
    int open = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (static_cast<unsigned char>(c) <= 0x20 || c == '<' || c == '>' || c == '"')
            break;
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
        if (open < 0)
            break;
    }
    return at;
}

/// Addresses that stand in a text, each with its scheme.
std::vector<Span> addressesIn(std::string_view text, Span within) {
    std::vector<Span> found;
    for (std::size_t at = within.begin; at < within.end;) {
        const std::string_view rest = text.substr(at, within.end - at);
        const bool isAddress = std::any_of(schemes.begin(), schemes.end(), [rest](std::string_view scheme) {
            return rest.substr(0, scheme.size()) == scheme;
        });
        if (!isAddress) {
            ++at;
            continue;
        }
        const std::size_t end = addressEnd(text.substr(0, within.end), at);
        found.push_back({at, end});
        at = end;
    }
    return found;
}

/// Finds the texts of one document.
class TextFinder {
public:
    TextFinder(const Document& document, const ReplacePlaces& places)
        : m_document(document)
        , m_tree(document.json())
        , m_places(places) {}

    std::vector<ReplaceText> find() {
        for (const JsonId id : m_tree.node(m_tree.root()).children) {
            const JsonNode& member = m_tree.node(id);
            m_isWanted = m_places.isEverything || std::find(m_places.keys.begin(), m_places.keys.end(),
                                                            member.name) != m_places.keys.end();
            m_isAddress = m_places.inAddresses && holdsAddresses(member.name);
            const Field* field = fieldOf(member.name);
            addValues(id, field ? labelOf(*field) : QString::fromUtf8(member.name), {});
        }
        const bool isWholeNotes = m_places.isEverything || m_places.inNotes;
        if (isWholeNotes)
            addNotes(withoutLineEnd(m_document.frontMatter().body));
        else if (m_places.inAddresses)
            addLinks();
        return std::move(m_found);
    }

private:
    void addValues(JsonId id, const QString& place, QString locked) {
        const JsonNode& node = m_tree.node(id);
        if (node.isDuplicateKey)
            locked = QCoreApplication::translate("Replace", "the key \"%1\" occurs twice")
                         .arg(QString::fromUtf8(node.name));
        if (node.type == format::JsonType::String)
            return addString(node, place, locked);
        // Members of a plain list need no number.
        const bool isPlainList = node.type == format::JsonType::Array && !node.children.empty() &&
                                 m_tree.node(node.children.front()).type == format::JsonType::String;
        for (std::size_t i = 0; i < node.children.size(); ++i) {
            const JsonNode& child = m_tree.node(node.children[i]);
            const QString step =
                node.type == format::JsonType::Array ? QString::number(i + 1) : QString::fromUtf8(child.name);
            addValues(node.children[i], isPlainList ? place : place + QStringLiteral(" › ") + step, locked);
        }
    }

    void addString(const JsonNode& node, const QString& place, const QString& locked) {
        const std::string_view value = node.string;
        const bool isLink = m_places.inAddresses &&
                            std::any_of(schemes.begin(), schemes.end(), [value](std::string_view scheme) {
                                return value.substr(0, scheme.size()) == scheme;
                            });
        if (!m_isWanted && !m_isAddress && !isLink)
            return;
        const QString why =
            node.hasLoneSurrogate
                ? QCoreApplication::translate("Replace", "an escape \\uD8xx has no partner there")
                : locked;
        m_found.push_back({place, {node.span.begin + 1, node.span.end - 1}, true, why});
    }

    /// The notes begin below the front matter's last line.
    Span withoutLineEnd(Span body) const {
        const std::string_view text = body.in(m_document.text());
        const bool isCarriageReturn = text.substr(0, 2) == "\r\n";
        return {body.begin + (isCarriageReturn ? 2 : text.substr(0, 1) == "\n" ? 1 : 0), body.end};
    }

    void addNotes(Span span) {
        const QString why = m_document.isBodyLocked()
                                ? QCoreApplication::translate("Replace", "the show notes are not valid UTF-8")
                                : QString();
        m_found.push_back({notesLabel(), span, false, why});
    }

    void addLinks() {
        if (m_document.isBodyLocked())
            return addNotes(m_document.frontMatter().body);
        for (const format::Row& row : m_document.links().rows()) {
            Span rest = row.span;
            if (row.kind == format::RowKind::Link) {
                addNotes(row.url);
                rest.begin = row.linkEnd;
            }
            for (const Span address : addressesIn(m_document.text(), rest))
                addNotes(address);
        }
    }

    const Document& m_document;
    const format::JsonTree& m_tree;
    const ReplacePlaces& m_places;
    std::vector<ReplaceText> m_found;
    bool m_isWanted = false, m_isAddress = false; ///< of the top-level key that is looked at
};

/// The UTF-16 unit that an escape stands for; moves `at` from its backslash to behind it.
char16_t takeEscape(std::string_view file, std::size_t& at) {
    const char sign = file[at + 1];
    if (sign == 'u') {
        const auto unit = static_cast<char16_t>(std::stoul(std::string(file.substr(at + 2, 4)), nullptr, 16));
        at += 6;
        return unit;
    }
    at += 2;
    switch (sign) {
    case 'b':
        return u'\b';
    case 'f':
        return u'\f';
    case 'n':
        return u'\n';
    case 'r':
        return u'\r';
    case 't':
        return u'\t';
    default:
        return static_cast<unsigned char>(sign);
    }
}

} // namespace

std::vector<ReplaceText> replaceTexts(const Document& document, const ReplacePlaces& places) {
    return TextFinder(document, places).find();
}

DecodedText decodeText(std::string_view file, const ReplaceText& text) {
    DecodedText decoded;
    decoded.text.reserve(static_cast<qsizetype>(text.span.size()));
    decoded.offsets.reserve(text.span.size() + 1);
    const auto add = [&decoded](char16_t unit, std::size_t offset) {
        decoded.text += QChar(unit);
        decoded.offsets.push_back(offset);
    };
    for (std::size_t at = text.span.begin; at < text.span.end;) {
        const std::size_t begin = at;
        if (text.isJson && file[at] == '\\') {
            add(takeEscape(file, at), begin);
            continue;
        }
        const char32_t character = format::takeCharacter(file, at);
        if (QChar::requiresSurrogates(character)) {
            add(QChar::highSurrogate(character), begin);
            add(QChar::lowSurrogate(character), begin);
        } else {
            add(static_cast<char16_t>(character), begin);
        }
    }
    decoded.offsets.push_back(text.span.end);
    return decoded;
}

} // namespace catalog
