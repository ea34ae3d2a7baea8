// SPDX-License-Identifier: MIT
#include "support/httpserver.h"

#include <QRegularExpression>
#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <memory>
#include <utility>

#include <sys/socket.h>

namespace {

/// The same again and again, as fast as the other side reads.
void pour(QTcpSocket* socket, const QByteArray& bytes) {
    constexpr qint64 atOnce = 64 * 1024;
    while (socket->state() == QTcpSocket::ConnectedState && socket->bytesToWrite() < atOnce)
        socket->write(bytes);
}

void pourForEver(QTcpSocket* socket, const QByteArray& bytes) {
    QObject::connect(socket, &QTcpSocket::bytesWritten, socket, [socket, bytes] { pour(socket, bytes); });
    pour(socket, bytes);
}

void drip(QTcpSocket* socket, const QByteArray& bytes) {
    constexpr int interval = 20;
    auto* const tap = new QTimer(socket);
    QObject::connect(tap, &QTimer::timeout, socket, [socket, bytes, at = 0]() mutable {
        if (at < bytes.size())
            socket->write(bytes.mid(at++, 1));
    });
    tap->start(interval);
}

/// The part that a Range header asks for (RFC 9110 section 14.2), and the headers that say so. Returns its
/// first byte.
qsizetype cutToRange(HttpServer::Answer& answer, const QByteArray& question) {
    static const QRegularExpression range(QStringLiteral("\r\n[Rr]ange: bytes=(\\d+)-(\\d*)"));
    const auto match = range.match(QString::fromLatin1(question));
    if (!answer.doesRanges || !match.hasMatch() || !answer.status.startsWith("200"))
        return 0;
    // What the range was asked for is another file by now (RFC 9110 section 13.1.5).
    static const QRegularExpression condition(QStringLiteral("\r\nIf-Range: ([^\r]+)"),
                                              QRegularExpression::CaseInsensitiveOption);
    const auto named = condition.match(QString::fromLatin1(question));
    if (named.hasMatch() && !answer.headers.contains(": " + named.captured(1).toLatin1() + "\r\n"))
        return 0;
    const qsizetype size = answer.body.size();
    const qsizetype first = match.captured(1).toLongLong();
    if (first >= size || (first > 0 && !answer.rangeStatus.isEmpty())) {
        answer.status = answer.rangeStatus.isEmpty() ? "416 Range Not Satisfiable" : answer.rangeStatus;
        return first;
    }
    const qsizetype last = match.captured(2).isEmpty()
                               ? size - 1
                               : std::min<qsizetype>(match.captured(2).toLongLong(), size - 1);
    answer.status = "206 Partial Content";
    const QByteArray sent = "bytes " + QByteArray::number(first) + "-" + QByteArray::number(last) + "/" +
                            QByteArray::number(size);
    const bool isLie = first > 0 && !answer.lyingRange.isEmpty();
    answer.headers += "Content-Range: " + (isLie ? answer.lyingRange : sent) + "\r\n";
    answer.body = answer.body.mid(first, last - first + 1);
    return first;
}

} // namespace

HttpServer::HttpServer(const QHostAddress& address, ConnectionCount* total)
    : m_total(total) {
    connect(&m_server, &QTcpServer::newConnection, this, &HttpServer::onConnection);
    if (!address.isLoopback() || !m_server.listen(address))
        qFatal("cannot listen on the loopback interface");
}

void HttpServer::on(const QByteArray& path, const Answer& answer) {
    m_answers.insert(path, answer);
}

void HttpServer::redirect(const QByteArray& path, const QByteArray& to, const QByteArray& status) {
    Answer answer;
    answer.status = status;
    answer.headers = "Location: " + to + "\r\n";
    on(path, answer);
}

QUrl HttpServer::url(const QByteArray& path) const {
    return QUrl(QStringLiteral("http://%1:%2%3")
                    .arg(m_server.serverAddress().toString())
                    .arg(m_server.serverPort())
                    .arg(QString::fromLatin1(path)));
}

void HttpServer::count(int open, int waiting) {
    for (ConnectionCount* const each : {&m_count, m_total}) {
        if (!each)
            continue;
        each->open += open;
        each->waiting += waiting;
        each->most = std::max(each->most, each->waiting);
    }
}

void HttpServer::onConnection() {
    while (QTcpSocket* const socket = m_server.nextPendingConnection()) {
        count(1, 1);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            count(-1, m_answered.remove(socket) ? 0 : -1);
            m_partial.remove(socket);
            socket->deleteLater();
        });
    }
}

void HttpServer::read(QTcpSocket* socket) {
    QByteArray& question = m_partial[socket];
    question += socket->readAll();
    constexpr char tlsHandshake = 0x16;
    if (question.startsWith(tlsHandshake)) { // as servers that speak plain HTTP do
        socket->write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
        return socket->disconnectFromHost();
    }
    if (!question.contains("\r\n\r\n"))
        return;
    const QByteArray whole = std::exchange(question, {});
    m_questions.append(whole);
    const int delay = m_answers.value(whole.split(' ').value(1)).delayMilliseconds;
    if (delay == 0)
        return write(socket, whole);
    QTimer::singleShot(delay, socket, [this, socket, whole] { write(socket, whole); });
}

