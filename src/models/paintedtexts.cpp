// SPDX-License-Identifier: MIT
#include "models/paintedtexts.h"

namespace models {

namespace {

/// Some pages; what was painted long ago is let go.
constexpr qsizetype mostRows = 1000;

} // namespace

QString PaintedTexts::text(const catalog::Episode& episode, const QString& column,
                           const std::function<QString(const QString& column)>& make) {
    if (m_rows.size() >= mostRows && !m_rows.contains(episode.id().value))
        m_rows.clear();
    Row& row = m_rows[episode.id().value];
    if (row.of != episode.sharedText()) {
        row.of = episode.sharedText();
        row.cells.clear();
    }
    const auto known = row.cells.constFind(column);
    return known != row.cells.constEnd() ? *known : *row.cells.insert(column, make(column));
}

QString PaintedTexts::valueText(const catalog::Episode& episode, const QString& key) {
    if (m_parsedText != episode.sharedText()) {
        m_parsedText = episode.sharedText();
        m_parsed = episode.transientDocument();
    }
    return m_parsed ? catalog::valueText(*m_parsed, key.toStdString()) : QString();
}

void PaintedTexts::clear() {
    m_rows.clear();
    m_parsedText.reset();
    m_parsed.reset();
}

} // namespace models
