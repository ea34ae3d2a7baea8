// SPDX-License-Identifier: MIT
#include "net/download.h"

#include "support/httpserver.h"
#include "support/soundfixture.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using net::Download;
using Answer = HttpServer::Answer;
using Fault = HttpServer::Fault;

class TestDownload : public QObject {
    Q_OBJECT

    static constexpr int patience = 20'000;
    static constexpr qint64 enough = 10'000'000;

    struct Fetching {
        QTemporaryDir folder;
        QString path = folder.filePath(QStringLiteral("deep/er/a.mp3"));
        Download download;
        QSignalSpy finished{&download, &Download::finished};
        QSignalSpy progressed{&download, &Download::progressed};
        QString refusal;

        void start(const QUrl& url, qint64 most = enough) {
            download.setPatience(500);
            download.start(url, path, most, [this](const QByteArray&) { return refusal; });
        }
        QString fetch(const QUrl& url, qint64 most = enough) {
            start(url, most);
            if (!QTest::qWaitFor([this] { return !finished.isEmpty(); }, patience))
                return QStringLiteral("nothing was heard");
            return finished.takeFirst().at(0).toString();
        }
        QByteArray file() const {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }
        /// Every file that is left, the wanted one or others.
        QStringList left() const {
            return QDir(QFileInfo(path).path()).entryList(QDir::Files | QDir::Hidden | QDir::System);
        }
    };

    static Answer answerOf(const QByteArray& body, qint64 cutsAfter = -1, qint64 stallsAt = -1) {
        Answer answer;
        answer.body = body;
        answer.cutsAfter = cutsAfter;
        answer.stallsAt = stallsAt;
        return answer;
    }

private slots:
    void theWholeFileComes_data() {
        QTest::addColumn<bool>("saysLength");
        QTest::addColumn<bool>("doesRanges");
        QTest::newRow("as most servers do") << true << true;
        QTest::newRow("without ranges") << true << false;
        QTest::newRow("without a length") << false << false;
    }
    void theWholeFileComes() {
        QFETCH(bool, saysLength);
        QFETCH(bool, doesRanges);
        HttpServer server;
        Answer answer;
        answer.body = silentMp3(60);
        answer.saysLength = saysLength;
        answer.doesRanges = doesRanges;
        server.on("/a.mp3", answer);
        Fetching fetching;
        QCOMPARE(fetching.fetch(server.url("/a.mp3")), QString());
        QCOMPARE(fetching.file(), answer.body);
        QCOMPARE(fetching.left(), QStringList{QStringLiteral("a.mp3")});
        QVERIFY(!fetching.download.isRunning());
        QCOMPARE(fetching.progressed.last().at(0).toLongLong(), qint64{answer.body.size()});
    }

    void redirectsAreFollowed() {
        HttpServer server;
        server.redirect("/go", "/a.mp3");
        server.on("/a.mp3", answerOf(silentMp3(5)));
        Fetching fetching;
        QCOMPARE(fetching.fetch(server.url("/go")), QString());
        QCOMPARE(fetching.file(), silentMp3(5));
    }

