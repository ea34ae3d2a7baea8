// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/episodestore.h"

#include <vector>

namespace catalog {

/// Saves different files side by side, each as saveFile() does: most of a save is waiting for the disk.
/// Results in the requests' order; a failure stops none of the others.
std::vector<SaveResult> saveMany(const std::vector<SaveRequest>& requests);

} // namespace catalog
