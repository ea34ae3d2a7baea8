// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/feed/feedcheck.h"
#include "catalog/feed/showfeed.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace models {

/// In what a feed does not keep to the published rules.
class FeedFindingsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { SubjectColumn, MessageColumn, AuthorityColumn, ColumnCount };
    explicit FeedFindingsModel(QObject* parent = nullptr);

    void setFindings(std::shared_ptr<const catalog::ShowFeed> feed,
                     std::vector<catalog::FeedFinding> findings);
    int itemAt(int row) const; ///< the item's index; -1: the show itself
    int required() const;      ///< how many are no mere recommendations

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::shared_ptr<const catalog::ShowFeed> m_feed;
    std::vector<catalog::FeedFinding> m_findings;
};

} // namespace models
