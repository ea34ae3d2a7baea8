// SPDX-License-Identifier: MIT
#include "app/recovery/leftoversearch.h"

#include <QDir>
#include <QTimer>
#include <QtConcurrent>

#include <algorithm>

namespace app {

namespace {

constexpr int journalMilliseconds = 3'000; ///< the journal has a text on the disk well before

} // namespace

LeftoverSearch::LeftoverSearch(const catalog::Catalog& catalog, QObject* parent)
    : QObject(parent)
    , m_catalog(catalog) {
    connect(&m_sweep, &QFutureWatcherBase::finished, this, &LeftoverSearch::take);
}

void LeftoverSearch::start() {
    m_root = m_catalog.root();
    m_sweep.setFuture(QtConcurrent::run([root = m_root] { return catalog::sweepLeftovers(root); }));
}

void LeftoverSearch::take() {
    if (m_root != m_catalog.root())
        return; // another folder is open by now
    m_leftovers = m_sweep.result().leftovers;
    std::vector<LostText> lost;
    for (const catalog::Leftover& leftover : m_leftovers)
        lost.push_back({m_catalog.idOfPath(leftover.episodePath),
                        QDir(m_root).relativeFilePath(leftover.episodePath), leftover.text, leftover.time,
                        LostText::Origin::Save, std::nullopt, leftover.path.toStdString()});
    emit found(lost);
}

void LeftoverSearch::discard(const std::vector<LostText>& lost) {
    // A restored text is on its way into the journal: the file goes when it is safe there.
    QTimer::singleShot(journalMilliseconds, this, [this, lost] { remove(lost); });
}

void LeftoverSearch::remove(const std::vector<LostText>& lost) {
    for (const LostText& one : lost) {
        const auto leftover = std::find_if(m_leftovers.begin(), m_leftovers.end(), [&one](const auto& some) {
            return some.path.toStdString() == one.key;
        });
        if (leftover == m_leftovers.end())
            continue;
        if (const QString why = catalog::discardLeftover(*leftover); !why.isEmpty())
            emit message(why);
    }
}

} // namespace app
