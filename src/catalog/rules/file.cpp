// SPDX-License-Identifier: MIT
#include "catalog/rules/report.h"

namespace catalog {

namespace {

using format::Oddity;

QString tr(const char* text) {
    return Report::tr(text);
}

template <Oddity::Kind kind>
void oddities(Report& report) {
    for (const Oddity& oddity : report.context().document.oddities())
        if (oddity.kind == kind)
            report.add({}, QString::fromStdString(oddity.message), oddity.span);
}

/// The other reason for locked notes, bytes that are not UTF-8, is the rule `file-not-utf8`.
void nulInNotes(Report& report) {
    const format::Document& document = report.context().document;
    if (!document.isBodyLocked() || format::firstInvalidUtf8(document.text()) != std::string::npos)
        return;
    const std::size_t at = document.text().find('\0', document.frontMatter().body.begin);
    report.add("body", tr("The show notes hold a NUL byte; they are kept as they are and cannot be edited."),
               format::Span{at, at + 1});
}

void duplicateKeys(Report& report) {
    const format::Document& document = report.context().document;
    for (const format::JsonId id : document.json().shadowedDuplicates()) {
        const format::JsonNode& node = document.json().node(id);
        const QString name = QString::fromUtf8(node.name);
        const int line =
            document
                .positionOf(document.json().node(document.json().member(node.parent, node.name)).key.begin)
                .line;
        Issue& issue =
            report.add(node.name,
                       tr("The key \"%1\" occurs twice, again on line %2; the site uses the last one.")
                           .arg(name)
                           .arg(line),
                       node.key);
        // Keeping the last one deletes this member with the comma behind it.
        const auto& siblings = document.json().node(node.parent).children;
        const auto next = std::find(siblings.begin(), siblings.end(), id) + 1;
        if (next != siblings.end())
            issue.fix =
                Fix{tr("Keep the last"),
                    {report.context().id, {{{node.key.begin, document.json().node(*next).key.begin}, {}}}},
                    true};
    }
}

void spreadEmptyArrays(Report& report) {
    const format::Document& document = report.context().document;
    for (std::size_t i = 0; i < document.json().size(); ++i) {
        const auto& node = document.json().node(static_cast<format::JsonId>(i));
        if (node.type != format::JsonType::Array || !node.children.empty() ||
            document.raw(node).find('\n') == std::string_view::npos)
            continue;
        Issue& issue = report.add(node.name, tr("The empty list is spread over lines."), node.span);
        issue.fix = Fix{tr("Write it as []"), {report.context().id, {{node.span, "[]"}}}};
    }
}

/// What one string's bytes hold: raw characters above ASCII, and escapes of such.
struct Spelling {
    bool hasRaw = false, hasEscape = false;
};

Spelling spellingOf(std::string_view raw) {
    Spelling spelling;
    for (std::size_t at = 0; at < raw.size(); ++at) {
        spelling.hasRaw = spelling.hasRaw || static_cast<unsigned char>(raw[at]) >= 0x80;
        if (raw[at] != '\\')
            continue;
        if (raw.substr(at + 1, 1) == "u" && raw.substr(at + 2, 3) > "007")
            spelling.hasEscape = true;
        ++at;
    }
    return spelling;
}

void mixedEscaping(Report& report) {
    const format::Document& document = report.context().document;
    const Spelling all = spellingOf(document.frontMatter().object.in(document.text()));
    if (!all.hasRaw || !all.hasEscape)
        return;
    const format::JsonStyle style = document.jsonEditor().style();
    const bool prefersRaw = style.escapes == format::StringEscapes::Utf8;
    format::TextEdits edits;
    for (std::size_t i = 0; i < document.json().size(); ++i) {
        const auto& node = document.json().node(static_cast<format::JsonId>(i));
        const Spelling spelling = spellingOf(document.raw(node));
        if (node.type == format::JsonType::String && !node.hasLoneSurrogate &&
            (prefersRaw ? spelling.hasEscape : spelling.hasRaw))
            edits.push_back({node.span, format::quoteJson(node.string, style)});
    }
    Issue& issue =
        report.add({},
                   tr("Some characters stand as themselves and others as \\u escapes; most programs "
                      "write one or the other."),
                   edits.empty() ? format::Span{} : edits.front().span);
    report.fixBy(issue, tr("Write all alike"), std::move(edits));
    Report::askFirst(issue);
}

void byteOrderMark(Report& report) {
    if (!report.context().document.frontMatter().hasBom)
        return;
    Issue& issue =
        report.add({}, tr("The file starts with a byte order mark, which the site's tools never write."),
                   format::Span{0, 3});
    issue.fix = Fix{tr("Remove it"), {report.context().id, {{{0, 3}, {}}}}};
}

void carriageReturns(Report& report) {
    const std::string& text = report.context().document.text();
    format::TextEdits edits;
    for (std::size_t at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at + 2))
        edits.push_back({{at, at + 1}, {}});
    if (edits.empty())
        return;
    Issue& issue = report.add({}, tr("The lines end as on Windows (CRLF)."), edits.front().span);
    issue.fix = Fix{tr("Convert to LF"), {report.context().id, edits}};
}

void finalNewline(Report& report) {
    const std::string& text = report.context().document.text();
    if (text.empty() || text.back() == '\n')
        return;
    Issue& issue =
        report.add({}, tr("The file does not end with a line end."), format::Span{text.size(), text.size()});
    issue.fix = Fix{tr("Add it"), {report.context().id, {{{text.size(), text.size()}, "\n"}}}};
}

/// A file that is refused has nothing that a rule could look at: checking reports it by itself
/// (checking.cpp).
void toldByChecking(const RuleContext&, const Rule&, std::vector<Issue>&) {}

constexpr Rule rules[] = {
    {"json-invalid", Severity::Error, "The file cannot be opened.", toldByChecking},
    {"json-duplicate-key", Severity::Error, "A key occurs twice.", checkWith<duplicateKeys>},
    {"json-similar-keys", Severity::Warning, "Two keys differ only in case.",
     checkWith<oddities<Oddity::Kind::SimilarKeys>>},
    {"json-lone-surrogate", Severity::Warning, "An escape has no partner.",
     checkWith<oddities<Oddity::Kind::LoneSurrogate>>},
    {"json-unusual-number", Severity::Information, "A number that programs read differently.",
     checkWith<oddities<Oddity::Kind::UnusualNumber>>},
    {"json-control-char", Severity::Warning, "A string holds invisible control characters.",
     checkWith<oddities<Oddity::Kind::ControlOrBidi>>},
    {"body-nul", Severity::Error, "The show notes hold a NUL byte.", checkWith<nulInNotes>},
    {"json-empty-array-multiline", Severity::Information, "An empty list is spread over lines.",
     checkWith<spreadEmptyArrays>},
    {"json-mixed-escaping", Severity::Information, "Escapes and raw characters are mixed.",
     checkWith<mixedEscaping>},
    {"file-bom", Severity::Warning, "The file starts with a byte order mark.", checkWith<byteOrderMark>},
    {"file-crlf", Severity::Warning, "The file uses CRLF line ends.", checkWith<carriageReturns>},
    {"file-no-final-newline", Severity::Information, "The file does not end with a line end.",
     checkWith<finalNewline>},
};

} // namespace

std::span<const Rule> fileRules() {
    return rules;
}

} // namespace catalog
