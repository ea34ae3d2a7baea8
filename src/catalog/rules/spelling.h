// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace catalog {

/// Small repairs of text that several rules share. All are pure.

bool hasHtmlEntity(const QString& text);
/// `&amp;`, `&#39;`, `&#x27;` and the few named ones of HTML 4 that show notes have, decoded once.
QString withoutHtmlEntities(const QString& text);
/// Runs of two or more spaces become one.
QString withSingleSpaces(const QString& text);
/// Zero-width space, soft hyphen, byte order mark, word joiner and the two direction marks; not the joiners
/// that emoji are made of.
bool isInvisible(QChar character);
/// `Set to "…"` needs no whole paragraph.
QString shortened(const QString& text);

} // namespace catalog
