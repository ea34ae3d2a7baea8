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

void duplicateKeys(Report& report) {
    const format::Document& document = report.context().document;
    for (const format::JsonId id : document.json().shadowedDuplicates()) {
        const format::JsonNode& node = document.json().node(id);
        const QString name = QString::fromStdString(node.name);
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
                    {report.context().id, {{{node.key.begin, document.json().node(*next).key.begin}, {}}}}};
    }
}

void missingKeys(Report& report) {
    for (const Field& field : fields()) {
        if (!field.isRequired || report.node(field.key))
            continue;
        const QString key = QString::fromUtf8(field.key.data(), static_cast<qsizetype>(field.key.size()));
        Issue& issue =
            report.add(field.key, tr("The required key \"%1\" is missing.").arg(key), format::Span{});
        if (isList(field.kind))
            report.fixWith(issue, tr("Add an empty list"), {std::string(field.key)},
                           format::JsonValue::strings({}));
        else if (field.isNullable)
            report.fixWith(issue, tr("Add it as null"), {std::string(field.key)}, format::JsonValue::null());
    }
}

void unknownKeys(Report& report) {
    const auto& tree = report.context().document.json();
    for (const format::JsonId id : tree.node(tree.root()).children)
        if (!fieldOf(tree.node(id).name))
            report.add(tree.node(id).name,
                       tr("The key \"%1\" is not part of an episode; it is kept untouched.")
                           .arg(QString::fromStdString(tree.node(id).name)),
                       tree.node(id).key);
}

void keyOrderDiffers(Report& report) {
    const auto& tree = report.context().document.json();
    const auto& order = keyOrder();
    auto last = order.begin();
    for (const format::JsonId id : tree.node(tree.root()).children) {
        const auto place = std::find(order.begin(), order.end(), tree.node(id).name);
        if (place == order.end() || tree.node(id).isDuplicateKey)
            continue;
        if (place < last) {
            report.add(tree.node(id).name,
                       tr("The key \"%1\" stands behind one that usually follows it; the order changes "
                          "nothing on the site.")
                           .arg(QString::fromStdString(tree.node(id).name)),
                       tree.node(id).key);
            return;
        }
        last = place;
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

constexpr Rule rules[] = {
    {"json-duplicate-key", Severity::Error, "A key occurs twice.", checkWith<duplicateKeys>},
    {"json-similar-keys", Severity::Warning, "Two keys differ only in case.",
     checkWith<oddities<Oddity::Kind::SimilarKeys>>},
    {"json-lone-surrogate", Severity::Warning, "An escape has no partner.",
     checkWith<oddities<Oddity::Kind::LoneSurrogate>>},
    {"json-unusual-number", Severity::Information, "A number that programs read differently.",
     checkWith<oddities<Oddity::Kind::UnusualNumber>>},
    {"json-control-char", Severity::Warning, "A string holds invisible control characters.",
     checkWith<oddities<Oddity::Kind::ControlOrBidi>>},
    {"body-not-utf8", Severity::Error, "The show notes are not valid UTF-8.",
     checkWith<oddities<Oddity::Kind::BodyNotUtf8>>},
    {"key-missing", Severity::Error, "A required key is missing.", checkWith<missingKeys>},
    {"key-unknown", Severity::Warning, "A key is not part of the episode model.", checkWith<unknownKeys>},
    {"key-order", Severity::Information, "The keys are not in the usual order.", checkWith<keyOrderDiffers>},
    {"json-empty-array-multiline", Severity::Information, "An empty list is spread over lines.",
     checkWith<spreadEmptyArrays>},
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
