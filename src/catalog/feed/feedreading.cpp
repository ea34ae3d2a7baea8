// SPDX-License-Identifier: MIT
#include "catalog/feed/feedreading.h"

#include "catalog/chapterformats/chapterformat.h"
#include "catalog/feed/feedtext.h"
#include "catalog/feed/jsonfeed.h"
#include "catalog/feed/limits.h"
#include "catalog/feed/rssfeed.h"
#include "format/codetables.h"
#include "format/frontmatter.h"
#include "format/span.h"
#include "format/utf8.h"

#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>

namespace catalog {

namespace {

using format::Error;
using format::Result;

constexpr std::string_view blanks = " \t\r\n";

/// The encoding that the XML declaration names, in lower case; empty where it names none.
QString declaredEncoding(std::string_view bytes) {
    constexpr std::size_t declarationBytes = 200;
    static const QRegularExpression form(
        QStringLiteral("\\A<\\?xml[^>]*\\bencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']"));
    const std::string_view start = bytes.substr(0, declarationBytes);
    return form.match(QString::fromLatin1(start.data(), static_cast<qsizetype>(start.size())))
        .captured(1)
        .toLower();
}

Result<std::string> fromUtf16(std::string_view bytes) {
    const bool isBig = !bytes.empty() && (bytes[0] == '\0' || bytes[0] == '\xFE');
    QStringDecoder decoder(isBig ? QStringDecoder::Utf16BE : QStringDecoder::Utf16LE);
    const QString text = decoder.decode(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    if (decoder.hasError() || bytes.size() % 2 != 0)
        return feedError(0, "The feed looks like UTF-16, but is not valid as such.");
    return text.toStdString();
}

std::string fromWindows1252(std::string_view bytes) {
    std::string utf8;
    utf8.reserve(bytes.size());
    for (const char byte : bytes)
        format::appendCharacter(
            utf8, format::characterOf(format::CodeTable::Windows1252, static_cast<unsigned char>(byte)));
    return utf8;
}

/// The feed's text in UTF-8.
Result<std::string> decoded(std::string_view bytes) {
    if (format::isUtf16(bytes))
        return fromUtf16(bytes);
    const std::string_view mark = "\xEF\xBB\xBF";
    if (bytes.substr(0, mark.size()) == mark)
        bytes.remove_prefix(mark.size());
    const QString encoding = declaredEncoding(bytes);
    const QStringList latin{QStringLiteral("iso-8859-1"), QStringLiteral("latin1"),
                            QStringLiteral("windows-1252"), QStringLiteral("cp1252")};
    const QStringList utf8{QString(), QStringLiteral("utf-8"), QStringLiteral("utf8"),
                           QStringLiteral("us-ascii"), QStringLiteral("ascii")};
    if (latin.contains(encoding))
        return fromWindows1252(bytes);
    if (!utf8.contains(encoding))
        return feedError(0,
                         "The feed says that it is in %1. UTF-8, UTF-16, ISO-8859-1 and Windows-1252 can "
                         "be read.",
                         encoding);
    if (const std::size_t wrong = format::firstInvalidUtf8(bytes); wrong != std::string_view::npos) {
        Error error = feedError(wrong, "The feed is not valid UTF-8 here.");
        error.message = placeAndReason(bytes, error).toStdString();
        return error;
    }
    return std::string(bytes);
}

Result<Feed> readText(const std::string& text) {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string::npos)
        return feedError(0, "The feed is empty.");
    if (text[first] == '{')
        return readJsonFeed(text);
    if (text[first] == '<')
        return readRss(text);
    return feedError(first, "This is neither RSS nor JSON Feed.");
}

} // namespace

Result<Feed> readFeed(std::string_view bytes) {
    if (bytes.size() > feedlimits::xmlBytes)
        return feedError(0, "The feed is larger than %1 MB, the most that is read.",
                         QString::number(feedlimits::xmlBytes / 1024 / 1024));
    auto text = decoded(bytes);
    if (!text)
        return text.error();
    auto feed = readText(*text);
    if (feed)
        return feed;
    Error error = feed.error();
    error.message = placeAndReason(*text, error).toStdString();
    error.offset = std::min(error.offset, bytes.size());
    return error;
}

} // namespace catalog
