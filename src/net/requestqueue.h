// SPDX-License-Identifier: MIT
#pragma once

#include "net/httpclient.h"

#include <QList>

#include <map>

namespace net {

/// Many questions, few at once: they wait until there is room in all and for their host. The host is the one
/// of the address that is asked; where redirects lead is not counted.
class RequestQueue : public QObject {
    Q_OBJECT
public:
    RequestQueue(int atOnce, int perHost, QObject* parent = nullptr);
    ~RequestQueue() override;

    /// `id` comes back with the answer. The request's deadline begins when it is sent.
    void add(int id, const HttpRequest& request);
    /// The same, before all that waits.
    void addFirst(int id, const HttpRequest& request);
    /// Drops all, asked or waiting, at once. None of it is answered.
    void clear();

signals:
    void answered(int id, const net::HttpAnswer& answer);

private:
    struct Waiting {
        int id;
        QString host;
        HttpRequest request;
    };
    struct Asked {
        int id;
        QString host;
        std::unique_ptr<HttpClient> client;
    };

    void startSoon();
    void startAll();
    void start(const Waiting& waiting);
    void take(int serial, const HttpAnswer& answer);
    bool hasRoomFor(const QString& host) const;

    const int m_atOnce;
    const int m_perHost;
    std::unique_ptr<QNetworkAccessManager> m_manager;
    QList<Waiting> m_waiting;
    std::map<int, Asked> m_asked; ///< by serial number
    int m_lastSerial = 0;
    bool m_startsSoon = false;
};

} // namespace net
