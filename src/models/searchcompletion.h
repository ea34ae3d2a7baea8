// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/field.h"
#include "models/completionmodel.h"

#include <QObject>

#include <map>
#include <memory>
#include <vector>

namespace models {

/// What may stand in a search instead of the word that is being typed.
struct SearchOffers {
    struct Offer {
        QString text; ///< "guest:", "guest:ben"; quoted where it has spaces
        QString hint; ///< what it means, in words; may be empty
    };
    qsizetype position = 0, length = 0; ///< the word in what was typed
    std::vector<Offer> offers;          ///< what is used most first; not too many
};

/// Completes the search language: the terms, and behind a colon the catalogue's own shows, people, sponsors,
/// tags, rules and states.
class SearchCompletion : public QObject {
    Q_OBJECT
public:
    explicit SearchCompletion(const catalog::Catalog& catalog, QObject* parent = nullptr);
    SearchOffers offersAt(const QString& typed, qsizetype cursor);

signals:
    /// What the last offers left out is known now: ask again.
    void counted();

private:
    std::vector<SearchOffers::Offer> terms(const QString& begun) const;
    std::vector<SearchOffers::Offer> values(const QString& name, const QString& begun);
    CompletionModel& used(catalog::FieldKind kind);

    const catalog::Catalog& m_catalog;
    std::map<catalog::FieldKind, std::unique_ptr<CompletionModel>> m_used; ///< made when asked for
    bool m_isWaiting = false; ///< the last offers came from one that is being counted
};

} // namespace models
