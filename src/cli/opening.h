// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/folderloader.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace cli {

/// The episodes of the paths named on the command line, and what could not be opened.
struct Opened {
    catalog::Catalog catalog;
    std::vector<catalog::SkippedFile> skipped;
    QString policyError; ///< why the catalogue's own weights are not heeded; else empty
};

/// Opens folders and files as the window does; files that are skipped are said on standard error.
bool open(const QStringList& paths, Opened& opened);

} // namespace cli
