// SPDX-License-Identifier: MIT
#include "models/proposalmodel.h"

#include "models/tooltip.h"

#include <algorithm>

namespace models {

using catalog::EpisodeId;
using catalog::ProposedChange;

namespace {

constexpr qsizetype longestText = 300; // characters of a cell

/// One line of a text, for a cell.
QString inOneLine(const QString& text) {
    QString line = text.left(longestText);
    line.replace(QLatin1String("\r\n"), QStringLiteral(" ⏎ "));
    for (QChar& c : line)
        if (c == u'\n' || c == u'\r')
            c = QChar(u'⏎');
        else if (c == u'\t')
            c = u' ';
    return text.size() > longestText ? line + QChar(u'…') : line;
}

} // namespace

ProposalModel::ProposalModel(const catalog::Catalog& catalog, QObject* parent)
    : QAbstractItemModel(parent)
    , m_catalog(catalog) {
    connect(&catalog, &catalog::Catalog::cleared, this, [this] { setProposal({}); });
    connect(&catalog, &catalog::Catalog::episodeChanged, this, [this](EpisodeId id) {
        if (m_rows.contains(id))
            emit outdated();
    });
}

void ProposalModel::setProposal(catalog::Proposal proposal) {
    beginResetModel();
    m_proposal = std::move(proposal);
    build();
    endResetModel();
    emit ticksChanged();
}

void ProposalModel::build() {
    m_nodes.clear();
    m_rows.clear();
    m_ticked = 0;
    for (std::size_t i = 0; i < m_proposal.changes.size(); ++i) {
        const ProposedChange& change = m_proposal.changes[i];
        if (!m_rows.contains(change.id)) {
            m_rows.insert(change.id, m_nodes.size());
            m_nodes.push_back({change.id, {}, 0});
        }
        Node& node = m_nodes[m_rows.value(change.id)];
        node.changes.push_back(i);
        node.ticked += change.isTicked ? 1 : 0;
        m_ticked += change.isTicked ? 1 : 0;
    }
}

int ProposalModel::tickedEpisodes() const {
    return static_cast<int>(
        std::count_if(m_nodes.begin(), m_nodes.end(), [](const Node& node) { return node.ticked > 0; }));
}

bool ProposalModel::isLeftOutBranch(const QModelIndex& index) const {
    return index.isValid() && index.internalId() == 0 && index.row() == static_cast<int>(m_nodes.size());
}

/// The episode of its own row, or of a change's.
const ProposalModel::Node* ProposalModel::nodeAt(const QModelIndex& index) const {
    if (!index.isValid())
        return nullptr;
    const auto row = index.internalId() == 0 ? static_cast<std::size_t>(index.row()) : index.internalId() - 1;
    return row < m_nodes.size() ? &m_nodes[row] : nullptr;
}

const ProposedChange* ProposalModel::changeAt(const QModelIndex& index) const {
    const Node* node = index.isValid() && index.internalId() != 0 ? nodeAt(index) : nullptr;
    return node ? &m_proposal.changes[node->changes[static_cast<std::size_t>(index.row())]] : nullptr;
}

EpisodeId ProposalModel::episodeAt(const QModelIndex& index) const {
    if (const Node* node = nodeAt(index))
        return node->id;
    return index.isValid() && index.internalId() != 0
               ? m_proposal.leftOut[static_cast<std::size_t>(index.row())].id
               : EpisodeId{};
}

QString ProposalModel::reasonAt(const QModelIndex& index) const {
    return index.isValid() && index.internalId() != 0 && !nodeAt(index)
               ? m_proposal.leftOut[static_cast<std::size_t>(index.row())].why
               : QString();
}

std::vector<const ProposedChange*> ProposalModel::changesOf(EpisodeId id) const {
    std::vector<const ProposedChange*> found;
    if (const auto row = m_rows.constFind(id); row != m_rows.constEnd())
        for (const std::size_t change : m_nodes[*row].changes)
            found.push_back(&m_proposal.changes[change]);
    return found;
}

QModelIndex ProposalModel::index(int row, int column, const QModelIndex& parent) const {
    if (row < 0 || column < 0 || column >= ColumnCount || row >= rowCount(parent))
        return {};
    // A child carries its parent's row, counted from 1.
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : 0);
}

QModelIndex ProposalModel::parent(const QModelIndex& index) const {
    if (!index.isValid() || index.internalId() == 0)
        return {};
    return createIndex(static_cast<int>(index.internalId()) - 1, 0, quintptr{0});
}

int ProposalModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return static_cast<int>(m_nodes.size()) + (m_proposal.leftOut.empty() ? 0 : 1);
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    const Node* node = nodeAt(parent);
    return node ? static_cast<int>(node->changes.size()) : leftOut();
}

int ProposalModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QString ProposalModel::nameOf(EpisodeId id) const {
    if (!m_catalog.contains(id))
        return {};
    const catalog::Summary& summary = m_catalog.episode(id).summary();
    return summary.show.isEmpty() && summary.title.isEmpty()
               ? m_catalog.relativePath(id)
               : QStringLiteral("%1 %2 · %3").arg(summary.show, summary.number, summary.title);
}

