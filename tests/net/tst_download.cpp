// SPDX-License-Identifier: MIT
#include "net/download.h"

#include "support/httpserver.h"
#include "support/soundfixture.h"

#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using net::Download;
using Answer = HttpServer::Answer;
using Fault = HttpServer::Fault;

Q_DECLARE_METATYPE(HttpServer::Answer)

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

    static Answer withHeaders(const QByteArray& body, const QByteArray& headers) {
        Answer answer = answerOf(body);
        answer.headers = headers;
        return answer;
    }
    /// A date that is long past, and the server's own.
    static QByteArray settled() {
        return "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT\r\nDate: Sun, 06 Nov 1994 09:00:00 GMT\r\n";
    }
    /// Where the range begins; -1: none was asked for.
    static qint64 askedFrom(const QByteArray& question) {
        static const QRegularExpression range(QStringLiteral("\r\nRange: bytes=(\\d+)-\r\n"));
        const auto match = range.match(QString::fromLatin1(question));
        return match.hasMatch() ? match.captured(1).toLongLong() : -1;
    }
    /// A minute of silence that ends after 300,000 bytes.
    static void breakOff(HttpServer& server, Fetching& fetching, const QByteArray& headers) {
        Answer answer = withHeaders(silentMp3(60), headers);
        answer.cutsAfter = 300'000;
        server.on("/a.mp3", answer);
        const QString error = fetching.fetch(server.url("/a.mp3"));
        QVERIFY2(error.contains(QLatin1String("stopped sending")), qPrintable(error));
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

    void whatWasBrokenOffGoesOn_data() {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("validator");
        QTest::newRow("entity tag") << QByteArray("ETag: \"v1\"\r\n") << QByteArray("\"v1\"");
        QTest::newRow("date") << settled() << QByteArray("Sun, 06 Nov 1994 08:49:37 GMT");
    }
    void whatWasBrokenOffGoesOn() {
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, validator);
        HttpServer server;
        Fetching fetching;
        breakOff(server, fetching, headers);
        QCOMPARE(fetching.left(), QStringList{QStringLiteral("a.part.mp3")}); // emptied with the others
        server.on("/a.mp3", withHeaders(silentMp3(60), headers));
        fetching.progressed.clear();
        QCOMPARE(fetching.fetch(server.url("/a.mp3")), QString());
        QCOMPARE(fetching.file(), silentMp3(60));
        QCOMPARE(fetching.left(), QStringList{QStringLiteral("a.mp3")});
        const QByteArray question = server.questions().last();
        QVERIFY2(askedFrom(question) > 200'000,
                 question.constData()); // Qt drops what no read was waiting for
        QVERIFY2(question.contains("\r\nIf-Range: " + validator + "\r\n"), question.constData());
        QCOMPARE(fetching.progressed.first().at(0).toLongLong(), askedFrom(question));
    }

    void anotherFileIsFetchedAnew_data() {
        QTest::addColumn<QByteArray>("before"); // headers
        QTest::addColumn<Answer>("now");
        const QByteArray tag = "ETag: \"v1\"\r\n";
        const QByteArray sound = silentMp3(60), other = QByteArray(sound).replace(400'000, 4, "else");
        Answer withoutRanges = withHeaders(sound, tag);
        withoutRanges.doesRanges = false;
        Answer wrongRange = withHeaders(sound, tag);
        wrongRange.lyingRange =
            "bytes 299999-" + QByteArray::number(sound.size() - 1) + '/' + QByteArray::number(sound.size());
        Answer refuses = withHeaders(sound, tag);
        refuses.rangeStatus = "416 Range Not Satisfiable";
        Answer lyingTag = withHeaders(other, tag + "ETag: \"v2\"\r\n");
        QTest::newRow("changed in between") << tag << withHeaders(other, "ETag: \"v2\"\r\n");
        QTest::newRow("another tag with the rest") << tag << lyingTag;
        QTest::newRow("no tag any more") << tag << withHeaders(other, {});
        QTest::newRow("longer") << tag << withHeaders(sound + sound, tag);
        QTest::newRow("shorter than what came") << tag << withHeaders(silentMp3(10), tag);
        QTest::newRow("another beginning") << tag << withHeaders(QByteArray(sound).replace(90, 1, "x"), tag);
        QTest::newRow("a weak tag") << QByteArray("ETag: W/\"v1\"\r\n")
                                    << withHeaders(sound, "ETag: W/\"v1\"\r\n");
        QTest::newRow("a weak tag and a date")
            << "ETag: W/\"v1\"\r\n" + settled() << withHeaders(sound, settled());
        const QByteArray fresh = "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
                                 "Date: Sun, 06 Nov 1994 08:50:00 GMT\r\n";
        QTest::newRow("changed a moment before") << fresh << withHeaders(sound, fresh);
        QTest::newRow("a date alone")
            << QByteArray("Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT\r\n") << withHeaders(sound, {});
        QTest::newRow("no ranges any more") << tag << withoutRanges;
        QTest::newRow("another range than was asked") << tag << wrongRange;
        QTest::newRow("the range is refused") << tag << refuses;
    }
    void anotherFileIsFetchedAnew() {
        QFETCH(QByteArray, before);
        QFETCH(Answer, now);
        HttpServer server;
        Fetching fetching;
        breakOff(server, fetching, before);
        server.on("/a.mp3", now);
        QCOMPARE(fetching.fetch(server.url("/a.mp3")), QString());
        QVERIFY(fetching.file() == now.body);
        QCOMPARE(fetching.left(), QStringList{QStringLiteral("a.mp3")});
    }

    void whatIsLeftIsTrustedOnlyWhole_data() {
        QTest::addColumn<int>("cut");
        QTest::newRow("the end is missing") << 5;
        QTest::newRow("all is missing") << 1'000'000;
        QTest::newRow("a byte more") << -1;
    }
    void whatIsLeftIsTrustedOnlyWhole() {
        QFETCH(int, cut);
        HttpServer server;
        Fetching fetching;
        const QByteArray tag = "ETag: \"v1\"\r\n";
        breakOff(server, fetching, tag);
        QFile part(QFileInfo(fetching.path).dir().filePath(QStringLiteral("a.part.mp3")));
        QVERIFY(part.resize(std::max<qint64>(part.size() - cut, 0)));
        server.on("/a.mp3", withHeaders(silentMp3(60), tag));
        QCOMPARE(fetching.fetch(server.url("/a.mp3")), QString());
        QCOMPARE(fetching.file(), silentMp3(60));
        QVERIFY(!server.questions().last().contains("If-Range"));
    }

    void elsewhereItDoesNotGoOn() {
        HttpServer server;
        Fetching fetching;
        const QByteArray tag = "ETag: \"v1\"\r\n";
        breakOff(server, fetching, tag);
        server.redirect("/a.mp3", "/b.mp3"); // a tag says nothing of another place's file
        server.on("/b.mp3", withHeaders(silentMp3(60), tag));
        QCOMPARE(fetching.fetch(server.url("/a.mp3")), QString());
        QVERIFY(!server.questions().last().contains("If-Range"));
        QCOMPARE(fetching.file(), silentMp3(60));
    }

    void cutAgainAndAgain() {
        HttpServer server;
        Fetching fetching;
        const QByteArray tag = "ETag: \"v1\"\r\n";
        breakOff(server, fetching, tag);
        Answer answer = withHeaders(silentMp3(60), tag);
        answer.cutsAfter = 200'000; // of what is left
        server.on("/a.mp3", answer);
        QVERIFY(!fetching.fetch(server.url("/a.mp3")).isEmpty());
        const qint64 first = askedFrom(server.questions().last());
        QVERIFY(first > 200'000);
        answer.cutsAfter = -1;
        server.on("/a.mp3", answer);
        QCOMPARE(fetching.fetch(server.url("/a.mp3")), QString());
        QVERIFY(askedFrom(server.questions().last()) > first + 100'000);
        QCOMPARE(fetching.file(), silentMp3(60));
    }

    void cancelledItGoesOnToo() {
        HttpServer server;
        const QByteArray tag = "ETag: \"v1\"\r\n";
        Answer answer = withHeaders(silentMp3(60), tag);
        answer.stallsAt = 300'000;
        server.on("/a.mp3", answer);
        Fetching fetching;
        fetching.start(server.url("/a.mp3"));
        QTRY_VERIFY(!fetching.progressed.isEmpty() &&
                    fetching.progressed.last().at(0).toLongLong() == 300'000);
        fetching.download.cancel();
        answer.stallsAt = -1;
        server.on("/a.mp3", answer);
        QCOMPARE(fetching.fetch(server.url("/a.mp3")), QString());
        QVERIFY(server.questions().last().contains("\r\nRange: bytes=300000-\r\n"));
        QCOMPARE(fetching.file(), silentMp3(60));
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
