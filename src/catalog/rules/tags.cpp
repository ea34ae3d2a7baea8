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

/// Reports each tag that `isWrong`, with `mended` as its fix.
template <bool (*isWrong)(const QString&), QString (*mended)(const QString&)>
void spelling(Report& report, const QString& message) {
    const QStringList tags = report.list("tags");
    for (qsizetype i = 0; i < tags.size(); ++i) {
        if (!isWrong(tags[i]))
            continue;
        Issue& issue = report.addElement("tags", i, message.arg(tags[i]));
        report.fixWith(issue, tr("Set to \"%1\"").arg(shortened(mended(tags[i]))),
                       {std::string("tags"), static_cast<std::size_t>(i)},
                       format::JsonValue::string(mended(tags[i]).toStdString()));
    }
}

bool hasBackslash(const QString& tag) {
    return tag.contains(QLatin1Char('\\'));
}
QString withoutBackslash(const QString& tag) {
    return QString(tag).remove(QLatin1Char('\\'));
}
void backslash(Report& report) {
    spelling<hasBackslash, withoutBackslash>(report,
                                             tr("The tag \"%1\" holds a backslash, which listeners see."));
}

bool hasDoubleSpace(const QString& tag) {
    return tag.contains(QLatin1String("  "));
}
void doubleSpace(Report& report) {
    spelling<hasDoubleSpace, withSingleSpaces>(report, tr("The tag \"%1\" has a double space."));
}

bool hasNoBreakSpace(const QString& tag) {
    return tag.contains(noBreakSpace);
}
QString withPlainSpace(const QString& tag) {
    return QString(tag).replace(noBreakSpace, QLatin1Char(' '));
}
void noBreakSpaces(Report& report) {
    spelling<hasNoBreakSpace, withPlainSpace>(report,
                                              tr("The tag \"%1\" has a no-break space, so it is another tag "
                                                 "than the same words with a plain one."));
}

void urlSpecial(Report& report) {
    const QStringList tags = report.list("tags");
    for (qsizetype i = 0; i < tags.size(); ++i)
        if (std::any_of(tags[i].begin(), tags[i].end(),
                        [](QChar c) { return c == u'#' || c == u'/' || c == u'?' || c == u'%'; }))
            report.addElement(
                "tags", i,
                tr("The tag \"%1\" holds a character that addresses cannot hold; the site drops or "
                   "changes it, and the tag may share its page with another one.")
                    .arg(tags[i]));
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
