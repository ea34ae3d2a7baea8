// SPDX-License-Identifier: MIT
#include "app/widgets/playerbar.h"

#include "support/httpserver.h"
#include "support/playerfixture.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QTimer>
#include <QToolButton>
#include <QWheelEvent>

using app::PlayerBar;
using audio::Player;
using format::JsonValue;

class TestPlayerBar : public QObject {
    Q_OBJECT

    static constexpr int patience = 60'000;
    static constexpr qint64 second = 1000;

    using Opened = PlayerFixture;

private slots:
    void initTestCase() { audio::preferFfmpegBackend(); }

    void nothingIsAskedBeforePlay() {
        HttpServer server;
        Opened open;
        open.setValue("podcast_file", server.url("/a.mp3").toString());
        open.bar->setEpisode({0});
        QTest::qWait(300);
        QVERIFY(server.questions().isEmpty());
        QCOMPARE(open.bar->player().state(), Player::State::Empty);
    }

    void theLocalFileComesFirst() {
        HttpServer server;
        Opened open;
        open.addLocal(1, 60);
        open.setValue("podcast_file", server.url("/a.mp3").toString());
        open.play(0);
        QTRY_VERIFY_WITH_TIMEOUT(open.bar->player().duration() > 0, patience);
        QCOMPARE(open.label("sourceLabel"), QStringLiteral("local file"));
        QVERIFY(server.questions().isEmpty());
    }

    void anotherLengthIsOfferedAndOneUndoTakesItBack() {
        Opened open;
        open.addLocal(1, 60);
        open.play(0);
        QTRY_VERIFY_WITH_TIMEOUT(open.offersDuration(), patience);
        QVERIFY2(open.label("problemLabel").contains(QLatin1String("00:31:01")),
                 qPrintable(open.label("problemLabel")));
        const std::string expected = open.savedWith("00:31:01", "00:01:00");
        Opened::child<QPushButton>(*open.bar, "useDurationButton")->click();
        QCOMPARE(open.text(), expected);
        QVERIFY(!open.offersDuration());
        open.session.undoStack().undo();
        QCOMPARE(open.text(), open.savedText());
        QVERIFY(open.offersDuration());
    }

    void aLengthThatAgreesIsNotOffered_data() {
        QTest::addColumn<QString>("stated");
        QTest::addColumn<bool>("isOffered");
        QTest::newRow("same") << QStringLiteral("00:01:00") << false;
        QTest::newRow("one second less") << QStringLiteral("00:00:59") << false;
        QTest::newRow("three seconds more") << QStringLiteral("00:01:03") << true;
        QTest::newRow("no duration") << QStringLiteral("about a minute") << true;
    }
    void aLengthThatAgreesIsNotOffered() {
        QFETCH(QString, stated);
        QFETCH(bool, isOffered);
        Opened open;
        open.addLocal(1, 60);
        open.setValue("podcast_duration", stated);
        open.play(0);
        QTRY_VERIFY_WITH_TIMEOUT(open.bar->player().duration() > 0, patience);
        QCOMPARE(open.offersDuration(), isOffered);
    }

