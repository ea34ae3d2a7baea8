// SPDX-License-Identifier: MIT
#include "net/requestqueue.h"

#include <algorithm>
#include <utility>

namespace net {

RequestQueue::RequestQueue(int atOnce, int perHost, QObject* parent)
    : QObject(parent)
    , m_atOnce(atOnce)
    , m_perHost(perHost)
    , m_manager(makeNetworkManager()) {}

RequestQueue::~RequestQueue() {
    clear();
}

void RequestQueue::add(int id, const HttpRequest& request) {
    m_waiting.append({id, request.url.host(), request});
    startSoon();
}

void RequestQueue::addFirst(int id, const HttpRequest& request) {
    m_waiting.prepend({id, request.url.host(), request});
    startSoon();
}

void RequestQueue::clear() {
    m_waiting.clear();
    m_asked.clear();
}

void RequestQueue::startSoon() {
    if (std::exchange(m_startsSoon, true))
        return;
    // After the caller has said all that it wants first.
    QMetaObject::invokeMethod(this, &RequestQueue::startAll, Qt::QueuedConnection);
}

void RequestQueue::startAll() {
    m_startsSoon = false;
    for (qsizetype at = 0; at < m_waiting.size() && std::ssize(m_asked) < m_atOnce;) {
        if (hasRoomFor(m_waiting.at(at).host))
            start(m_waiting.takeAt(at));
        else
            ++at;
    }
}

bool RequestQueue::hasRoomFor(const QString& host) const {
    return std::count_if(m_asked.begin(), m_asked.end(),
                         [&host](const auto& asked) { return asked.second.host == host; }) < m_perHost;
}

void RequestQueue::start(const Waiting& waiting) {
    const int serial = ++m_lastSerial;
    auto client = std::make_unique<HttpClient>(*m_manager);
    // Queued, so that whoever hears the answer may delete the client, or this. The number tells stale
    // answers.
    connect(
        client.get(), &HttpClient::answered, this,
        [this, serial](const HttpAnswer& answer) { take(serial, answer); }, Qt::QueuedConnection);
    client->ask(waiting.request);
    m_asked.emplace(serial, Asked{waiting.id, waiting.host, std::move(client)});
}

void RequestQueue::take(int serial, const HttpAnswer& answer) {
    const auto node = m_asked.extract(serial);
    if (node.empty())
        return; // cleared meanwhile
    startSoon();
    emit answered(node.mapped().id, answer);
}

} // namespace net
