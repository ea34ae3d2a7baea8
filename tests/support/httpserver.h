// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTcpServer>
#include <QUrl>

class QTcpSocket;

/// How many connections are open, and how many waited for an answer at most: those that the server has
/// answered and hung up stay open until the other side has read that.
struct ConnectionCount {
    int open = 0;
    int waiting = 0;
    int most = 0;
};

/// A web server on the loopback interface that answers as it is told, well and badly.
class HttpServer : public QObject {
    Q_OBJECT
public:
    /// What a server does that HTTP does not allow.
    enum class Fault {
        None,
        HangsInHeaders,
        HangsInBody, ///< after half of it
        CutsAtOnce,  ///< before a word is said
        CutsInHeaders,
        CutsInBody, ///< after half of it
        TalksGarbage,
        EndlessHeaders,
        EndlessHeaderLine,
        EndlessInterim, ///< 103 Early Hints, again and again
        EndlessChunks,
        BadChunk,
        NulInHeaders,
        CutsInStatus,
        Resets, ///< RST instead of an end
        Drips   ///< a byte every 20 ms
    };

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
        QByteArray headStatus;  ///< for HEAD, where it is another
        Fault fault = Fault::None;
        Fault headFault = Fault::None; ///< for HEAD only
        qint64 lengthSaid = -1;        ///< Content-Length, where it lies
        int delayMilliseconds = 0;     ///< before the answer
        QByteArray lyingRange;         ///< Content-Range, where it lies; not for what begins at 0
        QByteArray rangeStatus;        ///< for ranges that do not begin at 0, where it is another
    };

    /// Another loopback address makes another host; `total` counts over several servers.
    explicit HttpServer(const QHostAddress& address = QHostAddress::LocalHost,
                        ConnectionCount* total = nullptr);

    void on(const QByteArray& path, const Answer& answer);
    void redirect(const QByteArray& path, const QByteArray& to, const QByteArray& status = "302 Found");
    QUrl url(const QByteArray& path) const;
    /// Every question that came, headers and all.
    const QList<QByteArray>& questions() const { return m_questions; }
    const ConnectionCount& connections() const { return m_count; }

private:
    void onConnection();
    void count(int open, int waiting);
    void hangUp(QTcpSocket* socket);
    void read(QTcpSocket* socket);
    void write(QTcpSocket* socket, const QByteArray& question);
    void say(QTcpSocket* socket, const QByteArray& head, const QByteArray& body, const Answer& answer);
    static void failOddly(QTcpSocket* socket, const QByteArray& head, const QByteArray& body, Fault fault);
    static void fail(QTcpSocket* socket, const QByteArray& head, const QByteArray& body, Fault fault);

    QHash<QByteArray, Answer> m_answers;
    QHash<QTcpSocket*, QByteArray> m_partial;
    QSet<QTcpSocket*> m_answered; ///< of those that are open
    QList<QByteArray> m_questions;
    ConnectionCount m_count;
    ConnectionCount* m_total;
    QTcpServer m_server; ///< last: its sockets take leave of the tables above
};
