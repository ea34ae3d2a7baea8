// SPDX-License-Identifier: MIT
#include "catalog/field.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace catalog {

namespace {

constexpr const char* say(const char* text) {
    return text;
}
#define FIELD_TEXT(text) say(QT_TRANSLATE_NOOP("Field", text))

using enum FieldKind;
using enum FieldGroup;

constexpr std::array allFields{
    Field{"type", FIELD_TEXT("Type"),
          FIELD_TEXT("The kind of page; the site lists pages of type \"episode\"."), Text, Structure, true,
          false},
    Field{"draft", FIELD_TEXT("Draft"), FIELD_TEXT("A draft is left out of the published site."), Boolean,
          Details, true, false},
    Field{"show_slug", FIELD_TEXT("Show folder"), FIELD_TEXT("The show's folder name, as in its address."),
          Slug, Details, true, false},
    Field{"show_name", FIELD_TEXT("Show"), FIELD_TEXT("The show's name as the site prints it."), Text,
          Details, true, false},
    Field{"episode", FIELD_TEXT("Number"), FIELD_TEXT("The episode's number, or a word for specials."),
          EpisodeNumber, Details, true, false},
    Field{"episode_padded", FIELD_TEXT("Padded number"),
          FIELD_TEXT("The number with four digits, or the word; also the file's name."), Text, Details, true,
          false},
    Field{"episode_guid", FIELD_TEXT("GUID"),
          FIELD_TEXT("What podcast apps know the episode by; it never changes once published."), Guid,
          Details, true, false},
    Field{"slug", FIELD_TEXT("Slug"),
          FIELD_TEXT("The last part of the episode's address: its plain number or word."), Slug, Details,
          true, false},
    Field{"title", FIELD_TEXT("Title"), FIELD_TEXT("The title without number and show name."), Text, Details,
          true, false},
    Field{"description", FIELD_TEXT("Description"),
          FIELD_TEXT("One paragraph; podcast directories take up to 4,000 bytes."), LongText, Details, true,
          false},
    Field{"date", FIELD_TEXT("Date"),
          FIELD_TEXT("When the episode is published: RFC 3339 with its UTC offset."), Date, Details, true,
          false},
    Field{"header_image", FIELD_TEXT("Header image"), FIELD_TEXT("The picture's address on the site."), Path,
          Details, true, false},
    Field{"categories", FIELD_TEXT("Categories"), FIELD_TEXT("The first one is the show's name."), TextList,
          Details, true, false},
    Field{"tags", FIELD_TEXT("Tags"), FIELD_TEXT("Topics, in lower case."), Tags, People, true, false},
    Field{"hosts", FIELD_TEXT("Hosts"), FIELD_TEXT("Ids of the site's people, in the order shown."), Hosts,
          People, true, false},
    Field{"guests", FIELD_TEXT("Guests"),
          FIELD_TEXT("Ids of the site's people; unknown guests are not shown."), Guests, People, true, false},
    Field{"sponsors", FIELD_TEXT("Sponsors"), FIELD_TEXT("Ids of the site's sponsors."), Sponsors, People,
          true, false},
    Field{"podcast_duration", FIELD_TEXT("Duration"), FIELD_TEXT("The MP3's length as HH:MM:SS."), Duration,
          Media, true, true},
    Field{"podcast_file", FIELD_TEXT("Enclosure"), FIELD_TEXT("The MP3's address."), Url, Media, true, true},
    Field{"podcast_bytes", FIELD_TEXT("Bytes"), FIELD_TEXT("The MP3's size in bytes."), Bytes, Media, true,
          true},
    Field{"podcast_chapters", FIELD_TEXT("Chapters"), FIELD_TEXT("Podcasting 2.0 JSON chapters."), Json,
          Structure, true, true},
    Field{"podcast_alt_file", FIELD_TEXT("Alternative file"), FIELD_TEXT("A second address of the MP3."), Url,
          Media, true, true},
    Field{"podcast_ogg_file", FIELD_TEXT("Ogg file"), FIELD_TEXT("The same as Ogg."), Url, Media, true, true},
    Field{"video_file", FIELD_TEXT("Video"), FIELD_TEXT("The video's address."), Url, Media, true, true},
    Field{"video_hd_file", FIELD_TEXT("HD video"), FIELD_TEXT("The video in high definition."), Url, Media,
          true, true},
    Field{"video_mobile_file", FIELD_TEXT("Mobile video"), FIELD_TEXT("The video for small screens."), Url,
          Media, true, true},
    Field{"youtube_link", FIELD_TEXT("YouTube"), FIELD_TEXT("The episode's page on YouTube."), YouTube, Media,
          true, true},
    Field{"jb_url", FIELD_TEXT("Site page"), FIELD_TEXT("The episode's page on the network's site."), Path,
          Media, true, true},
    Field{"fireside_url", FIELD_TEXT("Show page"), FIELD_TEXT("The episode's page on the show's own site."),
          Path, Media, true, true},
    Field{"transcripts", FIELD_TEXT("Transcripts"), FIELD_TEXT("Podcasting 2.0 transcripts."), Json,
          Structure, false, true},
    Field{"value", FIELD_TEXT("Value"), FIELD_TEXT("Podcasting 2.0 value recipients."), Json, Structure,
          false, true},
};

#undef FIELD_TEXT

} // namespace

std::span<const Field> fields() {
    return allFields;
}

const Field* fieldOf(std::string_view key) {
    const auto* found = std::find_if(allFields.begin(), allFields.end(),
                                     [key](const Field& field) { return field.key == key; });
    return found == allFields.end() ? nullptr : found;
}

QString labelOf(const Field& field) {
    return QCoreApplication::translate("Field", field.label);
}
QString helpOf(const Field& field) {
    return QCoreApplication::translate("Field", field.help);
}

const std::vector<std::string_view>& keyOrder() {
    static const std::vector<std::string_view> order = [] {
        std::vector<std::string_view> keys;
        keys.reserve(allFields.size());
        for (const Field& field : allFields)
            keys.push_back(field.key);
        return keys;
    }();
    return order;
}

bool isList(FieldKind kind) {
    return kind == Hosts || kind == Guests || kind == Sponsors || kind == Tags || kind == TextList;
}

} // namespace catalog
