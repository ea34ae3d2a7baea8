// SPDX-License-Identifier: MIT
// What the window does so that nobody's work is lost.
#include "app/mainwindow.h"
#include "app/widgets/noticebar.h"

namespace app {

void MainWindow::connectSafety() {
    connect(&m_context.session.catalog(), &catalog::Catalog::cleared, m_notices, &NoticeBar::clear);
}

} // namespace app
