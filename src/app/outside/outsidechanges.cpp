// SPDX-License-Identifier: MIT
#include "app/outside/outsidechanges.h"

#include "app/outside/conflictdialog.h"
#include "app/widgets/noticebar.h"
#include "catalog/episodestore.h"

#include <QDir>
#include <QEvent>
#include <QWidget>

#include <algorithm>

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
    connect(&session.catalog(), &catalog::Catalog::cleared, this, [this] { m_log.clear(); });
    window->installEventFilter(this);
}

bool OutsideChanges::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::WindowActivate)
        m_watcher.lookSoon();
    return QObject::eventFilter(watched, event);
}

void OutsideChanges::take(const DiskAnswer& answer) {
    m_commit();
    m_said.clear();
    takeRenamed(answer);
    takeChanged(answer);
    takeMissing(answer.missing);
    takeAdded(answer.added);
    takeSite(answer);
    sayGit(answer.git);
    if (!m_said.isEmpty())
        emit message(m_said.join(QLatin1Char(' ')));
}

void OutsideChanges::takeRenamed(const DiskAnswer& answer) {
    int count = 0;
    for (const DiskAnswer::Changed& change : answer.changed) {
        if (change.newPath.isEmpty())
            continue;
        const QString before = name(change.id);
        m_session.catalog().setPath(change.id, change.newPath);
        log(before, tr("is called %1 now").arg(name(change.id)));
        ++count;
    }
    if (count > 0)
        m_said += tr("%n episode(s) were renamed by another program.", nullptr, count);
}

void OutsideChanges::takeChanged(const DiskAnswer& answer) {
    std::vector<MergeDesk::Disk> files;
    for (const DiskAnswer::Changed& change : answer.changed) {
        if (!change.problem.isEmpty())
            takeBroken(change);
        else if (change.bytes != m_session.catalog().episode(change.id).savedText())
            files.push_back({change.id, change.bytes});
        if (change.problem.isEmpty())
            m_notices.withdraw(QStringLiteral("brokenNotice%1").arg(change.id.value));
    }
    if (files.empty())
        return;
    const auto all = m_desk.take(files);
    std::vector<MergeDesk::Taken> merged;
    int quiet = 0;
    for (const MergeDesk::Taken& taken : all) {
        if (!taken.problem.isEmpty())
            continue;
        log(name(taken.id),
            taken.wasChanged ? tr("was merged: %1").arg(wordsFor(taken.merge.taken)) : tr("was read again"));
        if (taken.wasChanged && !taken.merge.taken.empty())
            merged.push_back(taken);
        else if (!taken.wasChanged)
            ++quiet;
    }
    if (quiet > 0)
        m_said += tr("%n episode(s) were changed by another program.", nullptr, quiet);
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

void OutsideChanges::takeMissing(const std::vector<EpisodeId>& missing) {
    int count = 0;
    for (const EpisodeId id : missing) {
        log(name(id), tr("was deleted"));
        if (m_session.catalog().episode(id).isChanged()) {
            sayDeleted(id);
            continue;
        }
        m_session.catalog().forget(id);
        ++count;
    }
    if (count > 0)
        m_said += tr("%n episode(s) were deleted by another program.", nullptr, count);
}

void OutsideChanges::takeAdded(const std::vector<catalog::Episode>& added) {
    catalog::Catalog& catalog = m_session.catalog();
    std::vector<catalog::Episode> fresh;
    for (const catalog::Episode& episode : added) {
        EpisodeId gone;
        for (int i = 0; i < catalog.size() && !gone.isValid(); ++i)
            if (catalog.episode({i}).isGone() && catalog.episode({i}).path() == episode.path())
                gone = {i};
        if (gone.isValid())
            catalog.replace(gone, episode);
        else
            fresh.push_back(episode);
        log(QDir(catalog.root()).relativeFilePath(episode.path()), tr("is new"));
    }
    if (!fresh.empty())
        catalog.add(std::move(fresh));
    if (!added.empty())
        m_said += tr("%n new episode(s) found.", nullptr, static_cast<int>(added.size()));
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
