// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/validator.h"
#include "models/episodetablemodel.h"

#include <QAbstractListModel>

#include <vector>

namespace models {

/// The sidebar: All and each show with its count, then Changed, Drafts, Problems and Cannot Be Opened.
class ShowListModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        KindRole = Qt::UserRole, ///< int of EpisodeFilter::Kind
        ShowRole,                ///< show_slug, empty for All and the smart rows
        CountRole,               ///< int
        IsHeadingRole,           ///< bool: "Shows", "Smart lists"; not selectable
    };
    ShowListModel(catalog::Catalog& catalog, catalog::Validator& validator, QObject* parent = nullptr);

    EpisodeFilter filterAt(const QModelIndex& index) const;
    int rowOf(EpisodeFilter::Kind kind, const QString& show) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    void refresh();

private:
    struct Entry {
        EpisodeFilter::Kind kind = EpisodeFilter::Kind::All;
        QString show, label;
        int count = 0;
        bool isHeading = false;
    };
    std::vector<Entry> makeEntries() const;
    void scheduleRefresh();

    catalog::Catalog& m_catalog;
    catalog::Validator& m_validator;
    std::vector<Entry> m_entries;
    bool m_isScheduled = false;
};

} // namespace models
