// SPDX-License-Identifier: MIT
#pragma once

#include "format/frontmatter.h"
#include "format/jsonedit.h"
#include "format/jsontree.h"
#include "format/limits.h"
#include "format/linklist.h"
#include "format/result.h"
#include "format/textedit.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace format {

/// Something odd that opening found and kept as it is.
struct Oddity {
    enum class Kind {
        DuplicateKey,  ///< span: the earlier key
        SimilarKeys,   ///< keys equal but for case
        LoneSurrogate, ///< span: the string
        UnusualNumber, ///< over 2^53, `1.50`, `-0`, `1e400`
        ControlOrBidi, ///< \u0000, other control characters or bidi controls in a string
        BodyNotUtf8,   ///< span: the first bad byte; the body is locked
    };
    Kind kind;
    Span span;
    std::string message;
};

/// A sentence on a file that is larger than what is opened.
std::string describeFileExcess(std::uintmax_t bytes);

/// An episode file: its bytes, and what stands where in them. Immutable: an edit makes a new document.
class Document {
public:
    static constexpr std::size_t maximumSize = limits::fileBytes;

    /// Reads a file's bytes. Errors: every case that must be refused (broken JSON, conflict markers, invalid
    /// UTF-8 or NUL in the front matter, UTF-16, too deep, too large), each with its offset. Call it for
    /// PageKind::Episode only; other pages are an error here.
    static Result<Document> parse(std::string text);
    /// The same without a copy.
    static Result<Document> parse(std::shared_ptr<const std::string> text);

    const std::string& text() const { return *m_text; }
    const std::shared_ptr<const std::string>& sharedText() const { return m_text; }
    const FrontMatter& frontMatter() const { return m_front; }
    const JsonTree& json() const { return m_json; }
    const std::vector<Oddity>& oddities() const { return m_oddities; }
    bool isBodyLocked() const { return m_bodyLocked; }
    /// The show notes; empty where the body is locked. Parsed at the first call, by whichever thread makes
    /// it.
    const LinkList& links() const;
    std::string_view body() const { return m_front.body.in(*m_text); }

    /// The value of a top-level key, or nullptr.
    const JsonNode* member(std::string_view key) const;
    const JsonNode* at(const JsonPath& path) const;
    /// The value's bytes as they stand.
    std::string_view raw(const JsonNode& node) const { return node.span.in(*m_text); }
    /// The value as JSON text, for comparing and copying.
    JsonValue value(const JsonNode& node) const;
    /// A string's text, a number's or literal's spelling; an array's or object's bytes.
    std::string plain(const JsonNode& node) const;
    /// An array's string elements; elements of other types as they are spelled.
    std::vector<std::string> strings(const JsonNode& node) const;

    Position positionOf(std::size_t offset) const { return positionAt(*m_text, offset); }

    /// Sets a value; where the member is missing it is inserted behind the nearest member that precedes it in
    /// `keyOrder`. Refuses locked keys (duplicates).
    Result<TextEdits> set(const JsonPath& path, const JsonValue& value,
                          const std::vector<std::string_view>& keyOrder = {}) const;
    JsonEditor jsonEditor() const { return {*m_text, m_json}; }
    /// Fails where the body is locked.
    Result<LinkEditor> linkEditor(NotesStyle style = {}) const;

    /// Further edits that give a top-level value which equals `saved`'s its saved spelling, so that changing
    /// a value back gives the saved bytes. None where the values differ.
    TextEdits restoreSpelling(const Document& saved, std::string_view key) const;
    /// The same for the whole body: where all rows read the same as `saved`'s, its bytes.
    TextEdits restoreBody(const Document& saved) const;

    /// A document with the edits applied; an error where they do not fit or the result would be refused.
    Result<Document> withEdits(TextEdits edits) const;

private:
    explicit Document(std::shared_ptr<const std::string> text)
        : m_text(std::move(text)) {}

    std::shared_ptr<const std::string> m_text; ///< shared by copies, and with the episode
    FrontMatter m_front;
    JsonTree m_json;
    std::vector<Oddity> m_oddities;
    bool m_bodyLocked = false;
    struct LazyLinks;
    std::shared_ptr<LazyLinks> m_links; ///< shared by copies: their text is the same
};

} // namespace format
