// SPDX-License-Identifier: MIT
#include "app/outside/outsidechanges.h"

#include "app/outside/conflictdialog.h"
#include "app/widgets/noticebar.h"
#include "catalog/episodestore.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QEvent>
#include <QWidget>

#include <algorithm>
#include <utility>

namespace app {

using catalog::DiskAnswer;
using catalog::EpisodeId;

OutsideChanges::OutsideChanges(models::EditSession& session, NoticeBar& notices, QWidget* window)
    : QObject(window)
    , m_session(session)
    , m_notices(notices)
    , m_window(window)
    , m_watcher(session.catalog())
    , m_desk(session) {
    connect(&m_watcher, &catalog::FolderWatcher::found, this, &OutsideChanges::take);
    connect(&m_watcher, &catalog::FolderWatcher::cannotWatch, this, &OutsideChanges::sayUnwatched);
    connect(&m_desk, &MergeDesk::conflictsChanged, this, &OutsideChanges::sayConflicts);
    connect(&session.catalog(), &catalog::Catalog::cleared, this, [this] {
        m_log.clear();
        m_waiting.clear();
        m_slices.stop();
    });
    m_slices.setSingleShot(true);
    connect(&m_slices, &QTimer::timeout, this, [this] {
        constexpr qint64 slice = 15; // milliseconds: what the eye forgives
        takeSome(QDeadlineTimer(slice));
    });
    window->installEventFilter(this);
}

bool OutsideChanges::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::WindowActivate)
        m_watcher.lookSoon();
    return QObject::eventFilter(watched, event);
}

void OutsideChanges::take(const DiskAnswer& found) {
    constexpr std::size_t atOnce = 8; // files that nobody notices
    const auto answer = std::make_shared<const DiskAnswer>(found);
    std::vector<const DiskAnswer::Changed*> mine; // brought together in one step
    for (const DiskAnswer::Changed& change : answer->changed) {
        if (!change.newPath.isEmpty())
            m_waiting.push_back([this, answer, &change] { takeRenamed(change); });
        const catalog::Episode& episode = m_session.catalog().episode(change.id);
        if (episode.isChanged() || m_session.hasSteps(change.id))
            mine.push_back(&change);
        else
            m_waiting.push_back([this, answer, &change] { takeChanged({&change}); });
    }
    if (!mine.empty())
        m_waiting.push_back([this, answer, mine] { takeChanged(mine); });
    for (const EpisodeId id : answer->missing)
        m_waiting.push_back([this, id] { takeMissing(id); });
    m_waiting.push_back([this, answer] {
        takeAdded(answer->added);
        takeSite(*answer);
        sayGit(answer->git);
    });
    if (m_waiting.size() > atOnce)
        return m_slices.start();
    takeSome(QDeadlineTimer(QDeadlineTimer::Forever));
}

void OutsideChanges::takeSome(QDeadlineTimer until) {
    m_commit();
    while (!m_waiting.empty() && !until.hasExpired()) {
        const auto next = std::move(m_waiting.front());
        m_waiting.pop_front();
        next();
    }
    if (!m_waiting.empty())
        return m_slices.start();
    m_slices.stop();
    sayTaken();
}

void OutsideChanges::sayTaken() {
    const Counts counts = std::exchange(m_counts, {});
    QStringList said;
    if (counts.renamed > 0)
        said += tr("%n episode(s) were renamed by another program.", nullptr, counts.renamed);
    if (counts.changed > 0)
        said += tr("%n episode(s) were changed by another program.", nullptr, counts.changed);
    if (counts.missing > 0)
        said += tr("%n episode(s) were deleted by another program.", nullptr, counts.missing);
    said += std::exchange(m_said, {});
    if (!said.isEmpty())
        emit message(said.join(QLatin1Char(' ')));
}

void OutsideChanges::takeRenamed(const DiskAnswer::Changed& change) {
    const QString before = name(change.id);
    m_session.catalog().setPath(change.id, change.newPath);
    log(before, tr("is called %1 now").arg(name(change.id)));
    ++m_counts.renamed;
}

void OutsideChanges::takeChanged(const std::vector<const DiskAnswer::Changed*>& changes) {
    std::vector<MergeDesk::Disk> files;
    for (const DiskAnswer::Changed* change : changes) {
        const catalog::Episode& episode = m_session.catalog().episode(change->id);
        if (episode.sharedSavedText() != change->saved)
            continue; // saved meanwhile, which compared with the disk itself
        if (!change->problem.isEmpty())
            takeBroken(*change);
        else if (change->bytes != episode.savedText())
            files.push_back({change->id, change->bytes});
        if (change->problem.isEmpty())
            m_notices.withdraw(QStringLiteral("brokenNotice%1").arg(change->id.value));
    }
    if (files.empty())
        return;
    std::vector<MergeDesk::Taken> merged;
    for (const MergeDesk::Taken& taken : m_desk.take(files)) {
        if (!taken.problem.isEmpty())
            continue;
        log(name(taken.id),
            taken.wasChanged ? tr("was merged: %1").arg(wordsFor(taken.merge.taken)) : tr("was read again"));
        if (taken.wasChanged && !taken.merge.taken.empty())
            merged.push_back(taken);
        else if (!taken.wasChanged)
            ++m_counts.changed;
    }
    sayMerged(merged);
}

