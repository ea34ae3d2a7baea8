// SPDX-License-Identifier: MIT
#include "catalog/search/episodefinder.h"

#include "catalog/catalog.h"
#include "catalog/search/searchfold.h"

#include <algorithm>
#include <array>

namespace catalog {

namespace {

enum Distance { NumberOfShow, Number, NumberBegins, TitleBegins, WordsBegin, Anywhere, DistanceCount };

std::string foldedOf(const QString& text) {
    return foldForSearch(text.toStdString());
}

std::string initialsOf(const QString& slug) {
    QString initials;
    for (const QString& word : slug.split(QLatin1Char('-'), Qt::SkipEmptyParts))
        initials += word.front();
    return foldedOf(initials);
}

bool begins(std::string_view text, std::string_view word) {
    return text.substr(0, word.size()) == word;
}

bool beginsWord(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
        if (at == 0 || text[at - 1] == ' ')
            return true;
    return false;
}

} // namespace

std::vector<EpisodeName> episodeNames(const Catalog& catalog) {
    std::vector<EpisodeName> names;
    names.reserve(static_cast<std::size_t>(catalog.size()));
    for (int i = 0; i < catalog.size(); ++i) {
        const Episode& episode = catalog.episode({i});
        if (episode.isGone())
            continue;
        const Summary& summary = episode.summary();
        names.push_back({{i},
                         summary.show,
                         catalog.registry().shows.value(summary.show).name,
                         summary.number,
                         summary.title.isEmpty() ? episode.fileName() : summary.title});
    }
    return names;
}

EpisodeFinder::EpisodeFinder(std::vector<EpisodeName> names)
    : m_names(std::move(names)) {
    m_entries.reserve(m_names.size());
    for (const EpisodeName& name : m_names) {
        Entry entry{{}, foldedOf(name.number), initialsOf(name.show)};
        QString shows = name.show;
        shows.replace(QLatin1Char('-'), QLatin1Char(' '));
        entry.folded = entry.initials + ' ' +
                       foldedOf(shows + QLatin1Char(' ') + name.show + QLatin1Char(' ') + name.showName) +
                       ' ' + entry.number + ' ';
        entry.title = entry.folded.size();
        entry.folded += foldedOf(name.title);
        m_entries.push_back(std::move(entry));
    }
}

/// How far an episode is from what was typed; DistanceCount: it is not what was typed.
int EpisodeFinder::distanceOf(const Entry& entry, const std::vector<std::string>& words) {
    if (words.empty())
        return Anywhere;
    if (!holdsAll(entry.folded, words))
        return DistanceCount;
    const std::string_view all = entry.folded;
    const bool isNumber = std::find(words.begin(), words.end(), entry.number) != words.end();
    const std::string_view show = all.substr(0, entry.title - entry.number.size() - 1);
    const bool isOfShow = std::all_of(words.begin(), words.end(), [&](const std::string& word) {
        return word == entry.number || beginsWord(show, word);
    });
    if (isNumber)
        return isOfShow && (words.size() > 1) ? NumberOfShow : Number;
    if (begins(entry.number, words.back()))
        return NumberBegins;
    if (begins(all.substr(entry.title), words.front()))
        return TitleBegins;
    const bool areWords = std::all_of(words.begin(), words.end(),
                                      [&](const std::string& word) { return beginsWord(all, word); });
    return areWords ? WordsBegin : Anywhere;
}

std::vector<const EpisodeName*> EpisodeFinder::find(const QString& typed, std::size_t most) const {
    const std::vector<std::string> words = foldedWords(typed);
    std::array<std::vector<const EpisodeName*>, DistanceCount> found;
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const int distance = distanceOf(m_entries[i], words);
        if (distance == DistanceCount)
            continue;
        auto& alike = found[static_cast<std::size_t>(distance)];
        if (alike.size() < most)
            alike.push_back(&m_names[i]);
        if (words.empty() && alike.size() == most)
            break;
    }
    std::vector<const EpisodeName*> all;
    for (const auto& alike : found)
        all.insert(all.end(), alike.begin(), alike.end());
    all.resize(std::min(all.size(), most));
    return all;
}

} // namespace catalog
