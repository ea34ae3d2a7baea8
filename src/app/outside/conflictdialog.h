// SPDX-License-Identifier: MIT
#pragma once

#include "format/merge.h"

#include <QDialog>

#include <functional>
#include <vector>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;
class QTableWidget;

namespace app {

/// Asks what to do with each place that both changed. Nothing changes before OK; Escape leaves all as it is.
class ConflictDialog : public QDialog {
    Q_OBJECT
public:
    /// `preview` makes the text of the choices.
    using Preview = std::function<std::string(const std::vector<format::MergeChoice>&)>;
    ConflictDialog(const QString& file, const format::Merge& merge, const std::string& disk,
                   const Preview& preview, QWidget* parent);

    std::vector<format::MergeChoice> choices() const;
    /// My version is to be kept as a file beside it; theirs is taken.
    bool keepsCopy() const { return m_keepsCopy; }

private:
    using Side = format::MergeChoice::Side;
    void build(const QString& file);
    void fillTable();
    QComboBox* makeChoice(std::size_t conflict);
    QWidget* makePanes();
    void chooseAll(Side side);
    void showRow();
    void takeOwn();
    void refresh();
    bool isComplete() const;

    format::Merge m_merge;
    std::string m_disk;
    Preview m_preview;
    QTableWidget* m_table;
    QPlainTextEdit* m_own;
    QLabel* m_ownLabel;
    QPlainTextEdit* m_diff;
    QDialogButtonBox* m_buttons;
    std::vector<QComboBox*> m_boxes;
    std::vector<QString> m_ownTexts;
    bool m_keepsCopy = false;
};

} // namespace app
