// SPDX-License-Identifier: MIT
#include "models/feedmodel.h"

#include "models/tooltip.h"

#include <QLocale>

#include <algorithm>

namespace models {

FeedModel::FeedModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void FeedModel::setFeed(std::shared_ptr<const catalog::ShowFeed> feed,
                        const std::vector<catalog::FeedFinding>& findings) {
    beginResetModel();
    m_feed = std::move(feed);
    m_findings.assign(m_feed ? m_feed->feed.items.size() : 0, 0);
    for (const catalog::FeedFinding& finding : findings)
        if (finding.item >= 0)
            ++m_findings[static_cast<std::size_t>(finding.item)];
    endResetModel();
}

const catalog::FeedItem* FeedModel::itemAt(int row) const {
    return row >= 0 && row < rowCount() ? &m_feed->feed.items[static_cast<std::size_t>(row)] : nullptr;
}

catalog::EpisodeId FeedModel::episodeAt(int row) const {
    return itemAt(row) ? m_feed->episodes[static_cast<std::size_t>(row)] : catalog::EpisodeId{};
}

int FeedModel::rowOf(catalog::EpisodeId id) const {
    if (!m_feed)
        return -1;
    const auto found = std::find(m_feed->episodes.begin(), m_feed->episodes.end(), id);
    return found == m_feed->episodes.end() ? -1 : static_cast<int>(found - m_feed->episodes.begin());
}

int FeedModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_feed ? 0 : static_cast<int>(m_feed->feed.items.size());
}

int FeedModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FeedModel::data(const QModelIndex& index, int role) const {
    const catalog::FeedItem* item = index.isValid() ? itemAt(index.row()) : nullptr;
    if (!item || (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::TextAlignmentRole))
        return {};
    if (role == Qt::TextAlignmentRole)
        return index.column() == TitleColumn ? QVariant()
                                             : QVariant(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role == Qt::ToolTipRole)
        return index.column() == TitleColumn ? QVariant(plainToolTip(item->title)) : QVariant();
    const int findings = m_findings[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case NumberColumn:
        return item->number;
    case TitleColumn:
        return item->title;
    case DateColumn:
        return item->date ? QLocale().toString(item->date->date, QStringLiteral("d MMM yyyy")) : QString();
    case DurationColumn:
        return item->seconds > 0 ? catalog::durationText(item->seconds) : QString();
    default:
        return findings > 0 ? QString::number(findings) : QString();
    }
}

QVariant FeedModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        return tr("#");
    case TitleColumn:
        return tr("Title");
    case DateColumn:
        return tr("Date");
    case DurationColumn:
        return tr("Duration");
    default:
        return tr("Findings");
    }
}

} // namespace models
