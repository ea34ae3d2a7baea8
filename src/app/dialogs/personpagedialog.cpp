// SPDX-License-Identifier: MIT
#include "app/dialogs/personpagedialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFontDatabase>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace app {

namespace {

bool isType(const catalog::PageStyle::Key& key, const catalog::PersonEntry& entry) {
    return !entry.key.isSponsor && key.name == QLatin1String("type");
}

} // namespace

PersonPageDialog::PersonPageDialog(const catalog::Catalog& catalog, const catalog::PersonEntry& entry,
                                   QWidget* parent)
    : QDialog(parent)
    , m_catalog(catalog)
    , m_entry(entry)
    , m_content(catalog::contentFolderOf(catalog.root()))
    , m_style(catalog::pageStyleOf(catalog::pageFolder(m_content, entry.key), entry.key.isSponsor))
    , m_words(new QLabel)
    , m_text(new QPlainTextEdit) {
    setObjectName(QStringLiteral("personPageDialog"));
    setWindowTitle(tr("Create the Page of %1").arg(entry.key.id));
    resize(620, 560);
    build();
    refresh();
}

QString PersonPageDialog::path() const {
    const QString file =
        QStringLiteral("%1/%2.md").arg(catalog::pageFolder(m_content, m_entry.key), m_entry.key.id);
    return QDir(QFileInfo(m_content).absolutePath()).relativeFilePath(file);
}

void PersonPageDialog::build() {
    m_words->setObjectName(QStringLiteral("personPageWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("personPageText"));
    m_text->setAccessibleName(tr("The page's text"));
    m_text->setReadOnly(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto* form = new QFormLayout;
    for (const catalog::PageStyle::Key& key : m_style.keys)
        addField(key, *form);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("personPageCancelButton"));
    m_create = buttons->addButton(tr("&Create"), QDialogButtonBox::AcceptRole);
    m_create->setObjectName(QStringLiteral("personPageCreateButton"));
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_words);
    layout->addWidget(m_text, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &PersonPageDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QString PersonPageDialog::suggested(const catalog::PageStyle::Key& key) const {
    if (key.name == QLatin1String("title"))
        return catalog::suggestedTitle(m_catalog.registry(), m_entry.key);
    return m_style.suggested(key, m_entry.key.id);
}

/// A key's line is called as the file calls it.
void PersonPageDialog::addField(const catalog::PageStyle::Key& key, QFormLayout& form) {
    const QString name = QStringLiteral("pageField_") + key.name;
    if (isType(key, m_entry)) {
        auto* type = new QComboBox;
        type->setObjectName(name);
        type->setAccessibleName(key.name);
        type->addItem(tr("Host"), QStringLiteral("host"));
        type->addItem(tr("Guest"), QStringLiteral("guest"));
        const int asHost = m_entry.uses[static_cast<std::size_t>(catalog::IdList::Hosts)];
        const int asGuest = m_entry.uses[static_cast<std::size_t>(catalog::IdList::Guests)];
        type->setCurrentIndex(asHost > asGuest ? 0 : 1);
        form.addRow(key.name, type);
        m_fields.push_back([type] { return type->currentData().toString(); });
        connect(type, &QComboBox::currentIndexChanged, this, &PersonPageDialog::refresh);
        return;
    }
    auto* line = new QLineEdit(suggested(key));
    line->setObjectName(name);
    line->setAccessibleName(key.name);
    line->setReadOnly(key.usual == QLatin1String("{id}")); // the site finds the page by it
    form.addRow(key.name, line);
    m_fields.push_back([line] { return line->text().trimmed(); });
    connect(line, &QLineEdit::textChanged, this, &PersonPageDialog::refresh);
    if (key.name == QLatin1String("title")) {
        line->selectAll();
        line->setFocus();
    }
}

QStringList PersonPageDialog::values() const {
    QStringList values;
    for (const auto& field : m_fields)
        values += field();
    return values;
}

QString PersonPageDialog::whyNot() const {
    if (QString why = m_catalog.readOnlyReason(); !why.isEmpty())
        return why;
    if (const QString why = catalog::whyNotPageId(m_entry.key.id); !why.isEmpty())
        return tr("%1 Rename the id first.").arg(why);
    const QStringList said = values();
    for (std::size_t i = 0; i < m_style.keys.size(); ++i)
        if (m_style.keys[i].name == QLatin1String("title") && said[static_cast<qsizetype>(i)].isEmpty())
            return tr("A title is needed: the name as readers see it.");
    return {};
}

void PersonPageDialog::refresh() {
    const QString why = whyNot();
    QStringList said{why.isEmpty() ? tr("%1 will say:").arg(QDir::toNativeSeparators(path())) : why};
    const catalog::Registry& registry = m_catalog.registry();
    for (const QString& value : values())
        if (registry.knowsImages && value.startsWith(QLatin1String("/images/")) &&
            !registry.images.contains(value))
            said += tr("The site has no picture %1 yet.").arg(value);
    m_words->setText(said.join(QLatin1Char('\n')));
    m_text->setPlainText(QString::fromStdString(catalog::pageText(m_style, values())));
    m_create->setEnabled(why.isEmpty());
}

void PersonPageDialog::accept() {
    if (!whyNot().isEmpty())
        return;
    const QString error = catalog::createPage(m_content, m_entry.key, catalog::pageText(m_style, values()));
    if (error.isEmpty())
        return QDialog::accept();
    m_words->setText(tr("%1 was not written. %2").arg(QDir::toNativeSeparators(path()), error));
}

} // namespace app
