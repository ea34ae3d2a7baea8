// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/linkresults.h"
#include "models/editsession.h"

#include <QAbstractTableModel>

#include <memory>
#include <utility>

namespace models {

/// The show notes of one episode as rows; blank lines are not shown. Rows that are no links show their text.
class LinkTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { TextColumn, UrlColumn, TitleColumn, DescriptionColumn, CheckColumn, ColumnCount };
    enum Role {
        KindRole = Qt::UserRole, ///< int of format::RowKind
        SectionRole,             ///< the heading's words that the row stands under
        ProblemRole,             ///< why an item that looks like a link is none; empty
        FormatRowRole,           ///< int: index in format::LinkList::rows()
        ChangedRole,             ///< bool: the saved file has no such row
        OutcomeRole,             ///< int of catalog::LinkOutcome, or -1 where the address was not checked
    };
    explicit LinkTableModel(EditSession& session, QObject* parent = nullptr);
    ~LinkTableModel() override;

    void setEpisode(catalog::EpisodeId id);
    /// What checks of addresses found, for the last column; outlives the model.
    void setLinkResults(const catalog::LinkResults& results);
    catalog::EpisodeId episode() const;
    /// The model row at a byte of the file, or -1.
    int rowAtOffset(std::size_t offset) const;
    format::Span rowSpan(int row) const; ///< in the file's text
    int formatRow(int row) const;
    format::LinkParts linkAt(int row) const;
    bool isLink(int row) const;
    int linkCount() const;

    /// Adds links before model row `before` (rowCount() appends); returns the first new model row or -1.
    int insertLinks(int before, const std::vector<format::LinkParts>& links);
    bool removeLinks(const QList<int>& rows);
    /// Adds what was pasted or dropped before model row `before`; rows of this program, HTML, addresses or
    /// text. Returns the first new row, or -1 where there was no link in it.
    int insertFrom(const QMimeData& data, int before);
    /// Adds what was dropped on another episode behind that one's last link; rows of this one leave it
    /// where they are moved, in the same undo step.
    bool sendTo(catalog::EpisodeId target, const QMimeData& data, Qt::DropAction action);
    /// Moves rows to stand before `before`; returns where the first one is now, or -1.
    int moveLinks(const QList<int>& rows, int before);
    bool duplicate(const QList<int>& rows);
    /// Whether a heading or label stands here.
    bool isSection(int row) const;
    /// The rows [first, last) of the section that begins at `row`.
    std::pair<int, int> sectionRows(int row) const;
    int insertSection(int before, const QString& name); ///< returns its row, or -1
    /// Moves a section with its rows over the one before (`step` -1) or behind (1); returns its row, or -1.
    int moveSection(int row, int step);
    bool removeSection(int row, bool withRows);
    /// The links among the rows, in order.
    std::vector<format::LinkParts> linksAt(const QList<int>& rows) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

signals:
    /// Rows were dropped and stand here now.
    void dropped(int first, int count);

private:
    void refresh();
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace models
