// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/feed/feeditem.h"
#include "catalog/registry.h"

#include <QHash>

namespace catalog {

QStringList hostNames(const FeedItem& item);  ///< role host, co-host or none
QStringList guestNames(const FeedItem& item); ///< role guest or guest host

/// A feed knows people by their names, an episode by their ids.
class PeopleByName {
public:
    PeopleByName() = default;
    /// Of several people with one name the one counts that `uses` counts most.
    PeopleByName(const Registry& registry, const QHash<QString, int>& uses);

    /// The people's ids, in the names' order; names that nobody has are left out.
    QStringList idsOf(const QStringList& names) const;
    /// Whether these people have just these names, in any order.
    bool haveNames(const QStringList& ids, const QStringList& names) const;
    /// Hosts and guests that nobody of the site is called by; none where the people are not known at all.
    QStringList unknownIn(const FeedItem& item) const;

private:
    QHash<QString, QString> m_ids;   ///< by folded name
    QHash<QString, QString> m_names; ///< folded, by id
    bool m_isKnown = false;
};

} // namespace catalog
