// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/patientpattern.h"
#include "catalog/replace/replacequery.h"

#include <optional>
#include <vector>

namespace catalog {

/// A query made ready: finds its matches in a text, and what shall stand in each one's place.
class ReplacePattern {
public:
    explicit ReplacePattern(const ReplaceQuery& query);

    /// Why nothing can be looked for; no match is ever found then.
    const std::optional<ReplaceError>& error() const { return m_error; }

    struct Match {
        qsizetype begin = 0, length = 0;
        QString replacement;
    };
    struct Found {
        std::vector<Match> matches; ///< in order; none touches an empty one
        bool isGivenUp = false;     ///< the expression would take too long in this text
    };
    /// At most `most` of them.
    Found in(const QString& text, std::size_t most) const;

private:
    /// A piece of what shall stand there: text, or a group's.
    struct Part {
        QString text;
        int group = -1;
    };
    void readExpression(const ReplaceQuery& query);
    void readReplacement(const QString& with);
    qsizetype readGroup(const QString& with, qsizetype at);
    void addText(const QString& text);
    void complain(bool isInReplacement, qsizetype position, const QString& message);
    QString replacementOf(const QRegularExpressionMatch& match) const;

    PatientPattern m_expression;
    std::vector<Part> m_with;
    std::optional<ReplaceError> m_error;
};

} // namespace catalog
