// SPDX-License-Identifier: MIT
#pragma once

#include <QRegularExpression>
#include <QString>

namespace catalog {

/// A regular expression that somebody typed. PCRE may take years over one; so it counts its steps from each
/// place where a match may begin, and gives up at so many: fewer in long texts, which have many places. A
/// match that was given up is not valid (QRegularExpressionMatch::isValid).
class PatientPattern {
public:
    PatientPattern() = default;
    /// `isWholeWords`: nothing that is part of a word may stand beside a match.
    explicit PatientPattern(const QString& pattern, QRegularExpression::PatternOptions options = {},
                            bool isWholeWords = false);

    bool isValid() const { return m_bare.isValid() && m_patient.isValid(); }
    /// What is wrong, in PCRE's words, and where in what was typed; what is sound by itself but not as whole
    /// words is wrong at 0.
    QString errorString() const { return m_bare.isValid() ? m_patient.errorString() : m_bare.errorString(); }
    qsizetype errorOffset() const { return m_bare.isValid() ? 0 : m_bare.patternErrorOffset(); }
    bool isWrongAsWords() const { return m_bare.isValid() && !m_patient.isValid(); }

    /// The expression for texts of this length, with its groups.
    const QRegularExpression& forText(const QString& text) const;
    const QRegularExpression& groups() const { return m_patient; }
    /// Whether a walk that has no next match was given up; `end`: of its last one.
    static bool isGivenUp(const QRegularExpressionMatchIterator& walk, qsizetype end, const QString& text) {
        return !walk.hasNext() && !walk.isValid() && end < text.size();
    }

    friend bool operator==(const PatientPattern& a, const PatientPattern& b) {
        return a.m_patient == b.m_patient;
    }

private:
    QRegularExpression m_bare; ///< as it was typed
    QRegularExpression m_patient;
    QRegularExpression m_hurried; ///< the same with less patience, for long texts
};

} // namespace catalog
