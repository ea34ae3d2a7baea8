// SPDX-License-Identifier: MIT
#include "app/widgets/playerbar.h"

#include "app/playhead.h"
#include "app/settings.h"
#include "app/widgets/elidedlabel.h"
#include "app/widgets/playerbarparts.h"
#include "app/widgets/seekbar.h"
#include "catalog/values.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>

#include <utility>

namespace app {

namespace {

constexpr qint64 worthRemembering = 10'000; ///< milliseconds from either end

} // namespace

PlayerBar::PlayerBar(const EditorContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_loader(context, m_player) {
    setObjectName(QStringLiteral("playerBar"));
    build();
    connectPlayer();
    connectLevels();
    m_player.setDevice(context.settings.value(soundDeviceKey).toByteArray());
    m_player.setVolume(context.settings.value(volumeKey, 0.8).toDouble());
    m_player.setRate(context.settings.value(rateKey, 1.0).toDouble());
    m_volume->setValue(qRound(m_player.volume() * 100));
    setRate(m_player.rate());
    refreshPlaces();
    showLoop();
    refresh();
}

PlayerBar::~PlayerBar() {
    rememberPosition();
    m_player.disconnect(this); // the widgets go first
}

bool PlayerBar::isOpen() const {
    const auto state = m_player.state();
    return state == audio::Player::State::Playing || state == audio::Player::State::Paused;
}

bool PlayerBar::isBusy() const {
    const auto state = m_player.state();
    return m_loader.isAsking() || state == audio::Player::State::Playing ||
           state == audio::Player::State::Loading;
}

void PlayerBar::setEpisode(catalog::EpisodeId id) {
    m_selected = id;
    if (id != m_loaded && !isBusy())
        leave();
    refresh();
    emit placesChanged();
}

/// Nothing is loaded any more, and nothing asked for.
void PlayerBar::leave() {
    rememberPosition();
    m_loader.cancel();
    m_loaded = {};
    m_positionKey.clear();
    m_player.unload();
    refreshPlaces();
}

void PlayerBar::stop() {
    leave();
    refresh();
}

void PlayerBar::togglePlaying() {
    const auto state = m_player.state();
    if (m_loader.isAsking() || state == audio::Player::State::Loading) // given up
        leave();
    else if (state == audio::Player::State::Playing)
        m_player.pause();
    else if (m_selected.isValid() && (m_selected != m_loaded || state == audio::Player::State::Failed ||
                                      state == audio::Player::State::Empty))
        load(m_wish.episode == m_selected ? m_wish.position : -1);
    else
        m_player.play();
    refresh();
}

void PlayerBar::load(qint64 startAt) {
    rememberPosition();
    m_startAt = startAt;
    m_wish = {};
    m_loaded = m_selected;
    m_positionKey = positionKey(m_context.session.catalog(), m_loaded);
    refreshPlaces();
    m_loader.load(m_loaded);
}

void PlayerBar::start() {
    if (const qint64 asked = std::exchange(m_startAt, -1); asked >= 0)
        m_player.seek(asked);
    else if (const qint64 position = m_context.settings.catalogValue(m_positionKey, 0).toLongLong();
             position > 0)
        m_player.seek(position);
    m_player.play();
    refresh();
}

/// What marks places in the sound goes to one of them.
void PlayerBar::askedTo(catalog::EpisodeId episode, qint64 position, bool play) {
    if (episode == m_loaded && isOpen()) {
        m_player.seek(position);
        if (play)
            m_player.play();
    } else if (episode == m_selected && play) {
        load(position);
        refresh();
    } else if (episode == m_selected) {
        m_wish = {episode, position}; // for Play
    }
}

void PlayerBar::tellPlayhead() {
    const bool isOpen = this->isOpen();
    m_context.playhead.report(isOpen ? m_loaded : catalog::EpisodeId(), isOpen ? m_player.position() : 0,
                              isOpen ? m_player.duration() : 0,
                              m_player.state() == audio::Player::State::Playing);
}

void PlayerBar::back() {
    m_player.seekBy(-10'000);
}
void PlayerBar::forward() {
    m_player.seekBy(30'000);
}
void PlayerBar::slower() {
    stepRate(-1);
}
void PlayerBar::faster() {
    stepRate(1);
}

void PlayerBar::normalSpeed() {
    setRate(1);
}

void PlayerBar::stepRate(int step) {
    m_rate->setCurrentIndex(std::clamp(m_rate->currentIndex() + step, 0, m_rate->count() - 1));
}

void PlayerBar::setRate(double rate) {
    int nearest = 0;
    for (int i = 0; i < m_rate->count(); ++i)
        if (std::abs(m_rate->itemData(i).toDouble() - rate) <
            std::abs(m_rate->itemData(nearest).toDouble() - rate))
            nearest = i;
    m_rate->setCurrentIndex(nearest);
}

void PlayerBar::setVolume(double volume) {
    m_mute->setChecked(false);
    m_volume->setValue(qRound(std::clamp(volume, 0.0, 1.0) * 100));
}

void PlayerBar::showPosition(qint64 position) {
    m_seek->setPosition(position);
    m_elapsed->setText(timeText(position));
    showChapter();
    if (std::abs(position - m_remembered) >= worthRemembering)
        rememberPosition();
}

void PlayerBar::refresh() {
    using State = audio::Player::State;
    const State state = m_player.state();
    const bool isRunning = isBusy();
    m_play->setIcon(iconNamed(isRunning ? "media-playback-pause" : "media-playback-start"));
    m_play->setAccessibleName(isRunning ? tr("Pause") : tr("Play"));
    m_play->setToolTip(isRunning ? tr("Pause (Space or K)") : tr("Play (Space or K)"));
    m_play->setEnabled(m_selected.isValid() || m_loaded.isValid());
    if (state == State::Empty || state == State::Failed) {
        m_seek->setDuration(0);
        m_elapsed->setText(QStringLiteral("--:--"));
        m_total->setText(QStringLiteral("--:--"));
        m_useDuration->hide();
    }
    const QString problem = m_player.problem();
    m_problem->say(problem);
    const bool isOther = m_loaded.isValid() && m_loaded != m_selected;
    const auto& catalog = m_context.session.catalog();
    QString source = m_loaded.isValid() && state != State::Failed ? m_loader.from() : QString();
    if (isOther && catalog.contains(m_loaded) && state != State::Failed)
        source = tr("%1 %2, %3")
                     .arg(catalog.episode(m_loaded).summary().show,
                          catalog.episode(m_loaded).summary().number, source);
    if (source.isEmpty() && problem.isEmpty())
        source = m_selected.isValid() ? tr("Play loads the local file, or else the stream.")
                                      : tr("No episode is selected.");
    m_source->say(source);
    compareDurations();
}

/// What was heard and what is stated must agree to the second.
void PlayerBar::compareDurations() {
    m_useDuration->hide();
    if (m_player.duration() <= 0 || !m_context.session.catalog().contains(m_loaded))
        return;
    const QString stated = m_context.session.catalog().episode(m_loaded).summary().duration;
    const auto seconds = catalog::parseDuration(stated);
    const qint64 heard = (m_player.duration() + 500) / 1000;
    if (seconds && std::abs(*seconds - heard) <= 1)
        return;
    const QString heardText = catalog::durationText(heard);
    const QString words = stated.isEmpty() ? tr("Heard %1; no duration is stated.").arg(heardText)
                                           : tr("Heard %1, stated %2.").arg(heardText, stated);
    const QString problem = m_player.problem();
    m_problem->say(problem.isEmpty() ? words : QStringLiteral("%1 %2").arg(words, problem));
    m_useDuration->setText(tr("&Use %1").arg(heardText));
    m_useDuration->setVisible(m_loaded == m_selected);
}

void PlayerBar::useHeardDuration() {
    const qint64 heard = (m_player.duration() + 500) / 1000;
    m_context.session.setValue(m_loaded, {std::string("podcast_duration")},
                               format::JsonValue::string(catalog::durationText(heard).toStdString()));
    refresh();
}

void PlayerBar::rememberPosition() {
    if (m_positionKey.isEmpty() || m_player.duration() <= 0)
        return;
    m_remembered = m_player.position();
    const bool isMiddle =
        m_remembered > worthRemembering && m_remembered < m_player.duration() - worthRemembering;
    m_context.settings.setCatalogValue(m_positionKey, isMiddle ? m_remembered : 0);
}

} // namespace app
