// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace catalog {

/// The lines of a text, each with its end.
std::vector<std::string_view> linesOf(std::string_view text);

/// A unified diff of two texts that `patch` and `git apply` accept; empty where equal.
std::string unifiedDiff(std::string_view before, std::string_view after, std::string_view path,
                        std::size_t context = 3);

/// The same for a file that is renamed, too, in git's form: `git apply` renames it.
std::string renamingDiff(std::string_view before, std::string_view after, const std::string& from,
                         const std::string& to);

/// Which lines of `after` (from 0) are not in `before`, for marking changed lines.
std::vector<int> changedLines(std::string_view before, std::string_view after);

} // namespace catalog
