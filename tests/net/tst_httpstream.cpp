// SPDX-License-Identifier: MIT
#include "net/httpstream.h"

#include "support/httpserver.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <future>

using net::HttpStream;

namespace {

constexpr int waiting = 30'000; ///< milliseconds

/// Bytes of which no two blocks are equal.
QByteArray numbered(qsizetype size) {
    QByteArray bytes;
    while (bytes.size() < size)
        bytes += QByteArray::number(bytes.size()) + ' ';
    return bytes.left(size);
}

/// Where two texts part, for a message.
QByteArray parting(const QByteArray& read, const QByteArray& expected) {
    const auto at =
        std::mismatch(read.begin(), read.end(), expected.begin(), expected.end()).first - read.begin();
    return QByteArray::number(read.size()) + " bytes, other from byte " + QByteArray::number(at);
}

/// Reads in another thread, as a player does, while this one plays the server.
QByteArray readElsewhere(HttpStream& stream, qint64 position, qint64 length) {
    QObject::connect(&stream, &HttpStream::failed, &stream, [](const QString& why) { qInfo() << why; });
    auto result = std::async(std::launch::async, [&] {
        QByteArray bytes;
        if (!stream.seek(position))
            return bytes;
        while (bytes.size() < length) {
            const QByteArray next = stream.read(length - bytes.size());
            if (next.isEmpty())
                break;
            bytes += next;
        }
        return bytes;
    });
    while (result.wait_for(std::chrono::milliseconds(0)) != std::future_status::ready)
        QTest::qWait(1);
    return result.get();
}

} // namespace

class TestHttpStream : public QObject {
    Q_OBJECT

    const QByteArray m_bytes = numbered(3'000'000);

    HttpServer::Answer answer() const {
        HttpServer::Answer answer;
        answer.body = m_bytes;
        return answer;
    }
    HttpStream::Source source(const HttpServer& server, bool acceptsRanges = true) const {
        return {server.url("/a.mp3"), m_bytes.size(), acceptsRanges, m_bytes.left(1000), waiting};
    }

private slots:
    void nothingIsAskedBeforeReading() {
        HttpServer server;
        server.on("/a.mp3", answer());
        const HttpStream stream(source(server));
        QTest::qWait(50);
        QVERIFY(server.questions().isEmpty());
        QCOMPARE(stream.size(), m_bytes.size());
        QCOMPARE(stream.fetched(), 1000);
    }

