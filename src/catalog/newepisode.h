// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapter.h"
#include "format/document.h"

#include <QString>
#include <QStringList>
#include <QTimeZone>

#include <optional>
#include <string>
#include <vector>

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
    std::optional<QStringList> hosts;   ///< absent: as the last one's
    std::optional<QString> headerImage; ///< likewise
    std::optional<QStringList> categories;
};

/// "605" → "606", "0099" → "0100"; empty for words.
QString nextNumber(const QString& number);
/// The next date in the rhythm of these (newest first, as stored): the newest and the usual distance, in
/// whole days, at the same time of day. Empty where none can be read.
QString nextDate(const QStringList& dates);
/// The same, at the same time on the wall: the offset is that of these zones on the day, as most of them have
/// it.
QString nextDate(const QStringList& dates, const std::vector<QTimeZone>& zones);

/// Number, slug, GUID, date and file name as the last episode's go on. `lastFile` is its file's name.
NewEpisode suggestNewEpisode(const format::Document& last, const QString& lastFile, const QStringList& dates);

/// Whether a name (a slug, a file's without ending) is or ends with what the episode is numbered by.
bool followsNumber(const QString& name, const format::Document& episode);
/// A number where that key has one, else text.
format::JsonValue numberLike(const format::Document& episode, std::string_view key, const QString& text);

/// Another number than the suggested one: padded number, slug and file name follow.
void setNumber(NewEpisode& episode, const QString& number, const format::Document& last,
               const QString& lastFile);

/// The last episode's text with the new one's values: keys, their order, spelling, hosts, image and
/// categories stay; what is an episode's own is emptied (description, tags, guests, sponsors, chapters,
/// transcripts, other addresses, links). Its chapters look as those of `chaptersLike`.
format::Result<std::string> newEpisodeText(const format::Document& last, const NewEpisode& episode,
                                           const format::Document* chaptersLike = nullptr);

/// A copy of `source` (an episode, a template) as the new episode of the show of `last`: all that is not said
/// of the new one stays, but for addresses of files and pages, which are another episode's. Names of the
/// show, image and categories are those of `last` where the copy goes to another show.
format::Result<std::string> copiedEpisodeText(const format::Document& source, const format::Document& last,
                                              const NewEpisode& episode);

} // namespace catalog
