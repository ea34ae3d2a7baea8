// SPDX-License-Identifier: MIT
#include "catalog/chapterops.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace catalog {

namespace {

constexpr qint64 aSecond = 1000;
constexpr qint64 usualLength = 60 * aSecond; ///< of a chapter behind the last one

const Chapter& at(const Chapters& chapters, int row) {
    return chapters[static_cast<std::size_t>(row)];
}

bool holds(const Chapters& chapters, int row) {
    return row >= 0 && row < static_cast<int>(chapters.size());
}

ChapterChange unchanged(const Chapters& chapters) {
    ChapterChange change{chapters, ChapterOrigins(chapters.size())};
    for (std::size_t i = 0; i < chapters.size(); ++i)
        change.origins[i] = i;
    return change;
}

void sort(ChapterChange& change) {
    std::vector<std::size_t> order(change.chapters.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return change.chapters[a].start < change.chapters[b].start;
    });
    ChapterChange sorted;
    for (const std::size_t place : order) {
        sorted.chapters.push_back(change.chapters[place]);
        sorted.origins.push_back(change.origins[place]);
    }
    change = std::move(sorted);
}

/// Ends that met the next start meet it still, where the two still follow each other.
void keepEndsMet(const Chapters& before, Chapters& now) {
    for (std::size_t i = 0; i + 1 < now.size(); ++i)
        if (before[i].end && *before[i].end == before[i + 1].start && now[i].start < now[i + 1].start)
            now[i].end = now[i + 1].start;
}

/// The change that new times of the same chapters are.
ChapterChange retimed(const Chapters& before, const Chapters& now) {
    ChapterChange change = unchanged(now);
    if (areInOrder(now) || !areInOrder(before))
        keepEndsMet(before, change.chapters);
    if (areInOrder(before))
        sort(change);
    return change;
}

bool isBelowZero(const Chapter& chapter) {
    return chapter.start < 0 || (chapter.end && *chapter.end < 0);
}

std::optional<ChapterChange> unlessBelowZero(const Chapters& before, const Chapters& now) {
    for (std::size_t i = 0; i < now.size(); ++i)
        if (isBelowZero(now[i]) && !isBelowZero(before[i]))
            return std::nullopt;
    return retimed(before, now);
}

QString joinedTitle(const QString& first, const QString& next) {
    if (first.isEmpty() || next.isEmpty() || first == next)
        return first.isEmpty() ? next : first;
    return first + QStringLiteral(" / ") + next;
}

} // namespace

int ChapterChange::placeOf(int row) const {
    for (std::size_t i = 0; i < origins.size(); ++i)
        if (row >= 0 && origins[i] == static_cast<std::size_t>(row))
            return static_cast<int>(i);
    return -1;
}

std::vector<int> ChapterChange::added() const {
    std::vector<int> rows;
    for (std::size_t i = 0; i < origins.size(); ++i)
        if (!origins[i])
            rows.push_back(static_cast<int>(i));
    return rows;
}

bool areInOrder(const Chapters& chapters) {
    return std::is_sorted(chapters.begin(), chapters.end(),
                          [](const Chapter& a, const Chapter& b) { return a.start < b.start; });
}

bool haveFractions(const Chapters& chapters) {
    return std::any_of(chapters.begin(), chapters.end(), [](const Chapter& chapter) {
        return chapter.start % aSecond != 0 || chapter.end.value_or(0) % aSecond != 0;
    });
}

qint64 fittingTime(const Chapters& chapters, qint64 time) {
    return haveFractions(chapters) ? time : time - time % aSecond;
}

int chapterHeardAt(const Chapters& chapters, qint64 time) {
    int heard = -1;
    for (std::size_t i = 0; time >= 0 && i < chapters.size(); ++i) {
        const bool isLater = heard < 0 || at(chapters, heard).start <= chapters[i].start;
        const bool isOver =
            chapters[i].end && *chapters[i].end > chapters[i].start && *chapters[i].end <= time;
        if (chapters[i].start <= time && isLater && !isOver)
            heard = static_cast<int>(i);
    }
    return heard;
}

qint64 endOf(const Chapters& chapters, int row, qint64 duration) {
    const Chapter& chapter = at(chapters, row);
    if (chapter.end)
        return *chapter.end;
    qint64 end = duration > chapter.start ? duration : -1;
    for (const Chapter& other : chapters)
        if (other.start > chapter.start && (end < 0 || other.start < end))
            end = other.start;
    return end;
}

