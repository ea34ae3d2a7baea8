// SPDX-License-Identifier: MIT
#include "models/mendingmodel.h"

#include "catalog/rules/report.h"
#include "catalog/rules/rule.h"
#include "models/tooltip.h"

#include <QHash>

#include <algorithm>
#include <tuple>

namespace models {

MendingModel::MendingModel(const catalog::Catalog& catalog, std::vector<catalog::Issue> issues,
                           QObject* parent)
    : QAbstractItemModel(parent)
    , m_catalog(catalog) {
    m_issues.reserve(issues.size());
    for (catalog::Issue& issue : issues) {
        if (!issue.fix)
            continue;
        const bool isWorth = !issue.fix->needsLook && issue.severity != catalog::Severity::Information;
        const auto text = catalog.episode(issue.episode).sharedText();
        m_issues.push_back({std::move(issue), text, isWorth});
    }
    build();
}

void MendingModel::build() {
    QHash<QString, QString> summaries;
    for (const catalog::Rule* rule : catalog::allRules())
        summaries.insert(QLatin1String(rule->id), catalog::Report::tr(rule->summary));
    QHash<QString, std::size_t> places;
    for (std::size_t i = 0; i < m_issues.size(); ++i) {
        const catalog::Issue& issue = m_issues[i].issue;
        const auto known = places.constFind(issue.rule);
        const std::size_t place = known == places.constEnd() ? m_rules.size() : *known;
        if (place == m_rules.size()) {
            places.insert(issue.rule, place);
            m_rules.push_back(
                {issue.rule, summaries.value(issue.rule, issue.message), {}, 0, issue.severity});
        }
        Rule& rule = m_rules[place];
        rule.items.push_back(i);
        rule.worst = std::min(rule.worst, issue.severity);
        rule.ticked += m_issues[i].isTicked ? 1 : 0;
        m_ticked += m_issues[i].isTicked ? 1 : 0;
    }
    std::sort(m_rules.begin(), m_rules.end(), [](const Rule& a, const Rule& b) {
        return std::tuple(a.worst, b.items.size(), a.id) < std::tuple(b.worst, a.items.size(), b.id);
    });
    for (Rule& rule : m_rules)
        std::stable_sort(rule.items.begin(), rule.items.end(), [this](std::size_t a, std::size_t b) {
            return m_issues[a].issue.severity < m_issues[b].issue.severity;
        });
}

const MendingModel::Item* MendingModel::itemAt(const QModelIndex& index) const {
    return index.isValid() && index.internalId() != 0
               ? &m_issues[m_rules[index.internalId() - 1].items[static_cast<std::size_t>(index.row())]]
               : nullptr;
}

const catalog::Issue* MendingModel::issueAt(const QModelIndex& index) const {
    const Item* item = itemAt(index);
    return item ? &item->issue : nullptr;
}

catalog::Mending MendingModel::mending() const {
    std::vector<const catalog::Issue*> wanted;
    int older = 0;
    for (const Rule& rule : m_rules)
        for (const std::size_t i : rule.items) {
            const Item& item = m_issues[i];
            if (!item.isTicked)
                continue;
            if (item.text == m_catalog.episode(item.issue.episode).sharedText())
                wanted.push_back(&item.issue);
            else
                ++older;
        }
    catalog::Mending all = catalog::mendingOf(wanted);
    all.leftOut += older;
    return all;
}

QModelIndex MendingModel::index(int row, int column, const QModelIndex& parent) const {
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    // A child carries its parent's row, counted from 1.
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : 0);
}

QModelIndex MendingModel::parent(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(index.internalId()) - 1, 0, quintptr{0});
}

int MendingModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return static_cast<int>(m_rules.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return static_cast<int>(m_rules[static_cast<std::size_t>(parent.row())].items.size());
}

int MendingModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QVariant MendingModel::ruleData(const Rule& rule, int column, int role) const {
    const auto count = static_cast<int>(rule.items.size());
    if (role == Qt::DisplayRole)
        return column == RepairColumn ? QStringLiteral("%1 (%2)").arg(rule.id).arg(count) : rule.summary;
    if (role == Qt::CheckStateRole && column == RepairColumn)
        return rule.ticked == 0 ? Qt::Unchecked : rule.ticked == count ? Qt::Checked : Qt::PartiallyChecked;
    return {};
}

QVariant MendingModel::repairData(const Item& item, int column, int role) const {
    if (role == Qt::DisplayRole)
        return column == RepairColumn ? m_catalog.relativePath(item.issue.episode) : item.issue.fix->label;
    if (role == Qt::ToolTipRole && column == AboutColumn)
        return plainToolTip(item.issue.message);
    if (role == Qt::CheckStateRole && column == RepairColumn)
        return item.isTicked ? Qt::Checked : Qt::Unchecked;
    return {};
}

QVariant MendingModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    if (const Item* item = itemAt(index))
        return repairData(*item, index.column(), role);
    return ruleData(m_rules[static_cast<std::size_t>(index.row())], index.column(), role);
}

void MendingModel::tick(Rule& rule, std::size_t place, bool isTicked) {
    Item& item = m_issues[rule.items[place]];
    if (item.isTicked == isTicked)
        return;
    item.isTicked = isTicked;
    rule.ticked += isTicked ? 1 : -1;
    m_ticked += isTicked ? 1 : -1;
}

bool MendingModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    // A box that is ticked in part becomes ticked whole: no click leads to a part.
    const bool isTicked = value.toInt() != Qt::Unchecked;
    const QModelIndex parent = index.parent().isValid() ? index.parent() : index;
    Rule& rule = m_rules[static_cast<std::size_t>(parent.row())];
    if (index.parent().isValid()) {
        tick(rule, static_cast<std::size_t>(index.row()), isTicked);
    } else {
        for (std::size_t place = 0; place < rule.items.size(); ++place)
            tick(rule, place, isTicked);
    }
    emit dataChanged(parent, parent, {Qt::CheckStateRole});
    emit dataChanged(this->index(0, RepairColumn, parent),
                     this->index(rowCount(parent) - 1, RepairColumn, parent), {Qt::CheckStateRole});
    emit ticksChanged();
    return true;
}

QVariant MendingModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == RepairColumn ? tr("Repair") : tr("What it is about");
}

Qt::ItemFlags MendingModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return {};
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.internalId() != 0)
        flags |= Qt::ItemNeverHasChildren;
    return index.column() == RepairColumn ? flags | Qt::ItemIsUserCheckable : flags;
}

} // namespace models
