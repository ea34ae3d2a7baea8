// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/issue.h"

#include <QColor>
#include <QPalette>

namespace app {

/// Colours with a meaning that can be read on the palette's base, light or dark (contrast 4.5:1 at least).
enum class TextColor { Key, String, Number, Literal, Heading, Link, Address, Markup };

bool isDark(const QPalette& palette);
QColor textColor(TextColor color, const QPalette& palette);
QColor severityColor(catalog::Severity severity, const QPalette& palette);
QColor quietColor(const QPalette& palette);   ///< line numbers
QColor changedColor(const QPalette& palette); ///< background of changed lines
/// Backgrounds of a diff: of a line, and of the words in it that differ.
enum class DiffColor { Removed, Added, RemovedWord, AddedWord };
QColor diffColor(DiffColor color, const QPalette& palette);
QColor matchColor(const QPalette& palette); ///< background of what was searched for

} // namespace app
