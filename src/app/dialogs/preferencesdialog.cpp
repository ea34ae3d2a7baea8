// SPDX-License-Identifier: MIT
#include "app/dialogs/preferencesdialog.h"

#include "app/appearance.h"
#include "app/settings.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace app {

PreferencesDialog::PreferencesDialog(Settings& settings, QWidget* parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_mediaFolder(new QLineEdit(settings.mediaFolder()))
    , m_appearance(new QComboBox) {
    setObjectName(QStringLiteral("preferencesDialog"));
    setWindowTitle(tr("Preferences"));
    m_mediaFolder->setObjectName(QStringLiteral("mediaFolderEdit"));
    m_mediaFolder->setMinimumWidth(360);
    m_appearance->setObjectName(QStringLiteral("appearanceCombo"));
    m_appearance->addItems({tr("As the desktop"), tr("Light"), tr("Dark")});
    m_appearance->setCurrentIndex(static_cast<int>(chosenAppearance(settings)));
    auto* browse = new QPushButton(tr("&Browse…"));
    browse->setObjectName(QStringLiteral("browseMediaFolderButton"));
    auto* folder = new QHBoxLayout;
    folder->addWidget(m_mediaFolder, 1);
    folder->addWidget(browse);
    auto* note = new QLabel(
        tr("Looked through first when an episode is played: by its GUID, the enclosure's file name, "
           "or its padded number."));
    note->setWordWrap(true);
    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight);
    form->addRow(tr("&Media folder of this catalogue:"), folder);
    form->addRow(QString(), note);
    form->addRow(tr("&Appearance:"), m_appearance);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addStretch();
    layout->addWidget(buttons);
    connect(browse, &QPushButton::clicked, this, &PreferencesDialog::chooseFolder);
    connect(buttons, &QDialogButtonBox::accepted, this, &PreferencesDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void PreferencesDialog::chooseFolder() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Media Folder"), m_mediaFolder->text());
    if (!folder.isEmpty())
        m_mediaFolder->setText(folder);
}

void PreferencesDialog::accept() {
    m_settings.setMediaFolder(m_mediaFolder->text().trimmed());
    chooseAppearance(m_settings, static_cast<Appearance>(m_appearance->currentIndex()));
    QDialog::accept();
}

} // namespace app
