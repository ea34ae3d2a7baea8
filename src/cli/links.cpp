// SPDX-License-Identifier: MIT
#include "cli/command.h"
#include "cli/opening.h"
#include "cli/output.h"
#include "cli/selection.h"
#include "net/linkchecker.h"

#include <QEventLoop>
#include <QHash>

namespace cli {

namespace {

using net::LinkResult;
using Results = QHash<QUrl, LinkResult>;

const QStringList formats{QStringLiteral("csv"), QStringLiteral("json")};

QString wordOf(LinkResult::Outcome outcome) {
    using Outcome = LinkResult::Outcome;
    switch (outcome) {
    case Outcome::Ok:
        return QStringLiteral("ok");
    case Outcome::Moved:
        return QStringLiteral("moved");
    case Outcome::Gone:
        return QStringLiteral("gone");
    case Outcome::Refused:
        return QStringLiteral("refused");
    case Outcome::TimedOut:
        return QStringLiteral("timed-out");
    case Outcome::Failed:
        return QStringLiteral("failed");
    case Outcome::Skipped:
        break;
    }
    return QStringLiteral("skipped");
}

bool isBad(LinkResult::Outcome outcome) {
    using Outcome = LinkResult::Outcome;
    return outcome == Outcome::Moved || outcome == Outcome::Gone || outcome == Outcome::TimedOut ||
           outcome == Outcome::Failed;
}

QUrl urlOf(const format::Row& row) {
    return QUrl(QString::fromStdString(row.link.url).trimmed(), QUrl::TolerantMode);
}

/// Calls `look` for every link, and every item that looks like one and is none.
template <typename Look>
void forEachLink(const Opened& opened, const Selection& selection, const Look& look) {
    for (int i = 0; i < opened.catalog.size(); ++i) {
        if (!selection.holds({i}))
            continue;
        const catalog::Episode& episode = opened.catalog.episode({i});
        const auto document = episode.document();
        if (!document)
            continue;
        for (const format::Row& row : document->links().rows())
            if (row.kind == format::RowKind::Link || !row.problem.empty())
                look(catalog::EpisodeId{i}, *document, row);
        episode.releaseDocuments();
    }
}

Results check(const Opened& opened, const Selection& selection) {
    QList<QUrl> urls;
    forEachLink(opened, selection, [&](catalog::EpisodeId, const format::Document&, const format::Row& row) {
        if (row.kind == format::RowKind::Link)
            urls.append(urlOf(row));
    });
    Results results;
    if (urls.isEmpty())
        return results;
    net::LinkChecker checker;
    QEventLoop loop;
    QObject::connect(&checker, &net::LinkChecker::checked,
                     [&](const LinkResult& result) { results.insert(result.url, result); });
    QObject::connect(&checker, &net::LinkChecker::progress, [](int done, int total) {
        constexpr int step = 100;
        if (done % step == 0 || done == total)
            printError(QStringLiteral("%1 of %2 addresses checked").arg(done).arg(total));
    });
    QObject::connect(&checker, &net::LinkChecker::finished, &loop, &QEventLoop::quit);
    checker.check(urls);
    loop.exec();
    return results;
}

/// A link as names and values, in the order of the columns.
std::vector<std::pair<const char*, QString>> cellsOf(const Opened& opened, catalog::EpisodeId id,
                                                     const format::Document& document, const format::Row& row,
                                                     const LinkResult* result) {
    const auto& rows = document.links().rows();
    const auto text = [](const std::string& bytes) { return QString::fromStdString(bytes); };
    const bool isLink = row.kind == format::RowKind::Link;
    std::vector<std::pair<const char*, QString>> cells{
        {"file", opened.catalog.relativePath(id)},
        {"line", QString::number(format::positionAt(document.text(), row.span.begin).line)},
        {"section", row.section >= 0 ? text(rows[static_cast<std::size_t>(row.section)].content) : QString()},
        {"text", isLink ? text(row.link.text) : text(row.content)},
        {"url", text(row.link.url)},
        {"title", text(row.link.title.value_or(std::string()))},
        {"description", text(row.link.description)},
        {"problem", text(row.problem)}};
    if (result) {
        cells.emplace_back("outcome", wordOf(result->outcome));
        cells.emplace_back("moved_to", QString::fromLatin1(result->movedTo.toEncoded()));
        cells.emplace_back("message", result->message);
        cells.emplace_back("checked", result->when.toString(Qt::ISODate));
    }
    return cells;
}

int run(const QCommandLineParser& parser) {
    OutputFormat format{};
    Opened opened;
    Selection selection;
    if (!readFormat(parser, formats, format) || !open(parser.positionalArguments(), opened) ||
        !selection.read(parser, opened))
        return CouldNotRun;
    const bool isAsking = parser.isSet(QStringLiteral("check"));
    const Results results = isAsking ? check(opened, selection) : Results();
    JsonRows rows;
    bool isHeaderDue = format == OutputFormat::Csv;
    int bad = 0;
    const LinkResult none;
    forEachLink(opened, selection,
                [&](catalog::EpisodeId id, const format::Document& document, const format::Row& row) {
                    const auto found = results.constFind(urlOf(row));
                    const bool isFound = row.kind == format::RowKind::Link && found != results.constEnd();
                    const LinkResult* result = !isAsking ? nullptr : isFound ? &*found : &none;
                    bad += result && isBad(result->outcome) ? 1 : 0;
                    QStringList names, values;
                    JsonRows::Row object;
                    for (const auto& [name, value] : cellsOf(opened, id, document, row, result)) {
                        names += QLatin1String(name);
                        values += value;
                        object.emplace_back(name, name == std::string_view("line")
                                                      ? format::JsonValue::integer(value.toLongLong())
                                                      : jsonText(value));
                    }
                    if (std::exchange(isHeaderDue, false))
                        print(catalog::csvRecord(names));
                    if (format == OutputFormat::Csv)
                        print(catalog::csvRecord(values));
                    else
                        rows.add(object);
                });
    if (format == OutputFormat::Json)
        rows.print();
    return bad == 0 ? Success : Findings;
}

void addOptions(QCommandLineParser& parser) {
    parser.addPositionalArgument(QStringLiteral("PATH"), QStringLiteral("Folders or files."),
                                 QStringLiteral("PATH…"));
    parser.addOption(
        {QStringLiteral("check"), QStringLiteral("Ask the servers whether the addresses still answer.")});
    Selection::addShowOption(parser);
    addFormatOption(parser, formats);
}

} // namespace

const Command linksCommand{"links", "List every link of the show notes; --check asks whether they answer.",
                           addOptions, run};

} // namespace cli
