// SPDX-License-Identifier: MIT
#include "catalog/xmltext.h"

namespace catalog {

QString xmlText(const QString& text) {
    QString kept;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text[i];
        const bool isPair = unit.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair)
            kept += text.mid(i++, 2);
        else if (unit == QLatin1Char('\n') || unit == QLatin1Char('\r') || unit == QLatin1Char('\t') ||
                 (unit.unicode() >= 0x20 && !unit.isSurrogate() && unit.unicode() < 0xFFFE))
            kept += unit;
    }
    return kept;
}

} // namespace catalog
