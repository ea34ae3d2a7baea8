// SPDX-License-Identifier: MIT
#pragma once

#include "format/document.h"

#include <QString>

namespace catalog {

/// The local file of an episode's enclosure: `<guid>.mp3`, the URL's file name, or `<padded>.mp3`, in this
/// order, in the media folder; regular files only. Empty where there is none.
QString localMediaFile(const format::Document& document, const QString& mediaFolder);

/// The address to play: podcast_file, else alt, else ogg file; empty where there is none.
QString playableUrl(const format::Document& document);

} // namespace catalog
