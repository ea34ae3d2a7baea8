// SPDX-License-Identifier: MIT
#include "catalog/rules/report.h"

#include "catalog/rules/spelling.h"

#include <QRegularExpression>

namespace catalog {

namespace {

QString tr(const char* text) {
    return Report::tr(text);
}

void titleEmpty(Report& report) {
    if (report.node("title") && report.text("title").trimmed().isEmpty())
        report.add("title", tr("The title is empty."));
}

void titleOuterSpace(Report& report) {
    const QString title = report.text("title");
    if (title.trimmed().isEmpty() || title.trimmed() == title)
        return;
    Issue& issue = report.add("title", tr("The title has white space around it."));
    report.fixText(issue, "title", title.trimmed());
}

void titleDoubleSpace(Report& report) {
    const QString title = report.text("title");
    if (!title.trimmed().contains(QLatin1String("  ")))
        return;
    Issue& issue = report.add("title", tr("The title has a double space."));
    report.fixText(issue, "title", withSingleSpaces(title));
}

void titleEntity(Report& report) {
    const QString title = report.text("title");
    if (!hasHtmlEntity(title))
        return;
    Issue& issue =
        report.add("title", tr("The title holds an HTML entity, which podcast apps show as it is written."));
    report.fixText(issue, "title", withoutHtmlEntities(title));
}

/// The length of "605: " or "Episode 605: " at the title's beginning; 0 where there is none.
qsizetype numberPrefix(const QString& title, const QString& number) {
    qsizetype at = title.startsWith(QLatin1String("Episode ")) ? 8 : 0;
    while (at < title.size() && title[at] == QLatin1Char('0'))
        ++at;
    const bool isPrefix = !number.isEmpty() && QStringView(title).mid(at).startsWith(number) &&
                          QStringView(title).mid(at + number.size()).startsWith(QLatin1String(": "));
    return isPrefix ? at + number.size() + 2 : 0;
}

void titleNumber(Report& report) {
    const QString title = report.text("title");
    const qsizetype prefix = numberPrefix(title, report.text("episode"));
    if (prefix == 0 || prefix == title.size())
        return;
    Issue& issue =
        report.add("title", tr("The title repeats the episode's number, which the site adds by itself."));
    report.fixText(issue, "title", title.mid(prefix));
}

void titleShow(Report& report) {
    const QString title = report.text("title"), show = report.text("show_name");
    const qsizetype bar = title.lastIndexOf(QLatin1String(" | "));
    const QString tail = title.mid(bar + 3).trimmed();
    if (bar <= 0 || show.isEmpty() || !tail.startsWith(show, Qt::CaseInsensitive))
        return;
    const QString rest = tail.mid(show.size()).trimmed();
    if (!rest.isEmpty() && rest != report.text("episode") && rest != report.text("episode_padded"))
        return;
    Issue& issue =
        report.add("title", tr("The title ends in the show's name, which the site adds by itself."));
    report.fixText(issue, "title", title.left(bar).trimmed());
}

void titleGeneric(Report& report) {
    const QString show = report.text("show_name");
    if (!show.isEmpty() && report.text("title") == show + QLatin1Char(' ') + report.text("episode"))
        report.add("title",
                   tr("The title is only the show's name and the number; it tells listeners nothing."));
}

void titleShared(Report& report) {
    const QString name = report.facts().name(Identity::Title);
    for (const EpisodeId other :
         name.isEmpty() ? QList<EpisodeId>() : report.context().index.with(Identity::Title, name))
        if (other != report.context().id) {
            report.add("title", tr("%1 has the same title; listeners cannot tell the two apart.")
                                    .arg(report.context().pathOf(other)));
            return;
        }
}

void descriptionEmpty(Report& report) {
    if (report.node("description") && report.text("description").trimmed().isEmpty())
        report.add("description", tr("The description is empty."));
}

void descriptionLong(Report& report) {
    constexpr qsizetype limit = 4000;
    if (report.text("description").toUtf8().size() > limit)
        report.add("description", tr("The description is longer than 4,000 bytes, which Apple cuts off."));
}

void descriptionOuterSpace(Report& report) {
    const QString text = report.text("description");
    if (text.trimmed().isEmpty() || text.trimmed() == text)
        return;
    Issue& issue = report.add("description", tr("The description has white space around it."));
    report.fixWith(issue, tr("Remove it"), {std::string("description")},
                   format::JsonValue::string(text.trimmed().toStdString()));
}

void descriptionDoubleSpace(Report& report) {
    const QString text = report.text("description");
    if (!text.trimmed().contains(QLatin1String("  ")))
        return;
    Issue& issue = report.add("description", tr("The description has double spaces."));
    report.fixWith(issue, tr("Make them single"), {std::string("description")},
                   format::JsonValue::string(withSingleSpaces(text).toStdString()));
}

void descriptionCarriageReturn(Report& report) {
    const QString text = report.text("description");
    if (!text.contains(QLatin1Char('\r')))
        return;
    Issue& issue = report.add(
        "description", tr("The description's lines end as on Windows (CRLF), which other episodes' do not."));
    report.fixWith(issue, tr("Convert to LF"), {std::string("description")},
                   format::JsonValue::string(QString(text)
                                                 .replace(QLatin1String("\r\n"), QLatin1String("\n"))
                                                 .replace(QLatin1Char('\r'), QLatin1Char('\n'))
                                                 .toStdString()));
}

void descriptionMultiline(Report& report) {
    if (report.text("description").trimmed().contains(QLatin1Char('\n')))
        report.add("description", tr("The description has line breaks; the site shows one paragraph."));
}

constexpr Rule rules[] = {
    {"title-empty", Severity::Error, "The title is empty.", checkWith<titleEmpty>},
    {"title-outer-whitespace", Severity::Warning, "The title has white space around it.",
     checkWith<titleOuterSpace>},
    {"title-double-space", Severity::Warning, "The title has a double space.", checkWith<titleDoubleSpace>},
    {"title-html-entity", Severity::Warning, "The title holds an HTML entity.", checkWith<titleEntity>},
    {"title-number-prefix", Severity::Warning, "The title repeats the number.", checkWith<titleNumber>},
    {"title-show-suffix", Severity::Warning, "The title ends in the show's name.", checkWith<titleShow>},
    {"title-generic", Severity::Information, "The title is only show and number.", checkWith<titleGeneric>},
    {"title-duplicate-in-show", Severity::Information, "Two episodes of a show have the same title.",
     checkWith<titleShared>},
    {"description-outer-whitespace", Severity::Information, "The description has white space around it.",
     checkWith<descriptionOuterSpace>},
    {"description-double-space", Severity::Information, "The description has double spaces.",
     checkWith<descriptionDoubleSpace>},
    {"description-carriage-return", Severity::Information, "The description has CRLF line ends.",
     checkWith<descriptionCarriageReturn>},
    {"description-multiline", Severity::Information, "The description has line breaks.",
     checkWith<descriptionMultiline>},
    {"description-empty", Severity::Warning, "The description is empty.", checkWith<descriptionEmpty>},
    {"description-long", Severity::Warning, "The description is over 4,000 bytes.",
     checkWith<descriptionLong>},
};

} // namespace

std::span<const Rule> textRules() {
    return rules;
}

} // namespace catalog
