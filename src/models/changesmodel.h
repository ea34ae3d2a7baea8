// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/changes.h"
#include "models/editsession.h"

#include <QAbstractItemModel>
#include <QTimer>

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace models {

/// The changed episodes, each with its unsaved changes below it and a tick: "save this one". Follows every
/// edit; what changed in an episode is looked for when somebody looks at it.
class ChangesModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { PlaceColumn, ChangeColumn, ColumnCount };
    enum Role {
        EpisodeRole = Qt::UserRole, ///< int: the episode's id
        KindRole,                   ///< int of catalog::Change::Kind; none for episodes
    };
    explicit ChangesModel(EditSession& session, QObject* parent = nullptr);

    catalog::EpisodeId episodeAt(const QModelIndex& index) const;
    /// The change of a row, as long as the model stays as it is; nullptr for an episode's row.
    const catalog::Change* changeAt(const QModelIndex& index) const;
    QModelIndex indexOf(catalog::EpisodeId id) const;
    std::vector<catalog::EpisodeId> ticked() const;
    std::vector<catalog::EpisodeId> episodes() const;
    /// The change behind or before `index`, over all episodes; invalid at the end.
    QModelIndex neighbour(const QModelIndex& index, int direction) const;

    /// Takes a change back, or all of an episode; one undo step. False where nothing was done.
    bool takeBack(const QModelIndex& index);
    /// Another program has changed the file since it was opened.
    void setChangedOnDisk(catalog::EpisodeId id, bool isChanged);
    bool isChangedOnDisk(catalog::EpisodeId id) const;
    /// Takes in at once what was edited; done by itself when the events have been worked off.
    void refresh();

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    bool hasChildren(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    /// Rows and texts are true again.
    void refreshed();

private:
    struct Node {
        catalog::EpisodeId id;
        bool isTicked = true;
        bool isOnDisk = false;                                    ///< another program changed the file
        std::optional<std::vector<catalog::Change>> changes = {}; ///< absent: nobody has looked yet
    };
    const std::vector<catalog::Change>& changesOf(Node& node) const;
    int rowOf(catalog::EpisodeId id) const;
    Node& nodeAt(const QModelIndex& index) const;
    void reset();
    void take(catalog::EpisodeId id);
    void replaceChanges(int row, std::vector<catalog::Change> changes);
    QVariant episodeData(Node& node, int column, int role) const;
    static QVariant changeData(const catalog::Change& change, int column, int role);
    QString stateOf(Node& node) const;

    EditSession& m_session;
    std::vector<std::unique_ptr<Node>> m_nodes; ///< by id
    std::set<catalog::EpisodeId> m_touched;
    QTimer m_timer;
};

} // namespace models
