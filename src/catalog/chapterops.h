// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapteredit.h"

namespace catalog {

/// A list of chapters on its way to become another: what it shall be, and which of the old ones each of them
/// is. Times in milliseconds, rows from 0.
///
/// A list that stands in the order of its starts stays in it; one that does not is left as it stands. An end
/// that meets the next chapter's start follows it.
struct ChapterChange {
    Chapters chapters;
    ChapterOrigins origins;
    ChapterOrigins absorbed{}; ///< for each, the one that it took in; may be shorter

    /// Where the chapter that stood at `row` stands now; -1: nowhere.
    int placeOf(int row) const;
    /// The rows of the new ones.
    std::vector<int> added() const;
};

bool areInOrder(const Chapters& chapters);
/// Whether any time is no whole second.
bool haveFractions(const Chapters& chapters);
/// A time as these chapters write theirs: cut to the second where all of them are whole.
qint64 fittingTime(const Chapters& chapters, qint64 time);
/// The chapter that is heard at a time; -1: none.
int chapterHeardAt(const Chapters& chapters, qint64 time);
/// A time between the chapter at `row` and what follows it; `duration` 0: unknown.
qint64 timeBehind(const Chapters& chapters, int row, qint64 duration);
/// Where the chapter at `row` ends: where it says so, else where the next one starts; -1: not known.
qint64 endOf(const Chapters& chapters, int row, qint64 duration);

/// One chapter says something else.
ChapterChange withChapter(const Chapters& chapters, int row, const Chapter& chapter);
/// New chapters, each at the place of its start; in a list without order below `row`.
ChapterChange withAdded(const Chapters& chapters, const Chapters& added, int row);
ChapterChange withStart(const Chapters& chapters, int row, qint64 start);
ChapterChange without(const Chapters& chapters, const std::vector<int>& rows);
ChapterChange sorted(const Chapters& chapters);

/// Starts that move by `by`. None where one would be below 0.
std::optional<ChapterChange> nudged(const Chapters& chapters, const std::vector<int>& rows, qint64 by);
/// Starts and ends that move by `by`. None where one would be below 0.
std::optional<ChapterChange> shifted(const Chapters& chapters, const std::vector<int>& rows, qint64 by);

/// A chapter's time now, and its true one.
struct ChapterAnchor {
    qint64 now = 0;
    qint64 truly = 0;
};
/// Moves every time so that both anchors are right, the others in proportion; to whole seconds where all are
/// whole and so are the true times. None where the anchors do not rise both ways, or a time would be below 0.
std::optional<ChapterChange> scaled(const Chapters& chapters, ChapterAnchor first, ChapterAnchor second);

/// The chapter becomes two that say the same, the second from `at` on.
ChapterChange split(const Chapters& chapters, int row, qint64 at);
/// The chapter takes the next one in: its title behind the own one, its end, and what only it says, members
/// that the program does not know included.
ChapterChange mergedWithNext(const Chapters& chapters, int row);

} // namespace catalog
