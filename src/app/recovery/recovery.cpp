// SPDX-License-Identifier: MIT
#include "app/recovery/recovery.h"

#include "app/recovery/recoverydialog.h"
#include "app/widgets/noticebar.h"
#include "format/merge.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace app {

using catalog::EpisodeId;
using State = catalog::WindowLock::State;

Recovery::Recovery(models::EditSession& session, NoticeBar& notices, QWidget& window,
                   const QString& stateRoot)
    : QObject(&window)
    , m_session(session)
    , m_notices(notices)
    , m_window(window)
    , m_stateRoot(stateRoot) {
    connect(&m_session.catalog(), &catalog::Catalog::episodeChanged, this, &Recovery::follow);
    connect(&m_session.catalog(), &catalog::Catalog::pathsChanged, this, &Recovery::followPaths);
    connect(&m_session.catalog(), &catalog::Catalog::cleared, this, &Recovery::leave);
    connect(&m_journal, &catalog::RecoveryJournal::found, this, &Recovery::take);
    connect(&m_journal, &catalog::RecoveryJournal::failed, this, &Recovery::showFailure);
    connect(&m_journal, &catalog::RecoveryJournal::works, this,
            [this] { m_notices.withdraw(QStringLiteral("journalNotice")); });
}

void Recovery::enter(const QString& openedFolder) {
    leave();
    const QFileInfo opened(openedFolder);
    m_site = catalog::siteOf(openedFolder);
    m_root = opened.canonicalFilePath();
    m_folder = catalog::stateFolderOf(m_stateRoot, m_site);
    if (m_lock.take(m_folder) == State::Theirs)
        return showReadOnly();
    m_journal.open(m_folder); // where there can be no lock there can be no journal: it says so
}

void Recovery::leave() {
    if (m_dialog)
        m_dialog->reject();
    m_journal.dropAll();
    m_journal.close();
    m_lock.release();
    m_left.reset();
    m_others.clear();
    m_isLoaded = false;
    for (const char* key : {"journalNotice", "readOnlyNotice"})
        m_notices.withdraw(QLatin1String(key));
}

QString Recovery::sitePath(EpisodeId id) const {
    return sitePath(m_session.catalog().episode(id).path());
}

QString Recovery::sitePath(const QString& absolutePath) const {
    const QString inRoot = QDir(m_session.catalog().root()).relativeFilePath(absolutePath);
    return QDir(m_site).relativeFilePath(m_root + QLatin1Char('/') + inRoot);
}

EpisodeId Recovery::episodeAt(const QString& sitePath) const {
    const QString inRoot = QDir(m_root).relativeFilePath(m_site + QLatin1Char('/') + sitePath);
    return m_session.catalog().idOfPath(m_session.catalog().root() + QLatin1Char('/') + inRoot);
}

void Recovery::follow(EpisodeId id) {
    if (!m_journal.isOpen())
        return;
    const catalog::Episode& episode = m_session.catalog().episode(id);
    if (episode.isGone())
        return; // what was unsaved of it is kept for Undo, and until the catalogue is closed
    if (episode.isChanged())
        m_journal.put(sitePath(id), episode.sharedText(), episode.sharedSavedText());
    else
        m_journal.drop(sitePath(id));
}

void Recovery::drop(EpisodeId id) {
    if (m_journal.isOpen())
        m_journal.drop(sitePath(id));
}

/// The texts are kept under their new names before the old ones go.
void Recovery::followPaths(const std::vector<catalog::Catalog::NewPath>& former) {
    const catalog::Catalog& catalog = m_session.catalog();
    for (const auto& [id, path] : former)
        if (catalog.episode(id).isChanged())
            follow(id);
    for (const auto& [id, path] : former)
        if (const EpisodeId now = catalog.idOfPath(path);
            m_journal.isOpen() && (!now.isValid() || !catalog.episode(now).isChanged()))
            m_journal.drop(sitePath(path));
}

void Recovery::take(const std::vector<catalog::UnsavedText>& left) {
    m_left = left;
    if (m_isLoaded)
        offerLost();
}

void Recovery::addLost(std::vector<LostText> lost, Discard discard) {
    m_others = std::move(lost);
    m_discardOthers = std::move(discard);
}

