// SPDX-License-Identifier: MIT
#pragma once

#include <QHostAddress>
#include <QIODevice>
#include <QThread>
#include <QUrl>

#include <functional>
#include <memory>

namespace net {

/// An address as a file that can be read anywhere: what is read is fetched by ranged requests (RFC 9110
/// section 14) in a thread of its own and kept in a temporary file. Reading blocks until the bytes are there,
/// the server failed, or nothing came for `patience`; so never read it in the window's thread. Redirects are
/// not followed: give it the address where a probe ended.
class HttpStream : public QIODevice {
    Q_OBJECT
public:
    struct Source {
        QUrl url;
        qint64 size = -1; ///< bytes, as the server said; -1: unknown, then it is read from the start
        bool acceptsRanges = false; ///< without, what lies ahead is waited for
        QByteArray head;            ///< its first bytes where they are known already
        int patience = 20'000;      ///< milliseconds without one byte before reading fails
        QHostAddress address = {};  ///< the one that was checked for the URL's host; null: as it resolves
    };
    explicit HttpStream(const Source& source, QObject* parent = nullptr);
    ~HttpStream() override;

    /// Ends all reading, now and later, from any thread and even after this object is gone.
    std::function<void()> interrupter() const;
    /// How much of it is here, in bytes. Any thread.
    qint64 fetched() const;

    bool isSequential() const override;
    qint64 size() const override;

signals:
    /// Reading came to where no more will come; in words. Emitted by the reading thread.
    void failed(const QString& why);

protected:
    qint64 readData(char* data, qint64 maximum) override;
    qint64 writeData(const char* data, qint64 length) override;

private:
    struct Spool;
    class Fetcher;
    void ask(qint64 position);

    const qint64 m_size;     ///< bytes; -1: unknown
    qint64 m_sequential = 0; ///< where reading stands while the size is unknown
    std::shared_ptr<Spool> m_spool;
    Fetcher* m_fetcher = nullptr; ///< lives in m_thread, which deletes it
    QThread m_thread;
};

} // namespace net
