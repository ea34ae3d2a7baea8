// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace net {

/// A page's bytes as text.
struct DecodedHtml {
    QString text;
    QByteArray charset; ///< the one used, in lower case
    QString remark;     ///< a whole sentence where the named character set could not be used; or empty
};

/// The character set is the one of the byte order mark, else of the HTTP header, else of a <meta> in the
/// first 1024 bytes, else UTF-8 if the bytes are, else windows-1252 (HTML Standard, "determining the
/// character encoding"). Names that web pages do not use, and those that are refused for safety (utf-7), are
/// treated as if there were none.
DecodedHtml decodeHtml(QByteArrayView body, QByteArrayView contentType);

/// The character that windows-1252 has in 0x80 to 0x9F; any other code comes back as it is.
char16_t windows1252(char16_t code);

} // namespace net
