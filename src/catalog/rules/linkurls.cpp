// SPDX-License-Identifier: MIT
#include "catalog/rules/report.h"
#include "catalog/rules/spelling.h"

#include <QRegularExpression>

#include <set>

namespace catalog {

namespace {

using format::Row;
using format::RowKind;

QString tr(const char* text) {
    return Report::tr(text);
}

/// Calls `look` with every link row and its address as it stands in the file.
template <typename Look>
void forEachLink(const Report& report, const Look& look) {
    const format::Document& document = report.context().document;
    for (const Row& row : document.links().rows())
        if (row.kind == RowKind::Link)
            look(row, QString::fromStdString(std::string(row.url.in(document.text()))));
}

void empty(Report& report) {
    forEachLink(report, [&](const Row& row, const QString&) {
        if (row.link.url.empty())
            report.add("body",
                       tr("The link \"%1\" has no address.").arg(QString::fromStdString(row.link.text)),
                       row.text);
    });
}

/// What stands before the first colon, in lower case, where that can be a scheme (RFC 3986, section 3.1).
std::string schemeOf(std::string_view url) {
    const std::size_t colon = std::min(url.find(':'), url.size());
    std::string scheme(url.substr(0, colon));
    const auto isLetter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const bool isScheme =
        colon < url.size() && !scheme.empty() && isLetter(scheme[0]) &&
        std::all_of(scheme.begin(), scheme.end(), [&](char c) {
            return isLetter(c) || (c >= '0' && c <= '9') || c == '+' || c == '.' || c == '-';
        });
    std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    return isScheme ? scheme : std::string();
}

void unsafeScheme(Report& report) {
    forEachLink(report, [&](const Row& row, const QString&) {
        const std::string scheme = schemeOf(row.link.url);
        if (scheme == "javascript" || scheme == "data" || scheme == "file")
            report.add("body",
                       tr("The address begins with \"%1:\", which the site does not filter out.")
                           .arg(QString::fromStdString(scheme)),
                       row.url);
    });
}

void noScheme(Report& report) {
    static const QRegularExpression host(
        QStringLiteral("\\A[a-zA-Z0-9-]+(\\.[a-zA-Z0-9-]+)*\\.[a-zA-Z]{2,}([:/?#].*)?\\z"));
    forEachLink(report, [&](const Row& row, const QString& raw) {
        if (row.link.url.empty() || !schemeOf(row.link.url).empty() || row.link.url[0] == '/' ||
            row.link.url[0] == '#')
            return;
        const QString url = QString::fromStdString(row.link.url);
        Issue& issue = report.add(
            "body",
            tr("The address \"%1\" has no https://; it would open below the episode's own page.").arg(url),
            row.url);
        if (host.match(url).hasMatch())
            report.fixAt(issue, tr("Put https:// before it"), row.url, QLatin1String("https://") + raw);
        Report::askFirst(issue);
    });
}

void strayQuote(Report& report) {
    // A quote of its own may well be encoded; only one with the backslash that once escaped it is a leftover.
    static const QRegularExpression tail(QStringLiteral("\\\\+%22\\z"));
    forEachLink(report, [&](const Row& row, const QString& raw) {
        const auto match = tail.match(raw);
        if (!match.hasMatch())
            return;
        Issue& issue = report.add(
            "body", tr("The address ends in an encoded quote (\\%22), which leads nowhere."), row.url);
        report.fixAt(issue, tr("Remove it"), row.url, raw.left(match.capturedStart()));
    });
}

void mirrored(Report& report) {
    static const QRegularExpression tail(QStringLiteral("/index[0-9a-f]{0,4}\\.html\\z"));
    forEachLink(report, [&](const Row& row, const QString& raw) {
        const auto match = tail.match(raw);
        if (!match.hasMatch())
            return;
        Issue& issue = report.add(
            "body",
            tr("The address ends in %1, as copies of web pages on a disk do.").arg(match.captured().mid(1)),
            row.url);
        if (match.captured() == QLatin1String("/index.html"))
            report.fixAt(issue, tr("Remove it"), row.url, raw.left(match.capturedStart() + 1));
        Report::askFirst(issue);
    });
}

void http(Report& report) {
    forEachLink(report, [&](const Row& row, const QString& raw) {
        if (!raw.startsWith(QLatin1String("http://")))
            return;
        Issue& issue =
            report.add("body", tr("The address begins with http, which browsers warn of."), row.url);
        report.fixAt(issue, tr("Write https"), row.url, QLatin1String("https") + raw.mid(4));
        Report::askFirst(issue);
    });
}

void tracking(Report& report) {
    static const QRegularExpression parameter(
        QStringLiteral("([?&])(?:utm_[a-z_]+|fbclid|gclid|ref_src)=[^&#]*"));
    forEachLink(report, [&](const Row& row, const QString& raw) {
        if (!raw.contains(QLatin1Char('?')) || !parameter.match(raw).hasMatch())
            return;
        QString clean = QString(raw).remove(parameter);
        if (!clean.contains(QLatin1Char('?'))) // the first parameter is gone: the next one begins the query
            if (const qsizetype next = clean.indexOf(QLatin1Char('&')); next >= 0)
                clean[next] = QLatin1Char('?');
        Issue& issue = report.add(
            "body", tr("The address tells its site where listeners come from (utm_…, fbclid)."), row.url);
        report.fixAt(issue, tr("Remove that part"), row.url, clean);
        Report::askFirst(issue);
    });
}

void twice(Report& report) {
    std::set<std::string> seen;
    forEachLink(report, [&](const Row& row, const QString&) {
        if (!row.link.url.empty() && !seen.insert(row.link.url).second)
            report.add("body",
                       tr("The notes link to this address twice: %1")
                           .arg(shortened(QString::fromStdString(row.link.url))),
                       row.url);
    });
}

void bare(Report& report) {
    static const QRegularExpression url(QStringLiteral("\\A(<https?://[^>\\s]+>|https?://\\S+)\\z"));
    for (const Row& row : report.context().document.links().rows())
        if (row.kind == RowKind::Item && url.match(QString::fromStdString(row.content)).hasMatch())
            report.add("body", tr("The row is only an address; a title would tell what it leads to."),
                       row.text);
}

constexpr Rule rules[] = {
    {"link-url-empty", Severity::Error, "A link has no address.", checkWith<empty>},
    {"link-url-unsafe-scheme", Severity::Error, "A link runs code or opens a local file.",
     checkWith<unsafeScheme>},
    {"link-url-no-scheme", Severity::Warning, "A link's address is relative.", checkWith<noScheme>},
    {"link-url-stray-quote", Severity::Warning, "A link's address ends in an encoded quote.",
     checkWith<strayQuote>},
    {"link-url-mirror-artifact", Severity::Information, "A link's address ends in index.html.",
     checkWith<mirrored>},
    {"link-url-http", Severity::Information, "A link is plain http.", checkWith<http>},
    {"link-url-tracking", Severity::Information, "A link's address tracks listeners.", checkWith<tracking>},
    {"link-url-duplicate", Severity::Information, "The notes link to an address twice.", checkWith<twice>},
    {"link-bare-url", Severity::Information, "A row is only an address.", checkWith<bare>},
};

} // namespace

std::span<const Rule> linkUrlRules() {
    return rules;
}

} // namespace catalog
