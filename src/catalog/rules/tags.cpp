// SPDX-License-Identifier: MIT
#include "catalog/rules/report.h"
#include "catalog/rules/spelling.h"

namespace catalog {

namespace {

QString tr(const char* text) {
    return Report::tr(text);
}

constexpr QChar noBreakSpace(u'\u00A0');

void repeated(Report& report) {
    const QStringList tags = report.list("tags");
    for (qsizetype i = 0; i < tags.size(); ++i) {
        if (tags.indexOf(tags[i]) == i)
            continue;
        Issue& issue = report.addElement(
            "tags", i, tr("\"%1\" is listed twice, and the site shows it twice.").arg(tags[i]));
        report.fixByRemoving(issue, tr("Remove the repeat"),
                             {std::string("tags"), static_cast<std::size_t>(i)});
    }
}

/// The indices of tags that hold one of these bytes' sequence.
template <typename Test>
std::vector<qsizetype> tagsThat(const Report& report, const Test& test) {
    std::vector<qsizetype> found;
    const auto* node = report.node("tags");
    for (std::size_t i = 0; node && i < node->children.size(); ++i)
        if (test(std::string_view(report.context().document.json().node(node->children[i]).string)))
            found.push_back(static_cast<qsizetype>(i));
    return found;
}

/// Reports each tag that holds `fault`, with `mended` as its fix.
template <typename Mend>
void spelling(Report& report, std::string_view fault, const QString& message, const Mend& mend) {
    const auto wrong =
        tagsThat(report, [fault](std::string_view tag) { return tag.find(fault) != std::string_view::npos; });
    if (wrong.empty())
        return;
    const QStringList tags = report.list("tags");
    for (const qsizetype i : wrong) {
        const QString mended = mend(tags[i]);
        Issue& issue = report.addElement("tags", i, message.arg(tags[i]));
        report.fixWith(issue, tr("Set to \"%1\"").arg(shortened(mended)),
                       {std::string("tags"), static_cast<std::size_t>(i)},
                       format::JsonValue::string(mended.toStdString()));
    }
}

void backslash(Report& report) {
    spelling(report, "\\", tr("The tag \"%1\" holds a backslash, which listeners see."),
             [](const QString& tag) { return QString(tag).remove(QLatin1Char('\\')); });
}

void doubleSpace(Report& report) {
    spelling(report, "  ", tr("The tag \"%1\" has a double space."), withSingleSpaces);
}

void noBreakSpaces(Report& report) {
    spelling(
        report, "\xC2\xA0",
        tr("The tag \"%1\" has a no-break space, so it is another tag than the same words with a plain one."),
        [](const QString& tag) { return QString(tag).replace(noBreakSpace, QLatin1Char(' ')); });
}

void urlSpecial(Report& report) {
    const auto wrong = tagsThat(
        report, [](std::string_view tag) { return tag.find_first_of("#/?%") != std::string_view::npos; });
    for (const qsizetype i : wrong)
        report.addElement("tags", i,
                          tr("The tag \"%1\" holds a character that addresses cannot hold; the site drops or "
                             "changes it, and the tag may share its page with another one.")
                              .arg(report.list("tags")[i]));
}

void unsorted(Report& report) {
    const auto* node = report.node("tags");
    if (!node || report.habits().usual(Trait::TagOrder) != QLatin1String("sorted"))
        return;
    // By code point, which UTF-8's bytes keep.
    const auto tags = report.context().document.strings(*node);
    if (std::is_sorted(tags.begin(), tags.end()))
        return;
    auto sorted = tags;
    std::sort(sorted.begin(), sorted.end());
    Issue& issue = report.add("tags", tr("The tags are not in alphabetical order, as other episodes' are."));
    report.fixWith(issue, tr("Sort them"), {std::string("tags")}, format::JsonValue::strings(sorted));
}

void noTags(Report& report) {
    if (report.node("tags") && report.list("tags").isEmpty())
        report.add("tags", tr("The episode has no tags."));
}

constexpr Rule rules[] = {
    {"tags-duplicate", Severity::Warning, "A tag is listed twice.", checkWith<repeated>},
    {"tag-backslash", Severity::Warning, "A tag holds a backslash.", checkWith<backslash>},
    {"tag-double-space", Severity::Information, "A tag has a double space.", checkWith<doubleSpace>},
    {"tag-nbsp", Severity::Information, "A tag has a no-break space.", checkWith<noBreakSpaces>},
    {"tag-url-special", Severity::Information, "A tag cannot stand in an address.", checkWith<urlSpecial>},
    {"tags-empty", Severity::Information, "There are no tags.", checkWith<noTags>},
    {"tags-unsorted", Severity::Information, "The tags are not sorted.", checkWith<unsorted>},
};

} // namespace

std::span<const Rule> tagRules() {
    return rules;
}

} // namespace catalog
