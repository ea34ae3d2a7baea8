// SPDX-License-Identifier: MIT
// The player bar's places in the sound: chapters, the loop, a time that is typed; and where the sound comes
// out.
#include "app/dialogs/gototimedialog.h"
#include "app/settings.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/playerbar.h"
#include "app/widgets/playerbarparts.h"
#include "app/widgets/seekbar.h"
#include "catalog/chapterops.h"

#include <QActionGroup>
#include <QMenu>
#include <QToolButton>

namespace app {

namespace {

constexpr qint64 justStarted = 3000; ///< milliseconds in which "previous" means the one before

} // namespace

/// What is loaded, or its chapters, are others now.
void PlayerBar::refreshPlaces() {
    const auto& catalog = m_context.session.catalog();
    const auto document =
        catalog.contains(m_loaded) ? catalog.episode(m_loaded).document() : catalog::Episode::DocumentPtr();
    m_chapters = document ? catalog::chaptersOf(*document) : catalog::Chapters();
    for (QToolButton* button : {m_previousChapter, m_nextChapter})
        button->setVisible(!m_chapters.empty());
    m_chapter->setVisible(!m_chapters.empty());
    showChapter();
    emit placesChanged();
}

void PlayerBar::showChapter() {
    const int heard = isOpen() ? catalog::chapterHeardAt(m_chapters, m_player.position()) : -1;
    const QString title = heard < 0 ? QString() : m_chapters[static_cast<std::size_t>(heard)].title;
    if (title != m_chapter->toolTip() || title != m_chapter->text())
        m_chapter->say(title);
}

void PlayerBar::showLoop() {
    const audio::Loop loop = m_player.loop();
    m_seek->setLoop(loop.start, loop.end);
    m_loop->setVisible(!loop.isEmpty());
    m_loop->setText(tr("Loop %1 to %2").arg(timeText(loop.start), timeText(loop.end)));
    m_loop->setAccessibleName(
        tr("Clear the loop from %1 to %2").arg(timeText(loop.start), timeText(loop.end)));
    emit placesChanged();
}

/// From here to the end of the loop that there is, or else of the episode.
void PlayerBar::loopFromHere() {
    if (!isOpen())
        return;
    const qint64 end = m_player.loop().end;
    m_player.setLoop(m_player.position(), end > m_player.position() ? end : m_player.duration());
}

/// From the start of the loop that there is, or else of the episode, to here; and again.
void PlayerBar::loopToHere() {
    if (!isOpen())
        return;
    const qint64 end = m_player.position();
    const qint64 start = m_player.loop().start;
    m_player.setLoop(start < end ? start : 0, end);
    if (!m_player.loop().isEmpty())
        m_player.seek(m_player.loop().start);
}

void PlayerBar::loopChapter() {
    const int heard = isOpen() ? catalog::chapterHeardAt(m_chapters, m_player.position()) : -1;
    if (heard < 0)
        return;
    const qint64 end = catalog::endOf(m_chapters, heard, m_player.duration());
    m_player.setLoop(m_chapters[static_cast<std::size_t>(heard)].start, end);
}

void PlayerBar::previousChapter() {
    if (!isOpen())
        return;
    qint64 target = 0;
    for (const catalog::Chapter& chapter : m_chapters)
        if (chapter.start + justStarted <= m_player.position())
            target = std::max(target, chapter.start);
    m_player.seek(target);
}

void PlayerBar::nextChapter() {
    if (!isOpen())
        return;
    qint64 target = m_player.duration();
    for (const catalog::Chapter& chapter : m_chapters)
        if (chapter.start > m_player.position())
            target = std::min(target, chapter.start);
    if (target < m_player.duration())
        m_player.seek(target);
}

void PlayerBar::goToTime() {
    GoToTimeDialog dialog(isOpen() ? m_player.position() : 0, isOpen() ? m_player.duration() : 0, this);
    if (dialog.exec() == QDialog::Accepted)
        goTo(dialog.target());
}

void PlayerBar::goTo(qint64 milliseconds) {
    askedTo(isOpen() ? m_loaded : m_selected, milliseconds, !isOpen());
}

/// The chosen device stays in the list while it is away.
void PlayerBar::fillDeviceMenu() {
    m_deviceMenu->clear();
    auto* group = new QActionGroup(m_deviceMenu);
    const auto add = [this, group](const audio::SoundDevice& device, const QString& text) {
        QAction* action = m_deviceMenu->addAction(QString(text).replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(device.id == m_player.device());
        action->setData(device.id);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, device] { chooseDevice(device); });
        return action;
    };
    add({}, tr("System Default"));
    m_deviceMenu->addSeparator();
    bool isThere = m_player.device().isEmpty();
    for (const audio::SoundDevice& device : audio::Player::devices()) {
        add(device, device.name);
        isThere = isThere || device.id == m_player.device();
    }
    const QString name = m_context.settings.value(soundDeviceNameKey).toString();
    if (!isThere)
        add({m_player.device(), name}, tr("%1 (not connected)").arg(name))->setEnabled(false);
    else if (audio::Player::devices().isEmpty())
        m_deviceMenu->addAction(tr("No sound device"))->setEnabled(false);
}

void PlayerBar::chooseDevice(const audio::SoundDevice& device) {
    m_player.setDevice(device.id);
    m_context.settings.setValue(soundDeviceKey, device.id);
    m_context.settings.setValue(soundDeviceNameKey, device.name);
}

} // namespace app
