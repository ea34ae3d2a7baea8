// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/search/searchindex.h"
#include "catalog/validator.h"

#include <QAbstractTableModel>
#include <QMimeData>
#include <QStringList>

#include <vector>

namespace models {

/// Which episodes the table shows.
struct EpisodeFilter {
    enum class Kind { All, Changed, Drafts, Problems, Unreadable };
    Kind kind = Kind::All;
    QString show; ///< show_slug; empty: every show
    catalog::SearchQuery query;
};

/// The episodes as a table: any field can be a column. Filter and sort are its own: a vector of rows, made
/// anew and reset at once.
class EpisodeTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        EpisodeRole = Qt::UserRole, ///< catalog::EpisodeId
        SortRole,
        SeverityRole, ///< int of catalog::Severity of the worst issue, -1: none
        ChangedRole,  ///< bool
        RefusedRole,  ///< bool
        MatchRole,    ///< QStringList of the search's words for the column, folded
    };
    /// A column is a field's key, or one of these.
    static inline const QString problemsColumn = QStringLiteral("@problems");
    static inline const QString changedColumn = QStringLiteral("@changed");
    static inline const QString fileColumn = QStringLiteral("@file");

    EpisodeTableModel(catalog::Catalog& catalog, catalog::Validator& validator, QObject* parent = nullptr);

    static QStringList standardColumns();
    static QStringList allColumns();
    static QString columnLabel(const QString& column); ///< translated
    void setColumns(const QStringList& columns);
    const QStringList& columns() const { return m_columns; }

    void setFilter(const EpisodeFilter& filter);
    const EpisodeFilter& filter() const { return m_filter; }

    catalog::EpisodeId episodeAt(int row) const;
    int rowOf(catalog::EpisodeId id) const; ///< -1: not shown
    const std::vector<catalog::EpisodeId>& shownEpisodes() const { return m_rows; }
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override;
    QStringList mimeTypes() const override;
    bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                         const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;
    void sort(int column, Qt::SortOrder order) override;

    /// Makes the rows anew: after loading, or when a change may alter what the filter shows (the caller
    /// decides when, so that a row does not vanish under the user's hands).
    void refresh();

signals:
    /// Links were dropped on an episode; `data` lives as long as the call.
    void linksDropped(catalog::EpisodeId id, const QMimeData* data, Qt::DropAction action);

private:
    struct SortKey;
    bool isShown(const catalog::Episode& episode) const;
    void orderRows(std::vector<catalog::EpisodeId>& rows) const;
    QString cellText(const catalog::Episode& episode, const QString& column) const;
    void updateEpisode(catalog::EpisodeId id);

    catalog::Catalog& m_catalog;
    catalog::Validator& m_validator;
    catalog::SearchIndex m_search;
    EpisodeFilter m_filter;
    QStringList m_columns;
    std::vector<catalog::EpisodeId> m_rows;
    QHash<catalog::EpisodeId, int> m_rowOf;
    int m_sortColumn = -1; ///< -1: by show, then number, newest first
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace models
