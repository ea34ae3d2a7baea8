// SPDX-License-Identifier: MIT
#include "app/dialogs/scalechaptersdialog.h"

#include "catalog/chaptertime.h"
#include "ui_scalechaptersdialog.h"

#include <QPushButton>

namespace app {

ScaleChaptersDialog::ScaleChaptersDialog(const catalog::Chapters& chapters, QWidget* parent)
    : QDialog(parent)
    , m_ui(std::make_unique<Ui::ScaleChaptersDialog>())
    , m_chapters(chapters) {
    m_ui->setupUi(this);
    m_ui->buttons->button(QDialogButtonBox::Ok)->setText(tr("&Scale"));
    for (const catalog::Chapter& chapter : m_chapters)
        for (QComboBox* combo : {m_ui->firstCombo, m_ui->secondCombo})
            combo->addItem(
                QStringLiteral("%1  %2").arg(catalog::chapterTimeText(chapter.start), chapter.title));
    m_ui->secondCombo->setCurrentIndex(static_cast<int>(m_chapters.size()) - 1);
    for (QComboBox* combo : {m_ui->firstCombo, m_ui->secondCombo})
        connect(combo, &QComboBox::currentIndexChanged, this, &ScaleChaptersDialog::suggest);
    for (QLineEdit* edit : {m_ui->firstEdit, m_ui->secondEdit})
        connect(edit, &QLineEdit::textChanged, this, &ScaleChaptersDialog::refresh);
    suggest();
}

ScaleChaptersDialog::~ScaleChaptersDialog() = default;

qint64 ScaleChaptersDialog::startOf(int row) const {
    return m_chapters[static_cast<std::size_t>(row)].start;
}

/// A newly chosen anchor is right where it is, until somebody says otherwise.
void ScaleChaptersDialog::suggest() {
    const auto* changed = qobject_cast<QComboBox*>(sender());
    if (changed != m_ui->secondCombo)
        m_ui->firstEdit->setText(catalog::chapterTimeText(startOf(m_ui->firstCombo->currentIndex())));
    if (changed != m_ui->firstCombo)
        m_ui->secondEdit->setText(catalog::chapterTimeText(startOf(m_ui->secondCombo->currentIndex())));
    refresh();
}

std::optional<catalog::ChapterChange> ScaleChaptersDialog::change() const {
    const auto first = catalog::parseChapterTime(m_ui->firstEdit->text());
    const auto second = catalog::parseChapterTime(m_ui->secondEdit->text());
    if (!first || !second)
        return std::nullopt;
    return catalog::scaled(m_chapters, {startOf(m_ui->firstCombo->currentIndex()), *first},
                           {startOf(m_ui->secondCombo->currentIndex()), *second});
}

void ScaleChaptersDialog::refresh() {
    const qint64 first = startOf(m_ui->firstCombo->currentIndex());
    const qint64 second = startOf(m_ui->secondCombo->currentIndex());
    const auto trueFirst = catalog::parseChapterTime(m_ui->firstEdit->text());
    const auto trueSecond = catalog::parseChapterTime(m_ui->secondEdit->text());
    const auto scaled = change();
    const bool isSame = trueFirst == first && trueSecond == second;
    m_ui->buttons->button(QDialogButtonBox::Ok)->setEnabled(scaled && !isSame);
    const auto say = [this](const QString& words) { m_ui->resultLabel->setText(words); };
    if (first == second)
        return say(tr("Choose two chapters that start at different times."));
    if (isSame)
        return say(tr("Type when one of the two, or both, truly start."));
    if (!trueFirst || !trueSecond)
        return say(tr("Times are written 1:02:03, 62:03, 3723 or 3723.5."));
    if ((first < second) != (*trueFirst < *trueSecond) || *trueFirst == *trueSecond)
        return say(tr("The true times must follow each other as the chapters do."));
    if (!scaled)
        return say(tr("A chapter would start before 0:00:00."));
    const double factor = static_cast<double>(*trueSecond - *trueFirst) / static_cast<double>(second - first);
    say(tr("Times run at %1 % of what they are; the last chapter starts at %2.")
            .arg(locale().toString(factor * 100, 'f', 2),
                 catalog::chapterTimeText(scaled->chapters.back().start)));
}

} // namespace app
