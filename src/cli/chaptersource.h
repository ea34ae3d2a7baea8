// SPDX-License-Identifier: MIT
#pragma once

#include "audio/id3.h"
#include "catalog/chapterformats/chapterformat.h"
#include "format/document.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace cli {

/// Chapters from somewhere else, or why there are none: `file: line L, column C: reason`.
struct ChapterSource {
    catalog::Chapters chapters;
    QString error;
};

/// The chapters of a file: in `format`, else in the one that it shows; or inside an MP3. `duration` is the
/// episode's in milliseconds.
ChapterSource chaptersInFile(const QString& path, std::optional<catalog::ChapterFormat> format,
                             qint64 duration);
/// The time stamps of an episode's show notes.
ChapterSource chaptersInNotes(const format::Document& document, const QString& path);

audio::Id3Chapters toId3(const catalog::Chapters& chapters);
/// What a tag does not hold of them.
QStringList id3LossOf(const catalog::Chapters& chapters);

} // namespace cli
