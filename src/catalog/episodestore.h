// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <string>

namespace catalog {

/// What became of a save.
struct SaveResult {
    enum class Status {
        Saved,                  ///< on the disk, file and folder synced
        DurabilityNotConfirmed, ///< written, but a sync failed
        ChangedOnDisk,          ///< somebody else changed the file; nothing was written
        Deleted,                ///< the file is gone; nothing was written
        NeedsConsent,           ///< hard links or another owner: ask, then save with consent
        Failed,                 ///< the old file is as it was
    };
    Status status = Status::Failed;
    QString message;      ///< what happened to which file, and what to do; empty when Saved
    std::string diskText; ///< ChangedOnDisk: the bytes found there
    bool isSaved() const { return status == Status::Saved || status == Status::DurabilityNotConfirmed; }
};

/// Which calls are used. Portable: Qt and the standard library alone; it cannot confirm what a power cut
/// leaves, and has a moment in which another program's change is not seen.
enum class SaveMethod { Best, Portable };

struct SaveRequest {
    QString path;
    QString root;            ///< the file must lie in this folder after resolving links
    std::string text;        ///< the new bytes
    std::string base;        ///< the bytes that we believe to be on the disk
    bool hasConsent = false; ///< for hard links and foreign owners
    SaveMethod method = SaveMethod::Best;
};

/// How many bytes of a file are read.
struct ReadLimit {
    std::size_t most;
    std::size_t ofLarger; ///< of a file that has more than `most`

    ReadLimit(std::size_t bytes) // a number is the limit of any file
        : ReadLimit(bytes, bytes) {}
    ReadLimit(std::size_t bytes, std::size_t bytesOfLarger)
        : most(bytes)
        , ofLarger(bytesOfLarger) {}
    std::size_t of(std::uintmax_t size) const { return size > most ? ofLarger : most; }
};

/// Reads a regular file up to its limit. Never blocks on a FIFO.
struct ReadResult {
    std::string bytes;
    QString error;           ///< empty on success
    std::uintmax_t size = 0; ///< bytes of the whole file
};
ReadResult readFile(const QString& path, ReadLimit limit, SaveMethod method = SaveMethod::Best);

/// Saves an episode's file so that a reader sees the old bytes or the new, never a part (steps 1 to 7 of the
/// saving protocol, src/README.md): resolve, compare, write beside, sync, exchange, look at what came out,
/// sync the folder.
SaveResult saveFile(const SaveRequest& request);

/// Writes `text` as a new file, never over another one or through a link, and whole or not at all; returns
/// why it was not written.
QString createFile(const QString& path, const std::string& text, SaveMethod method = SaveMethod::Best);

/// Writes `text` as a new file beside `path` ("0605.mine-20261123-1200.txt") and returns its path; never over
/// another file.
struct CopyResult {
    QString path;
    QString error;
};
CopyResult saveCopyBeside(const QString& path, const std::string& text, SaveMethod method = SaveMethod::Best);

} // namespace catalog
