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

void imageMissing(Report& report) {
    const QString image = report.text("header_image");
    if (report.context().registry.knowsImages && image.startsWith(QLatin1Char('/')) &&
        !report.context().registry.images.contains(image.section(QLatin1Char('?'), 0, 0)))
        report.add("header_image",
                   tr("The site has no image %1 under static; its place would stay empty.").arg(image));
}

void imageUnusual(Report& report) {
    const QString image = report.text("header_image");
    const QString usual = report.habits().usual(Trait::HeaderImage, report.show());
    if (report.node("header_image") && !usual.isEmpty() && image != usual)
        report.add("header_image",
                   tr("This is not the image that the show's other episodes have, %1.").arg(usual));
}

void sponsorOfOtherShow(Report& report) {
    const QStringList sponsors = report.list("sponsors");
    const QString own = report.habits().usual(Trait::Acronym, report.show());
    for (qsizetype i = 0; i < sponsors.size(); ++i) {
        const QString word = acronymOf(sponsors[i]);
        const QString owner = report.habits().usual(Trait::AcronymOwner, word);
        if (!word.isEmpty() && word != own && !owner.isEmpty() && owner != report.show())
            report.addElement(
                "sponsors", i,
                tr("\"%1\" ends in \"%2\", as sponsors of the show \"%3\" do; it may be the other "
                   "show's entry.")
                    .arg(sponsors[i], word, owner.section(QLatin1Char('/'), -1)));
    }
}

constexpr Rule rules[] = {
    {"categories-first-not-show", Severity::Warning, "The first category is not the show.",
     checkWith<firstCategory>},
    {"header-image-missing", Severity::Error, "The header image is not on the site.",
     checkWith<imageMissing>},
    {"header-image-not-show-default", Severity::Information, "The header image is not the show's usual one.",
     checkWith<imageUnusual>},
    {"sponsor-other-show", Severity::Warning, "A sponsor's id is another show's.",
     checkWith<sponsorOfOtherShow>},
    {"hosts-empty", Severity::Information, "There are no hosts.", checkWith<hostsEmpty>},
    {"host-unknown", Severity::Error, "A host has no page on the site.", checkWith<hostUnknown>},
    {"guest-unknown", Severity::Warning, "A guest has no page on the site.", checkWith<guestUnknown>},
    {"guest-also-host", Severity::Information, "A guest is a host too.", checkWith<guestAlsoHost>},
    {"sponsor-unknown", Severity::Warning, "A sponsor has no page on the site.", checkWith<sponsorUnknown>},
    {"sponsors-duplicate", Severity::Warning, "A sponsor is listed twice.",
     checkWith<duplicates<sponsorsKey>>},
    {"hosts-duplicate", Severity::Warning, "A host is listed twice.", checkWith<duplicates<hostsKey>>},
    {"guests-duplicate", Severity::Warning, "A guest is listed twice.", checkWith<duplicates<guestsKey>>},
};

} // namespace

std::span<const Rule> peopleRules() {
    return rules;
}

} // namespace catalog
