// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace format {

/// The 8-bit tables with which UTF-8 is most often read by mistake. Their lower halves are ASCII. The upper
/// ones:
/// - MacRoman: Unicode's APPLE/ROMAN.TXT, Mac OS 8.5 and later (DB is the euro sign, F0 Apple's logo, U+F8FF)
/// - Windows1252: the WHATWG's index-windows-1252; 81, 8D, 8F, 90 and 9D are the control characters of that
/// number
/// - Latin1: ISO/IEC 8859-1 with its control characters 80 to 9F
/// - Cp437, Cp850: Unicode's PC/CP437.TXT and PC/CP850.TXT
enum class CodeTable { MacRoman, Windows1252, Latin1, Cp437, Cp850 };

/// In order of preference where text fits several.
inline constexpr std::array codeTables = {CodeTable::MacRoman, CodeTable::Windows1252, CodeTable::Latin1,
                                          CodeTable::Cp437, CodeTable::Cp850};

/// The table's name, which no language translates: "Mac Roman", "Windows-1252".
std::string_view nameOf(CodeTable table);

/// The character that a byte stands for.
char32_t characterOf(CodeTable table, unsigned char byte);
/// The byte that stands for a character, absent where the table has none. Mac Roman takes what DB and BD were
/// in older systems too: U+00A4 and U+2126.
std::optional<unsigned char> byteOf(CodeTable table, char32_t character);

/// Whether text may hold the character, as far as Unicode 14.0 knows: neither unassigned nor for private use
/// (Apple's logo apart), no replacement character. Control characters are not looked at.
bool isAssigned(char32_t character);

} // namespace format
