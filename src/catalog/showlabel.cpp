// SPDX-License-Identifier: MIT
#include "catalog/showlabel.h"

#include <QCoreApplication>

namespace catalog {

QString showLabel(const Registry& registry, const QString& slug) {
    QString name = registry.shows.value(slug).name;
    if (!name.isEmpty())
        return name;
    return slug.isEmpty() ? QCoreApplication::translate("ShowLabel", "No show") : slug;
}

} // namespace catalog
