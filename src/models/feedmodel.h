// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/feed/feedcheck.h"
#include "catalog/feed/showfeed.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace models {

/// A show's feed as apps see it: an item a row.
class FeedModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NumberColumn, TitleColumn, DateColumn, DurationColumn, FindingsColumn, ColumnCount };
    explicit FeedModel(QObject* parent = nullptr);

    void setFeed(std::shared_ptr<const catalog::ShowFeed> feed,
                 const std::vector<catalog::FeedFinding>& findings);
    /// None before setFeed().
    const catalog::FeedItem* itemAt(int row) const;
    catalog::EpisodeId episodeAt(int row) const;
    int rowOf(catalog::EpisodeId id) const; ///< -1: not in the feed

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const catalog::ShowFeed> m_feed;
    std::vector<int> m_findings; ///< by item
};

} // namespace models
