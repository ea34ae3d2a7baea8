// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/feed/feedepisodes.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace models {

/// The new items of a feed, each with a box to tick: what it becomes, or why it cannot.
class FeedItemsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NumberColumn, TitleColumn, DateColumn, FileColumn, ColumnCount };
    explicit FeedItemsModel(QObject* parent = nullptr);

    /// Those that can be made are ticked.
    void setEpisodes(std::shared_ptr<const catalog::Feed> feed, std::vector<catalog::FeedEpisode> episodes);
    const std::vector<catalog::FeedEpisode>& episodes() const { return m_episodes; }
    const std::shared_ptr<const catalog::Feed>& feed() const { return m_feed; }
    /// The rows that are ticked, in their order.
    std::vector<int> ticked() const;
    int tickedCount() const { return m_ticked; }
    int impossible() const; ///< items that cannot be made
    void tickAll(bool isTicked);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void ticksChanged();

private:
    QString text(const catalog::FeedEpisode& episode, int column) const;

    std::shared_ptr<const catalog::Feed> m_feed;
    std::vector<catalog::FeedEpisode> m_episodes;
    std::vector<bool> m_isTicked;
    int m_ticked = 0;
};

} // namespace models
