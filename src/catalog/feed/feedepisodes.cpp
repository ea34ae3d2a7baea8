// SPDX-License-Identifier: MIT
#include "catalog/feed/feedepisodes.h"

#include "catalog/feed/feedtext.h"

#include <QCoreApplication>

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

FeedEpisodePlanner::FeedEpisodePlanner(const Catalog& catalog, const QString& show,
                                       std::shared_ptr<const Feed> feed, std::vector<std::size_t> newItems,
                                       bool areDrafts)
    : m_feed(std::move(feed))
    , m_items(std::move(newItems))
    , m_areDrafts(areDrafts)
    , m_suggested(catalog, show)
    , m_next(m_suggested.episode.number) {
    for (const std::size_t index : m_items)
        m_stated.insert(paddedNumber(m_feed->items[index].number));
    m_episodes.reserve(m_items.size());
}

bool FeedEpisodePlanner::step() {
    if (m_episodes.size() == m_items.size())
        return false;
    const std::size_t index = m_items[m_episodes.size()];
    const FeedItem& item = m_feed->items[index];
    FeedEpisode made{index, m_suggested, {}};
    while (item.number.isEmpty() && !m_next.isEmpty() && m_stated.contains(paddedNumber(m_next)))
        m_next = nextNumber(m_next);
    made.plan.setNumber(item.number.isEmpty() ? m_next : item.number);
    if (item.number.isEmpty())
        m_next = nextNumber(m_next);
    catalog::take(made.plan.episode, item, m_areDrafts);
    const QString path = made.plan.path();
    made.whyNot = m_taken.contains(path)
                      ? words("Another item of the feed has the number %1.").arg(made.plan.episode.number)
                      : made.plan.whyNot();
    m_taken.insert(path);
    m_episodes.push_back(std::move(made));
    return true;
}

std::vector<FeedEpisode> feedEpisodes(const Catalog& catalog, const QString& show, const Feed& feed,
                                      const FeedComparison& comparison, bool areDrafts) {
    const std::shared_ptr<const Feed> shared(&feed, [](const Feed*) {}); // it outlives this call
    FeedEpisodePlanner planner(catalog, show, shared, comparison.newItems, areDrafts);
    while (planner.step()) {
    }
    return planner.take();
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
