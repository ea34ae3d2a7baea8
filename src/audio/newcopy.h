// SPDX-License-Identifier: MIT
#pragma once

#include "audio/mediafile.h"

namespace audio {

/// Writes `head` and then the bytes of `original` from `begin` on as a new file: complete and on the disk
/// before it gets its name, never over a file that is there. Returns a sentence why not, or nothing.
QString writeNewCopy(const ByteSource& original, qint64 begin, const QByteArray& head, const QString& path);

} // namespace audio
