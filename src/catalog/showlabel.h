// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/registry.h"

namespace catalog {

/// What a show is called for people: its page's title, else its folder; "No show" for none.
QString showLabel(const Registry& registry, const QString& slug);

} // namespace catalog
