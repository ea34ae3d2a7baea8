// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/search/searchindex.h"
#include "catalog/validator.h"
#include "models/episodegroups.h"
#include "models/episodeorder.h"
#include "models/paintedtexts.h"

#include <QAbstractTableModel>
#include <QMimeData>
#include <QStringList>
#include <QTimer>

#include <vector>

namespace models {

class EditSession;

/// Which episodes the table shows.
struct EpisodeFilter {
    enum class Kind { All, Changed, Drafts, Problems, Unreadable };
    Kind kind = Kind::All;
    QString show; ///< show_slug; empty: every show
    catalog::SearchQuery query;
};

/// The episodes as a table: any field can be a column. Filter and sort are its own: a vector of rows. Those
/// of a large catalogue are found in short turns, so that nothing waits for them; until they are found, the
/// table shows the earlier ones.
class EpisodeTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role {
        EpisodeRole = Qt::UserRole, ///< catalog::EpisodeId
        SortRole,
        SeverityRole, ///< int of catalog::Severity of the worst issue, -1: none
        ChangedRole,  ///< bool
        RefusedRole,  ///< bool
        MatchRole,    ///< catalog::FoundTerms: what the search looks for in the column
        HeadingRole,  ///< QString: what the episodes below a heading are together; null: no heading
        FoldedRole,   ///< bool, of a heading
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

    /// Cells can be changed once there is a session that makes the changes.
    void setSession(EditSession* session) { m_session = session; }
    /// Why a cell cannot be edited, or cannot hold a text; empty: it can.
    QString whyNotEditable(const QModelIndex& index) const;
    QString whyNotText(const QModelIndex& index, const QString& text) const;
    /// While a cell is edited, rows come and go only when the editing is over.
    void setEditing(bool isEditing);

    catalog::EpisodeId episodeAt(int row) const; ///< invalid: a heading
    int rowOf(catalog::EpisodeId id) const;      ///< -1: not shown, or folded away
    /// In their order, with those that are folded away.
    const std::vector<catalog::EpisodeId>& shownEpisodes() const { return m_rows; }

    Grouping grouping() const { return m_groups.grouping(); }
    void setGrouping(Grouping grouping, const QStringList& folded = {});
    QStringList foldedGroups() const; ///< their keys
    bool isHeading(int row) const { return m_groups.headingAt(row) != nullptr; }
    /// Shows or hides the rows below a heading.
    void setFolded(int row, bool isFolded);
    void foldAll(bool isFolded);
    /// Shows an episode that is folded away; false: it is none.
    bool unfoldTo(catalog::EpisodeId id);

    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
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
    /// The rows are still being found.
    bool isWorking() const { return m_isFinding; }
    /// Finds them all now.
    void settle();

signals:
    /// Links were dropped on an episode; `data` lives as long as the call.
    void linksDropped(catalog::EpisodeId id, const QMimeData* data, Qt::DropAction action);
    void refused(const QString& why); ///< a cell was not changed

private:
    int problemCountOf(catalog::EpisodeId id) const;
    bool isShown(const catalog::Episode& episode) const;
    EpisodeOrder::MakeKey keyOf(const QString& column) const;
    void orderAnew();
    void takeUp();
    void find();
    void goOn();
    void work(const QDeadlineTimer& until);
    void showFound();
    QString cellText(const catalog::Episode& episode, const QString& column) const;
    QString shownText(const catalog::Episode& episode, const QString& column) const;
    void updateEpisode(catalog::EpisodeId id);
    void followCatalog();
    void arrangeGroups();
    int placeOf(catalog::EpisodeId id) const; ///< in m_rows; -1: not shown
    const EpisodeTotals& totalsOf(const EpisodeGroups::Group& group) const;
    QVariant headingData(const EpisodeGroups::Group& group, int role) const;

    catalog::Catalog& m_catalog;
    catalog::Validator& m_validator;
    catalog::SearchIndex m_search;
    EpisodeOrder m_order;
    mutable PaintedTexts m_texts;
    QTimer m_timer;
    std::vector<catalog::EpisodeId> m_found; ///< rows to be, as far as m_order was looked through
    std::size_t m_looked = 0;
    bool m_isFinding = false;
    bool m_isAsked = false;       ///< more came meanwhile: to be done again
    bool m_isOnlySorting = false; ///< the same rows in another order: selections stay
    EpisodeFilter m_filter;
    QStringList m_columns;
    std::vector<catalog::EpisodeId> m_rows;
    std::vector<int> m_rowOf; ///< places in m_rows by EpisodeId; -1: not shown
    EpisodeGroups m_groups;
    mutable QHash<QString, EpisodeTotals> m_totals; ///< of groups, counted when they are shown
    EditSession* m_session = nullptr;
    bool m_isEditing = false;
    bool m_isStale = false; ///< rows came or went meanwhile
    int m_sortColumn = -1;  ///< -1: by show, then number, newest first
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
};

} // namespace models
