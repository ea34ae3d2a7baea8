// SPDX-License-Identifier: MIT
#include "catalog/linkresults.h"

#include "catalog/limits.h"
#include "catalog/resultsfile.h"

#include <optional>

namespace catalog {

namespace {

constexpr int lastOutcome = static_cast<int>(LinkOutcome::Skipped);

QString keyOf(const QString& url) {
    return url.trimmed().section(QLatin1Char('#'), 0, 0);
}

QJsonObject toJson(const LinkFinding& finding) {
    return {{QStringLiteral("outcome"), static_cast<int>(finding.outcome)},
            {QStringLiteral("movedTo"), finding.movedTo},
            {QStringLiteral("message"), finding.message},
            {QStringLiteral("when"), finding.when.toUTC().toString(Qt::ISODate)}};
}

std::optional<LinkFinding> fromJson(const QJsonObject& object) {
    const auto text = [&object](const char* name) { return object.value(QLatin1String(name)).toString(); };
    const int outcome = object.value(QLatin1String("outcome")).toInt(-1);
    const QDateTime when = QDateTime::fromString(text("when"), Qt::ISODate);
    if (outcome < 0 || outcome > lastOutcome || !when.isValid())
        return std::nullopt;
    return LinkFinding{static_cast<LinkOutcome>(outcome), text("movedTo"), text("message"), when};
}

} // namespace

const LinkFinding* LinkFindings::find(const QString& url) const {
    const auto found = m_findings.constFind(keyOf(url));
    return found == m_findings.constEnd() ? nullptr : &*found;
}

void LinkFindings::take(const QString& url, const LinkFinding& finding) {
    m_findings.insert(keyOf(url), finding);
}

LinkResults::LinkResults(QObject* parent)
    : QObject(parent) {}

void LinkResults::open(const QString& file) {
    m_file = file;
    m_findings = findingsIn<LinkFindings>(file, static_cast<qint64>(limits::linkFindingBytes), fromJson);
    emit changed();
    emit settled();
}

QString LinkResults::save() {
    emit settled();
    if (m_file.isEmpty())
        return {};
    const QString error = writeFindings(m_file, m_findings, toJson);
    return error.isEmpty() ? QString() : tr("The results of the link check could not be kept: %1").arg(error);
}

void LinkResults::take(const QString& url, const LinkFinding& finding) {
    m_findings.take(url, finding);
    emit changed();
}

} // namespace catalog