qint64 timeBehind(const Chapters& chapters, int row, qint64 duration) {
    if (!holds(chapters, row))
        return chapters.empty() ? 0 : timeBehind(chapters, static_cast<int>(chapters.size()) - 1, duration);
    const qint64 start = at(chapters, row).start;
    const qint64 end = endOf(chapters, row, duration);
    const bool isLast = row + 1 == static_cast<int>(chapters.size());
    if (end < 0 || (isLast && end - start > 2 * usualLength))
        return start + usualLength;
    return fittingTime(chapters, start + (end - start) / 2);
}

ChapterChange withChapter(const Chapters& chapters, int row, const Chapter& chapter) {
    Chapters now = chapters;
    now[static_cast<std::size_t>(row)] = chapter;
    return unchanged(now);
}

ChapterChange withAdded(const Chapters& chapters, const Chapters& added, int row) {
    ChapterChange change = unchanged(chapters);
    const bool isInOrder = areInOrder(chapters);
    const auto behind = static_cast<std::ptrdiff_t>(
        holds(chapters, row) && !isInOrder ? static_cast<std::size_t>(row) + 1 : chapters.size());
    change.chapters.insert(change.chapters.begin() + behind, added.begin(), added.end());
    change.origins.insert(change.origins.begin() + behind, added.size(), std::nullopt);
    if (isInOrder)
        sort(change);
    return change;
}

ChapterChange withStart(const Chapters& chapters, int row, qint64 start) {
    Chapters now = chapters;
    now[static_cast<std::size_t>(row)].start = start;
    return retimed(chapters, now);
}

ChapterChange without(const Chapters& chapters, const std::vector<int>& rows) {
    ChapterChange change;
    for (std::size_t i = 0; i < chapters.size(); ++i) {
        if (std::find(rows.begin(), rows.end(), static_cast<int>(i)) != rows.end())
            continue;
        change.chapters.push_back(chapters[i]);
        change.origins.push_back(i);
    }
    return change;
}

ChapterChange sorted(const Chapters& chapters) {
    ChapterChange change = unchanged(chapters);
    sort(change);
    return change;
}

std::optional<ChapterChange> nudged(const Chapters& chapters, const std::vector<int>& rows, qint64 by) {
    Chapters now = chapters;
    for (const int row : rows)
        now[static_cast<std::size_t>(row)].start += by;
    return unlessBelowZero(chapters, now);
}

std::optional<ChapterChange> shifted(const Chapters& chapters, const std::vector<int>& rows, qint64 by) {
    Chapters now = chapters;
    for (const int row : rows) {
        Chapter& chapter = now[static_cast<std::size_t>(row)];
        chapter.start += by;
        if (chapter.end)
            *chapter.end += by;
    }
    return unlessBelowZero(chapters, now);
}

std::optional<ChapterChange> scaled(const Chapters& chapters, ChapterAnchor first, ChapterAnchor second) {
    if (first.now > second.now)
        std::swap(first, second);
    if (first.now >= second.now || first.truly >= second.truly)
        return std::nullopt;
    const bool isWhole =
        !haveFractions(chapters) && first.truly % aSecond == 0 && second.truly % aSecond == 0;
    const double factor =
        static_cast<double>(second.truly - first.truly) / static_cast<double>(second.now - first.now);
    const auto moved = [&](qint64 time) {
        const double to = static_cast<double>(first.truly) + static_cast<double>(time - first.now) * factor;
        return isWhole ? std::llround(to / aSecond) * aSecond : std::llround(to);
    };
    Chapters now = chapters;
    for (Chapter& chapter : now) {
        chapter.start = moved(chapter.start);
        if (chapter.end)
            chapter.end = moved(*chapter.end);
    }
    return unlessBelowZero(chapters, now);
}

ChapterChange split(const Chapters& chapters, int row, qint64 at) {
    ChapterChange change = unchanged(chapters);
    Chapter& first = change.chapters[static_cast<std::size_t>(row)];
    Chapter next = first;
    next.start = at;
    if (first.end)
        first.end = at;
    change.chapters.insert(change.chapters.begin() + row + 1, next);
    change.origins.insert(change.origins.begin() + row + 1, std::nullopt);
    return change;
}

ChapterChange mergedWithNext(const Chapters& chapters, int row) {
    ChapterChange change = without(chapters, {row + 1});
    Chapter& first = change.chapters[static_cast<std::size_t>(row)];
    const Chapter& next = at(chapters, row + 1);
    first.title = joinedTitle(first.title, next.title);
    first.end = next.end;
    if (first.url.isEmpty())
        first.url = next.url;
    if (first.image.isEmpty())
        first.image = next.image;
    if (!first.location)
        first.location = next.location;
    first.isInContents = first.isInContents || next.isInContents;
    change.absorbed.resize(change.chapters.size());
    change.absorbed[static_cast<std::size_t>(row)] = static_cast<std::size_t>(row) + 1;
    return change;
}

} // namespace catalog
