// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapter.h"
#include "format/document.h"

#include <QString>
#include <QStringList>

#include <string>

namespace catalog {

/// What a new episode is called and what is known of its file; the rest it has from the show's last one.
struct NewEpisode {
    QString number; ///< empty: the last one's is no number
    QString padded;
    QString slug;
    QString guid;
    QString title;
    QString date; ///< as files write it
    QString fileName;
    QString url;         ///< of the enclosure; empty: none yet
    qint64 bytes = -1;   ///< -1: not known
    qint64 seconds = -1; ///< -1: not known
    Chapters chapters;
    bool isDraft = true;
};

/// "605" → "606", "0099" → "0100"; empty for words.
QString nextNumber(const QString& number);
/// The next date in the rhythm of these (newest first, as stored): the newest and the usual distance, in
/// whole days, at the same time of day. Empty where none can be read.
QString nextDate(const QStringList& dates);

/// Number, slug, GUID, date and file name as the last episode's go on. `lastFile` is its file's name.
NewEpisode suggestNewEpisode(const format::Document& last, const QString& lastFile, const QStringList& dates);

/// Another number than the suggested one: padded number, slug and file name follow.
void setNumber(NewEpisode& episode, const QString& number, const format::Document& last,
               const QString& lastFile);

/// The last episode's text with the new one's values: keys, their order, spelling, hosts, image and
/// categories stay; what is an episode's own is emptied (description, tags, guests, sponsors, chapters,
/// transcripts, other addresses, links). Its chapters look as those of `chaptersLike`.
format::Result<std::string> newEpisodeText(const format::Document& last, const NewEpisode& episode,
                                           const format::Document* chaptersLike = nullptr);

} // namespace catalog
