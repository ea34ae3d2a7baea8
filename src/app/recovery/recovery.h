// SPDX-License-Identifier: MIT
#pragma once

#include "app/recovery/losttext.h"
#include "catalog/recoveryjournal.h"
#include "catalog/statefolder.h"
#include "models/editsession.h"

#include <QObject>
#include <QPointer>

#include <optional>
#include <vector>

namespace app {

class NoticeBar;
class RecoveryDialog;

/// Keeps a window's unsaved work in the journal, offers what earlier windows left, and lets one window alone
/// write to a site.
class Recovery : public QObject {
    Q_OBJECT
public:
    /// `stateRoot` is where journals live; windows that share it know of each other.
    Recovery(models::EditSession& session, NoticeBar& notices, QWidget& window, const QString& stateRoot);

    /// A folder is being opened: before its episodes are added.
    void enter(const QString& openedFolder);
    /// All its episodes are there.
    void offerLost();
    /// Texts from elsewhere (leftovers of interrupted saves) that are to be offered, too; before offerLost().
    /// `discard` is called with those that are restored or discarded.
    using Discard = std::function<void(const std::vector<LostText>&)>;
    void addLost(std::vector<LostText> lost, Discard discard);
    /// The user left the catalogue: everything unsaved was saved or let go.
    void leave();
    /// What was unsaved of the episode was given up, though its file is gone.
    void drop(catalog::EpisodeId id);

    bool isReadOnly() const { return m_lock.state() == catalog::WindowLock::State::Theirs; }
    /// Where this site's state lies; empty: nothing is open, or another window has it.
    QString stateFolder() const { return m_journal.isOpen() ? m_folder : QString(); }
    /// A path of this site that is the same whatever part of it is open; and back.
    QString sitePath(catalog::EpisodeId id) const;
    QString sitePath(const QString& absolutePath) const;
    catalog::EpisodeId episodeAt(const QString& sitePath) const;

signals:
    void tryAgainRequested();
    void message(const QString& text);
    /// A restored text and its file, which was changed since, say different things in the same places.
    void conflictsFound(catalog::EpisodeId id, const std::string& openBase);

private:
    void follow(catalog::EpisodeId id);
    void followPaths(const std::vector<catalog::Catalog::NewPath>& former);
    void take(const std::vector<catalog::UnsavedText>& left);
    bool restore(const std::vector<LostText>& chosen);
    bool discard(const std::vector<LostText>& chosen);
    void forget(const std::vector<LostText>& chosen);
    void showReadOnly();
    void showFailure(const QString& why);

    models::EditSession& m_session;
    NoticeBar& m_notices;
    QWidget& m_window;
    QString m_stateRoot;
    QString m_folder; ///< of this site's state
    QString m_site;   ///< without links
    QString m_root;   ///< the opened folder, without links
    catalog::WindowLock m_lock;
    catalog::RecoveryJournal m_journal;
    std::optional<std::vector<catalog::UnsavedText>> m_left; ///< none: not read yet
    std::vector<LostText> m_others;
    Discard m_discardOthers;
    bool m_isLoaded = false;
    QPointer<RecoveryDialog> m_dialog;
};

} // namespace app
