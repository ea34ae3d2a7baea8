// SPDX-License-Identifier: MIT
#include "catalog/rules/report.h"

namespace catalog {

namespace {

QString tr(const char* text) {
    return Report::tr(text);
}

void hostsEmpty(Report& report) {
    if (report.node("hosts") && report.list("hosts").isEmpty())
        report.add("hosts", tr("The episode has no hosts."));
}

template <typename Pages>
void reportUnknown(Report& report, std::string_view field, const Pages& pages, const QString& message) {
    const QStringList ids = report.list(field);
    for (qsizetype i = 0; i < ids.size(); ++i)
        if (!pages.contains(ids[i]))
            report.addElement(field, i, message.arg(ids[i]));
}

void hostUnknown(Report& report) {
    if (report.context().registry.knowsPeople)
        reportUnknown(report, "hosts", report.context().registry.people,
                      tr("The site has no person \"%1\"; it would show an empty card."));
}

void guestUnknown(Report& report) {
    if (report.context().registry.knowsPeople)
        reportUnknown(report, "guests", report.context().registry.people,
                      tr("The site has no person \"%1\"; the guest would not be shown."));
}

void sponsorUnknown(Report& report) {
    if (report.context().registry.knowsSponsors)
        reportUnknown(report, "sponsors", report.context().registry.sponsors,
                      tr("The site has no sponsor \"%1\"; it would not be shown."));
}

void guestAlsoHost(Report& report) {
    const QStringList hosts = report.list("hosts");
    const QStringList guests = report.list("guests");
    for (qsizetype i = 0; i < guests.size(); ++i) {
        if (!hosts.contains(guests[i]))
            continue;
        Issue& issue =
            report.addElement("guests", i, tr("\"%1\" is a host of this episode too.").arg(guests[i]));
        report.fixByRemoving(issue, tr("Remove from guests"),
                             {std::string("guests"), static_cast<std::size_t>(i)});
    }
}

constexpr const char hostsKey[] = "hosts";
constexpr const char guestsKey[] = "guests";
constexpr const char sponsorsKey[] = "sponsors";
constexpr const char tagsKey[] = "tags";

template <const char* field>
void duplicates(Report& report) {
    const QStringList items = report.list(field);
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (items.indexOf(items[i]) == i)
            continue;
        Issue& issue = report.addElement(
            field, i, tr("\"%1\" is listed twice, and the site shows it twice.").arg(items[i]));
        report.fixByRemoving(issue, tr("Remove the repeat"),
                             {std::string(field), static_cast<std::size_t>(i)});
    }
}

void firstCategory(Report& report) {
    const auto* node = report.node("categories");
    const QString show = report.text("show_name");
    if (!node || node->type != format::JsonType::Array || show.isEmpty() ||
        report.list("categories").value(0) == show)
        return;
    Issue& issue =
        report.add("categories", tr("The first category must be the show's name, \"%1\".").arg(show));
    if (const auto edits = report.context().document.jsonEditor().insertElement(
            {std::string("categories")}, 0, format::JsonValue::string(show.toStdString())))
        issue.fix = Fix{tr("Insert it"), {report.context().id, *edits}};
}

void noTags(Report& report) {
    if (report.node("tags") && report.list("tags").isEmpty())
        report.add("tags", tr("The episode has no tags."));
}

constexpr Rule rules[] = {
    {"categories-first-not-show", Severity::Warning, "The first category is not the show.",
     checkWith<firstCategory>},
    {"hosts-empty", Severity::Information, "There are no hosts.", checkWith<hostsEmpty>},
    {"host-unknown", Severity::Error, "A host has no page on the site.", checkWith<hostUnknown>},
    {"guest-unknown", Severity::Warning, "A guest has no page on the site.", checkWith<guestUnknown>},
    {"guest-also-host", Severity::Information, "A guest is a host too.", checkWith<guestAlsoHost>},
    {"sponsor-unknown", Severity::Warning, "A sponsor has no page on the site.", checkWith<sponsorUnknown>},
    {"sponsors-duplicate", Severity::Warning, "A sponsor is listed twice.",
     checkWith<duplicates<sponsorsKey>>},
    {"hosts-duplicate", Severity::Warning, "A host is listed twice.", checkWith<duplicates<hostsKey>>},
    {"guests-duplicate", Severity::Warning, "A guest is listed twice.", checkWith<duplicates<guestsKey>>},
    {"tags-duplicate", Severity::Warning, "A tag is listed twice.", checkWith<duplicates<tagsKey>>},
    {"tags-empty", Severity::Information, "There are no tags.", checkWith<noTags>},
};

} // namespace

std::span<const Rule> peopleRules() {
    return rules;
}

} // namespace catalog
