// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "format/span.h" // behind <string>: moc cannot read <compare> before it

namespace catalog {

/// A line of one of two texts, as it stands beside a line of the other.
struct SideLine {
    int number = 0;                    ///< from 1; 0: nothing stands on this side
    std::string text;                  ///< with its line end
    std::vector<format::Span> changed; ///< the words of it that the other line has not
};

struct SideRow {
    enum class Kind { Same, Changed, Removed, Added, Skipped };
    Kind kind = Kind::Same;
    SideLine before, after;
    int skipped = 0; ///< Skipped: how many equal lines are left out here
};

/// Two texts line beside line; of equal lines only `context` ones before and behind each difference.
std::vector<SideRow> sideBySide(std::string_view before, std::string_view after, int context = 3);

} // namespace catalog
