// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace net {

struct HttpAnswer;

/// Why the answer is not a page, in whole sentences; empty for success (status 2xx, RFC 9110 section 15).
QString wordsForTrouble(const HttpAnswer& answer);

} // namespace net
