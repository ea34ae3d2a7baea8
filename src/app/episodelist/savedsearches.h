// SPDX-License-Identifier: MIT
#pragma once

#include "models/showlistmodel.h"

#include <QObject>

namespace app {

class Settings;

/// The searches that somebody gave names, remembered for each catalogue, and shown in the sidebar.
class SavedSearches : public QObject {
    Q_OBJECT
public:
    SavedSearches(models::ShowListModel& model, Settings& settings, QObject* parent = nullptr);

    /// Those of the catalogue that is open now.
    void load();
    /// A name that is there already gets the new query. False: it was there.
    bool add(const QString& name, const QString& query);
    void rename(int saved, const QString& name);
    void remove(int saved);
    void move(int saved, int to);

private:
    void keep(const std::vector<models::SavedSearch>& searches);

    models::ShowListModel& m_model;
    Settings& m_settings;
};

} // namespace app
