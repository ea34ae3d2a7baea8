// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/field.h"
#include "models/editsession.h"

#include <QStringList>

#include <vector>

namespace models {

/// A cell of the table that is to hold something else.
struct CellChange {
    catalog::EpisodeId episode;
    const catalog::Field* field;
    QString before;
    QString after; ///< as the file will have it, not as it was typed
    format::JsonValue value;
};

/// A cell that cannot hold what it was given, and why, in words that go on a sentence.
struct CellRefusal {
    catalog::EpisodeId episode;
    const catalog::Field* field;
    QString text;
    QString why;
};

/// Texts for the cells of several episodes, before they are taken.
struct CellPlan {
    std::vector<CellChange> changes;
    std::vector<CellRefusal> refusals;
    int same = 0;              ///< cells that hold that already
    int rowsTooMany = 0;       ///< rows of texts for which there is no episode
    int columnsTooMany = 0;    ///< columns of texts for which there is no column
    QStringList columnsNoText; ///< labels of columns that no text can change

    bool concernsSeveral() const; ///< episodes
};

/// The field of a column of the table that can be changed as text at all; nullptr: none.
const catalog::Field* editableField(const QString& column);
/// What the column's cell holds, to be edited or copied; catalog::cellText().
QString cellTextOf(const catalog::Catalog& catalog, catalog::EpisodeId id, const QString& column);
/// The same of several columns; empty for those that are no fields.
QStringList cellTextsOf(const catalog::Catalog& catalog, catalog::EpisodeId id, const QStringList& columns);
/// Why the cell cannot be edited in its place; empty: it can.
QString whyNotEditable(const catalog::Catalog& catalog, catalog::EpisodeId id, const QString& column);
/// Why the cell cannot hold that text; empty: it can.
QString whyNotText(const catalog::Catalog& catalog, catalog::EpisodeId id, const QString& column,
                   const QString& text);
/// Sets one cell; one undo step. False, and the session says why, where it cannot be.
bool setCell(EditSession& session, catalog::EpisodeId id, const QString& column, const QString& text);

/// What becomes of the cells where `texts` are laid over the episodes, row for row, with these columns. One
/// row of texts is for every episode.
CellPlan planCells(const catalog::Catalog& catalog, const std::vector<catalog::EpisodeId>& episodes,
                   const QStringList& columns, const std::vector<QStringList>& texts);
/// Takes the plan's changes as one undo step.
bool applyCells(EditSession& session, const CellPlan& plan, const QString& name);

} // namespace models
