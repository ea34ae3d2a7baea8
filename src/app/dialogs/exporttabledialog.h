// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/tabletext.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QRadioButton;

namespace app {

/// Asks how the table is written into a file, and which file.
class ExportTableDialog : public QDialog {
    Q_OBJECT
public:
    /// `name`: of the file, without its ending.
    ExportTableDialog(int episodes, const QString& name, QWidget* parent = nullptr);

    catalog::TableFormat format() const;
    bool takesAllFields() const;
    const QString& path() const { return m_path; }
    QString suggestedName() const;

private:
    void build(int episodes);
    void showHint();
    void chooseFile();

    QComboBox* m_format;
    QLabel* m_hint;
    QRadioButton* m_shown;
    QRadioButton* m_all;
    QString m_name;
    QString m_path;
};

} // namespace app
