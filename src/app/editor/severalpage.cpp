// SPDX-License-Identifier: MIT
#include "app/editor/severalpage.h"

#include "app/widgets/chipedit.h"
#include "app/widgets/fieldrow.h"
#include "app/widgets/undofilter.h"
#include "catalog/field.h"
#include "catalog/values.h"
#include "models/completionmodel.h"

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <optional>

namespace app {

namespace {

using catalog::BulkAction;

constexpr int step = 6;
constexpr int largeStep = 12;
constexpr std::size_t fewEpisodes = 20; // read at once; more on another thread
constexpr std::array shownKeys{"title",        "description",      "date",
                               "episode",      "show_name",        "draft",
                               "header_image", "categories",       "hosts",
                               "guests",       "sponsors",         "tags",
                               "podcast_file", "podcast_alt_file", "podcast_ogg_file",
                               "video_file",   "video_hd_file",    "video_mobile_file",
                               "youtube_link", "jb_url",           "fireside_url"};

QString severalWords() {
    return SeveralPage::tr("several values");
}

/// "several values: 600 – 612", the days of dates; the range alone is no value to be typed.
QString rangeWords(const catalog::Field& field, const catalog::CommonValue& value) {
    const auto shown = [&field](const QString& stored) {
        const auto date = field.kind == catalog::FieldKind::Date ? catalog::parseEpisodeDate(stored)
                                                                 : std::optional<catalog::EpisodeDate>();
        return date ? QLocale().toString(date->date, QStringLiteral("d MMM yyyy")) : stored;
    };
    const QString from = shown(value.least);
    const QString to = shown(value.most);
    if (from.isEmpty())
        return severalWords();
    return from == to ? SeveralPage::tr("several values: %1").arg(from)
                      : SeveralPage::tr("several values: %1 – %2").arg(from, to);
}

QPushButton* smallButton(const QString& text, const QString& name) {
    auto* button = new QPushButton(text);
    button->setObjectName(name);
    button->setAutoDefault(false);
    return button;
}

} // namespace

SeveralPage::SeveralPage(const EditorContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_words(new QLabel)
    , m_dialog(new QPushButton(tr("C&hange…")))
    , m_scroll(new QScrollArea) {
    setObjectName(QStringLiteral("severalPage"));
    m_scroll->setObjectName(QStringLiteral("severalScroll"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(largeStep, step, largeStep, largeStep);
    m_form = new QGridLayout;
    m_form->setHorizontalSpacing(largeStep);
    m_form->setVerticalSpacing(step);
    m_form->setColumnStretch(1, 1);
    column->addLayout(m_form);
    column->addStretch(1);
    m_scroll->setWidget(content);
    for (const char* key : shownKeys)
        addRow(key);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(buildHead());
    layout->addWidget(m_scroll, 1);
    m_again.setSingleShot(true);
    m_again.setInterval(0);
    connect(&m_again, &QTimer::timeout, this, &SeveralPage::refresh);
    connect(&context.session.catalog(), &catalog::Catalog::episodeChanged, this,
            [this](catalog::EpisodeId id) {
                if (!m_again.isActive() && std::binary_search(m_episodes.begin(), m_episodes.end(), id))
                    m_again.start();
            });
}

QWidget* SeveralPage::buildHead() {
    m_words->setObjectName(QStringLiteral("severalWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_dialog->setObjectName(QStringLiteral("severalChangeButton"));
    m_dialog->setAutoDefault(false);
    m_dialog->setToolTip(tr("Number in sequence, shift dates, replace text and more, with a preview "
                            "(Ctrl+Shift+E)"));
    connect(m_dialog, &QPushButton::clicked, this, [this] { emit dialogRequested({}); });
    auto* head = new QWidget;
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(largeStep, step, largeStep, 0);
    line->addWidget(m_words, 1);
    line->addWidget(m_dialog, 0, Qt::AlignTop);
    return head;
}

void SeveralPage::addRow(std::string_view key) {
    Row row;
    row.field = catalog::fieldOf(key);
    const QString name = QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
    auto* label = new QLabel(catalog::labelOf(*row.field));
    label->setObjectName(QStringLiteral("several_%1Label").arg(name));
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    label->setFixedWidth(labelColumnWidth(this));
    label->setToolTip(catalog::helpOf(*row.field));
    QWidget* control =
        catalog::isList(row.field->kind)                 ? buildChips(row, name)
        : row.field->kind == catalog::FieldKind::Boolean ? buildChoice(row, name)
        : row.field->kind == catalog::FieldKind::Date || row.field->kind == catalog::FieldKind::EpisodeNumber
            ? buildFixed(row, name)
            : buildText(row, name);
    control->setAccessibleName(catalog::labelOf(*row.field));
    label->setBuddy(control);
    const int at = m_form->rowCount();
    m_form->addWidget(label, at, 0);
    m_form->addWidget(control, at, 1);
    if (row.set)
        m_form->addWidget(row.set, at, 2);
    m_rows.push_back(row);
}

QWidget* SeveralPage::buildText(Row& row, const QString& name) {
    row.edit = new QLineEdit;
    row.edit->setObjectName(QStringLiteral("several_%1Edit").arg(name));
    row.set = smallButton({}, QStringLiteral("several_%1Button").arg(name));
    row.set->hide();
    const Row made = row;
    auto* undo = new UndoFilter(m_context.session, this);
    undo->installOn(row.edit);
    connect(row.edit, &QLineEdit::textEdited, this, [this, made] { showPending(made); });
    connect(row.edit, &QLineEdit::editingFinished, this, [this, made] { set(made); });
    connect(row.set, &QPushButton::clicked, this, [this, made] { set(made); });
    return row.edit;
}

QWidget* SeveralPage::buildChoice(Row& row, const QString& name) {
    row.choice = new QComboBox;
    row.choice->setObjectName(QStringLiteral("several_%1Choice").arg(name));
    row.choice->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    row.choice->setPlaceholderText(severalWords());
    row.choice->addItem(tr("No"), QStringLiteral("false"));
    row.choice->addItem(tr("Yes"), QStringLiteral("true"));
    const Row made = row;
    connect(row.choice, &QComboBox::activated, this, [this, made] { set(made); });
    return row.choice;
}

QWidget* SeveralPage::buildChips(Row& row, const QString& name) {
    auto* completion = new models::CompletionModel(m_context.session.catalog(), row.field->kind, this);
    row.chips = new ChipEdit(*completion);
    row.chips->setObjectName(QStringLiteral("several_%1Chips").arg(name));
    row.chips->lineEdit()->setObjectName(QStringLiteral("several_%1AddEdit").arg(name));
    row.chips->lineEdit()->setAccessibleName(catalog::labelOf(*row.field));
    const Row made = row;
    connect(row.chips, &ChipEdit::addRequested, this,
            [this, made](const QStringList& items) { change(made, BulkAction::AddMembers, items); });
    connect(row.chips, &ChipEdit::removeRequested, this, [this, made](int index) {
        change(made, BulkAction::RemoveMembers, {made.chips->items().value(index)});
    });
    connect(row.chips, &ChipEdit::completionWanted, completion, [completion] {
        if (completion->rowCount() == 0 && !completion->isCounting())
            completion->setShow({}); // they may be of several shows
    });
    const auto cannot = [this] {
        emit message(tr("Here members can be added and removed; Change… does more."));
        refresh();
    };
    connect(row.chips, &ChipEdit::moveRequested, this, cannot);
    connect(row.chips, &ChipEdit::changeRequested, this, cannot);
    return row.chips;
}

/// What differs from episode to episode by its nature: shown, and changed by the dialog.
QWidget* SeveralPage::buildFixed(Row& row, const QString& name) {
    row.words = new QLabel;
    row.words->setObjectName(QStringLiteral("several_%1Words").arg(name));
    row.words->setTextFormat(Qt::PlainText);
    row.words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row.set = smallButton(row.field->kind == catalog::FieldKind::Date ? tr("Shift…") : tr("Number…"),
                          QStringLiteral("several_%1Button").arg(name));
    connect(row.set, &QPushButton::clicked, this,
            [this, key = std::string(row.field->key)] { emit dialogRequested(key); });
    return row.words;
}

QString SeveralPage::setLabel() const {
    return tr("Set in %n", nullptr, static_cast<int>(m_episodes.size()));
}

void SeveralPage::showPending(const Row& row) {
    row.set->setText(setLabel());
    row.set->setVisible(row.edit->isModified());
}

void SeveralPage::set(const Row& row) {
    if (row.edit && !row.edit->isModified())
        return;
    catalog::BulkEdit edit{BulkAction::Set, std::string(row.field->key)};
    edit.text = row.edit ? row.edit->text() : row.choice->currentData().toString();
    if (row.edit) {
        row.edit->setModified(false);
        row.set->hide();
    }
    emit editRequested(edit);
}

void SeveralPage::change(const Row& row, BulkAction action, const QStringList& members) {
    catalog::BulkEdit edit{action, std::string(row.field->key)};
    edit.members = members;
    emit editRequested(edit);
}

void SeveralPage::commit() {
    for (const Row& row : m_rows) {
        if (row.edit)
            set(row);
        else if (row.chips)
            row.chips->commit();
    }
}

void SeveralPage::setEpisodes(const std::vector<catalog::EpisodeId>& episodes) {
    commit();
    m_episodes = episodes;
    std::sort(m_episodes.begin(), m_episodes.end());
    const catalog::Catalog& all = m_context.session.catalog();
    const auto locked = std::count_if(m_episodes.begin(), m_episodes.end(),
                                      [&all](catalog::EpisodeId id) { return all.episode(id).isReadOnly(); });
    QString words = tr("What you type is set in all %n episode(s), as one step that can be undone.", nullptr,
                       static_cast<int>(m_episodes.size()));
    if (locked > 0)
        words += QLatin1Char(' ') + tr("%n of them cannot be changed.", nullptr, static_cast<int>(locked));
    m_words->setText(words);
    refresh();
}

void SeveralPage::refresh() {
    m_again.stop();
    m_reading.cancel(); // an older answer comes no more, and keeps no thread from others
    if (m_episodes.size() < 2)
        return;
    std::vector<catalog::EpisodeText> texts;
    for (const catalog::EpisodeId id : m_episodes)
        if (!m_context.session.catalog().episode(id).isRefused())
            texts.push_back(catalog::episodeTextOf(m_context.session.catalog(), id));
    if (texts.size() <= fewEpisodes)
        return show(catalog::commonValuesOf(texts));
    m_reading.start([texts](const auto& report) { return catalog::commonValuesOf(texts, report); },
                    [this](const auto& values) { show(values); });
}

void SeveralPage::showText(const Row& row, const catalog::CommonValue& value) {
    if (row.edit->isModified()) // what is being typed stays
        return;
    if (row.edit->text() != value.text)
        row.edit->setText(value.text);
    row.edit->setModified(false);
    row.edit->setCursorPosition(0);
    row.edit->setPlaceholderText(!value.isSame          ? severalWords()
                                 : value.text.isEmpty() ? tr("none")
                                                        : QString());
}

void SeveralPage::showChoice(const Row& row, const catalog::CommonValue& value) {
    row.choice->setCurrentIndex(value.isSame ? row.choice->findData(value.text) : -1);
}

void SeveralPage::show(const std::map<std::string, catalog::CommonValue>& values) {
    for (const Row& row : m_rows) {
        const auto found = values.find(std::string(row.field->key));
        const catalog::CommonValue value = found == values.end() ? catalog::CommonValue() : found->second;
        if (row.edit)
            showText(row, value);
        else if (row.choice)
            showChoice(row, value);
        else if (row.words)
            row.words->setText(!value.isSame          ? rangeWords(*row.field, value)
                               : value.text.isEmpty() ? tr("none")
                                                      : value.text);
        else {
            if (row.chips->items() != value.members)
                row.chips->setItems(value.members);
            row.chips->lineEdit()->setPlaceholderText(value.isSame ? QString() : severalWords());
        }
    }
}

} // namespace app
