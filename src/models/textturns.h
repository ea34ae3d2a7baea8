// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace models {

/// Puts the texts of a large step in the places of others: a few hundred at once, thousands in turns of the
/// event loop, so that the window goes on. Who needs them all now calls finish().
class TextTurns : public QObject {
    Q_OBJECT
public:
    using Edits = std::shared_ptr<const std::vector<catalog::PreparedEdit>>;
    enum class Way { Forth, Back };

    explicit TextTurns(catalog::Catalog& catalog, QObject* parent = nullptr);

    /// Whether all episodes have the texts that this way begins with, and may be changed.
    static bool mayGo(const catalog::Catalog& catalog, const std::vector<catalog::PreparedEdit>& edits,
                      Way way);
    /// Begins, and ends what ran before. An episode that has another text when its turn comes keeps it.
    void start(Edits edits, Way way);
    /// The rest, at once.
    void finish();
    bool isRunning() const { return m_edits != nullptr; }

signals:
    /// Only where it takes several turns. Equal numbers: it is over; 0, 0: because the catalogue is.
    void progressed(int done, int total);

private:
    void work(qint64 milliseconds);
    void put(const catalog::PreparedEdit& edit);

    catalog::Catalog& m_catalog;
    Edits m_edits;
    Way m_way = Way::Forth;
    std::size_t m_done = 0;
    QTimer m_turn;
};

} // namespace models
