// SPDX-License-Identifier: MIT
#include "net/pagetitle.h"

#include "net/htmlcharset.h"
#include "net/htmlhead.h"
#include "net/limits.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace net {

namespace {

/// Only to give the sentences a context of their own for the translators.
struct PageTitleWords {
    Q_DECLARE_TR_FUNCTIONS(net::PageTitle)
};

/// Control and bidi characters (Unicode TR 9), and what cannot be seen; the joiners of emoji stay.
bool isUnwanted(QChar character) {
    const char16_t code = character.unicode();
    return character.category() == QChar::Other_Control || code == 0x061C || code == 0x00AD ||
           code == 0x200B || code == 0x200E || code == 0x200F || (code >= 0x202A && code <= 0x202E) ||
           (code >= 0x2060 && code <= 0x206F) || code == 0xFEFF || (code >= 0xFFF9 && code <= 0xFFFB);
}

QString cut(const QString& text) {
    if (text.size() <= limits::titleCharacters)
        return text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(limits::titleCharacters - 1); // the dots take one
    if (!finder.isAtBoundary())
        finder.toPreviousBoundary();
    return text.left(finder.position()).trimmed() + QChar(0x2026);
}

QString cleaned(const QString& text) {
    QString clean = text.simplified(); // first, as line ends are control characters, too
    clean.removeIf(isUnwanted);
    return cut(clean.simplified());
}

bool isHtml(QByteArrayView contentType) {
    const QByteArray type = contentType.toByteArray().split(';').constFirst().trimmed().toLower();
    return type.isEmpty() || type == "text/html" || type == "application/xhtml+xml";
}

/// Letters and digits only, without case and accents, to compare names loosely.
QString folded(const QString& text) {
    QString fold = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    fold.removeIf([](QChar character) { return !character.isLetterOrNumber(); });
    return fold;
}

/// "www.example.co.uk" → "example.co": only the registrable part would need the public suffix list.
QString nameInHost(QString host) {
    if (host.startsWith(QLatin1String("www.")))
        host.remove(0, 4);
    return host.section(QLatin1Char('.'), 0, -2);
}

bool resembles(const QString& part, const QString& name) {
    constexpr qsizetype tooShort = 3; // to say anything when it is found within another
    const QString a = folded(part);
    const QString b = folded(name);
    if (a.isEmpty() || b.isEmpty())
        return false;
    return a == b || (a.size() >= tooShort && b.contains(a)) || (b.size() >= tooShort && a.contains(b));
}

struct Candidate {
    QString rest;
    QString taken;
};

/// Everything behind each separator, the shortest first; then what is before the first.
QList<Candidate> candidatesOf(const QString& title) {
    constexpr qsizetype most = 4;
    static const QRegularExpression separator(
        QStringLiteral(" +(?:[|\\-\\x{2013}\\x{2014}\\x{00B7}\\x{00BB}]|::) +"));
    QList<QRegularExpressionMatch> found;
    for (auto matches = separator.globalMatch(title); matches.hasNext();)
        found.prepend(matches.next());
    QList<Candidate> candidates;
    for (const auto& match : found)
        if (candidates.size() < most - 1)
            candidates.append({title.left(match.capturedStart()), title.mid(match.capturedEnd())});
    if (!found.isEmpty())
        candidates.append(
            {title.mid(found.constLast().capturedEnd()), title.left(found.constLast().capturedStart())});
    return candidates;
}

} // namespace

PageTitle titleOf(QByteArrayView body, QByteArrayView contentType) {
    PageTitle page;
    if (!isHtml(contentType)) {
        page.error = PageTitleWords::tr("This is not a web page but %1.")
                         .arg(cleaned(QString::fromLatin1(
                             contentType.first(std::min<qsizetype>(contentType.size(), 100)))));
        return page;
    }
    const DecodedHtml html =
        decodeHtml(body.first(std::min<qsizetype>(body.size(), limits::bodyBytes)), contentType);
    const HtmlHead head = readHtmlHead(html.text);
    page.charset = html.charset;
    page.remark = html.remark;
    page.siteName = cleaned(head.siteName);
    page.title = cleaned(head.title);
    if (page.title.isEmpty())
        page.title = cleaned(head.ogTitle);
    if (page.title.isEmpty())
        page.error = PageTitleWords::tr("The page has no title.");
    return page;
}

QStringList withoutSiteSuffix(const QString& title, const QString& siteName, const QString& host) {
    QList<Candidate> candidates = candidatesOf(title);
    std::stable_partition(candidates.begin(), candidates.end(), [&](const Candidate& candidate) {
        return resembles(candidate.taken, siteName) || resembles(candidate.taken, nameInHost(host));
    });
    QStringList rests;
    for (const Candidate& candidate : candidates) {
        const QString rest = candidate.rest.trimmed();
        if (!rest.isEmpty() && rest != title && !rests.contains(rest))
            rests.append(rest);
    }
    return rests;
}

} // namespace net
