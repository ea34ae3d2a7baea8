// SPDX-License-Identifier: MIT
#include "catalog/feed/feedepisodes.h"

#include "catalog/feed/feedtext.h"

#include <QCoreApplication>
#include <QSet>

namespace catalog {

namespace {

using format::Document;
using format::Result;

QString words(const char* text) {
    return QCoreApplication::translate("FeedImport", text);
}

void take(NewEpisode& episode, const FeedItem& item, bool isDraft) {
    constexpr qint64 day = 24 * 3600;
    episode.title = bareTitle(item.title, episode.number);
    episode.date = item.date ? item.date->toString() : QString();
    episode.guid = guidStateOf(item.guid) == GuidState::Valid ? item.guid : newGuid();
    episode.url = isWebUrl(item.enclosure.url) ? item.enclosure.url : QString();
    episode.bytes = item.enclosure.bytes;
    episode.seconds = item.seconds < day ? item.seconds : -1;
    episode.chapters = item.chapters;
    episode.isDraft = isDraft;
}

} // namespace

std::vector<FeedEpisode> feedEpisodes(const Catalog& catalog, const QString& show, const Feed& feed,
                                      const FeedComparison& comparison, bool areDrafts) {
    const NewEpisodePlan suggested(catalog, show);
    std::vector<FeedEpisode> episodes;
    QSet<QString> numbers;
    for (const std::size_t index : comparison.newItems)
        numbers.insert(paddedNumber(feed.items[index].number));
    QSet<QString> taken;
    QString next = suggested.episode.number;
    for (const std::size_t index : comparison.newItems) {
        const FeedItem& item = feed.items[index];
        FeedEpisode made{index, suggested, {}};
        while (item.number.isEmpty() && !next.isEmpty() && numbers.contains(paddedNumber(next)))
            next = nextNumber(next);
        made.plan.setNumber(item.number.isEmpty() ? next : item.number);
        if (item.number.isEmpty())
            next = nextNumber(next);
        take(made.plan.episode, item, areDrafts);
        const QString path = made.plan.path();
        made.whyNot = taken.contains(path)
                          ? words("Another item of the feed has the number %1.").arg(made.plan.episode.number)
                          : made.plan.whyNot();
        taken.insert(path);
        episodes.push_back(std::move(made));
    }
    return episodes;
}

Result<std::string> textOf(const FeedEpisode& episode, const FeedItem& item, const FeedHabits& habits) {
    const auto text = episode.plan.text();
    if (!text)
        return text.error();
    auto document = Document::parse(*text);
    QStringList problems;
    // What two offers would change at one place waits for the next round.
    for (int left = 1; left > 0 && document;) {
        Proposal proposal;
        for (FeedOffer& offer : feedOffers(*document, item, habits, problems))
            proposal.changes.push_back({EpisodeId{0}, {}, {}, {}, std::move(offer.edits)});
        const Gathered all = gathered(proposal);
        left = all.leftOut;
        if (!all.edits.empty())
            document = document->withEdits(all.edits.front().changes);
    }
    return document ? Result<std::string>(document->text()) : document.error();
}

} // namespace catalog