    void whatDoesNotPlayIsSaidInWords_data() {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("words");
        QTest::newRow("playlist") << QByteArray("200 OK") << QByteArray("#EXTM3U\nfile:///etc/hostname\n")
                                  << "does not answer with audio";
        QTest::newRow("page") << QByteArray("200 OK") << QByteArray("<html>no</html>")
                              << "does not answer with audio";
        QTest::newRow("absent") << QByteArray("404 Not Found") << QByteArray("no") << "404";
        QTest::newRow("broken") << QByteArray("500 Oops") << QByteArray("no") << "500";
    }
    void whatDoesNotPlayIsSaidInWords() {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, words);
        HttpServer server;
        HttpServer::Answer answer;
        answer.status = status;
        answer.body = body;
        server.on("/a.mp3", answer);
        Opened open;
        open.setValue("podcast_file", server.url("/a.mp3").toString());
        open.play(0);
        QTRY_COMPARE_WITH_TIMEOUT(open.bar->player().state(), Player::State::Failed, patience);
        QVERIFY2(open.label("problemLabel").contains(words), qPrintable(open.label("problemLabel")));
    }

    void aStreamPlaysAndIsSought_data() {
        QTest::addColumn<bool>("doesRanges");
        QTest::newRow("ranges") << true;
        QTest::newRow("no ranges") << false;
    }
    void aStreamPlaysAndIsSought() {
        QFETCH(bool, doesRanges);
        HttpServer server;
        HttpServer::Answer answer;
        answer.headers = "Content-Type: audio/mpeg\r\n";
        answer.body = silentMp3(120);
        answer.doesRanges = doesRanges;
        server.on("/a.mp3", answer);
        Opened open;
        open.setValue("podcast_file", server.url("/a.mp3").toString());
        open.play(0);
        Player& player = open.bar->player();
        QTRY_COMPARE_WITH_TIMEOUT(player.state(), Player::State::Playing, patience);
        QTRY_VERIFY_WITH_TIMEOUT(player.position() > 0, patience);
        QVERIFY2(open.label("sourceLabel").contains(QLatin1String("stream from 127.0.0.1")),
                 qPrintable(open.label("sourceLabel")));
        QVERIFY(qAbs(player.duration() - 120 * second) < second);
        open.bar->togglePlaying();
        player.seek(90 * second);
        QTRY_VERIFY_WITH_TIMEOUT(qAbs(player.position() - 90 * second) < second, patience);
        QCOMPARE(player.problem().isEmpty(), player.hasSoundDevice());
    }

    void aServerThatStallsHoldsNothingUp_data() {
        QTest::addColumn<qint64>("stallsAt");
        QTest::newRow("while opening") << qint64{66'000};
        QTest::newRow("while playing") << qint64{1'000'000};
    }
    void aServerThatStallsHoldsNothingUp() {
        QFETCH(qint64, stallsAt);
        HttpServer server;
        HttpServer::Answer answer;
        answer.body = id3Tag(60'000) + silentMp3(120);
        answer.stallsAt = stallsAt;
        server.on("/a.mp3", answer);
        Opened open;
        open.addLocal(2, 30);
        open.setValue("podcast_file", server.url("/a.mp3").toString());
        open.play(0);
        Player& player = open.bar->player();
        QTRY_VERIFY_WITH_TIMEOUT(server.questions().size() >= 2, patience);
        QTest::qWait(300);
        player.seek(110 * second); // into what does not come
        QTest::qWait(300);
        open.bar->setEpisode({1});
        open.bar->togglePlaying(); // what plays, or is not open yet, ends
        open.play(1);              // another one is heard at once
        QTRY_VERIFY_WITH_TIMEOUT(qAbs(player.duration() - 30 * second) < second, patience);
        QTRY_COMPARE_WITH_TIMEOUT(player.state(), Player::State::Playing, patience);
    }

    void closingDoesNotWaitForAServer() {
        HttpServer server;
        HttpServer::Answer answer;
        answer.body = id3Tag(60'000) + silentMp3(120);
        answer.stallsAt = 66'000;
        server.on("/a.mp3", answer);
        Opened open;
        open.setValue("podcast_file", server.url("/a.mp3").toString());
        open.play(0);
        QTRY_VERIFY_WITH_TIMEOUT(server.questions().size() >= 2, patience);
        QElapsedTimer timer;
        timer.start();
        open.bar.reset();
        QVERIFY(timer.elapsed() < 10'000); // the stream's own patience is twice that
    }

    void anEpisodeWithoutAudioSaysSo() {
        Opened open;
        open.setValue("podcast_file", QString());
        open.play(0);
        QVERIFY2(open.label("problemLabel").contains(QLatin1String("no audio file")),
                 qPrintable(open.label("problemLabel")));
        open.setValue("podcast_file", QStringLiteral("file:///etc/hostname"));
        open.play(0);
        QVERIFY2(open.label("problemLabel").contains(QLatin1String("not a complete http")),
                 qPrintable(open.label("problemLabel")));
    }

    void whatPlaysGoesOnWhileAnotherIsSelected() {
        Opened open;
        open.addLocal(1, 60);
        open.addLocal(2, 30);
        open.play(0);
        QTRY_COMPARE_WITH_TIMEOUT(open.bar->player().state(), Player::State::Playing, patience);
        open.bar->setEpisode({1});
        QCOMPARE(open.bar->player().state(), Player::State::Playing);
        QVERIFY2(open.label("sourceLabel").contains(QLatin1String("night-desk 1")),
                 qPrintable(open.label("sourceLabel")));
        open.bar->togglePlaying();
        open.bar->togglePlaying();
        QTRY_VERIFY_WITH_TIMEOUT(qAbs(open.bar->player().duration() - 30 * second) < second, patience);
    }

    void thePositionIsRememberedForEachEpisode() {
        Opened open;
        open.addLocal(1, 60);
        open.play(0);
        QTRY_COMPARE_WITH_TIMEOUT(open.bar->player().state(), Player::State::Playing, patience);
        open.bar->togglePlaying();
        open.bar->forward();
        QTRY_VERIFY_WITH_TIMEOUT(open.bar->player().position() >= 29 * second, patience);
        open.bar = std::make_unique<PlayerBar>(open.context());
        const auto key = QStringLiteral("position/") + Opened::guid(1);
        QVERIFY(open.settings.catalogValue(key).toLongLong() >= 29 * second);
        open.play(0);
        QTRY_VERIFY_WITH_TIMEOUT(open.bar->player().position() >= 29 * second, patience);
        open.bar->back();
        QTRY_VERIFY_WITH_TIMEOUT(open.bar->player().position() < 27 * second, patience);
    }

    void withoutAValidGuidItIsRememberedByPath_data() {
        QTest::addColumn<QString>("stated");
        QTest::newRow("none") << QString();
        QTest::newRow("no GUID") << QStringLiteral("the second one");
    }
    void withoutAValidGuidItIsRememberedByPath() {
        QFETCH(QString, stated);
        HttpServer server;
        HttpServer::Answer answer;
        answer.headers = "Content-Type: audio/mpeg\r\n";
        answer.body = silentMp3(60);
        server.on("/a.mp3", answer);
        Opened open;
        open.setValue("episode_guid", stated);
        open.setValue("podcast_file", server.url("/a.mp3").toString());
        open.opened().seek(30 * second);
        open.bar->stop();
        QCOMPARE(open.bar->player().state(), Player::State::Empty);
        const QString key = app::positionKey(open.catalog, {0});
        QVERIFY2(key.startsWith(QLatin1String("position/path:")), qPrintable(key));
        QVERIFY(key != app::positionKey(open.catalog, {1}));
        QCOMPARE(open.settings.catalogValue(key).toLongLong(), 30 * second);
        open.play(0);
        QTRY_VERIFY_WITH_TIMEOUT(open.bar->player().position() >= 29 * second, patience);
    }

    void speedAndVolumeAreRemembered() {
        Opened open;
        open.bar->faster();
        open.bar->faster();
        Opened::child<QSlider>(*open.bar, "volumeSlider")->setValue(40);
        QCOMPARE(open.bar->player().rate(), 1.5);
        open.bar->slower();
        QCOMPARE(open.bar->player().rate(), 1.25);
        open.bar = std::make_unique<PlayerBar>(open.context());
        QCOMPARE(open.bar->player().rate(), 1.25);
        QVERIFY(qAbs(open.bar->player().volume() - 0.4) < 0.02);
    }

    void theSpeedStaysInItsLimits() {
        Opened open;
        for (int step = 0; step < 20; ++step)
            open.bar->faster();
        QCOMPARE(open.bar->player().rate(), 3.0);
        for (int step = 0; step < 20; ++step)
            open.bar->slower();
        QCOMPARE(open.bar->player().rate(), 0.5);
        open.bar->normalSpeed();
        QCOMPARE(open.bar->player().rate(), 1.0);
    }

    void anotherCatalogueStopsIt() {
        Opened open;
        open.addLocal(1, 60);
        open.play(0);
        QTRY_COMPARE_WITH_TIMEOUT(open.bar->player().state(), Player::State::Playing, patience);
        open.catalog.clear();
        QCOMPARE(open.bar->player().state(), Player::State::Empty);
        open.bar->togglePlaying();
        QCOMPARE(open.bar->player().state(), Player::State::Empty);
    }

    void longProblemsGiveWay() {
        Opened open;
        open.bar->show();
        open.bar->player().fail(QString(400, QLatin1Char('x')));
        QTest::qWait(50);
        QVERIFY2(open.bar->minimumSizeHint().width() <= 1024,
                 qPrintable(QString::number(open.bar->minimumSizeHint().width())));
        QVERIFY(Opened::child<QLabel>(*open.bar, "problemLabel")->toolTip().contains(QString(400, u'x')));
    }

    void everyControlHasANameAndAnIcon() {
        Opened open;
        for (const char* name : {"playButton", "backButton", "forwardButton", "muteButton", "deviceButton",
                                 "previousChapterButton", "nextChapterButton"}) {
            const auto* button = Opened::child<QToolButton>(*open.bar, name);
            QVERIFY2(!button->icon().isNull() && !button->accessibleName().isEmpty() &&
                         !button->toolTip().isEmpty(),
                     name);
        }
        for (const char* name :
             {"seekBar", "rateButton", "volumeSlider", "elapsedLabel", "totalLabel", "chapterLabel"})
            QVERIFY2(!Opened::child<QWidget>(*open.bar, name)->accessibleName().isEmpty(), name);
    }
};

QTEST_MAIN(TestPlayerBar)
#include "tst_playerbar.moc"
