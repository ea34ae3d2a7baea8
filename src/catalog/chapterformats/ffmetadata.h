// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapterformats/chapterformat.h"

namespace catalog {

/// What ffmpeg reads and writes with `-f ffmetadata`.
format::Result<Chapters> readFfmetadata(std::string_view text);
QByteArray writeFfmetadata(const Chapters& chapters, const WriteOptions& options);

} // namespace catalog
