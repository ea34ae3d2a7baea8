// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

namespace catalog {

struct Person {
    QString id; ///< the file's name without ending
    QString name;
    bool isHost = false;
    QString homepage{};
    QString avatar{}; ///< a picture's address, on the site or a whole one
};
struct Sponsor {
    QString id;
    QString title;
    QString link;
};
struct Show {
    QString slug; ///< the folder's name
    QString name; ///< _index.md's title
    QStringList hosts;
    QString headerImage;
};

/// The people, sponsors and shows of a Hugo site: `content/people`, `content/sponsors`,
/// `content/show/*/_index.md`. Where a folder is missing, that part is unknown and nothing is called unknown
/// because of it. Likewise the pictures in `static/images` beside the content folder.
struct Registry {
    QHash<QString, Person> people;
    QHash<QString, Sponsor> sponsors;
    QHash<QString, Show> shows;
    QSet<QString> images; ///< addresses of files under `static/images`: "/images/…"
    bool knowsImages = false;
    bool knowsPeople = false;
    bool knowsSponsors = false;

    /// Reads the site whose `content` folder is given. Bounded reads; files that cannot be read are skipped.
    static Registry read(const QString& contentFolder);
};

/// The `content` folder that an opened path belongs to: below a site root, itself, or above a show's folder;
/// empty where there is none.
QString contentFolderOf(const QString& openedPath);

/// A file's path from the opened folder.
QString pathFrom(const QString& folder, const QString& file);

} // namespace catalog
