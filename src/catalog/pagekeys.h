// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

namespace catalog {

/// The few plain keys that are wanted from a page's YAML (`key: value`) or TOML (`key = "value"`) front
/// matter, or from a site's settings. Nothing is written back, so nested values and other syntax may be
/// passed over.
class PageKeys {
public:
    /// Reads a page, bounded; one that cannot be read has no keys.
    explicit PageKeys(const QString& path);
    /// The whole file counts, not only what stands before the first table or fence: a site's settings.
    static PageKeys ofSettings(const QString& path);

    QString text(const char* key) const;
    QStringList list(const char* key) const;
    /// A key of a TOML table: `[links.email]`, then `url = "…"`.
    QString textIn(const char* table, const char* key) const;

private:
    PageKeys() = default;

    QString m_plain; ///< the keys that stand in no table
    QString m_text;  ///< the front matter
};

} // namespace catalog