QVariant ProposalModel::episodeData(const Node& node, int column, int role) const {
    const int count = static_cast<int>(node.changes.size());
    switch (role) {
    case Qt::DisplayRole:
        if (column == WhatColumn)
            return nameOf(node.id);
        return column == BeforeColumn && node.ticked < count
                   ? QVariant(tr("%1 of %n change(s)", nullptr, count).arg(node.ticked))
               : column == BeforeColumn ? QVariant(tr("%n change(s)", nullptr, count))
                                        : QVariant();
    case Qt::ToolTipRole:
        return column == WhatColumn && m_catalog.contains(node.id)
                   ? plainToolTip(nameOf(node.id) + QLatin1Char('\n') + m_catalog.relativePath(node.id))
                   : QString();
    case Qt::CheckStateRole:
        if (column != WhatColumn)
            return {};
        return node.ticked == 0 ? Qt::Unchecked : node.ticked == count ? Qt::Checked : Qt::PartiallyChecked;
    case EpisodeRole:
        return node.id.value;
    default:
        return {};
    }
}

QVariant ProposalModel::changeData(const ProposedChange& change, int column, int role) const {
    const QString& text = column == WhatColumn     ? change.place
                          : column == BeforeColumn ? change.before
                                                   : change.after;
    switch (role) {
    case Qt::DisplayRole:
        return inOneLine(text);
    case Qt::ToolTipRole:
        return plainToolTip(text);
    case Qt::CheckStateRole:
        return column == WhatColumn ? QVariant(change.isTicked ? Qt::Checked : Qt::Unchecked) : QVariant();
    case EpisodeRole:
        return change.id.value;
    default:
        return {};
    }
}

QVariant ProposalModel::branchData(int column, int role) const {
    return role == Qt::DisplayRole && column == WhatColumn ? tr("Left out: %n file(s)", nullptr, leftOut())
                                                           : QVariant();
}

QVariant ProposalModel::leftOutData(const catalog::LeftOut& leftOut, int column, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        return column == WhatColumn     ? nameOf(leftOut.id)
               : column == BeforeColumn ? inOneLine(leftOut.why)
                                        : QString();
    case Qt::ToolTipRole:
        return column == WhatColumn && m_catalog.contains(leftOut.id)
                   ? plainToolTip(m_catalog.relativePath(leftOut.id))
                   : plainToolTip(leftOut.why);
    case EpisodeRole:
        return leftOut.id.value;
    default:
        return {};
    }
}

QVariant ProposalModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    if (const ProposedChange* change = changeAt(index))
        return changeData(*change, index.column(), role);
    if (const Node* node = nodeAt(index))
        return episodeData(*node, index.column(), role);
    return isLeftOutBranch(index)
               ? branchData(index.column(), role)
               : leftOutData(m_proposal.leftOut[static_cast<std::size_t>(index.row())], index.column(), role);
}

void ProposalModel::tick(Node& node, std::size_t child, bool isTicked) {
    ProposedChange& change = m_proposal.changes[node.changes[child]];
    if (change.isTicked == isTicked)
        return;
    change.isTicked = isTicked;
    node.ticked += isTicked ? 1 : -1;
    m_ticked += isTicked ? 1 : -1;
}

void ProposalModel::tellTicks(int row) {
    const QModelIndex episode = index(row, WhatColumn);
    emit dataChanged(episode, index(row, BeforeColumn), {Qt::CheckStateRole, Qt::DisplayRole});
    const int last = rowCount(episode) - 1;
    emit dataChanged(index(0, WhatColumn, episode), index(last, WhatColumn, episode), {Qt::CheckStateRole});
}

bool ProposalModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !(flags(index) & Qt::ItemIsUserCheckable))
        return false;
    // A box that is ticked in part becomes ticked whole: no click leads to a part.
    const bool isTicked = value.toInt() != Qt::Unchecked;
    const int row = changeAt(index) ? index.parent().row() : index.row();
    Node& node = m_nodes[static_cast<std::size_t>(row)];
    if (changeAt(index)) {
        tick(node, static_cast<std::size_t>(index.row()), isTicked);
    } else {
        for (std::size_t child = 0; child < node.changes.size(); ++child)
            tick(node, child, isTicked);
    }
    tellTicks(row);
    emit ticksChanged();
    return true;
}

void ProposalModel::tickAll(bool isTicked) {
    for (std::size_t row = 0; row < m_nodes.size(); ++row) {
        for (std::size_t child = 0; child < m_nodes[row].changes.size(); ++child)
            tick(m_nodes[row], child, isTicked);
        tellTicks(static_cast<int>(row));
    }
    emit ticksChanged();
}

QVariant ProposalModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhatColumn:
        return tr("What");
    case BeforeColumn:
        return tr("Before");
    case AfterColumn:
        return tr("After");
    default:
        return {};
    }
}

Qt::ItemFlags ProposalModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return {};
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (index.internalId() != 0)
        flags |= Qt::ItemNeverHasChildren;
    if (index.column() == WhatColumn && nodeAt(index))
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

} // namespace models
