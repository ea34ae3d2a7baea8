// SPDX-License-Identifier: MIT
#include "catalog/catalogindex.h"

#include <algorithm>

namespace catalog {

namespace {

/// Looks only at those of the same number: a step of thousands takes thousands out of one show's order.
void leaveOrder(std::multimap<qint64, EpisodeId>& order, qint64 number, EpisodeId id) {
    const auto [first, last] = order.equal_range(number);
    const auto place = std::find_if(first, last, [id](const auto& entry) { return entry.second == id; });
    if (place != last)
        order.erase(place);
}

} // namespace

void CatalogIndex::set(EpisodeId id, const Facts& facts) {
    remove(id);
    m_facts.insert(id, facts);
    for (const auto& [identity, value] : facts.names)
        m_holders.insert({static_cast<int>(identity), value}, id);
    if (facts.number)
        m_orders[facts.show].insert({*facts.number, id});
    for (const Mark& mark : facts.marks)
        m_habits.add(mark);
    if (facts.date && facts.date->isComplete())
        m_habits.addOffset(facts.show, facts.date->moment().toSecsSinceEpoch(), *facts.date->offsetSeconds);
}

void CatalogIndex::remove(EpisodeId id) {
    if (!m_facts.contains(id))
        return;
    const Facts facts = m_facts.take(id);
    for (const auto& [identity, value] : facts.names)
        m_holders.remove({static_cast<int>(identity), value}, id);
    if (facts.number)
        leaveOrder(m_orders[facts.show], *facts.number, id);
    for (const Mark& mark : facts.marks)
        m_habits.remove(mark);
    if (facts.date && facts.date->isComplete())
        m_habits.removeOffset(facts.show, facts.date->moment().toSecsSinceEpoch(),
                              *facts.date->offsetSeconds);
}

const Facts& CatalogIndex::facts(EpisodeId id) const {
    static const Facts none;
    const auto found = m_facts.constFind(id);
    return found == m_facts.constEnd() ? none : *found;
}

QList<EpisodeId> CatalogIndex::with(Identity identity, const QString& value) const {
    return m_holders.values({static_cast<int>(identity), value});
}

EpisodeId CatalogIndex::before(const QString& show, qint64 number) const {
    const auto order = m_orders.constFind(show);
    if (order == m_orders.constEnd())
        return {};
    const auto at = order->lower_bound(number);
    return at == order->begin() ? EpisodeId{} : std::prev(at)->second;
}

EpisodeId CatalogIndex::after(const QString& show, qint64 number) const {
    const auto order = m_orders.constFind(show);
    if (order == m_orders.constEnd())
        return {};
    const auto at = order->upper_bound(number);
    return at == order->end() ? EpisodeId{} : at->second;
}

} // namespace catalog
