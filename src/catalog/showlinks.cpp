// SPDX-License-Identifier: MIT
#include "catalog/showlinks.h"

#include "catalog/catalog.h"
#include "format/document.h"

#include <QSet>

#include <algorithm>

namespace catalog {

namespace {

/// One address written in two ways is one link.
QString keyOf(const std::string& url) {
    QString key = QString::fromStdString(url).trimmed();
    while (key.endsWith(QLatin1Char('/')))
        key.chop(1);
    return key;
}

/// Reads what is not on screen without keeping its parsed form.
std::vector<format::LinkParts> linksOf(const Episode& episode) {
    std::vector<format::LinkParts> links;
    const auto document = format::Document::parse(episode.text());
    if (!document)
        return links;
    for (const format::Row& row : document->links().rows())
        if (row.kind == format::RowKind::Link && !row.textIsMarkdown)
            links.push_back(row.link);
    return links;
}

QSet<QString> addressesOf(const Episode& episode) {
    QSet<QString> addresses;
    for (const format::LinkParts& link : linksOf(episode))
        addresses.insert(keyOf(link.url));
    return addresses;
}

struct Counted {
    std::vector<CommonLink> links; ///< the most used first
    std::size_t episodes = 0;      ///< that have links
};

Counted count(const Catalog& catalog, EpisodeId id, std::size_t last) {
    const QSet<QString> present = addressesOf(catalog.episode(id));
    Counted counted;
    QHash<QString, std::size_t> places;
    for (const EpisodeId other : lastEpisodes(catalog, id, last)) {
        const auto links = linksOf(catalog.episode(other));
        counted.episodes += links.empty() ? 0 : 1;
        QSet<QString> seen;
        for (const format::LinkParts& link : links) {
            const QString key = keyOf(link.url);
            if (key.isEmpty() || present.contains(key) || seen.contains(key))
                continue;
            seen.insert(key);
            const auto place = places.find(key);
            if (place == places.end()) {
                places.insert(key, counted.links.size());
                counted.links.push_back({link, 1});
            } else {
                ++counted.links[*place].uses;
            }
        }
    }
    std::stable_sort(counted.links.begin(), counted.links.end(),
                     [](const CommonLink& a, const CommonLink& b) { return a.uses > b.uses; });
    return counted;
}

} // namespace

std::vector<EpisodeId> lastEpisodes(const Catalog& catalog, EpisodeId id, std::size_t count) {
    const QString show = catalog.episode(id).summary().show;
    std::vector<EpisodeId> found;
    for (int i = 0; i < catalog.size(); ++i)
        if (i != id.value && !catalog.episode({i}).isRefused() && catalog.episode({i}).summary().show == show)
            found.push_back({i});
    const auto isNewer = [&](EpisodeId a, EpisodeId b) {
        return catalog.episode(a).summary().date > catalog.episode(b).summary().date;
    };
    const auto middle = found.begin() + static_cast<std::ptrdiff_t>(std::min(count, found.size()));
    std::partial_sort(found.begin(), middle, found.end(), isNewer);
    found.erase(middle, found.end());
    return found;
}

format::NotesStyle notesStyleFor(const Catalog& catalog, EpisodeId id) {
    for (const EpisodeId other : lastEpisodes(catalog, id)) {
        const auto document = format::Document::parse(catalog.episode(other).text());
        const auto style =
            document ? format::notesStyleOf(document->text(), document->links()) : std::nullopt;
        if (style)
            return *style;
    }
    return {};
}

std::vector<CommonLink> commonLinks(const Catalog& catalog, EpisodeId id) {
    std::vector<CommonLink> links = count(catalog, id, 20).links;
    const auto isRare = [](const CommonLink& link) { return link.uses < 2; };
    links.erase(std::remove_if(links.begin(), links.end(), isRare), links.end());
    return links;
}

std::vector<format::LinkParts> usualLinks(const Catalog& catalog, EpisodeId id) {
    std::vector<format::LinkParts> links;
    QSet<QString> present = addressesOf(catalog.episode(id));
    const auto document = catalog.episode(id).document();
    const format::JsonNode* sponsors = document ? document->member("sponsors") : nullptr;
    if (sponsors && sponsors->type == format::JsonType::Array)
        for (const std::string& sponsor : document->strings(*sponsors)) {
            const Sponsor known = catalog.registry().sponsors.value(QString::fromStdString(sponsor));
            if (known.link.isEmpty() || present.contains(keyOf(known.link.toStdString())))
                continue;
            present.insert(keyOf(known.link.toStdString()));
            const QString title = known.title.isEmpty() ? known.link : known.title;
            links.push_back({title.toStdString(), known.link.toStdString(), std::nullopt, {}});
        }
    const Counted usual = count(catalog, id, 10);
    for (const CommonLink& link : usual.links)
        if (2 * static_cast<std::size_t>(link.uses) > usual.episodes && link.uses > 1 &&
            !present.contains(keyOf(link.parts.url)))
            links.push_back(link.parts);
    return links;
}

} // namespace catalog
