// SPDX-License-Identifier: MIT
#include "net/wholedocument.h"

#include "net/httpwords.h"

#include <QCoreApplication>

namespace net {

namespace {

/// Only to give the sentences a context of their own for the translators.
struct WholeDocument {
    Q_DECLARE_TR_FUNCTIONS(net::WholeDocument)
};

} // namespace

HttpRequest documentRequest(const QUrl& url, qint64 mostBytes) {
    HttpRequest request;
    request.url = url;
    request.bodyLimit = mostBytes + 1; // one more tells that there is too much
    request.deadlineMilliseconds = limits::documentMilliseconds;
    return request;
}

QString wordsForDocument(const HttpAnswer& answer, qint64 mostBytes) {
    constexpr qint64 megabyte = 1024 * 1024;
    if (QString words = wordsForTrouble(answer); !words.isEmpty())
        return words;
    if (answer.body.size() > mostBytes)
        return WholeDocument::tr("The answer is larger than %1 MB, the most that is read.")
            .arg(mostBytes / megabyte);
    const QByteArray encoding = answer.contentEncoding.toLower();
    if (!encoding.isEmpty() && encoding != "identity")
        return WholeDocument::tr("The server sent the document packed, though it was asked not to (%1).")
            .arg(QString::fromLatin1(encoding));
    return {};
}

} // namespace net
