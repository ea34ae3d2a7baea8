// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/habits.h"
#include "catalog/values.h"
#include "format/document.h"

#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace catalog {

/// What two episodes must not share. Values are normalised; those of a show begin with its folder.
enum class Identity { Guid, Number, Slug, Title, Page, File };

/// What rules need to know of other episodes and for the habits, and what several would read anew.
struct Facts {
    struct Name {
        Identity identity;
        QString value;
        bool operator==(const Name&) const = default;
    };
    QString show; ///< the folder: episodes of one show share it even where show_slug says otherwise
    std::vector<Name> names;
    std::optional<qint64> number;    ///< of the episode, where it is a number
    std::optional<EpisodeDate> date; ///< as read; absent where it cannot be
    std::vector<Mark> marks;
    bool operator==(const Facts&) const = default;

    QString name(Identity identity) const; ///< the first of that kind; empty where there is none
};

/// Reads them; `path` is the file's, absolute.
Facts factsOf(const format::Document& document, const QString& path);

/// The keys that hold addresses of media files.
inline constexpr std::array<const char*, 6> mediaFileKeys = {"podcast_file",     "podcast_alt_file",
                                                             "podcast_ogg_file", "video_file",
                                                             "video_hd_file",    "video_mobile_file"};
/// Whether an address in that field ends as files of its kind do. Query and fragment are left out.
bool hasFittingEnding(std::string_view key, const QString& url);

/// A page's address with the show's slug and the episode's replaced by `{show}` and `{slug}`, doubled slashes
/// made single.
QString pageTemplate(const QString& url, const QString& showSlug, const QString& slug);
/// Whether the address names a host, not only a path.
bool isAbsoluteUrl(const QString& url);
/// Whether the address is a site's home page.
bool isSiteRoot(const QString& url);
/// `name-word` → `word`: sponsors' ids end in a show's acronym; empty where there is no hyphen.
QString acronymOf(const QString& sponsor);

} // namespace catalog
