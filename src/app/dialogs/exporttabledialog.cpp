// SPDX-License-Identifier: MIT
#include "app/dialogs/exporttabledialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

namespace {

using catalog::TableFormat;

struct FormatText {
    TableFormat format;
    const char* name;
    const char* hint;
    const char* ending;
};

constexpr FormatText formats[] = {
    {TableFormat::SpreadsheetCsv, QT_TRANSLATE_NOOP("app::ExportTableDialog", "CSV for spreadsheets"),
     QT_TRANSLATE_NOOP("app::ExportTableDialog",
                       "With a byte order mark. A cell that a spreadsheet would take for a formula gets an "
                       "apostrophe before it."),
     "csv"},
    {TableFormat::Csv, QT_TRANSLATE_NOOP("app::ExportTableDialog", "CSV"),
     QT_TRANSLATE_NOOP("app::ExportTableDialog",
                       "Commas and UTF-8, every cell as the file has it: for programs."),
     "csv"},
    {TableFormat::Tsv, QT_TRANSLATE_NOOP("app::ExportTableDialog", "Tab-separated values"),
     QT_TRANSLATE_NOOP("app::ExportTableDialog", "As rows are copied, every cell as the file has it."),
     "tsv"},
    {TableFormat::Json, QT_TRANSLATE_NOOP("app::ExportTableDialog", "JSON"),
     QT_TRANSLATE_NOOP("app::ExportTableDialog",
                       "A list of objects; numbers, lists and chapters keep their types."),
     "json"},
};

const FormatText& textOf(TableFormat format) {
    const auto* found = std::find_if(std::begin(formats), std::end(formats),
                                     [format](const FormatText& text) { return text.format == format; });
    return *found;
}

} // namespace

ExportTableDialog::ExportTableDialog(int episodes, const QString& name, QWidget* parent)
    : QDialog(parent)
    , m_format(new QComboBox)
    , m_hint(new QLabel)
    , m_shown(new QRadioButton(tr("The &columns that the table shows")))
    , m_all(new QRadioButton(tr("&All fields")))
    , m_name(name) {
    setObjectName(QStringLiteral("exportTableDialog"));
    setWindowTitle(tr("Export Table"));
    build(episodes);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportTableDialog::showHint);
    showHint();
}

void ExportTableDialog::build(int episodes) {
    m_format->setObjectName(QStringLiteral("exportTableFormat"));
    m_format->setAccessibleName(tr("Format"));
    for (const FormatText& text : formats)
        m_format->addItem(tr(text.name), static_cast<int>(text.format));
    m_hint->setObjectName(QStringLiteral("exportTableHint"));
    m_hint->setWordWrap(true);
    m_hint->setMinimumWidth(fontMetrics().averageCharWidth() * 56);
    m_shown->setObjectName(QStringLiteral("exportShownRadio"));
    m_all->setObjectName(QStringLiteral("exportAllRadio"));
    m_shown->setChecked(true);
    auto* words =
        new QLabel(tr("%n episode(s), in the order in which the table shows them.", nullptr, episodes));
    words->setObjectName(QStringLiteral("exportTableWords"));
    words->setWordWrap(true);
    auto* form = new QFormLayout;
    form->setLabelAlignment(Qt::AlignRight);
    form->addRow(tr("&Format:"), m_format);
    form->addRow(QString(), m_hint);
    form->addRow(tr("Columns:"), m_shown);
    form->addRow(QString(), m_all);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("exportTableCancelButton"));
    auto* save = buttons->addButton(tr("&Save As…"), QDialogButtonBox::ActionRole);
    save->setObjectName(QStringLiteral("exportTableSaveButton"));
    connect(save, &QPushButton::clicked, this, &ExportTableDialog::chooseFile);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addLayout(form);
    layout->addStretch();
    layout->addWidget(buttons);
    save->setDefault(true); // a dialog's own: it must be there
}

TableFormat ExportTableDialog::format() const {
    return static_cast<TableFormat>(m_format->currentData().toInt());
}

bool ExportTableDialog::takesAllFields() const {
    return m_all->isChecked();
}

QString ExportTableDialog::suggestedName() const {
    return m_name + QLatin1Char('.') + QLatin1String(textOf(format()).ending);
}

void ExportTableDialog::showHint() {
    m_hint->setText(tr(textOf(format()).hint));
}

void ExportTableDialog::chooseFile() {
    m_path = QFileDialog::getSaveFileName(this, tr("Export Table"), QDir::home().filePath(suggestedName()));
    if (!m_path.isEmpty())
        accept();
}

} // namespace app
