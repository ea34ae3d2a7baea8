// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/episodefiles.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <vector>

namespace catalog {

/// What an episode is to be called; what is absent stays as it is.
struct Renaming {
    EpisodeId id;
    std::optional<QString> number;
    std::optional<QString> padded;
    std::optional<QString> slug;
    std::optional<QString> fileName; ///< in the same folder
};

/// The names that go together: another number for the episode, and what follows from it today.
Renaming renumbered(const Catalog& catalog, EpisodeId id, const QString& number);
/// Several in sequence, each by `step` more, in the order given.
std::vector<Renaming> renumberedFrom(const Catalog& catalog, const std::vector<EpisodeId>& ids, qint64 first,
                                     qint64 step);
/// Those of inSequence() that have a number; a word for one says that it stands outside the sequence.
std::vector<EpisodeId> numbered(const Catalog& catalog, std::vector<EpisodeId> ids);
/// Those that can be read, by show, number and, where that is a word, file.
std::vector<EpisodeId> inSequence(const Catalog& catalog, std::vector<EpisodeId> ids);

/// New names for one or many episodes: what stands against them, and what is to be done. Names that others of
/// the plan give up are free.
class RenamePlan {
public:
    RenamePlan(const Catalog& catalog, std::vector<Renaming> renamings);

    const std::vector<Renaming>& renamings() const { return m_renamings; }
    /// A sentence for the first thing that stands against one; empty where it can be done.
    QString whyNot(const Renaming& renaming) const;
    /// The same for all; also where nothing would change.
    QString whyNot() const;

    /// The changes of the front matter; an episode without any is left out.
    format::Result<std::vector<Edit>> edits() const;
    std::vector<FileMove> moves() const;
    /// "0605.md to 0606.md", "3 episodes".
    QString name() const;

private:
    struct Taken {
        QHash<QString, EpisodeId> by; ///< the one that keeps the name, or else the first to get it
        QHash<QString, int> uses;     ///< by the plan
    };
    QString pathOf(const Renaming& renaming) const;
    void noteNames();
    QString whyNoNumber(const Renaming& renaming) const;
    QString whyNoSlug(const Renaming& renaming) const;
    QString whyNoFile(const Renaming& renaming) const;
    static QString keyOf(const Episode& episode, const QString& name);
    static void note(Taken& taken, const QString& key, EpisodeId id, bool isNew);

    const Catalog& m_catalog;
    std::vector<Renaming> m_renamings;
    Taken m_numbers, m_slugs, m_files;
    QSet<QString> m_left; ///< files that get another name
};

} // namespace catalog
