// SPDX-License-Identifier: MIT
#include "cli/selection.h"

#include "catalog/checking.h"
#include "catalog/search/searchindex.h"
#include "cli/gitfiles.h"
#include "cli/output.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace cli {

namespace {

const QString showOption = QStringLiteral("show");
const QString onlyOption = QStringLiteral("only");
const QString searchOption = QStringLiteral("search");
const QString changedOption = QStringLiteral("changed-since");

/// The show's folder: what lies in it belongs to the show even where its show_slug says otherwise, or where
/// the file cannot be read.
QString folderOf(const catalog::Episode& episode) {
    return QFileInfo(episode.path()).dir().dirName();
}

/// The shows of the opened episodes, and those of the site that have none.
QSet<QString> knownShows(const Opened& opened) {
    const QStringList ofSite = opened.catalog.registry().shows.keys();
    QSet<QString> shows(ofSite.begin(), ofSite.end());
    for (int i = 0; i < opened.catalog.size(); ++i) {
        const catalog::Episode& episode = opened.catalog.episode({i});
        shows.insert(folderOf(episode));
        if (!episode.summary().show.isEmpty())
            shows.insert(episode.summary().show);
    }
    return shows;
}

bool sayUnknownShow(const QString& name, const QSet<QString>& known) {
    QStringList names = known.values();
    names.sort();
    printError(names.isEmpty() ? QStringLiteral("\"%1\" is no show here.").arg(name)
                               : QStringLiteral("\"%1\" is no show here. Shows: %2.")
                                     .arg(name, names.join(QStringLiteral(", "))));
    return false;
}

} // namespace

void Selection::addShowOption(QCommandLineParser& parser) {
    parser.addOption({showOption,
                      QStringLiteral("Only the episodes of these shows: slugs with commas between them. The "
                                     "others still count for duplicates and neighbours."),
                      QStringLiteral("slugs")});
    parser.addOption(
        {searchOption,
         QStringLiteral("Only the episodes that this search finds, in the language of the window's "
                        "search box: \"guest:ben date:2024.. -has:chapters\"."),
         QStringLiteral("query")});
}

void Selection::addFileOptions(QCommandLineParser& parser) {
    addShowOption(parser);
    parser.addOptions({
        {onlyOption,
         QStringLiteral("Only this file, or the files of this folder; may be given several times."),
         QStringLiteral("path")},
        {changedOption,
         QStringLiteral("Only files that differ from this commit: committed since, staged, changed or new."),
         QStringLiteral("revision")},
    });
}

template <typename Keep>
void Selection::keep(const Keep& isKept) {
    for (std::size_t i = 0; i < m_chosen.size(); ++i)
        m_chosen[i] = m_chosen[i] && isKept(catalog::EpisodeId{static_cast<int>(i)});
}

bool Selection::isAsked(const QCommandLineParser& parser) {
    const QStringList names = parser.optionNames(); // only a command that has an option may be asked for it
    return std::any_of(names.begin(), names.end(), [](const QString& name) {
        return name == showOption || name == searchOption || name == onlyOption || name == changedOption;
    });
}

bool Selection::read(const QCommandLineParser& parser, const Opened& opened) {
    m_chosen.assign(static_cast<std::size_t>(opened.catalog.size()), true);
    const auto isSet = [names = parser.optionNames()](const QString& name) { return names.contains(name); };
    return (!isSet(showOption) || chooseShows(parser.values(showOption), opened)) &&
           (!isSet(searchOption) || chooseFound(parser.value(searchOption), opened)) &&
           (!isSet(onlyOption) || chooseFiles(parser.values(onlyOption), opened)) &&
           (!isSet(changedOption) || chooseChanged(parser.value(changedOption), opened));
}

/// Says every part of the query that is not understood: a script must not go on with half of it.
bool Selection::chooseFound(const QString& typed, const Opened& opened) {
    const catalog::SearchQuery query(typed);
    const auto hasErrors = [&query] {
        const auto errors = query.errors();
        for (const catalog::SearchError& error : errors)
            printError(QStringLiteral("--search, column %1: %2").arg(error.position + 1).arg(error.message));
        return !errors.empty();
    };
    if (hasErrors())
        return false;
    std::vector<std::vector<catalog::Issue>> issues(m_chosen.size());
    if (query.needsIssues())
        for (catalog::Issue& issue : catalog::checkAll(opened.catalog))
            issues[static_cast<std::size_t>(issue.episode.value)].push_back(std::move(issue));
    const catalog::SearchIndex index(opened.catalog, catalog::SearchIndex::Asks::Once);
    keep([&](catalog::EpisodeId id) {
        const bool isFound = index.matches(id, query, &issues[static_cast<std::size_t>(id.value)]);
        opened.catalog.episode(id).releaseDocuments();
        return isFound;
    });
    return !hasErrors(); // an expression may have been given up
}

int Selection::size() const {
    return static_cast<int>(std::count(m_chosen.begin(), m_chosen.end(), true));
}

bool Selection::chooseShows(const QStringList& options, const Opened& opened) {
    const QSet<QString> known = knownShows(opened);
    QSet<QString> wanted;
    for (const QString& option : options)
        for (const QString& name : option.split(QLatin1Char(','))) {
            if (!known.contains(name.trimmed()))
                return sayUnknownShow(name.trimmed(), known);
            wanted.insert(name.trimmed());
        }
    keep([&](catalog::EpisodeId id) {
        const catalog::Episode& episode = opened.catalog.episode(id);
        return wanted.contains(folderOf(episode)) || wanted.contains(episode.summary().show);
    });
    return true;
}

bool Selection::chooseFiles(const QStringList& paths, const Opened& opened) {
    QStringList wanted;
    for (const QString& path : paths) {
        const QFileInfo info(path);
        if (!info.exists() && !info.isSymLink()) {
            printError(QStringLiteral("%1 does not exist.").arg(path));
            return false;
        }
        wanted += QDir::cleanPath(info.absoluteFilePath());
    }
    keep([&](catalog::EpisodeId id) {
        const QString& path = opened.catalog.episode(id).path();
        return std::any_of(wanted.begin(), wanted.end(), [&](const QString& one) {
            return path == one || path.startsWith(one + QLatin1Char('/'));
        });
    });
    return true;
}

bool Selection::chooseChanged(const QString& revision, const Opened& opened) {
    const auto files = GitFiles::read(opened.catalog.root(), revision);
    if (!files) {
        printError(QString::fromStdString(files.error().message));
        return false;
    }
    keep([&](catalog::EpisodeId id) {
        const catalog::Episode& episode = opened.catalog.episode(id);
        return files->isChanged(episode.path(), episode.text());
    });
    return true;
}

} // namespace cli
