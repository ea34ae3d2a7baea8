// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapterformats/chapterformat.h"

namespace catalog {

/// WebVTT (W3C) with a cue for each chapter.
format::Result<Chapters> readWebVtt(std::string_view text);
QByteArray writeWebVtt(const Chapters& chapters, const WriteOptions& options);

} // namespace catalog
