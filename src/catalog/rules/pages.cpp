// SPDX-License-Identifier: MIT
#include "catalog/rules/report.h"

namespace catalog {

namespace {

constexpr QLatin1String indexPage("/index.html");

QString tr(const char* text) {
    return Report::tr(text);
}

void siteForm(Report& report) {
    const QString page = report.text("jb_url");
    if (page.isEmpty() || page.startsWith(QLatin1Char('/')) || isAbsoluteUrl(page))
        return;
    Issue& issue =
        report.add("jb_url", tr("The page's address must begin with / or https://; as it stands, it "
                                "leads to a place below the page that it is on."));
    report.fixText(issue, "jb_url", QLatin1Char('/') + page);
}

void siteIndex(Report& report) {
    const QString page = report.text("jb_url");
    if (!page.endsWith(indexPage))
        return;
    Issue& issue =
        report.add("jb_url", tr("The address ends in index.html, as copies of web pages on a disk do."));
    report.fixText(issue, "jb_url", page.chopped(indexPage.size() - 1));
    Report::askFirst(issue);
}

/// The address that the habit gives this episode; empty where there is no habit.
QString usualPage(const Report& report, Trait trait, const QString& scope) {
    return report.habits()
        .usual(trait, scope)
        .replace(QLatin1String("{show}"), report.text("show_slug"))
        .replace(QLatin1String("{slug}"), report.text("slug"));
}

void siteOther(Report& report) {
    const QString page = report.text("jb_url");
    const QString usual = usualPage(report, Trait::SitePage, report.show());
    if (!isAbsoluteUrl(page) || usual.isEmpty() || page == usual)
        return;
    Issue& issue = report.add(
        "jb_url", tr("The address is not this episode's page: by the show's other episodes it would be %1.")
                      .arg(usual));
    report.fixText(issue, "jb_url", usual);
}

void showMissing(Report& report) {
    if (report.node("fireside_url") && report.text("fireside_url").isEmpty() &&
        report.habits().usual(Trait::HasShowPage, report.show()) == QLatin1String("yes"))
        report.add("fireside_url", tr("The episode names no page of its own, as the show's others do."));
}

/// The path with single slashes.
QString withSingleSlashes(const QString& page) {
    const qsizetype host = page.indexOf(QLatin1String("://"));
    const qsizetype path = host < 0 ? 0 : page.indexOf(QLatin1Char('/'), host + 3);
    QString rest = path < 0 ? QString() : page.mid(path);
    while (rest.contains(QLatin1String("//")))
        rest.replace(QLatin1String("//"), QLatin1String("/"));
    return path < 0 ? page : page.left(path) + rest;
}

void showOther(Report& report) {
    const QString page = report.text("fireside_url");
    const QString scope = (isAbsoluteUrl(page) ? QLatin1Char('a') : QLatin1Char('r')) + report.show();
    const QString usual = usualPage(report, Trait::ShowPage, scope);
    if (!page.isEmpty() && !isSiteRoot(page) && !usual.isEmpty() && withSingleSlashes(page) != usual)
        report.add(
            "fireside_url",
            tr("The address does not lead to this episode: by the show's other episodes it would be %1.")
                .arg(usual));
}

void showDoubleSlash(Report& report) {
    const QString page = report.text("fireside_url");
    if (withSingleSlashes(page) == page)
        return;
    Issue& issue = report.add("fireside_url", tr("The address has a double slash in its path."));
    report.fixText(issue, "fireside_url", withSingleSlashes(page));
}

void showRoot(Report& report) {
    if (isSiteRoot(report.text("fireside_url")))
        report.add("fireside_url", tr("The address leads to the show's home page, not to the episode."));
}

void showShared(Report& report) {
    const QString name = report.facts().name(Identity::Page);
    for (const EpisodeId other :
         name.isEmpty() ? QList<EpisodeId>() : report.context().index.with(Identity::Page, name))
        if (other != report.context().id) {
            report.add("fireside_url", tr("%1 names the same page.").arg(report.context().pathOf(other)));
            return;
        }
}

constexpr Rule rules[] = {
    {"jb-url-form", Severity::Warning, "The site page is neither a path nor an address.",
     checkWith<siteForm>},
    {"jb-url-index-html", Severity::Information, "The site page ends in index.html.", checkWith<siteIndex>},
    {"jb-url-not-this-episode", Severity::Warning, "The site page is not this episode's.",
     checkWith<siteOther>},
    {"fireside-url-null", Severity::Information, "The episode names no page.", checkWith<showMissing>},
    {"fireside-url-not-episode", Severity::Information, "The show page is not this episode's.",
     checkWith<showOther>},
    {"fireside-url-double-slash", Severity::Warning, "The show page has a double slash.",
     checkWith<showDoubleSlash>},
    {"fireside-url-site-root", Severity::Information, "The show page is the home page.", checkWith<showRoot>},
    {"fireside-url-duplicate", Severity::Information, "Two episodes name the same page.",
     checkWith<showShared>},
};

} // namespace

std::span<const Rule> pageRules() {
    return rules;
}

} // namespace catalog
