// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/proposal.h"

#include <QAbstractItemModel>
#include <QHash>

#include <vector>

namespace models {

/// A proposal as a tree: episodes, each with its changes and a box to tick, and under a last branch what is
/// left out, with why.
class ProposalModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { WhatColumn, BeforeColumn, AfterColumn, ColumnCount };
    enum Role {
        EpisodeRole = Qt::UserRole, ///< int: the episode's id; none for the branch of what is left out
    };
    explicit ProposalModel(const catalog::Catalog& catalog, QObject* parent = nullptr);

    void setProposal(catalog::Proposal proposal);
    /// With the ticks as they are now.
    const catalog::Proposal& proposal() const { return m_proposal; }

    int tickedChanges() const { return m_ticked; }
    int tickedEpisodes() const;
    int leftOut() const { return static_cast<int>(m_proposal.leftOut.size()); }
    void tickAll(bool isTicked);

    catalog::EpisodeId episodeAt(const QModelIndex& index) const;
    /// The change of a row, as long as the proposal stays; nullptr for other rows.
    const catalog::ProposedChange* changeAt(const QModelIndex& index) const;
    /// Why the episode of the row is left out; empty for other rows.
    QString reasonAt(const QModelIndex& index) const;
    /// All changes of an episode, ticked or not.
    std::vector<const catalog::ProposedChange*> changesOf(catalog::EpisodeId id) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void ticksChanged();
    /// An episode of the proposal changed since: its edits are of an older text.
    void outdated();

private:
    struct Node {
        catalog::EpisodeId id;
        std::vector<std::size_t> changes; ///< indexes into the proposal's
        int ticked = 0;
    };
    void build();
    bool isLeftOutBranch(const QModelIndex& index) const;
    const Node* nodeAt(const QModelIndex& index) const;
    QString nameOf(catalog::EpisodeId id) const;
    QVariant episodeData(const Node& node, int column, int role) const;
    QVariant changeData(const catalog::ProposedChange& change, int column, int role) const;
    QVariant branchData(int column, int role) const;
    QVariant leftOutData(const catalog::LeftOut& leftOut, int column, int role) const;
    void tick(Node& node, std::size_t child, bool isTicked);
    void tellTicks(int row);

    const catalog::Catalog& m_catalog;
    catalog::Proposal m_proposal;
    std::vector<Node> m_nodes; ///< in the order of their first changes
    QHash<catalog::EpisodeId, std::size_t> m_rows;
    int m_ticked = 0;
};

} // namespace models
