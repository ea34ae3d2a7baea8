// SPDX-License-Identifier: MIT
#include "catalog/chapterformats/chapterimport.h"

#include <algorithm>
#include <cstdlib>

namespace catalog {

namespace {

/// The imported chapter nearest to `start` that none has taken yet; -1: none is near enough.
int nearestOf(const Chapters& imported, const std::vector<bool>& isTaken, qint64 start, qint64 farthest) {
    int nearest = -1;
    for (std::size_t i = 0; i < imported.size(); ++i) {
        const qint64 distance = std::abs(imported[i].start - start);
        if (isTaken[i] || distance > farthest || (nearest >= 0 && distance == farthest))
            continue;
        nearest = static_cast<int>(i);
        farthest = distance;
    }
    return nearest;
}

/// For each chapter that is there, the imported one that starts with it; -1: none. Each is taken once, those
/// that start at the very same time first.
std::vector<int> partnersOf(const Chapters& current, const Chapters& imported) {
    std::vector<int> partners(current.size(), -1);
    std::vector<bool> isTaken(imported.size());
    for (const qint64 farthest : {qint64{0}, sameStartMilliseconds})
        for (std::size_t i = 0; i < current.size(); ++i) {
            if (partners[i] >= 0)
                continue;
            partners[i] = nearestOf(imported, isTaken, current[i].start, farthest);
            if (partners[i] >= 0)
                isTaken[static_cast<std::size_t>(partners[i])] = true;
        }
    return partners;
}

Chapter merged(const Chapter& current, const Chapter& imported) {
    Chapter chapter = current;
    if (!imported.title.isEmpty())
        chapter.title = imported.title;
    if (!imported.url.isEmpty())
        chapter.url = imported.url;
    if (!imported.image.isEmpty())
        chapter.image = imported.image;
    if (imported.end)
        chapter.end = imported.end;
    if (imported.location)
        chapter.location = imported.location;
    chapter.isInContents = current.isInContents && imported.isInContents;
    return chapter;
}

qint64 startOf(const ImportRow& row) {
    return row.after ? row.after->start : row.before->start;
}

qint64 rounded(qint64 milliseconds) {
    return (milliseconds + 500) / 1000 * 1000;
}

} // namespace

std::vector<ImportRow> importRows(const Chapters& current, const Chapters& imported, ImportMode mode) {
    const std::vector<int> partners = partnersOf(current, imported);
    std::vector<ImportRow> rows;
    std::vector<bool> isPlaced(imported.size());
    for (std::size_t i = 0; i < current.size(); ++i) {
        ImportRow row{current[i], std::nullopt};
        if (partners[i] >= 0) {
            const auto j = static_cast<std::size_t>(partners[i]);
            isPlaced[j] = true;
            row.after = mode == ImportMode::Merge ? merged(current[i], imported[j]) : imported[j];
        } else if (mode == ImportMode::Merge) {
            row.after = current[i];
        }
        rows.push_back(std::move(row));
    }
    for (std::size_t j = 0; j < imported.size(); ++j)
        if (!isPlaced[j])
            rows.push_back({std::nullopt, imported[j]});
    std::stable_sort(rows.begin(), rows.end(),
                     [](const ImportRow& a, const ImportRow& b) { return startOf(a) < startOf(b); });
    return rows;
}

Chapters mergedChapters(const Chapters& current, const Chapters& imported) {
    Chapters chapters;
    for (ImportRow& row : importRows(current, imported, ImportMode::Merge))
        if (row.after)
            chapters.push_back(std::move(*row.after));
    return chapters;
}

Chapters roundedToSeconds(Chapters chapters) {
    for (Chapter& chapter : chapters) {
        chapter.start = rounded(chapter.start);
        if (chapter.end)
            chapter.end = rounded(*chapter.end);
    }
    return chapters;
}

} // namespace catalog
