// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/templates.h"

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>
#include <QVariant>

namespace app {

/// What is remembered between runs: for the program, and for each catalogue by its folder. Never in the
/// catalogue.
class Settings {
public:
    Settings();
    /// For tests: an ini file of their own.
    explicit Settings(const QString& iniFile);

    QStringList recentCatalogs() const;
    void addRecentCatalog(const QString& path);
    void clearRecentCatalogs();

    /// The catalogue whose values follow; empty: none.
    void setCatalog(const QString& root);
    QVariant catalogValue(const QString& key, const QVariant& fallback = {}) const;
    void setCatalogValue(const QString& key, const QVariant& value);
    QString mediaFolder() const;
    void setMediaFolder(const QString& folder);

    /// Where journals of unsaved work are kept: the user's state folder; for tests, beside their ini file.
    QString stateFolder() const { return m_stateFolder; }
    /// Where what can be made again is kept: `$XDG_CACHE_HOME/episode-desk`; for tests, beside their ini
    /// file.
    QString cacheFolder() const { return m_cacheFolder; }

    /// The user's own templates; for tests, beside their ini file.
    catalog::Templates templates() const { return catalog::Templates(m_templateFolder); }

    QVariant value(const QString& key, const QVariant& fallback = {}) const;
    void setValue(const QString& key, const QVariant& value);

private:
    QString catalogKey(const QString& key) const;
    QSettings m_settings;
    QString m_catalogGroup;
    QString m_stateFolder;
    QString m_cacheFolder;
    QString m_templateFolder;
};

} // namespace app
