// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/people.h"

#include <QString>

#include <string>
#include <vector>

namespace catalog {

/// How the pages of `content/people` or `content/sponsors` are written, counted from those that are there.
struct PageStyle {
    enum class Quotes { None, Single, Double };
    struct Key {
        QString name;
        Quotes quotes = Quotes::None;
        QString empty = QStringLiteral("''"); ///< how "nothing" is spelled
        QString usual; ///< what nearly all pages say, `{id}` standing for the page's own; else empty
    };
    bool isToml = false;
    QString separator = QStringLiteral(": ");
    QString lineEnd = QStringLiteral("\n");
    bool hasFinalNewline = true;
    std::vector<Key> keys; ///< those that nearly all pages have, in their order

    /// The new page's first values: the usual ones, the title and, of people, `host` or `guest`.
    QString suggested(const Key& key, const QString& id) const;
};

/// Reads the pages of one folder; where there are too few to tell, YAML with sorted keys. People always have
/// `username`, `title` and `type`, sponsors a `title`.
PageStyle pageStyleOf(const QString& folder, bool isSponsor);

/// The page's text. `values` stand for the style's keys, in that order.
std::string pageText(const PageStyle& style, const QStringList& values);

/// Why a file cannot have this name; empty for a plain file name that is safe everywhere.
QString whyNotPageId(const QString& id);
/// "carl-george" → "Carl George"; a sponsor that another show has already is called as there.
QString suggestedTitle(const Registry& registry, const PersonKey& key);

/// The folder of such pages below a site's `content` folder.
QString pageFolder(const QString& contentFolder, const PersonKey& key);
/// Writes the page as a new file of that folder, which must be there and lie in the content folder; returns
/// why it was not written. Never touches a file that exists.
QString createPage(const QString& contentFolder, const PersonKey& key, const std::string& text);

} // namespace catalog
