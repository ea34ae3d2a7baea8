// SPDX-License-Identifier: MIT
#include "catalog/rules/report.h"

#include <array>

namespace catalog {

namespace {

using format::Row;
using format::RowKind;
using format::Span;

QString tr(const char* text) {
    return Report::tr(text);
}

/// The show notes' bytes; empty where they are locked because they are not UTF-8.
std::string_view notes(const Report& report) {
    const format::Document& document = report.context().document;
    return document.isBodyLocked() ? std::string_view() : document.body();
}

/// A place in the notes as a place in the file.
Span placed(const Report& report, std::size_t begin, std::size_t size) {
    const std::size_t origin = report.context().document.frontMatter().body.begin;
    return {origin + begin, origin + begin + size};
}

void empty(Report& report) {
    const auto& rows = report.context().document.links().rows();
    const bool isEmpty =
        std::all_of(rows.begin(), rows.end(), [](const Row& row) { return row.kind == RowKind::Blank; });
    if (isEmpty && !report.context().document.isBodyLocked())
        report.add("body", tr("The episode has no show notes."),
                   report.context().document.frontMatter().body);
}

/// C0 but tab and line ends, delete, and C1 (U+0080 to U+009F, in UTF-8 C2 80 to C2 9F).
bool isControlAt(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const auto next = at + 1 < text.size() ? static_cast<unsigned char>(text[at + 1]) : 0U;
    return (byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r') || byte == 0x7F ||
           (byte == 0xC2 && next >= 0x80 && next < 0xA0);
}

void controls(Report& report) {
    const std::string_view text = notes(report);
    std::size_t first = text.size();
    int count = 0;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (isControlAt(text, at)) {
            first = std::min(first, at);
            ++count;
        }
    if (count > 0)
        report.add("body",
                   Report::tr("The show notes hold %n control character(s): text that was binary or wrongly "
                              "decoded.",
                              count),
                   placed(report, first, static_cast<unsigned char>(text[first]) == 0xC2 ? 2 : 1));
}

/// Whether the line at `at` holds Hebrew, Arabic, Syriac, Thaana or N'Ko letters, which direction marks
/// serve.
bool isRightToLeft(std::string_view text, std::size_t at) {
    const std::size_t from = text.rfind('\n', at) + 1;
    const std::string_view line = text.substr(from, text.find('\n', at) - from);
    return std::any_of(line.begin(), line.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte >= 0xD6 && byte <= 0xDF;
    });
}

void invisible(Report& report) {
    struct Sign {
        std::string_view bytes;
        bool isDirection;
    };
    static constexpr std::array<Sign, 6> signs = {{{"\xE2\x80\x8B", false},
                                                   {"\xC2\xAD", false},
                                                   {"\xEF\xBB\xBF", false},
                                                   {"\xE2\x81\xA0", false},
                                                   {"\xE2\x80\x8E", true},
                                                   {"\xE2\x80\x8F", true}}};
    const std::string_view text = notes(report);
    format::TextEdits edits;
    for (const Sign& sign : signs)
        for (std::size_t at = text.find(sign.bytes); at != std::string_view::npos;
             at = text.find(sign.bytes, at + sign.bytes.size()))
            if (!sign.isDirection || !isRightToLeft(text, at))
                edits.push_back({placed(report, at, sign.bytes.size()), {}});
    if (edits.empty())
        return;
    std::sort(edits.begin(), edits.end(),
              [](const auto& a, const auto& b) { return a.span.begin < b.span.begin; });
    Issue& issue =
        report.add("body",
                   Report::tr("The show notes hold %n character(s) that nobody sees; they break words and "
                              "addresses when copied.",
                              static_cast<int>(edits.size())),
                   edits.front().span);
    report.fixBy(issue, tr("Delete them"), std::move(edits));
}

void noBreakSpaces(Report& report) {
    constexpr std::string_view space = "\xC2\xA0";
    const std::string_view text = notes(report);
    format::TextEdits edits;
    for (std::size_t at = text.find(space); at != std::string_view::npos; at = text.find(space, at + 2))
        edits.push_back({placed(report, at, space.size()), " "});
    if (edits.empty())
        return;
    Issue& issue = report.add(
        "body", Report::tr("The show notes hold %n no-break space(s).", static_cast<int>(edits.size())),
        edits.front().span);
    report.fixBy(issue, tr("Replace by plain spaces"), std::move(edits));
    Report::askFirst(issue);
}

void trailingSpaces(Report& report) {
    const std::string_view text = notes(report);
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        std::string_view line = text.substr(begin, end - begin);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        const std::size_t last = line.find_last_not_of(" \t");
        if (const std::size_t words = last == std::string_view::npos ? 0 : last + 1; words < line.size()) {
            const Span spaces = placed(report, begin + words, line.size() - words);
            Issue& issue = report.add(
                "body", tr("The line ends in white space; two spaces would break the line on the site."),
                spaces);
            if (line.size() - words == 1)
                report.fixAt(issue, tr("Remove it"), spaces, {});
        }
        begin = end + 1;
    }
}

constexpr Rule rules[] = {
    {"body-empty", Severity::Information, "There are no show notes.", checkWith<empty>},
    {"body-control-char", Severity::Error, "The show notes hold control characters.", checkWith<controls>},
    {"body-invisible-char", Severity::Information, "The show notes hold invisible characters.",
     checkWith<invisible>},
    {"body-nbsp", Severity::Information, "The show notes hold no-break spaces.", checkWith<noBreakSpaces>},
    {"line-trailing-whitespace", Severity::Information, "A line ends in white space.",
     checkWith<trailingSpaces>},
};

} // namespace

std::span<const Rule> bodyRules() {
    return rules;
}

} // namespace catalog
