// SPDX-License-Identifier: MIT
// A window is killed while somebody types, again and again; the next one must offer what was typed. Run with
// EPISODE_DESK_KILLS=200 for the long run; three kills otherwise.
#include "support/windowfixture.h"

#include <QDialog>
#include <QProcess>
#include <QPushButton>
#include <QRandomGenerator>
#include <QTest>

#include <chrono>
#include <cstdio>

#include <unistd.h>

namespace {

constexpr qint64 mostLost = 1'000; // milliseconds of typing
const QByteArray typed = "TYPED ";
const QByteArray recovered = "RECOVERED ";

/// The same for every process of a machine.
qint64 now() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

void say(const QByteArray& what, const QString& title) {
    const QByteArray line = what + QByteArray::number(now()) + ' ' + title.toUtf8() + '\n';
    if (::write(STDOUT_FILENO, line.constData(), static_cast<std::size_t>(line.size())) != line.size())
        std::_Exit(2); // nobody listens
}

/// Opens the site, restores what is offered, and types until it is killed.
int typeForever(const QString& ini, const QString& root, quint32 seed) {
    Program program(ini);
    program.window.open({root});
    if (!QTest::qWaitFor([&] { return !program.window.isLoading() && program.catalog.size() == 3; }, 60'000))
        return 3;
    program.select(0);
    auto* title = program.find<QLineEdit>("titleEdit");
    const auto dialog = [&] { return program.window.findChild<QDialog*>(QStringLiteral("recoveryDialog")); };
    const bool isFirst = seed == 0;
    if (!isFirst) {
        if (!QTest::qWaitFor([&] { return dialog() != nullptr; }, 10'000))
            return 4; // not offered
        dialog()->findChild<QPushButton*>(QStringLiteral("restoreButton"))->click();
        say(recovered, title->text());
    }
    QRandomGenerator random(seed);
    constexpr int longest = 60;
    for (;;) {
        // Said before it is typed: the journal may be faster than a word after it.
        if (title->text().size() > longest) {
            title->selectAll();
            say(typed, {});
            QTest::keyClick(title, Qt::Key_Delete);
        }
        title->end(false);
        const QChar key(QLatin1Char(static_cast<char>('a' + random.bounded(26))));
        say(typed, title->text() + key);
        QTest::keyClick(title, key.toLatin1());
        QTest::qWait(random.bounded(5, 40));
    }
}

} // namespace

class TestKillWindow : public QObject {
    Q_OBJECT

    struct State {
        qint64 when;
        QByteArray title;
    };
    std::vector<State> m_states; ///< all that was ever typed, in order
    int m_recovered = 0;
    qint64 m_worst = 0;

    /// The age of the first key that is not in `title`, when the window was killed.
    void takeRecovered(const QByteArray& title, qint64 killed) {
        const auto found = std::find_if(m_states.rbegin(), m_states.rend(),
                                        [&](const State& state) { return state.title == title; });
        QVERIFY2(found != m_states.rend(),
                 qPrintable(QStringLiteral("nobody typed: ") + QString::fromUtf8(title)));
        ++m_recovered;
        if (found != m_states.rbegin())
            m_worst = std::max(m_worst, killed - std::prev(found)->when);
    }

    void takeLine(const QByteArray& line, qint64 killed) {
        const bool isTyped = line.startsWith(typed);
        const QByteArray rest = line.mid(isTyped ? typed.size() : recovered.size());
        const qsizetype space = rest.indexOf(' ');
        const QByteArray title = rest.mid(space + 1);
        if (!isTyped)
            takeRecovered(title, killed);
        m_states.push_back({rest.left(space).toLongLong(), title});
    }

private slots:
    void whatWasTypedIsOfferedAgain() {
        const int kills = std::max(qEnvironmentVariableIntValue("EPISODE_DESK_KILLS"), 3);
        const EpisodeFixture site;
        const QTemporaryDir folder;
        const QByteArray disk = site.read(EpisodeFixture::path(3));
        QRandomGenerator random(7);
        qint64 killed = 0; // when the last one was
        for (int kill = 0; kill <= kills; ++kill) {
            QProcess window;
            window.start(QCoreApplication::applicationFilePath(),
                         {QStringLiteral("--type"), folder.filePath(QStringLiteral("settings.ini")),
                          site.root(), QString::number(kill)});
            QVERIFY(window.waitForStarted());
            QByteArray said;
            const bool isTyping = QTest::qWaitFor(
                [&] {
                    said += window.readAllStandardOutput();
                    return said.contains(typed) || window.state() == QProcess::NotRunning;
                },
                120'000);
            QVERIFY2(
                isTyping && window.state() == QProcess::Running,
                qPrintable(QStringLiteral("window %1 ended by itself: %2").arg(kill).arg(window.exitCode())));
            QTest::qWait(random.bounded(1'500));
            window.kill(); // SIGKILL
            const qint64 moment = now();
            QVERIFY(window.waitForFinished());
            said += window.readAllStandardOutput();
            said.truncate(said.lastIndexOf('\n') + 1);
            for (const QByteArray& line : said.split('\n'))
                if (!line.isEmpty())
                    takeLine(line, killed);
            killed = moment;
        }
        qInfo("%d kills, %d recovered, at worst %lld ms of typing lost", kills, m_recovered, m_worst);
        QCOMPARE(m_recovered, kills);
        QVERIFY(m_worst <= mostLost);
        QCOMPARE(site.read(EpisodeFixture::path(3)), disk); // nothing but Save writes
    }
};

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QLatin1String("--type"))
        return typeForever(arguments.value(2), arguments.value(3), arguments.value(4).toUInt());
    TestKillWindow test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_killwindow.moc"
