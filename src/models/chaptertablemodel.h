// SPDX-License-Identifier: MIT
#pragma once

#include "models/editsession.h"

#include <QAbstractTableModel>

namespace models {

/// The chapters of one episode as a table. It follows the catalogue; cells are edited through the session,
/// one named undo step each.
class ChapterTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        StartColumn,
        EndColumn,
        TitleColumn,
        UrlColumn,
        ImageColumn,
        ContentsColumn,
        LocationColumn,
        ColumnCount
    };
    enum Role {
        OutOfOrderRole = Qt::UserRole + 1, ///< starts before a chapter that stands above it
        HeardRole,                         ///< the one that is being heard
        ImpliedRole,                       ///< an end that follows from the next start
    };

    explicit ChapterTableModel(EditSession& session, QObject* parent = nullptr);

    void setEpisode(catalog::EpisodeId id);
    catalog::EpisodeId episode() const { return m_id; }
    bool isLocked() const; ///< nothing here can be changed
    const catalog::Chapters& chapters() const { return m_chapters; }
    qint64 duration() const { return m_duration; } ///< as the episode states it, in milliseconds; 0: unknown

    /// Marks the chapter that is heard at a time; below 0: none.
    void setHeardAt(qint64 position);
    int heardRow() const { return m_heard; }

    format::Span rowSpan(int row) const;
    int rowAtOffset(std::size_t offset) const;

    /// One undo step that brings the chapters to these.
    bool change(const catalog::ChapterChange& change, const QString& name,
                EditSession::Merge merge = EditSession::Merge::No);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void refused(const QString& message); ///< what was typed cannot be taken

private:
    void read();
    void refresh();
    bool followMove(const catalog::Chapters& now);
    void followSize(const catalog::Chapters& now);
    void tellChanges(const catalog::Chapters& before);
    void findOrder();
    const catalog::Chapter& at(int row) const { return m_chapters[static_cast<std::size_t>(row)]; }
    QVariant display(int row, int column) const;
    QVariant edited(int row, int column) const;
    QString toolTip(int row, int column) const;
    bool setTime(int row, int column, const QString& text);

    EditSession& m_session;
    catalog::EpisodeId m_id;
    catalog::Chapters m_chapters;
    std::vector<format::Span> m_spans;
    std::vector<bool> m_isOutOfOrder;
    qint64 m_duration = 0;
    qint64 m_position = -1;
    int m_heard = -1;
};

} // namespace models
