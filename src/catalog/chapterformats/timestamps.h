// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapterformats/chapterformat.h"

namespace catalog {

/// Time stamps as people type them into the description of a video: a time and a title a line, the time in
/// front (or, where no line begins with one, at the end), alone or in brackets, behind bullets and numbers.
/// Other lines are passed over; an error where no line has a time.
format::Result<Chapters> readTimeStamps(std::string_view text);
/// The way YouTube reads them: `0:00 Title`, whole seconds.
QByteArray writeTimeStamps(const Chapters& chapters, const WriteOptions& options);

/// A list of time stamps in show notes: the same in Markdown, where a title may be a link.
format::Result<Chapters> readMarkdownChapters(std::string_view text);
QByteArray writeMarkdownChapters(const Chapters& chapters, const WriteOptions& options);

} // namespace catalog
