// SPDX-License-Identifier: MIT
// Places in the sound: chapters, the loop, a time that is typed, the seek bar; and where the sound comes out.
#include "app/dialogs/gototimedialog.h"
#include "app/widgets/seekbar.h"
#include "support/playerfixture.h"

#include <QLineEdit>
#include <QMenu>
#include <QTimer>
#include <QWheelEvent>

using app::PlayerBar;
using audio::Player;

class TestPlayerPlaces : public QObject {
    Q_OBJECT

    static constexpr int patience = 60'000;
    static constexpr qint64 second = 1000;
    using Opened = PlayerFixture;

private slots:
    void initTestCase() { audio::preferFfmpegBackend(); }

    void chaptersAreNamedAndGoneTo() {
        Opened open;
        open.addLocal(1, 60);
        open.setChapters(threeChapters());
        open.bar->show();
        Player& player = open.opened();
        QVERIFY(Opened::child<QToolButton>(*open.bar, "nextChapterButton")->isVisible());
        QCOMPARE(open.label("chapterLabel"), QStringLiteral("Opening"));
        Opened::child<QToolButton>(*open.bar, "nextChapterButton")->click();
        QCOMPARE(player.position(), 20 * second);
        QCOMPARE(open.label("chapterLabel"), QStringLiteral("The harbour"));
        open.bar->nextChapter();
        QCOMPARE(open.label("chapterLabel"), QStringLiteral("Letters"));
        open.bar->nextChapter(); // there is none
        QCOMPARE(player.position(), 40 * second);
        player.seek(45 * second);
        open.bar->previousChapter();
        QCOMPARE(player.position(), 40 * second);
        player.seek(42 * second); // it has just begun
        Opened::child<QToolButton>(*open.bar, "previousChapterButton")->click();
        QCOMPARE(player.position(), 20 * second);
    }

    void chaptersFollowTheEpisode() {
        Opened open;
        open.addLocal(1, 60);
        open.bar->show();
        open.opened();
        QVERIFY(!Opened::child<QToolButton>(*open.bar, "nextChapterButton")->isVisible());
        open.setChapters(threeChapters());
        QVERIFY(Opened::child<QToolButton>(*open.bar, "nextChapterButton")->isVisible());
        QCOMPARE(open.label("chapterLabel"), QStringLiteral("Opening"));
        open.session.undoStack().undo();
        QVERIFY(open.bar->chapters().empty());
    }

    void aLoopIsSetFromHereToHere() {
        Opened open;
        open.addLocal(1, 60);
        open.bar->show();
        Player& player = open.opened();
        auto* button = Opened::child<QToolButton>(*open.bar, "loopButton");
        QVERIFY(!button->isVisible());
        player.seek(10 * second);
        open.bar->loopFromHere();
        QCOMPARE(player.loop(), (audio::Loop{10 * second, player.duration()}));
        player.seek(15 * second);
        open.bar->loopToHere();
        QCOMPARE(player.loop(), (audio::Loop{10 * second, 15 * second}));
        QCOMPARE(player.position(), 10 * second);
        QVERIFY2(button->isVisible() && button->text().contains(QLatin1String("00:10")),
                 qPrintable(button->text()));
        button->click();
        QVERIFY(player.loop().isEmpty() && !button->isVisible());
        open.setChapters(threeChapters());
        player.seek(25 * second);
        open.bar->loopChapter();
        QCOMPARE(player.loop(), (audio::Loop{20 * second, 40 * second}));
        open.bar->stop();
        QVERIFY(player.loop().isEmpty());
    }

    void aTypedTimeIsAPlace_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("time");
        QTest::addColumn<QString>("problem");
        QTest::newRow("hours") << QStringLiteral("1:02:03") << 3723 * second << QString();
        QTest::newRow("minutes") << QStringLiteral(" 62:03 ") << 3723 * second << QString();
        QTest::newRow("seconds") << QStringLiteral("90") << 90 * second << QString();
        QTest::newRow("fraction") << QStringLiteral("1:30.5") << qint64{90'500} << QString();
        QTest::newRow("on") << QStringLiteral("+30") << 130 * second << QString();
        QTest::newRow("back") << QStringLiteral("-1:00") << 40 * second << QString();
        QTest::newRow("before the start") << QStringLiteral("-5:00") << 0 * second << QString();
        QTest::newRow("over the end") << QStringLiteral("+9:00:00") << 4000 * second << QString();
        QTest::newRow("behind the end") << QStringLiteral("2:00:00") << 0 * second << "ends at 1:06:40";
        QTest::newRow("words") << QStringLiteral("noon") << 0 * second << "is no time";
        QTest::newRow("minutes over 59") << QStringLiteral("1:70:00") << 0 * second << "is no time";
        QTest::newRow("nothing") << QStringLiteral(" ") << 0 * second << "No time";
    }
    void aTypedTimeIsAPlace() {
        QFETCH(QString, text);
        QFETCH(qint64, time);
        QFETCH(QString, problem);
        const app::TypedPlace place = app::typedPlace(text, 100 * second, 4000 * second);
        QCOMPARE(place.time, time);
        QVERIFY2(problem.isEmpty() ? place.problem.isEmpty() : place.problem.contains(problem),
                 qPrintable(place.problem));
    }

