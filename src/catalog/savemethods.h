// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/episodestore.h"
#include "catalog/limits.h"

/// What the two ways of saving share, and each way's calls; used by episodestore alone. `posix` keeps the
/// whole protocol; `portable` is for systems without its calls, and is built and tested everywhere.
namespace catalog {

QString storeText(const char* text);
/// Why a file was not saved, as a whole sentence that names the file.
SaveResult notSaved(const QString& path, SaveResult::Status status, const QString& why);
QString goneWords();
QString changedWords();

/// What became of making a new file; `exists` where the name is taken.
struct NewFile {
    bool exists = false;
    QString error;
};

#ifdef EPISODE_DESK_POSIX_SAVING
namespace posix {
QString systemWords(int error);
ReadResult readFile(const QString& path, ReadLimit limit);
SaveResult save(const SaveRequest& request);
NewFile createNew(const QString& path, const std::string& text);
} // namespace posix
#endif

namespace portable {
ReadResult readFile(const QString& path, ReadLimit limit);
SaveResult save(const SaveRequest& request);
NewFile createNew(const QString& path, const std::string& text);
} // namespace portable

} // namespace catalog
