// SPDX-License-Identifier: MIT
#include "audio/loopwatch.h"

#include <QTest>

using audio::LoopWatch;

namespace {

/// A player that plays in no time: it says where it is ten times a second, as QMediaPlayer does, and has one
/// timer that turns it back.
class FakePlayer {
public:
    FakePlayer(qint64 duration, double rate)
        : m_duration(duration)
        , m_rate(rate) {}

    void setLoop(qint64 start, qint64 end) {
        m_loop.set(start, end);
        report();
    }
    void seek(qint64 position) {
        m_loop.sought();
        m_position = static_cast<double>(position);
        m_hasEnded = false;
        report();
    }
    void setPlaying(bool isPlaying) {
        m_isPlaying = isPlaying;
        report();
    }
    void run(int milliseconds) {
        constexpr int between = 100;
        for (int i = 0; i < milliseconds; ++i) {
            ++m_now;
            advance();
            if (m_timer && m_now >= *m_timer)
                turnBack();
            if (m_now % between == 0)
                report();
        }
    }
    qint64 position() const { return static_cast<qint64>(m_position); }
    bool isPlaying() const { return m_isPlaying; }

    int turns = 0;
    qint64 furthest = 0; ///< that was heard

private:
    void advance() {
        if (!m_isPlaying)
            return;
        m_position += m_rate;
        furthest = std::max(furthest, position());
        if (position() < m_duration)
            return;
        m_position = static_cast<double>(m_duration);
        m_isPlaying = false;
        m_hasEnded = true;
        report();
    }
    void turnBack() {
        m_timer.reset();
        const auto start = m_loop.turnBack();
        if (!start)
            return;
        ++turns;
        m_position = static_cast<double>(*start);
        m_hasEnded = false;
        m_isPlaying = true;
        report();
    }
    void report() {
        const auto due = m_loop.dueIn({position(), m_rate, m_isPlaying, m_hasEnded});
        m_timer = due ? std::optional(m_now + *due) : std::nullopt;
    }

    LoopWatch m_loop;
    std::optional<qint64> m_timer;
    qint64 m_now = 0;
    qint64 m_duration;
    double m_rate;
    double m_position = 0;
    bool m_isPlaying = false;
    bool m_hasEnded = false;
};

} // namespace

class TestLoopWatch : public QObject {
    Q_OBJECT

private slots:
    void turnsBackAtTheEnd_data() {
        QTest::addColumn<qint64>("start");
        QTest::addColumn<qint64>("end");
        QTest::addColumn<double>("rate");
        QTest::newRow("within") << qint64{2000} << qint64{3000} << 1.0;
        QTest::newRow("between two reports") << qint64{2000} << qint64{2250} << 1.0;
        QTest::newRow("fast") << qint64{2000} << qint64{5050} << 3.0;
        QTest::newRow("slow") << qint64{2000} << qint64{2600} << 0.5;
        QTest::newRow("from the beginning") << qint64{0} << qint64{1000} << 1.0;
    }
    void turnsBackAtTheEnd() {
        QFETCH(qint64, start);
        QFETCH(qint64, end);
        QFETCH(double, rate);
        FakePlayer player(20'000, rate);
        player.setLoop(start, end);
        player.seek(start);
        player.setPlaying(true);
        player.run(10'000);
        const auto whole = static_cast<int>(10'000 * rate / static_cast<double>(end - start));
        QVERIFY2(std::abs(player.turns - whole) <= 1, qPrintable(QString::number(player.turns)));
        QVERIFY2(player.furthest <= end + 5, qPrintable(QString::number(player.furthest)));
        QVERIFY(player.position() >= start && player.isPlaying());
    }

    void turnsBackWhereTheSoundEnds() {
        FakePlayer player(5000, 1);
        player.setLoop(4000, 5000);
        player.seek(4500);
        player.setPlaying(true);
        player.run(4000);
        QVERIFY(player.turns >= 3);
        QVERIFY(player.isPlaying());
    }

    void comesInFromBefore() {
        FakePlayer player(20'000, 1);
        player.setLoop(2000, 3000);
        player.setPlaying(true);
        player.run(2900);
        QCOMPARE(player.turns, 0);
        player.run(200);
        QCOMPARE(player.turns, 1);
    }

    void behindTheEndItIsNotCalledBack() {
        FakePlayer player(20'000, 1);
        player.setLoop(2000, 3000);
        player.setPlaying(true);
        player.run(2500);
        player.seek(10'000); // out of the loop
        player.run(3000);
        QCOMPARE(player.turns, 0);
        QCOMPARE(player.position(), qint64{13'000});
        player.seek(20'000);
        player.run(100); // the end of all is not the loop's
        QCOMPARE(player.turns, 0);
        QVERIFY(!player.isPlaying());
        player.seek(2900);
        player.setPlaying(true);
        player.run(200);
        QCOMPARE(player.turns, 1);
    }

    void pausedItWaits() {
        FakePlayer player(20'000, 1);
        player.setLoop(2000, 3000);
        player.seek(2000);
        player.setPlaying(true);
        player.run(500);
        player.setPlaying(false);
        player.run(5000);
        QCOMPARE(player.turns, 0);
        QVERIFY(!player.isPlaying());
        player.setPlaying(true);
        player.run(600);
        QCOMPARE(player.turns, 1);
    }

    void cleared() {
        FakePlayer player(20'000, 1);
        player.setLoop(2000, 3000);
        player.seek(2000);
        player.setPlaying(true);
        player.run(950);
        player.setLoop(0, 0);
        player.run(2000);
        QCOMPARE(player.turns, 0);
        QCOMPARE(player.position(), qint64{4950});
    }
};

QTEST_GUILESS_MAIN(TestLoopWatch)
#include "tst_loopwatch.moc"
