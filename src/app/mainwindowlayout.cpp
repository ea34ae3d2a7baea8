// SPDX-License-Identifier: MIT
// Where the window's parts stand, and that it is remembered.
#include "app/actions.h"
#include "app/editor/episodeeditor.h"
#include "app/episodelist/episodetableview.h"
#include "app/episodelist/savedsearches.h"
#include "app/mainwindow.h"
#include "app/settings.h"
#include "app/widgets/waveformpanel.h"

#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace app {

namespace {

/// Below this width the editor stands below the table whatever the View menu says.
constexpr int leastWidthForBeside = 1200;
/// Below this height there is no room for a waveform.
constexpr int leastHeightForWaveform = 600;

} // namespace

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    placeEditor();
    placeWaveform();
}

void MainWindow::placeEditor() {
    const bool beside = width() >= leastWidthForBeside && (*m_actions)[ActionId::EditorBeside]->isChecked();
    m_editorSplitter->setOrientation(beside ? Qt::Horizontal : Qt::Vertical);
}

void MainWindow::placeWaveform() {
    m_waveform->fitTo(height());
    m_waveform->setVisible(m_stack->currentIndex() == 1 && height() >= leastHeightForWaveform &&
                           (*m_actions)[ActionId::ShowWaveform]->isChecked());
}

void MainWindow::saveLayout() {
    Settings& settings = m_context.settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    settings.setValue(QStringLiteral("window/state"), saveState());
    settings.setValue(QStringLiteral("window/beside"), (*m_actions)[ActionId::EditorBeside]->isChecked());
    if (m_context.session.catalog().size() == 0)
        return;
    settings.setCatalogValue(QStringLiteral("splitter/side"), m_sideSplitter->saveState());
    settings.setCatalogValue(QStringLiteral("splitter/editor"), m_editorSplitter->sizes().value(0));
    settings.setCatalogValue(QStringLiteral("page"), m_editor->currentPage());
    if (current().isValid())
        settings.setCatalogValue(QStringLiteral("episode"),
                                 m_context.session.catalog().relativePath(current()));
    m_table->saveLayout();
}

void MainWindow::restoreLayout() {
    const Settings& settings = m_context.settings;
    m_table->restoreLayout();
    m_saved->load();
    m_sideSplitter->restoreState(settings.catalogValue(QStringLiteral("splitter/side")).toByteArray());
    m_editor->setCurrentPage(settings.catalogValue(QStringLiteral("page"), 0).toInt());
    if (const int first = settings.catalogValue(QStringLiteral("splitter/editor"), 0).toInt(); first > 0) {
        const int whole = m_editorSplitter->orientation() == Qt::Vertical ? m_editorSplitter->height()
                                                                          : m_editorSplitter->width();
        m_editorSplitter->setSizes({first, std::max(whole - first, 1)});
    }
}

} // namespace app
