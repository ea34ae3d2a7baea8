// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/patientpattern.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace catalog {

/// A place of a text, in UTF-16 units.
struct FoundPlace {
    qsizetype position = 0, length = 0;

    bool operator==(const FoundPlace&) const = default;
};

/// A regular expression (PCRE) of a search, without case. All its copies share their patience: an expression
/// that takes more time than a search may, over all the texts that it was asked of, is not asked any more.
/// For any thread.
class SearchPattern {
public:
    explicit SearchPattern(const QString& pattern);

    /// A sentence; empty where it is an expression.
    QString error() const;
    /// Whether it matches anywhere; nothing where it was given up.
    std::optional<bool> matches(const QString& text) const;
    /// Where it matches, at most `most`; what is empty is no place.
    std::vector<FoundPlace> places(const QString& text, std::size_t most) const;
    /// It was given up somewhere.
    bool isTooComplicated() const;

    friend bool operator==(const SearchPattern& a, const SearchPattern& b) {
        return a.m_pattern == b.m_pattern;
    }

private:
    struct Patience;
    PatientPattern m_pattern;
    std::shared_ptr<Patience> m_patience;
};

} // namespace catalog
