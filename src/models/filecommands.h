// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/renameplan.h"
#include "models/editsession.h"

#include <vector>

namespace models {

/// Gives the files their new names on the disk, and changes numbers and slugs as unsaved edits; one undo
/// step. Undo gives the old names back, on the disk too. False, and `refused` says why, where nothing was
/// done.
bool renameEpisodes(EditSession& session, const catalog::RenamePlan& plan);

/// Moves the files to the trash, as they are saved; one undo step, which brings them back and the unsaved
/// texts with them. All or none: false, and `refused` says why, where one cannot be moved.
bool deleteEpisodes(EditSession& session, const std::vector<catalog::EpisodeId>& ids);

} // namespace models
