// SPDX-License-Identifier: MIT
#include "support/httpserver.h"

#include <QRegularExpression>
#include <QTcpSocket>

HttpServer::HttpServer() {
    connect(&m_server, &QTcpServer::newConnection, this, &HttpServer::onConnection);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("cannot listen on the loopback interface");
}

void HttpServer::on(const QByteArray& path, const Answer& answer) {
    m_answers.insert(path, answer);
}

void HttpServer::redirect(const QByteArray& path, const QByteArray& to) {
    Answer answer;
    answer.status = "302 Found";
    answer.headers = "Location: " + to + "\r\n";
    on(path, answer);
}

QUrl HttpServer::url(const QByteArray& path) const {
    return QUrl(
        QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(QString::fromLatin1(path)));
}

void HttpServer::onConnection() {
    while (QTcpSocket* const socket = m_server.nextPendingConnection()) {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_partial.remove(socket);
            socket->deleteLater();
        });
    }
}

void HttpServer::read(QTcpSocket* socket) {
    QByteArray& question = m_partial[socket];
    question += socket->readAll();
    if (!question.contains("\r\n\r\n"))
        return;
    const QByteArray whole = std::exchange(question, {});
    m_questions.append(whole);
    write(socket, whole);
}

void HttpServer::write(QTcpSocket* socket, const QByteArray& question) {
    const QByteArray path = question.split(' ').value(1);
    Answer answer =
        m_answers.value(path, {"404 Not Found", "", "nothing", true, false, false, false, -1, -1});
    if (answer.hangs)
        return;
    QByteArray body = answer.body;
    qsizetype first = 0;
    static const QRegularExpression range(QStringLiteral("\r\n[Rr]ange: bytes=(\\d+)-(\\d*)"));
    const auto match = range.match(QString::fromLatin1(question));
    if (answer.doesRanges && match.hasMatch() && answer.status.startsWith("200")) {
        first = match.captured(1).toLongLong();
        const qsizetype last = match.captured(2).isEmpty()
                                   ? body.size() - 1
                                   : std::min<qsizetype>(match.captured(2).toLongLong(), body.size() - 1);
        answer.status = "206 Partial Content";
        answer.headers += "Content-Range: bytes " + QByteArray::number(first) + "-" +
                          QByteArray::number(last) + "/" + QByteArray::number(body.size()) + "\r\n";
        body = body.mid(first, last - first + 1);
    }
    QByteArray head = "HTTP/1.1 " + answer.status + "\r\nConnection: close\r\n" + answer.headers;
    if (answer.saysLength && !answer.isEndless)
        head += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    if (answer.stallsAt >= 0) {
        socket->write(head + "\r\n" + body.left(std::max<qsizetype>(answer.stallsAt - first, 0)));
        return;
    }
    socket->write(head + "\r\n" + (answer.cutsAfter < 0 ? body : body.left(answer.cutsAfter)));
    if (!answer.isEndless) {
        socket->disconnectFromHost();
        return;
    }
    connect(socket, &QTcpSocket::bytesWritten, socket, [socket, body] { pour(socket, body); });
    pour(socket, body);
}

void HttpServer::pour(QTcpSocket* socket, const QByteArray& body) {
    constexpr qint64 atOnce = 64 * 1024;
    while (socket->state() == QTcpSocket::ConnectedState && socket->bytesToWrite() < atOnce)
        socket->write(body);
}
