// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/edit.h"
#include "catalog/facts.h"

#include <QHash>
#include <QList>

#include <map>

namespace catalog {

/// What rules may know of the other episodes: who shares a name, who comes before and after, and the habits.
class CatalogIndex {
public:
    void set(EpisodeId id, const Facts& facts);
    void remove(EpisodeId id);

    const Facts& facts(EpisodeId id) const;
    QList<EpisodeId> with(Identity identity, const QString& value) const;
    /// The episode of the show with the next lower number, or an invalid id.
    EpisodeId before(const QString& show, qint64 number) const;
    EpisodeId after(const QString& show, qint64 number) const;
    const Habits& habits() const { return m_habits; }

private:
    QHash<EpisodeId, Facts> m_facts;
    QMultiHash<std::pair<int, QString>, EpisodeId> m_holders;
    QHash<QString, std::multimap<qint64, EpisodeId>> m_orders;
    Habits m_habits;
};

} // namespace catalog
