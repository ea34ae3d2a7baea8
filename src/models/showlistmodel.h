// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/validator.h"
#include "models/episodetablemodel.h"
#include "models/searchcounts.h"

#include <QAbstractListModel>
#include <QMap>

#include <vector>

namespace models {

/// A search that somebody gave a name.
struct SavedSearch {
    QString name, query;

    bool operator==(const SavedSearch&) const = default;
};

/// The sidebar: All and each show with its count, then Changed, Drafts, Problems and Cannot Be Opened, then
/// saved searches with what they find. Only episodes that changed are counted anew.
class ShowListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        KindRole = Qt::UserRole, ///< int of EpisodeFilter::Kind
        ShowRole,                ///< show_slug, empty for All and the smart rows
        CountRole,               ///< int; -1: not counted yet
        IsHeadingRole,           ///< bool: "Shows", "Smart lists"; not selectable
        SavedRole,               ///< int: index of a saved search; -1: none
        QueryRole,               ///< a saved search's query
    };
    ShowListModel(catalog::Catalog& catalog, catalog::Validator& validator, QObject* parent = nullptr);

    EpisodeFilter filterAt(const QModelIndex& index) const;
    int rowOf(EpisodeFilter::Kind kind, const QString& show) const;
    void setSaved(const std::vector<SavedSearch>& saved);
    const std::vector<SavedSearch>& saved() const { return m_saved; }
    int rowOfSaved(const QString& query) const; ///< -1: no saved search asks that

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    void refresh();

private:
    struct Entry {
        EpisodeFilter::Kind kind = EpisodeFilter::Kind::All;
        QString show, label;
        int count = 0;
        bool isHeading = false;
        int saved = -1;     ///< index of a saved search
        QString query = {}; ///< and what it asks
    };
    /// What an episode adds to the counts.
    struct Counted {
        QString show;
        bool isThere = false, isChanged = false, isDraft = false, hasProblems = false, isUnreadable = false;
    };
    struct Totals {
        QMap<QString, int> shows;
        int changed = 0, drafts = 0, problems = 0, unreadable = 0;
    };
    Counted countedOf(catalog::EpisodeId id) const;
    void add(const Counted& counted, int by);
    void touch(catalog::EpisodeId id);
    void countAll();
    void countTouched();
    std::vector<Entry> makeEntries() const;
    void addSaved(std::vector<Entry>& entries) const;
    void show(std::vector<Entry> entries);
    void recount();
    void scheduleRefresh();

    catalog::Catalog& m_catalog;
    catalog::Validator& m_validator;
    SearchCounts m_counts;
    std::vector<SavedSearch> m_saved;
    std::vector<Counted> m_counted; ///< by episode
    Totals m_totals;
    std::vector<catalog::EpisodeId> m_touched; ///< whose counts may be others
    std::vector<bool> m_isTouched;
    std::vector<Entry> m_entries;
    bool m_isScheduled = false;
};

} // namespace models
