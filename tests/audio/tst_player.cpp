// SPDX-License-Identifier: MIT
#include "audio/player.h"

#include "support/soundfixture.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using audio::Player;

/// Runs with and without a sound device: a player opens, moves and says what is wrong in both cases.
class TestPlayer : public QObject {
    Q_OBJECT

    static constexpr int patience = 60'000;
    static constexpr qint64 second = 1000;
    QTemporaryDir m_folder;

    QUrl write(const QString& name, const QByteArray& bytes) const {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the fixture");
        return QUrl::fromLocalFile(file.fileName());
    }

private slots:
    void initTestCase() { audio::preferFfmpegBackend(); }

    void nothingIsLoadedAtFirst() {
        Player player;
        QCOMPARE(player.state(), Player::State::Empty);
        player.play();
        player.seek(5 * second);
        QCOMPARE(player.state(), Player::State::Empty);
        QCOMPARE(player.duration(), 0);
        QCOMPARE(player.problem().contains(QLatin1String("No sound device")), !player.hasSoundDevice());
    }

    void aFileOpensSeeksAndUnloads() {
        Player player;
        player.load(write(QStringLiteral("a.mp3"), silentMp3(60)));
        QTRY_VERIFY_WITH_TIMEOUT(player.duration() > 0, patience);
        QVERIFY2(qAbs(player.duration() - 60 * second) < second,
                 qPrintable(QString::number(player.duration())));
        QTRY_COMPARE_WITH_TIMEOUT(player.state(), Player::State::Paused, patience);
        player.seek(20 * second);
        QTRY_VERIFY_WITH_TIMEOUT(qAbs(player.position() - 20 * second) < second, patience);
        player.seekBy(30 * second);
        QTRY_VERIFY_WITH_TIMEOUT(qAbs(player.position() - 50 * second) < second, patience);
        player.seekBy(-600 * second);
        QTRY_COMPARE_WITH_TIMEOUT(player.position(), 0, patience);
        player.unload();
        QCOMPARE(player.state(), Player::State::Empty);
    }

    void aPositionSoughtBeforeOpeningIsKept() {
        Player player;
        player.load(write(QStringLiteral("b.mp3"), silentMp3(60)));
        player.seek(30 * second);
        QTRY_VERIFY_WITH_TIMEOUT(player.position() >= 29 * second, patience);
    }

    void playingMovesOnAndPausingStops() {
        Player player;
        player.load(write(QStringLiteral("c.mp3"), silentMp3(60)));
        player.play();
        QTRY_COMPARE_WITH_TIMEOUT(player.state(), Player::State::Playing, patience);
        QTRY_VERIFY_WITH_TIMEOUT(player.position() > 0, patience);
        player.togglePlaying();
        QTRY_COMPARE_WITH_TIMEOUT(player.state(), Player::State::Paused, patience);
        const qint64 position = player.position();
        QTest::qWait(500);
        QVERIFY(player.position() - position < 200);
        player.togglePlaying();
        QTRY_COMPARE_WITH_TIMEOUT(player.state(), Player::State::Playing, patience);
    }

    void whileItIsDraggedTheNewestPlaceWins() {
        Player player;
        player.load(write(QStringLiteral("drag.mp3"), silentMp3(120)));
        player.play();
        QTRY_VERIFY_WITH_TIMEOUT(player.state() == Player::State::Playing && player.position() > 0, patience);
        for (int place = 1; place <= 400; ++place) {
            player.scrub(place * 200);
            QCOMPARE(player.position(), place * 200); // the bar does not jump back
            QCoreApplication::processEvents();
        }
        player.seek(100 * second);
        QTRY_VERIFY_WITH_TIMEOUT(player.position() > 100 * second, patience); // it goes on there
        QVERIFY2(player.position() < 103 * second, qPrintable(QString::number(player.position())));
        QCOMPARE(player.state(), Player::State::Playing);
    }

    void aLoopIsHeardAgain_data() {
        QTest::addColumn<qint64>("start");
        QTest::addColumn<qint64>("end");
        QTest::newRow("within") << 10 * second << 11 * second;
        QTest::newRow("to the end") << 19 * second << 20 * second;
        QTest::newRow("over the end") << 19 * second << 500 * second;
    }
    void aLoopIsHeardAgain() {
        QFETCH(qint64, start);
        QFETCH(qint64, end);
        if (Player::devices().isEmpty())
            QSKIP("no sound device: time stands nearly still in what plays");
        Player player;
        QSignalSpy loops(&player, &Player::loopChanged);
        player.load(write(QStringLiteral("loop.mp3"), silentMp3(20)));
        QTRY_VERIFY_WITH_TIMEOUT(player.duration() > 0, patience);
        player.setLoop(start, end);
        QCOMPARE(loops.size(), 1);
        QVERIFY(player.loop().end <= player.duration());
        int turns = 0;
        qint64 last = 0;
        connect(&player, &Player::positionChanged, &player, [&](qint64 position) {
            turns += position < last ? 1 : 0;
            last = position;
        });
        player.seek(start);
        player.play();
        QTRY_VERIFY_WITH_TIMEOUT(turns >= 2, patience);
        QCOMPARE(player.state(), Player::State::Playing);
        QVERIFY2(last >= start - 100 && last < start + 1500, qPrintable(QString::number(last)));
        player.clearLoop();
        QVERIFY(player.loop().isEmpty());
    }

