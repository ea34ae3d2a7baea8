// SPDX-License-Identifier: MIT
#include "net/htmlentities.h"

#include "net/htmlcharset.h"

#include <QHash>

#include <algorithm>

namespace net {

namespace {

using Table = QHash<QString, char16_t>;

/// Names that stand without the semicolon, too: those of Latin-1, in the order of their codes from 160.
Table makeBareNames() {
    constexpr char16_t first = 160;
    static constexpr const char* latin1[] = {
        "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",
        "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",
        "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12",
        "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil",
        "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde",
        "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",
        "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",
        "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",
        "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
        "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};
    static_assert(std::size(latin1) == 96);
    Table table = {{"amp", u'&'}, {"AMP", u'&'},  {"lt", u'<'},   {"LT", u'<'},   {"gt", u'>'},
                   {"GT", u'>'},  {"quot", u'"'}, {"QUOT", u'"'}, {"COPY", 0xA9}, {"REG", 0xAE}};
    for (std::size_t at = 0; at < std::size(latin1); ++at)
        table.insert(QLatin1String(latin1[at]), static_cast<char16_t>(first + at));
    return table;
}

Table makeFullNames() {
    return {{"Alpha", 0x391},   {"Beta", 0x392},        {"Dagger", 0x2021}, {"Delta", 0x394},
            {"Gamma", 0x393},   {"OElig", 0x152},       {"Omega", 0x3A9},   {"Prime", 0x2033},
            {"Scaron", 0x160},  {"Yuml", 0x178},        {"alpha", 0x3B1},   {"asymp", 0x2248},
            {"bdquo", 0x201E},  {"beta", 0x3B2},        {"bull", 0x2022},   {"circ", 0x2C6},
            {"dagger", 0x2020}, {"darr", 0x2193},       {"delta", 0x3B4},   {"emsp", 0x2003},
            {"ensp", 0x2002},   {"epsilon", 0x3B5},     {"equiv", 0x2261},  {"euro", 0x20AC},
            {"fnof", 0x192},    {"frasl", 0x2044},      {"gamma", 0x3B3},   {"ge", 0x2265},
            {"harr", 0x2194},   {"hearts", 0x2665},     {"hellip", 0x2026}, {"infin", 0x221E},
            {"lambda", 0x3BB},  {"larr", 0x2190},       {"ldquo", 0x201C},  {"le", 0x2264},
            {"lowast", 0x2217}, {"lrm", 0x200E},        {"lsaquo", 0x2039}, {"lsquo", 0x2018},
            {"mdash", 0x2014},  {"minus", 0x2212},      {"mu", 0x3BC},      {"ndash", 0x2013},
            {"ne", 0x2260},     {"oelig", 0x153},       {"oline", 0x203E},  {"omega", 0x3C9},
            {"permil", 0x2030}, {"phi", 0x3C6},         {"pi", 0x3C0},      {"prime", 0x2032},
            {"radic", 0x221A},  {"rarr", 0x2192},       {"rdquo", 0x201D},  {"rlm", 0x200F},
            {"rsaquo", 0x203A}, {"rsquo", 0x2019},      {"sbquo", 0x201A},  {"scaron", 0x161},
            {"sigma", 0x3C3},   {"thinsp", 0x2009},     {"tilde", 0x2DC},   {"trade", 0x2122},
            {"uarr", 0x2191},   {"zwj", 0x200D},        {"zwnj", 0x200C},   {"apos", 0x27},
            {"num", 0x23},      {"excl", 0x21},         {"quest", 0x3F},    {"comma", 0x2C},
            {"period", 0x2E},   {"colon", 0x3A},        {"semi", 0x3B},     {"lpar", 0x28},
            {"rpar", 0x29},     {"lbrack", 0x5B},       {"lsqb", 0x5B},     {"rbrack", 0x5D},
            {"rsqb", 0x5D},     {"sol", 0x2F},          {"bsol", 0x5C},     {"vert", 0x7C},
            {"verbar", 0x7C},   {"VerticalLine", 0x7C}, {"percnt", 0x25},   {"dollar", 0x24},
            {"commat", 0x40},   {"lowbar", 0x5F},       {"plus", 0x2B},     {"equals", 0x3D},
            {"ast", 0x2A},      {"hyphen", 0x2010},     {"dash", 0x2010},   {"horbar", 0x2015},
            {"NewLine", 0xA},   {"Tab", 0x9},           {"rsquor", 0x2019}, {"ccaron", 0x10D},
            {"Ccaron", 0x10C},  {"zcaron", 0x17E},      {"Zcaron", 0x17D},  {"rcaron", 0x159},
            {"ecaron", 0x11B},  {"lstrok", 0x142},      {"Lstrok", 0x141},  {"sacute", 0x15B},
            {"nacute", 0x144},  {"eogon", 0x119},       {"aogon", 0x105},   {"cacute", 0x107},
            {"zdot", 0x17C}};
}

const Table& bareNames() {
    static const Table table = makeBareNames();
    return table;
}

const Table& fullNames() {
    static const Table table = makeFullNames();
    return table;
}

/// A reference that was read: what it means, and how long it is from the "&". No length: there is none.
struct Reference {
    QString meaning;
    qsizetype length = 0;
};

bool isAlnum(QChar character) {
    return character.unicode() < 128 && character.isLetterOrNumber();
}

/// HTML Standard 13.2.5.80, "numeric character reference end state".
QString characterOf(uint code) {
    constexpr uint replacement = 0xFFFD;
    constexpr uint basicPlane = 0x10000;
    if (code == 0 || code > QChar::LastValidCodePoint || QChar::isSurrogate(code))
        code = replacement;
    if (code < basicPlane)
        return QString(QChar(windows1252(static_cast<char16_t>(code))));
    const char32_t whole = code;
    return QString::fromUcs4(&whole, 1);
}

Reference numeric(QStringView text) {
    constexpr uint tooLarge = 0x110000;
    const bool isHex = text.size() > 2 && text.at(2).toLower() == u'x';
    const uint base = isHex ? 16 : 10;
    const qsizetype start = isHex ? 3 : 2;
    qsizetype at = start;
    uint code = 0;
    for (; at < text.size(); ++at) {
        bool isDigit = false;
        const uint digit =
            isAlnum(text.at(at)) ? text.mid(at, 1).toUInt(&isDigit, static_cast<int>(base)) : 0;
        if (!isDigit)
            break;
        code = std::min(code * base + digit, tooLarge);
    }
    if (at == start)
        return {};
    const bool hasEnd = at < text.size() && text.at(at) == u';';
    return {characterOf(code), at + (hasEnd ? 1 : 0)};
}

Reference named(QStringView text, EntityPlace place) {
    constexpr qsizetype longest = 32;
    qsizetype end = 1;
    while (end < std::min(text.size(), longest) && isAlnum(text.at(end)))
        ++end;
    const QString name = text.mid(1, end - 1).toString();
    if (end < text.size() && text.at(end) == u';') {
        const char16_t bare = bareNames().value(name);
        const char16_t code = bare != 0 ? bare : fullNames().value(name);
        if (code != 0)
            return {QString(QChar(code)), end + 1};
    }
    for (qsizetype length = name.size(); length > 1; --length) {
        const char16_t code = bareNames().value(name.left(length));
        if (code == 0)
            continue;
        const QChar next = length + 1 < text.size() ? text.at(length + 1) : QChar();
        const bool isQuery = place == EntityPlace::Attribute && (isAlnum(next) || next == u'=');
        return isQuery ? Reference() : Reference{QString(QChar(code)), length + 1};
    }
    return {};
}

} // namespace

QString decodeEntities(QStringView text, EntityPlace place) {
    QString decoded;
    decoded.reserve(text.size());
    while (!text.isEmpty()) {
        const qsizetype next = text.indexOf(u'&');
        if (next < 0)
            break;
        decoded += text.first(next);
        text = text.sliced(next);
        const bool isNumber = text.size() > 1 && text.at(1) == u'#';
        const Reference found = isNumber ? numeric(text) : named(text, place);
        decoded += found.length > 0 ? found.meaning : QStringLiteral("&");
        text = text.sliced(std::max<qsizetype>(found.length, 1));
    }
    decoded += text;
    return decoded;
}

} // namespace net
