// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/issue.h"
#include "catalog/mending.h"

#include <QAbstractItemModel>

#include <vector>

namespace models {

/// Repairs as a tree: rules, each with its repairs and a box to tick. Errors come first, then what a rule
/// finds most often. What is a guess or only tidies up is not ticked at first.
class MendingModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { RepairColumn, AboutColumn, ColumnCount };

    /// Issues without a fix are passed over.
    MendingModel(const catalog::Catalog& catalog, std::vector<catalog::Issue> issues,
                 QObject* parent = nullptr);

    int issueCount() const { return static_cast<int>(m_issues.size()); }
    int tickedCount() const { return m_ticked; }
    /// The issue of a row; nullptr for a rule's.
    const catalog::Issue* issueAt(const QModelIndex& index) const;
    /// The ticked repairs, in the order of the tree, as one edit an episode. Those of a text that is another
    /// one by now are left out.
    catalog::Mending mending() const;

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

private:
    struct Item {
        catalog::Issue issue;
        std::shared_ptr<const std::string> text; ///< that the fix is an edit of
        bool isTicked = false;
    };
    struct Rule {
        QString id, summary;
        std::vector<std::size_t> items; ///< indexes
        int ticked = 0;
        catalog::Severity worst = catalog::Severity::Information;
    };
    void build();
    const Item* itemAt(const QModelIndex& index) const;
    QVariant ruleData(const Rule& rule, int column, int role) const;
    QVariant repairData(const Item& item, int column, int role) const;
    void tick(Rule& rule, std::size_t place, bool isTicked);

    const catalog::Catalog& m_catalog;
    std::vector<Item> m_issues;
    std::vector<Rule> m_rules;
    int m_ticked = 0;
};

} // namespace models
