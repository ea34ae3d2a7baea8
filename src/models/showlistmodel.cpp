// SPDX-License-Identifier: MIT
#include "models/showlistmodel.h"

#include "catalog/showlabel.h"
#include "models/tooltip.h"

#include <QTimer>

#include <algorithm>

namespace models {

using Kind = EpisodeFilter::Kind;

ShowListModel::ShowListModel(catalog::Catalog& catalog, catalog::Validator& validator, QObject* parent)
    : QAbstractListModel(parent)
    , m_catalog(catalog)
    , m_validator(validator)
    , m_counts(catalog, validator)
    , m_entries(makeEntries()) {
    const auto later = [this] { scheduleRefresh(); };
    connect(&m_catalog, &catalog::Catalog::cleared, this, [this] {
        countAll();
        scheduleRefresh();
    });
    connect(&m_catalog, &catalog::Catalog::episodesAdded, this, [this](int first, int count) {
        for (int i = first; i < first + count; ++i)
            touch({i});
    });
    connect(&m_catalog, &catalog::Catalog::episodeChanged, this, &ShowListModel::touch);
    connect(&m_catalog, &catalog::Catalog::registryChanged, this, later);
    connect(&m_validator, &catalog::Validator::issuesChanged, this, &ShowListModel::touch);
    connect(&m_validator, &catalog::Validator::countsChanged, this, later);
    connect(&m_counts, &SearchCounts::changed, this, &ShowListModel::recount);
    countAll();
    refresh();
}

ShowListModel::Counted ShowListModel::countedOf(catalog::EpisodeId id) const {
    const catalog::Episode& episode = m_catalog.episode(id);
    if (episode.isGone())
        return {};
    const auto& issues = m_validator.issuesOf(id);
    return {episode.summary().show,
            true,
            episode.isChanged(),
            episode.summary().isDraft,
            std::any_of(
                issues.begin(), issues.end(),
                [](const catalog::Issue& issue) { return issue.severity != catalog::Severity::Information; }),
            episode.isRefused()};
}

void ShowListModel::add(const Counted& counted, int by) {
    if (!counted.isThere)
        return;
    if ((m_totals.shows[counted.show] += by) == 0)
        m_totals.shows.remove(counted.show);
    m_totals.changed += counted.isChanged ? by : 0;
    m_totals.drafts += counted.isDraft ? by : 0;
    m_totals.problems += counted.hasProblems ? by : 0;
    m_totals.unreadable += counted.isUnreadable ? by : 0;
}

void ShowListModel::touch(catalog::EpisodeId id) {
    const auto place = static_cast<std::size_t>(id.value);
    if (place >= m_isTouched.size())
        m_isTouched.resize(static_cast<std::size_t>(m_catalog.size()));
    if (m_isTouched[place])
        return;
    m_isTouched[place] = true;
    m_touched.push_back(id);
    scheduleRefresh();
}

void ShowListModel::countAll() {
    m_counted.clear();
    m_totals = {};
    m_touched.clear();
    m_isTouched.clear();
    for (int i = 0; i < m_catalog.size(); ++i)
        touch({i});
}

void ShowListModel::countTouched() {
    m_counted.resize(static_cast<std::size_t>(m_catalog.size()));
    for (const catalog::EpisodeId id : m_touched) {
        const auto place = static_cast<std::size_t>(id.value);
        add(m_counted[place], -1);
        m_counted[place] = countedOf(id);
        add(m_counted[place], 1);
        m_isTouched[place] = false;
    }
    m_touched.clear();
}

std::vector<ShowListModel::Entry> ShowListModel::makeEntries() const {
    const auto& [shows, changed, drafts, problems, unreadable] = m_totals;
    std::vector<Entry> entries{{Kind::All, {}, tr("Shows"), 0, true},
                               {Kind::All, {}, tr("All Episodes"), m_catalog.count(), false}};
    for (auto show = shows.begin(); show != shows.end(); ++show)
        entries.push_back({Kind::All, show.key(), catalog::showLabel(m_catalog.registry(), show.key()),
                           show.value(), false});
    entries.push_back({Kind::All, {}, tr("Smart Lists"), 0, true});
    entries.push_back({Kind::Changed, {}, tr("Changed"), changed, false});
    entries.push_back({Kind::Drafts, {}, tr("Drafts"), drafts, false});
    entries.push_back({Kind::Problems, {}, tr("Problems"), problems, false});
    if (unreadable > 0)
        entries.push_back({Kind::Unreadable, {}, tr("Cannot Be Opened"), unreadable, false});
    addSaved(entries);
    return entries;
}

void ShowListModel::addSaved(std::vector<Entry>& entries) const {
    if (m_saved.empty())
        return;
    entries.push_back({Kind::All, {}, tr("Saved Searches"), 0, true});
    for (std::size_t i = 0; i < m_saved.size(); ++i)
        entries.push_back({Kind::All,
                           {},
                           m_saved[i].name,
                           m_counts.count(m_saved[i].query).value_or(-1),
                           false,
                           static_cast<int>(i),
                           m_saved[i].query});
}

void ShowListModel::setSaved(const std::vector<SavedSearch>& saved) {
    m_saved = saved;
    QStringList queries;
    for (const SavedSearch& search : saved)
        queries += search.query;
    m_counts.setSearches(queries);
    refresh();
}

/// Only what saved searches find has changed.
void ShowListModel::recount() {
    std::vector<Entry> entries = m_entries;
    for (Entry& entry : entries)
        if (entry.saved >= 0)
            entry.count = m_counts.count(entry.query).value_or(-1);
    show(std::move(entries));
}

void ShowListModel::scheduleRefresh() {
    if (m_isScheduled)
        return;
    m_isScheduled = true;
    QTimer::singleShot(0, this, &ShowListModel::refresh);
}

void ShowListModel::refresh() {
    m_isScheduled = false;
    countTouched();
    show(makeEntries());
}

void ShowListModel::show(std::vector<Entry> entries) {
    const bool sameRows = std::equal(entries.begin(), entries.end(), m_entries.begin(), m_entries.end(),
                                     [](const Entry& a, const Entry& b) {
                                         return a.kind == b.kind && a.show == b.show &&
                                                a.isHeading == b.isHeading && a.saved == b.saved &&
                                                a.query == b.query;
                                     });
    if (sameRows) { // keeps the selection
        m_entries = std::move(entries);
        emit dataChanged(index(0), index(static_cast<int>(m_entries.size()) - 1));
        return;
    }
    beginResetModel();
    m_entries = std::move(entries);
    endResetModel();
}

EpisodeFilter ShowListModel::filterAt(const QModelIndex& index) const {
    EpisodeFilter filter;
    if (index.isValid()) {
        const Entry& entry = m_entries[static_cast<std::size_t>(index.row())];
        filter.kind = entry.kind;
        filter.show = entry.show;
    }
    return filter;
}

int ShowListModel::rowOf(Kind kind, const QString& show) const {
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) {
        return !entry.isHeading && entry.saved < 0 && entry.kind == kind && entry.show == show;
    });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

int ShowListModel::rowOfSaved(const QString& query) const {
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& entry) {
        return entry.saved >= 0 && entry.query == query;
    });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

int ShowListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant ShowListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Entry& entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return entry.label;
    case Qt::AccessibleTextRole:
        return entry.isHeading || entry.count < 0
                   ? entry.label
                   : tr("%1, %n episode(s)", nullptr, entry.count).arg(entry.label);
    case Qt::ToolTipRole:
        if (entry.saved >= 0)
            return plainToolTip(entry.query);
        return entry.show.isEmpty() ? QVariant() : QVariant(plainToolTip(entry.show));
    case KindRole:
        return static_cast<int>(entry.kind);
    case ShowRole:
        return entry.show;
    case CountRole:
        return entry.count;
    case IsHeadingRole:
        return entry.isHeading;
    case SavedRole:
        return entry.saved;
    case QueryRole:
        return entry.query;
    default:
        return {};
    }
}

Qt::ItemFlags ShowListModel::flags(const QModelIndex& index) const {
    if (!index.isValid() || m_entries[static_cast<std::size_t>(index.row())].isHeading)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace models
