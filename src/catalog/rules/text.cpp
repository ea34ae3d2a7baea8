// SPDX-License-Identifier: MIT
#include "catalog/rules/report.h"

#include <QRegularExpression>

namespace catalog {

namespace {

QString tr(const char* text) {
    return Report::tr(text);
}

void titleEmpty(Report& report) {
    if (report.node("title") && report.text("title").trimmed().isEmpty())
        report.add("title", tr("The title is empty."));
}

void titleOuterSpace(Report& report) {
    const QString title = report.text("title");
    if (title.trimmed().isEmpty() || title.trimmed() == title)
        return;
    Issue& issue = report.add("title", tr("The title has white space around it."));
    report.fixText(issue, "title", title.trimmed());
}

void titleDoubleSpace(Report& report) {
    const QString title = report.text("title");
    if (!title.trimmed().contains(QLatin1String("  ")))
        return;
    Issue& issue = report.add("title", tr("The title has a double space."));
    report.fixText(issue, "title",
                   QString(title).replace(QRegularExpression(QStringLiteral(" {2,}")), QStringLiteral(" ")));
}

void titleEntity(Report& report) {
    static const QRegularExpression entity(
        QStringLiteral("&(amp|lt|gt|quot|apos|nbsp|#\\d+|#x[0-9a-fA-F]+);"));
    if (entity.match(report.text("title")).hasMatch())
        report.add("title", tr("The title holds an HTML entity, which podcast apps show as it is written."));
}

void titleNumber(Report& report) {
    const QString number = report.text("episode");
    const QString title = report.text("title");
    const QRegularExpression prefix(
        QStringLiteral("^(Episode )?0*%1: ").arg(QRegularExpression::escape(number)));
    const auto match = prefix.match(title);
    if (number.isEmpty() || !match.hasMatch() || match.capturedLength() == title.size())
        return;
    Issue& issue =
        report.add("title", tr("The title repeats the episode's number, which the site adds by itself."));
    report.fixText(issue, "title", title.mid(match.capturedLength()));
}

void descriptionEmpty(Report& report) {
    if (report.node("description") && report.text("description").trimmed().isEmpty())
        report.add("description", tr("The description is empty."));
}

void descriptionLong(Report& report) {
    constexpr qsizetype limit = 4000;
    if (report.text("description").toUtf8().size() > limit)
        report.add("description", tr("The description is longer than 4,000 bytes, which Apple cuts off."));
}

constexpr Rule rules[] = {
    {"title-empty", Severity::Error, "The title is empty.", checkWith<titleEmpty>},
    {"title-outer-whitespace", Severity::Warning, "The title has white space around it.",
     checkWith<titleOuterSpace>},
    {"title-double-space", Severity::Warning, "The title has a double space.", checkWith<titleDoubleSpace>},
    {"title-html-entity", Severity::Warning, "The title holds an HTML entity.", checkWith<titleEntity>},
    {"title-number-prefix", Severity::Warning, "The title repeats the number.", checkWith<titleNumber>},
    {"description-empty", Severity::Warning, "The description is empty.", checkWith<descriptionEmpty>},
    {"description-long", Severity::Warning, "The description is over 4,000 bytes.",
     checkWith<descriptionLong>},
};

} // namespace

std::span<const Rule> textRules() {
    return rules;
}

} // namespace catalog
