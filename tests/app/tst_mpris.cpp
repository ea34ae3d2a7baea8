// SPDX-License-Identifier: MIT
// Run under a session bus of its own: `dbus-run-session -- tst_mpris`.
#include "app/mpris.h"

#include "app/widgets/playerbar.h"
#include "support/pagefixture.h"
#include "support/soundfixture.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusInterface>
#include <QDBusObjectPath>
#include <QDBusReply>
#include <QSignalSpy>

using app::Mpris;
using app::PlayerBar;
using audio::Player;

/// Hears what the player says on the bus, as the desktop does.
class Desktop : public QObject {
    Q_OBJECT
public:
    explicit Desktop(const QString& service)
        : m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, QStringLiteral("desktop")))
        , m_service(service) {
        const QString path = QStringLiteral("/org/mpris/MediaPlayer2");
        m_bus.connect(service, path, QStringLiteral("org.freedesktop.DBus.Properties"),
                      QStringLiteral("PropertiesChanged"), this,
                      SLOT(takeChanges(QString, QVariantMap, QStringList)));
        m_bus.connect(service, path, playerInterface(), QStringLiteral("Seeked"), this,
                      SLOT(takeSeeked(qlonglong)));
    }
    static QString playerInterface() { return QStringLiteral("org.mpris.MediaPlayer2.Player"); }

    /// The answer is waited for by turning the event loop, as both sides live in this process.
    QVariant ask(const QString& interface, const QString& method, const QVariantList& arguments = {}) const {
        QDBusMessage call = QDBusMessage::createMethodCall(
            m_service, QStringLiteral("/org/mpris/MediaPlayer2"), interface, method);
        call.setArguments(arguments);
        const QDBusMessage answer = m_bus.call(call, QDBus::BlockWithGui, 20'000);
        if (answer.type() != QDBusMessage::ReplyMessage)
            return answer.errorMessage();
        return answer.arguments().value(0);
    }
    QVariant tell(const QString& method, const QVariantList& arguments = {}) const {
        return ask(playerInterface(), method, arguments);
    }
    QVariant property(const QString& name, const QString& interface = playerInterface()) const {
        return ask(QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"),
                   {interface, name})
            .value<QDBusVariant>()
            .variant();
    }
    void set(const QString& name, const QVariant& value) const {
        ask(QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Set"),
            {playerInterface(), name, QVariant::fromValue(QDBusVariant(value))});
    }
    QVariantMap metadata() const { return qdbus_cast<QVariantMap>(property(QStringLiteral("Metadata"))); }

    QVariantMap heard; ///< the latest value of each property that was told
    qlonglong seeked = -1;

public slots:
    void takeChanges(const QString& interface, const QVariantMap& changed, const QStringList&) {
        if (interface == playerInterface())
            heard.insert(changed);
    }
    void takeSeeked(qlonglong position) { seeked = position; }

private:
    QDBusConnection m_bus;
    QString m_service;
};

class TestMpris : public QObject {
    Q_OBJECT

    static constexpr int patience = 60'000;
    static constexpr qint64 second = 1000;

    struct Opened : PageFixture {
        Opened() {
            settings.setCatalog(site.root());
            settings.setMediaFolder(media.path());
            QFile file(media.filePath(QStringLiteral("6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0001.mp3")));
            if (!file.open(QIODevice::WriteOnly) || file.write(silentMp3(60)) <= 0)
                qFatal("cannot write the fixture");
        }
        void play() {
            bar.setEpisode({0});
            bar.togglePlaying();
            if (!QTest::qWaitFor([this] { return bar.player().duration() > 0; }, patience))
                qFatal("the fixture does not play");
        }
        QTemporaryDir media;
        PlayerBar bar{context()};
        Mpris mpris{bar, context()};
        Desktop desktop{mpris.service()};
    };

private slots:
    void initTestCase() {
        const bool isNamed = !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS");
        if (isNamed && QDBusConnection::sessionBus().isConnected())
            return;
        PageFixture fixture;
        app::PlayerBar bar(fixture.context());
        const Mpris mpris(bar, fixture.context());
        QCOMPARE(mpris.service(), QString()); // and nothing breaks
        QSKIP("no session bus that answers: run under dbus-run-session");
    }

