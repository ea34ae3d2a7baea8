// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

namespace catalog {

/// What work found, by key, in one JSON file outside the catalogue. A missing, broken or larger file is an
/// empty one: all of it can be found anew.
QJsonObject readResults(const QString& file, qint64 mostBytes);
/// Writes it whole or not at all, and makes its folder; an error in the system's words, or empty.
QString writeResults(const QString& file, const QJsonObject& all);

/// The findings of a file, each as `fromJson` reads it: absent where it is none.
template <typename Findings, typename FromJson>
Findings findingsIn(const QString& file, qint64 mostBytes, const FromJson& fromJson) {
    Findings findings;
    const QJsonObject all = readResults(file, mostBytes);
    for (auto entry = all.begin(); entry != all.end(); ++entry)
        if (const auto finding = fromJson(entry->toObject()))
            findings.take(entry.key(), *finding);
    return findings;
}

template <typename Findings, typename ToJson>
QString writeFindings(const QString& file, const Findings& findings, const ToJson& toJson) {
    QJsonObject all;
    for (auto entry = findings.all().begin(); entry != findings.all().end(); ++entry)
        all.insert(entry.key(), toJson(*entry));
    return writeResults(file, all);
}

} // namespace catalog