    void goToTimeAsksUntilItIsATime() {
        Opened open;
        open.addLocal(1, 60);
        Player& player = open.opened();
        QString problem;
        QTimer::singleShot(0, open.bar.get(), [&] {
            auto* dialog = open.bar->findChild<app::GoToTimeDialog*>();
            auto* time = Opened::child<QLineEdit>(*dialog, "timeEdit");
            time->setText(QStringLiteral("5:00"));
            QTest::keyClick(time, Qt::Key_Return);
            problem = Opened::child<QLabel>(*dialog, "problemLabel")->text();
            time->setText(QStringLiteral("0:42"));
            Opened::child<QPushButton>(*dialog, "goButton")->click();
        });
        open.bar->goToTime();
        QVERIFY2(problem.contains(QLatin1String("ends at 01:00")), qPrintable(problem));
        QCOMPARE(player.position(), 42 * second);
    }

    void draggingSeeksAllAlong() {
        Opened open;
        open.addLocal(1, 60);
        open.bar->show();
        Player& player = open.opened();
        auto* seek = Opened::child<app::SeekBar>(*open.bar, "seekBar");
        const auto at = [seek](int tenths) {
            return QPoint(seek->width() * tenths / 10, seek->height() / 2);
        };
        QTest::mousePress(seek, Qt::LeftButton, {}, at(1));
        for (int tenths = 2; tenths <= 8; ++tenths) {
            QTest::mouseMove(seek, at(tenths));
            QVERIFY2(qAbs(player.position() - tenths * 6 * second) < 2 * second,
                     qPrintable(QString::number(player.position())));
        }
        QTest::mouseRelease(seek, Qt::LeftButton, {}, at(5));
        QVERIFY(qAbs(player.position() - 30 * second) < 2 * second);
    }

    void theSoundDeviceIsChosenAndRemembered() {
        Opened open;
        open.settings.setValue(QStringLiteral("player/device"), QByteArray("headphones"));
        open.settings.setValue(QStringLiteral("player/deviceName"), QStringLiteral("Head & phones"));
        open.bar = std::make_unique<PlayerBar>(open.context());
        QMenu* menu = open.bar->deviceMenu();
        emit menu->aboutToShow();
        QCOMPARE(open.bar->player().device(), QByteArray("headphones"));
        const QAction* away = menu->actions().last();
        QCOMPARE(away->text(), QStringLiteral("Head && phones (not connected)"));
        QVERIFY(away->isChecked() && !away->isEnabled());
        menu->actions().first()->trigger();
        QVERIFY(open.bar->player().device().isEmpty());
        QVERIFY(open.settings.value(QStringLiteral("player/device")).toByteArray().isEmpty());
        emit menu->aboutToShow();
        QVERIFY(menu->actions().first()->isChecked());
    }

    void aClickOnTheSeekBarGoesThere() {
        Opened open;
        open.addLocal(1, 60);
        open.bar->show();
        open.play(0);
        QTRY_COMPARE_WITH_TIMEOUT(open.bar->player().state(), Player::State::Playing, patience);
        open.bar->togglePlaying();
        auto* seek = Opened::child<QSlider>(*open.bar, "seekBar");
        QTest::mouseClick(seek, Qt::LeftButton, {}, seek->rect().center());
        QTRY_VERIFY_WITH_TIMEOUT(qAbs(open.bar->player().position() - 30 * second) < 2 * second, patience);
    }

    void aNotchOfTheWheelIsFiveSeconds() {
        Opened open;
        open.addLocal(1, 60);
        open.bar->show();
        open.play(0);
        QTRY_COMPARE_WITH_TIMEOUT(open.bar->player().state(), Player::State::Playing, patience);
        open.bar->togglePlaying();
        auto* seek = Opened::child<QSlider>(*open.bar, "seekBar");
        const qint64 before = open.bar->player().position();
        QWheelEvent event(QPointF(5, 5), seek->mapToGlobal(QPointF(5, 5)), {}, {0, 240}, Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(seek, &event);
        QTRY_VERIFY_WITH_TIMEOUT(qAbs(open.bar->player().position() - before - 10 * second) < second,
                                 patience);
    }
};

QTEST_MAIN(TestPlayerPlaces)
#include "tst_playerplaces.moc"
