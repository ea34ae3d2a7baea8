// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

#include <vector>

class QAction;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace app {

class KeysPage;
class Settings;

/// The few things to choose: where local audio lies for this catalogue, light or dark, and the keys of the
/// window's actions; and the cache of waveforms can be emptied.
class PreferencesDialog : public QDialog {
    Q_OBJECT
public:
    /// `actions`: those whose keys can be chosen; none: no page of keys.
    explicit PreferencesDialog(Settings& settings, const std::vector<QAction*>& actions = {},
                               QWidget* parent = nullptr);

    void accept() override;

private:
    void chooseFolder();
    void emptyCache();
    void showCache();

    Settings& m_settings;
    QLineEdit* m_mediaFolder = nullptr;
    QComboBox* m_appearance = nullptr;
    QPushButton* m_emptyCache = nullptr;
    KeysPage* m_keys = nullptr;
};

} // namespace app
