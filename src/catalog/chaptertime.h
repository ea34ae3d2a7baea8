// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QtGlobal>

#include <optional>

namespace catalog {

/// Milliseconds as `0:12:41`; a fraction only where there is one: `0:12:41.5`. Below zero with a hyphen.
QString chapterTimeText(qint64 milliseconds);

/// `1:02:03`, `62:03`, `3723`, each with a fraction after a point or a comma, which is rounded to
/// milliseconds. Minutes and seconds behind a larger unit are under 60. Nothing else is a time, below zero
/// neither.
std::optional<qint64> parseChapterTime(const QString& text);

/// The same with a sign before it, `-0:02.5` or `+90`; without one it is `+`.
std::optional<qint64> parseChapterAmount(const QString& text);

} // namespace catalog
