// SPDX-License-Identifier: MIT
#include "cli/checkreport.h"

namespace cli {

void printJson(const CheckReport& report) {
    JsonRows rows;
    for (const catalog::Issue& issue : report.issues) {
        const format::Position at = report.positionOf(issue, issue.span.begin);
        rows.add({{"file", jsonText(report.fileOf(issue))},
                  {"line", format::JsonValue::integer(at.line)},
                  {"column", format::JsonValue::integer(at.column)},
                  {"field", jsonText(issue.field)},
                  {"rule", jsonText(issue.rule)},
                  {"severity", jsonText(nameOf(issue.severity))},
                  {"message", jsonText(issue.message)}});
    }
    rows.print();
}

} // namespace cli
