// SPDX-License-Identifier: MIT
#include "net/pagetitlefetcher.h"

#include "support/httpserver.h"

#include <QSignalSpy>
#include <QTest>

using net::FetchedTitle;
using net::PageTitleFetcher;
using Answer = HttpServer::Answer;
using Fault = HttpServer::Fault;

Q_DECLARE_METATYPE(HttpServer::Answer)

namespace {

constexpr int patience = 20'000;
constexpr int shortDeadline = 300;

Answer page(const QByteArray& body = "<title>Deep Sea</title>") {
    Answer answer;
    answer.headers = "Content-Type: text/html; charset=utf-8\r\n";
    answer.body = body;
    return answer;
}

/// One run, and what was heard of it.
class Fetch : public PageTitleFetcher {
public:
    QList<FetchedTitle> titles;
    QList<int> done;
    int total = 0;
    int ends = 0;

    explicit Fetch(int milliseconds = 5'000) {
        setDeadline(milliseconds);
        connect(this, &PageTitleFetcher::fetched, this,
                [this](const FetchedTitle& title) { titles += title; });
        connect(this, &PageTitleFetcher::finished, this, [this] { ++ends; });
        connect(this, &PageTitleFetcher::progress, this, [this](int now, int of) {
            done += now;
            total = of;
        });
    }

    void toTheEnd(const QList<QUrl>& urls) {
        fetch(urls);
        [this] { QTRY_VERIFY_WITH_TIMEOUT(ends > 0, patience); }();
    }
};

FetchedTitle titleAt(const QUrl& url, int milliseconds = 5'000) {
    Fetch fetch(milliseconds);
    fetch.toTheEnd({url});
    return fetch.titles.size() == 1 && fetch.ends == 1 ? fetch.titles.constFirst() : FetchedTitle();
}

} // namespace

class TestPageTitleFetcher : public QObject {
    Q_OBJECT

private slots:
    void aTitleIsFetchedBehindRedirects() {
        HttpServer server;
        server.redirect("/a", "/b");
        server.on("/b", page("<title>Deep \xC3\xA9</title>"));
        const FetchedTitle fetched = titleAt(server.url("/a"));
        QCOMPARE(fetched.page.title, QString::fromUtf8("Deep é"));
        QCOMPARE(fetched.page.error, QString());
        QCOMPARE(fetched.url, server.url("/a"));
        QCOMPARE(fetched.finalUrl, server.url("/b"));
    }

