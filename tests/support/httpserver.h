// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

/// A web server on the loopback interface that answers as it is told, well and badly.
class HttpServer : public QObject {
    Q_OBJECT
public:
    struct Answer {
        QByteArray status = "200 OK";
        QByteArray headers; ///< whole lines, each with its end
        QByteArray body;
        bool saysLength = true;
        bool doesRanges = true;
        bool hangs = false;     ///< reads the question and says nothing
        bool isEndless = false; ///< repeats the body until the other side goes
        qint64 cutsAfter = -1;  ///< so many bytes of what was to be sent, then the connection is dropped
        qint64 stallsAt = -1;   ///< the body's byte from which on nothing is sent; the connection stays open
    };

    HttpServer();

    void on(const QByteArray& path, const Answer& answer);
    void redirect(const QByteArray& path, const QByteArray& to);
    QUrl url(const QByteArray& path) const;
    /// Every question that came, headers and all.
    const QList<QByteArray>& questions() const { return m_questions; }

private:
    void onConnection();
    void read(QTcpSocket* socket);
    void write(QTcpSocket* socket, const QByteArray& question);
    static void pour(QTcpSocket* socket, const QByteArray& body);

    QHash<QByteArray, Answer> m_answers;
    QHash<QTcpSocket*, QByteArray> m_partial;
    QList<QByteArray> m_questions;
    QTcpServer m_server; ///< last: its sockets take leave of the tables above
};
