// SPDX-License-Identifier: MIT
#include "app/dialogs/templatesdialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr QSize dialogSize(460, 360);
constexpr int nameRole = Qt::UserRole; ///< the file's, while another one is typed

} // namespace

TemplatesDialog::TemplatesDialog(const catalog::Templates& templates, QWidget* parent)
    : QDialog(parent)
    , m_templates(templates)
    , m_list(new QListWidget)
    , m_words(new QLabel) {
    setObjectName(QStringLiteral("templatesDialog"));
    setWindowTitle(tr("Templates"));
    resize(dialogSize);
    build();
    fill({});
}

void TemplatesDialog::build() {
    m_list->setObjectName(QStringLiteral("templatesList"));
    m_list->setAccessibleName(tr("Templates"));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_words->setObjectName(QStringLiteral("templatesWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setMinimumHeight(m_words->fontMetrics().lineSpacing() * 2);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("templatesCloseButton"));
    m_rename = buttons->addButton(tr("&Rename"), QDialogButtonBox::ActionRole);
    m_rename->setObjectName(QStringLiteral("templatesRenameButton"));
    m_remove = buttons->addButton(tr("&Move to Trash"), QDialogButtonBox::ActionRole);
    m_remove->setObjectName(QStringLiteral("templatesRemoveButton"));
    for (QPushButton* button : {m_rename, m_remove})
        button->setAutoDefault(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_words);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_rename, &QPushButton::clicked, this, [this] { m_list->editItem(m_list->currentItem()); });
    connect(m_remove, &QPushButton::clicked, this, &TemplatesDialog::removeCurrent);
    connect(m_list, &QListWidget::itemChanged, this,
            [this](const QListWidgetItem* item) { renameCurrent(item->text().trimmed()); });
    connect(m_list, &QListWidget::currentRowChanged, this, &TemplatesDialog::refresh);
}

QString TemplatesDialog::current() const {
    const QListWidgetItem* item = m_list->currentItem();
    return item ? item->data(nameRole).toString() : QString();
}

void TemplatesDialog::fill(const QString& current) {
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const QString& name : m_templates.names()) {
        auto* item = new QListWidgetItem(name, m_list);
        item->setData(nameRole, name);
        item->setFlags(item->flags() | Qt::ItemIsEditable);
        if (name == current)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem())
        m_list->setCurrentRow(0);
    refresh();
}

void TemplatesDialog::renameCurrent(const QString& to) {
    const QString name = current();
    const QString error = to == name ? QString() : m_templates.rename(name, to);
    fill(error.isEmpty() ? to : name);
    if (!error.isEmpty())
        m_words->setText(error);
}

void TemplatesDialog::removeCurrent() {
    const QString name = current();
    const QString error = m_templates.remove(name);
    fill({});
    m_words->setText(error.isEmpty() ? tr("%1 is in the trash.").arg(name) : error);
}

/// What is wrong with a template is said before it is used.
void TemplatesDialog::refresh() {
    const QString name = current();
    m_rename->setEnabled(!name.isEmpty());
    m_remove->setEnabled(!name.isEmpty());
    m_words->setText(name.isEmpty() ? tr("Episode > Save as Template keeps an episode's text here, for every "
                                         "catalogue.")
                                    : m_templates.read(name).error);
}

} // namespace app
