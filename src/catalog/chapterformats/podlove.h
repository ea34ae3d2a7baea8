// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapterformats/chapterformat.h"

namespace catalog {

/// Podlove Simple Chapters (psc) 1.2: XML, in a file of its own or within a feed.
format::Result<Chapters> readPodlove(std::string_view text);
QByteArray writePodlove(const Chapters& chapters, const WriteOptions& options);

} // namespace catalog
