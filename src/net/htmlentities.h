// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace net {

/// Where a character reference stands; in an attribute "&copy=1" is no reference (HTML Standard, 13.2.5.73).
enum class EntityPlace { Text, Attribute };

/// Decimal and hexadecimal references, and the named ones of HTML 4 that titles use; others stay as written.
/// `&#128;` to `&#159;` mean windows-1252, and what is no character becomes U+FFFD, as the standard says.
QString decodeEntities(QStringView text, EntityPlace place);

} // namespace net
