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

/// Makes new files that were written and taken into the catalogue just now one undo step: undo moves them to
/// the trash, redo brings them back. All or none: where one was changed since, `refused` says so, and the
/// step stays.
void addCreatedStep(EditSession& session, const std::vector<catalog::EpisodeId>& ids);

} // namespace models
