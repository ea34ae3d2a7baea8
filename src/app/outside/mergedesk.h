// SPDX-License-Identifier: MIT
#pragma once

#include "format/merge.h"
#include "models/editsession.h"

#include <QHash>
#include <QObject>

#include <optional>
#include <vector>

namespace app {

/// Brings other programs' changes into the catalogue, and remembers what both changed until somebody has
/// decided. Until then the text holds mine.
class MergeDesk : public QObject {
    Q_OBJECT
public:
    explicit MergeDesk(models::EditSession& session, QObject* parent = nullptr);

    struct Disk {
        catalog::EpisodeId id;
        std::string text;
    };
    struct Taken {
        catalog::EpisodeId id;
        bool wasChanged = false; ///< it was merged; else it was read again
        format::Merge merge;
        QString problem; ///< why nothing was taken; else empty
    };
    /// Takes them all as one undo step.
    std::vector<Taken> take(const std::vector<Disk>& files);

    /// Remembers what is open after a merge that was made elsewhere: its openBase.
    void remember(catalog::EpisodeId id, const std::string& openBase);

    /// The open conflicts of an episode, as they are now: those that editing settled are gone.
    std::optional<format::Merge> conflictsOf(catalog::EpisodeId id) const;
    std::vector<catalog::EpisodeId> conflicted() const;
    /// What the text would be.
    std::string preview(catalog::EpisodeId id, const std::vector<format::MergeChoice>& choices) const;
    /// Decides all conflicts of an episode; one undo step.
    bool decide(catalog::EpisodeId id, const std::vector<format::MergeChoice>& choices);

signals:
    void conflictsChanged();

private:
    struct Open {
        std::string base;
        std::optional<std::string> decidedFrom; ///< the text before it was decided; undone, it is open again
    };
    const Open* openOf(catalog::EpisodeId id) const;

    models::EditSession& m_session;
    QHash<catalog::EpisodeId, Open> m_open;
};

/// A conflict's place in words: "Title", "Show notes".
QString placeOf(const format::MergeConflict& conflict);
/// What another program changed, in words: "Title, 2 links".
QString wordsFor(const std::vector<format::MergedChange>& taken);

} // namespace app
