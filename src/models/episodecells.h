// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/field.h"
#include "catalog/proposal.h"
#include "catalog/proposaltask.h"
#include "models/editsession.h"

#include <QStringList>

#include <functional>
#include <memory>
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
    QString before;
    QString text;
    QString why;
};

/// Texts for the cells of several episodes, before they are taken.
struct CellPlan {
    std::vector<CellChange> changes;
    std::vector<CellRefusal> refusals;
    std::vector<catalog::Edit> edits;                       ///< all changes, one an episode
    std::vector<std::shared_ptr<const std::string>> before; ///< the texts that these are edits of
    int same = 0;                                           ///< cells that hold that already
    int rowsTooMany = 0;                                    ///< rows of texts for which there is no episode
    int columnsTooMany = 0;                                 ///< columns of texts for which there is no column
    QStringList columnsNoText;                              ///< labels of columns that no text can change

    bool concernsSeveral() const; ///< episodes
};

/// The field of a column of the table that can be changed as text at all; nullptr: none.
const catalog::Field* editableField(const QString& column);
/// What the column's cell holds, to be edited or copied; catalog::cellText().
QString cellTextOf(const catalog::Catalog& catalog, catalog::EpisodeId id, const QString& column);
/// The same of several columns; empty for those that are no fields.
QStringList cellTextsOf(const catalog::Catalog& catalog, catalog::EpisodeId id, const QStringList& columns);
/// Whether that parses the episode: what the catalogue knows of it anyway does not say all of them.
bool needText(const QStringList& columns);
/// The same of an episode's text, on any thread; all empty where it cannot be parsed.
QStringList cellTextsIn(const std::string& text, const QStringList& columns);
/// Why the cell cannot be edited in its place; empty: it can.
QString whyNotEditable(const catalog::Catalog& catalog, catalog::EpisodeId id, const QString& column);
/// Why the cell cannot hold that text; empty: it can.
QString whyNotText(const catalog::Catalog& catalog, catalog::EpisodeId id, const QString& column,
                   const QString& text);
/// Sets one cell; one undo step. False, and the session says why, where it cannot be.
bool setCell(EditSession& session, catalog::EpisodeId id, const QString& column, const QString& text);

/// Texts that are laid over the cells of episodes, row for row; one row of texts is for every episode.
struct CellTexts {
    std::vector<catalog::EpisodeText> episodes;
    QStringList columns; ///< of the table
    std::vector<QStringList> texts;
};
CellTexts cellTexts(const catalog::Catalog& catalog, const std::vector<catalog::EpisodeId>& episodes,
                    const QStringList& columns, const std::vector<QStringList>& texts);
/// What becomes of the cells, on any thread. `report` is told after each episode how many are done, of how
/// many; false: the plan is no longer wanted.
CellPlan planCells(const CellTexts& texts, const std::function<bool(int, int)>& report = {});
/// The plan's edits as they are for the present texts: where one changed since, its cells are set anew. No
/// edits where that cannot be.
catalog::Gathered gatheredCells(const catalog::Catalog& catalog, const CellPlan& plan);
/// Takes the plan's changes as one undo step.
bool applyCells(EditSession& session, const CellPlan& plan, const QString& name);

} // namespace models
