// SPDX-License-Identifier: MIT
#include "catalog/feed/showfeed.h"

#include "catalog/chapteredit.h"
#include "catalog/feed/channelfacts.h"
#include "catalog/mediafolder.h"
#include "catalog/mediaresults.h"
#include "format/noteshtml.h"

#include <QFileInfo>
#include <QHash>
#include <QUrl>

#include <algorithm>
#include <array>

namespace catalog {

namespace {

using format::Document;
using format::JsonNode;
using format::JsonType;

QStringList listOf(const Document& document, std::string_view key) {
    QStringList items;
    const JsonNode* node = document.member(key);
    if (node && node->type == JsonType::Array)
        for (const std::string& item : document.strings(*node))
            items += QString::fromStdString(item);
    return items;
}

std::vector<FeedPerson> peopleOf(const Document& document, const Registry& registry, const QString& site) {
    std::vector<FeedPerson> people;
    for (const auto& [key, role] : {std::pair("hosts", "host"), std::pair("guests", "guest")})
        for (const QString& id : listOf(document, key))
            people.push_back(feedPerson(registry, id, QLatin1String(role), site));
    return people;
}

QString textAt(const Document& document, const format::JsonPath& path) {
    const JsonNode* node = document.at(path);
    return node && node->type == JsonType::String ? QString::fromUtf8(node->string) : QString();
}

/// A file with the chapters, where the episode names one instead of the chapters or beside them.
FeedChaptersFile chaptersFileOf(const Document& document) {
    const JsonNode* node = document.member("podcast_chapters");
    if (!node)
        return {};
    const QString url = node->type == JsonType::String ? QString::fromUtf8(node->string)
                                                       : textAt(document, {"podcast_chapters", "url"});
    return isWebUrl(url) ? FeedChaptersFile{url, QStringLiteral("application/json+chapters")}
                         : FeedChaptersFile{};
}

FeedEnclosure enclosureOf(const Document& document) {
    FeedEnclosure enclosure;
    enclosure.url = playableUrl(document);
    enclosure.type = typeOfAddress(enclosure.url);
    bool isNumber = false;
    const qint64 bytes = valueText(document, "podcast_bytes").toLongLong(&isNumber);
    // What is stated of the main file says nothing of another one.
    if (isNumber && bytes > 0 && enclosure.url == valueText(document, "podcast_file"))
        enclosure.bytes = bytes;
    return enclosure;
}

/// A video's type by its address's ending; typeOfAddress takes every MP4 for sound.
QString typeOfVideo(const QString& url) {
    static const QHash<QString, QString> types{{QStringLiteral("mp4"), QStringLiteral("video/mp4")},
                                               {QStringLiteral("m4v"), QStringLiteral("video/x-m4v")},
                                               {QStringLiteral("mov"), QStringLiteral("video/quicktime")},
                                               {QStringLiteral("webm"), QStringLiteral("video/webm")},
                                               {QStringLiteral("ogv"), QStringLiteral("video/ogg")}};
    return types.value(QFileInfo(QUrl(url).path()).suffix().toLower(), typeOfAddress(url));
}

/// The episode in other formats and at other addresses.
std::vector<FeedAlternate> alternatesOf(const Document& document, const QString& enclosure) {
    static constexpr std::array<std::pair<const char*, const char*>, 5> titles{
        {{"podcast_alt_file", ""},
         {"podcast_ogg_file", "Ogg"},
         {"video_file", "Video"},
         {"video_hd_file", "HD video"},
         {"video_mobile_file", "Mobile video"}}};
    std::vector<FeedAlternate> alternates;
    for (const auto& [key, title] : titles)
        if (const QString url = valueText(document, key); isWebUrl(url) && url != enclosure)
            alternates.push_back({url,
                                  QLatin1String(key).startsWith(QLatin1String("video")) ? typeOfVideo(url)
                                                                                        : typeOfAddress(url),
                                  QLatin1String(title)});
    return alternates;
}

QString linkOf(const Document& document, const QString& site) {
    for (const char* key : {"jb_url", "fireside_url"})
        if (QString url = valueText(document, key); isWebUrl(url))
            return url;
    const QString slug = valueText(document, "slug").toLower();
    const bool isKnown = !site.isEmpty() && !slug.isEmpty();
    return isKnown ? QStringLiteral("%1/show/%2/%3/").arg(site, valueText(document, "show_slug"), slug)
                   : QString();
}

/// The address of the site, as most absolute pages of the episodes have it, where its settings do not say.
QString siteOfPages(const std::vector<EpisodeText>& episodes, const QString& show) {
    constexpr int enough = 50;
    QHash<QString, int> uses;
    int known = 0;
    const QString path = QLatin1String("/show/") + show + QLatin1Char('/');
    for (auto episode = episodes.rbegin(); episode != episodes.rend() && known < enough; ++episode) {
        const auto document = Document::parse(*episode->text);
        const QString url = document ? valueText(*document, "jb_url") : QString();
        const auto at = url.indexOf(path);
        if (at <= 0 || !isWebUrl(url))
            continue;
        ++uses[url.left(at)];
        ++known;
    }
    const auto most = std::max_element(uses.begin(), uses.end());
    return most == uses.end() ? QString() : most.key();
}

struct Dated {
    FeedItem item;
    EpisodeId id;
};

bool isPublished(const Document& document, const FeedOptions& options) {
    const auto date = parseEpisodeDate(valueText(document, "date"));
    return options.withDrafts || (valueText(document, "draft") != QLatin1String("true") &&
                                  (!date || date->moment() <= options.now));
}

} // namespace

std::vector<FeedTranscript> transcriptsOf(const Document& document) {
    std::vector<FeedTranscript> transcripts;
    const JsonNode* list = document.member("transcripts");
    if (!list || list->type != JsonType::Array)
        return transcripts;
    for (std::size_t i = 0; i < list->children.size(); ++i) {
        const auto text = [&](const char* key) { return textAt(document, {"transcripts", i, key}); };
        transcripts.push_back({text("url"), text("type"), text("language"), text("rel")});
    }
    return transcripts;
}

ShowFeedSource showFeedSource(const Catalog& catalog, const QString& show) {
    ShowFeedSource source{show, contentFolderOf(catalog.root()), catalog.registry(), {}};
    for (int i = 0; i < catalog.size(); ++i)
        if (const Episode& episode = catalog.episode({i});
            !episode.isRefused() && episode.summary().show == show)
            source.episodes.push_back(episodeTextOf(catalog, {i}));
    return source;
}

FeedItem feedItemOf(const Document& document, const Registry& registry, const QString& site) {
    const auto text = [&](const char* key) { return valueText(document, key); };
    FeedItem item;
    item.title = text("title");
    item.description = text("description");
    item.date = parseEpisodeDate(text("date"));
    item.seconds = parseDuration(text("podcast_duration")).value_or(-1);
    item.number = text("episode");
    item.enclosure = enclosureOf(document);
    item.link = linkOf(document, site);
    // A nil GUID names nothing: the enclosure's address is what stays the same.
    item.guid = guidStateOf(text("episode_guid")) == GuidState::Nil ? QString() : text("episode_guid");
    if (item.guid.isEmpty())
        item.guid = item.enclosure.url.isEmpty() ? item.link : item.enclosure.url;
    item.tags = listOf(document, "tags");
    item.people = peopleOf(document, registry, site);
    for (const FeedTranscript& transcript : transcriptsOf(document))
        if (isWebUrl(transcript.url))
            item.transcripts.push_back(transcript);
    item.chaptersFile = chaptersFileOf(document);
    item.chapters = chaptersOf(document);
    item.alternates = alternatesOf(document, item.enclosure.url);
    if (const QString page = text("youtube_link"); isWebUrl(page))
        item.videoPage = page;
    item.season = text("season");
    item.value = valueOf(document);
    if (!document.isBodyLocked())
        item.notes = QString::fromStdString(format::notesHtml(document.body())).trimmed();
    return item;
}

ShowFeed showFeed(const ShowFeedSource& source, const FeedOptions& options,
                  const std::atomic<bool>* isCancelled) {
    QString site = siteAddress(source.contentFolder);
    if (site.isEmpty())
        site = siteOfPages(source.episodes, source.show);
    ShowFeed made;
    made.feed.channel = channelFacts(source.contentFolder, source.show, source.registry, site);
    std::vector<Dated> items;
    for (const EpisodeText& episode : source.episodes) {
        if (isCancelled && *isCancelled)
            return made;
        const auto document = Document::parse(*episode.text);
        if (document && isPublished(*document, options))
            items.push_back({feedItemOf(*document, source.registry, site), episode.id});
    }
    std::stable_sort(items.begin(), items.end(), [](const Dated& a, const Dated& b) {
        return a.item.date && (!b.item.date || a.item.date->moment() > b.item.date->moment());
    });
    if (options.limit > 0)
        items.resize(std::min(items.size(), options.limit));
    for (Dated& dated : items) {
        made.feed.items.push_back(std::move(dated.item));
        made.episodes.push_back(dated.id);
    }
    return made;
}

} // namespace catalog
