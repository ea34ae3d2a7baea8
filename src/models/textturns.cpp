// SPDX-License-Identifier: MIT
#include "models/textturns.h"

#include <QElapsedTimer>

#include <algorithm>
#include <limits>
#include <utility>

namespace models {

namespace {

using catalog::PreparedEdit;
using catalog::PreparedText;

/// So many take no longer than a turn.
constexpr std::size_t atOnce = 200;
constexpr qint64 turnMilliseconds = 12;

const PreparedText& start(const PreparedEdit& edit, TextTurns::Way way) {
    return way == TextTurns::Way::Forth ? edit.before : edit.after;
}

const PreparedText& end(const PreparedEdit& edit, TextTurns::Way way) {
    return way == TextTurns::Way::Forth ? edit.after : edit.before;
}

bool isAtStart(const catalog::Catalog& catalog, const PreparedEdit& edit, TextTurns::Way way) {
    if (!catalog.contains(edit.id) || catalog.episode(edit.id).isRefused())
        return false;
    const auto now = catalog.episode(edit.id).sharedText();
    const auto& then = start(edit, way).text;
    return now == then || *now == *then;
}

} // namespace

TextTurns::TextTurns(catalog::Catalog& catalog, QObject* parent)
    : QObject(parent)
    , m_catalog(catalog) {
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, [this] { work(turnMilliseconds); });
    connect(&catalog, &catalog::Catalog::cleared, this, [this] {
        m_turn.stop();
        if (std::exchange(m_edits, nullptr))
            emit progressed(0, 0);
    });
}

bool TextTurns::mayGo(const catalog::Catalog& catalog, const std::vector<PreparedEdit>& edits, Way way) {
    return std::all_of(edits.begin(), edits.end(),
                       [&](const PreparedEdit& edit) { return isAtStart(catalog, edit, way); });
}

void TextTurns::start(Edits edits, Way way) {
    finish();
    m_edits = std::move(edits);
    m_way = way;
    m_done = 0;
    if (m_edits->size() <= atOnce)
        finish();
    else
        m_turn.start(0);
}

void TextTurns::finish() {
    if (m_edits)
        work(std::numeric_limits<qint64>::max());
}

void TextTurns::work(qint64 milliseconds) {
    m_turn.stop();
    QElapsedTimer since;
    since.start();
    const auto total = static_cast<int>(m_edits->size());
    m_catalog.setChangingMany(m_edits->size() > atOnce);
    while (m_edits && m_done < m_edits->size() && since.elapsed() < milliseconds) {
        // The last one is told like the others, but to those who ask then nothing is under way any more.
        const std::size_t place = m_done++;
        const Edits edits = m_edits;
        if (m_done == edits->size())
            m_edits = nullptr;
        put((*edits)[m_way == Way::Forth ? place : edits->size() - 1 - place]);
    }
    m_catalog.setChangingMany(false);
    if (total > static_cast<int>(atOnce))
        emit progressed(m_edits ? static_cast<int>(m_done) : total, total);
    if (m_edits)
        m_turn.start(0);
}

void TextTurns::put(const PreparedEdit& edit) {
    if (isAtStart(m_catalog, edit, m_way))
        m_catalog.exchange(edit.id, end(edit, m_way));
}

} // namespace models
