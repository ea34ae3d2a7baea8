// SPDX-License-Identifier: MIT
#include "catalog/rules/report.h"
#include "catalog/values.h"

#include <QDir>
#include <QFileInfo>

namespace catalog {

namespace {

using format::JsonPath;

QString tr(const char* text) {
    return Report::tr(text);
}

QString folderOf(const Report& report) {
    return QFileInfo(report.context().path).dir().dirName();
}

void showSlug(Report& report) {
    if (!report.context().isInShowFolder || !report.node("show_slug") ||
        report.text("show_slug") == folderOf(report))
        return;
    Issue& issue = report.add("show_slug", tr("The show folder is \"%1\", but the file lies in \"%2\".")
                                               .arg(report.text("show_slug"), folderOf(report)));
    report.fixText(issue, "show_slug", folderOf(report));
}

void showName(Report& report) {
    const QString name = report.context().registry.shows.value(report.text("show_slug")).name;
    if (name.isEmpty() || !report.string("show_name") || report.text("show_name") == name)
        return;
    Issue& issue = report.add(
        "show_name",
        tr("The show's own page writes \"%1\"; guests' pages lose this episode where the names differ.")
            .arg(name));
    report.fixText(issue, "show_name", name);
    // The first category is the show's name too.
    const JsonPath first = {std::string("categories"), std::size_t{0}};
    if (!issue.fix || report.list("categories").value(0) != report.text("show_name"))
        return;
    if (const auto edits =
            report.context().document.set(first, format::JsonValue::string(name.toStdString())))
        issue.fix->edit.changes.insert(issue.fix->edit.changes.end(), edits->begin(), edits->end());
}

void numberIsWord(Report& report) {
    if (report.string("episode"))
        report.add("episode", tr("The number is text: allowed for specials, and only noted."));
}

void padded(Report& report) {
    const QString expected = paddedNumber(report.text("episode"));
    if (expected.isEmpty() || !report.node("episode_padded") || report.text("episode_padded") == expected)
        return;
    Issue& issue = report.add(
        "episode_padded", tr("The padded number must be the number with four digits: \"%1\".").arg(expected));
    report.fixText(issue, "episode_padded", expected);
}

void fileName(Report& report) {
    const QString expected = report.text("episode_padded") + QLatin1String(".md");
    const QString name = QFileInfo(report.context().path).fileName();
    if (report.context().isInShowFolder && report.node("episode_padded") && name != expected)
        report.add("episode_padded", tr("The file is named %1; it must be %2.").arg(name, expected));
}

void slug(Report& report) {
    const QString expected = report.text("episode");
    if (expected.isEmpty() || !report.node("slug") || report.text("slug") == expected)
        return;
    Issue& issue = report.add("slug", tr("The slug must be the plain episode number: \"%1\".").arg(expected));
    report.fixText(issue, "slug", expected);
}

template <Identity identity>
void reportShared(Report& report, std::string_view field, const QString& message) {
    const QString name = report.facts().name(identity);
    for (const EpisodeId other :
         name.isEmpty() ? QList<EpisodeId>() : report.context().index.with(identity, name)) {
        if (other == report.context().id)
            continue;
        report.add(field, message.arg(report.context().pathOf(other)));
        return;
    }
}

void slugShared(Report& report) {
    reportShared<Identity::Slug>(report, "slug",
                                 tr("%1 has the same slug; the site publishes only one of the two."));
}

void numberShared(Report& report) {
    reportShared<Identity::Number>(report, "episode", tr("%1 has the same number."));
}

void guidShared(Report& report) {
    reportShared<Identity::Guid>(report, "episode_guid",
                                 tr("%1 has the same GUID; podcast apps show only one of the two."));
}

void numberGap(Report& report) {
    const auto number = report.facts().number;
    const EpisodeId before = number ? report.context().index.before(report.show(), *number) : EpisodeId{};
    const qint64 last = before.isValid() ? *report.context().index.facts(before).number : 0;
    if (!before.isValid() || *number - last < 2)
        return;
    if (*number - last == 2)
        report.add("episode", tr("Number %1 is missing in this show.").arg(last + 1));
    else
        report.add("episode",
                   tr("Numbers %1 to %2 are missing in this show.").arg(last + 1).arg(*number - 1));
}

void guidInvalid(Report& report) {
    if (report.node("episode_guid") && guidStateOf(report.text("episode_guid")) == GuidState::Invalid)
        report.add("episode_guid", tr("This is not a GUID: 32 hexadecimal digits as 8-4-4-4-12 (RFC 9562)."));
}

void guidNil(Report& report) {
    if (report.node("episode_guid") && guidStateOf(report.text("episode_guid")) == GuidState::Nil)
        report.add("episode_guid",
                   tr("The GUID is all zeros: a placeholder that several episodes may share."));
}

void guidCase(Report& report) {
    const QString guid = report.text("episode_guid");
    if (guidStateOf(guid) == GuidState::Valid && guid != guid.toLower())
        report.add(
            "episode_guid",
            tr("The GUID has capitals. That is valid; a published GUID must never change, not even so."));
}

constexpr Rule rules[] = {
    {"show-slug-folder-mismatch", Severity::Error, "The show folder differs from the file's.",
     checkWith<showSlug>},
    {"show-name-mismatch", Severity::Warning, "The show's name differs from its page.", checkWith<showName>},
    {"episode-not-number", Severity::Information, "The number is a word.", checkWith<numberIsWord>},
    {"episode-padded-mismatch", Severity::Warning, "The padded number does not fit the number.",
     checkWith<padded>},
    {"filename-mismatch", Severity::Error, "The file's name does not fit the number.", checkWith<fileName>},
    {"slug-mismatch", Severity::Error, "The slug does not fit the number.", checkWith<slug>},
    {"slug-duplicate", Severity::Error, "Two episodes of a show have the same slug.", checkWith<slugShared>},
    {"episode-number-duplicate", Severity::Error, "Two episodes of a show have the same number.",
     checkWith<numberShared>},
    {"episode-number-gap", Severity::Information, "Numbers of a show are missing.", checkWith<numberGap>},
    {"guid-invalid", Severity::Error, "The GUID is not a UUID.", checkWith<guidInvalid>},
    {"guid-nil", Severity::Warning, "The GUID is a placeholder.", checkWith<guidNil>},
    {"guid-not-canonical", Severity::Information, "The GUID is not lower case.", checkWith<guidCase>},
    {"guid-duplicate", Severity::Error, "Two episodes have the same GUID.", checkWith<guidShared>},
};

} // namespace

std::span<const Rule> identityRules() {
    return rules;
}

} // namespace catalog
