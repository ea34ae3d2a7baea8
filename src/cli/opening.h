// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"

#include <QString>
#include <QStringList>

namespace cli {

/// The episodes of the paths named on the command line.
struct Opened {
    catalog::Catalog catalog;
    QString error; ///< why nothing can be done; empty on success
};

/// Opens folders and files as the window does; files that are skipped are said on standard error.
bool open(const QStringList& paths, Opened& opened);

} // namespace cli
