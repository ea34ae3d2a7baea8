// SPDX-License-Identifier: MIT
#include "catalog/feed/feedepisodes.h"
#include "cli/feedsource.h"
#include "cli/writing.h"

#include <QDir>

#include <algorithm>

namespace cli {

namespace {

using format::JsonValue;

const QStringList formats{QStringLiteral("text"), QStringLiteral("json")};

/// What is to be updated in episodes that are there.
struct Updates {
    QStringList fields;
    bool isAsked = false;
    bool all = false;
    bool empty = false; ///< fields of which the episode says nothing

    bool holds(std::string_view field, bool isFilling) const {
        return all || (empty && isFilling) ||
               fields.contains(QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size())));
    }
};

QStringList fieldNames() {
    QStringList names;
    for (const std::string_view field : catalog::feedFields())
        names += QString::fromUtf8(field.data(), static_cast<qsizetype>(field.size()));
    return names;
}

bool readUpdates(const QCommandLineParser& parser, Updates& updates) {
    const QStringList known = fieldNames();
    updates.isAsked = parser.isSet(QStringLiteral("update"));
    for (const QString& option : parser.values(QStringLiteral("update")))
        for (const QString& part : option.split(QLatin1Char(','))) {
            const QString name = part.trimmed();
            updates.all = updates.all || name == QLatin1String("all");
            updates.empty = updates.empty || name == QLatin1String("empty");
            if (name == QLatin1String("all") || name == QLatin1String("empty"))
                continue;
            if (!known.contains(name)) {
                printError(QStringLiteral("\"%1\" is nothing that a feed says. There are: %2, empty, all.")
                               .arg(name, known.join(QStringLiteral(", "))));
                return false;
            }
            updates.fields += name;
        }
    return true;
}

JsonValue jsonList(const QStringList& texts) {
    std::vector<std::string> items;
    for (const QString& text : texts)
        items.push_back(text.toStdString());
    return JsonValue::strings(items);
}

const char* nameOf(catalog::KnownBy by) {
    switch (by) {
    case catalog::KnownBy::Guid:
        return "guid";
    case catalog::KnownBy::Enclosure:
        return "enclosure";
    default:
        return "number and title";
    }
}

/// One feed on its way into the opened catalogue.
class Import {
public:
    Import(Opened& opened, const QCommandLineParser& parser, OutputFormat format, const catalog::Feed& feed,
           const QString& show)
        : m_opened(opened)
        , m_parser(parser)
        , m_feed(feed)
        , m_show(show)
        , m_writing(opened, parser, format)
        , m_isText(format == OutputFormat::Text)
        , m_comparison(catalog::compareFeed(feed, catalog::comparisonSource(opened.catalog, show))) {}

    int run(const Updates& updates) {
        const bool makesNew = m_parser.isSet(QStringLiteral("new"));
        takeNew(makesNew);
        takeKnown(updates);
        sayRest();
        const int status = m_writing.finish();
        return makesNew || updates.isAsked ? status : m_hasMore ? Findings : status;
    }

private:
    QStringList notTaken(std::size_t item) const { return m_comparison.notTaken.value(item); }

    void takeNew(bool makesNew) {
        const bool areDrafts = m_parser.isSet(QStringLiteral("draft"));
        for (const catalog::FeedEpisode& episode :
             catalog::feedEpisodes(m_opened.catalog, m_show, m_feed, m_comparison, areDrafts)) {
            const catalog::FeedItem& item = m_feed.items[episode.item];
            const JsonRows::Row more{{"item", jsonText(item.title)},
                                     {"not_taken", jsonList(notTaken(episode.item))}};
            m_hasMore = true;
            if (!episode.whyNot.isEmpty())
                m_writing.tell(episode.plan.relativePath(), makesNew ? "failed" : "cannot be made",
                               item.title + QStringLiteral(": ") + episode.whyNot, more);
            else if (makesNew)
                m_writing.create(episode.plan.path(), catalog::textOf(episode, item, m_comparison.habits),
                                 more);
            else
                m_writing.tell(episode.plan.relativePath(), "new", item.title, more);
        }
    }

    void takeKnown(const Updates& updates) {
        auto& changes = m_comparison.proposal.changes;
        for (std::size_t i = 0; i < changes.size(); ++i)
            changes[i].isTicked =
                updates.isAsked && updates.holds(m_comparison.fields[i], changes[i].isTicked);
        if (updates.isAsked)
            return writeUpdates();
        for (const catalog::KnownItem& known : m_comparison.known)
            if (known.differences > 0)
                tellDifferences(known);
    }

