// SPDX-License-Identifier: MIT
#include "app/application.h"

#include "app/appearance.h"

namespace app {

namespace {

/// The palette and the icons must stand before the first widget asks for them.
Settings& appearing(Settings& settings) {
    applyAppearance(settings);
    return settings;
}

} // namespace

Application::Application()
    : m_session(m_catalog)
    , m_validator(m_catalog)
    , m_window({m_session, m_validator, appearing(m_settings), m_links, m_playhead}) {}

void Application::start(const QStringList& paths, bool openSample) {
    m_window.show();
    if (openSample)
        m_window.openSample();
    else if (!paths.isEmpty())
        m_window.open(paths);
    else if (const QStringList recent = m_settings.recentCatalogs(); !recent.isEmpty())
        m_window.open({recent.first()});
}

} // namespace app
