// SPDX-License-Identifier: MIT
#include "models/searchcounts.h"

#include <QElapsedTimer>

#include <algorithm>

namespace models {

namespace {

constexpr int sliceMilliseconds = 8;

} // namespace

SearchCounts::SearchCounts(const catalog::Catalog& catalog, const catalog::Validator& validator,
                           QObject* parent)
    : QObject(parent)
    , m_catalog(catalog)
    , m_validator(validator) {
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &SearchCounts::work);
    connect(&catalog, &catalog::Catalog::cleared, this, &SearchCounts::begin);
    connect(&catalog, &catalog::Catalog::registryChanged, this, &SearchCounts::begin); // names of people
    connect(&catalog, &catalog::Catalog::episodesAdded, this, [this] {
        if (!m_searches.empty())
            m_timer.start();
    });
    connect(&catalog, &catalog::Catalog::episodeChanged, this, &SearchCounts::lookAgainAt);
    connect(&catalog, &catalog::Catalog::presenceChanged, this, &SearchCounts::lookAgainAt);
    connect(&validator, &catalog::Validator::issuesChanged, this, [this](catalog::EpisodeId id) {
        if (std::any_of(m_searches.begin(), m_searches.end(),
                        [](const Search& search) { return search.query.needsIssues(); }))
            lookAgainAt(id);
    });
}

void SearchCounts::begin() {
    for (Search& search : m_searches) {
        search.found.clear();
        search.count = 0;
    }
    m_stale.clear();
    m_isStale.clear();
    if (!m_searches.empty())
        m_timer.start();
}

void SearchCounts::setSearches(const QStringList& searches) {
    std::vector<Search> next;
    for (const QString& text : searches) {
        const auto known = std::find_if(m_searches.begin(), m_searches.end(),
                                        [&text](const Search& search) { return search.text == text; });
        next.push_back(known == m_searches.end() ? Search{text, catalog::SearchQuery(text), {}, 0} : *known);
    }
    m_searches = std::move(next);
    if (!m_searches.empty())
        m_timer.start();
}

std::optional<int> SearchCounts::count(const QString& text) const {
    for (const Search& search : m_searches)
        if (search.text == text && static_cast<int>(search.found.size()) == m_catalog.size())
            return search.count;
    return std::nullopt;
}

void SearchCounts::lookAgainAt(catalog::EpisodeId id) {
    const auto place = static_cast<std::size_t>(id.value);
    if (m_searches.empty())
        return;
    if (m_isStale.size() <= place)
        m_isStale.resize(static_cast<std::size_t>(m_catalog.size()));
    if (m_isStale[place])
        return;
    m_isStale[place] = true;
    m_stale.push_back(id);
    m_timer.start();
}

void SearchCounts::look(catalog::EpisodeId id, Search& search) {
    const catalog::Episode& episode = m_catalog.episode(id);
    const bool isFound = !episode.isGone() && search.query.matches({m_catalog, episode, episode.searchText(),
                                                                    &m_validator.issuesOf(id)});
    const auto place = static_cast<std::size_t>(id.value);
    if (place == search.found.size())
        search.found.push_back(false);
    search.count += static_cast<int>(isFound) - static_cast<int>(search.found[place]);
    search.found[place] = isFound;
}

/// Looks at one episode; false: there is none left.
bool SearchCounts::step() {
    if (!m_stale.empty()) {
        const catalog::EpisodeId id = m_stale.back();
        m_stale.pop_back();
        m_isStale[static_cast<std::size_t>(id.value)] = false;
        for (Search& search : m_searches)
            if (static_cast<std::size_t>(id.value) < search.found.size())
                look(id, search);
        return true;
    }
    const auto first =
        std::min_element(m_searches.begin(), m_searches.end(),
                         [](const Search& a, const Search& b) { return a.found.size() < b.found.size(); });
    if (first == m_searches.end() || static_cast<int>(first->found.size()) >= m_catalog.size())
        return false;
    const catalog::EpisodeId id{static_cast<int>(first->found.size())};
    for (Search& search : m_searches)
        if (static_cast<int>(search.found.size()) == id.value)
            look(id, search);
    m_catalog.episode(id).releaseDocuments();
    return true;
}

void SearchCounts::work() {
    QElapsedTimer elapsed;
    elapsed.start();
    while (elapsed.elapsed() < sliceMilliseconds)
        if (!step()) {
            m_timer.stop();
            emit changed();
            return;
        }
}

} // namespace models
