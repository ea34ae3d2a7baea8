// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace format {

/// A sentence for people on why JSON cannot go on at byte `at`: what stands there and what to do.
/// `parserWords` is what nlohmann/json said of it.
std::string describeJsonError(std::string_view text, std::size_t at, std::string_view parserWords);

/// What a JSON text has more of than is opened.
enum class JsonExcess : std::uint8_t { Depth, Keys, Values };

/// A sentence with how much of it there is in `json` and how much is opened. Counts what stands outside
/// strings, whether the text is JSON to its end or not.
std::string describeExcess(std::string_view json, JsonExcess excess);

} // namespace format
