// SPDX-License-Identifier: MIT
#include "catalog/rules/report.h"

#include <QUrl>

namespace catalog {

namespace {

using format::Row;
using format::RowKind;

QString tr(const char* text) {
    return Report::tr(text);
}

bool isQuoteProblem(const Row& row) {
    return row.problem.find("unescaped quote") != std::string::npos;
}
bool isBacktickProblem(const Row& row) {
    return row.problem.find("backtick") != std::string::npos;
}

template <bool (*chooses)(const Row&)>
void problems(Report& report) {
    for (const Row& row : report.context().document.links().rows())
        if (!row.problem.empty() && chooses(row))
            report.add("body", QString::fromStdString(row.problem), row.text);
}

bool isOtherProblem(const Row& row) {
    return !isQuoteProblem(row) && !isBacktickProblem(row);
}

void urlEmpty(Report& report) {
    for (const Row& row : report.context().document.links().rows())
        if (row.kind == RowKind::Link && row.link.url.empty())
            report.add("body",
                       tr("The link \"%1\" has no address.").arg(QString::fromStdString(row.link.text)),
                       row.text);
}

void unsafeScheme(Report& report) {
    for (const Row& row : report.context().document.links().rows()) {
        if (row.kind != RowKind::Link)
            continue;
        const QString scheme = QUrl(QString::fromStdString(row.link.url)).scheme();
        if (scheme == QLatin1String("javascript") || scheme == QLatin1String("data") ||
            scheme == QLatin1String("file"))
            report.add("body",
                       tr("The address begins with \"%1:\", which the site does not filter out.").arg(scheme),
                       row.url);
    }
}

void noScheme(Report& report) {
    for (const Row& row : report.context().document.links().rows()) {
        if (row.kind != RowKind::Link || row.link.url.empty())
            continue;
        const QString url = QString::fromStdString(row.link.url);
        if (QUrl(url).isRelative() && !url.startsWith(QLatin1Char('/')) && !url.startsWith(QLatin1Char('#')))
            report.add("body",
                       tr("The address \"%1\" has no https://; it would open below the episode's own page.")
                           .arg(url),
                       row.url);
    }
}

void empty(Report& report) {
    const auto& rows = report.context().document.links().rows();
    const bool isEmpty =
        std::all_of(rows.begin(), rows.end(), [](const Row& row) { return row.kind == RowKind::Blank; });
    if (isEmpty && !report.context().document.isBodyLocked())
        report.add("body", tr("The episode has no show notes."),
                   report.context().document.frontMatter().body);
}

constexpr Rule rules[] = {
    {"link-title-unescaped-quote", Severity::Error, "A quote inside a link's title breaks the link.",
     checkWith<problems<isQuoteProblem>>},
    {"link-unbalanced-backtick", Severity::Error, "A backtick swallows a link.",
     checkWith<problems<isBacktickProblem>>},
    {"link-broken-syntax", Severity::Error, "A row looks like a link and is none.",
     checkWith<problems<isOtherProblem>>},
    {"link-url-empty", Severity::Error, "A link has no address.", checkWith<urlEmpty>},
    {"link-url-unsafe-scheme", Severity::Error, "A link runs code or opens a local file.",
     checkWith<unsafeScheme>},
    {"link-url-no-scheme", Severity::Warning, "A link's address is relative.", checkWith<noScheme>},
    {"body-empty", Severity::Information, "There are no show notes.", checkWith<empty>},
};

} // namespace

std::span<const Rule> linkRules() {
    return rules;
}

} // namespace catalog
