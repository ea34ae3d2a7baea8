// SPDX-License-Identifier: MIT
#include "cli/opening.h"

#include "cli/output.h"

namespace cli {

bool open(const QStringList& paths, Opened& opened) {
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
    catalog::LoadBatch batch = catalog::FolderLoader::loadAll(
        listing, listing.files.size() <= most ? For::CommandLine : For::Window);
    opened.catalog.setRoot(listing.root);
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
