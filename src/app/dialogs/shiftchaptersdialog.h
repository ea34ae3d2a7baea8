// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapterops.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ShiftChaptersDialog;
}

namespace app {

/// Asks by how much chapters move: the selected ones, or all.
class ShiftChaptersDialog : public QDialog {
    Q_OBJECT
public:
    ShiftChaptersDialog(const catalog::Chapters& chapters, std::vector<int> selected,
                        QWidget* parent = nullptr);
    ~ShiftChaptersDialog() override;

    std::vector<int> rows() const; ///< that move
    std::optional<catalog::ChapterChange> change() const;

private:
    void refresh();

    std::unique_ptr<Ui::ShiftChaptersDialog> m_ui;
    const catalog::Chapters& m_chapters;
    std::vector<int> m_selected;
};

} // namespace app