void Recovery::offerLost() {
    m_isLoaded = true;
    if (!m_left || m_dialog || !m_journal.isOpen())
        return; // read in a moment; or not ours to give
    std::vector<LostText> lost = m_others;
    for (const catalog::UnsavedText& left : *m_left) {
        const QString path = m_site + QLatin1Char('/') + left.path;
        if (!path.startsWith(m_root + QLatin1Char('/')))
            continue; // of a part of the site that is not open
        const EpisodeId id = episodeAt(left.path);
        if (!id.isValid() && QFileInfo::exists(path))
            continue; // not loaded this time
        if (id.isValid() && m_session.catalog().episode(id).savedText() == left.text)
            m_journal.forget(left.key); // it was saved after all
        else
            lost.push_back({id, QDir(m_root).relativeFilePath(path), left.text, left.when,
                            LostText::Origin::Window, left.base, left.key});
    }
    if (lost.empty())
        return;
    m_dialog = new RecoveryDialog(m_session.catalog(), std::move(lost),
                                  {[this](const auto& chosen) { return restore(chosen); },
                                   [this](const auto& chosen) { return discard(chosen); }},
                                  &m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->open();
}

namespace {

/// The lost edits in the file as it is now: both sides' changes are in the text. Mine alone where it is not
/// known what they were made to, or the file is not as it was opened.
format::Merge broughtTogether(const catalog::Episode& episode, const LostText& lost) {
    if (lost.base && *lost.base != episode.savedText() && !episode.isChanged())
        return format::mergeTexts(*lost.base, lost.text, episode.savedText());
    format::Merge mine;
    mine.text = lost.text;
    return mine;
}

} // namespace

bool Recovery::restore(const std::vector<LostText>& chosen) {
    std::vector<catalog::Edit> edits;
    std::vector<std::pair<EpisodeId, std::string>> conflicts;
    bool isDone = true;
    for (const LostText& lost : chosen) {
        const catalog::Episode& episode = m_session.catalog().episode(lost.episode);
        if (episode.isRefused()) { // it was read by another table
            isDone = m_session.readAs(lost.episode, lost.text) && isDone;
            continue;
        }
        const format::Merge merge = broughtTogether(episode, lost);
        edits.push_back({lost.episode, format::differenceOf(episode.text(), merge.text)});
        if (!merge.conflicts.empty())
            conflicts.emplace_back(lost.episode, merge.openBase);
    }
    const auto count = static_cast<int>(chosen.size());
    isDone = m_session.apply(edits, tr("Restore %n Unsaved Text(s)", nullptr, count)) && isDone;
    if (!isDone)
        return false;
    for (const auto& [id, openBase] : conflicts)
        emit conflictsFound(id, openBase);
    forget(chosen); // the journal writes the new records before it removes these
    emit message(tr("%n text(s) restored, unsaved.", nullptr, count));
    return true;
}

bool Recovery::discard(const std::vector<LostText>& chosen) {
    forget(chosen);
    return true;
}

void Recovery::forget(const std::vector<LostText>& chosen) {
    std::vector<LostText> others;
    for (const LostText& lost : chosen) {
        if (lost.origin == LostText::Origin::Save)
            others.push_back(lost);
        else
            m_journal.forget(lost.key);
    }
    if (!others.empty() && m_discardOthers)
        m_discardOthers(others);
}

void Recovery::showReadOnly() {
    const QString why =
        tr("%1 is open in another window (%2)").arg(QDir::toNativeSeparators(m_site), m_lock.holder());
    m_session.catalog().setReadOnly(why + QLatin1Char('.'));
    m_notices.show(
        {QStringLiteral("readOnlyNotice"),
         Notice::Kind::Warning,
         tr("%1. This window is read-only, so that the two do not write over each other.").arg(why),
         {{tr("&Try Again"), [this] { emit tryAgainRequested(); }}},
         false});
}

void Recovery::showFailure(const QString& why) {
    m_notices.show({QStringLiteral("journalNotice"),
                    Notice::Kind::Warning,
                    tr("Unsaved changes cannot be kept safe for now: a crash or a power cut would lose them. "
                       "Saving still works; save often. %1")
                        .arg(why),
                    {},
                    false});
}

} // namespace app
