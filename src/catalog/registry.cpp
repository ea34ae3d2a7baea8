// SPDX-License-Identifier: MIT
#include "catalog/registry.h"

#include "catalog/limits.h"
#include "catalog/pagekeys.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

namespace catalog {

namespace {

QFileInfoList pagesIn(const QString& folder) {
    QFileInfoList pages = QDir(folder).entryInfoList({QStringLiteral("*.md")}, QDir::Files, QDir::Name);
    pages.removeIf([](const QFileInfo& page) { return page.fileName() == QLatin1String("_index.md"); });
    return pages;
}

/// The files below `static/images`, as addresses; bounded, because a site may keep anything there.
bool readImages(const QString& staticFolder, QSet<QString>& images) {
    const QString folder = staticFolder + QLatin1String("/images");
    if (!QFileInfo(folder).isDir())
        return false;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        if (static_cast<std::size_t>(images.size()) >= limits::siteImages)
            return false; // what is not known whole is not known
        images.insert(files.next().mid(staticFolder.size()));
    }
    return true;
}

} // namespace

Registry Registry::read(const QString& contentFolder) {
    Registry registry;
    if (contentFolder.isEmpty())
        return registry;
    const QString people = contentFolder + QLatin1String("/people");
    const QString sponsors = contentFolder + QLatin1String("/sponsors");
    registry.knowsPeople = QFileInfo(people).isDir();
    registry.knowsSponsors = QFileInfo(sponsors).isDir();
    registry.knowsImages =
        readImages(QFileInfo(contentFolder).absolutePath() + QLatin1String("/static"), registry.images);
    for (const QFileInfo& page : pagesIn(people)) {
        const PageKeys keys(page.filePath());
        const QString id = page.completeBaseName();
        registry.people.insert(id, {id, keys.text("title"), keys.text("type") == QLatin1String("host"),
                                    keys.text("homepage"), keys.text("avatar")});
    }
    for (const QFileInfo& page : pagesIn(sponsors)) {
        const PageKeys keys(page.filePath());
        const QString id = page.completeBaseName();
        registry.sponsors.insert(id, {id, keys.text("title"), keys.text("link")});
    }
    const QDir shows(contentFolder + QLatin1String("/show"));
    for (const QString& slug : shows.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString index = shows.filePath(slug) + QLatin1String("/_index.md");
        if (!QFileInfo::exists(index))
            continue;
        const PageKeys keys(index);
        registry.shows.insert(slug,
                              {slug, keys.text("title"), keys.list("hosts"), keys.text("header_image")});
    }
    return registry;
}

QString pathFrom(const QString& folder, const QString& file) {
    const bool isPlain = !folder.isEmpty() && file.size() > folder.size() && file.startsWith(folder) &&
                         file[folder.size()] == QLatin1Char('/') && !file.contains(QLatin1String("/."));
    return isPlain ? file.mid(folder.size() + 1) : QDir(folder).relativeFilePath(file);
}

QString contentFolderOf(const QString& openedPath) {
    if (QFileInfo(openedPath + QLatin1String("/content")).isDir())
        return openedPath + QLatin1String("/content");
    constexpr int levelsUp = 4; // content/show/<slug>/ and a folder within
    QDir folder(openedPath);
    for (int level = 0; level < levelsUp; ++level) {
        if (folder.dirName() == QLatin1String("content"))
            return folder.absolutePath();
        if (!folder.cdUp())
            break;
    }
    return {};
}

} // namespace catalog
