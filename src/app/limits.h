// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

/// What is shown plainly because laying it out would keep the window waiting.
namespace app::limits {

inline constexpr qsizetype renderedBytes = 64 * 1024; ///< of show notes in the preview, as UTF-8
inline constexpr int renderMilliseconds = 200;        ///< then plain text is shown until they are ready
/// Reading a paragraph can take the square of its markup characters; real ones have a few dozen.
inline constexpr qsizetype paragraphMarks = 600;
/// A paragraph of this size is prose of no show notes; long ones are where reading gets slow.
inline constexpr qsizetype paragraphUnits = 8 * 1024;
/// Laying one line out takes the square of its length, and that is done in the window's thread.
inline constexpr qsizetype plainLineUnits = 2'000;
inline constexpr qsizetype highlightedLineUnits = 4'000; ///< longer lines of the notes are not coloured
inline constexpr qsizetype fenceSigns = 100;             ///< of a code fence; no one writes more

} // namespace app::limits
