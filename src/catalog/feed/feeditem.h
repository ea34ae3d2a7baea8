// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapter.h"
#include "catalog/feed/feedvalue.h"
#include "catalog/values.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace catalog {

struct FeedEnclosure {
    QString url;
    QString type;      ///< MIME
    qint64 bytes = -1; ///< -1: not known
    friend bool operator==(const FeedEnclosure&, const FeedEnclosure&) = default;
};

/// `podcast:alternateEnclosure`: the same in another format.
struct FeedAlternate {
    QString url;
    QString type;  ///< MIME
    QString title; ///< what tells it from the others, at most 32 characters
    friend bool operator==(const FeedAlternate&, const FeedAlternate&) = default;
};

/// `podcast:person`, or an author of a JSON Feed.
struct FeedPerson {
    QString name;
    QString role; ///< lower case; empty means host
    QString url;
    QString image;
    friend bool operator==(const FeedPerson&, const FeedPerson&) = default;
};

/// `podcast:transcript`.
struct FeedTranscript {
    QString url;
    QString type; ///< MIME
    QString language;
    QString rel;
    friend bool operator==(const FeedTranscript&, const FeedTranscript&) = default;
};

/// `podcast:chapters`: a file with the chapters.
struct FeedChaptersFile {
    QString url;
    QString type; ///< MIME
    friend bool operator==(const FeedChaptersFile&, const FeedChaptersFile&) = default;
};

/// One episode as feeds tell of it. Whatever a feed does not say is empty, -1 or absent.
struct FeedItem {
    QString guid;
    QString title;
    QString link;
    QString description; ///< short, plain text
    QString notes;       ///< HTML
    std::optional<EpisodeDate> date;
    qint64 seconds = -1; ///< the duration
    QString number;
    QString season;
    QString image;
    std::optional<bool> isExplicit;
    FeedEnclosure enclosure;
    std::vector<FeedAlternate> alternates;
    QString videoPage; ///< podcast:contentLink: where the episode can be seen
    QStringList tags;
    std::vector<FeedPerson> people;
    std::vector<FeedTranscript> transcripts;
    FeedChaptersFile chaptersFile;
    Chapters chapters; ///< those in the feed itself (Podlove Simple Chapters)
    std::optional<FeedValue> value;
};

/// What a feed says of its show.
struct FeedChannel {
    QString title;
    QString link; ///< the show's page
    QString description;
    QString language;
    QString copyright;
    QString author;
    QString ownerName;
    QString ownerEmail;
    QString image;
    QString feedUrl;        ///< where the feed itself is
    QString guid;           ///< podcast:guid
    QString medium;         ///< podcast:medium; empty means podcast
    QString locked;         ///< podcast:locked: yes or no
    QString fundingUrl;     ///< podcast:funding: where listeners can support the show
    QString fundingText;    ///< its words
    QStringList categories; ///< Apple's: "Technology", "Society & Culture > Documentary"
    std::optional<bool> isExplicit;
    std::vector<FeedPerson> people;
};

enum class FeedKind { Rss, JsonFeed };

struct Feed {
    FeedKind kind = FeedKind::Rss;
    FeedChannel channel;
    std::vector<FeedItem> items; ///< in the feed's order
    QStringList remarks;         ///< sentences on what could not be read
};

} // namespace catalog
