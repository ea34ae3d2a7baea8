// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/field.h"
#include "catalog/proposaltask.h"
#include "format/jsonvalue.h"

#include <QStringList>
#include <QTime>

#include <optional>
#include <string>
#include <vector>

namespace catalog {

/// What a bulk edit does to a field of each of its episodes.
enum class BulkAction {
    Set,           ///< `value`
    Clear,         ///< null, "" or [], as the field's other episodes have it
    Remove,        ///< the key with its value
    AddMembers,    ///< `members` of a list, those that are not there; sorted tags stay sorted
    RemoveMembers, ///< `members` of a list, wherever they stand
    ReplaceText,   ///< `text` by `replacement`, in a text or in every member of a list
    Number,        ///< `numbers` in sequence: number, padded number and slug; not the file's name
    ShiftDate,     ///< by `shift`
    SetTime,       ///< the date's time of day, in the show's time zone: `time`
};

/// Numbers in sequence.
struct Numbering {
    enum class Order { AsListed, ByDate };
    qint64 first = 1;
    qint64 step = 1;
    Order order = Order::AsListed;
};

/// How far dates go: to the future where positive.
struct DateShift {
    int days = 0;
    qint64 seconds = 0;
    /// What the clock on the wall says moves so far, and the offset follows summer time of the show's time
    /// zone; otherwise the moment moves.
    bool keepsWallTime = true;
};

/// One change for many episodes, as a value.
struct BulkEdit {
    BulkAction action = BulkAction::Set;
    std::string field;
    std::optional<format::JsonValue> value = {}; ///< absent: `text`, as the field holds it
    QString text = {};
    QString replacement = {};
    bool matchesCase = true;
    QStringList members = {};
    Numbering numbers = {};
    DateShift shift = {};
    QTime time = {};
};

/// The actions that make sense for a field.
std::vector<BulkAction> bulkActionsFor(const Field& field);
QString labelOf(BulkAction action); ///< translated, in title case
/// Why the edit cannot be done at all: nothing to add, no such action for the field. Empty: it can.
QString whyNoBulkEdit(const BulkEdit& edit);
/// "Set Season of 12 Episodes": the undo step's name.
QString stepName(const BulkEdit& edit, int episodes);

/// A text that somebody typed as the value that a field holds, as celltext has it, but nothing is refused:
/// what does not fit is a text. `field` is nullptr for other keys, which hold texts.
format::JsonValue typedValue(const Field* field, const QString& text);

/// Proposes the edit for these episodes, in the order in which they are listed. Of one that needs no change
/// nothing is said; one that cannot be changed as asked, or holds a value of another type, is left out.
ProposalMaker bulkMaker(const Catalog& catalog, const std::vector<EpisodeId>& episodes, const BulkEdit& edit);

} // namespace catalog
