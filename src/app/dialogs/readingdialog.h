// SPDX-License-Identifier: MIT
#pragma once

#include "format/mojibake.h"

#include <QDialog>

class QComboBox;
class QPlainTextEdit;

namespace app {

/// What a file that is not UTF-8 may have been meant to say, to choose from.
class ReadingDialog : public QDialog {
    Q_OBJECT
public:
    /// `readings` holds one at least.
    explicit ReadingDialog(std::vector<format::Reading> readings, QWidget* parent = nullptr);

    const std::string& chosen() const;

private:
    void showReading();

    std::vector<format::Reading> m_readings;
    QComboBox* m_tables = nullptr;
    QPlainTextEdit* m_text = nullptr;
};

} // namespace app
