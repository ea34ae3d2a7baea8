// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace catalog {

/// Only what XML 1.0 can hold: no control characters but tab and line ends, no lone surrogates, no U+FFFE and
/// U+FFFF.
QString xmlText(const QString& text);

} // namespace catalog
