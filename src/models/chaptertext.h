// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapter.h"

#include <QString>

#include <optional>

class QMimeData;

namespace models {

/// A location in one line: `Quay | geo:53.5,9.9 | R1234`; what is missing is left out.
QString locationText(const std::optional<catalog::ChapterLocation>& location);
std::optional<catalog::ChapterLocation> parseLocation(const QString& text);

/// Chapters as a table of tab-separated columns: start, end, title, URL, image, yes or no for the table of
/// contents, location.
QString chaptersAsTable(const catalog::Chapters& chapters);
/// The same as JSON chapters 1.2.
QByteArray chaptersAsJson(const catalog::Chapters& chapters);

/// Chapters of JSON chapters 1.2, of such a table, or of lines with a start, a tab and a title. Absent where
/// the text is neither.
std::optional<catalog::Chapters> chaptersInText(const QString& text);
/// Chapters on the clipboard, as JSON where another program or this one put it there.
std::optional<catalog::Chapters> chaptersInMime(const QMimeData& data);

inline const QString chaptersMimeType = QStringLiteral("application/json+chapters");

} // namespace models
