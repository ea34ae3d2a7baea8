// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/newepisode.h"
#include "catalog/usualvalues.h"

#include <QHash>
#include <QList>

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
    /// Makes a copy of this instead of going on from the show's last one: of an episode, of a template.
    void copyFrom(Episode::DocumentPtr source);
    /// The enclosure's address in the pattern of the last ones; empty where they have none.
    QString usualAddress() const;

    QString path() const;         ///< absolute; empty where there is no name
    QString relativePath() const; ///< to the opened folder
    /// A sentence for the first thing that is missing or wrong; empty where it can be made.
    QString whyNot() const;
    format::Result<std::string> text() const;

private:
    Predecessors predecessors() const;
    void takeUsual(const QStringList& dates);
    QString whyNoNumber() const;
    QString whyNoSlug() const;
    QString whyNoFile() const;
    bool isNamedByFolder() const;

    const Catalog& m_catalog;
    QString m_show;
    QList<EpisodeId> m_episodes;         ///< shared by the plans of a feed's items, as the two below
    QHash<QString, EpisodeId> m_numbers; ///< padded ones
    QHash<QString, EpisodeId> m_slugs;   ///< in lower case, as sites publish them
    Episode::DocumentPtr m_source;       ///< what is copied; none: the last one is gone on from
    Episode::DocumentPtr m_last;         ///< none: no episode of the show can be read
    QString m_lastPath;
};

} // namespace catalog
