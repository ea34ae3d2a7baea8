// SPDX-License-Identifier: MIT
#include "app/dialogs/replacedialog.h"

#include "app/settings.h"
#include "app/widgets/linemarks.h"
#include "app/widgets/proposalview.h"
#include "catalog/field.h"
#include "catalog/limits.h"
#include "catalog/replace/replacing.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWidgetAction>

#include <algorithm>

namespace app {

namespace {

constexpr int moment = 200; // ms in which somebody types on

enum Places { Everywhere, Notes, Addresses, ChosenFields };
enum Episodes { Selected, Shown, All };

QString settingsKey(const char* name) {
    return QStringLiteral("replace/") + QLatin1String(name);
}

QString keyOf(const catalog::Field& field) {
    return QString::fromUtf8(field.key.data(), static_cast<qsizetype>(field.key.size()));
}

template <typename Widget>
Widget* named(Widget* widget, const char* name) {
    widget->setObjectName(QLatin1String(name));
    return widget;
}

} // namespace

ReplaceDialog::ReplaceDialog(const EditorContext& context, std::vector<catalog::EpisodeId> selected,
                             std::vector<catalog::EpisodeId> shown, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_selected(std::move(selected))
    , m_shown(std::move(shown))
    , m_find(named(new QLineEdit, "replaceFindEdit"))
    , m_with(named(new QLineEdit, "replaceWithEdit"))
    , m_case(named(new QCheckBox(tr("Match &case")), "replaceCaseBox"))
    , m_whole(named(new QCheckBox(tr("&Whole words")), "replaceWholeBox"))
    , m_regex(named(new QCheckBox(tr("Regular e&xpression")), "replaceRegexBox"))
    , m_places(named(new QComboBox, "replacePlacesCombo"))
    , m_fieldsButton(named(new QToolButton, "replaceFieldsButton"))
    , m_fields(named(new QListWidget, "replaceFieldsList"))
    , m_episodes(named(new QComboBox, "replaceEpisodesCombo"))
    , m_problem(named(new QLabel, "replaceProblem"))
    , m_view(new ProposalView(context.session.catalog())) {
    setObjectName(QStringLiteral("replaceDialog"));
    setWindowTitle(tr("Find and Replace"));
    m_view->openAll();
    resize(960, 660);
    build();
    fillFields();
    fillEpisodes();
    restore();
    m_later.setSingleShot(true);
    m_later.setInterval(moment);
    connectAll();
    refreshFields();
    look();
    m_find->setFocus();
    m_find->selectAll();
}

void ReplaceDialog::addEdits(QGridLayout& form) {
    m_find->setAccessibleName(tr("Find"));
    m_find->setClearButtonEnabled(true);
    m_with->setAccessibleName(tr("Replace with"));
    m_with->setClearButtonEnabled(true);
    const auto addRow = [&form](const QString& text, QWidget* field, QWidget* buddy) {
        auto* label = new QLabel(text);
        label->setBuddy(buddy);
        const int row = form.rowCount();
        form.addWidget(label, row, 0, Qt::AlignRight);
        form.addWidget(field, row, 1);
    };
    addRow(tr("&Find:"), m_find, m_find);
    addRow(tr("Replace wit&h:"), m_with, m_with);
    form.addWidget(buildOptions(), form.rowCount(), 1);
    addRow(tr("&Look in:"), buildPlaces(), m_places);
    form.addWidget(m_problem, form.rowCount(), 1);
    form.setColumnStretch(1, 1);
}

QWidget* ReplaceDialog::buildOptions() {
    m_regex->setToolTip(
        tr("A Perl-compatible expression, line by line. In what it is replaced with, $1 or \\1 "
           "is the first group, $0 all of the match, \\n a new line."));
    auto* options = new QWidget;
    auto* row = new QHBoxLayout(options);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    for (QCheckBox* box : {m_case, m_whole, m_regex})
        row->addWidget(box);
    row->addStretch(1);
    return options;
}

QWidget* ReplaceDialog::buildPlaces() {
    m_places->setAccessibleName(tr("Look in"));
    m_places->addItems({tr("All fields and show notes"), tr("Show notes"),
                        tr("Addresses of files, pages and links"), tr("Chosen fields")});
    m_fields->setAccessibleName(tr("Fields to look in"));
    auto* menu = new QMenu(m_fieldsButton);
    auto* list = new QWidgetAction(menu);
    list->setDefaultWidget(m_fields);
    menu->addAction(list);
    m_fieldsButton->setMenu(menu);
    m_fieldsButton->setPopupMode(QToolButton::InstantPopup);
    m_fieldsButton->setAccessibleName(m_fields->accessibleName());
    m_episodes->setAccessibleName(tr("Episodes"));
    auto* label = new QLabel(tr("Episo&des:"));
    label->setBuddy(m_episodes);
    auto* places = new QWidget;
    auto* row = new QHBoxLayout(places);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_places);
    row->addWidget(m_fieldsButton);
    row->addSpacing(12);
    row->addWidget(label);
    row->addWidget(m_episodes);
    row->addStretch(1);
    return places;
}

void ReplaceDialog::build() {
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    auto* form = new QGridLayout;
    addEdits(*form);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->button(QDialogButtonBox::Close)->setObjectName(QStringLiteral("replaceCloseButton"));
    // No default button: Return in a box looks again, and replaces nothing.
    m_replace = buttons->addButton(tr("&Replace"), QDialogButtonBox::ActionRole);
    m_replace->setObjectName(QStringLiteral("replaceMatchesButton"));
    for (QAbstractButton* button : buttons->buttons())
        static_cast<QPushButton*>(button)->setAutoDefault(false);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_view, 1);
    layout->addWidget(buttons);
    connect(m_replace, &QPushButton::clicked, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void ReplaceDialog::fillFields() {
    for (const catalog::Field& field : catalog::fields()) {
        auto* item = new QListWidgetItem(catalog::labelOf(field), m_fields);
        item->setData(Qt::UserRole, keyOf(field));
        item->setCheckState(Qt::Unchecked);
    }
    m_fields->setMinimumWidth(m_fields->sizeHintForColumn(0) + 40);
    m_fields->setMinimumHeight(300);
}

void ReplaceDialog::fillEpisodes() {
    const QLocale locale;
    const auto count = [&locale](std::size_t number) {
        return locale.toString(static_cast<qulonglong>(number));
    };
    m_episodes->addItem(tr("Selected (%1)").arg(count(m_selected.size())));
    m_episodes->addItem(tr("Shown in the table (%1)").arg(count(m_shown.size())));
    m_episodes->addItem(
        tr("All (%1)").arg(count(static_cast<std::size_t>(m_context.session.catalog().count()))));
    m_episodes->setCurrentIndex(m_selected.size() > 1 ? Selected : Shown);
}

void ReplaceDialog::connectAll() {
    connect(&m_later, &QTimer::timeout, this, &ReplaceDialog::look);
    for (QLineEdit* edit : {m_find, m_with})
        connect(edit, &QLineEdit::textChanged, this, [this] {
            showProblem();
            m_later.start();
            refresh();
        });
    for (const QLineEdit* edit : {m_find, m_with})
        connect(edit, &QLineEdit::returnPressed, this, &ReplaceDialog::look);
    for (QCheckBox* box : {m_case, m_whole, m_regex})
        connect(box, &QCheckBox::toggled, this, &ReplaceDialog::look);
    for (QComboBox* combo : {m_places, m_episodes})
        connect(combo, &QComboBox::currentIndexChanged, this, &ReplaceDialog::look);
    connect(m_places, &QComboBox::currentIndexChanged, this, &ReplaceDialog::refreshFields);
    connect(m_fields, &QListWidget::itemChanged, this, [this] {
        refreshFields();
        m_later.start();
    });
    connect(m_view, &ProposalView::changed, this, &ReplaceDialog::refresh);
    connect(m_view, &ProposalView::cancelled, this, [this] { m_view->setEmptyText(tr("Cancelled.")); });
}

catalog::ReplaceQuery ReplaceDialog::query() const {
    catalog::ReplaceQuery query{m_find->text(),      m_with->text(),       m_regex->isChecked(),
                                m_case->isChecked(), m_whole->isChecked(), {}};
    const int places = m_places->currentIndex();
    query.places.isEverything = places == Everywhere;
    query.places.inNotes = places == Notes;
    query.places.inAddresses = places == Addresses;
    for (int row = 0; places == ChosenFields && row < m_fields->count(); ++row)
        if (m_fields->item(row)->checkState() == Qt::Checked)
            query.places.keys.push_back(m_fields->item(row)->data(Qt::UserRole).toString().toStdString());
    return query;
}

std::vector<catalog::EpisodeId> ReplaceDialog::episodes() const {
    if (m_episodes->currentIndex() != All)
        return m_episodes->currentIndex() == Selected ? m_selected : m_shown;
    const catalog::Catalog& catalog = m_context.session.catalog();
    std::vector<catalog::EpisodeId> all;
    for (int i = 0; i < catalog.size(); ++i)
        if (!catalog.episode({i}).isGone())
            all.push_back({i});
    return all;
}

void ReplaceDialog::look() {
    m_later.stop();
    showProblem();
    const catalog::Replacing replacing(query());
    if (replacing.error()) {
        m_view->clear();
        m_view->setEmptyText(m_find->text().isEmpty() ? tr("Type what to look for.") : QString());
        return;
    }
    const bool lacksField = m_places->currentIndex() == ChosenFields && query().places.keys.empty();
    m_view->setEmptyText(lacksField ? tr("Choose the fields to look in.") : tr("Nothing is found."));
    m_view->propose(episodes(), replacing.maker(catalog::limits::replaceMatches));
}

/// Underlines what is wrong and says why; an empty box is nothing wrong.
void ReplaceDialog::showProblem() {
    const catalog::Replacing replacing(query());
    const auto& error = replacing.error();
    const bool isWrong = error && !m_find->text().isEmpty();
    m_problem->setText(isWrong ? error->message : QString());
    m_problem->setVisible(isWrong);
    for (QLineEdit* edit : {m_find, m_with}) {
        std::vector<LineMark> marks;
        if (isWrong && (edit == m_with) == error->isInReplacement && !edit->text().isEmpty()) {
            const qsizetype at = std::min(error->position, edit->text().size() - 1);
            marks.push_back({at, edit->text().size() - at, errorFormat(*edit)});
        }
        setLineMarks(*edit, marks);
    }
}

void ReplaceDialog::refreshFields() {
    QStringList labels;
    for (int row = 0; row < m_fields->count(); ++row)
        if (m_fields->item(row)->checkState() == Qt::Checked)
            labels += m_fields->item(row)->text();
    const QString all = labels.join(QStringLiteral(", "));
    m_fieldsButton->setText(
        labels.isEmpty()
            ? tr("Choose…")
            : fontMetrics().elidedText(all, Qt::ElideRight, fontMetrics().averageCharWidth() * 40));
    m_fieldsButton->setToolTip(all);
    m_fieldsButton->setVisible(m_places->currentIndex() == ChosenFields);
}

void ReplaceDialog::refresh() {
    const int ticked = m_view->tickedChanges();
    m_replace->setText(tr("&Replace %n Match(es)", nullptr, ticked));
    m_replace->setEnabled(ticked > 0 && !m_later.isActive());
    const bool isCut =
        !m_view->isBusy() && m_view->model().proposal().changes.size() >= catalog::limits::replaceMatches;
    if (isCut && m_problem->text().isEmpty()) {
        m_problem->setText(
            tr("Only the first %1 matches are listed; the others are found when these are replaced.")
                .arg(QLocale().toString(static_cast<qulonglong>(catalog::limits::replaceMatches))));
        m_problem->show();
    }
}

void ReplaceDialog::restore() {
    const Settings& settings = m_context.settings;
    const auto text = [&settings](const char* name) { return settings.value(settingsKey(name)).toString(); };
    const auto isSet = [&settings](const char* name) { return settings.value(settingsKey(name)).toBool(); };
    m_find->setText(text("find"));
    m_with->setText(text("with"));
    m_case->setChecked(isSet("case"));
    m_whole->setChecked(isSet("whole"));
    m_regex->setChecked(isSet("regex"));
    m_places->setCurrentIndex(
        std::clamp(settings.value(settingsKey("places")).toInt(), 0, int(ChosenFields)));
    const QStringList keys = settings.value(settingsKey("fields")).toStringList();
    for (int row = 0; row < m_fields->count(); ++row)
        if (keys.contains(m_fields->item(row)->data(Qt::UserRole).toString()))
            m_fields->item(row)->setCheckState(Qt::Checked);
    restoreGeometry(settings.value(settingsKey("geometry")).toByteArray());
}

void ReplaceDialog::remember() const {
    Settings& settings = m_context.settings;
    settings.setValue(settingsKey("find"), m_find->text());
    settings.setValue(settingsKey("with"), m_with->text());
    settings.setValue(settingsKey("case"), m_case->isChecked());
    settings.setValue(settingsKey("whole"), m_whole->isChecked());
    settings.setValue(settingsKey("regex"), m_regex->isChecked());
    settings.setValue(settingsKey("places"), m_places->currentIndex());
    QStringList keys;
    for (int row = 0; row < m_fields->count(); ++row)
        if (m_fields->item(row)->checkState() == Qt::Checked)
            keys += m_fields->item(row)->data(Qt::UserRole).toString();
    settings.setValue(settingsKey("fields"), keys);
    settings.setValue(settingsKey("geometry"), saveGeometry());
}

void ReplaceDialog::done(int result) {
    remember();
    QDialog::done(result);
}

catalog::Gathered ReplaceDialog::gathered() const {
    return m_view->gathered();
}

QString ReplaceDialog::stepName(const catalog::Gathered& gathered) {
    return tr("Replace %n Match(es)", nullptr, gathered.made);
}

} // namespace app
