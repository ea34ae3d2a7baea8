// SPDX-License-Identifier: MIT
#include "app/recovery/overwritenotices.h"

#include "app/recovery/overwritesdialog.h"
#include "app/recovery/recovery.h"
#include "app/widgets/noticebar.h"

#include <QSet>

#include <algorithm>

namespace app {

using catalog::EpisodeId;
using catalog::Overwrite;

namespace {

constexpr int gatherMilliseconds = 200;
const QString undoneKey = QStringLiteral("overwriteNotice");
const QString alarmKey = QStringLiteral("identityNotice");

bool isSamePlace(const Overwrite& a, const Overwrite& b) {
    return a.path == b.path && a.place == b.place;
}

QSet<QString> pathsOf(const std::vector<Overwrite>& overwrites) {
    QSet<QString> paths;
    for (const Overwrite& overwrite : overwrites)
        paths.insert(overwrite.path);
    return paths;
}

QString placesOf(const std::vector<Overwrite>& overwrites) {
    constexpr qsizetype shown = 4;
    QStringList names;
    for (const Overwrite& overwrite : overwrites)
        names += catalog::placeName(overwrite.place);
    return names.mid(0, shown).join(QStringLiteral(", ")) +
           (names.size() > shown ? QStringLiteral(", …") : QString());
}

} // namespace

OverwriteNotices::OverwriteNotices(models::EditSession& session, NoticeBar& notices, Recovery& recovery,
                                   QWidget& window)
    : QObject(&window)
    , m_session(session)
    , m_notices(notices)
    , m_recovery(recovery)
    , m_window(window) {
    m_gather.setSingleShot(true);
    m_gather.setInterval(gatherMilliseconds);
    connect(&m_gather, &QTimer::timeout, this, &OverwriteNotices::refresh);
    const catalog::Catalog& all = m_session.catalog();
    connect(&all, &catalog::Catalog::cleared, this, &OverwriteNotices::leave);
    connect(&all, &catalog::Catalog::diskChanged, this, &OverwriteNotices::noteChange);
    connect(&all, &catalog::Catalog::episodeSaved, this,
            [this](EpisodeId id, const std::string& before, const std::string& after) {
                m_guard.noteSaved(m_recovery.sitePath(id), before, after);
                if (!m_found.empty())
                    m_gather.start();
            });
    connect(&all, &catalog::Catalog::pathsChanged, this, &OverwriteNotices::followPaths);
    connect(&m_guard, &catalog::OverwriteGuard::ready, this, [this] {
        m_isReady = true;
        if (m_isLoaded)
            checkAll();
    });
}

void OverwriteNotices::enter() {
    leave();
    if (!m_recovery.stateFolder().isEmpty())
        m_guard.open(m_recovery.stateFolder());
}

void OverwriteNotices::leave() {
    m_guard.close();
    m_found.clear();
    m_gather.stop();
    m_isReady = m_isLoaded = false;
    m_notices.withdraw(undoneKey);
    m_notices.withdraw(alarmKey);
}

void OverwriteNotices::checkAll() {
    m_isLoaded = true;
    if (!m_isReady)
        return; // the history is read in a moment
    for (const QString& path : m_guard.paths())
        if (const EpisodeId id = m_recovery.episodeAt(path); id.isValid())
            add(m_guard.check(path, m_session.catalog().episode(id).savedText()));
}

void OverwriteNotices::noteChange(EpisodeId id, const std::string& before, const std::string& after) {
    if (!m_recovery.isReadOnly())
        add(m_guard.noteChange(m_recovery.sitePath(id), before, after));
}

void OverwriteNotices::followPaths(const std::vector<catalog::Catalog::NewPath>& former) {
    QHash<QString, QString> names;
    for (const auto& [id, path] : former)
        names.insert(m_recovery.sitePath(path), m_recovery.sitePath(id));
    if (!m_recovery.isReadOnly())
        m_guard.rename(names);
    for (Overwrite& one : m_found)
        one.path = names.value(one.path, one.path);
}

void OverwriteNotices::add(const Overwrites& found) {
    if (!found.empty() || !m_found.empty())
        m_gather.start();
    for (const Overwrite& one : found) {
        const auto known = std::find_if(m_found.begin(), m_found.end(),
                                        [&](const Overwrite& other) { return isSamePlace(one, other); });
        if (known == m_found.end())
            m_found.push_back(one);
        else
            known->theirs = one.theirs; // mine is what it was before any of them
    }
}

/// What is still as the other program left it: the file may be right again, or the user at it already.
OverwriteNotices::Overwrites OverwriteNotices::standing(bool isAlarm) const {
    Overwrites found;
    for (const Overwrite& one : m_found) {
        const EpisodeId id = m_recovery.episodeAt(one.path);
        const auto document = id.isValid() ? m_session.catalog().episode(id).document() : nullptr;
        if (!document || catalog::isIdentity(one.place) != isAlarm)
            continue;
        const auto values = catalog::placesOf(*document);
        const auto value = values.find(one.place);
        if ((value == values.end() ? std::string() : value->second) == one.theirs)
            found.push_back(one);
    }
    return found;
}

QString OverwriteNotices::nameOf(const QString& path) const {
    const EpisodeId id = m_recovery.episodeAt(path);
    if (!id.isValid())
        return path;
    const catalog::Summary& summary = m_session.catalog().episode(id).summary();
    const QString show = m_session.catalog().registry().shows.value(summary.show).name;
    return QStringLiteral("%1 %2").arg(show.isEmpty() ? summary.show : show, summary.number);
}

QString OverwriteNotices::textOf(const Overwrites& overwrites, bool isAlarm) const {
    const auto files = static_cast<int>(pathsOf(overwrites).size());
    const QString place = placesOf(overwrites);
    if (isAlarm)
        return files > 1
                   ? tr("Another program changed by what %n episode(s) are known: GUID, show or number.",
                        nullptr, files)
                   : tr("Another program changed %1 of %2. Podcast apps and links know the episode by it.")
                         .arg(place, nameOf(overwrites.front().path));
    return files > 1 ? tr("Another program undid your saved changes in %n episode(s).", nullptr, files)
                     : tr("Another program undid your change of %1 in %2.")
                           .arg(place, nameOf(overwrites.front().path));
}

void OverwriteNotices::refreshOne(const QString& key, bool isAlarm) {
    const Overwrites found = standing(isAlarm);
    if (found.empty())
        return m_notices.withdraw(key);
    m_notices.show({key,
                    isAlarm ? Notice::Kind::Alarm : Notice::Kind::Warning,
                    textOf(found, isAlarm),
                    {{isAlarm ? tr("Put &Back") : tr("Re-&apply"), [this, found] { takeBack(found); }},
                     {tr("S&how"), [this, found] { show(found); }},
                     {tr("&Let It Be"), [this, found] { letBe(found); }}},
                    false});
}

void OverwriteNotices::refresh() {
    refreshOne(alarmKey, true);
    refreshOne(undoneKey, false);
}

void OverwriteNotices::remove(const Overwrites& overwrites) {
    for (const Overwrite& done : overwrites)
        m_found.erase(std::remove_if(m_found.begin(), m_found.end(),
                                     [&](const Overwrite& one) { return isSamePlace(one, done); }),
                      m_found.end());
    refresh();
}

void OverwriteNotices::takeBack(const Overwrites& overwrites) {
    std::vector<catalog::Edit> edits;
    for (const QString& path : pathsOf(overwrites)) {
        const EpisodeId id = m_recovery.episodeAt(path);
        const auto document = id.isValid() ? m_session.catalog().episode(id).document() : nullptr;
        Overwrites own;
        std::copy_if(overwrites.begin(), overwrites.end(), std::back_inserter(own),
                     [&](const Overwrite& one) { return one.path == path; });
        if (!document)
            continue;
        const std::string text = catalog::reapplied(*document, own);
        if (auto changes = format::differenceOf(document->text(), text); !changes.empty())
            edits.push_back({id, std::move(changes)});
    }
    const bool isDone =
        m_session.apply(edits, tr("Re-apply %n Change(s)", nullptr, static_cast<int>(overwrites.size())));
    if (!isDone)
        return refresh(); // said why; the notice stays
    remove(overwrites);
    emit message(tr("Your values are back, unsaved."));
}

void OverwriteNotices::letBe(const Overwrites& overwrites) {
    m_guard.letBe(overwrites);
    remove(overwrites);
}

void OverwriteNotices::show(const Overwrites& overwrites) {
    refresh(); // looking decides nothing
    auto* dialog = new OverwritesDialog(
        overwrites, [this](const QString& path) { return nameOf(path); }, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &OverwritesDialog::reapplyRequested, this, &OverwriteNotices::takeBack);
    connect(dialog, &OverwritesDialog::letBeRequested, this, &OverwriteNotices::letBe);
    connect(dialog, &OverwritesDialog::goToRequested, this, [this](const Overwrite& one) {
        const bool isField =
            std::string_view(one.place).substr(0, catalog::linkPlace.size()) != catalog::linkPlace;
        emit goToRequested(m_recovery.episodeAt(one.path),
                           isField ? QString::fromStdString(one.place) : QStringLiteral("body"));
    });
    dialog->open();
}

} // namespace app
