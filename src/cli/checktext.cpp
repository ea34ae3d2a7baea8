// SPDX-License-Identifier: MIT
#include "cli/checkreport.h"

namespace cli {

void printText(const CheckReport& report) {
    for (const catalog::Issue& issue : report.issues) {
        const format::Position at = report.positionOf(issue, issue.span.begin);
        print(QStringLiteral("%1:%2:%3: %4: %5 [%6]")
                  .arg(report.fileOf(issue))
                  .arg(at.line)
                  .arg(at.column)
                  .arg(nameOf(issue.severity), issue.message, issue.rule));
    }
    print(QStringLiteral("%1 in %2")
              .arg(counted(static_cast<int>(report.issues.size()), "issue"),
                   counted(report.episodes, "episode")));
}

} // namespace cli