/// A file that cannot be opened as it is: nothing of it is taken over unsaved work.
void OutsideChanges::takeBroken(const DiskAnswer::Changed& change) {
    const catalog::Episode& episode = m_session.catalog().episode(change.id);
    log(name(change.id), tr("cannot be opened: %1").arg(change.problem));
    if (!episode.isChanged() && !m_session.hasSteps(change.id)) {
        m_said += tr("%1 cannot be opened any more: %2.").arg(name(change.id), change.problem);
        m_session.catalog().replace(change.id, {change.id, episode.path(), change.bytes, change.problem});
        return;
    }
    m_notices.show(
        {QStringLiteral("brokenNotice%1").arg(change.id.value),
         Notice::Kind::Warning,
         tr("Another program changed %1, and the file cannot be opened as it is now: %2. Your version "
            "stays here; it is not written over the file.")
             .arg(name(change.id), change.problem),
         {{tr("&Show"), [this, id = change.id] { emit showRequested(id); }}}});
}

void OutsideChanges::takeMissing(EpisodeId id) {
    log(name(id), tr("was deleted"));
    if (m_session.catalog().episode(id).isChanged())
        return sayDeleted(id);
    m_session.catalog().forget(id);
    ++m_counts.missing;
}

EpisodeId OutsideChanges::goneAt(const QString& path) const {
    const catalog::Catalog& catalog = m_session.catalog();
    for (int i = 0; i < catalog.size() && catalog.count() < catalog.size(); ++i)
        if (catalog.episode({i}).isGone() && catalog.episode({i}).path() == path)
            return {i};
    return {};
}

std::vector<EpisodeId> OutsideChanges::takeCreated(const std::vector<catalog::Episode>& created) {
    catalog::Catalog& catalog = m_session.catalog();
    std::vector<catalog::Episode> fresh;
    for (const catalog::Episode& episode : created) {
        if (const EpisodeId gone = goneAt(episode.path()); gone.isValid())
            catalog.replace(gone, episode);
        else if (!catalog.idOfPath(episode.path()).isValid()) // not seen by the watcher yet
            fresh.push_back(episode);
    }
    if (!fresh.empty())
        catalog.add(std::move(fresh));
    std::vector<EpisodeId> ids;
    for (const catalog::Episode& episode : created)
        if (const EpisodeId id = catalog.idOfPath(episode.path()); id.isValid())
            ids.push_back(id);
    return ids;
}

void OutsideChanges::takeAdded(const std::vector<catalog::Episode>& added) {
    catalog::Catalog& catalog = m_session.catalog();
    std::vector<catalog::Episode> fresh;
    int count = 0;
    for (const catalog::Episode& episode : added) {
        const EpisodeId gone = goneAt(episode.path());
        if (gone.isValid())
            catalog.replace(gone, episode);
        else if (catalog.idOfPath(episode.path()).isValid())
            continue; // taken by takeCreated() while the disk was looked at
        else
            fresh.push_back(episode);
        ++count;
        log(QDir(catalog.root()).relativeFilePath(episode.path()), tr("is new"));
    }
    if (!fresh.empty())
        catalog.add(std::move(fresh));
    if (count > 0)
        m_said += tr("%n new episode(s) found.", nullptr, count);
}

void OutsideChanges::takeSite(const DiskAnswer& answer) {
    if (answer.registry)
        m_session.catalog().setRegistry(*answer.registry);
    if (!answer.isPolicyChanged)
        return;
    QString error;
    auto policy = catalog::readPolicy(m_session.catalog().root(), &error);
    if (error.isEmpty())
        m_session.catalog().setPolicy(std::move(policy));
    else
        m_said += error;
}

bool OutsideChanges::resolve(EpisodeId id) {
    const auto merge = m_desk.conflictsOf(id);
    if (!merge)
        return true;
    const std::string disk = m_session.catalog().episode(id).savedText();
    ConflictDialog dialog(
        name(id), *merge, disk,
        [this, id](const std::vector<format::MergeChoice>& choices) { return m_desk.preview(id, choices); },
        m_window);
    if (dialog.exec() != QDialog::Accepted)
        return false;
    if (dialog.keepsCopy()) {
        const catalog::Episode& episode = m_session.catalog().episode(id);
        const auto copy = catalog::saveCopyBeside(episode.path(), episode.text());
        emit message(copy.error.isEmpty() ? tr("Your version is in %1.").arg(copy.path)
                                          : tr("The copy could not be written: %1").arg(copy.error));
        if (!copy.error.isEmpty())
            return false;
    }
    return m_desk.decide(id, dialog.choices());
}

QString OutsideChanges::bringTogether(EpisodeId id, const std::string& disk) {
    const auto all = m_desk.take({{id, disk}});
    if (!all.front().problem.isEmpty())
        return tr("Another program changed the file, and it cannot be opened as it is now: %1")
            .arg(all.front().problem);
    log(name(id), tr("was merged: %1").arg(wordsFor(all.front().merge.taken)));
    if (!all.front().merge.taken.empty())
        sayMerged(all);
    return mayWrite(id) ? QString()
                        : tr("Another program changed the same places; your version is still here, unsaved.");
}

QString OutsideChanges::saveAnew(EpisodeId id) {
    const catalog::Episode& episode = m_session.catalog().episode(id);
    const std::string text = episode.text();
    if (QString error = catalog::createFile(episode.path(), text); !error.isEmpty())
        return error;
    m_session.catalog().markSaved(id, text);
    m_notices.withdraw(QStringLiteral("deletedNotice%1").arg(id.value));
    return {};
}

} // namespace app
