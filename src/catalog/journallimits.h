// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <cstddef>

/// Every bound of what is kept in the state folder, in one place.
namespace catalog::journallimits {

/// A record beyond this is damage, not a record: two texts of the largest episode (8 MB) and some room.
constexpr std::size_t recordBytes = 20 * 1024 * 1024;
/// A journal file beyond this is not read; nothing that we write comes near it.
constexpr std::size_t fileBytes = 512 * 1024 * 1024;
/// What a journal may hold of use; a further record is refused, and the refusal is said.
constexpr std::size_t liveBytes = 128 * 1024 * 1024;
/// A file of more than this that is mostly outdated is written anew.
constexpr std::size_t compactBytes = 1024 * 1024;
/// How many times what is of use a file may be before that.
constexpr std::size_t compactFactor = 4;

/// Changes that come within this are written together; a kill loses at most so much typing.
constexpr std::chrono::milliseconds gather{100};
/// What is written is synced at the latest after this; a power cut loses at most both.
constexpr std::chrono::milliseconds sync{500};
/// After a failure it is tried again so often.
constexpr std::chrono::milliseconds retry{2'000};

/// Of what was saved: how long it is remembered, for how many files, of how many places of each.
constexpr int historyDays = 60;
constexpr std::size_t historyFiles = 2'000;
constexpr std::size_t historyPlaces = 60;
/// Former values of a place, and the longest value.
constexpr std::size_t historyValues = 3;
constexpr std::size_t historyValueBytes = 128 * 1024;

} // namespace catalog::journallimits
