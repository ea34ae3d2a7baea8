// SPDX-License-Identifier: MIT
// What the window does for the player: its menu, its keys, the desktop's media keys.
#include "app/actions.h"
#include "app/mainwindow.h"
#include "app/mpris.h"
#include "app/playhead.h"
#include "app/settings.h"
#include "app/widgets/playerbar.h"
#include "app/widgets/waveformpanel.h"

#include <QAbstractItemView>
#include <QActionGroup>
#include <QKeyEvent>
#include <QMenuBar>

namespace app {

void MainWindow::buildPlayMenu() {
    QMenu* menu = menuBar()->addMenu(tr("Pla&y"));
    const auto fill = [this, menu](std::initializer_list<ActionId> ids) {
        for (const ActionId id : ids)
            id == ActionId::Count ? static_cast<void>(menu->addSeparator())
                                  : menu->addAction((*m_actions)[id]);
    };
    constexpr ActionId line = ActionId::Count;
    fill({ActionId::PlayPause, ActionId::Back, ActionId::Forward, ActionId::GoToTime, line,
          ActionId::PreviousChapter, ActionId::NextChapter, line, ActionId::LoopFromHere,
          ActionId::LoopToHere, ActionId::LoopChapter, ActionId::ClearLoop, line, ActionId::Slower,
          ActionId::Faster, ActionId::NormalSpeed, line});
    menu->addMenu(m_player->deviceMenu());
    fill({ActionId::MediaFolder});
}

void MainWindow::connectPlayActions() {
    const auto on = [this](ActionId id, auto&& slot) {
        connect((*m_actions)[id], &QAction::triggered, m_player, slot);
    };
    on(ActionId::PlayPause, &PlayerBar::togglePlaying);
    on(ActionId::Back, &PlayerBar::back);
    on(ActionId::Forward, &PlayerBar::forward);
    on(ActionId::Slower, &PlayerBar::slower);
    on(ActionId::Faster, &PlayerBar::faster);
    on(ActionId::NormalSpeed, &PlayerBar::normalSpeed);
    on(ActionId::GoToTime, &PlayerBar::goToTime);
    on(ActionId::PreviousChapter, &PlayerBar::previousChapter);
    on(ActionId::NextChapter, &PlayerBar::nextChapter);
    on(ActionId::LoopFromHere, &PlayerBar::loopFromHere);
    on(ActionId::LoopToHere, &PlayerBar::loopToHere);
    on(ActionId::LoopChapter, &PlayerBar::loopChapter);
    on(ActionId::ClearLoop, [this] { m_player->player().clearLoop(); });
    on(ActionId::MediaFolder, [this] { chooseMediaFolder(); });
    connect(m_player, &PlayerBar::placesChanged, this, &MainWindow::refreshPlayActions);
    connect(&m_player->player(), &audio::Player::stateChanged, this, &MainWindow::refreshPlayActions);
    refreshPlayActions();
    new Mpris(*m_player, m_context, this);
    connectWaveform();
    for (auto* view : findChildren<QAbstractItemView*>())
        view->installEventFilter(this);
    auto* places = new QActionGroup(this);
    places->addAction((*m_actions)[ActionId::EditorBelow]);
    places->addAction((*m_actions)[ActionId::EditorBeside]);
    const bool beside = m_context.settings.value(QStringLiteral("window/beside"), false).toBool();
    (*m_actions)[beside ? ActionId::EditorBeside : ActionId::EditorBelow]->setChecked(true);
    connect(places, &QActionGroup::triggered, this, &MainWindow::placeEditor);
}

/// A range that is marked in the waveform of what is heard is heard again and again, and a loop is shown
/// there.
void MainWindow::connectWaveform() {
    audio::Player& player = m_player->player();
    connect(m_waveform, &WaveformPanel::loopRangeChanged, this,
            [this, &player](catalog::EpisodeId id, qint64 from, qint64 to) {
                if (m_context.playhead.episode() == id)
                    player.setLoop(from, to);
            });
    connect(m_waveform, &WaveformPanel::loopCleared, &player, &audio::Player::clearLoop);
    connect(&player, &audio::Player::loopChanged, this, [this, &player] {
        player.loop().isEmpty()
            ? m_waveform->hideLoop()
            : m_waveform->showLoop(m_context.playhead.episode(), player.loop().start, player.loop().end);
    });
    QAction* shown = (*m_actions)[ActionId::ShowWaveform];
    shown->setChecked(m_context.settings.value(QStringLiteral("window/waveform"), true).toBool());
    connect(shown, &QAction::toggled, this, [this](bool isShown) {
        m_context.settings.setValue(QStringLiteral("window/waveform"), isShown);
        placeWaveform();
    });
}

void MainWindow::refreshPlayActions() {
    const bool isOpen = m_player->isOpen();
    const bool hasChapters = isOpen && !m_player->chapters().empty();
    for (const ActionId action : {ActionId::LoopFromHere, ActionId::LoopToHere})
        (*m_actions)[action]->setEnabled(isOpen);
    for (const ActionId action : {ActionId::PreviousChapter, ActionId::NextChapter, ActionId::LoopChapter})
        (*m_actions)[action]->setEnabled(hasChapters);
    (*m_actions)[ActionId::ClearLoop]->setEnabled(!m_player->player().loop().isEmpty());
}

/// These keys belong to the player wherever nobody types.
bool MainWindow::playByKey(const QKeyEvent& event) {
    static const QHash<int, ActionId> keys{{Qt::Key_Space, ActionId::PlayPause},
                                           {Qt::Key_K, ActionId::PlayPause},
                                           {Qt::Key_J, ActionId::Back},
                                           {Qt::Key_L, ActionId::Forward},
                                           {Qt::Key_Less, ActionId::Slower},
                                           {Qt::Key_Greater, ActionId::Faster},
                                           {Qt::Key_Backspace, ActionId::NormalSpeed},
                                           {Qt::Key_P, ActionId::PreviousChapter},
                                           {Qt::Key_N, ActionId::NextChapter},
                                           {Qt::Key_R, ActionId::LoopChapter},
                                           {Qt::Key_BracketLeft, ActionId::LoopFromHere},
                                           {Qt::Key_BracketRight, ActionId::LoopToHere},
                                           {Qt::Key_Backslash, ActionId::ClearLoop}};
    // Brackets and the backslash need Shift or AltGr on many keyboards.
    const auto modifiers = event.modifiers() & ~(Qt::ShiftModifier | Qt::GroupSwitchModifier);
    const auto key = keys.constFind(event.key());
    if (modifiers != Qt::NoModifier || !m_player->isVisible() || key == keys.constEnd())
        return false;
    (*m_actions)[*key]->trigger();
    return true;
}

} // namespace app
