// SPDX-License-Identifier: MIT
#include "catalog/rules/report.h"
#include "catalog/rules/spelling.h"
#include "format/linkitem.h"

#include <QRegularExpression>
#include <QUrl>

namespace catalog {

namespace {

using format::Row;
using format::RowKind;
using format::Span;

QString tr(const char* text) {
    return Report::tr(text);
}

template <typename Look>
void forEachLink(const Report& report, const Look& look) {
    for (const Row& row : report.context().document.links().rows())
        if (row.kind == RowKind::Link)
            look(row);
}

QString rawOf(const Report& report, Span span) {
    return QString::fromStdString(std::string(span.in(report.context().document.text())));
}

/// A title's words as they stand, without their quotes.
QString titleWords(const Report& report, const Row& row) {
    return row.title.isEmpty() ? QString() : rawOf(report, {row.title.begin + 1, row.title.end - 1});
}

/// Writes the title anew; where no quotes allow it, it is dropped with the space before it.
void fixTitle(const Report& report, Issue& issue, const Row& row, const std::string& words) {
    const std::string printed = format::printTitle(words);
    if (printed.empty())
        report.fixBy(issue, tr("Drop the title"), {{{row.url.end, row.title.end}, {}}});
    else
        report.fixBy(issue, tr("Write the title anew"), {{row.title, printed}});
}

void rawHtml(Report& report) {
    static const QRegularExpression tag(QStringLiteral("(?<!\\\\)</?[A-Za-z][^<>]*>"));
    forEachLink(report, [&](const Row& row) {
        const QString text = rawOf(report, row.text);
        if (!text.contains(QLatin1Char('<')) || text.contains(QLatin1Char('`')) ||
            !tag.match(text).hasMatch())
            return;
        Issue& issue = report.add(
            "body", tr("The part in angle brackets is taken as HTML and not shown: %1").arg(shortened(text)),
            row.text);
        QString escaped;
        for (qsizetype at = 0; at < text.size(); ++at) {
            if (text[at] == QLatin1Char('<') && tag.match(text, at, QRegularExpression::NormalMatch,
                                                          QRegularExpression::AnchorAtOffsetMatchOption)
                                                    .hasMatch())
                escaped += QLatin1Char('\\');
            escaped += text[at];
        }
        report.fixAt(issue, tr("Escape it"), row.text, escaped);
    });
}

void textEmpty(Report& report) {
    forEachLink(report, [&](const Row& row) {
        if (!rawOf(report, row.text).trimmed().isEmpty())
            return;
        Issue& issue = report.add("body", tr("The link has no text to click on."), row.url);
        if (const QString host = QUrl(QString::fromStdString(row.link.url)).host(); !host.isEmpty())
            report.fixAt(issue, tr("Show \"%1\"").arg(host), row.text, host);
    });
}

void textOuterSpace(Report& report) {
    forEachLink(report, [&](const Row& row) {
        const QString text = rawOf(report, row.text);
        if (text.trimmed().isEmpty() || text.trimmed() == text)
            return;
        Issue& issue =
            report.add("body", tr("The link's text has white space inside its brackets."), row.text);
        report.fixAt(issue, tr("Remove it"), row.text, text.trimmed());
    });
}

void titleEntity(Report& report) {
    forEachLink(report, [&](const Row& row) {
        if (!hasHtmlEntity(titleWords(report, row)))
            return;
        Issue& issue = report.add(
            "body", tr("The title holds an HTML entity, which the tooltip shows as it is written."),
            row.title);
        fixTitle(report, issue, row, row.link.title.value_or(std::string()));
    });
}

void textEntity(Report& report) {
    forEachLink(report, [&](const Row& row) {
        if (!hasHtmlEntity(rawOf(report, row.text)))
            return;
        Issue& issue =
            report.add("body",
                       tr("The link's text holds an HTML entity; the character itself is easier to "
                          "read and to search for."),
                       row.text);
        if (!row.textIsMarkdown)
            report.fixBy(issue, tr("Write the character"),
                         {{row.text, format::printLinkText(row.link.text, false)}});
    });
}

void descriptionEntity(Report& report) {
    forEachLink(report, [&](const Row& row) {
        const QString text = rawOf(report, row.description);
        if (!hasHtmlEntity(text))
            return;
        Issue& issue =
            report.add("body",
                       tr("The description holds an HTML entity; the character itself is easier to "
                          "read and to search for."),
                       row.description);
        // An angle bracket written out would begin HTML, and an ampersand perhaps another entity.
        const QString plain = withoutHtmlEntities(text);
        if (!plain.contains(QLatin1Char('<')) && !hasHtmlEntity(plain))
            report.fixAt(issue, tr("Write the character"), row.description, plain);
    });
}

void titleBackslash(Report& report) {
    static const QRegularExpression escape(QStringLiteral("\\\\[!-/:-@\\[-`{-~]"));
    forEachLink(report, [&](const Row& row) {
        const QString words = titleWords(report, row);
        if (!words.contains(QLatin1Char('\\')) || !escape.match(words).hasMatch())
            return;
        Issue& issue =
            report.add("body", tr("The tooltip shows the backslashes of the title: %1").arg(shortened(words)),
                       row.title);
        fixTitle(report, issue, row, row.link.title.value_or(std::string()));
    });
}

void titleNewline(Report& report) {
    static const QRegularExpression lineEnd(QStringLiteral("[ \\t]*\\r?\\n[ \\t]*"));
    forEachLink(report, [&](const Row& row) {
        const QString title = rawOf(report, row.title);
        if (!title.contains(QLatin1Char('\n')))
            return;
        QString joined = QString(title).replace(lineEnd, QStringLiteral(" "));
        if (joined.size() > 2 && joined.at(joined.size() - 2) == QLatin1Char(' '))
            joined.remove(joined.size() - 2, 1); // the line end stood before the closing quote
        Issue& issue = report.add("body", tr("The title goes on in the next line."), row.title);
        report.fixAt(issue, tr("Join the lines"), row.title, joined);
        Report::askFirst(issue);
    });
}

void descriptionSpace(Report& report) {
    const std::string& text = report.context().document.text();
    forEachLink(report, [&](const Row& row) {
        const std::size_t begin = std::max(row.linkEnd, row.description.end);
        const std::size_t end = std::min(text.find_first_not_of(" \t", begin), text.size());
        if (end == begin)
            return;
        Issue& issue =
            report.add("body", tr("White space stands behind the link's description."), Span{begin, end});
        report.fixAt(issue, tr("Remove it"), {begin, end}, {});
    });
}

void separator(Report& report) {
    const QString sign = report.habits().usual(Trait::LinkSeparator);
    if (sign.isEmpty())
        return;
    const QString usual = QLatin1Char(' ') + sign + QLatin1Char(' ');
    forEachLink(report, [&](const Row& row) {
        const QString found = rawOf(report, row.separator);
        // Mere white space begins a sentence that goes on; that is no separator.
        if (row.description.isEmpty() || found == usual || found.trimmed().isEmpty())
            return;
        Issue& issue =
            report.add("body",
                       tr("\"%1\" stands between link and description; the other notes have \"%2\".")
                           .arg(found.trimmed(), sign),
                       row.separator);
        report.fixAt(issue, tr("Write \"%1\"").arg(sign), row.separator, usual);
        Report::askFirst(issue);
    });
}

constexpr Rule rules[] = {
    {"link-text-raw-html", Severity::Warning, "A link's text holds HTML.", checkWith<rawHtml>},
    {"link-text-empty", Severity::Warning, "A link has no text.", checkWith<textEmpty>},
    {"link-text-outer-whitespace", Severity::Information, "A link's text has white space around it.",
     checkWith<textOuterSpace>},
    {"link-title-html-entity", Severity::Warning, "A link's title holds an HTML entity.",
     checkWith<titleEntity>},
    {"link-text-html-entity", Severity::Warning, "A link's text holds an HTML entity.",
     checkWith<textEntity>},
    {"link-description-html-entity", Severity::Warning, "A description holds an HTML entity.",
     checkWith<descriptionEntity>},
    {"link-title-backslash-escape", Severity::Information, "A link's title shows backslashes.",
     checkWith<titleBackslash>},
    {"link-title-newline", Severity::Information, "A link's title is over two lines.",
     checkWith<titleNewline>},
    {"link-description-trailing-whitespace", Severity::Information,
     "White space stands behind a description.", checkWith<descriptionSpace>},
    {"link-separator-nonstandard", Severity::Information, "The separator is not the usual one.",
     checkWith<separator>},
};

} // namespace

std::span<const Rule> linkTextRules() {
    return rules;
}

} // namespace catalog
