// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace format {

/// A sentence for people on why JSON cannot go on at byte `at`: what stands there and what to do.
/// `parserWords` is what nlohmann/json said of it.
std::string describeJsonError(std::string_view text, std::size_t at, std::string_view parserWords);

} // namespace format