    /// Everything up to the end is read already when somebody goes back from there.
    void goesBackFromTheEnd_data() {
        QTest::addColumn<bool>("isStream");
        QTest::newRow("a file") << false;
        QTest::newRow("what is read from a device") << true;
    }
    void goesBackFromTheEnd() {
        QFETCH(bool, isStream);
        if (Player::devices().isEmpty())
            QSKIP("no sound device: time stands nearly still in what plays");
        Player player;
        const QUrl file = write(QStringLiteral("back.mp3"), silentMp3(20));
        if (isStream) {
            auto device = std::make_unique<QFile>(file.toLocalFile());
            QVERIFY(device->open(QIODevice::ReadOnly));
            player.loadStream(file, std::move(device), nullptr);
        } else {
            player.load(file);
        }
        QTRY_VERIFY_WITH_TIMEOUT(player.duration() > 0, patience);
        player.seek(19 * second);
        player.play();
        QTRY_VERIFY_WITH_TIMEOUT(player.position() > 19 * second + 300, patience);
        player.seek(5 * second);
        QElapsedTimer since;
        since.start();
        QTRY_VERIFY_WITH_TIMEOUT(player.position() > 5 * second + 300 && player.position() < 15 * second,
                                 patience);
        qInfo("it went on after %lld ms", since.elapsed());
    }

    void whatPlaysBehindALoopGoesOn() {
        if (Player::devices().isEmpty())
            QSKIP("no sound device: time stands nearly still in what plays");
        Player player;
        player.load(write(QStringLiteral("behind.mp3"), silentMp3(60)));
        QTRY_VERIFY_WITH_TIMEOUT(player.duration() > 0, patience);
        player.setLoop(5 * second, 10 * second);
        player.seek(30 * second);
        player.play();
        QTRY_VERIFY_WITH_TIMEOUT(player.position() > 31 * second, patience);
    }

    void aLoopGoesWithWhatIsLoaded() {
        Player player;
        player.setLoop(0, 5 * second);
        QVERIFY(player.loop().isEmpty()); // of nothing
        player.load(write(QStringLiteral("gone.mp3"), silentMp3(30)));
        QTRY_VERIFY_WITH_TIMEOUT(player.duration() > 0, patience);
        player.setLoop(5 * second, 5 * second + 50);
        QVERIFY(player.loop().isEmpty()); // too short to be one
        player.setLoop(0, 5 * second);
        QVERIFY(!player.loop().isEmpty());
        QSignalSpy loops(&player, &Player::loopChanged);
        player.unload();
        QVERIFY(player.loop().isEmpty());
        QCOMPARE(loops.size(), 1);
    }

    void aDeviceThatIsNotThereStopsNothing() {
        Player player;
        player.setDevice("a device that was unplugged");
        QCOMPARE(player.device(), QByteArray("a device that was unplugged"));
        player.load(write(QStringLiteral("device.mp3"), silentMp3(30)));
        player.play();
        QTRY_VERIFY_WITH_TIMEOUT(player.position() > 0, patience);
        QCOMPARE(player.hasSoundDevice(), !Player::devices().isEmpty());
    }

    void rateAndVolumeStayInTheirLimits() {
        Player player;
        QSignalSpy rates(&player, &Player::rateChanged);
        player.setRate(9);
        QCOMPARE(player.rate(), 3.0);
        player.setRate(0.1);
        QCOMPARE(player.rate(), 0.5);
        QVERIFY(rates.size() >= 2);
        player.setVolume(2);
        QCOMPARE(player.volume(), 1.0);
        player.setVolume(-1);
        QCOMPARE(player.volume(), 0.0);
    }

    void whatIsNoAudioIsRefusedInWords_data() {
        QTest::addColumn<QUrl>("source");
        QTest::addColumn<QString>("words");
        QTest::newRow("playlist") << write(QStringLiteral("list.mp3"), "#EXTM3U\nfile:///etc/hostname\n")
                                  << "not an audio file";
        QTest::newRow("tagged playlist")
            << write(QStringLiteral("tagged.mp3"), id3Tag(20) + "#EXTM3U\nfile:///etc/hostname\n")
            << "not an audio file";
        QTest::newRow("absent") << QUrl::fromLocalFile(m_folder.filePath(QStringLiteral("none.mp3")))
                                << "cannot be opened";
        QTest::newRow("folder") << QUrl::fromLocalFile(m_folder.path()) << "not a regular file";
        QTest::newRow("ftp") << QUrl(QStringLiteral("ftp://media.example.org/a.mp3")) << "Only local files";
        QTest::newRow("concat") << QUrl(QStringLiteral("concat:/etc/hostname")) << "Only local files";
    }
    void whatIsNoAudioIsRefusedInWords() {
        QFETCH(QUrl, source);
        QFETCH(QString, words);
        Player player;
        player.load(source);
        QCOMPARE(player.state(), Player::State::Failed);
        QVERIFY2(player.problem().contains(words), qPrintable(player.problem()));
        player.play();
        QCOMPARE(player.state(), Player::State::Failed);
        player.load(write(QStringLiteral("good.mp3"), silentMp3(5)));
        QTRY_COMPARE_WITH_TIMEOUT(player.state(), Player::State::Paused, patience);
    }

    void aFailureIsShownUntilTheNextLoad() {
        Player player;
        QSignalSpy changes(&player, &Player::stateChanged);
        player.fail(QStringLiteral("The server says no."));
        QCOMPARE(player.state(), Player::State::Failed);
        QCOMPARE(player.problem(), QStringLiteral("The server says no."));
        QVERIFY(!changes.isEmpty());
        player.unload();
        QCOMPARE(player.state(), Player::State::Empty);
    }
};

QTEST_MAIN(TestPlayer)
#include "tst_player.moc"
