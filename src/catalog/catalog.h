// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/episode.h"
#include "catalog/policy.h"
#include "catalog/preparededit.h"
#include "catalog/registry.h"

#include <QHash>
#include <QObject>

#include <deque>
#include <vector>

namespace catalog {

/// Owns the episodes of one opened folder. apply() is the only door through which an episode's text changes.
class Catalog : public QObject {
    Q_OBJECT
public:
    explicit Catalog(QObject* parent = nullptr);

    /// Empties the catalogue for another folder.
    void clear();
    /// The opened folder (absolute); a single file's folder. Empty: nothing is open.
    const QString& root() const { return m_root; }
    void setRoot(const QString& root);
    Registry& registry() { return m_registry; }
    const Registry& registry() const { return m_registry; }
    void setRegistry(Registry registry);
    /// Another number after every setRegistry(): for what is kept of it.
    int registryVersion() const { return m_registryVersion; }
    const Policy& policy() const { return m_policy; }
    void setPolicy(Policy policy);
    /// Why nothing of this catalogue may be changed; empty: it may. Holds for episodes added from now on.
    const QString& readOnlyReason() const { return m_readOnlyReason; }
    void setReadOnly(const QString& reason) { m_readOnlyReason = reason; }
    int otherPages() const { return m_otherPages; }
    void addOtherPages(int count) { m_otherPages += count; }

    int size() const { return static_cast<int>(m_episodes.size()); }
    const Episode& episode(EpisodeId id) const { return m_episodes[static_cast<std::size_t>(id.value)]; }
    bool contains(EpisodeId id) const { return id.value >= 0 && id.value < size(); }
    EpisodeId idOfPath(const QString& absolutePath) const;
    std::vector<EpisodeId> changedEpisodes() const;
    /// Whether there are any; asked after every edit of thousands.
    bool hasChanges() const;
    /// The path as people see it: relative to the opened folder.
    QString relativePath(EpisodeId id) const;
    /// The path as the policy names it: relative to the folder where the policy lies.
    QString policyPath(EpisodeId id) const;

    /// Takes a batch from the loader; ids are given here.
    void add(std::vector<Episode> episodes);
    /// Applies an edit and returns its inverse; the result is parsed, and an edit whose result would be
    /// refused is an error that changes nothing.
    format::Result<Edit> apply(const Edit& edit);
    /// Takes one side of a prepared edit, which was parsed when it was made, as the episode's text.
    void exchange(EpisodeId id, const PreparedText& text);
    /// A change of thousands goes on in many turns: who follows each change at once does so behind it now.
    void setChangingMany(bool isChangingMany) { m_isChangingMany = isChangingMany; }
    bool isChangingMany() const { return m_isChangingMany; }
    /// A refused file is `text` from now on: its bytes, read by another table. The file stays as it is until
    /// it is saved. Fails where the text would be refused, too.
    format::Result<bool> readAs(EpisodeId id, const std::string& text);
    /// Takes readAs() back: the file is refused, as it was opened.
    void refuseAgain(EpisodeId id);
    /// The episode's present text is on the disk now.
    void markSaved(EpisodeId id, const std::string& text);
    /// Takes the disk's text as the episode's saved and present text (Revert to disk, take theirs).
    format::Result<Edit> reload(EpisodeId id, std::string bytes);
    /// Takes the disk's text as the episode's saved one and `text`, which brings it and the unsaved changes
    /// together, as the present one; returns the edit that leads back to the text before. An error changes
    /// nothing: `text` would be refused.
    format::Result<Edit> rebase(EpisodeId id, std::string disk, const std::string& text);

    /// The file was read anew and nothing of the episode is unsaved: `episode` takes its place (a file that
    /// cannot be opened any more, or one that came back).
    void replace(EpisodeId id, Episode episode);
    /// The file is no longer there: the episode leaves all lists. Only for episodes without unsaved changes.
    void forget(EpisodeId id);
    /// The file has another name now.
    void setPath(EpisodeId id, const QString& absolutePath) { setPaths({{id, absolutePath}}); }
    /// The same for several, whose names may have gone on from one to the next, or round.
    struct NewPath {
        EpisodeId id;
        QString path; ///< absolute
    };
    void setPaths(const std::vector<NewPath>& paths);
    /// Episodes that are there, without those whose files went.
    int count() const { return size() - m_gone; }

signals:
    void cleared();
    void episodesAdded(int first, int count);   ///< ids first … first + count - 1
    void episodeChanged(catalog::EpisodeId id); ///< text, saved state or read-only state
    /// `after` is on the disk now, written by this program in the place of `before`.
    void episodeSaved(catalog::EpisodeId id, const std::string& before, const std::string& after);
    /// Another program's text was taken as the saved one; `before` is what was taken to be on the disk.
    void diskChanged(catalog::EpisodeId id, const std::string& before, const std::string& after);
    /// Files have other names, all of these at once; `path` is the former one. episodeChanged follows.
    void pathsChanged(const std::vector<catalog::Catalog::NewPath>& former);
    void presenceChanged(catalog::EpisodeId id); ///< its file went, or came back
    void registryChanged();
    void policyChanged();

private:
    QString m_root;
    QString m_readOnlyReason;
    Registry m_registry;
    Policy m_policy;
    bool m_isChangingMany = false;
    std::deque<Episode> m_episodes;
    QHash<QString, EpisodeId> m_byPath;
    int m_registryVersion = 0;
    int m_otherPages = 0;
    int m_gone = 0;
    mutable EpisodeId m_lastChanged; ///< the one that hasChanges() found
};

} // namespace catalog

Q_DECLARE_METATYPE(catalog::EpisodeId)
