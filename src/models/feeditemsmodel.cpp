// SPDX-License-Identifier: MIT
#include "models/feeditemsmodel.h"

#include "models/tooltip.h"

#include <QFont>

#include <algorithm>

namespace models {

FeedItemsModel::FeedItemsModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void FeedItemsModel::setEpisodes(std::shared_ptr<const catalog::Feed> feed,
                                 std::vector<catalog::FeedEpisode> episodes) {
    beginResetModel();
    m_feed = std::move(feed);
    m_episodes = std::move(episodes);
    m_isTicked.clear();
    for (const catalog::FeedEpisode& episode : m_episodes)
        m_isTicked.push_back(episode.whyNot.isEmpty());
    m_ticked = static_cast<int>(std::count(m_isTicked.begin(), m_isTicked.end(), true));
    endResetModel();
    emit ticksChanged();
}

std::vector<int> FeedItemsModel::ticked() const {
    std::vector<int> rows;
    for (std::size_t i = 0; i < m_isTicked.size(); ++i)
        if (m_isTicked[i])
            rows.push_back(static_cast<int>(i));
    return rows;
}

int FeedItemsModel::impossible() const {
    return static_cast<int>(std::count_if(m_episodes.begin(), m_episodes.end(),
                                          [](const auto& episode) { return !episode.whyNot.isEmpty(); }));
}

void FeedItemsModel::tickAll(bool isTicked) {
    if (m_episodes.empty())
        return;
    for (std::size_t i = 0; i < m_episodes.size(); ++i)
        m_isTicked[i] = isTicked && m_episodes[i].whyNot.isEmpty();
    m_ticked = static_cast<int>(std::count(m_isTicked.begin(), m_isTicked.end(), true));
    emit dataChanged(index(0, NumberColumn), index(rowCount() - 1, NumberColumn), {Qt::CheckStateRole});
    emit ticksChanged();
}

int FeedItemsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_episodes.size());
}

int FeedItemsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString FeedItemsModel::text(const catalog::FeedEpisode& episode, int column) const {
    const catalog::NewEpisode& planned = episode.plan.episode;
    switch (column) {
    case NumberColumn:
        return planned.number;
    case TitleColumn:
        return planned.title;
    case DateColumn:
        return planned.date.left(10); // the day
    default:
        return episode.whyNot.isEmpty() ? episode.plan.relativePath() : episode.whyNot;
    }
}

QVariant FeedItemsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const auto row = static_cast<std::size_t>(index.row());
    const catalog::FeedEpisode& episode = m_episodes[row];
    if (role == Qt::DisplayRole)
        return text(episode, index.column());
    if (role == Qt::ToolTipRole)
        return plainToolTip(text(episode, index.column()));
    if (role == Qt::CheckStateRole && index.column() == NumberColumn && episode.whyNot.isEmpty())
        return m_isTicked[row] ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::FontRole && index.column() == FileColumn && !episode.whyNot.isEmpty()) {
        QFont font;
        font.setItalic(true);
        return font;
    }
    return {};
}

bool FeedItemsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const auto row = static_cast<std::size_t>(index.row());
    if (!index.isValid() || role != Qt::CheckStateRole || index.column() != NumberColumn ||
        !m_episodes[row].whyNot.isEmpty())
        return false;
    const bool isTicked = value.toInt() == Qt::Checked;
    m_ticked += static_cast<int>(isTicked) - static_cast<int>(m_isTicked[row]);
    m_isTicked[row] = isTicked;
    emit dataChanged(index, index, {Qt::CheckStateRole});
    emit ticksChanged();
    return true;
}

QVariant FeedItemsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NumberColumn:
        return tr("Number");
    case TitleColumn:
        return tr("Title");
    case DateColumn:
        return tr("Date");
    default:
        return tr("New file, or why there can be none");
    }
}

Qt::ItemFlags FeedItemsModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return {};
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const bool hasBox =
        index.column() == NumberColumn && m_episodes[static_cast<std::size_t>(index.row())].whyNot.isEmpty();
    return hasBox ? flags | Qt::ItemIsUserCheckable : flags;
}

} // namespace models
