// SPDX-License-Identifier: MIT
#include "catalog/linkresults.h"

#include "catalog/keptfindings.h"
#include "catalog/limits.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonObject>

namespace catalog {

namespace {

constexpr int lastOutcome = static_cast<int>(LinkOutcome::Skipped);

QString keyOf(const QString& url) {
    return url.trimmed().section(QLatin1Char('#'), 0, 0);
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
    m_findings = {};
    const QJsonObject all = readFindings(file, limits::linkFindingBytes);
    for (auto entry = all.begin(); entry != all.end(); ++entry) {
        const QJsonObject one = entry->toObject();
        const int outcome = one.value(QLatin1String("outcome")).toInt(-1);
        const QDateTime when =
            QDateTime::fromString(one.value(QLatin1String("when")).toString(), Qt::ISODate);
        if (outcome >= 0 && outcome <= lastOutcome && when.isValid())
            m_findings.take(entry.key(), {static_cast<LinkOutcome>(outcome),
                                          one.value(QLatin1String("movedTo")).toString(),
                                          one.value(QLatin1String("message")).toString(), when});
    }
    emit changed();
    emit settled();
}

QString LinkResults::save() {
    emit settled();
    if (m_file.isEmpty())
        return {};
    QJsonObject all;
    const auto& known = m_findings.all();
    for (auto entry = known.begin(); entry != known.end(); ++entry)
        all.insert(entry.key(),
                   QJsonObject{{QStringLiteral("outcome"), static_cast<int>(entry->outcome)},
                               {QStringLiteral("movedTo"), entry->movedTo},
                               {QStringLiteral("message"), entry->message},
                               {QStringLiteral("when"), entry->when.toUTC().toString(Qt::ISODate)}});
    const QString why = writeFindings(m_file, all);
    return why.isEmpty() ? QString() : tr("The results of the link check could not be kept: %1").arg(why);
}

void LinkResults::take(const QString& url, const LinkFinding& finding) {
    m_findings.take(url, finding);
    emit changed();
}

} // namespace catalog
