// SPDX-License-Identifier: MIT
#include "catalog/newepisodeplan.h"

#include "catalog/chapteredit.h"
#include "catalog/episodenames.h"
#include "catalog/values.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace catalog {

namespace {

constexpr qsizetype lookedAt = 20; ///< episodes that may have chapters to look like

QString planText(const char* text) {
    return QCoreApplication::translate("NewEpisode", text);
}

} // namespace

std::vector<EpisodeId> newestFirst(const Catalog& catalog, const QString& show) {
    std::vector<std::pair<std::optional<qint64>, EpisodeId>> dated;
    for (int i = 0; i < catalog.size(); ++i) {
        const Episode& episode = catalog.episode({i});
        if (episode.isRefused() || episode.summary().show != show)
            continue;
        dated.emplace_back(episode.summary().moment, EpisodeId{i});
    }
    std::stable_sort(dated.begin(), dated.end(), [](const auto& a, const auto& b) {
        return a.first > b.first; // none is less than any
    });
    std::vector<EpisodeId> found;
    found.reserve(dated.size());
    for (const auto& [date, id] : dated)
        found.push_back(id);
    return found;
}

NewEpisodePlan::NewEpisodePlan(const Catalog& catalog, QString show)
    : m_catalog(catalog)
    , m_show(std::move(show)) {
    const auto newest = newestFirst(catalog, m_show);
    m_episodes = {newest.begin(), newest.end()};
    if (newest.empty())
        return;
    QStringList dates;
    for (const EpisodeId id : newest) {
        dates += catalog.episode(id).summary().date;
        m_numbers.insert(paddedNumber(catalog.episode(id).summary().number), id);
        m_slugs.insert(slugOf(catalog.episode(id)).toLower(), id);
    }
    // A special with a word for its number is no model where others are there.
    const auto numbered = std::find_if(newest.begin(), newest.end(), [&](EpisodeId id) {
        return !nextNumber(catalog.episode(id).summary().number).isEmpty();
    });
    const Episode& last = catalog.episode(numbered == newest.end() ? newest.front() : *numbered);
    m_last = last.document();
    m_lastPath = last.path();
    episode = suggestNewEpisode(*m_last, QFileInfo(m_lastPath).fileName(), dates);
    while (m_numbers.contains(paddedNumber(episode.number)) && !episode.number.isEmpty())
        setNumber(nextNumber(episode.number));
    takeUsual(dates);
}

/// The last ones with a number; specials are no model.
Predecessors NewEpisodePlan::predecessors() const {
    Predecessors last;
    constexpr std::size_t looked = 10;
    for (const EpisodeId id : m_episodes)
        if (const Episode& one = m_catalog.episode(id);
            last.size() < looked && !nextNumber(one.summary().number).isEmpty())
            last.push_back({one.document(), QFileInfo(one.path()).fileName()});
    return last;
}

void NewEpisodePlan::takeUsual(const QStringList& dates) {
    if (const QString date = nextDate(dates, zonesOf(dates)); !date.isEmpty())
        episode.date = date;
    const Predecessors last = predecessors();
    if (last.empty())
        return;
    const UsualValues usual = usualValues(last);
    episode.hosts = usual.hosts;
    episode.headerImage = usual.headerImage;
    episode.categories = usual.categories;
}

void NewEpisodePlan::copyFrom(Episode::DocumentPtr source) {
    m_source = std::move(source);
    episode.title = valueText(*m_source, "title");
    episode.hosts = hostsOf(*m_source);
    episode.headerImage.reset();
    episode.categories.reset();
}

QString NewEpisodePlan::usualAddress() const {
    return catalog::usualAddress(predecessors(), episode);
}

void NewEpisodePlan::setNumber(const QString& number) {
    if (m_last)
        catalog::setNumber(episode, number, *m_last, QFileInfo(m_lastPath).fileName());
}

QString NewEpisodePlan::path() const {
    return episode.fileName.isEmpty()
               ? QString()
               : QFileInfo(m_lastPath).absolutePath() + QLatin1Char('/') + episode.fileName;
}

QString NewEpisodePlan::relativePath() const {
    return path().isEmpty() ? QString() : QDir(m_catalog.root()).relativeFilePath(path());
}

/// A page bundle, "0605/index.md".
bool NewEpisodePlan::isNamedByFolder() const {
    return QFileInfo(m_lastPath).completeBaseName() == QLatin1String("index");
}

QString NewEpisodePlan::whyNoNumber() const {
    if (episode.number.isEmpty())
        return planText("A number is needed, or a word.");
    const EpisodeId taken = m_numbers.value(paddedNumber(episode.number));
    return taken.isValid()
               ? planText("The number %1 is taken, by %2.").arg(episode.number, m_catalog.relativePath(taken))
               : QString();
}

/// Two pages with one address: the site publishes one of them, and says nothing.
QString NewEpisodePlan::whyNoSlug() const {
    const EpisodeId taken = episode.slug.isEmpty() ? EpisodeId() : m_slugs.value(episode.slug.toLower());
    return taken.isValid() ? planText("The slug %1 is taken, by number %2 (%3).")
                                 .arg(episode.slug, m_catalog.episode(taken).summary().number,
                                      m_catalog.relativePath(taken))
                           : QString();
}

QString NewEpisodePlan::whyNoFile() const {
    const QString& name = episode.fileName;
    if (name.isEmpty() || name.startsWith(QLatin1Char('.') + QFileInfo(m_lastPath).suffix()))
        return planText("The file has no name yet.");
    for (const QString& wrong :
         {isSafeFileName(name) ? QString() : name,
          episode.slug.isEmpty() || isSafeInAnyCase(episode.slug) ? QString() : episode.slug})
        if (!wrong.isEmpty())
            return planText("A file cannot be called %1: the number may have letters A to Z, digits, dots, "
                            "hyphens and underscores.")
                .arg(wrong);
    const QFileInfo file(path());
    if (file.exists() || file.isSymLink())
        return planText("There is a file %1 already.").arg(relativePath());
    return {};
}

QString NewEpisodePlan::whyNot() const {
    if (!m_catalog.readOnlyReason().isEmpty())
        return m_catalog.readOnlyReason();
    if (!m_last)
        return planText("No episode of this show can be read, and a new one goes on from the last.");
    if (isNamedByFolder())
        return planText("The last episode has a folder of its own (%1); a new one cannot be made like it.")
            .arg(QDir(m_catalog.root()).relativeFilePath(m_lastPath));
    if (episode.title.isEmpty())
        return planText("A title is needed.");
    if (QString why = whyNoNumber(); !why.isEmpty())
        return why;
    if (QString why = whyNoSlug(); !why.isEmpty())
        return why;
    if (!parseEpisodeDate(episode.date))
        return planText("The date cannot be read: 2024-03-22 can, and 2024-03-22T18:00:00-08:00.");
    return whyNoFile();
}

format::Result<std::string> NewEpisodePlan::text() const {
    if (m_source)
        return copiedEpisodeText(*m_source, *m_last, episode);
    for (qsizetype i = 0; i < std::min(m_episodes.size(), lookedAt); ++i)
        if (const auto other = m_catalog.episode(m_episodes[i]).document(); !chapterSpans(*other).empty())
            return newEpisodeText(*m_last, episode, other.get());
    return newEpisodeText(*m_last, episode);
}

} // namespace catalog
