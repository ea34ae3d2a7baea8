// SPDX-License-Identifier: MIT
#include "catalog/rules/spelling.h"

#include <QRegularExpression>

#include <array>

namespace catalog {

namespace {

const QRegularExpression& entity() {
    static const QRegularExpression form(QStringLiteral(
        "&(?:(amp|lt|gt|quot|apos|nbsp|mdash|ndash|hellip|lsquo|rsquo|ldquo|rdquo)|#(\\d{1,7})|"
        "#[xX]([0-9a-fA-F]{1,6}));"));
    return form;
}

QString named(QStringView name) {
    struct Name {
        const char* name;
        char16_t character;
    };
    static constexpr std::array<Name, 13> names = {{{"amp", u'&'},
                                                    {"lt", u'<'},
                                                    {"gt", u'>'},
                                                    {"quot", u'"'},
                                                    {"apos", u'\''},
                                                    {"nbsp", u'\u00A0'},
                                                    {"mdash", u'\u2014'},
                                                    {"ndash", u'\u2013'},
                                                    {"hellip", u'\u2026'},
                                                    {"lsquo", u'\u2018'},
                                                    {"rsquo", u'\u2019'},
                                                    {"ldquo", u'\u201C'},
                                                    {"rdquo", u'\u201D'}}};
    for (const Name& known : names)
        if (name == QLatin1String(known.name))
            return QChar(known.character);
    return {};
}

QString decoded(const QRegularExpressionMatch& match) {
    if (match.capturedLength(1) > 0)
        return named(match.capturedView(1));
    const bool isHex = match.capturedLength(3) > 0;
    const uint code =
        (isHex ? match.capturedView(3) : match.capturedView(2)).toUInt(nullptr, isHex ? 16 : 10);
    const bool isText = code >= 0x20 && code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code);
    return isText ? QString::fromUcs4(reinterpret_cast<const char32_t*>(&code), 1) : match.captured();
}

} // namespace

bool hasHtmlEntity(const QString& text) {
    return text.contains(QLatin1Char('&')) && entity().match(text).hasMatch();
}

QString withoutHtmlEntities(const QString& text) {
    QString plain;
    qsizetype at = 0;
    for (auto matches = entity().globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        plain += QStringView(text).mid(at, match.capturedStart() - at);
        plain += decoded(match);
        at = match.capturedEnd();
    }
    return plain + text.mid(at);
}

QString withSingleSpaces(const QString& text) {
    static const QRegularExpression spaces(QStringLiteral(" {2,}"));
    return QString(text).replace(spaces, QStringLiteral(" "));
}

bool isInvisible(QChar character) {
    constexpr std::array<char16_t, 6> invisible = {u'\u200B', u'\u00AD', u'\uFEFF',
                                                   u'\u2060', u'\u200E', u'\u200F'};
    return std::find(invisible.begin(), invisible.end(), character.unicode()) != invisible.end();
}

QString shortened(const QString& text) {
    constexpr qsizetype most = 60;
    if (text.size() <= most)
        return text;
    const bool isWithinCharacter = text[most - 1].isHighSurrogate();
    return text.left(isWithinCharacter ? most - 1 : most) + QChar(u'\u2026');
}

} // namespace catalog
