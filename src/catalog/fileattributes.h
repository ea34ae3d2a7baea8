// SPDX-License-Identifier: MIT
#pragma once

#include <sys/stat.h>

namespace catalog::posix {

/// Gives the file `to`, made by us, the owner, group, access list, extended attributes and mode of `from`,
/// whose stat is `old`. Where something cannot be given, the new file is open to fewer people than the old
/// one, never to more. 0, or the error's number where an attribute of the user's own would be lost.
int giveAttributes(int from, const struct stat& old, int to);

} // namespace catalog::posix
