// SPDX-License-Identifier: MIT
#pragma once

#include "net/limits.h"

#include <QHostAddress>
#include <QObject>
#include <QString>
#include <QUrl>

#include <memory>

namespace net {

/// What an enclosure's address answers.
struct EnclosureFacts {
    QUrl finalUrl;               ///< after redirects
    QHostAddress checkedAddress; ///< of its host: ask no other; null where the user named the host
    qint64 bytes = -1;           ///< Content-Length or Content-Range's total; -1: not said
    QString type;                ///< Content-Type without parameters
    bool acceptsRanges = false;
    QByteArray firstBytes; ///< at most 64 KB
    int status = 0;        ///< HTTP's; 0: there was no answer
    QString error;         ///< in words: "The server says 404 Not Found."; empty on success
};

/// Asks a server for the first bytes of an enclosure, so that nothing but audio is handed to the player.
/// Redirects are followed by hand: http and https only, at most 10, private and loopback addresses only where
/// the first URL names one itself; no cookies; one total deadline. One question at a time; a new one cancels
/// the old.
class EnclosureProbe : public QObject {
    Q_OBJECT
public:
    explicit EnclosureProbe(QObject* parent = nullptr);
    ~EnclosureProbe() override;

    void probe(const QUrl& url, int deadlineMilliseconds = limits::deadlineMilliseconds);
    void cancel();

signals:
    void finished(const net::EnclosureFacts& facts);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace net