    void whatIsThereIsReplaced() {
        HttpServer server;
        server.on("/a.mp3", answerOf(silentMp3(5)));
        Fetching fetching;
        QVERIFY(QDir().mkpath(QFileInfo(fetching.path).path()));
        QFile old(fetching.path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        QCOMPARE(fetching.fetch(server.url("/a.mp3")), QString());
        QCOMPARE(fetching.file(), silentMp3(5));
    }

    void troubleIsSaidInWordsAndNothingIsLeft_data() {
        QTest::addColumn<int>("fault");
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<qint64>("most");
        QTest::addColumn<QString>("refusal");
        QTest::addColumn<QString>("words");
        const QByteArray well = "200 OK";
        const QString none;
        QTest::newRow("not found") << int(Fault::None) << QByteArray("404 Not Found") << enough << none
                                   << QStringLiteral("no such file");
        QTest::newRow("too large") << int(Fault::None) << well << qint64{100'000} << none
                                   << QStringLiteral("larger than");
        QTest::newRow("no audio") << int(Fault::None) << well << enough << QStringLiteral("It is a page.")
                                  << QStringLiteral("It is a page.");
        QTest::newRow("garbage") << int(Fault::TalksGarbage) << well << enough << none
                                 << QStringLiteral("server");
        QTest::newRow("nobody") << int(Fault::CutsAtOnce) << well << enough << none
                                << QStringLiteral("server");
    }
    void troubleIsSaidInWordsAndNothingIsLeft() {
        QFETCH(int, fault);
        QFETCH(QByteArray, status);
        QFETCH(qint64, most);
        QFETCH(QString, refusal);
        QFETCH(QString, words);
        HttpServer server;
        Answer answer = answerOf(silentMp3(30));
        answer.status = status;
        answer.fault = Fault(fault);
        server.on("/a.mp3", answer);
        Fetching fetching;
        fetching.refusal = refusal;
        const QString error = fetching.fetch(server.url("/a.mp3"), most);
        QVERIFY2(error.contains(words), qPrintable(error));
        QVERIFY(fetching.left().isEmpty());
    }

    void whatBreaksOffIsNotKept_data() {
        QTest::addColumn<qint64>("cutsAfter");
        QTest::addColumn<qint64>("stallsAt");
        QTest::addColumn<QString>("words");
        QTest::newRow("cut") << qint64{300'000} << qint64{-1} << QStringLiteral("stopped sending");
        QTest::newRow("stalled") << qint64{-1} << qint64{300'000} << QStringLiteral("sends no more");
    }
    void whatBreaksOffIsNotKept() {
        QFETCH(qint64, cutsAfter);
        QFETCH(qint64, stallsAt);
        QFETCH(QString, words);
        HttpServer server;
        server.on("/a.mp3", answerOf(silentMp3(60), cutsAfter, stallsAt));
        Fetching fetching;
        const QString error = fetching.fetch(server.url("/a.mp3"));
        QVERIFY2(error.contains(words), qPrintable(error));
        QVERIFY(fetching.left().isEmpty());
    }

    void anEndlessFileEndsAtTheLimit() {
        HttpServer server;
        Answer answer = answerOf(silentMp3(10));
        answer.saysLength = answer.doesRanges = false;
        answer.isEndless = true;
        server.on("/a.mp3", answer);
        Fetching fetching;
        const QString error = fetching.fetch(server.url("/a.mp3"), 2'000'000);
        QVERIFY2(error.contains(QLatin1String("larger than")), qPrintable(error));
        QVERIFY(fetching.left().isEmpty());
    }

    void otherAddressesAreNotAsked_data() {
        QTest::addColumn<QString>("address");
        QTest::newRow("file") << QStringLiteral("file:///etc/passwd");
        QTest::newRow("user name") << QStringLiteral("http://me:secret@127.0.0.1:1/a.mp3");
        QTest::newRow("nothing") << QString();
    }
    void otherAddressesAreNotAsked() {
        QFETCH(QString, address);
        Fetching fetching;
        QVERIFY(!fetching.fetch(QUrl(address)).isEmpty());
        QVERIFY(fetching.left().isEmpty());
    }

    void cancellingLeavesNothing() {
        HttpServer server;
        server.on("/a.mp3", answerOf(silentMp3(60), -1, 300'000));
        Fetching fetching;
        fetching.start(server.url("/a.mp3"));
        QTRY_VERIFY(!fetching.progressed.isEmpty() && fetching.progressed.last().at(0).toLongLong() > 0);
        QVERIFY(fetching.download.isRunning());
        fetching.download.cancel();
        QVERIFY(!fetching.download.isRunning());
        QVERIFY(fetching.left().isEmpty());
        QTest::qWait(700); // longer than its patience
        QVERIFY(fetching.finished.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestDownload)
#include "tst_download.moc"
