// SPDX-License-Identifier: MIT
#include "app/dialogs/renumberdialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>
#include <QVBoxLayout>

namespace app {

namespace {

enum Column { TitleColumn, NumberColumn, SlugColumn, FileColumn, WhyColumn, ColumnCount };
constexpr int largestNumber = 99'999'999;
constexpr QSize dialogSize(820, 520);
constexpr int titleWidth = 260;

QString change(const QString& now, const std::optional<QString>& then) {
    return then && *then != now ? QStringLiteral("%1 → %2").arg(now, *then) : now;
}

} // namespace

RenumberDialog::RenumberDialog(const catalog::Catalog& catalog, const std::vector<catalog::EpisodeId>& ids,
                               QWidget* parent)
    : QDialog(parent)
    , m_catalog(catalog)
    , m_ids(catalog::numbered(catalog, ids))
    , m_first(new QSpinBox)
    , m_step(new QSpinBox)
    , m_slugs(new QCheckBox(tr("Change &slugs that follow from the number")))
    , m_files(new QCheckBox(tr("Change &file names that follow from it")))
    , m_table(new QTableWidget)
    , m_words(new QLabel) {
    setObjectName(QStringLiteral("renumberDialog"));
    setWindowTitle(tr("Renumber %n Episode(s)", nullptr, static_cast<int>(m_ids.size())));
    build();
    resize(dialogSize);
    refresh();
    m_first->selectAll();
    m_first->setFocus();
}

void RenumberDialog::buildForm(QFormLayout& form) {
    m_first->setObjectName(QStringLiteral("renumberFirst"));
    m_first->setAccessibleName(tr("Number of the first episode"));
    m_first->setRange(0, largestNumber);
    m_first->setValue(m_ids.empty() ? 1 : m_catalog.episode(m_ids.front()).summary().number.toInt());
    m_step->setObjectName(QStringLiteral("renumberStep"));
    m_step->setAccessibleName(tr("From one number to the next"));
    m_step->setRange(-largestNumber, largestNumber);
    m_step->setValue(1);
    form.addRow(tr("First &number:"), m_first);
    form.addRow(tr("S&tep:"), m_step);
    m_slugs->setObjectName(QStringLiteral("renumberSlugsTick"));
    m_files->setObjectName(QStringLiteral("renumberFilesTick"));
    for (QCheckBox* tick : {m_slugs, m_files}) {
        tick->setChecked(true);
        form.addRow(QString(), tick);
        connect(tick, &QCheckBox::toggled, this, &RenumberDialog::refresh);
    }
    for (QSpinBox* box : {m_first, m_step}) {
        box->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        connect(box, &QSpinBox::valueChanged, this, &RenumberDialog::refresh);
    }
}

void RenumberDialog::buildTable() {
    m_table->setObjectName(QStringLiteral("renumberTable"));
    m_table->setAccessibleName(tr("What each episode will be called"));
    m_table->setColumnCount(ColumnCount);
    m_table->setRowCount(static_cast<int>(m_ids.size()));
    m_table->setHorizontalHeaderLabels(
        {tr("Episode"), tr("Number"), tr("Slug"), tr("File"), tr("What stands against it")});
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    for (const Column column : {NumberColumn, SlugColumn, FileColumn})
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(WhyColumn, QHeaderView::Stretch);
    m_table->setColumnWidth(TitleColumn, titleWidth);
    for (int row = 0; row < m_table->rowCount(); ++row)
        for (int column = 0; column < ColumnCount; ++column)
            m_table->setItem(row, column, new QTableWidgetItem);
}

void RenumberDialog::build() {
    auto* form = new QFormLayout;
    buildForm(*form);
    buildTable();
    m_words->setObjectName(QStringLiteral("renumberWords"));
    m_words->setAccessibleName(tr("What will be done, or why it cannot be"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("renumberCancelButton"));
    m_rename = buttons->addButton(tr("&Renumber"), QDialogButtonBox::AcceptRole);
    m_rename->setObjectName(QStringLiteral("renumberButton"));
    m_rename->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_words);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

catalog::RenamePlan RenumberDialog::plan() const {
    auto renamings = catalog::renumberedFrom(m_catalog, m_ids, m_first->value(), m_step->value());
    for (catalog::Renaming& renaming : renamings) {
        if (!m_slugs->isChecked())
            renaming.slug.reset();
        if (!m_files->isChecked())
            renaming.fileName.reset();
    }
    return {m_catalog, std::move(renamings)};
}

void RenumberDialog::fillRow(const catalog::RenamePlan& plan, int row) {
    const catalog::Renaming& renaming = plan.renamings()[static_cast<std::size_t>(row)];
    const catalog::Episode& episode = m_catalog.episode(renaming.id);
    const auto put = [&](Column column, const QString& text) { m_table->item(row, column)->setText(text); };
    put(TitleColumn, episode.summary().title);
    put(NumberColumn, change(episode.summary().number, renaming.number));
    put(SlugColumn, change(episode.valueText("slug"), renaming.slug));
    put(FileColumn, change(episode.fileName(), renaming.fileName));
    put(WhyColumn, plan.whyNot(renaming));
}

void RenumberDialog::refresh() {
    const catalog::RenamePlan plan = this->plan();
    for (int row = 0; row < m_table->rowCount(); ++row)
        fillRow(plan, row);
    const QString why = plan.whyNot();
    m_rename->setEnabled(why.isEmpty());
    m_words->setText(!why.isEmpty()
                         ? why
                         : tr("All files get their new names at once, or none; numbers and slugs are "
                              "changed here and saved when you save. Undo takes all of it back."));
}

} // namespace app
