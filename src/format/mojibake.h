// SPDX-License-Identifier: MIT
#pragma once

#include "format/codetables.h"
#include "format/limits.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace format {

/// UTF-8 that a program read by an 8-bit table and wrote as UTF-8 again ("caf√©" for "café"), once or up to
/// `maximumRounds` times over.
///
/// A text is damaged by a table where every run of characters above ASCII is bytes of that table, those bytes
/// are UTF-8, and what they say are characters that texts hold: no control characters U+0080 to U+009F, none
/// for private use, none unassigned. One run at least must be more than an accident: `l’école`, `CAFÉ™`, `√π`
/// and a box of two corners pass all this and are what they say.
inline constexpr int maximumRounds = limits::mojibakeRounds;

/// A damaged text as it was written.
struct MojibakeRepair {
    std::string text;
    std::vector<CodeTable> tables; ///< one for each round, the last mistake first

    bool operator==(const MojibakeRepair&) const = default;
};

/// Repairs one text: a string, a line, or all of a file (a byte order mark stays). Absent where it is not
/// damaged, or not UTF-8. Takes time in proportion to the text.
std::optional<MojibakeRepair> repairedMojibake(std::string_view text);

/// The repairs of one file's texts.
struct MojibakeRepairs {
    std::vector<std::optional<MojibakeRepair>> units; ///< one for each text
    /// Every text above ASCII is damaged by the same table: something happened to the file, not to a field.
    bool isWhole = false;
};

/// Repairs the texts of one file. Some texts can be read by several tables; the one that repairs most of the
/// file's texts comes first.
MojibakeRepairs repairedMojibake(const std::vector<std::string_view>& units);

/// Bytes that are not UTF-8, read by tables that give a plausible text.
struct Reading {
    std::vector<CodeTable> tables; ///< all that give this text
    std::string text;              ///< UTF-8
    std::size_t strange = 0;       ///< characters that seldom stand where they stand: lower is likelier
};

/// What a file that is not valid UTF-8 may have been meant to say, likeliest first; empty where the bytes are
/// UTF-8 or fit no table. Sequences that are UTF-8 stay where they outnumber the bytes that are not: then the
/// odd bytes were pasted into a sound file.
std::vector<Reading> readings(std::string_view bytes);

} // namespace format
