// SPDX-License-Identifier: MIT
// Any bytes as a feed: no harm, an error lies within the bytes and says where; what is read, written as RSS
// and read again is the same; every item can be compared with an episode and what is offered fits.
#include "catalog/feed/feedcheck.h"
#include "catalog/feed/feednotes.h"
#include "catalog/feed/feedreading.h"
#include "catalog/feed/limits.h"
#include "catalog/feed/rsswriter.h"
#include "catalog/proposal.h"
#include "catalog/xmltext.h"
#include "fuzz.h"

using catalog::Feed;
using catalog::FeedItem;

namespace {

constexpr const char* episode = R"({
  "type": "episode",
  "show_slug": "a",
  "episode": 1,
  "episode_guid": "6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0001",
  "title": "One",
  "description": "",
  "date": "2024-03-01T18:00:00-08:00",
  "tags": [],
  "hosts": [],
  "podcast_duration": null,
  "podcast_file": null,
  "podcast_bytes": null,
  "podcast_chapters": null
}


### Links

  * [A](https://a.example.org/)


)";

/// XML has line ends of one kind only.
QString said(const QString& text) {
    return catalog::xmlText(text).simplified();
}

void checkAgain(const Feed& feed) {
    (void)catalog::checkFeed(feed);
    const std::string written = catalog::writeRss(feed).toStdString();
    const auto again = catalog::readFeed(written);
    if (!again && written.size() > catalog::feedlimits::xmlBytes)
        return;
    require(again.hasValue(), "what is written can be read: " + (again ? "" : again.error().message));
    require(again->items.size() == feed.items.size(), "no item is lost");
    for (std::size_t i = 0; i < feed.items.size(); ++i) {
        const FeedItem& one = feed.items[i];
        const FeedItem& two = again->items[i];
        require(said(one.title) == said(two.title), "titles stay");
        require(said(one.guid) == said(two.guid), "GUIDs stay");
        require(one.chapters.size() == two.chapters.size(), "chapters stay");
        require(one.date.has_value() == two.date.has_value() &&
                    (!one.date || one.date->moment() == two.date->moment()),
                "dates stay");
    }
}

void checkOffers(const FeedItem& item) {
    static const auto document = format::Document::parse(episode).value();
    QStringList problems;
    catalog::Proposal proposal;
    for (const catalog::FeedOffer& offer : catalog::feedOffers(document, item, {}, problems))
        proposal.changes.push_back({{0}, {}, {}, {}, offer.edits, true});
    for (const catalog::Edit& edit : catalog::gathered(proposal).edits)
        require(document.withEdits(edit.changes).hasValue(), "what is offered fits");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = viewOf(data, size);
    const auto feed = catalog::readFeed(bytes);
    if (!feed) {
        require(feed.error().offset <= bytes.size(), "an error lies within the bytes");
        require(!feed.error().message.empty(), "an error says why");
        return 0;
    }
    require(feed->items.size() <= catalog::feedlimits::items, "there are not too many");
    checkAgain(*feed);
    for (const FeedItem& item : feed->items)
        checkOffers(item);
    return 0;
}