    void titlesComeFromBadServers_data() {
        QTest::addColumn<Answer>("answer");
        const QByteArray large = "<title>Deep Sea</title>" + QByteArray(200'000, 'x');
        QTest::newRow("large") << page(large);
        Answer answer = page(large);
        answer.isEndless = true;
        QTest::newRow("endless") << answer;
        answer = page();
        answer.lengthSaid = 1'000'000;
        QTest::newRow("length too long") << answer;
        answer = page("<title>Deep Sea</title>" + QByteArray(100, ' '));
        answer.fault = Fault::CutsInBody;
        QTest::newRow("cut in the body") << answer;
        answer.fault = Fault::HangsInBody;
        QTest::newRow("hangs behind the title") << answer;
        answer = page();
        answer.saysLength = false;
        QTest::newRow("no length") << answer;
    }
    void titlesComeFromBadServers() {
        QFETCH(Answer, answer);
        HttpServer server;
        server.on("/", answer);
        const FetchedTitle fetched =
            titleAt(server.url("/"), answer.fault == Fault::None ? 5'000 : shortDeadline);
        QCOMPARE(fetched.page.title, QStringLiteral("Deep Sea"));
        QCOMPARE(fetched.page.error, QString());
    }

    void troubleIsSaidInWords_data() {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<QString>("words");
        Answer answer = page();
        answer.status = "404 Not Found";
        QTest::newRow("404") << answer << "no such page (404)";
        answer.status = "500 Oops";
        QTest::newRow("500") << answer << "fault of its own (500)";
        answer = page();
        answer.headers = "Content-Type: audio/mpeg\r\n";
        QTest::newRow("audio") << answer << "not a web page but audio/mpeg";
        QTest::newRow("no title") << page("<p>text") << "has no title";
        QTest::newRow("empty") << page("") << "is empty";
        answer = page(QByteArray::fromHex("1f8b0800000000000003") + QByteArray(60'000, '\0'));
        answer.headers += "Content-Encoding: gzip\r\n";
        QTest::newRow("packed") << answer << "packed";
        answer = page();
        answer.hangs = true;
        QTest::newRow("hangs") << answer << "did not answer in time";
        answer.hangs = false;
        for (const Fault fault : {Fault::CutsAtOnce, Fault::CutsInHeaders, Fault::TalksGarbage}) {
            answer.fault = fault;
            QTest::addRow("fault %d", static_cast<int>(fault)) << answer << "cut the connection";
        }
        answer.fault = Fault::Drips;
        QTest::newRow("drips") << answer << "in time";
        answer = page("<title>Deep Sea</title>");
        answer.fault = Fault::HangsInBody;
        QTest::newRow("hangs within the title") << answer << "did not finish its answer in time";
    }
    void troubleIsSaidInWords() {
        QFETCH(Answer, answer);
        QFETCH(QString, words);
        HttpServer server;
        server.on("/", answer);
        const FetchedTitle fetched = titleAt(server.url("/"), shortDeadline);
        QVERIFY2(fetched.page.error.contains(words), qPrintable(fetched.page.error));
        QCOMPARE(fetched.page.title, QString());
    }

    void addressesThatArePrivateOrNoneAreRefused() {
        HttpServer server;
        server.redirect("/", "http://10.255.255.1/");
        QVERIFY(titleAt(server.url("/")).page.error.contains(QLatin1String("private address")));
        QVERIFY(titleAt(QUrl(QStringLiteral("file:///etc/hostname")))
                    .page.error.contains(QLatin1String("not an http or https address")));
    }

    void fourAtOnceAndEachAddressOnce() {
        ConnectionCount total;
        HttpServer one(QHostAddress(QStringLiteral("127.0.0.1")), &total);
        HttpServer two(QHostAddress(QStringLiteral("127.0.0.2")), &total);
        HttpServer three(QHostAddress(QStringLiteral("127.0.0.3")), &total);
        Answer answer = page();
        answer.delayMilliseconds = 50;
        QList<QUrl> urls;
        for (HttpServer* const server : {&one, &two, &three}) {
            for (const char* path : {"/a", "/b", "/c", "/d"}) {
                server->on(path, answer);
                urls += {server->url(path), server->url(path)};
            }
        }
        Fetch fetch;
        fetch.toTheEnd(urls);
        QCOMPARE(fetch.titles.size(), 12);
        QCOMPARE(fetch.done.constLast(), 12);
        QCOMPARE(fetch.total, 12);
        QCOMPARE(total.most, PageTitleFetcher::atOnce);
        QCOMPARE(one.connections().most, PageTitleFetcher::perHost);
    }

    void cancelIsAtOnceAndEndsOnce() {
        HttpServer server;
        Answer hangs;
        hangs.hangs = true;
        server.on("/hangs", hangs);
        server.on("/", page());
        Fetch fetch;
        connect(&fetch, &PageTitleFetcher::fetched, &fetch, &PageTitleFetcher::cancel);
        fetch.fetch({server.url("/hangs"), server.url("/"), server.url("/a")});
        QTRY_COMPARE_WITH_TIMEOUT(fetch.ends, 1, patience);
        QVERIFY(!fetch.isRunning());
        fetch.cancel();
        QTest::qWait(50);
        QCOMPARE(fetch.ends, 1);
        QCOMPARE(fetch.titles.size(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(server.connections().open, 0, patience);
    }

    void whatIsNewIsQueued() {
        HttpServer server;
        server.on("/", page());
        Fetch fetch;
        fetch.fetch({server.url("/")});
        fetch.toTheEnd({server.url("/b"), server.url("/")});
        QCOMPARE(fetch.titles.size(), 2);
        QCOMPARE(fetch.ends, 1);
    }

    void nothingToFetchEndsAfterTheCall() {
        PageTitleFetcher fetcher;
        QSignalSpy finished(&fetcher, &PageTitleFetcher::finished);
        fetcher.fetch({});
        QCOMPARE(finished.size(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patience);
    }
};

QTEST_GUILESS_MAIN(TestPageTitleFetcher)
#include "tst_pagetitlefetcher.moc"
