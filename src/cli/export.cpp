// SPDX-License-Identifier: MIT
#include "catalog/feed/feedcheck.h"
#include "catalog/feed/rsswriter.h"
#include "catalog/feed/showfeed.h"
#include "cli/command.h"
#include "cli/feedsource.h"
#include "cli/output.h"
#include "cli/outputfile.h"

#include <algorithm>

namespace cli {

namespace {

using catalog::FeedFinding;
using format::JsonValue;

const QStringList formats{QStringLiteral("text"), QStringLiteral("json")};

bool readLimit(const QCommandLineParser& parser, std::size_t& limit) {
    const QString typed = parser.value(QStringLiteral("limit"));
    bool isNumber = true;
    limit = typed.isEmpty() ? 0 : typed.toUInt(&isNumber);
    if (isNumber && (typed.isEmpty() || limit > 0))
        return true;
    printError(QStringLiteral("\"%1\" is no number of episodes.").arg(typed));
    return false;
}

JsonRows::Row rowOf(const FeedFinding& finding, const catalog::ShowFeed& show, const Opened& opened) {
    const bool isItem = finding.item >= 0;
    const auto item = static_cast<std::size_t>(std::max(finding.item, 0));
    return {{"file", isItem ? jsonText(opened.catalog.relativePath(show.episodes[item])) : JsonValue::null()},
            {"rule", jsonText(finding.rule)},
            {"by", jsonText(catalog::nameOf(finding.authority))},
            {"required", JsonValue::boolean(finding.isRequired)},
            {"message", jsonText(finding.message)}};
}

void printFinding(const FeedFinding& finding, const catalog::ShowFeed& show, const Opened& opened) {
    const QString subject =
        finding.item < 0 ? catalog::subjectOf(finding, show.feed)
                         : opened.catalog.relativePath(show.episodes[static_cast<std::size_t>(finding.item)]);
    print(QStringLiteral("%1: %2: %3 [%4, %5]")
              .arg(subject, finding.isRequired ? QStringLiteral("required") : QStringLiteral("recommended"),
                   finding.message, finding.rule, catalog::nameOf(finding.authority)));
}

bool areRequired(const std::vector<FeedFinding>& findings) {
    return std::any_of(findings.begin(), findings.end(), [](const auto& f) { return f.isRequired; });
}

int checkShow(const catalog::ShowFeed& show, const Opened& opened, OutputFormat format) {
    const auto findings = catalog::checkFeed(show.feed);
    JsonRows rows;
    for (const FeedFinding& finding : findings) {
        if (format == OutputFormat::Json)
            rows.add(rowOf(finding, show, opened));
        else
            printFinding(finding, show, opened);
    }
    if (format == OutputFormat::Json)
        rows.print();
    else
        print(QStringLiteral("%1, %2").arg(counted(static_cast<int>(show.feed.items.size()), "episode"),
                                           counted(static_cast<int>(findings.size()), "finding")));
    return areRequired(findings) ? Findings : Success;
}

int writeShow(const catalog::ShowFeed& show, const QCommandLineParser& parser) {
    const QByteArray bytes = catalog::writeRss(show.feed);
    const QString output = parser.value(QStringLiteral("output"));
    const auto findings = catalog::checkFeed(show.feed);
    for (const FeedFinding& finding : findings)
        if (finding.item < 0 && finding.isRequired)
            printError(finding.message);
    if (!findings.empty())
        printError(QStringLiteral("%1; --check lists them.")
                       .arg(counted(static_cast<int>(findings.size()), "finding")));
    if (output.isEmpty()) {
        print(bytes.toStdString());
        return Success;
    }
    const QString error = writeOutput(output, bytes, parser.isSet(QStringLiteral("force")));
    error.isEmpty() ? print(QStringLiteral("%1: saved").arg(output)) : printError(error);
    return error.isEmpty() ? Success : Findings;
}

int run(const QCommandLineParser& parser) {
    OutputFormat format{};
    std::size_t limit = 0;
    Opened opened;
    if (!readFormat(parser, formats, format) || !readLimit(parser, limit) ||
        !open(parser.positionalArguments(), opened))
        return CouldNotRun;
    const QString show = chosenShow(parser, opened);
    if (show.isEmpty())
        return CouldNotRun;
    catalog::FeedOptions options;
    options.withDrafts = parser.isSet(QStringLiteral("drafts"));
    options.limit = limit;
    const catalog::ShowFeed made = catalog::showFeed(catalog::showFeedSource(opened.catalog, show), options);
    return parser.isSet(QStringLiteral("check")) ? checkShow(made, opened, format) : writeShow(made, parser);
}

void addOptions(QCommandLineParser& parser) {
    parser.addPositionalArgument(QStringLiteral("PATH"), QStringLiteral("The folder of the site."));
    parser.addOptions({
        {QStringLiteral("show"), QStringLiteral("The show."), QStringLiteral("slug")},
        {QStringLiteral("output"), QStringLiteral("Write this file, not standard output."),
         QStringLiteral("file")},
        {QStringLiteral("force"), QStringLiteral("Also over a file that is there.")},
        {QStringLiteral("drafts"), QStringLiteral("Drafts and episodes of the future, too.")},
        {QStringLiteral("limit"), QStringLiteral("Only the newest so many episodes."),
         QStringLiteral("number")},
        {QStringLiteral("check"),
         QStringLiteral("Write nothing; list in what the feed does not keep to the rules of RSS 2.0, Apple "
                        "Podcasts and Podcasting 2.0. Exit status 1 where one of them is required.")},
    });
    addFormatOption(parser, formats);
}

} // namespace

const Command exportCommand{"export", "Print or write a show as an RSS feed, or check it.", addOptions, run};

} // namespace cli
