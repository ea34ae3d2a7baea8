// SPDX-License-Identifier: MIT
#include "app/mprisadaptors.h"

#include "app/mpris.h"
#include "app/widgets/playerbar.h"

#include <QTimer>

namespace app {

namespace {
constexpr qlonglong perMillisecond = 1000;
} // namespace

MprisRoot::MprisRoot(Mpris& mpris)
    : QDBusAbstractAdaptor(&mpris)
    , m_mpris(mpris) {}

void MprisRoot::Raise() {
    m_mpris.raise();
}

/// After the answer: closing may ask about unsaved changes.
void MprisRoot::Quit() {
    QTimer::singleShot(0, &m_mpris, [this] { m_mpris.quit(); });
}

MprisPlayer::MprisPlayer(Mpris& mpris)
    : QDBusAbstractAdaptor(&mpris)
    , m_mpris(mpris) {
    connect(&mpris, &Mpris::sought, this, &MprisPlayer::Seeked);
}

QString MprisPlayer::status() const {
    return m_mpris.status();
}
double MprisPlayer::rate() const {
    return m_mpris.bar().player().rate();
}
QVariantMap MprisPlayer::metadata() const {
    return m_mpris.metadata();
}
double MprisPlayer::volume() const {
    return m_mpris.bar().player().volume();
}
qlonglong MprisPlayer::position() const {
    return m_mpris.bar().player().position() * perMillisecond;
}
bool MprisPlayer::hasChapters() const {
    return m_mpris.hasChapters();
}
bool MprisPlayer::canPlay() const {
    return m_mpris.canPlay();
}
bool MprisPlayer::canSeek() const {
    return m_mpris.bar().isOpen();
}

/// The specification wants a rate of 0 to pause.
void MprisPlayer::setRate(double rate) {
    rate > 0 ? m_mpris.bar().setRate(rate) : Pause();
}
void MprisPlayer::setVolume(double volume) {
    m_mpris.bar().setVolume(volume);
}
void MprisPlayer::Next() {
    m_mpris.bar().nextChapter();
}
void MprisPlayer::Previous() {
    m_mpris.bar().previousChapter();
}
void MprisPlayer::PlayPause() {
    m_mpris.bar().togglePlaying();
}
void MprisPlayer::Stop() {
    m_mpris.bar().stop();
}
void MprisPlayer::Pause() {
    if (m_mpris.bar().player().state() == audio::Player::State::Playing)
        PlayPause();
}
void MprisPlayer::Play() {
    if (!m_mpris.bar().isBusy())
        PlayPause();
}

void MprisPlayer::Seek(qlonglong Offset) {
    if (canSeek())
        m_mpris.bar().player().seekBy(Offset / perMillisecond);
}

/// Of another episode, or outside of this one: not followed, says the specification.
void MprisPlayer::SetPosition(const QDBusObjectPath& TrackId, qlonglong Position) {
    const qint64 target = Position / perMillisecond;
    const audio::Player& player = m_mpris.bar().player();
    if (canSeek() && TrackId.path() == m_mpris.trackPath() && target >= 0 && target <= player.duration())
        m_mpris.bar().goTo(target);
}

} // namespace app
