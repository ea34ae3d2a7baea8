// SPDX-License-Identifier: MIT
#pragma once

#include "audio/mediafile.h"

#include <functional>

namespace audio {

/// Told of the bytes that are copied, of how many; false: give up.
using CopyProgress = std::function<bool(qint64 done, qint64 all)>;

/// Writes `head` and then the bytes of `original` from `begin` on as a new file: complete and on the disk
/// before it gets its name, never over a file that is there. Returns a sentence why not, or nothing. A copy
/// that is given up leaves nothing behind.
QString writeNewCopy(const ByteSource& original, qint64 begin, const QByteArray& head, const QString& path,
                     const CopyProgress& goesOn = {});

} // namespace audio
