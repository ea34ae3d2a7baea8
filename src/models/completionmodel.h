// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/field.h"
#include "models/background.h"

#include <QAbstractListModel>
#include <QHash>

#include <memory>
#include <string>
#include <vector>

namespace models {

/// What a list field can be completed with: people or sponsors of the site, tags of the catalogue; those that
/// the show uses most come first. A large catalogue is counted on another thread: its rows come with a reset,
/// a moment later.
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
    /// The rows are those of before, or only what the site knows.
    bool isCounting() const { return m_counting.isRunning(); }
    /// Whether the id is one of the site's (true for tags, and where the site's people are not known).
    bool isKnown(const QString& id) const;
    QString nameOf(const QString& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index,
                  int role = Qt::DisplayRole) const override; ///< DisplayRole: "wes — Wes Payne"

private:
    struct Uses {
        int inShow = 0, inAll = 0;
    };
    using AllUses = QHash<QString, Uses>; ///< by id
    /// What is counted of an episode.
    struct Source {
        std::shared_ptr<const std::string> text;
        bool isInShow = false;
    };
    struct Entry {
        QString id, name;
        Uses uses;
    };
    static AllUses usesIn(const std::vector<Source>& sources, catalog::FieldKind kind,
                          const Background<AllUses>::Report& report);
    void order(AllUses uses);

    const catalog::Catalog& m_catalog;
    catalog::FieldKind m_kind;
    std::vector<Entry> m_entries;
    Background<AllUses> m_counting;
};

} // namespace models
