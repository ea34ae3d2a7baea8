// SPDX-License-Identifier: MIT
// How the table's cells are edited; what they show is in episodetablemodel.cpp.
#include "models/episodecells.h"
#include "models/episodetablemodel.h"

#include <utility>

namespace models {

QString EpisodeTableModel::whyNotEditable(const QModelIndex& index) const {
    const catalog::EpisodeId id = episodeAt(index.row());
    return id.isValid() ? models::whyNotEditable(m_catalog, id, m_columns[index.column()]) : QString();
}

QString EpisodeTableModel::whyNotText(const QModelIndex& index, const QString& text) const {
    const catalog::EpisodeId id = episodeAt(index.row());
    return id.isValid() ? models::whyNotText(m_catalog, id, m_columns[index.column()], text) : QString();
}

bool EpisodeTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const catalog::EpisodeId id = episodeAt(index.row());
    if (role != Qt::EditRole || !m_session || !id.isValid())
        return false;
    const QString& column = m_columns[index.column()];
    if (const QString why = whyNotText(index, value.toString()); !why.isEmpty()) {
        emit refused(tr("%1 was not changed: %2").arg(columnLabel(column), why));
        return false;
    }
    return setCell(*m_session, id, column, value.toString());
}

void EpisodeTableModel::setEditing(bool isEditing) {
    m_isEditing = isEditing;
    if (!isEditing && std::exchange(m_isStale, false))
        refresh();
}

void EpisodeTableModel::followCatalog() {
    m_isStale = m_isEditing;
    if (!m_isEditing)
        takeUp();
}

} // namespace models
