// SPDX-License-Identifier: MIT
#include "models/episodeorder.h"

#include <algorithm>
#include <iterator>

namespace models {

using catalog::EpisodeId;

namespace {

/// Keys that are made and sorted in one turn: about a millisecond.
constexpr std::size_t runSize = 1024;

} // namespace

EpisodeOrder::EpisodeOrder(const catalog::Catalog& catalog)
    : m_catalog(catalog) {}

void EpisodeOrder::use(MakeKey makeKey, bool isDescending) {
    m_makeKey = std::move(makeKey);
    m_isDescending = isDescending;
    clear();
}

void EpisodeOrder::touch(EpisodeId id) {
    if (static_cast<std::size_t>(id.value) < m_keys.size()) // else it is new, and taken up as such
        m_touched.push_back(id);
}

void EpisodeOrder::clear() {
    m_keys.clear();
    m_touched.clear();
    m_unsorted.clear();
    m_runs.clear();
}

const std::vector<EpisodeId>& EpisodeOrder::ids() const {
    static const Run none;
    return m_runs.empty() ? none : m_runs.front();
}

bool EpisodeOrder::isBefore(EpisodeId a, EpisodeId b) const {
    const Key& left = m_keys[static_cast<std::size_t>((m_isDescending ? b : a).value)];
    const Key& right = m_keys[static_cast<std::size_t>((m_isDescending ? a : b).value)];
    if (left.number != right.number)
        return left.number < right.number;
    if (left.text && right.text)
        if (const int compared = left.text->compare(*right.text); compared != 0)
            return compared < 0;
    return a.value < b.value;
}

bool EpisodeOrder::work(const QDeadlineTimer& until) {
    const auto known = static_cast<int>(m_keys.size());
    for (int id = m_catalog.size() - 1; id >= known; --id)
        m_unsorted.push_back({id});
    m_keys.resize(static_cast<std::size_t>(m_catalog.size()));
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
    std::vector<bool> leaves(m_keys.size());
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
        m_keys[static_cast<std::size_t>(id.value)] = m_makeKey(m_catalog.episode(id));
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
