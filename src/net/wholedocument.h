// SPDX-License-Identifier: MIT
#pragma once

#include "net/httpclient.h"

namespace net {

/// The question for one document as a whole, of at most so many bytes.
HttpRequest documentRequest(const QUrl& url, qint64 mostBytes);

/// Why the answer is not the whole document, in whole sentences; empty where it is.
QString wordsForDocument(const HttpAnswer& answer, qint64 mostBytes);

} // namespace net
