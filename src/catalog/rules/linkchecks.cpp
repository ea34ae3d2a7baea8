// SPDX-License-Identifier: MIT
// What asking the servers found: these rules are silent until somebody asked.
#include "catalog/linkresults.h"
#include "catalog/rules/report.h"
#include "format/linkitem.h"

#include <QLocale>

namespace catalog {

namespace {

using format::Row;

QString tr(const char* text) {
    return Report::tr(text);
}

/// Calls `look` for every link row of which one of these outcomes is known.
template <typename Look>
void forEachFinding(const Report& report, std::initializer_list<LinkOutcome> outcomes, const Look& look) {
    const LinkFindings* results = report.context().links;
    if (!results || results->count() == 0)
        return;
    for (const Row& row : report.context().document.links().rows()) {
        if (row.kind != format::RowKind::Link)
            continue;
        const LinkFinding* found = results->find(QString::fromStdString(row.link.url));
        if (found && std::find(outcomes.begin(), outcomes.end(), found->outcome) != outcomes.end())
            look(row, *found);
    }
}

QString said(const Row& row, const LinkFinding& found) {
    return tr("%1: %2 Checked on %3.")
        .arg(QString::fromStdString(row.link.url), found.message,
             QLocale().toString(found.when.toLocalTime().date(), QLocale::ShortFormat));
}

void gone(Report& report) {
    forEachFinding(report, {LinkOutcome::Gone}, [&](const Row& row, const LinkFinding& found) {
        report.add("body", said(row, found), row.url);
    });
}

void moved(Report& report) {
    forEachFinding(report, {LinkOutcome::Moved}, [&](const Row& row, const LinkFinding& found) {
        Issue& issue = report.add("body", said(row, found), row.url);
        if (found.movedTo.isEmpty())
            return;
        // What the address pointed at within the page still is there, as far as anybody knows.
        QString address = found.movedTo;
        const std::size_t fragment = row.link.url.find('#');
        if (fragment != std::string::npos && !address.contains(QLatin1Char('#')))
            address += QString::fromStdString(row.link.url.substr(fragment));
        report.fixAt(issue, tr("Use the new address"), row.url,
                     QString::fromStdString(format::printUrl(address.toStdString())));
        Report::askFirst(issue);
    });
}

void unanswered(Report& report) {
    forEachFinding(
        report, {LinkOutcome::TimedOut, LinkOutcome::Failed},
        [&](const Row& row, const LinkFinding& found) { report.add("body", said(row, found), row.url); });
}

void refused(Report& report) {
    forEachFinding(report, {LinkOutcome::Refused}, [&](const Row& row, const LinkFinding& found) {
        report.add("body", said(row, found), row.url);
    });
}

constexpr Rule rules[] = {
    {"link-gone", Severity::Error, "A link's page is gone (when links were checked)", checkWith<gone>},
    {"link-moved", Severity::Warning, "A link's page has moved for good (when links were checked)",
     checkWith<moved>},
    {"link-unanswered", Severity::Warning, "A link's server does not answer (when links were checked)",
     checkWith<unanswered>},
    {"link-refused", Severity::Information, "A link's server does not let us look (when links were checked)",
     checkWith<refused>},
};

} // namespace

std::span<const Rule> linkCheckRules() {
    return rules;
}

} // namespace catalog
