// SPDX-License-Identifier: MIT
#include "app/dialogs/preferencesdialog.h"

#include "app/appearance.h"
#include "app/dialogs/keyspage.h"
#include "app/settings.h"
#include "app/soundcache.h"
#include "ui_preferencesdialog.h"

#include <QFileDialog>
#include <QLocale>

namespace app {

PreferencesDialog::PreferencesDialog(Settings& settings, const std::vector<QAction*>& actions,
                                     QWidget* parent)
    : QDialog(parent)
    , m_settings(settings) {
    Ui::PreferencesDialog ui;
    ui.setupUi(this);
    m_mediaFolder = ui.mediaFolderEdit;
    m_mediaFolder->setText(settings.mediaFolder());
    m_appearance = ui.appearanceCombo;
    m_appearance->setCurrentIndex(static_cast<int>(chosenAppearance(settings)));
    connect(ui.browseMediaFolderButton, &QPushButton::clicked, this, &PreferencesDialog::chooseFolder);
    m_emptyCache = ui.emptyCacheButton;
    connect(m_emptyCache, &QPushButton::clicked, this, &PreferencesDialog::emptyCache);
    showCache();
    if (!actions.empty()) {
        m_keys = new KeysPage(actions, parent);
        ui.preferencesTabs->addTab(m_keys, tr("&Keys"));
    }
    connect(ui.buttons, &QDialogButtonBox::accepted, this, &PreferencesDialog::accept);
    connect(ui.buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void PreferencesDialog::chooseFolder() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Media Folder"), m_mediaFolder->text());
    if (!folder.isEmpty())
        m_mediaFolder->setText(folder);
}

void PreferencesDialog::showCache() {
    const qint64 bytes = SoundCache(m_settings).bytes();
    m_emptyCache->setText(
        tr("&Empty the Waveform Cache (%1)")
            .arg(QLocale().formattedDataSize(bytes, 0, QLocale::DataSizeTraditionalFormat)));
    m_emptyCache->setEnabled(bytes > 0);
}

void PreferencesDialog::emptyCache() {
    SoundCache(m_settings).empty();
    showCache();
}

void PreferencesDialog::accept() {
    m_settings.setMediaFolder(m_mediaFolder->text().trimmed());
    chooseAppearance(m_settings, static_cast<Appearance>(m_appearance->currentIndex()));
    if (m_keys)
        m_keys->apply();
    QDialog::accept();
}

} // namespace app
