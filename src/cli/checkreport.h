// SPDX-License-Identifier: MIT
#pragma once

#include "cli/opening.h"
#include "cli/output.h"

#include <vector>

namespace cli {

/// What a check found of the chosen episodes, on its way to being printed.
struct CheckReport {
    const Opened& opened;
    std::vector<catalog::Issue> issues; ///< sorted by episode, then place; muted ones are left out
    int episodes = 0;                   ///< how many were chosen

    QString fileOf(const catalog::Issue& issue) const { return opened.catalog.relativePath(issue.episode); }
    format::Position positionOf(const catalog::Issue& issue, std::size_t offset) const {
        return format::positionAt(opened.catalog.episode(issue.episode).text(), offset);
    }
};

QString nameOf(catalog::Severity severity);

void printText(const CheckReport& report);  ///< a line an issue, as compilers do, and how many
void printJson(const CheckReport& report);  ///< a row an issue
void printSarif(const CheckReport& report); ///< SARIF 2.1.0, for CI services and editors

} // namespace cli
