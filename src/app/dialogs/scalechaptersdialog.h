// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapterops.h"

#include <QDialog>

#include <memory>

namespace Ui {
class ScaleChaptersDialog;
}

namespace app {

/// Asks for two chapters and when they truly start; all others follow in proportion.
class ScaleChaptersDialog : public QDialog {
    Q_OBJECT
public:
    explicit ScaleChaptersDialog(const catalog::Chapters& chapters, QWidget* parent = nullptr);
    ~ScaleChaptersDialog() override;

    std::optional<catalog::ChapterChange> change() const;

private:
    void suggest();
    void refresh();
    qint64 startOf(int row) const;

    std::unique_ptr<Ui::ScaleChaptersDialog> m_ui;
    const catalog::Chapters& m_chapters;
};

} // namespace app
