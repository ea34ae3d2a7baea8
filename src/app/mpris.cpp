// SPDX-License-Identifier: MIT
#include "app/mpris.h"

#include "app/mprisadaptors.h"
#include "app/widgets/playerbar.h"
#include "catalog/mediafolder.h"
#include "catalog/values.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QFileInfo>

#include <utility>

namespace app {

namespace {

const QString objectPath = QStringLiteral("/org/mpris/MediaPlayer2");
const QString playerInterface = QStringLiteral("org.mpris.MediaPlayer2.Player");
constexpr qint64 jump = 2000; ///< milliseconds; what plays is told more often, at any speed

/// Without this, libdbus would start a bus of its own.
bool hasSessionBus() {
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") ||
           QFileInfo::exists(qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus"));
}

} // namespace

Mpris::Mpris(PlayerBar& bar, const EditorContext& context, QObject* parent)
    : QObject(parent)
    , m_bar(bar)
    , m_context(context) {
    if (!hasSessionBus() || !QDBusConnection::sessionBus().isConnected())
        return;
    auto bus = QDBusConnection::sessionBus();
    const QString name = QStringLiteral("org.mpris.MediaPlayer2.episodeDesk.instance%1")
                             .arg(QCoreApplication::applicationPid());
    new MprisRoot(*this);
    new MprisPlayer(*this);
    if (!bus.registerObject(objectPath, this) || !bus.registerService(name))
        return;
    m_service = name;
    m_told = properties();
    audio::Player& player = bar.player();
    connect(&bar, &PlayerBar::placesChanged, this, &Mpris::follow);
    connect(&player, &audio::Player::stateChanged, this, &Mpris::follow);
    for (const auto signal : {&audio::Player::rateChanged, &audio::Player::volumeChanged})
        connect(&player, signal, this, &Mpris::follow);
    connect(&player, &audio::Player::durationChanged, this, &Mpris::follow);
    connect(&player, &audio::Player::positionChanged, this, &Mpris::followPosition);
}

Mpris::~Mpris() {
    if (m_service.isEmpty())
        return;
    auto bus = QDBusConnection::sessionBus();
    bus.unregisterObject(objectPath);
    bus.unregisterService(m_service);
}

QString Mpris::status() const {
    switch (m_bar.player().state()) {
    case audio::Player::State::Playing:
        return QStringLiteral("Playing");
    case audio::Player::State::Paused:
        return QStringLiteral("Paused");
    default:
        return QStringLiteral("Stopped");
    }
}

bool Mpris::hasChapters() const {
    return m_bar.isOpen() && !m_bar.chapters().empty();
}

bool Mpris::canPlay() const {
    return m_bar.heard().isValid() || m_bar.selected().isValid();
}

QString Mpris::trackPath() const {
    return m_bar.heard().isValid() ? QStringLiteral("/org/episodedesk/episode/%1").arg(m_bar.heard().value)
                                   : QStringLiteral("/org/mpris/MediaPlayer2/TrackList/NoTrack");
}

QVariantMap Mpris::metadata() const {
    QVariantMap said{{QStringLiteral("mpris:trackid"), QVariant::fromValue(QDBusObjectPath(trackPath()))}};
    const catalog::Catalog& catalog = m_context.session.catalog();
    if (!catalog.contains(m_bar.heard()))
        return said;
    const catalog::Episode& episode = catalog.episode(m_bar.heard());
    const catalog::Summary& summary = episode.summary();
    const QString show = catalog.registry().shows.value(summary.show).name;
    said.insert(QStringLiteral("xesam:title"), summary.title);
    said.insert(QStringLiteral("xesam:artist"), QStringList{show.isEmpty() ? summary.show : show});
    if (m_bar.player().duration() > 0)
        said.insert(QStringLiteral("mpris:length"), qlonglong{m_bar.player().duration()} * 1000);
    const auto document = episode.document();
    const QString url = document ? catalog::playableUrl(*document) : QString();
    if (catalog::isWebUrl(url)) // a local file's path is nobody's business
        said.insert(QStringLiteral("xesam:url"), url);
    return said;
}

QVariantMap Mpris::properties() const {
    const audio::Player& player = m_bar.player();
    return {{QStringLiteral("PlaybackStatus"), status()}, {QStringLiteral("Rate"), player.rate()},
            {QStringLiteral("Volume"), player.volume()},  {QStringLiteral("Metadata"), metadata()},
            {QStringLiteral("CanGoNext"), hasChapters()}, {QStringLiteral("CanGoPrevious"), hasChapters()},
            {QStringLiteral("CanPlay"), canPlay()},       {QStringLiteral("CanPause"), canPlay()},
            {QStringLiteral("CanSeek"), m_bar.isOpen()}};
}

/// Tells the bus what is not as it knows it.
void Mpris::follow() {
    const QVariantMap now = properties();
    QVariantMap changed;
    for (auto it = now.begin(); it != now.end(); ++it)
        if (m_told.value(it.key()) != it.value())
            changed.insert(it.key(), it.value());
    m_told = now;
    if (changed.isEmpty())
        return;
    QDBusMessage message = QDBusMessage::createSignal(
        objectPath, QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("PropertiesChanged"));
    message << playerInterface << changed << QStringList();
    QDBusConnection::sessionBus().send(message);
}

void Mpris::followPosition(qint64 milliseconds) {
    const qint64 step = milliseconds - std::exchange(m_position, milliseconds);
    if (step < 0 || step > jump)
        emit sought(milliseconds * 1000);
}

void Mpris::raise() const {
    QWidget* window = m_bar.window();
    window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
    window->raise();
    window->activateWindow();
}

void Mpris::quit() const {
    m_bar.window()->close();
}

} // namespace app
