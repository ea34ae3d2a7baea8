// SPDX-License-Identifier: MIT
#include "net/httpwords.h"

#include "net/httpclient.h"

#include <QCoreApplication>

namespace net {

namespace {

/// Only to give the sentences a context of their own for the translators.
struct HttpWords {
    Q_DECLARE_TR_FUNCTIONS(net::HttpWords)
};

QString wordsForFault(const HttpAnswer& answer) {
    const QString host = answer.finalUrl.host();
    switch (answer.fault) {
    case HttpFault::NoSuchHost:
        return HttpWords::tr("There is no server of this name: %1.").arg(host);
    case HttpFault::Dropped:
        return HttpWords::tr("The server cut the connection, or what it said is not HTTP.");
    case HttpFault::Deadline:
        return answer.status == 0 ? HttpWords::tr("The server did not answer in time.")
                                  : HttpWords::tr("The server did not finish its answer in time.");
    default:
        return answer.error; // already a sentence that says all
    }
}

} // namespace

QString wordsForTrouble(const HttpAnswer& answer) {
    const int status = answer.status;
    if (answer.fault != HttpFault::None)
        return wordsForFault(answer);
    if (status >= 200 && status < 300)
        return {};
    switch (status) {
    case 401:
    case 403:
        return HttpWords::tr("The server refuses to show the page (%1).").arg(status);
    case 404:
        return HttpWords::tr("The server says that there is no such page (404).");
    case 410:
        return HttpWords::tr("The server says that the page is gone for good (410).");
    case 429:
    case 503:
        return HttpWords::tr("The server asks to slow down (%1). Try again later.").arg(status);
    default:
        break;
    }
    if (status >= 500)
        return HttpWords::tr("The server has a fault of its own (%1).").arg(status);
    if (status >= 300 && status < 400)
        return HttpWords::tr("The server redirects and does not say where to (%1).").arg(status);
    return HttpWords::tr("The server answers with status %1.").arg(status);
}

} // namespace net
