// SPDX-License-Identifier: MIT
#include "app/widgets/waveformview.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

using app::ChapterMark;
using app::WaveformScale;
using app::WaveformView;

class TestWaveformView : public QObject {
    Q_OBJECT

    static constexpr int width = 1000, height = 60;
    static constexpr qint64 length = 1'000'000; // a pixel a second

    struct Shown {
        WaveformView view;
        QSignalSpy seeks{&view, &WaveformView::seekRequested};
        QSignalSpy plays{&view, &WaveformView::playRequested};
        QSignalSpy moves{&view, &WaveformView::chapterMoved};
        QSignalSpy loops{&view, &WaveformView::loopRangeChanged};
        QSignalSpy clears{&view, &WaveformView::loopCleared};

        Shown() {
            view.resize(width, height);
            view.show();
            view.setDuration(length);
            view.setChapters({{0, QStringLiteral("Intro")},
                              {200'000, QStringLiteral("News")},
                              {600'000, QStringLiteral("Feedback")}},
                             1000);
        }
        void drag(QPoint from, QPoint to, Qt::KeyboardModifiers keys = {}, bool lets = true) {
            QTest::mousePress(&view, Qt::LeftButton, keys, from);
            move((from + to) / 2);
            move(to);
            if (lets)
                QTest::mouseRelease(&view, Qt::LeftButton, keys, to);
        }
        void move(QPoint to) {
            QMouseEvent event(QEvent::MouseMove, to, view.mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                              Qt::NoModifier);
            QApplication::sendEvent(&view, &event);
        }
        void turn(QPoint at, QPoint angle, Qt::KeyboardModifiers keys = {}) {
            QWheelEvent event(at, view.mapToGlobal(at), {}, angle, Qt::NoButton, keys, Qt::NoScrollPhase,
                              false);
            QApplication::sendEvent(&view, &event);
        }
        qint64 lastSeek() const { return seeks.isEmpty() ? -1 : seeks.last().at(0).toLongLong(); }
    };
    static constexpr int waveY = height - 10;

    static audio::WaveformState loudState(bool isExact) {
        audio::WaveformState state;
        auto rough = std::make_shared<audio::RoughWaveform>();
        rough->sampleRate = 44'100;
        rough->samples = std::uint64_t{44'100} * 1000;
        rough->levels.assign(rough->samples / 576, 200);
        state.rough = rough;
        state.stage = audio::WaveformState::Stage::Rough;
        if (isExact) {
            std::vector<audio::WavePeak> peaks(rough->samples / 256, {-100, 100, 100});
            state.waveform = std::make_shared<audio::Waveform>(
                audio::WaveShape{44'100, 256, rough->samples, 0, 0}, peaks,
                audio::SoundExtent{peaks.size() / 4, peaks.size() - 1}, true);
            state.stage = audio::WaveformState::Stage::Exact;
        }
        return state;
    }

private slots:
    void aClickGoesThere() {
        Shown shown;
        QTest::mouseClick(&shown.view, Qt::LeftButton, {}, {300, waveY});
        QCOMPARE(shown.lastSeek(), qint64{300'000});
        QCOMPARE(shown.view.position(), qint64{300'000});
        QCOMPARE(shown.plays.size(), 0);
    }

    void draggingSeeksOnTheWayButNotAtEveryPixel() {
        Shown shown;
        QTest::mousePress(&shown.view, Qt::LeftButton, {}, {100, waveY});
        for (int x = 100; x <= 400; ++x)
            shown.move({x, waveY});
        QTest::qWait(100);
        shown.move({401, waveY});
        const auto during = shown.seeks.size();
        QVERIFY(during >= 1 && during < 100);
        QTest::mouseRelease(&shown.view, Qt::LeftButton, {}, {402, waveY});
        QCOMPARE(shown.lastSeek(), qint64{402'000});
    }

    void aDoubleClickPlaysFromThere() {
        Shown shown;
        QTest::mouseDClick(&shown.view, Qt::LeftButton, {}, {250, waveY});
        QCOMPARE(shown.plays.size(), 1);
        QCOMPARE(shown.plays[0][0].toLongLong(), qint64{250'000});
    }

    void aMarkIsDraggedBetweenItsNeighbours_data() {
        QTest::addColumn<int>("to");
        QTest::addColumn<qint64>("start"); // -1: nothing is moved
        QTest::newRow("on") << 300 << qint64{300'000};
        QTest::newRow("back") << 150 << qint64{150'000};
        QTest::newRow("not behind the next") << 900 << qint64{600'000};
        QTest::newRow("not before the one before") << -50 << qint64{0};
        QTest::newRow("nearly nothing") << 202 << qint64{-1};
    }
    void aMarkIsDraggedBetweenItsNeighbours() {
        QFETCH(int, to);
        QFETCH(qint64, start);
        Shown shown;
        const QPoint mark = shown.view.placeOfMark(1);
        QCOMPARE(mark.x(), 200);
        shown.drag(mark, {to, mark.y()});
        QCOMPARE(shown.moves.size(), start < 0 ? 0 : 1);
        if (start < 0)
            return;
        QCOMPARE(shown.moves[0][0].toInt(), 1);
        QCOMPARE(shown.moves[0][1].toLongLong(), start);
        QCOMPARE(shown.seeks.size(), 0);
    }

    void movedMarksKeepToTheStep() {
        Shown shown;
        for (int i = 0; i < 12; ++i)
            shown.turn({200, waveY}, {0, 120});
        const QPoint mark = shown.view.placeOfMark(1);
        shown.drag(mark, mark + QPoint(137, 0));
        QCOMPARE(shown.moves.size(), 1);
        QCOMPARE(shown.moves[0][1].toLongLong() % 1000, qint64{0});
    }

    void aClickOnATitleGoesToItsChapter() {
        Shown shown;
        const QPoint mark = shown.view.placeOfMark(1);
        QTest::mouseClick(&shown.view, Qt::LeftButton, {}, mark + QPoint(30, 0));
        QCOMPARE(shown.lastSeek(), qint64{200'000});
        QCOMPARE(shown.moves.size(), 0);
    }

    void escapeLetsGo() {
        Shown shown;
        const QPoint mark = shown.view.placeOfMark(1);
        shown.drag(mark, {300, mark.y()}, {}, false);
        QTest::keyClick(&shown.view, Qt::Key_Escape);
        QTest::mouseRelease(&shown.view, Qt::LeftButton, {}, {300, mark.y()});
        QCOMPARE(shown.moves.size(), 0);
        shown.view.setLoop(10'000, 20'000);
        shown.drag({500, waveY}, {700, waveY}, Qt::ShiftModifier, false);
        QCOMPARE(shown.view.loop()->first, qint64{500'000});
        QTest::keyClick(&shown.view, Qt::Key_Escape);
        QCOMPARE(shown.view.loop()->first, qint64{10'000});
        QCOMPARE(shown.loops.size(), 0);
    }

    void shiftAndDragSelectsARange() {
        Shown shown;
        shown.drag({700, waveY}, {500, waveY}, Qt::ShiftModifier);
        QCOMPARE(shown.loops.size(), 1);
        QCOMPARE(shown.loops[0][0].toLongLong(), qint64{500'000});
        QCOMPARE(shown.loops[0][1].toLongLong(), qint64{700'000});
        QCOMPARE(shown.seeks.size(), 0);
        QTest::mouseClick(&shown.view, Qt::LeftButton, Qt::ShiftModifier, {100, waveY});
        QCOMPARE(shown.clears.size(), 1);
        QVERIFY(!shown.view.loop());
    }

    void theWheelZoomsAroundThePointer() {
        Shown shown;
        for (int i = 0; i < 5; ++i) {
            shown.turn({700, waveY}, {0, 120});
            QVERIFY(std::abs(shown.view.scale().timeAt(700) - 700'000) < 1);
        }
        QVERIFY(shown.view.scale().span() < 200'000);
        for (int i = 0; i < 50; ++i)
            shown.turn({700, waveY}, {0, 120});
        QCOMPARE(shown.view.scale().span(), WaveformScale::leastSpan);
        for (int i = 0; i < 90; ++i)
            shown.turn({10, waveY}, {0, -120});
        QVERIFY(!shown.view.scale().isZoomed());
        QCOMPARE(shown.view.scale().from(), 0.0);
    }

    void theWheelScrolls_data() {
        QTest::addColumn<QPoint>("angle");
        QTest::addColumn<bool>("withShift");
        QTest::newRow("with Shift") << QPoint(0, -120) << true;
        QTest::newRow("sideways") << QPoint(-120, 0) << false;
    }
    void theWheelScrolls() {
        QFETCH(QPoint, angle);
        QFETCH(bool, withShift);
        Shown shown;
        shown.view.zoomIn();
        shown.view.scrollTo(100'000);
        const double span = shown.view.scale().span();
        shown.turn({500, waveY}, angle, withShift ? Qt::ShiftModifier : Qt::NoModifier);
        QCOMPARE(shown.view.scale().span(), span);
        QCOMPARE(shown.view.scale().from(), 100'000 + span / 10);
    }

    void keys_data() {
        QTest::addColumn<int>("key");
        QTest::addColumn<qint64>("time");
        QTest::newRow("back") << int(Qt::Key_Left) << qint64{490'000};
        QTest::newRow("on") << int(Qt::Key_Right) << qint64{530'000};
        QTest::newRow("start") << int(Qt::Key_Home) << qint64{0};
        QTest::newRow("end") << int(Qt::Key_End) << length;
        QTest::newRow("another") << int(Qt::Key_X) << qint64{-1};
    }
    void keys() {
        QFETCH(int, key);
        QFETCH(qint64, time);
        Shown shown;
        shown.view.setPosition(500'000, false);
        QTest::keyClick(&shown.view, Qt::Key(key));
        QCOMPARE(shown.lastSeek(), time);
    }

    void keysZoomAroundThePlayhead() {
        Shown shown;
        shown.view.setPosition(900'000, false);
        QTest::keyClick(&shown.view, Qt::Key_Plus);
        QVERIFY(shown.view.scale().isZoomed());
        QVERIFY(shown.view.scale().shows(900'000));
        QTest::keyClick(&shown.view, Qt::Key_Minus);
        QVERIFY(!shown.view.scale().isZoomed());
    }

    void thePlayheadIsFollowedWhereItIsWatched() {
        Shown shown;
        for (int i = 0; i < 8; ++i)
            shown.view.zoomIn();
        shown.view.scrollTo(0);
        const double span = shown.view.scale().span();
        shown.view.setPosition(static_cast<qint64>(span) - 100, true);
        QCOMPARE(shown.view.scale().from(), 0.0);
        shown.view.setPosition(static_cast<qint64>(span) + 100, true);
        QVERIFY(shown.view.scale().shows(span + 100));
        QVERIFY(shown.view.scale().from() > 0);
        shown.view.scrollTo(700'000); // somebody looks elsewhere
        shown.view.setPosition(static_cast<qint64>(span) + 5000, true);
        QCOMPARE(shown.view.scale().from(), 700'000.0);
        shown.view.scrollTo(0);
        shown.view.setPosition(100, false);
        shown.view.setPosition(900'000, false); // it does not play
        QCOMPARE(shown.view.scale().from(), 0.0);
    }

    void titlesDoNotOverlap_data() {
        QTest::addColumn<std::vector<qint64>>("starts"); // milliseconds; a pixel a second
        QTest::addColumn<std::vector<int>>("widths");
        QTest::newRow("far apart") << std::vector<qint64>{0, 400'000} << std::vector<int>{400, 600};
        QTest::newRow("too near") << std::vector<qint64>{0, 10'000, 500'000} << std::vector<int>{0, 490, 500};
        QTest::newRow("at the end") << std::vector<qint64>{990'000} << std::vector<int>{0};
        QTest::newRow("the same place") << std::vector<qint64>{100'000, 100'000} << std::vector<int>{0, 900};
        QTest::newRow("none") << std::vector<qint64>{} << std::vector<int>{};
    }
    void titlesDoNotOverlap() {
        QFETCH(std::vector<qint64>, starts);
        QFETCH(std::vector<int>, widths);
        WaveformScale scale;
        scale.setWidth(width);
        scale.setDuration(length);
        std::vector<ChapterMark> marks;
        for (const qint64 start : starts)
            marks.push_back({start, QStringLiteral("x")});
        const auto rooms = app::labelRooms(marks, scale, width, 30);
        QCOMPARE(rooms.size(), widths.size());
        for (std::size_t i = 0; i < rooms.size(); ++i)
            QCOMPARE(int(std::lround(rooms[i].width)), widths[i]);
    }

    void theChapterUnderWayKeepsItsTitleAtTheEdge() {
        WaveformScale scale;
        scale.setWidth(width);
        scale.setDuration(length);
        scale.zoom(0.1, 500);
        const auto rooms = app::labelRooms({{0, {}}, {100'000, {}}, {500'000, {}}}, scale, width, 30);
        QCOMPARE(rooms[0].width, 0.0);
        QCOMPARE(rooms[1].left, 0.0);
        QVERIFY(rooms[1].width > 400);
    }

    void roughAndExactAreToldApart() {
        Shown shown;
        shown.view.setChapters({}, 1000);
        const auto colorAt = [&shown](int x) {
            return shown.view.grab().toImage().pixelColor(x, height / 2 - 8);
        };
        const QColor ground = shown.view.palette().color(QPalette::Base);
        QCOMPARE(colorAt(700), ground);
        shown.view.setState(loudState(false));
        const QColor rough = colorAt(700);
        QVERIFY(rough != ground);
        shown.view.setState(loudState(true));
        const QColor exact = colorAt(700);
        QVERIFY(exact != ground && exact != rough);
        QVERIFY(colorAt(100) != ground);
    }

    void otherColorsArePaintedAtOnce() {
        Shown shown;
        shown.view.setState(loudState(true));
        const QImage before = shown.view.grab().toImage();
        QPalette dark = shown.view.palette();
        dark.setColor(QPalette::Base, Qt::black);
        dark.setColor(QPalette::Text, Qt::white);
        shown.view.setPalette(dark);
        QCOMPARE(shown.view.grab().toImage().pixelColor(500, height - 1), QColor(Qt::black));
        QVERIFY(before.pixelColor(500, height - 1) != QColor(Qt::black));
    }

    void itSaysWhatItShows() {
        Shown shown;
        QCOMPARE(shown.view.accessibleName(), QStringLiteral("Waveform"));
        shown.view.setPosition(61'000, false);
        QCOMPARE(shown.view.accessibleDescription(), QStringLiteral("01:01 of 16:40"));
        WaveformView empty;
        empty.setWords(QStringLiteral("No episode is selected."));
        QCOMPARE(empty.accessibleDescription(), QStringLiteral("No episode is selected."));
    }

    void nothingHappensWithoutATime() {
        WaveformView empty;
        empty.resize(width, height);
        QSignalSpy seeks(&empty, &WaveformView::seekRequested);
        QTest::mouseClick(&empty, Qt::LeftButton, {}, {300, 30});
        empty.zoomIn();
        QCOMPARE(seeks.size(), 0);
        QVERIFY(!empty.grab().isNull());
    }
};

QTEST_MAIN(TestWaveformView)
#include "tst_waveformview.moc"
