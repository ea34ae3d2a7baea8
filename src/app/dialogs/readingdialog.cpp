// SPDX-License-Identifier: MIT
#include "app/dialogs/readingdialog.h"

#include "ui_readingdialog.h"

#include <QPushButton>
#include <QTextBlock>

namespace app {

ReadingDialog::ReadingDialog(std::vector<format::Reading> readings, QWidget* parent)
    : QDialog(parent)
    , m_readings(std::move(readings)) {
    Ui::ReadingDialog ui;
    ui.setupUi(this);
    m_tables = ui.tableCombo;
    m_text = ui.readingText;
    ui.buttons->button(QDialogButtonBox::Ok)->setText(tr("&Use This Reading"));
    for (const format::Reading& reading : m_readings) {
        QStringList names;
        for (const format::CodeTable table : reading.tables) {
            const std::string_view name = format::nameOf(table);
            names += QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        }
        m_tables->addItem(names.join(tr(", ")));
    }
    connect(m_tables, &QComboBox::currentIndexChanged, this, &ReadingDialog::showReading);
    connect(ui.buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(ui.buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showReading();
}

const std::string& ReadingDialog::chosen() const {
    return m_readings[static_cast<std::size_t>(m_tables->currentIndex())].text;
}

/// Begins at the first line that tables read in different ways.
void ReadingDialog::showReading() {
    const QString text = QString::fromStdString(chosen());
    m_text->setPlainText(text);
    for (QTextBlock line = m_text->document()->begin(); line.isValid(); line = line.next()) {
        const QString words = line.text();
        if (std::all_of(words.begin(), words.end(), [](QChar c) { return c.unicode() < 0x80; }))
            continue;
        m_text->setTextCursor(QTextCursor(line));
        m_text->centerCursor();
        return;
    }
}

} // namespace app
