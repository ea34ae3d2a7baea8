// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <string>
#include <vector>

/// Saving writes beside the file under a name of its own. What an interrupted save left there is found here.
namespace catalog {

/// ".NAME.episode-desk-PID-RANDOM": Hugo ignores names that begin with a dot. A name that would become longer
/// than file systems take is cut and followed by "~" and a hash of the whole.
QByteArray temporaryName(const QByteArray& name);

/// What an interrupted save left behind, and the episode's file does not hold.
struct Leftover {
    QString path;
    QString episodePath; ///< the file that was saved; it may be gone
    std::string text;
    QDateTime time;               ///< when it was written
    bool isOlderThanFile = false; ///< likely what the file held before; else what was on its way into it
};

struct Sweep {
    std::vector<Leftover> leftovers;
    int deletedCount = 0; ///< held nothing that is not in the episode's file
};

/// Looks for leftovers in `root` and the folders in it, deletes those that hold nothing of worth (the same as
/// the file, or nothing at all) and returns the others. Follows no link; leaves alone what a running program
/// may still need, what is too large to be an episode, and what is more than a thousand.
Sweep sweepLeftovers(const QString& root);

/// Deletes one that the user does not want. Refused unless it is a leftover and still holds the same text;
/// returns why.
QString discardLeftover(const Leftover& leftover);

} // namespace catalog
