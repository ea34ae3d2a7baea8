// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"

#include <QStringList>

class QComboBox;

namespace app {

/// Fills the box with the shows of all episodes that can be read, by name, their slugs as data: first the
/// first one of `preferred` that there is, then the others by slug. The first one is chosen.
void fillShowChoice(QComboBox& box, const catalog::Catalog& catalog, const QStringList& preferred);

} // namespace app