    void allIsReadAnywhere_data() {
        QTest::addColumn<bool>("acceptsRanges"); // what the probe said
        QTest::addColumn<bool>("doesRanges");    // what the server does
        QTest::newRow("ranges") << true << true;
        QTest::newRow("no ranges") << false << false;
        QTest::newRow("ranges promised, not kept") << true << false;
    }
    void allIsReadAnywhere() {
        QFETCH(bool, acceptsRanges);
        QFETCH(bool, doesRanges);
        HttpServer server;
        auto given = answer();
        given.doesRanges = doesRanges;
        server.on("/a.mp3", given);
        HttpStream stream(source(server, acceptsRanges));
        QCOMPARE(readElsewhere(stream, 0, 500), m_bytes.left(500));
        QCOMPARE(readElsewhere(stream, 2'900'000, 200'000), m_bytes.mid(2'900'000)); // up to the end
        QCOMPARE(readElsewhere(stream, 1'500'000, 1000), m_bytes.mid(1'500'000, 1000));
        const QByteArray all = readElsewhere(stream, 0, m_bytes.size() + 1);
        QVERIFY2(all == m_bytes, parting(all, m_bytes));
        QVERIFY(stream.atEnd());
        QCOMPARE(stream.fetched(), m_bytes.size());
    }

    void whatIsHereIsNotAskedForAgain() {
        HttpServer server;
        server.on("/a.mp3", answer());
        HttpStream stream(source(server));
        QCOMPARE(readElsewhere(stream, 0, m_bytes.size()), m_bytes);
        const auto questions = server.questions().size();
        QCOMPARE(readElsewhere(stream, 1'000'000, 1'000'000), m_bytes.mid(1'000'000, 1'000'000));
        QCOMPARE(server.questions().size(), questions);
    }

    void anUnknownSizeIsReadToItsEnd() {
        HttpServer server;
        auto given = answer();
        given.saysLength = false;
        given.doesRanges = false;
        server.on("/a.mp3", given);
        HttpStream stream({server.url("/a.mp3"), -1, false, {}, waiting});
        QVERIFY(stream.isSequential());
        auto result = std::async(std::launch::async, [&] {
            QByteArray bytes;
            for (QByteArray next = stream.read(70'000); !next.isEmpty(); next = stream.read(70'000))
                bytes += next;
            return bytes;
        });
        while (result.wait_for(std::chrono::milliseconds(0)) != std::future_status::ready)
            QTest::qWait(1);
        QCOMPARE(result.get(), m_bytes);
    }

    void whatFailsIsSaidOnceItIsReached_data() {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<qint64>("stallsAt");
        QTest::addColumn<int>("size");
        QTest::addColumn<QString>("words");
        QTest::newRow("gone") << QByteArray("404 Not Found") << qint64{-1} << 3'000'000 << "says 404";
        QTest::newRow("redirect") << QByteArray("302 Found") << qint64{-1} << 3'000'000 << "says 302";
        QTest::newRow("stalls") << QByteArray("200 OK") << qint64{200'000} << 3'000'000 << "sends no more";
        QTest::newRow("another file")
            << QByteArray("200 OK") << qint64{-1} << 2'000'000 << "changed on the server";
    }
    void whatFailsIsSaidOnceItIsReached() {
        QFETCH(QByteArray, status);
        QFETCH(qint64, stallsAt);
        QFETCH(int, size);
        QFETCH(QString, words);
        HttpServer server;
        auto given = answer();
        given.status = status;
        given.stallsAt = stallsAt;
        server.on("/a.mp3", given);
        HttpStream stream({server.url("/a.mp3"), size, true, m_bytes.left(1000), 300});
        QSignalSpy failures(&stream, &HttpStream::failed);
        QCOMPARE(readElsewhere(stream, 0, 1000), m_bytes.left(1000));
        QVERIFY(failures.isEmpty());
        const QByteArray read = readElsewhere(stream, 0, m_bytes.size());
        QVERIFY(m_bytes.startsWith(read) && read.size() < m_bytes.size());
        QTRY_VERIFY_WITH_TIMEOUT(!failures.isEmpty(), waiting);
        QVERIFY2(failures.first().first().toString().contains(words),
                 qPrintable(failures.first().first().toString()));
    }

    void aBrokenConnectionIsTakenUpAgain() {
        HttpServer server;
        auto given = answer();
        given.headers = "X-Cut: 1\r\n";
        given.cutsAfter = 700'000;
        server.on("/a.mp3", given);
        HttpStream stream(source(server));
        const QByteArray all = readElsewhere(stream, 0, m_bytes.size());
        QVERIFY2(all == m_bytes, parting(all, m_bytes));
        QVERIFY(server.questions().size() >= 4);
    }

    void interruptingEndsABlockedRead() {
        HttpServer server;
        auto given = answer();
        given.hangs = true;
        server.on("/a.mp3", given);
        auto stream = std::make_unique<HttpStream>(source(server));
        const auto interrupt = stream->interrupter();
        auto result = std::async(std::launch::async, [&] {
            stream->seek(5000);
            return stream->read(10).size();
        });
        QTRY_VERIFY_WITH_TIMEOUT(!server.questions().isEmpty(), waiting);
        QCOMPARE(result.wait_for(std::chrono::milliseconds(0)), std::future_status::timeout);
        interrupt();
        QCOMPARE(result.get(), 0);
        stream.reset();
        interrupt(); // even now
    }
};

QTEST_MAIN(TestHttpStream)
#include "tst_httpstream.moc"