    void theProgramNamesItself() {
        const Opened open;
        const QString root = QStringLiteral("org.mpris.MediaPlayer2");
        QVERIFY2(open.mpris.service().startsWith(root + QStringLiteral(".episodeDesk.instance")),
                 qPrintable(open.mpris.service()));
        QCOMPARE(open.desktop.property(QStringLiteral("Identity"), root), QStringLiteral("Episode Desk"));
        QCOMPARE(open.desktop.property(QStringLiteral("DesktopEntry"), root), QStringLiteral("episode-desk"));
        QCOMPARE(open.desktop.property(QStringLiteral("PlaybackStatus")), QStringLiteral("Stopped"));
    }

    void mediaKeysPlayAndPause() {
        Opened open;
        open.bar.setEpisode({0});
        open.desktop.tell(QStringLiteral("PlayPause"));
        QTRY_COMPARE_WITH_TIMEOUT(open.bar.player().state(), Player::State::Playing, patience);
        open.desktop.tell(QStringLiteral("Play")); // it does already
        QCOMPARE(open.bar.player().state(), Player::State::Playing);
        open.desktop.tell(QStringLiteral("Pause"));
        QCOMPARE(open.desktop.property(QStringLiteral("PlaybackStatus")), QStringLiteral("Paused"));
        open.desktop.tell(QStringLiteral("Play"));
        QCOMPARE(open.bar.player().state(), Player::State::Playing);
        open.desktop.tell(QStringLiteral("Stop"));
        QCOMPARE(open.desktop.property(QStringLiteral("PlaybackStatus")), QStringLiteral("Stopped"));
        QTRY_COMPARE_WITH_TIMEOUT(open.desktop.heard.value(QStringLiteral("PlaybackStatus")),
                                  QStringLiteral("Stopped"), patience);
    }

    void whatIsHeardIsTold() {
        Opened open;
        open.play();
        QTRY_VERIFY_WITH_TIMEOUT(open.desktop.heard.contains(QStringLiteral("Metadata")), patience);
        const QVariantMap said = open.desktop.metadata();
        QCOMPARE(said.value(QStringLiteral("xesam:title")), open.catalog.episode({0}).summary().title);
        QCOMPARE(said.value(QStringLiteral("xesam:artist")).toStringList().size(), 1);
        const qint64 length = said.value(QStringLiteral("mpris:length")).toLongLong();
        QVERIFY2(qAbs(length - 60'000'000) < 1'000'000, qPrintable(QString::number(length)));
        const QString url = said.value(QStringLiteral("xesam:url")).toString();
        QVERIFY2(url.startsWith(QLatin1String("https://")), qPrintable(url)); // never the local file's
    }

    void itIsSought() {
        Opened open;
        open.play();
        open.bar.togglePlaying();
        const QVariant track = QVariant::fromValue(QDBusObjectPath(open.mpris.trackPath()));
        open.desktop.tell(QStringLiteral("SetPosition"), {track, 40'000'000LL});
        QTRY_COMPARE_WITH_TIMEOUT(open.desktop.property(QStringLiteral("Position")).toLongLong() / 1'000'000,
                                  40, patience);
        QTRY_COMPARE_WITH_TIMEOUT(open.desktop.seeked, 40'000'000, patience);
        open.desktop.tell(QStringLiteral("Seek"), {-10'000'000LL});
        QCOMPARE(open.bar.player().position() / second, 30);
        open.desktop.tell(QStringLiteral("SetPosition"),
                          {QVariant::fromValue(QDBusObjectPath(QStringLiteral("/another"))), 0LL});
        QCOMPARE(open.bar.player().position() / second, 30);
        open.desktop.tell(QStringLiteral("SetPosition"), {track, 900'000'000LL});
        QCOMPARE(open.bar.player().position() / second, 30);
    }

    void speedAndVolumeGoBothWays() {
        Opened open;
        open.desktop.set(QStringLiteral("Rate"), 1.5);
        QCOMPARE(open.bar.player().rate(), 1.5);
        open.desktop.set(QStringLiteral("Volume"), 0.25);
        QCOMPARE(open.desktop.property(QStringLiteral("Volume")).toDouble(), 0.25);
        QTRY_COMPARE_WITH_TIMEOUT(open.desktop.heard.value(QStringLiteral("Rate")).toDouble(), 1.5, patience);
    }

    void theNameGoesWithThePlayer() {
        QString service;
        {
            const Opened open;
            service = open.mpris.service();
        }
        QVERIFY(!QDBusConnection::sessionBus().interface()->isServiceRegistered(service));
    }
};

QTEST_MAIN(TestMpris)
#include "tst_mpris.moc"
