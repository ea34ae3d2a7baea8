// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/newepisode.h"

#include <QHash>

namespace catalog {

/// A show's readable episodes, the newest first; those without a date last.
std::vector<EpisodeId> newestFirst(const Catalog& catalog, const QString& show);

/// A new episode of a show: what it goes on from, where its file will be, and why it cannot be made.
class NewEpisodePlan {
public:
    NewEpisodePlan(const Catalog& catalog, QString show);

    const QString& show() const { return m_show; }
    NewEpisode episode; ///< as suggested, until it is changed
    void setNumber(const QString& number);

    QString path() const;         ///< absolute; empty where there is no name
    QString relativePath() const; ///< to the opened folder
    /// A sentence for the first thing that is missing or wrong; empty where it can be made.
    QString whyNot() const;
    format::Result<std::string> text() const;

private:
    QString whyNoNumber() const;
    QString whyNoFile() const;
    bool isNamedByFolder() const;

    const Catalog& m_catalog;
    QString m_show;
    std::vector<EpisodeId> m_episodes;
    QHash<QString, EpisodeId> m_numbers; ///< padded ones
    Episode::DocumentPtr m_last;         ///< none: no episode of the show can be read
    QString m_lastPath;
};

} // namespace catalog
