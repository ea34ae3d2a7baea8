// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace app {

/// The user guide's page of all rules, made from their tables: families with headings, an anchor a rule,
/// which is its id.
QString rulesGuideTitle();
QString rulesGuide(); ///< HTML

} // namespace app
