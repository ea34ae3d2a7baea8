// SPDX-License-Identifier: MIT
#include "net/enclosureprobe.h"

#include "net/httpclient.h"

namespace net {

namespace {

/// What the status means, in words; empty for success (RFC 9110 section 15).
QString wordsFor(int status) {
    if (status >= 200 && status < 300)
        return {};
    switch (status) {
    case 401:
    case 403:
        return EnclosureProbe::tr("The server refuses to give the file (%1).").arg(status);
    case 404:
        return EnclosureProbe::tr("The server says that there is no such file (404).");
    case 410:
        return EnclosureProbe::tr("The server says that the file is gone (410).");
    case 429:
        return EnclosureProbe::tr("The server is asked too often (429). Wait a little.");
    default:
        return status >= 500 ? EnclosureProbe::tr("The server has a fault of its own (%1).").arg(status)
                             : EnclosureProbe::tr("The server answers with status %1.").arg(status);
    }
}

EnclosureFacts factsOf(const HttpAnswer& answer) {
    EnclosureFacts facts;
    facts.finalUrl = answer.finalUrl;
    facts.checkedAddress = answer.checkedAddress;
    facts.status = answer.status;
    facts.error = answer.error.isEmpty() ? wordsFor(answer.status) : answer.error;
    facts.type = QString::fromLatin1(answer.contentType).section(QLatin1Char(';'), 0, 0).trimmed();
    facts.acceptsRanges = answer.status == 206 || answer.acceptRanges == "bytes";
    facts.firstBytes = answer.body;
    bool isNumber = false;
    const qint64 bytes =
        answer.status == 206
            ? answer.contentRange.mid(answer.contentRange.lastIndexOf('/') + 1).toLongLong(&isNumber)
            : answer.contentLength.toLongLong(&isNumber);
    facts.bytes = isNumber && bytes >= 0 ? bytes : -1;
    return facts;
}

} // namespace

struct EnclosureProbe::Private {
    HttpClient client;
};

EnclosureProbe::EnclosureProbe(QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>()) {
    connect(&d->client, &HttpClient::answered, this,
            [this](const HttpAnswer& answer) { emit finished(factsOf(answer)); });
}

EnclosureProbe::~EnclosureProbe() = default;

void EnclosureProbe::probe(const QUrl& url, int deadlineMilliseconds) {
    HttpRequest request;
    request.url = url;
    request.range = "bytes=0-65535";
    request.deadlineMilliseconds = deadlineMilliseconds;
    d->client.ask(request);
}

void EnclosureProbe::cancel() {
    d->client.cancel();
}

} // namespace net
