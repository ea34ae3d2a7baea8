// SPDX-License-Identifier: MIT
#include "app/settings.h"

#include "catalog/statefolder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace app {

namespace {

constexpr qsizetype recentLimit = 10;
const QString recentKey = QStringLiteral("recentCatalogs");

} // namespace

Settings::Settings()
    : m_stateFolder(catalog::stateRoot())
    , m_cacheFolder(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) +
                    QLatin1String("/episode-desk"))
    , m_templateFolder(catalog::Templates::userFolder()) {}

Settings::Settings(const QString& iniFile)
    : m_settings(iniFile, QSettings::IniFormat)
    , m_stateFolder(QFileInfo(iniFile).absolutePath() + QLatin1String("/state"))
    , m_cacheFolder(QFileInfo(iniFile).absolutePath() + QLatin1String("/cache"))
    , m_templateFolder(QFileInfo(iniFile).absolutePath() + QLatin1String("/templates")) {}

QStringList Settings::recentCatalogs() const {
    QStringList recent = m_settings.value(recentKey).toStringList();
    recent.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return recent;
}

void Settings::addRecentCatalog(const QString& path) {
    QStringList recent = m_settings.value(recentKey).toStringList();
    recent.removeAll(path);
    recent.prepend(path);
    m_settings.setValue(recentKey, QStringList(recent.mid(0, recentLimit)));
}

void Settings::clearRecentCatalogs() {
    m_settings.remove(recentKey);
}

void Settings::setCatalog(const QString& root) {
    const QByteArray name =
        QCryptographicHash::hash(QDir::cleanPath(root).toUtf8(), QCryptographicHash::Sha1);
    m_catalogGroup =
        root.isEmpty() ? QString() : QStringLiteral("catalog-") + QString::fromLatin1(name.toHex().left(16));
}

QString Settings::catalogKey(const QString& key) const {
    return m_catalogGroup.isEmpty() ? QString() : m_catalogGroup + QLatin1Char('/') + key;
}

QVariant Settings::catalogValue(const QString& key, const QVariant& fallback) const {
    const QString place = catalogKey(key);
    return place.isEmpty() ? fallback : m_settings.value(place, fallback);
}

void Settings::setCatalogValue(const QString& key, const QVariant& value) {
    if (const QString place = catalogKey(key); !place.isEmpty())
        m_settings.setValue(place, value);
}

QString Settings::mediaFolder() const {
    return catalogValue(QStringLiteral("mediaFolder")).toString();
}
void Settings::setMediaFolder(const QString& folder) {
    setCatalogValue(QStringLiteral("mediaFolder"), folder);
}

QVariant Settings::value(const QString& key, const QVariant& fallback) const {
    return m_settings.value(key, fallback);
}
void Settings::setValue(const QString& key, const QVariant& value) {
    m_settings.setValue(key, value);
}

} // namespace app
