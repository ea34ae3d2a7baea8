// SPDX-License-Identifier: MIT
#include "catalog/slugs.h"

#include <algorithm>

namespace catalog {

namespace {

constexpr std::string_view key = "\"slug\"";

std::size_t behindSpace(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(" \t\r\n", at), text.size());
}

/// Whether some key of that name, at whatever depth, has this value or one that is spelled with escapes.
bool maySay(std::string_view text, const QString& slug) {
    for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
        const std::size_t colon = behindSpace(text, at + key.size());
        if (colon == text.size() || text[colon] != ':')
            continue;
        const std::size_t value = behindSpace(text, colon + 1);
        const std::size_t end = value == text.size() ? value : text.find('"', value + 1);
        if (end == std::string_view::npos || end == text.size())
            continue;
        const std::string_view found = text.substr(value, end - value + 1);
        const auto quoted = QString::fromUtf8(found.data(), static_cast<qsizetype>(found.size()));
        if (quoted.contains(QLatin1Char('\\')) ||
            quoted.contains(QLatin1Char('"') + slug + QLatin1Char('"'), Qt::CaseInsensitive))
            return true;
    }
    return false;
}

} // namespace

EpisodeId holderOfSlug(const Catalog& catalog, const std::vector<EpisodeId>& among, const QString& slug) {
    const auto found = std::find_if(among.begin(), among.end(), [&](EpisodeId id) {
        const Episode& episode = catalog.episode(id);
        return !slug.isEmpty() && !episode.isRefused() && maySay(episode.text(), slug) &&
               episode.valueText("slug").compare(slug, Qt::CaseInsensitive) == 0;
    });
    return found == among.end() ? EpisodeId() : *found;
}

} // namespace catalog
