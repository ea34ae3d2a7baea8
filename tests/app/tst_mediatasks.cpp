// SPDX-License-Identifier: MIT
#include "app/media/mediatasks.h"

#include "support/httpserver.h"
#include "support/pagefixture.h"
#include "support/soundfixture.h"

#include <QSignalSpy>
#include <QTest>

class TestMediaTasks : public QObject {
    Q_OBJECT

    struct Program : PageFixture {
        Program() {
            settings.setCatalog(site.root());
            settings.setMediaFolder(site.root());
        }
        void finish() {
            QTRY_VERIFY_WITH_TIMEOUT(!tasks.isRunning(), 15'000);
            validator.finish();
        }
        QStringList rules(int id = 0) const {
            QStringList found;
            for (const catalog::Issue& issue : validator.issuesOf({id}))
                if (issue.rule.startsWith(QLatin1String("enclosure-")) ||
                    issue.rule.contains(QLatin1String("differ")))
                    found += issue.rule;
            return found;
        }
        void setEnclosure(const QUrl& url) {
            session.setValue({0}, {std::string("podcast_file")},
                             format::JsonValue::string(url.toString().toStdString()));
        }
        const catalog::MediaFinding* finding() {
            return tasks.results().find(catalog::mediaKey(*catalog.episode({0}).document()));
        }
        QWidget window;
        app::MediaTasks tasks{context(), &window};
    };

    static HttpServer::Answer answer(const QByteArray& status, const QByteArray& body) {
        HttpServer::Answer said;
        said.status = status;
        said.body = body;
        return said;
    }

private slots:
    void aLocalFileIsRead() {
        Program program;
        program.site.write(QStringLiteral("night-desk-1.mp3"), silentMp3(5));
        QCOMPARE(program.tasks.withoutFile({{0}, {1}}), 1);
        program.validator.finish();
        QCOMPARE(program.rules(), QStringList());
        program.tasks.measure({{0}, {1}}, false);
        program.finish();
        QVERIFY(program.finding());
        QCOMPARE(program.finding()->durationMs, qint64{5016});
        QVERIFY(program.finding()->isExact);
        QStringList rules = program.rules();
        rules.sort();
        QCOMPARE(rules, QStringList({QStringLiteral("bytes-differ"), QStringLiteral("duration-differs")}));
        QCOMPARE(program.tasks.results().findings().count(), 1);
        // Another file of that name is not what was measured.
        program.site.write(QStringLiteral("night-desk-1.mp3"), silentMp3(6));
        QVERIFY(!program.finding());
    }

    void whatTheServerSays_data() {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("rules");
        QTest::newRow("audio") << QByteArray("200 OK") << silentMp3(1)
                               << QStringList{QStringLiteral("bytes-differ")};
        QTest::newRow("gone") << QByteArray("404 Not Found") << QByteArray("no")
                              << QStringList{QStringLiteral("enclosure-gone")};
        QTest::newRow("a fault of the server") << QByteArray("500 Oops") << QByteArray("no") << QStringList();
    }
    void whatTheServerSays() {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, body);
        QFETCH(QStringList, rules);
        Program program;
        HttpServer server;
        server.on("/1.mp3", answer(status, body));
        program.setEnclosure(server.url("/1.mp3"));
        program.tasks.measure({{0}}, true);
        program.finish();
        QCOMPARE(program.rules(), rules);
        QVERIFY(program.finding());
        QCOMPARE(program.finding()->durationMs, qint64{-1}); // nobody measured it
        QVERIFY(!program.finding()->isExact);
    }

    void noServerIsAskedUntold() {
        Program program;
        QSignalSpy said(&program.tasks, &app::MediaTasks::message);
        program.tasks.measure({{0}}, false);
        QVERIFY(!program.tasks.isRunning());
        QCOMPARE(said.count(), 1);
    }

    void cancelling() {
        Program program;
        program.site.write(QStringLiteral("night-desk-1.mp3"), silentMp3(5));
        QSignalSpy progress(&program.tasks, &app::MediaTasks::progress);
        program.tasks.measure({{0}}, false);
        QVERIFY(program.tasks.isRunning());
        program.tasks.cancel();
        QVERIFY(!program.tasks.isRunning());
        QCOMPARE(progress.last().at(2).toInt(), 0);
        program.tasks.measure({{0}}, false); // begins anew, behind the file that is still being read
        program.finish();
        QVERIFY(program.finding());
    }
};

QTEST_MAIN(TestMediaTasks)
#include "tst_mediatasks.moc"
