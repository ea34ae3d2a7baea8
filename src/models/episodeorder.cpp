// SPDX-License-Identifier: MIT
#include "models/episodeorder.h"

#include <algorithm>
#include <iterator>

namespace models {

using catalog::EpisodeId;

namespace {

/// Keys that are made and sorted in one turn: about a millisecond.
constexpr std::size_t runSize = 1024;

/// Whoever sorts looks at a column or two, one way and the other.
constexpr std::size_t mostColumns = 3;

} // namespace

EpisodeOrder::EpisodeOrder(const catalog::Catalog& catalog)
    : m_catalog(catalog) {}

void EpisodeOrder::use(MakeKey makeKey, bool isDescending, const QString& column) {
    m_makeKey = std::move(makeKey);
    m_isDescending = isDescending;
    startAnew();
    m_keys.remove_if([](const Keys& keys) { return keys.column.isEmpty(); });
    const auto kept = std::find_if(m_keys.begin(), m_keys.end(), [&](const Keys& keys) {
        return !column.isEmpty() && keys.column == column;
    });
    if (kept == m_keys.end())
        m_keys.push_front({column, {}});
    else
        m_keys.splice(m_keys.begin(), m_keys, kept);
    if (m_keys.size() > mostColumns)
        m_keys.pop_back();
}

void EpisodeOrder::touch(EpisodeId id) {
    const auto place = static_cast<std::size_t>(id.value);
    for (Keys& keys : m_keys)
        if (place < keys.all.size())
            keys.all[place].reset();
    if (place < m_known) // else it is new, and taken up as such
        m_touched.push_back(id);
}

void EpisodeOrder::startAnew() {
    m_known = 0;
    m_touched.clear();
    m_unsorted.clear();
    m_runs.clear();
}

void EpisodeOrder::clear() {
    startAnew();
    for (Keys& keys : m_keys)
        keys.all.clear();
}

const std::vector<EpisodeId>& EpisodeOrder::ids() const {
    static const Run none;
    return m_runs.empty() ? none : m_runs.front();
}

bool EpisodeOrder::isBefore(EpisodeId a, EpisodeId b) const {
    const Key& left = keyOf(m_isDescending ? b : a);
    const Key& right = keyOf(m_isDescending ? a : b);
    if (left.number != right.number)
        return left.number < right.number;
    if (left.text && right.text)
        if (const int compared = left.text->compare(*right.text); compared != 0)
            return compared < 0;
    return a.value < b.value;
}

bool EpisodeOrder::work(const QDeadlineTimer& until) {
    const auto known = static_cast<int>(m_known);
    for (int id = m_catalog.size() - 1; id >= known; --id)
        m_unsorted.push_back({id});
    m_known = static_cast<std::size_t>(m_catalog.size());
    m_keys.front().all.resize(m_known);
    takeTouched();
    while (!m_unsorted.empty() || m_runs.size() > 1) {
        const std::size_t runs = m_runs.size();
        const bool isUneven = runs > 1 && m_runs[runs - 1].size() * 2 >= m_runs[runs - 2].size();
        if (runs > 1 && (isUneven || m_unsorted.empty()))
            mergeLastTwo();
        else
            makeRun();
        if (until.hasExpired())
            break;
    }
    return m_unsorted.empty() && m_runs.size() <= 1;
}

/// Those that were edited leave their places and get new ones.
void EpisodeOrder::takeTouched() {
    if (m_touched.empty())
        return;
    std::vector<bool> leaves(m_known);
    for (const EpisodeId id : m_touched)
        leaves[static_cast<std::size_t>(id.value)] = true;
    for (const EpisodeId id : m_unsorted)
        leaves[static_cast<std::size_t>(id.value)] = false; // they have no place yet
    for (Run& run : m_runs)
        std::erase_if(run, [&](EpisodeId id) { return leaves[static_cast<std::size_t>(id.value)]; });
    std::erase_if(m_runs, [](const Run& run) { return run.empty(); });
    for (std::size_t id = 0; id < leaves.size(); ++id)
        if (leaves[id])
            m_unsorted.push_back({static_cast<int>(id)});
    m_touched.clear();
}

void EpisodeOrder::makeRun() {
    const std::size_t count = std::min(runSize, m_unsorted.size());
    const auto from = std::prev(m_unsorted.end(), static_cast<std::ptrdiff_t>(count));
    Run run(from, m_unsorted.end());
    m_unsorted.erase(from, m_unsorted.end());
    for (const EpisodeId id : run)
        if (auto& key = m_keys.front().all[static_cast<std::size_t>(id.value)]; !key)
            key = m_makeKey(m_catalog.episode(id));
    std::sort(run.begin(), run.end(), [this](EpisodeId a, EpisodeId b) { return isBefore(a, b); });
    m_runs.push_back(std::move(run));
}

void EpisodeOrder::mergeLastTwo() {
    const Run last = std::move(m_runs.back());
    m_runs.pop_back();
    Run& before = m_runs.back();
    Run both;
    both.reserve(before.size() + last.size());
    std::merge(before.begin(), before.end(), last.begin(), last.end(), std::back_inserter(both),
               [this](EpisodeId a, EpisodeId b) { return isBefore(a, b); });
    before = std::move(both);
}

} // namespace models
