// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace catalog {

/// What git has begun and not ended in a work tree.
enum class GitOperation { None, Merge, Rebase, CherryPick, Revert };

/// The folder in which git keeps what it knows of the work tree around `folder`; empty where there is none.
QString gitFolderOf(const QString& folder);
/// Looks at git's files only: running git could run what a repository's own settings name.
GitOperation gitOperation(const QString& gitFolder);

} // namespace catalog
