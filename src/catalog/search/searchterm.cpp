// SPDX-License-Identifier: MIT
#include "catalog/search/searchterm.h"

#include "catalog/field.h"

#include <QCoreApplication>

#include <algorithm>
#include <string>
#include <vector>

namespace catalog {

namespace {

#define SEARCH_HELP(text) QT_TRANSLATE_NOOP("Search", text)

constexpr SearchTerm table[] = {
    {"title", "title", SEARCH_HELP("In the title: \"title:lamp\""), SearchKind::Text},
    {"show", "show_slug", SEARCH_HELP("Of a show, by slug or name: \"show:night\""), SearchKind::Text},
    {"number", "episode", SEARCH_HELP("Numbers: \"number:600..610\", \"number:>600\""), SearchKind::Range,
     SearchUnit::Number},
    {"date", "date", SEARCH_HELP("Days, months, years: \"date:2024..2025-06\""), SearchKind::Range,
     SearchUnit::Day},
    {"duration", "podcast_duration", SEARCH_HELP("Length: \"duration:>1h\", \"duration:30m..45m\""),
     SearchKind::Range, SearchUnit::Seconds},
    {"bytes", "podcast_bytes", SEARCH_HELP("Size of the enclosure: \"bytes:>50M\""), SearchKind::Range,
     SearchUnit::Bytes},
    {"host", "hosts", SEARCH_HELP("Hosts, by id or name: \"host:ada\""), SearchKind::People},
    {"guest", "guests", SEARCH_HELP("Guests, by id or name: \"guest:ben\""), SearchKind::People},
    {"sponsor", "sponsors", SEARCH_HELP("Sponsors, by id or title"), SearchKind::Sponsors},
    {"tag", "tags", SEARCH_HELP("In the tags: \"tag:linux\""), SearchKind::Text},
    {"description", "description", SEARCH_HELP("In the description"), SearchKind::Text},
    {"notes", "", SEARCH_HELP("In the show notes"), SearchKind::Text},
    {"guid", "episode_guid", SEARCH_HELP("In the GUID"), SearchKind::Text},
    {"url", "", SEARCH_HELP("In any address, of files and links: \"url:example.org\""), SearchKind::Address},
    {"file", "", SEARCH_HELP("In the file's path: \"file:0605\""), SearchKind::Path},
    {"links", "body", SEARCH_HELP("How many links: \"links:>20\", \"links:0\""), SearchKind::Range,
     SearchUnit::Number},
    {"chapters", "podcast_chapters", SEARCH_HELP("How many chapters: \"chapters:0\""), SearchKind::Range,
     SearchUnit::Number},
    {"is", "", SEARCH_HELP("State: \"is:changed\", \"is:draft\", \"is:published\""), SearchKind::State},
    {"has", "", SEARCH_HELP("What is there: \"has:chapters\", \"-has:hosts\", \"has:youtube_link\""),
     SearchKind::Presence},
    {"problem", "", SEARCH_HELP("Problems, by rule or weight: \"problem:link\", \"problem:error\""),
     SearchKind::Problem},
};
#undef SEARCH_HELP

/// A term for every key of the front matter that has no shorter name.
const std::vector<SearchTerm>& keyTerms() {
    static const std::vector<SearchTerm> terms = [] {
        std::vector<SearchTerm> made;
        for (const Field& field : fields())
            made.push_back({field.key.data(), field.key.data(), field.help, SearchKind::Text});
        return made;
    }();
    return terms;
}

} // namespace

std::span<const SearchTerm> searchTerms() {
    return table;
}

const SearchTerm* searchTermOf(const QString& name) {
    const auto isIt = [&name](const SearchTerm& term) {
        return name.compare(QLatin1String(term.name), Qt::CaseInsensitive) == 0;
    };
    if (const auto found = std::find_if(std::begin(table), std::end(table), isIt); found != std::end(table))
        return &*found;
    const auto& keys = keyTerms();
    const auto found = std::find_if(keys.begin(), keys.end(), isIt);
    return found == keys.end() ? nullptr : &*found;
}

QString helpOf(const SearchTerm& term) {
    return QCoreApplication::translate("Search", term.help);
}

QStringList searchStates() {
    return {QStringLiteral("changed"), QStringLiteral("draft"), QStringLiteral("published"),
            QStringLiteral("unreadable"), QStringLiteral("readonly")};
}

QStringList searchPresences() {
    return {QStringLiteral("audio"),    QStringLiteral("chapters"), QStringLiteral("guests"),
            QStringLiteral("hosts"),    QStringLiteral("links"),    QStringLiteral("notes"),
            QStringLiteral("problems"), QStringLiteral("sponsors"), QStringLiteral("tags"),
            QStringLiteral("video")};
}

} // namespace catalog
