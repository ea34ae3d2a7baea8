// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/search/searchquery.h"
#include "catalog/validator.h"

#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

namespace models {

/// How many episodes each of some searches finds, kept true while the episodes change. Counts in slices of a
/// few milliseconds, so that nobody waits for it, and keeps no text of any episode.
class SearchCounts : public QObject {
    Q_OBJECT
public:
    SearchCounts(const catalog::Catalog& catalog, const catalog::Validator& validator,
                 QObject* parent = nullptr);

    /// Those that are counted already stay so.
    void setSearches(const QStringList& searches);
    /// None while it is not counted to the end.
    std::optional<int> count(const QString& search) const;

signals:
    void changed();

private:
    struct Search {
        QString text;
        catalog::SearchQuery query;
        std::vector<bool> found; ///< by EpisodeId, of those that were looked at
        int count = 0;
    };
    void work();
    bool step();
    void look(catalog::EpisodeId id, Search& search);
    void lookAgainAt(catalog::EpisodeId id);
    void begin();

    const catalog::Catalog& m_catalog;
    const catalog::Validator& m_validator;
    std::vector<Search> m_searches;
    std::vector<catalog::EpisodeId> m_stale; ///< looked at, and changed since
    std::vector<bool> m_isStale;             ///< by EpisodeId
    QTimer m_timer;
};

} // namespace models
