// SPDX-License-Identifier: MIT
#include "net/httpstream.h"

#include "net/httpclient.h"

#include <QMutex>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QTemporaryFile>
#include <QTimer>
#include <QWaitCondition>

#include <algorithm>
#include <map>
#include <utility>

namespace net {

namespace {

constexpr qint64 worthWaiting = 512 * 1024; ///< bytes that arrive sooner than a new request answers
constexpr qint64 chunk = 64 * 1024;         ///< bytes

} // namespace

/// What was fetched, shared by the reading thread and the fetching one.
struct HttpStream::Spool {
    mutable QMutex mutex;
    QWaitCondition changed;
    QTemporaryFile file;
    std::map<qint64, qint64> present; ///< start → end, apart from each other
    qint64 size = -1;                 ///< -1 until the end was seen
    qint64 reading = 0;               ///< where the reader is
    bool isWaiting = false;           ///< the reader waits for `reading`
    bool isInterrupted = false;
    QString problem;

    /// How many bytes are here from `position` on.
    qint64 availableAt(qint64 position) const {
        auto next = present.upper_bound(position);
        if (next == present.begin())
            return 0;
        --next;
        return std::max<qint64>(next->second - position, 0);
    }
    bool put(qint64 position, const QByteArray& bytes) {
        if (!file.seek(position) || file.write(bytes) != bytes.size())
            return false;
        qint64 start = position, end = position + bytes.size();
        for (auto range = present.begin(); range != present.end();) {
            const bool touches = range->first <= end && range->second >= start;
            if (!touches) {
                ++range;
                continue;
            }
            start = std::min(start, range->first);
            end = std::max(end, range->second);
            range = present.erase(range);
        }
        present[start] = end;
        return true;
    }
};

/// Fetches what the reader asks for; one request at a time.
class HttpStream::Fetcher : public QObject {
public:
    Fetcher(const Source& source, std::shared_ptr<Spool> spool)
        : m_source(source)
        , m_spool(std::move(spool))
        , m_next(source.head.size()) {}

    void want(qint64 position) {
        if (!m_manager) {
            m_manager = makeNetworkManager();
            m_stall = std::make_unique<QTimer>();
            m_stall->setSingleShot(true);
            connect(m_stall.get(), &QTimer::timeout, this, [this] { stalled(); });
        }
        if (m_isDone)
            return;
        const bool isNear = position >= m_next && position - m_next <= worthWaiting;
        if (m_reply && (isNear || !m_source.acceptsRanges || isHere(position)))
            take();
        else if (!m_reply && isHere(position))
            return; // it came meanwhile
        else
            start(m_source.acceptsRanges ? position : 0);
        if (!m_stall->isActive())
            m_stall->start(m_source.patience);
    }

private:
    bool isHere(qint64 position) const {
        const QMutexLocker lock(&m_spool->mutex);
        return m_spool->availableAt(position) > 0;
    }
    void start(qint64 position) {
        drop();
        m_next = position;
        QNetworkRequest request = bareRequest(m_source.url, m_source.address);
        if (m_source.acceptsRanges)
            request.setRawHeader("Range", "bytes=" + QByteArray::number(position) + '-');
        m_reply = m_manager->get(request);
        m_reply->setReadBufferSize(4 * chunk);
        m_isChecked = false;
        connect(m_reply, &QNetworkReply::readyRead, this, [this] { take(); });
        connect(m_reply, &QNetworkReply::finished, this, [this] { finished(); });
        m_stall->start(m_source.patience);
    }
    void drop() {
        if (!m_reply)
            return;
        m_reply->disconnect(this);
        m_reply->abort();
        m_reply->deleteLater();
        m_reply.clear();
    }
    /// Is what answers the file that was asked for?
    bool check() {
        constexpr int whole = 200, part = 206;
        const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const QByteArray expected = "bytes " + QByteArray::number(m_next) + '-';
        if (status == part && m_source.acceptsRanges) {
            const QByteArray range = m_reply->rawHeader("Content-Range");
            const bool hasSize = m_source.size < 0 ||
                                 range.endsWith('/' + QByteArray::number(m_source.size)) ||
                                 range.endsWith("/*");
            if (!range.startsWith(expected) || !hasSize)
                return fail(HttpStream::tr("The file changed on the server while it was being read.")), false;
        } else if (status == whole && m_next > 0) {
            m_source.acceptsRanges = false; // it answers with everything; what is ahead is waited for
            m_next = 0;
        } else if (status != whole) {
            return fail(HttpStream::tr("The server says %1 %2 to a part of the file.")
                            .arg(status)
                            .arg(m_reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString())),
                   false;
        }
        return m_isChecked = true;
    }
    void take() {
        const bool isAnswered =
            m_reply && m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid();
        if (!isAnswered || (!m_isChecked && !check()))
            return;
        while (m_reply && m_reply->bytesAvailable() > 0) {
            {
                const QMutexLocker lock(&m_spool->mutex);
                if (m_source.acceptsRanges && m_next > m_spool->reading + limits::streamAheadBytes)
                    return m_stall->stop(); // the next want() goes on
            }
            store(m_reply->read(chunk));
        }
    }
    void store(QByteArray bytes) {
        if (m_source.size >= 0) // what comes behind the end is not of the file
            bytes.truncate(m_source.size - m_next);
        if (m_next + bytes.size() > limits::streamBytes)
            return fail(HttpStream::tr("The file is larger than 4 GB."));
        bool isStored = false;
        {
            const QMutexLocker lock(&m_spool->mutex);
            isStored = m_spool->put(m_next, bytes);
            m_spool->changed.wakeAll();
        }
        if (!isStored)
            return fail(HttpStream::tr("There is no space left for the downloaded audio."));
        m_next += bytes.size();
        m_failures = 0;
        if (m_next == m_source.size)
            return dropAtEnd();
        m_stall->start(m_source.patience);
    }
    void dropAtEnd() {
        drop();
        m_stall->stop();
    }
    void finished() {
        take();
        if (!m_reply)
            return;
        const QString words = m_reply->errorString();
        const bool isWhole = m_reply->error() == QNetworkReply::NoError;
        drop();
        m_stall->stop();
        if (isWhole && (m_source.size < 0 || m_next >= m_source.size))
            return reachEnd();
        if (++m_failures > limits::streamRetries || !m_source.acceptsRanges)
            return fail(HttpStream::tr("The server stopped sending: %1").arg(words));
        QTimer::singleShot(250 * m_failures, this, [this] {
            if (!m_reply && !m_isDone)
                start(m_next);
        });
    }
    void reachEnd() {
        const QMutexLocker lock(&m_spool->mutex);
        if (m_spool->size < 0)
            m_spool->size = m_next;
        m_spool->changed.wakeAll();
    }
    void stalled() {
        bool isWaiting = false;
        {
            const QMutexLocker lock(&m_spool->mutex);
            isWaiting = m_spool->isWaiting;
        }
        if (isWaiting)
            fail(HttpStream::tr("The server sends no more of the file."));
        else
            drop(); // the next want() asks again
    }
    void fail(const QString& why) {
        m_isDone = true;
        drop();
        const QMutexLocker lock(&m_spool->mutex);
        m_spool->problem = why;
        m_spool->changed.wakeAll();
    }

