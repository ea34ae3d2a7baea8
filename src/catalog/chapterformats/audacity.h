// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapterformats/chapterformat.h"

namespace catalog {

/// Audacity's labels: start, end and text with tabs between; the two columns of version 1.2, too.
format::Result<Chapters> readAudacity(std::string_view text);
QByteArray writeAudacity(const Chapters& chapters, const WriteOptions& options);

} // namespace catalog