void HttpServer::write(QTcpSocket* socket, const QByteArray& question) {
    Answer nothing;
    nothing.status = "404 Not Found";
    nothing.body = "nothing";
    nothing.doesRanges = false;
    Answer answer = m_answers.value(question.split(' ').value(1), nothing);
    if (answer.hangs)
        return;
    const bool isHead = question.startsWith("HEAD ");
    if (isHead && !answer.headStatus.isEmpty())
        answer.status = answer.headStatus;
    if (isHead && answer.headFault != Fault::None)
        answer.fault = answer.headFault;
    const qsizetype first = cutToRange(answer, question);
    QByteArray head = "HTTP/1.1 " + answer.status + "\r\nConnection: close\r\n" + answer.headers;
    if (answer.saysLength && !answer.isEndless)
        head += "Content-Length: " +
                QByteArray::number(answer.lengthSaid >= 0 ? answer.lengthSaid : answer.body.size()) + "\r\n";
    if (answer.fault != Fault::None)
        return fail(socket, head, isHead ? QByteArray() : answer.body, answer.fault);
    if (answer.stallsAt >= 0) {
        socket->write(head + "\r\n" + answer.body.left(std::max<qsizetype>(answer.stallsAt - first, 0)));
        return;
    }
    if (answer.cutsAfter >= 0)
        answer.body.truncate(answer.cutsAfter);
    say(socket, head + "\r\n", isHead ? QByteArray() : answer.body, answer);
}

void HttpServer::say(QTcpSocket* socket, const QByteArray& head, const QByteArray& body,
                     const Answer& answer) {
    socket->write(head + body);
    if (answer.isEndless && !body.isEmpty())
        pourForEver(socket, body);
    else
        hangUp(socket);
}

void HttpServer::hangUp(QTcpSocket* socket) {
    if (socket->state() == QAbstractSocket::ConnectedState) { // else it was counted when it went
        m_answered.insert(socket);
        count(0, -1);
    }
    socket->disconnectFromHost();
}

void HttpServer::failOddly(QTcpSocket* socket, const QByteArray& head, const QByteArray& body, Fault fault) {
    const QByteArray status = head.left(head.indexOf('\n') + 1);
    const QByteArray chunked = status + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n";
    switch (fault) {
    case Fault::EndlessHeaderLine:
        socket->write(head + "X-Filler: ");
        return pourForEver(socket, QByteArray(1000, 'x'));
    case Fault::EndlessInterim:
        return pourForEver(socket, "HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\n");
    case Fault::EndlessChunks:
        socket->write(chunked);
        return pourForEver(socket, "400\r\n" + QByteArray(1024, 'x') + "\r\n");
    case Fault::BadChunk:
        socket->write(chunked + "4\r\nabcd\r\nxyz\r\n-1\r\nFFFFFFFFFFFFFFFFF\r\n" + body);
        return socket->disconnectFromHost();
    case Fault::NulInHeaders: {
        static constexpr char lines[] = "X-\0: \0\r\nContent\0-Length: 5\r\n";
        socket->write(status + QByteArray(lines, sizeof lines - 1) + head.mid(status.size()) + "\r\n" + body);
        return socket->disconnectFromHost();
    }
    case Fault::CutsInStatus:
        socket->write("HTTP/1.1 2");
        return socket->disconnectFromHost();
    default: { // Resets
        const linger atOnce{1, 0};
        ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &atOnce,
                     sizeof atOnce);
        return socket->abort();
    }
    }
}

void HttpServer::fail(QTcpSocket* socket, const QByteArray& head, const QByteArray& body, Fault fault) {
    const QByteArray half = head + "\r\n" + body.left(body.size() / 2);
    switch (fault) {
    case Fault::HangsInHeaders:
        socket->write(head);
        return;
    case Fault::HangsInBody:
        socket->write(half);
        return;
    case Fault::CutsAtOnce:
        return socket->abort();
    case Fault::CutsInHeaders:
        socket->write(head.left(head.size() / 2));
        return socket->disconnectFromHost();
    case Fault::CutsInBody:
        socket->write(half);
        return socket->disconnectFromHost();
    case Fault::TalksGarbage:
        socket->write("\x16\x03\x01 220 mail.example.org ESMTP\r\n\r\n\r\n");
        return socket->disconnectFromHost();
    case Fault::EndlessHeaders:
        socket->write(head);
        return pourForEver(socket, "X-Filler: " + QByteArray(1000, 'x') + "\r\n");
    case Fault::Drips:
        return drip(socket, head + "\r\n" + body);
    case Fault::None:
        return;
    default:
        return failOddly(socket, head, body, fault);
    }
}
