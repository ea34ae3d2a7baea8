// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/people.h"

#include <QAbstractTableModel>

#include <vector>

namespace models {

/// The episodes that name one id, and in which of their lists. Words are made for the rows that are looked
/// at: a host may be in thousands.
class PersonUsesModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { EpisodeColumn, TitleColumn, PlaceColumn, ColumnCount };
    enum Role {
        EpisodeRole = Qt::UserRole, ///< catalog::EpisodeId
        FieldRole,                  ///< QString: the first list that names the id
    };

    /// `usage` must live as long.
    PersonUsesModel(const catalog::Catalog& catalog, const catalog::PeopleUsage& usage,
                    QObject* parent = nullptr);

    /// Shows them as they are now.
    void setPerson(const catalog::PersonKey& key);
    void clear();

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString textIn(catalog::EpisodeId id, int column) const;
    std::vector<catalog::IdList> placesIn(catalog::EpisodeId id) const;

    const catalog::Catalog& m_catalog;
    const catalog::PeopleUsage& m_usage;
    catalog::PersonKey m_key;
    std::vector<catalog::EpisodeId> m_episodes;
};

} // namespace models
