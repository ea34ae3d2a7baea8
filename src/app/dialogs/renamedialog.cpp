// SPDX-License-Identifier: MIT
#include "app/dialogs/renamedialog.h"

#include "catalog/episodenames.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int dialogWidth = 560;
constexpr int placesLines = 5;

} // namespace

RenameDialog::RenameDialog(const catalog::Catalog& catalog, catalog::EpisodeId id, QWidget* parent)
    : QDialog(parent)
    , m_catalog(catalog)
    , m_id(id)
    , m_placesLabel(new QLabel(tr("These addresses name it, too, and stay as they are:")))
    , m_places(new QPlainTextEdit)
    , m_words(new QLabel) {
    setObjectName(QStringLiteral("renameDialog"));
    setWindowTitle(tr("Rename %1").arg(catalog.episode(id).fileName()));
    build();
    fill();
    resize(dialogWidth, sizeHint().height());
    m_rows[Number].line->selectAll();
    m_rows[Number].line->setFocus();
}

void RenameDialog::buildRows(QGridLayout& grid) {
    const std::array names{"Number", "Padded", "Slug", "File"};
    const std::array labels{tr("&Number:"), tr("&Padded number:"), tr("&Slug:"), tr("&File name:")};
    const std::array spoken{tr("Number"), tr("Padded number"), tr("Slug"), tr("File name")};
    for (int i = 0; i < NameCount; ++i) {
        const auto name = static_cast<Name>(i);
        Row& row = m_rows[name];
        row.tick = new QCheckBox(labels[name]);
        row.tick->setObjectName(QStringLiteral("rename%1Tick").arg(QLatin1String(names[name])));
        row.tick->setAccessibleName(tr("Change %1").arg(spoken[name]));
        row.tick->setChecked(true);
        row.line = new QLineEdit;
        row.line->setObjectName(QStringLiteral("rename%1").arg(QLatin1String(names[name])));
        row.line->setAccessibleName(spoken[name]);
        grid.addWidget(row.tick, name, 0);
        grid.addWidget(row.line, name, 1);
        connect(row.tick, &QCheckBox::toggled, this, [this, name] {
            showTicked(name);
            refresh();
        });
        connect(row.line, &QLineEdit::textEdited, this, [this, name] {
            if (name == Number)
                follow();
            refresh();
        });
    }
    grid.setColumnStretch(1, 1);
}

/// What else leads to the episode: the user decides, elsewhere, what becomes of it.
void RenameDialog::buildPlaces() {
    m_places->setObjectName(QStringLiteral("renamePlaces"));
    m_places->setAccessibleName(tr("Addresses that stay as they are"));
    m_places->setReadOnly(true);
    m_places->setTabChangesFocus(true);
    m_places->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_places->setFixedHeight(m_places->fontMetrics().lineSpacing() * (placesLines + 1));
    m_placesLabel->setObjectName(QStringLiteral("renamePlacesLabel"));
    m_placesLabel->setWordWrap(true);
    m_placesLabel->setBuddy(m_places);
    QStringList lines;
    const QString own = m_catalog.relativePath(m_id);
    for (const catalog::NamingPlace& place : catalog::placesNaming(m_catalog, m_id))
        lines += place.file == own ? QStringLiteral("%1: %2").arg(place.place, place.value)
                                   : tr("%1 in %2: %3").arg(place.place, place.file, place.value);
    m_places->setPlainText(lines.join(QLatin1Char('\n')));
    m_places->setVisible(!lines.isEmpty());
    m_placesLabel->setVisible(!lines.isEmpty());
}

void RenameDialog::build() {
    auto* grid = new QGridLayout;
    buildRows(*grid);
    buildPlaces();
    m_words->setObjectName(QStringLiteral("renameWords"));
    m_words->setAccessibleName(tr("What will be done, or why it cannot be"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setAlignment(Qt::AlignTop);
    m_words->setMinimumHeight(m_words->fontMetrics().lineSpacing() * 3);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("renameCancelButton"));
    m_rename = buttons->addButton(tr("&Rename"), QDialogButtonBox::AcceptRole);
    m_rename->setObjectName(QStringLiteral("renameButton"));
    m_rename->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(grid);
    layout->addWidget(m_placesLabel);
    layout->addWidget(m_places);
    layout->addWidget(m_words, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

/// What does not follow from the number today is left alone, until it is ticked.
void RenameDialog::fill() {
    const catalog::Episode& episode = m_catalog.episode(m_id);
    m_rows[Number].now = episode.summary().number;
    m_rows[Padded].now = episode.valueText("episode_padded");
    m_rows[Slug].now = episode.valueText("slug");
    m_rows[File].now = episode.fileName();
    for (const Row& row : m_rows)
        row.line->setText(row.now);
    const catalog::Renaming following = catalog::renumbered(m_catalog, m_id, m_rows[Number].now);
    m_rows[Slug].tick->setChecked(following.slug.has_value());
    m_rows[File].tick->setChecked(following.fileName.has_value());
    refresh();
}

/// The others as they follow from the number, where nobody typed them.
void RenameDialog::follow() {
    const auto following = catalog::renumbered(m_catalog, m_id, m_rows[Number].line->text().trimmed());
    const auto put = [&](Name name, const std::optional<QString>& text) {
        if (text && m_rows[name].tick->isChecked() && !m_rows[name].line->isModified())
            m_rows[name].line->setText(*text);
    };
    put(Padded, following.padded);
    put(Slug, following.slug);
    put(File, following.fileName);
}

void RenameDialog::showTicked(Name name) {
    const Row& row = m_rows[name];
    row.line->setEnabled(row.tick->isChecked());
    if (!row.tick->isChecked())
        row.line->setText(row.now);
    else if (name != Number)
        follow();
}

catalog::Renaming RenameDialog::renaming() const {
    const auto given = [this](Name name) -> std::optional<QString> {
        const Row& row = m_rows[name];
        const QString text = row.line->text().trimmed();
        return row.tick->isChecked() && text != row.now ? std::optional(text) : std::nullopt;
    };
    return {m_id, given(Number), given(Padded), given(Slug), given(File)};
}

void RenameDialog::refresh() {
    const QString why = plan().whyNot();
    m_rename->setEnabled(why.isEmpty());
    m_words->setText(!why.isEmpty()
                         ? why
                         : tr("The file gets its new name at once; number and slug are changed here "
                              "and saved when you save. What is unsaved stays unsaved. Undo takes "
                              "all of it back."));
}

} // namespace app
