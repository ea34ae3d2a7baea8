// SPDX-License-Identifier: MIT
// Every way in which a server misbehaves, against everybody who asks one: the question ends, once, within its
// deadline, with a reason or with what could be had, and takes no more memory than its limits.
#include "net/enclosureprobe.h"
#include "net/httpstream.h"
#include "net/pagetitlefetcher.h"

#include "support/httpserver.h"
#include "support/linkrun.h"
#include "support/usage.h"

#include <QTest>
#include <QTimer>

#include <chrono>
#include <future>

using Answer = HttpServer::Answer;
using Fault = HttpServer::Fault;

namespace {

constexpr qint64 memory = 64 * 1024 * 1024;
constexpr int short_ = 250; ///< milliseconds for one question

struct Row {
    const char* name;
    Answer answer;
    bool mayPlease = false; ///< something can be had of such an answer
};

Answer faulty(Fault fault) {
    Answer answer = page();
    answer.headers = "Content-Type: text/html\r\n";
    answer.fault = fault;
    return answer;
}

Answer redirect(const QByteArray& to) {
    Answer answer = page("302 Found");
    answer.headers = "Location: " + to + "\r\n";
    return answer;
}

Answer with(const QByteArray& headers, const QByteArray& body) {
    Answer answer;
    answer.headers = headers;
    answer.body = body;
    return answer;
}

std::vector<Row> faultsOfTheConnection() {
    Answer hangs = page();
    hangs.hangs = true;
    return {{"silence", hangs},
            {"cut before a word", faulty(Fault::CutsAtOnce)},
            {"reset", faulty(Fault::Resets)},
            {"cut in the status", faulty(Fault::CutsInStatus)},
            {"cut in the headers", faulty(Fault::CutsInHeaders)},
            {"cut in the body", faulty(Fault::CutsInBody), true},
            {"stops in the headers", faulty(Fault::HangsInHeaders)},
            {"stops in the body", faulty(Fault::HangsInBody), true},
            {"a byte now and then", faulty(Fault::Drips), true},
            {"not HTTP", faulty(Fault::TalksGarbage)}};
}

std::vector<Row> faultsOfTheAnswer() {
    Answer endless = page();
    endless.isEndless = true;
    endless.doesRanges = false;
    Answer tooLong = page();
    tooLong.lengthSaid = Q_INT64_C(1'000'000'000'000);
    Answer tooShort = page();
    tooShort.lengthSaid = 2;
    Answer negative = page();
    negative.saysLength = false;
    negative.headers = "Content-Length: -5\r\nContent-Length: 7\r\n";
    // 20 MB of zeros, packed: nobody unpacks what was asked for as it is
    const QByteArray bomb = qCompress(QByteArray(20 * 1024 * 1024, '\0'), 9).mid(4);
    return {
        {"headers without end", faulty(Fault::EndlessHeaders)},
        {"a header without end", faulty(Fault::EndlessHeaderLine)},
        {"hints without end", faulty(Fault::EndlessInterim)},
        {"chunks without end", faulty(Fault::EndlessChunks), true},
        {"chunks that are none", faulty(Fault::BadChunk), true},
        {"NUL in the headers", faulty(Fault::NulInHeaders), true},
        {"a body without end", endless, true},
        {"less than said", tooLong, true},
        {"more than said", tooShort, true},
        {"two lengths, both wrong", negative, true},
        {"half a megabyte of headers", with("X-Large: " + QByteArray(512 * 1024, 'x') + "\r\n", "x"), true},
        {"ten thousand headers", with(QByteArray("X-A: b\r\n").repeated(10'000), "x"), true},
        {"a packed bomb", with("Content-Encoding: deflate\r\n", bomb), true},
        {"a packed bomb for text", with("Content-Type: text/html\r\nContent-Encoding: gzip\r\n", bomb), true},
        {"status of four digits", page("9999 What"), true},
        {"status below all", page("000 Nothing"), true},
        {"no content", page("204 No Content"), true}};
}

std::vector<Row> badRedirects() {
    return {{"to itself", redirect("/x")},
            {"to a file", redirect("file:///etc/passwd")},
            {"to a device", redirect("file:///dev/zero")},
            {"to data", redirect("data:text/html,<title>x</title>")},
            {"to a script", redirect("javascript:alert(1)")},
            {"to FTP", redirect("ftp://127.0.0.1/")},
            {"to a resource of the program", redirect("qrc:/help/index.md")},
            {"to loopback by another name", redirect("http://localhost:9/")},
            {"to loopback in IPv6", redirect("http://[::1]:9/")},
            {"to loopback as a number", redirect("http://2130706433:9/")},
            {"to loopback in octal", redirect("http://0177.0.0.2:9/")},
            {"to a private address", redirect("http://192.168.0.1/")},
            {"to the metadata of a cloud", redirect("http://169.254.169.254/latest/")},
            {"with a password", redirect("http://a:b@127.0.0.1/")},
            {"to nowhere", redirect("")},
            {"to half a megabyte", redirect("http://127.0.0.2/" + QByteArray(512 * 1024, 'a'))},
            {"to a line break", redirect("http://127.0.0.2/%0d%0aX: y")},
            {"without a place", page("302 Found")}};
}

} // namespace

class TestHttpFaults : public QObject {
    Q_OBJECT

    const std::vector<std::vector<Row>> m_all{faultsOfTheConnection(), faultsOfTheAnswer(), badRedirects()};

    void addRows() const {
        QTest::addColumn<int>("group");
        QTest::addColumn<int>("index");
        for (int group = 0; group < static_cast<int>(m_all.size()); ++group)
            for (int index = 0; index < static_cast<int>(m_all[size_t(group)].size()); ++index)
                QTest::newRow(m_all[size_t(group)][size_t(index)].name) << group << index;
    }
    const Row& row(int group, int index) const { return m_all[size_t(group)][size_t(index)]; }

private slots:
    void theProbeEnds_data() { addRows(); }
    void theProbeEnds() {
        QFETCH(int, group);
        QFETCH(int, index);
        HttpServer server;
        server.on("/x", row(group, index).answer);
        const MemoryPeak peak;
        net::EnclosureProbe probe;
        QList<net::EnclosureFacts> answers;
        connect(&probe, &net::EnclosureProbe::finished, this,
                [&](const net::EnclosureFacts& facts) { answers += facts; });
        probe.probe(server.url("/x"), short_);
        QTRY_VERIFY_WITH_TIMEOUT(!answers.isEmpty(), patience);
        QTest::qWait(20);
        QCOMPARE(answers.size(), 1);
        QVERIFY(answers.front().firstBytes.size() <= net::limits::bodyBytes);
        QVERIFY(row(group, index).mayPlease || !answers.front().error.isEmpty());
        QVERIFY(!MemoryPeak::isMeasured() || peak.grown() < memory);
    }

    void theCheckEnds_data() { addRows(); }
    void theCheckEnds() {
        QFETCH(int, group);
        QFETCH(int, index);
        HttpServer server;
        server.on("/x", row(group, index).answer);
        const MemoryPeak peak;
        LinkRun run(short_);
        run.toTheEnd({server.url("/x")});
        QCOMPARE(run.results.size(), 1);
        QCOMPARE(run.ends, 1);
        const net::LinkResult& result = run.results.front();
        const bool isFine = result.outcome == net::LinkResult::Outcome::Ok;
        QVERIFY2(row(group, index).mayPlease || !isFine, qPrintable(result.message));
        QVERIFY(isFine || !result.message.isEmpty());
        QVERIFY(!MemoryPeak::isMeasured() || peak.grown() < memory);
    }

    void theTitleEnds_data() { addRows(); }
    void theTitleEnds() {
        QFETCH(int, group);
        QFETCH(int, index);
        HttpServer server;
        server.on("/x", row(group, index).answer);
        const MemoryPeak peak;
        net::PageTitleFetcher fetcher;
        fetcher.setDeadline(short_);
        QList<net::FetchedTitle> titles;
        int ends = 0;
        connect(&fetcher, &net::PageTitleFetcher::fetched, this,
                [&](const net::FetchedTitle& title) { titles += title; });
        connect(&fetcher, &net::PageTitleFetcher::finished, this, [&] { ++ends; });
        fetcher.fetch({server.url("/x")});
        QTRY_VERIFY_WITH_TIMEOUT(ends > 0, patience);
        QCOMPARE(titles.size(), 1);
        QVERIFY(row(group, index).mayPlease || !titles.front().page.error.isEmpty());
        QVERIFY(titles.front().page.title.size() <= net::limits::titleCharacters);
        QVERIFY(!MemoryPeak::isMeasured() || peak.grown() < memory);
    }

    /// A stream is read by the player's thread; whoever waits too long interrupts it, and reading ends.
    void theStreamEnds_data() { addRows(); }
    void theStreamEnds() {
        QFETCH(int, group);
        QFETCH(int, index);
        constexpr qint64 size = 1'000'000;
        HttpServer server;
        server.on("/x", row(group, index).answer);
        const MemoryPeak peak;
        net::HttpStream stream({server.url("/x"), size, false, {}, short_});
        QVERIFY(stream.open(QIODevice::ReadOnly) || stream.isOpen());
        auto read = std::async(std::launch::async, [&stream] {
            qint64 all = 0;
            for (QByteArray part = stream.read(65'536); !part.isEmpty(); part = stream.read(65'536))
                all += part.size();
            return all;
        });
        QTimer::singleShot(3 * short_, this, [interrupt = stream.interrupter()] { interrupt(); });
        while (read.wait_for(std::chrono::milliseconds(0)) != std::future_status::ready)
            QTest::qWait(1);
        QVERIFY(read.get() <= size);
        QVERIFY(stream.fetched() <= size);
        QVERIFY(!MemoryPeak::isMeasured() || peak.grown() < memory);
    }
};

QTEST_GUILESS_MAIN(TestHttpFaults)
#include "tst_httpfaults.moc"
