// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace app {

class Settings;

/// The few things to choose: where local audio lies for this catalogue, and light or dark; and the
/// cache of waveforms can be emptied.
class PreferencesDialog : public QDialog {
    Q_OBJECT
public:
    explicit PreferencesDialog(Settings& settings, QWidget* parent = nullptr);

    void accept() override;

private:
    void chooseFolder();
    void emptyCache();
    void showCache();

    Settings& m_settings;
    QLineEdit* m_mediaFolder = nullptr;
    QComboBox* m_appearance = nullptr;
    QPushButton* m_emptyCache = nullptr;
};

} // namespace app
