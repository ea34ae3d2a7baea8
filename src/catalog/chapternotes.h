// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapter.h"
#include "format/document.h"

#include <string_view>

namespace catalog {

/// The show notes with the chapters as a list of time stamps: in place of the list of time stamps that is
/// there, else behind everything, under a section called `heading`. Returns the whole text.
/// Error where the notes cannot be edited.
format::Result<std::string> withChaptersInNotes(const format::Document& document, const Chapters& chapters,
                                                std::string_view heading);

} // namespace catalog
