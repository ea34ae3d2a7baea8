// SPDX-License-Identifier: MIT
#include "catalog/replace/replacepattern.h"

#include <QCoreApplication>

namespace catalog {

namespace {

QString words(const char* text) {
    return QCoreApplication::translate("Replace", text);
}
#define REPLACE_WORDS(text) words(QT_TRANSLATE_NOOP("Replace", text))

bool isDigit(const QString& text, qsizetype at) {
    return at < text.size() && text[at] >= QLatin1Char('0') && text[at] <= QLatin1Char('9');
}

} // namespace

ReplacePattern::ReplacePattern(const ReplaceQuery& query) {
    readExpression(query);
    if (m_error)
        return;
    if (query.isRegex)
        readReplacement(query.with);
    else
        addText(query.with);
}

void ReplacePattern::complain(bool isInReplacement, qsizetype position, const QString& message) {
    if (!m_error)
        m_error = ReplaceError{isInReplacement, position, message};
}

void ReplacePattern::readExpression(const ReplaceQuery& query) {
    if (query.find.isEmpty())
        return complain(false, 0, REPLACE_WORDS("There is nothing to look for yet."));
    QRegularExpression::PatternOptions options =
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::MultilineOption;
    if (!query.matchesCase)
        options |= QRegularExpression::CaseInsensitiveOption;
    m_expression = PatientPattern(query.isRegex ? query.find : QRegularExpression::escape(query.find),
                                  options, query.isWholeWords);
    if (m_expression.isValid())
        return;
    complain(false, m_expression.errorOffset(),
             m_expression.isWrongAsWords()
                 ? REPLACE_WORDS("This is no regular expression for whole words: %1.")
                       .arg(m_expression.errorString())
                 : REPLACE_WORDS("This is no regular expression: %1 at character %2.")
                       .arg(m_expression.errorString())
                       .arg(m_expression.errorOffset() + 1));
}

void ReplacePattern::addText(const QString& text) {
    if (m_with.empty() || m_with.back().group >= 0)
        m_with.push_back({});
    m_with.back().text += text;
}

void ReplacePattern::readReplacement(const QString& with) {
    for (qsizetype at = 0; at < with.size() && !m_error;) {
        const QChar sign = with[at];
        const QChar next = at + 1 < with.size() ? with[at + 1] : QChar();
        const bool isEscape = sign == QLatin1Char('\\');
        if (!isEscape && sign != QLatin1Char('$')) {
            addText(sign);
            ++at;
        } else if (isDigit(with, at + 1) || (!isEscape && next == QLatin1Char('{'))) {
            at = readGroup(with, at);
        } else if (isEscape && next.isNull()) {
            complain(true, at,
                     REPLACE_WORDS("A backslash at the end stands for nothing; write \\\\ for one."));
        } else {
            const bool isLine = isEscape && next == QLatin1Char('n');
            const bool isTab = isEscape && next == QLatin1Char('t');
            const bool isTaken = isEscape || next == sign; // "$$" is a dollar, and so is one before a word
            addText(isLine ? QStringLiteral("\n") : isTab ? QStringLiteral("\t") : isEscape ? next : sign);
            at += isTaken ? 2 : 1;
        }
    }
}

/// Reads `$1`, `\12` or `${name}` at `at`; returns where it ends. Two digits are one number where there are
/// so many groups.
qsizetype ReplacePattern::readGroup(const QString& with, qsizetype at) {
    const int groups = m_expression.groups().captureCount();
    if (with[at + 1] == QLatin1Char('{')) {
        const qsizetype end = with.indexOf(QLatin1Char('}'), at);
        const QString name = with.mid(at + 2, end - at - 2);
        bool isNumber = false;
        const int number = name.toInt(&isNumber);
        const auto named = static_cast<int>(m_expression.groups().namedCaptureGroups().indexOf(name));
        const int group = isNumber ? number : name.isEmpty() ? -1 : named;
        if (end < 0 || group < 0 || group > groups)
            complain(true, at, REPLACE_WORDS("The expression has no group \"%1\".").arg(name));
        m_with.push_back({{}, group});
        return end < 0 ? with.size() : end + 1;
    }
    const int one = with[at + 1].digitValue();
    const int two = isDigit(with, at + 2) ? one * 10 + with[at + 2].digitValue() : -1;
    const bool isTwo = two >= 10 && two <= groups;
    if (!isTwo && one > groups)
        complain(true, at,
                 REPLACE_WORDS("There is no group %1: the expression has %2.").arg(one).arg(groups));
    m_with.push_back({{}, isTwo ? two : one});
    return at + (isTwo ? 3 : 2);
}

QString ReplacePattern::replacementOf(const QRegularExpressionMatch& match) const {
    QString text;
    for (const Part& part : m_with)
        text += part.group >= 0 ? match.captured(part.group) : part.text;
    return text;
}

ReplacePattern::Found ReplacePattern::in(const QString& text, std::size_t most) const {
    Found found;
    if (m_error)
        return found;
    QRegularExpressionMatchIterator walk = m_expression.forText(text).globalMatch(text);
    qsizetype end = -1;
    bool wasEmpty = false;
    while (walk.hasNext() && found.matches.size() < most) {
        const QRegularExpressionMatch match = walk.next();
        // What an expression such as "x*" finds beside a match is nobody's wish, and where it goes would hang
        // on whether the other one is made.
        const bool isBeside = match.capturedStart() == end && (match.capturedLength() == 0 || wasEmpty);
        end = match.capturedEnd();
        if (isBeside)
            continue;
        wasEmpty = match.capturedLength() == 0;
        found.matches.push_back({match.capturedStart(), match.capturedLength(), replacementOf(match)});
    }
    found.isGivenUp = PatientPattern::isGivenUp(walk, end, text);
    return found;
}

} // namespace catalog
