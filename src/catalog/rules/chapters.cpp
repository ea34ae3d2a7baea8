// SPDX-License-Identifier: MIT
#include "catalog/rules/chapterfile.h"
#include "catalog/rules/report.h"
#include "catalog/rules/spelling.h"
#include "catalog/values.h"

#include <QRegularExpression>

#include <optional>
#include <set>

namespace catalog {

namespace {

using format::JsonId;
using format::JsonNode;
using format::JsonValue;

QString tr(const char* text) {
    return Report::tr(text);
}

constexpr const char* field = chaptersField;

QString clock(double seconds) {
    return durationText(static_cast<qint64>(seconds));
}

QString titleOf(const ListedChapter& chapter) {
    return chapter.title ? QString::fromUtf8(*chapter.title) : QString();
}

QString nameOf(const ListedChapter& chapter) {
    return tr("Chapter %1 (%2)").arg(chapter.index + 1).arg(shortened(titleOf(chapter)));
}

/// Seconds of the episode, where its duration can be read.
std::optional<qint64> episodeEnd(const Report& report) {
    return parseDuration(report.text("podcast_duration"));
}

void version(Report& report) {
    static const QRegularExpression form(QStringLiteral("\\A\\d+\\.\\d+\\.\\d+\\z"));
    const ChapterFile chapters(report);
    const JsonNode* found = chapters.text("version");
    if (!chapters.exists() || (found && form.match(QString::fromUtf8(found->string)).hasMatch()))
        return;
    Issue& issue =
        report.add(field, tr("The chapters' version must have three numbers, such as 1.2.0; some players "
                             "refuse the chapters without it."));
    if (found)
        issue.span = found->span;
    report.fixWith(issue, tr("Set to 1.2.0"), {std::string(field), std::string("version")},
                   JsonValue::string("1.2.0"));
}

void noChapters(Report& report) {
    const ChapterFile chapters(report);
    if (!chapters.exists() || !chapters.all().empty())
        return;
    Issue& issue =
        report.add(field, tr("The list of chapters is empty; an episode without chapters has null here."));
    report.fixWith(issue, tr("Set to null"), {std::string(field)}, JsonValue::null());
    Report::askFirst(issue);
}

void titleDiffers(Report& report) {
    const ChapterFile chapters(report);
    const JsonNode* found = chapters.text("title");
    const QString title = report.text("title").trimmed();
    if (!found || title.isEmpty())
        return;
    QString own = QString::fromUtf8(found->string).trimmed();
    static const QRegularExpression prefix(QStringLiteral("\\A(?:Episode )?(\\S+): "));
    const auto match = prefix.match(own);
    const QString number = report.text("episode");
    if (own != title && match.hasMatch() && paddedNumber(match.captured(1)) == paddedNumber(number))
        own = own.mid(match.capturedLength()).trimmed();
    if (own == title)
        return;
    Issue& issue = report.add(
        field, tr("The chapters belong to \"%1\", not to this title.").arg(shortened(own)), found->span);
    report.fixWith(issue, tr("Copy the title"), {std::string(field), std::string("title")},
                   JsonValue::string(report.text("title").toStdString()));
}

void podcastDiffers(Report& report) {
    const ChapterFile chapters(report);
    const JsonNode* found = chapters.text("podcastName");
    const QString show = report.text("show_name");
    if (!found || show.isEmpty() || QString::fromUtf8(found->string) == show)
        return;
    Issue& issue =
        report.add(field, tr("The chapters name the podcast \"%1\".").arg(QString::fromUtf8(found->string)),
                   found->span);
    report.fixWith(issue, tr("Copy the show's name"), {std::string(field), std::string("podcastName")},
                   JsonValue::string(show.toStdString()));
}

/// The chapters' bytes, each in the place that its start gives it.
format::TextEdits sortedByStart(const Report& report, const ChapterFile& chapters) {
    auto sorted = chapters.all();
    std::stable_sort(sorted.begin(), sorted.end(), [](const ListedChapter& a, const ListedChapter& b) {
        return a.start.value_or(0) < b.start.value_or(0);
    });
    format::TextEdits edits;
    for (std::size_t i = 0; i < sorted.size(); ++i)
        if (sorted[i].index != i)
            edits.push_back({chapters.node(chapters.all()[i].id).span,
                             std::string(report.context().document.raw(chapters.node(sorted[i].id)))});
    return edits;
}

void outOfOrder(Report& report) {
    const ChapterFile chapters(report);
    for (std::size_t i = 1; i < chapters.all().size(); ++i) {
        const ListedChapter &before = chapters.all()[i - 1], &chapter = chapters.all()[i];
        if (!before.start || !chapter.start || *chapter.start >= *before.start)
            continue;
        Issue& issue = report.add(
            field, tr("%1 starts before the one above it; players lose their place.").arg(nameOf(chapter)),
            chapters.spanOf(chapter, "startTime"));
        report.fixBy(issue, tr("Sort by start"), sortedByStart(report, chapters));
        return;
    }
}

void afterEnd(Report& report) {
    const ChapterFile chapters(report);
    const auto end = episodeEnd(report);
    for (const ListedChapter& chapter : chapters.all())
        if (end && chapter.start && *chapter.start >= static_cast<double>(*end))
            report.add(field,
                       tr("%1 starts at %2, but the episode ends at %3.")
                           .arg(nameOf(chapter), clock(*chapter.start), durationText(*end)),
                       chapters.spanOf(chapter, "startTime"));
}

void endBeforeStart(Report& report) {
    const ChapterFile chapters(report);
    for (const ListedChapter& chapter : chapters.all()) {
        if (!chapter.start || !chapter.end || *chapter.end > *chapter.start)
            continue;
        Issue& issue = report.add(field, tr("%1 ends before it has begun.").arg(nameOf(chapter)),
                                  chapters.spanOf(chapter, "endTime"));
        report.fixByRemoving(issue, tr("Remove its end"), chapters.path(chapter, "endTime"));
    }
}

/// A number as the file writes its neighbours: `12` or `12.0`.
JsonValue secondsLike(std::string_view raw, qint64 seconds) {
    const std::string digits = std::to_string(seconds);
    auto value = JsonValue::parse(raw.find('.') == std::string_view::npos ? digits : digits + ".0");
    return value ? *value : JsonValue::integer(seconds);
}

void endAfterEpisode(Report& report) {
    const ChapterFile chapters(report);
    const auto end = episodeEnd(report);
    for (const ListedChapter& chapter : chapters.all()) {
        // The duration is in whole seconds; a chapter's end need not be.
        if (!end || !chapter.end || *chapter.end < static_cast<double>(*end) + 1)
            continue;
        const format::Span span = chapters.spanOf(chapter, "endTime");
        Issue& issue = report.add(field,
                                  tr("%1 ends at %2, after the episode's end at %3.")
                                      .arg(nameOf(chapter), clock(*chapter.end), durationText(*end)),
                                  span);
        report.fixWith(issue, tr("End it with the episode"), chapters.path(chapter, "endTime"),
                       secondsLike(span.in(report.context().document.text()), *end));
    }
}

void overlap(Report& report) {
    const ChapterFile chapters(report);
    for (std::size_t i = 1; i < chapters.all().size(); ++i) {
        const ListedChapter &chapter = chapters.all()[i - 1], &next = chapters.all()[i];
        if (!chapter.start || !chapter.end || !next.start || *next.start <= *chapter.start ||
            *chapter.end <= *next.start)
            continue;
        Issue& issue = report.add(field, tr("%1 ends after the next one has begun.").arg(nameOf(chapter)),
                                  chapters.spanOf(chapter, "endTime"));
        const auto start =
            JsonValue::parse(chapters.spanOf(next, "startTime").in(report.context().document.text()));
        if (start)
            report.fixWith(issue, tr("End it where the next one begins"), chapters.path(chapter, "endTime"),
                           *start);
    }
}

void sameStart(Report& report) {
    const ChapterFile chapters(report);
    for (std::size_t i = 1; i < chapters.all().size(); ++i) {
        const ListedChapter &before = chapters.all()[i - 1], &chapter = chapters.all()[i];
        if (!before.start || before.start != chapter.start)
            continue;
        Issue& issue =
            report.add(field, tr("%1 starts at the same second as the one above it.").arg(nameOf(chapter)),
                       chapters.spanOf(chapter, "startTime"));
        const format::Document& document = report.context().document;
        if (document.raw(chapters.node(before.id)) == document.raw(chapters.node(chapter.id)))
            report.fixByRemoving(issue, tr("Remove the double"),
                                 {std::string(field), std::string("chapters"), chapter.index});
    }
}

/// A chapter "Intro" at 0 with the keys that the first one has.
std::optional<JsonValue> introLike(const Report& report, const ChapterFile& chapters,
                                   const ListedChapter& first) {
    const format::Document& document = report.context().document;
    QStringList members;
    for (const JsonId id : chapters.node(first.id).children) {
        const JsonNode& node = chapters.node(id);
        const bool isFloat = document.raw(node).find('.') != std::string_view::npos;
        const QString value = node.name == "startTime"
                                  ? (isFloat ? QStringLiteral("0.0") : QStringLiteral("0"))
                              : node.name == "title" ? QStringLiteral("\"Intro\"")
                                                     : QStringLiteral("null");
        members += QString::fromUtf8(JsonValue::string(node.name).json()) + QLatin1Char(':') + value;
    }
    const auto made = JsonValue::parse(
        (QLatin1Char('{') + members.join(QLatin1Char(',')) + QLatin1Char('}')).toStdString());
    return made ? std::optional(*made) : std::nullopt;
}

void firstNotZero(Report& report) {
    const ChapterFile chapters(report);
    if (chapters.all().empty() || chapters.all().front().start.value_or(0) <= 0)
        return;
    const ListedChapter& first = chapters.all().front();
    Issue& issue = report.add(
        field, tr("The first chapter starts at %1; some players want one at 0:00.").arg(clock(*first.start)),
        chapters.spanOf(first, "startTime"));
    const auto intro = introLike(report, chapters, first);
    if (!intro)
        return;
    if (const auto edits = report.context().document.jsonEditor().insertElement(
            {std::string(field), std::string("chapters")}, 0, *intro))
        report.fixBy(issue, tr("Insert \"Intro\" at 0"), *edits);
    Report::askFirst(issue);
}

void tooShort(Report& report) {
    constexpr double shortest = 5;
    const ChapterFile chapters(report);
    for (std::size_t i = 1; i < chapters.all().size(); ++i) {
        const ListedChapter &chapter = chapters.all()[i - 1], &next = chapters.all()[i];
        if (chapter.start && next.start && *next.start > *chapter.start &&
            *next.start - *chapter.start < shortest)
            report.add(field, tr("%1 is shorter than five seconds.").arg(nameOf(chapter)),
                       chapters.spanOf(chapter, "startTime"));
    }
}

void titleEmpty(Report& report) {
    const ChapterFile chapters(report);
    for (const ListedChapter& chapter : chapters.all())
        if (titleOf(chapter).trimmed().isEmpty())
            report.add(field, tr("Chapter %1 has no title.").arg(chapter.index + 1),
                       chapters.spanOf(chapter, "title"));
}

/// Reports each title that `mended` changes.
template <QString (*mended)(const QString&)>
void titleSpelling(Report& report, const QString& message) {
    const ChapterFile chapters(report);
    for (const ListedChapter& chapter : chapters.all()) {
        const QString title = titleOf(chapter);
        if (title.trimmed().isEmpty() || mended(title) == title)
            continue;
        Issue& issue = report.add(field, message.arg(nameOf(chapter)), chapters.spanOf(chapter, "title"));
        report.fixWith(issue, tr("Set to \"%1\"").arg(shortened(mended(title))),
                       chapters.path(chapter, "title"), JsonValue::string(mended(title).toStdString()));
    }
}

QString trimmed(const QString& title) {
    return title.trimmed();
}
void titleOuterSpace(Report& report) {
    titleSpelling<trimmed>(report, tr("%1 has white space around its title."));
}
void titleDoubleSpace(Report& report) {
    titleSpelling<withSingleSpaces>(report, tr("%1 has a double space in its title."));
}

void titleTwice(Report& report) {
    const ChapterFile chapters(report);
    std::set<std::string_view> seen;
    for (const ListedChapter& chapter : chapters.all())
        if (!titleOf(chapter).trimmed().isEmpty() && !seen.insert(*chapter.title).second)
            report.add(field, tr("%1 has the title of another chapter.").arg(nameOf(chapter)),
                       chapters.spanOf(chapter, "title"));
}

constexpr Rule rules[] = {
    {"chapters-version", Severity::Warning, "The chapters' version cannot be read.", checkWith<version>},
    {"chapters-empty", Severity::Information, "The list of chapters is empty.", checkWith<noChapters>},
    {"chapters-title-mismatch", Severity::Warning, "The chapters have another title.",
     checkWith<titleDiffers>},
    {"chapters-podcast-name-mismatch", Severity::Information, "The chapters name another podcast.",
     checkWith<podcastDiffers>},
    {"chapter-out-of-order", Severity::Error, "The chapters are not in order.", checkWith<outOfOrder>},
    {"chapter-after-end", Severity::Error, "A chapter starts after the episode's end.", checkWith<afterEnd>},
    {"chapter-end-before-start", Severity::Error, "A chapter ends before it begins.",
     checkWith<endBeforeStart>},
    {"chapter-end-after-episode-end", Severity::Warning, "A chapter ends after the episode.",
     checkWith<endAfterEpisode>},
    {"chapter-overlap", Severity::Warning, "Two chapters overlap.", checkWith<overlap>},
    {"chapter-same-start", Severity::Warning, "Two chapters start together.", checkWith<sameStart>},
    {"chapter-first-not-zero", Severity::Information, "The first chapter is not at 0.",
     checkWith<firstNotZero>},
    {"chapter-too-short", Severity::Information, "A chapter is very short.", checkWith<tooShort>},
    {"chapter-title-empty", Severity::Warning, "A chapter has no title.", checkWith<titleEmpty>},
    {"chapter-title-outer-whitespace", Severity::Information, "A chapter's title has white space around it.",
     checkWith<titleOuterSpace>},
    {"chapter-title-double-space", Severity::Information, "A chapter's title has a double space.",
     checkWith<titleDoubleSpace>},
    {"chapter-title-duplicate", Severity::Information, "Two chapters have the same title.",
     checkWith<titleTwice>},
};

} // namespace

std::span<const Rule> chapterRules() {
    return rules;
}

} // namespace catalog
