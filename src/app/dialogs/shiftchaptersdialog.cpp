// SPDX-License-Identifier: MIT
#include "app/dialogs/shiftchaptersdialog.h"

#include "catalog/chaptertime.h"
#include "ui_shiftchaptersdialog.h"

#include <QPushButton>

#include <numeric>

namespace app {

ShiftChaptersDialog::ShiftChaptersDialog(const catalog::Chapters& chapters, std::vector<int> selected,
                                         QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ShiftChaptersDialog>())
    , m_chapters(chapters)
    , m_selected(std::move(selected)) {
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Shift"));
    m_ui->allRadio->setText(tr("&All %n chapter(s)", nullptr, static_cast<int>(m_chapters.size())));
    m_ui->selectedRadio->setText(
        tr("&The %n selected chapter(s)", nullptr, static_cast<int>(m_selected.size())));
    m_ui->selectedRadio->setEnabled(!m_selected.empty());
    const bool isPart = m_selected.size() > 1 && m_selected.size() < m_chapters.size();
    (isPart ? m_ui->selectedRadio : m_ui->allRadio)->setChecked(true);
    connect(m_ui->allRadio, &QRadioButton::toggled, this, &ShiftChaptersDialog::refresh);
    connect(m_ui->amountEdit, &QLineEdit::textChanged, this, &ShiftChaptersDialog::refresh);
    m_ui->amountEdit->setFocus();
    refresh();
}

ShiftChaptersDialog::~ShiftChaptersDialog() = default;

std::vector<int> ShiftChaptersDialog::rows() const {
    if (m_ui->selectedRadio->isChecked())
        return m_selected;
    std::vector<int> all(m_chapters.size());
    std::iota(all.begin(), all.end(), 0);
    return all;
}

std::optional<catalog::ChapterChange> ShiftChaptersDialog::change() const {
    const auto amount = catalog::parseChapterAmount(m_ui->amountEdit->text());
    return amount ? catalog::shifted(m_chapters, rows(), *amount) : std::nullopt;
}

void ShiftChaptersDialog::refresh() {
    const auto amount = catalog::parseChapterAmount(m_ui->amountEdit->text());
    const auto moved = change();
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(moved && *amount != 0);
    if (!amount)
        return m_ui->resultLabel->setText(
            tr("Amounts are written -2.5, 0:12 or 1:02:03; a minus moves chapters earlier."));
    if (!moved)
        return m_ui->resultLabel->setText(tr("A chapter would start before 0:00:00."));
    const std::vector<int> all = rows();
    const catalog::Chapter& first = m_chapters[static_cast<std::size_t>(all.front())];
    m_ui->resultLabel->setText(
        tr("%1 starts at %2 instead of %3.")
            .arg(first.title.isEmpty() ? tr("The first of them") : tr("“%1”").arg(first.title),
                 catalog::chapterTimeText(first.start + *amount), catalog::chapterTimeText(first.start)));
}

} // namespace app
