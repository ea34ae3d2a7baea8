// SPDX-License-Identifier: MIT
#pragma once

#include "cli/opening.h"

#include <QCommandLineParser>

#include <vector>

namespace cli {

/// Which of the opened episodes a command tells of or changes. The others are opened all the same:
/// duplicates, neighbours and habits are judged by the whole catalogue.
class Selection {
public:
    /// Adds `--show`, which may be given several times and take several shows, and `--search`.
    static void addShowOption(QCommandLineParser& parser);
    /// Adds `--only` and `--changed-since` beside it.
    static void addFileOptions(QCommandLineParser& parser);

    /// Whether any of these options is there; without one all episodes are chosen.
    static bool isAsked(const QCommandLineParser& parser);
    /// Reads the options; false, after saying so, where one names what does not exist.
    bool read(const QCommandLineParser& parser, const Opened& opened);

    bool holds(catalog::EpisodeId id) const { return m_chosen[static_cast<std::size_t>(id.value)]; }
    int size() const; ///< episodes

private:
    bool chooseShows(const QStringList& options, const Opened& opened);
    bool chooseFound(const QString& typed, const Opened& opened);
    bool chooseFiles(const QStringList& paths, const Opened& opened);
    bool chooseChanged(const QString& revision, const Opened& opened);
    template <typename Keep>
    void keep(const Keep& isKept);

    std::vector<bool> m_chosen; ///< by EpisodeId
};

} // namespace cli
