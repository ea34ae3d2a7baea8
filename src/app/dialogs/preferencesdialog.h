// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QComboBox;
class QLineEdit;

namespace app {

class Settings;

/// The few things to choose: where local audio lies for this catalogue, and light or dark.
class PreferencesDialog : public QDialog {
    Q_OBJECT
public:
    explicit PreferencesDialog(Settings& settings, QWidget* parent = nullptr);

    void accept() override;

private:
    void chooseFolder();

    Settings& m_settings;
    QLineEdit* m_mediaFolder = nullptr;
    QComboBox* m_appearance = nullptr;
};

} // namespace app
