// SPDX-License-Identifier: MIT
#pragma once

#include "format/document.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace catalog {

/// Keys in their usual order.
using MemberOrder = std::vector<std::string_view>;

/// A member of an object as it shall be.
struct WantedMember {
    std::string_view key;
    std::optional<std::string> text; ///< JSON as it is written; absent: nothing is to be said
};

/// The edits that bring members of one object to what is wanted; the others keep their bytes. What has
/// something to say is set, or added behind the one that usually stands before it; what has not becomes null,
/// or is removed where the file `writesNulls` not. Of a key that occurs twice only the member that counts
/// changes.
format::Result<format::TextEdits> setMembers(const format::Document& document, format::JsonId object,
                                             const MemberOrder& order,
                                             const std::vector<WantedMember>& wanted, bool writesNulls);

} // namespace catalog
