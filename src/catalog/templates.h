// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/episode.h"

#include <QString>
#include <QStringList>

namespace catalog {

/// An episode's text to begin others with, or why it cannot be: "file: line L, column C: what".
struct Template {
    Episode::DocumentPtr document; ///< none: it cannot be read
    QString error;
};
/// Reads any file as one.
Template readTemplate(const QString& path);

/// The user's templates, a file each: in a folder of their own and not in the catalogue, whose pages would
/// all be published, and so that every catalogue has them. Functions that change something return why not, or
/// nothing.
class Templates {
public:
    explicit Templates(QString folder);
    /// `$XDG_DATA_HOME/episode-desk/templates`, or below `~/.local/share` (XDG Base Directory 0.8).
    static QString userFolder();

    QStringList names() const; ///< sorted
    QString path(const QString& name) const;
    bool contains(const QString& name) const;
    /// Why there can be none of that name: it becomes a file's.
    static QString whyNoName(const QString& name);
    Template read(const QString& name) const { return readTemplate(path(name)); }
    /// Over one of that name only where `replaces`.
    QString save(const QString& name, const std::string& text, bool replaces) const;
    QString rename(const QString& name, const QString& to) const;
    QString remove(const QString& name) const; ///< to the trash

private:
    QString m_folder;
};

} // namespace catalog
