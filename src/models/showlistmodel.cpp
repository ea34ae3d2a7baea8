// SPDX-License-Identifier: MIT
#include "models/showlistmodel.h"

#include "catalog/showlabel.h"
#include "models/tooltip.h"

#include <QMap>
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
    connect(&m_catalog, &catalog::Catalog::cleared, this, later);
    connect(&m_catalog, &catalog::Catalog::episodesAdded, this, later);
    connect(&m_catalog, &catalog::Catalog::episodeChanged, this, later);
    connect(&m_catalog, &catalog::Catalog::registryChanged, this, later);
    connect(&m_validator, &catalog::Validator::countsChanged, this, later);
    connect(&m_counts, &SearchCounts::changed, this, &ShowListModel::recount);
}

std::vector<ShowListModel::Entry> ShowListModel::makeEntries() const {
    QMap<QString, int> shows;
    int changed = 0, drafts = 0, problems = 0, unreadable = 0;
    for (int i = 0; i < m_catalog.size(); ++i) {
        const catalog::Episode& episode = m_catalog.episode({i});
        if (episode.isGone())
            continue;
        ++shows[episode.summary().show];
        unreadable += episode.isRefused() ? 1 : 0;
        changed += episode.isChanged() ? 1 : 0;
        drafts += episode.summary().isDraft ? 1 : 0;
        const auto& issues = m_validator.issuesOf(episode.id());
        problems += std::any_of(issues.begin(), issues.end(), [](const catalog::Issue& issue) {
            return issue.severity != catalog::Severity::Information;
        });
    }
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
        emit dataChanged(index(0), index(rowCount() - 1));
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
