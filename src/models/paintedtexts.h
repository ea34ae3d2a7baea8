// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/episode.h"

#include <QHash>
#include <QString>

#include <functional>
#include <memory>
#include <string>

namespace models {

/// The texts of the cells that were painted last: the same page is painted again and again, and a field that
/// the summary does not hold is found by parsing the episode.
class PaintedTexts {
public:
    /// What stands in `column` of the episode as `make` says it, asked again once the episode's text is
    /// another one. `make` must look at nothing but the episode's text.
    QString text(const catalog::Episode& episode, const QString& column,
                 const std::function<QString(const QString& column)>& make);
    /// A field's text as Episode::valueText() has it. A row's cells are asked for one after the other: its
    /// episode is parsed once for them.
    QString valueText(const catalog::Episode& episode, const QString& key);
    void forget(catalog::EpisodeId id) { m_rows.remove(id.value); }
    void clear();

private:
    struct Row {
        std::shared_ptr<const std::string> of;
        QHash<QString, QString> cells;
    };
    QHash<int, Row> m_rows;
    std::shared_ptr<const std::string> m_parsedText; ///< of m_parsed
    catalog::Episode::DocumentPtr m_parsed;          ///< of the episode that was asked last
};

} // namespace models
