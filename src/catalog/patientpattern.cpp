// SPDX-License-Identifier: MIT
#include "catalog/patientpattern.h"

#include "catalog/limits.h"

namespace catalog {

namespace {

QString withPatience(const QString& pattern, int steps) {
    return QStringLiteral("(*LIMIT_MATCH=%1)%2").arg(steps).arg(pattern);
}

} // namespace

PatientPattern::PatientPattern(const QString& pattern, QRegularExpression::PatternOptions options,
                               bool isWholeWords)
    // By itself as well: what is put around it could close a parenthesis.
    : m_bare(pattern, options) {
    // Not \b: what begins or ends with a sign, "C++", can be whole, too.
    const QString whole = isWholeWords ? QStringLiteral("(?<!\\w)(?:%1)(?!\\w)").arg(pattern) : pattern;
    m_patient = QRegularExpression(withPatience(whole, limits::patternSteps), options);
    m_hurried = QRegularExpression(withPatience(whole, limits::longTextSteps), options);
}

const QRegularExpression& PatientPattern::forText(const QString& text) const {
    return text.size() > limits::patternPatientUpTo ? m_hurried : m_patient;
}

} // namespace catalog
