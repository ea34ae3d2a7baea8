// SPDX-License-Identifier: MIT
// Sound devices that come and go. Run by tests/support/nullsink.sh, with a sound server of its own: nobody's
// own devices are taken away.
#include "audio/player.h"

#include "support/soundfixture.h"

#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using audio::Player;

class TestSoundDevices : public QObject {
    Q_OBJECT

    static constexpr int patience = 20'000;
    QTemporaryDir m_folder;

    static QString pactl(const QStringList& arguments) {
        QProcess process;
        process.start(QStringLiteral("pactl"), arguments);
        return process.waitForFinished(patience)
                   ? QString::fromUtf8(process.readAllStandardOutput()).trimmed()
                   : QString();
    }
    /// Plugs a device in; what unplugs it again.
    static QString plug(const QString& name) {
        return pactl({QStringLiteral("load-module"), QStringLiteral("module-null-sink"),
                      QStringLiteral("sink_name=") + name});
    }
    static void unplug(const QString& module) { pactl({QStringLiteral("unload-module"), module}); }
    static QString moduleOf(const QString& sink) {
        const auto lines = pactl({QStringLiteral("list"), QStringLiteral("short"), QStringLiteral("modules")})
                               .split(QLatin1Char('\n'));
        for (const QString& line : lines)
            if (line.contains(QStringLiteral("sink_name=") + sink))
                return line.section(QLatin1Char('\t'), 0, 0);
        return {};
    }
    /// The sinks that something plays into.
    static QStringList heardAt() {
        QStringList names;
        const auto inputs =
            pactl({QStringLiteral("list"), QStringLiteral("short"), QStringLiteral("sink-inputs")})
                .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        const auto sinks = pactl({QStringLiteral("list"), QStringLiteral("short"), QStringLiteral("sinks")})
                               .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (const QString& input : inputs)
            for (const QString& sink : sinks)
                if (sink.section(QLatin1Char('\t'), 0, 0) == input.section(QLatin1Char('\t'), 1, 1))
                    names += sink.section(QLatin1Char('\t'), 1, 1);
        return names;
    }
    static QStringList names() {
        QStringList ids;
        for (const audio::SoundDevice& device : Player::devices())
            ids += QString::fromUtf8(device.id);
        ids.sort();
        return ids;
    }
    QUrl sound() {
        const QString path = m_folder.filePath(QStringLiteral("sound.mp3"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(silentMp3(600)) <= 0)
            qFatal("cannot write the fixture");
        return QUrl::fromLocalFile(path);
    }
    void play(Player& player) {
        player.load(sound());
        player.play();
        QTRY_VERIFY_WITH_TIMEOUT(player.position() > 300, patience);
    }
    static void goesOn(const Player& player) {
        const qint64 before = player.position();
        QTRY_VERIFY_WITH_TIMEOUT(player.position() > before + 500, patience);
        QCOMPARE(player.state(), Player::State::Playing);
    }

private slots:
    void initTestCase() {
        if (qEnvironmentVariableIsEmpty("EPISODE_DESK_OWN_SOUND_SERVER"))
            QSKIP("no sound server of its own: run by tests/support/nullsink.sh");
    }
    void cleanup() {
        if (moduleOf(QStringLiteral("one")).isEmpty())
            plug(QStringLiteral("one"));
        if (const QString two = moduleOf(QStringLiteral("two")); !two.isEmpty())
            unplug(two);
    }

    void theListFollows() {
        Player player;
        QSignalSpy changes(&player, &Player::devicesChanged);
        player.load(sound());
        QTRY_VERIFY_WITH_TIMEOUT(player.duration() > 0, patience);
        QTRY_COMPARE(names(), QStringList{QStringLiteral("one")});
        const QString two = plug(QStringLiteral("two"));
        QTRY_COMPARE(names(), QStringList({QStringLiteral("one"), QStringLiteral("two")}));
        QTRY_VERIFY(!changes.isEmpty());
        changes.clear();
        unplug(two);
        QTRY_COMPARE(names(), QStringList{QStringLiteral("one")});
        QTRY_VERIFY(!changes.isEmpty());
    }

    void aChosenDeviceGoesAndReturns() {
        const QString two = plug(QStringLiteral("two"));
        QTRY_COMPARE(names().size(), 2);
        Player player;
        player.setDevice("two");
        play(player);
        QTRY_COMPARE(heardAt(), QStringList{QStringLiteral("two")});
        unplug(two);
        QTRY_COMPARE_WITH_TIMEOUT(heardAt(), QStringList{QStringLiteral("one")}, patience);
        goesOn(player);
        QCOMPARE(player.problem(), QString());
        QCOMPARE(player.device(), QByteArray("two")); // still what was chosen
        plug(QStringLiteral("two"));
        QTRY_COMPARE_WITH_TIMEOUT(heardAt(), QStringList{QStringLiteral("two")}, patience);
        goesOn(player);
    }

    void theLastDeviceGoesAndReturns() {
        const QStringList dummy{QStringLiteral("auto_null")};
        Player player;
        play(player);
        unplug(moduleOf(QStringLiteral("one")));
        QTRY_COMPARE_WITH_TIMEOUT(heardAt(), dummy, patience);
        goesOn(player); // into nothing
        QTRY_COMPARE(names(), dummy);
        plug(QStringLiteral("one"));
        QTRY_COMPARE_WITH_TIMEOUT(heardAt(), QStringList{QStringLiteral("one")}, patience);
        goesOn(player);
        QCOMPARE(player.problem(), QString());
    }

    /// A computer without any, and then one is plugged in.
    void theFirstDeviceComes() {
        unplug(QStringLiteral("module-always-sink"));
        unplug(moduleOf(QStringLiteral("one")));
        QTRY_COMPARE(names(), QStringList());
        Player player;
        player.load(sound());
        QTRY_VERIFY_WITH_TIMEOUT(player.duration() > 0, patience);
        player.seek(60'000);
        player.play();
        plug(QStringLiteral("one"));
        pactl({QStringLiteral("load-module"), QStringLiteral("module-always-sink")});
        QTRY_COMPARE_WITH_TIMEOUT(heardAt(), QStringList{QStringLiteral("one")}, patience);
        goesOn(player);
        QVERIFY(player.position() > 60'000);
        QCOMPARE(player.problem(), QString());
    }

    void playsFromWhereItWasTold() {
        Player player;
        player.load(sound());
        player.seek(30'000); // before it is open
        player.play();
        QTRY_VERIFY_WITH_TIMEOUT(player.position() > 30'500, patience);
        QCOMPARE(player.state(), Player::State::Playing);
        QCOMPARE(heardAt(), QStringList{QStringLiteral("one")});
    }

    void chosenWhilePlaying() {
        plug(QStringLiteral("two"));
        QTRY_COMPARE(names().size(), 2);
        Player player;
        play(player);
        QTRY_COMPARE(heardAt(), QStringList{QStringLiteral("one")});
        player.setDevice("two");
        QTRY_COMPARE_WITH_TIMEOUT(heardAt(), QStringList{QStringLiteral("two")}, patience);
        goesOn(player);
        player.setDevice({});
        QTRY_COMPARE_WITH_TIMEOUT(heardAt(), QStringList{QStringLiteral("one")}, patience);
        goesOn(player);
    }
};

QTEST_GUILESS_MAIN(TestSoundDevices)
#include "tst_sounddevices.moc"
