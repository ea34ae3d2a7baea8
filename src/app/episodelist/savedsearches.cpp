// SPDX-License-Identifier: MIT
#include "app/episodelist/savedsearches.h"

#include "app/settings.h"

#include <algorithm>

namespace app {

namespace {

const QString settingsKey = QStringLiteral("savedSearches"); ///< names and queries in turn

} // namespace

SavedSearches::SavedSearches(models::ShowListModel& model, Settings& settings, QObject* parent)
    : QObject(parent)
    , m_model(model)
    , m_settings(settings) {}

void SavedSearches::load() {
    const QStringList kept = m_settings.catalogValue(settingsKey).toStringList();
    std::vector<models::SavedSearch> searches;
    for (qsizetype i = 0; i + 1 < kept.size(); i += 2)
        searches.push_back({kept[i], kept[i + 1]});
    m_model.setSaved(searches);
}

void SavedSearches::keep(const std::vector<models::SavedSearch>& searches) {
    QStringList kept;
    for (const models::SavedSearch& search : searches)
        kept << search.name << search.query;
    m_settings.setCatalogValue(settingsKey, kept);
    m_model.setSaved(searches);
}

bool SavedSearches::add(const QString& name, const QString& query) {
    std::vector<models::SavedSearch> searches = m_model.saved();
    const auto known =
        std::find_if(searches.begin(), searches.end(),
                     [&name](const models::SavedSearch& search) { return search.name == name; });
    const bool isNew = known == searches.end();
    if (isNew)
        searches.push_back({name, query});
    else
        known->query = query;
    keep(searches);
    return isNew;
}

void SavedSearches::rename(int saved, const QString& name) {
    std::vector<models::SavedSearch> searches = m_model.saved();
    searches[static_cast<std::size_t>(saved)].name = name;
    keep(searches);
}

void SavedSearches::remove(int saved) {
    std::vector<models::SavedSearch> searches = m_model.saved();
    searches.erase(searches.begin() + saved);
    keep(searches);
}

void SavedSearches::move(int saved, int to) {
    std::vector<models::SavedSearch> searches = m_model.saved();
    if (to < 0 || to >= static_cast<int>(searches.size()))
        return;
    std::swap(searches[static_cast<std::size_t>(saved)], searches[static_cast<std::size_t>(to)]);
    keep(searches);
}

} // namespace app
