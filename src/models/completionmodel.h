// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/field.h"

#include <QAbstractListModel>

#include <vector>

namespace models {

/// What a list field can be completed with: people or sponsors of the site, tags of the catalogue; those that
/// the show uses most come first.
class CompletionModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        IdRole = Qt::UserRole, ///< what is written into the file; also EditRole
        NameRole,              ///< the person's or sponsor's name
        UsesRole,              ///< int: uses in this show
        IsKnownRole,           ///< bool: has a page of its own on the site
    };
    CompletionModel(const catalog::Catalog& catalog, catalog::FieldKind kind, QObject* parent = nullptr);

    /// Orders for that show; counts anew.
    void setShow(const QString& show);
    /// Whether the id is one of the site's (true for tags, and where the site's people are not known).
    bool isKnown(const QString& id) const;
    QString nameOf(const QString& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index,
                  int role = Qt::DisplayRole) const override; ///< DisplayRole: "wes — Wes Payne"

private:
    struct Entry {
        QString id, name;
        int uses = 0;
    };
    const catalog::Catalog& m_catalog;
    catalog::FieldKind m_kind;
    std::vector<Entry> m_entries;
};

} // namespace models
