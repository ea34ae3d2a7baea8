// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace net {

/// What a web page calls itself.
struct PageTitle {
    QString title;      ///< one line, at most 300 characters, no control or bidi characters; or empty
    QString siteName;   ///< Open Graph's og:site_name, cleaned likewise
    QByteArray charset; ///< by which it was read, in lower case
    QString remark;     ///< a whole sentence about a character set that is not known; or empty
    QString error;      ///< a whole sentence where there is no title; or empty
};

/// The <title>, or where there is none og:title. Of the body the first 64 KB are read. `contentType` is the
/// value of the HTTP header (RFC 9110 section 8.3); where it is empty, the body is taken for HTML.
PageTitle titleOf(QByteArrayView body, QByteArrayView contentType);

/// "Deep Sea | Example Site" → "Deep Sea", "Example Site": what the title may be without a site's name behind
/// or before it, best first. A part that resembles `siteName` or the host goes before one that does not.
/// Empty where nothing could be taken away.
QStringList withoutSiteSuffix(const QString& title, const QString& siteName, const QString& host = {});

} // namespace net
