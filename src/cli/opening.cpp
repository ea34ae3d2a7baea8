// SPDX-License-Identifier: MIT
#include "cli/opening.h"

#include "cli/output.h"

#include <QDir>

namespace cli {

Opened& Opened::lasting() {
    static Opened* const opened = new Opened;
    return *opened;
}

bool open(const QStringList& paths, Opened& opened, const RowMaker& makeRow) {
    if (paths.isEmpty()) {
        printError(QStringLiteral("No folder or file is named; --help tells how."));
        return false;
    }
    const catalog::FolderListing listing = catalog::listEpisodeFiles(paths);
    if (!listing.error.isEmpty()) {
        printError(listing.error);
        return false;
    }
    constexpr qsizetype most = 5000; // parsed forms at a time: some 15 KB each
    using For = catalog::FolderLoader::For;
    catalog::FolderLoader::RowMaker make;
    if (makeRow)
        make = [&](const QString& path, const format::Document& document) {
            return makeRow(catalog::pathFrom(listing.root, path), document);
        };
    catalog::LoadBatch batch = catalog::FolderLoader::loadAll(
        listing, listing.files.size() <= most ? For::CommandLine : For::Window, make);
    opened.rows = std::move(batch.rows);
    opened.catalog.setRoot(listing.root);
    if (!makeRow)
        opened.catalog.setRegistry(catalog::Registry::read(catalog::contentFolderOf(listing.root)));
    opened.catalog.setPolicy(catalog::readPolicy(listing.root, &opened.policyError));
    if (!opened.policyError.isEmpty())
        printError(opened.policyError);
    opened.catalog.add(std::move(batch.episodes));
    opened.catalog.addOtherPages(batch.otherPages);
    opened.skipped = std::move(batch.skipped);
    for (const catalog::SkippedFile& file : opened.skipped)
        printError(QStringLiteral("%1: %2").arg(file.path, file.reason));
    return true;
}

} // namespace cli
