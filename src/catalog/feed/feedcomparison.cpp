// SPDX-License-Identifier: MIT
#include "catalog/feed/feedcomparison.h"

#include "catalog/feed/feednotes.h"
#include "catalog/feed/feedtext.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace catalog {

namespace {

using format::Document;

/// By what an episode may be known.
struct EpisodeKeys {
    QString show, guid, number, title;
    QStringList enclosures;
};

QString titleKey(const QString& number, const QString& title) {
    return number.toLower() + QLatin1Char('\n') + bareTitle(title, number).toLower();
}

EpisodeKeys keysOf(const Document& document) {
    EpisodeKeys keys{valueText(document, "show_slug"),
                     valueText(document, "episode_guid").toLower(),
                     valueText(document, "episode"),
                     valueText(document, "title"),
                     {}};
    if (guidStateOf(keys.guid) == GuidState::Nil)
        keys.guid.clear();
    for (const char* key : {"podcast_file", "podcast_alt_file", "podcast_ogg_file"})
        if (const QString url = enclosureKey(valueText(document, key)); !url.isEmpty())
            keys.enclosures += url;
    return keys;
}

void countPeople(const Document& document, QHash<QString, int>& uses) {
    for (const char* key : {"hosts", "guests"})
        if (const format::JsonNode* node = document.member(key);
            node && node->type == format::JsonType::Array)
            for (const std::string& id : document.strings(*node))
                ++uses[QString::fromStdString(id)];
}

/// Compares in three passes: what episodes are known by, which item is which, what differs.
class FeedComparer {
public:
    FeedComparer(const Feed& feed, const ShowFeedSource& source, const std::function<bool(int, int)>& proceed)
        : m_feed(feed)
        , m_source(source)
        , m_proceed(proceed)
        , m_total(static_cast<int>(source.episodes.size() + feed.items.size())) {}

    FeedComparison compare() {
        m_made.isWhole = readEpisodes() && compareItems();
        std::stable_sort(m_made.newItems.begin(), m_made.newItems.end(),
                         [this](std::size_t a, std::size_t b) {
                             const auto& first = m_feed.items[a].date;
                             const auto& second = m_feed.items[b].date;
                             return first && second ? first->moment() < second->moment() : first && !second;
                         });
        return std::move(m_made);
    }

private:
    bool proceed() { return !m_proceed || m_proceed(++m_done, m_total); }

    bool readEpisodes() {
        QHash<QString, int> uses;
        for (std::size_t i = 0; i < m_source.episodes.size(); ++i) {
            if (!proceed())
                return false;
            const auto document = Document::parse(*m_source.episodes[i].text);
            if (!document)
                continue;
            const EpisodeKeys keys = keysOf(*document);
            note(keys, i);
            if (const QString season = valueText(*document, "season"); !season.isEmpty())
                m_seasons.insert(i, season);
            countPeople(*document, uses);
            if (keys.show == m_source.show)
                takeNotesHabits(*document, m_made.habits); // the last one's stay
        }
        m_made.habits.people = PeopleByName(m_source.registry, uses);
        return true;
    }
    void note(const EpisodeKeys& keys, std::size_t episode) {
        const auto insert = [episode](QHash<QString, std::size_t>& hash, const QString& key) {
            if (!key.isEmpty() && !hash.contains(key))
                hash.insert(key, episode);
        };
        insert(m_guids, keys.guid);
        for (const QString& url : keys.enclosures)
            insert(m_enclosures, url);
        if (keys.show == m_source.show)
            insert(m_titles, titleKey(keys.number, keys.title));
    }

    bool compareItems() {
        for (std::size_t i = 0; i < m_feed.items.size(); ++i) {
            if (!proceed())
                return false;
            const FeedItem& item = m_feed.items[i];
            KnownBy by{};
            const auto episode = find(item, by);
            const QStringList rest =
                notTakenOver(item, m_made.habits, episode ? m_seasons.value(*episode) : QString());
            if (!rest.isEmpty())
                m_made.notTaken.insert(i, rest);
            if (!episode)
                m_made.newItems.push_back(i);
            else if (!m_taken.contains(*episode))
                compareItem(i, *episode, by);
        }
        return true;
    }
    std::optional<std::size_t> find(const FeedItem& item, KnownBy& by) const {
        const QString guid = item.guid.trimmed().toLower();
        if (const auto found = m_guids.constFind(guid); found != m_guids.constEnd()) {
            by = KnownBy::Guid;
            return *found;
        }
        const QString url = enclosureKey(item.enclosure.url);
        if (const auto found = m_enclosures.constFind(url); found != m_enclosures.constEnd()) {
            by = KnownBy::Enclosure;
            return *found;
        }
        by = KnownBy::NumberAndTitle;
        if (item.number.isEmpty() || item.title.isEmpty())
            return std::nullopt;
        const auto found = m_titles.constFind(titleKey(item.number, item.title));
        return found == m_titles.constEnd() ? std::nullopt : std::optional(*found);
    }

    void compareItem(std::size_t item, std::size_t episode, KnownBy by) {
        const EpisodeText& source = m_source.episodes[episode];
        const auto document = Document::parse(*source.text);
        if (!document)
            return;
        m_taken.insert(episode, true);
        QStringList problems;
        const auto offers = feedOffers(*document, m_feed.items[item], m_made.habits, problems);
        m_made.known.push_back({item, source.id, by, static_cast<int>(offers.size())});
        if (!offers.empty() && !source.readOnlyReason.isEmpty())
            problems = QStringList{source.readOnlyReason};
        for (const QString& problem : problems)
            m_made.proposal.leftOut.push_back({source.id, problem});
        if (!source.readOnlyReason.isEmpty())
            return;
        for (const FeedOffer& offer : offers) {
            m_made.proposal.changes.push_back({source.id, feedFieldLabel(offer.key), offer.before,
                                               offer.after, offer.edits, offer.isFilling});
            m_made.fields.push_back(offer.key);
        }
    }

    const Feed& m_feed;
    const ShowFeedSource& m_source;
    const std::function<bool(int, int)>& m_proceed;
    FeedComparison m_made;
    QHash<QString, std::size_t> m_guids, m_enclosures, m_titles; ///< of episodes
    QHash<std::size_t, bool> m_taken;
    QHash<std::size_t, QString> m_seasons;
    int m_done = 0;
    int m_total;
};

} // namespace

ShowFeedSource comparisonSource(const Catalog& catalog, const QString& show) {
    ShowFeedSource source{show, contentFolderOf(catalog.root()), catalog.registry(), {}};
    for (int i = 0; i < catalog.size(); ++i)
        if (!catalog.episode({i}).isRefused())
            source.episodes.push_back(episodeTextOf(catalog, {i}));
    return source;
}

FeedComparison compareFeed(const Feed& feed, const ShowFeedSource& source,
                           const std::function<bool(int, int)>& proceed) {
    return FeedComparer(feed, source, proceed).compare();
}

} // namespace catalog
