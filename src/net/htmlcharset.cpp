// SPDX-License-Identifier: MIT
#include "net/htmlcharset.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <optional>

namespace net {

namespace {

/// Only to give the sentences a context of their own for the translators.
struct HtmlCharset {
    Q_DECLARE_TR_FUNCTIONS(net::HtmlCharset)
};

constexpr char utf8[] = "utf-8";
constexpr char western[] = "windows-1252";

/// The name as it is asked of Qt; empty for one that pages do not use (Encoding Standard, "names and
/// labels").
QByteArray canonical(const QByteArray& label) {
    static const QList<QByteArray> westerns = {"windows-1252", "cp1252",     "x-cp1252", "iso-8859-1",
                                               "iso8859-1",    "iso_8859-1", "latin-1",  "latin1",
                                               "l1",           "ascii",      "us-ascii"};
    static const QList<QByteArray> others = {
        "utf-16le",  "utf-16be",  "koi8-r", "koi8-u",      "ibm866", "macintosh",     "windows-874",
        "tis-620",   "gbk",       "gb2312", "gb18030",     "big5",   "big5-hkscs",    "euc-jp",
        "shift_jis", "shift-jis", "sjis",   "iso-2022-jp", "euc-kr", "ks_c_5601-1987"};
    static const QRegularExpression families(QStringLiteral("^(windows-125[0-8]|iso-8859-(\\d|1[0-6]))$"));
    const QByteArray name = label.trimmed().toLower();
    if (name == "utf-8" || name == "utf8" || name == "unicode-1-1-utf-8")
        return utf8;
    if (westerns.contains(name))
        return western;
    const bool isKnown = others.contains(name) || families.match(QString::fromLatin1(name)).hasMatch();
    return isKnown ? name : QByteArray();
}

QByteArray charsetIn(QByteArrayView value) {
    static const QRegularExpression charset(QStringLiteral("charset\\s*=\\s*[\"']?\\s*([^\\s;\"'>/]+)"),
                                            QRegularExpression::CaseInsensitiveOption);
    return charset.match(QString::fromLatin1(value)).captured(1).toLatin1();
}

QByteArray charsetOfMark(QByteArrayView body) {
    if (body.startsWith("\xEF\xBB\xBF"))
        return utf8;
    if (body.startsWith("\xFE\xFF"))
        return "utf-16be";
    return body.startsWith("\xFF\xFE") ? "utf-16le" : "";
}

/// <meta charset=…>, or <meta http-equiv=Content-Type content="…; charset=…">.
QByteArray charsetOfMeta(QByteArrayView body) {
    constexpr qsizetype prescan = 1024;
    static const QRegularExpression comment(QStringLiteral("<!--.*?-->"),
                                            QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression meta(QStringLiteral("<meta[\\s/][^>]*>"),
                                         QRegularExpression::CaseInsensitiveOption);
    QString start = QString::fromLatin1(body.first(std::min(prescan, body.size())));
    start.remove(comment);
    for (auto matches = meta.globalMatch(start); matches.hasNext();) {
        const QByteArray name = charsetIn(matches.next().captured().toLatin1());
        if (name.isEmpty())
            continue;
        // A page whose <meta> could be read is not in UTF-16, whatever it says.
        return name.toLower().startsWith("utf-16") ? QByteArray(utf8) : name;
    }
    return {};
}

QString decodeWestern(QByteArrayView body) {
    QString text = QString::fromLatin1(body);
    std::transform(text.cbegin(), text.cend(), text.begin(),
                   [](QChar character) { return QChar(windows1252(character.unicode())); });
    return text;
}

/// Nothing where the bytes are not UTF-8; a character that the end cuts off does not count.
std::optional<QString> decodeUtf8(QByteArrayView body) {
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(body);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

/// Nothing where Qt does not know the character set: then it was built without ICU.
std::optional<QString> decodeBy(const QByteArray& charset, QByteArrayView body) {
    if (charset == western)
        return decodeWestern(body);
    QStringDecoder decoder(charset.constData());
    if (!decoder.isValid())
        return std::nullopt;
    return QString(decoder(body));
}

DecodedHtml guess(QByteArrayView body) {
    if (const auto text = decodeUtf8(body))
        return {*text, utf8, {}};
    return {decodeWestern(body), western, {}};
}

} // namespace

char16_t windows1252(char16_t code) {
    constexpr char16_t first = 0x80;
    // What is not assigned stays a control character, as browsers have it.
    static constexpr std::array<char16_t, 32> slots32 = {
        0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    return code >= first && code < first + slots32.size() ? slots32.at(code - first) : code;
}

DecodedHtml decodeHtml(QByteArrayView body, QByteArrayView contentType) {
    QByteArray named = charsetOfMark(body);
    if (named.isEmpty())
        named = charsetIn(contentType);
    if (named.isEmpty())
        named = charsetOfMeta(body);
    if (named.isEmpty())
        return guess(body);
    const QByteArray charset = canonical(named);
    if (!charset.isEmpty())
        if (const auto text = decodeBy(charset, body))
            return {*text, charset, {}};
    DecodedHtml decoded = guess(body);
    decoded.remark =
        HtmlCharset::tr("The page names the character set %1, which is not known; it was read as %2.")
            .arg(QString::fromLatin1(named.left(40)), QString::fromLatin1(decoded.charset));
    return decoded;
}

} // namespace net