    void writeUpdates() {
        const catalog::Gathered all = catalog::gathered(m_comparison.proposal);
        for (const catalog::Edit& edit : all.edits) {
            const catalog::Episode& episode = m_opened.catalog.episode(edit.episode);
            m_writing.write(edit.episode, episode.text(), format::applyEdits(episode.text(), edit.changes));
        }
        if (all.leftOut > 0)
            printError(QStringLiteral("%1 left for the next time: they touch what others change.")
                           .arg(counted(all.leftOut, "update")));
    }

    void tellDifferences(const catalog::KnownItem& known) {
        const QString file = m_opened.catalog.relativePath(known.id);
        std::string list;
        m_hasMore = true;
        for (std::size_t i = 0; i < m_comparison.proposal.changes.size(); ++i) {
            const catalog::ProposedChange& change = m_comparison.proposal.changes[i];
            if (change.id != known.id)
                continue;
            const std::string field(m_comparison.fields[i]);
            if (m_isText)
                print(QStringLiteral("%1: %2: %3 | feed: %4")
                          .arg(file, QString::fromStdString(field), onOneLine(change.before),
                               onOneLine(change.after)));
            list += (list.empty() ? "" : ", ") + ("{\"field\": " + JsonValue::string(field).json()) +
                    ", \"catalogue\": " + jsonText(change.before).json() +
                    ", \"feed\": " + jsonText(change.after).json() + "}";
        }
        if (!m_isText)
            m_writing.tell(file, "differs", {},
                           {{"item", jsonText(m_feed.items[known.item].title)},
                            {"known_by", JsonValue::string(nameOf(known.by))},
                            {"differences", JsonValue::parse("[" + list + "]").valueOr(JsonValue::null())},
                            {"not_taken", jsonList(notTaken(known.item))}});
    }
    static QString onOneLine(const QString& text) {
        constexpr qsizetype shown = 120;
        const QString line = text.simplified();
        return line.isEmpty()        ? QStringLiteral("–")
               : line.size() > shown ? line.left(shown) + QStringLiteral("…")
                                     : line;
    }

    /// What no field can hold of new items, and which episodes cannot be updated.
    void sayRest() {
        for (const catalog::LeftOut& leftOut : m_comparison.proposal.leftOut)
            printError(QStringLiteral("%1: %2").arg(m_opened.catalog.relativePath(leftOut.id), leftOut.why));
        if (!m_isText)
            return;
        for (const std::size_t item : m_comparison.newItems)
            for (const QString& sentence : notTaken(item))
                printError(QStringLiteral("%1: %2").arg(m_feed.items[item].title, sentence));
        print(QStringLiteral("%1 new, %2 known, %3 differing")
                  .arg(m_comparison.newItems.size())
                  .arg(m_comparison.known.size())
                  .arg(std::count_if(m_comparison.known.begin(), m_comparison.known.end(),
                                     [](const auto& known) { return known.differences > 0; })));
    }

    Opened& m_opened;
    const QCommandLineParser& m_parser;
    const catalog::Feed& m_feed;
    QString m_show;
    Writing m_writing;
    bool m_isText;
    catalog::FeedComparison m_comparison;
    bool m_hasMore = false;
};

int run(const QCommandLineParser& parser) {
    OutputFormat format{};
    Updates updates;
    const QStringList arguments = parser.positionalArguments();
    if (!readFormat(parser, formats, format) || !readUpdates(parser, updates))
        return CouldNotRun;
    if (arguments.size() < 2) {
        printError(QStringLiteral("Name the feed, a file or an address, and the folder of the site."));
        return CouldNotRun;
    }
    Opened opened;
    if (!open(arguments.mid(1), opened))
        return CouldNotRun;
    const QString show = chosenShow(parser, opened);
    const auto feed = show.isEmpty() ? std::nullopt : loadFeed(arguments.front());
    return feed ? Import(opened, parser, format, *feed, show).run(updates) : CouldNotRun;
}

void addOptions(QCommandLineParser& parser) {
    parser.addPositionalArgument(QStringLiteral("FEED"),
                                 QStringLiteral("An RSS 2.0 feed or a JSON Feed: a file or an address."));
    parser.addPositionalArgument(QStringLiteral("PATH"), QStringLiteral("The folder of the site."));
    parser.addOptions({
        {QStringLiteral("show"), QStringLiteral("The show that new episodes belong to."),
         QStringLiteral("slug")},
        {QStringLiteral("new"), QStringLiteral("Make a file of each new item.")},
        {QStringLiteral("draft"), QStringLiteral("New episodes are drafts.")},
        {QStringLiteral("update"),
         QStringLiteral("Take these fields of the feed over into the episodes that are there, with commas "
                        "between them: %1; empty for all of which the episode says nothing; all.")
             .arg(fieldNames().join(QStringLiteral(", "))),
         QStringLiteral("fields")},
    });
    Writing::addOptions(parser);
    addFormatOption(parser, formats);
}

} // namespace

const Command importCommand{"import", "Compare a feed with a show; take new episodes and values over.",
                            addOptions, run};

} // namespace cli
