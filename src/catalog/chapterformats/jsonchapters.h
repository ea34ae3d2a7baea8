// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapterformats/chapterformat.h"

namespace catalog {

/// Podcasting 2.0 JSON chapters 1.2.
format::Result<Chapters> readJsonChapters(std::string_view text);
QByteArray writeJsonChapters(const Chapters& chapters, const WriteOptions& options);

} // namespace catalog