    Source m_source;
    std::shared_ptr<Spool> m_spool;
    std::unique_ptr<QNetworkAccessManager> m_manager; ///< made in the thread
    std::unique_ptr<QTimer> m_stall;
    QPointer<QNetworkReply> m_reply;
    qint64 m_next = 0; ///< where the next byte that arrives belongs
    int m_failures = 0;
    bool m_isChecked = false, m_isDone = false;
};

HttpStream::HttpStream(const Source& source, QObject* parent)
    : QIODevice(parent)
    , m_size(source.size)
    , m_spool(std::make_shared<Spool>()) {
    m_spool->size = source.size;
    const bool isReady = m_spool->file.open() && m_spool->put(0, source.head);
    if (!isReady)
        m_spool->problem = tr("There is no space left for the downloaded audio.");
    m_fetcher = new Fetcher(source, m_spool);
    m_fetcher->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_fetcher, &QObject::deleteLater);
    m_thread.start();
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

HttpStream::~HttpStream() {
    interrupter()();
    m_thread.quit();
    m_thread.wait();
}

std::function<void()> HttpStream::interrupter() const {
    return [spool = m_spool] {
        const QMutexLocker lock(&spool->mutex);
        spool->isInterrupted = true;
        spool->changed.wakeAll();
    };
}

qint64 HttpStream::fetched() const {
    const QMutexLocker lock(&m_spool->mutex);
    qint64 sum = 0;
    for (const auto& [start, end] : m_spool->present)
        sum += end - start;
    return sum;
}

bool HttpStream::isSequential() const {
    return m_size < 0;
}

qint64 HttpStream::size() const {
    return std::max<qint64>(m_size, 0);
}

/// Lets the fetcher work towards `position`. The spool is locked.
void HttpStream::ask(qint64 position) {
    if (m_spool->size >= 0 && position >= m_spool->size)
        return;
    QMetaObject::invokeMethod(
        m_fetcher, [fetcher = m_fetcher, position] { fetcher->want(position); }, Qt::QueuedConnection);
}

qint64 HttpStream::readData(char* data, qint64 maximum) {
    QMutexLocker lock(&m_spool->mutex);
    const qint64 position = isSequential() ? m_sequential : pos();
    const bool wasNear = position / (2 * chunk) == m_spool->reading / (2 * chunk);
    m_spool->reading = position;
    bool isAsked = false;
    while (!m_spool->isInterrupted && maximum > 0) {
        if (m_spool->size >= 0 && position >= m_spool->size)
            return 0;
        const qint64 available = std::min(m_spool->availableAt(position), maximum);
        const bool isStarving = available <= 0;
        if (isStarving && !m_spool->problem.isEmpty())
            break;
        if (!std::exchange(isAsked, isAsked || isStarving || !wasNear) && isAsked)
            ask(position + m_spool->availableAt(position));
        if (!isStarving) {
            const qint64 length = m_spool->file.seek(position) ? m_spool->file.read(data, available) : -1;
            m_sequential = position + length;
            return length;
        }
        m_spool->isWaiting = true;
        m_spool->changed.wait(&m_spool->mutex);
        m_spool->isWaiting = false;
    }
    if (!m_spool->isInterrupted && maximum > 0)
        emit failed(m_spool->problem);
    return maximum > 0 ? -1 : 0;
}

qint64 HttpStream::writeData(const char*, qint64) {
    return -1;
}

} // namespace net
