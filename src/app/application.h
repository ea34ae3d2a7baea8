// SPDX-License-Identifier: MIT
#pragma once

#include "app/mainwindow.h"
#include "app/playhead.h"
#include "app/settings.h"
#include "catalog/catalog.h"
#include "catalog/validator.h"
#include "models/editsession.h"

#include <QStringList>

namespace app {

/// Builds and wires the program's parts; everybody else is given references.
class Application {
public:
    Application();

    /// Shows the window; opens the paths, the sample, or the catalogue that was open last.
    void start(const QStringList& paths, bool openSample);

private:
    Settings m_settings;
    catalog::Catalog m_catalog;
    models::EditSession m_session;
    catalog::Validator m_validator;
    catalog::LinkResults m_links;
    Playhead m_playhead;
    MainWindow m_window;
};

} // namespace app
