// SPDX-License-Identifier: MIT
#include "net/enclosureprobe.h"

#include "net/httpclient.h"
#include "support/httpserver.h"
#include "support/soundfixture.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using net::EnclosureFacts;
using net::EnclosureProbe;

namespace {

constexpr int patience = 30'000;

/// Asks and waits for the one answer.
EnclosureFacts ask(const QUrl& url, int deadline = 15'000) {
    EnclosureProbe probe;
    EnclosureFacts found;
    int answers = 0;
    QObject::connect(&probe, &EnclosureProbe::finished, &probe, [&](const EnclosureFacts& facts) {
        found = facts;
        ++answers;
    });
    probe.probe(url, deadline);
    [&] { QTRY_VERIFY_WITH_TIMEOUT(answers > 0, patience); }();
    QTest::qWait(20);
    if (answers != 1)
        found.error = QStringLiteral("%1 answers came").arg(answers);
    return found;
}

} // namespace

class TestEnclosureProbe : public QObject {
    Q_OBJECT

    const QByteArray m_sound = silentMp3(10);

private slots:
    void rangesAreAskedForAndTheTotalIsRead() {
        HttpServer server;
        HttpServer::Answer answer;
        answer.headers = "Content-Type: audio/mpeg; charset=x\r\nSet-Cookie: a=b\r\n";
        answer.body = m_sound;
        server.on("/a.mp3", answer);
        const EnclosureFacts facts = ask(server.url("/a.mp3"));
        QCOMPARE(facts.error, QString());
        QCOMPARE(facts.bytes, m_sound.size());
        QCOMPARE(facts.type, QStringLiteral("audio/mpeg"));
        QVERIFY(facts.acceptsRanges);
        QCOMPARE(facts.firstBytes, m_sound.left(65'536));
        QVERIFY(server.questions().constFirst().contains("Range: bytes=0-65535\r\n"));
    }

    void aWholeAnswerIsCutOff() {
        HttpServer server;
        HttpServer::Answer answer;
        answer.body = m_sound;
        answer.doesRanges = false;
        server.on("/a.mp3", answer);
        const EnclosureFacts facts = ask(server.url("/a.mp3"));
        QCOMPARE(facts.error, QString());
        QCOMPARE(facts.bytes, m_sound.size());
        QVERIFY(!facts.acceptsRanges);
        QCOMPARE(facts.firstBytes, m_sound.left(65'536));
    }

    void anEndlessAnswerWithoutLengthIsCutOff() {
        HttpServer server;
        HttpServer::Answer answer;
        answer.body = QByteArray(1000, 'x');
        answer.doesRanges = false;
        answer.isEndless = true;
        server.on("/a.mp3", answer);
        const EnclosureFacts facts = ask(server.url("/a.mp3"));
        QCOMPARE(facts.error, QString());
        QCOMPARE(facts.bytes, -1);
        QCOMPARE(facts.firstBytes.size(), 65'536);
    }

    void aShortAnswerWithoutLengthIsTaken() {
        HttpServer server;
        HttpServer::Answer answer;
        answer.body = "short";
        answer.doesRanges = false;
        answer.saysLength = false;
        server.on("/a.mp3", answer);
        const EnclosureFacts facts = ask(server.url("/a.mp3"));
        QCOMPARE(facts.error, QString());
        QCOMPARE(facts.bytes, -1);
        QCOMPARE(facts.firstBytes, QByteArray("short"));
    }

    void errorsAreSaidInWords_data() {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QString>("words");
        QTest::newRow("404") << QByteArray("404 Not Found") << "404";
        QTest::newRow("500") << QByteArray("500 Oops") << "500";
        QTest::newRow("401") << QByteArray("401 Unauthorized") << "401";
    }
    void errorsAreSaidInWords() {
        QFETCH(QByteArray, status);
        QFETCH(QString, words);
        HttpServer server;
        HttpServer::Answer answer;
        answer.status = status;
        answer.body = "a page";
        server.on("/a.mp3", answer);
        const EnclosureFacts facts = ask(server.url("/a.mp3"));
        QVERIFY2(facts.error.contains(words), qPrintable(facts.error));
    }

    void redirectsAreFollowedWithoutCookies() {
        HttpServer server;
        HttpServer::Answer answer;
        answer.body = m_sound;
        server.on("/b.mp3", answer);
        HttpServer::Answer first;
        first.status = "301 Moved";
        first.headers = "Location: /b.mp3\r\nSet-Cookie: a=b\r\n";
        server.on("/a.mp3", first);
        const EnclosureFacts facts = ask(server.url("/a.mp3"));
        QCOMPARE(facts.error, QString());
        QCOMPARE(facts.finalUrl, server.url("/b.mp3"));
        QCOMPARE(facts.bytes, m_sound.size());
        QCOMPARE(server.questions().size(), 2);
        QVERIFY(!server.questions().constLast().toLower().contains("cookie"));
    }

    void tenRedirectsAreFollowedAndElevenAreNot_data() {
        QTest::addColumn<int>("count");
        QTest::addColumn<bool>("arrives");
        QTest::newRow("ten") << 10 << true;
        QTest::newRow("eleven") << 11 << false;
    }
    void tenRedirectsAreFollowedAndElevenAreNot() {
        QFETCH(int, count);
        QFETCH(bool, arrives);
        HttpServer server;
        for (int hop = 0; hop < count; ++hop)
            server.redirect("/" + QByteArray::number(hop), "/" + QByteArray::number(hop + 1));
        HttpServer::Answer answer;
        answer.body = m_sound;
        server.on("/" + QByteArray::number(count), answer);
        const EnclosureFacts facts = ask(server.url("/0"));
        QCOMPARE(facts.error.isEmpty(), arrives);
        if (!arrives)
            QVERIFY2(facts.error.contains(QLatin1String("too often")), qPrintable(facts.error));
    }

    void redirectsOutOfTheWebAreNotFollowed_data() {
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("words");
        QTest::newRow("file") << QByteArray("file:///etc/hostname") << "not http";
        QTest::newRow("ftp") << QByteArray("ftp://media.example.org/a.mp3") << "not http";
        QTest::newRow("user") << QByteArray("http://a:b@127.0.0.1/") << "user name";
        QTest::newRow("private") << QByteArray("http://10.255.255.1/a.mp3") << "private address";
        QTest::newRow("loopback by another name")
            << QByteArray("http://localhost/a.mp3") << "private address";
        QTest::newRow("nothing") << QByteArray("http://") << "not http";
    }
    void redirectsOutOfTheWebAreNotFollowed() {
        QFETCH(QByteArray, to);
        QFETCH(QString, words);
        HttpServer server;
        server.redirect("/a.mp3", to);
        const EnclosureFacts facts = ask(server.url("/a.mp3"));
        QVERIFY2(facts.error.contains(words), qPrintable(facts.error));
    }

    void privateAddresses_data() {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isPrivate");
        for (const char* address :
             {"127.0.0.1", "127.8.9.1", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1",
              "169.254.1.1", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fc00::1",
              "fd12::1", "fe80::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1"})
            QTest::newRow(address) << QString::fromLatin1(address) << true;
        for (const char* address :
             {"1.1.1.1", "172.32.0.1", "192.169.0.1", "100.128.0.1", "2606:4700::1", "::ffff:1.1.1.1"})
            QTest::newRow(address) << QString::fromLatin1(address) << false;
    }
    void privateAddresses() {
        QFETCH(QString, address);
        QFETCH(bool, isPrivate);
        QCOMPARE(net::isPrivateAddress(QHostAddress(address)), isPrivate);
    }

    void aServerThatHangsMeetsTheDeadline() {
        HttpServer server;
        HttpServer::Answer answer;
        answer.hangs = true;
        server.on("/a.mp3", answer);
        QElapsedTimer clock;
        clock.start();
        const EnclosureFacts facts = ask(server.url("/a.mp3"), 1000);
        QVERIFY2(facts.error.contains(QLatin1String("did not answer in time")), qPrintable(facts.error));
        QVERIFY(clock.elapsed() >= 900);
    }

    void aClosedPortIsSaidInWords() {
        QUrl url;
        {
            HttpServer gone;
            url = gone.url("/a.mp3");
        }
        const EnclosureFacts facts = ask(url);
        QVERIFY2(facts.error.contains(QLatin1String("cannot be reached")), qPrintable(facts.error));
    }

    void anAddressThatIsNoneIsRefusedAfterTheCall() {
        EnclosureProbe probe;
        QSignalSpy finished(&probe, &EnclosureProbe::finished);
        probe.probe(QUrl(QStringLiteral("file:///etc/hostname")));
        QCOMPARE(finished.size(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    }

    void aNewQuestionCancelsTheOld() {
        HttpServer server;
        HttpServer::Answer hangs;
        hangs.hangs = true;
        server.on("/a.mp3", hangs);
        HttpServer::Answer answer;
        answer.body = m_sound;
        server.on("/b.mp3", answer);
        EnclosureProbe probe;
        QList<QUrl> urls;
        connect(&probe, &EnclosureProbe::finished, this,
                [&](const EnclosureFacts& facts) { urls.append(facts.finalUrl); });
        probe.probe(server.url("/a.mp3"), 500);
        probe.probe(server.url("/b.mp3"));
        QTRY_VERIFY_WITH_TIMEOUT(!urls.isEmpty(), patience);
        QTest::qWait(700);
        QCOMPARE(urls, QList<QUrl>{server.url("/b.mp3")});
    }

    void cancelIsSilent() {
        HttpServer server;
        EnclosureProbe probe;
        QSignalSpy finished(&probe, &EnclosureProbe::finished);
        probe.probe(server.url("/a.mp3"), 300);
        probe.cancel();
        QTest::qWait(500);
        QCOMPARE(finished.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestEnclosureProbe)
#include "tst_enclosureprobe.moc"
