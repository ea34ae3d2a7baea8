// SPDX-License-Identifier: MIT
#include "app/bulk/bulkdialog.h"

#include "app/bulk/bulkarguments.h"
#include "app/settings.h"
#include "app/widgets/proposalview.h"
#include "catalog/values.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

namespace {

using catalog::BulkAction;

constexpr int step = 6;
constexpr int typingPause = 200; // ms
const auto geometryKey = QStringLiteral("bulk/geometry");
const auto fieldKey = QStringLiteral("bulk/field");

} // namespace

BulkDialog::BulkDialog(const EditorContext& context, std::vector<catalog::EpisodeId> selected,
                       std::vector<catalog::EpisodeId> shown, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_selected(std::move(selected))
    , m_shown(std::move(shown))
    , m_scope(new QComboBox)
    , m_field(new QComboBox)
    , m_action(new QComboBox)
    , m_help(new QLabel)
    , m_arguments(new BulkArguments(context))
    , m_view(new ProposalView(context.session.catalog())) {
    setObjectName(QStringLiteral("bulkDialog"));
    setWindowTitle(tr("Change Several Episodes"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("bulkCancelButton"));
    // Not of the accepting role, which Return would press: that ends a member, not the dialog.
    m_apply = buttons->addButton(tr("Apply"), QDialogButtonBox::ApplyRole);
    m_apply->setObjectName(QStringLiteral("bulkApplyButton"));
    m_apply->setAutoDefault(false);
    buttons->button(QDialogButtonBox::Cancel)->setAutoDefault(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(buildChoices());
    layout->addWidget(m_view, 1);
    layout->addWidget(buttons);
    connect(m_apply, &QPushButton::clicked, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_soon.setSingleShot(true);
    m_soon.setInterval(typingPause);
    connect(&m_soon, &QTimer::timeout, this, &BulkDialog::propose);
    connect(m_view, &ProposalView::changed, this, &BulkDialog::refresh);
    connect(m_view, &ProposalView::cancelled, this,
            [this] { m_view->setEmptyText(tr("Cancelled. Change something above to look again.")); });
    resize(QSize(960, 680).boundedTo(screen()->availableSize() * 0.92));
    restoreGeometry(m_context.settings.value(geometryKey).toByteArray());
    fillFields();
    suggest();
    chooseField(m_context.settings.value(fieldKey, QStringLiteral("tags")).toString().toStdString());
}

BulkDialog::~BulkDialog() {
    m_context.settings.setValue(geometryKey, saveGeometry());
    m_context.settings.setValue(fieldKey, m_field->currentData());
}

QWidget* BulkDialog::buildChoices() {
    m_scope->setObjectName(QStringLiteral("bulkScopeChoice"));
    m_field->setObjectName(QStringLiteral("bulkFieldChoice"));
    m_action->setObjectName(QStringLiteral("bulkActionChoice"));
    m_arguments->setObjectName(QStringLiteral("bulkArguments"));
    m_action->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_help->setObjectName(QStringLiteral("bulkHelp"));
    m_help->setTextFormat(Qt::PlainText);
    m_help->setWordWrap(true);
    m_scope->addItem(tr("The %n selected episode(s)", nullptr, static_cast<int>(m_selected.size())));
    m_scope->addItem(tr("All %n episode(s) that the table shows", nullptr, static_cast<int>(m_shown.size())));
    m_scope->setCurrentIndex(m_selected.size() > 1 || m_shown.empty() ? 0 : 1);
    auto* what = new QHBoxLayout;
    what->setSpacing(step);
    what->addWidget(m_field);
    what->addWidget(m_action);
    what->addStretch(1);
    auto* choices = new QWidget;
    auto* form = new QFormLayout(choices);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Episodes:"), m_scope);
    form->addRow(tr("&Field:"), what);
    form->addRow(QString(), m_arguments);
    form->addRow(QString(), m_help);
    m_field->setAccessibleName(tr("Field"));
    m_action->setAccessibleName(tr("What to do with the field"));
    m_scope->setAccessibleName(tr("Episodes to change"));
    qobject_cast<QLabel*>(form->labelForField(what))->setBuddy(m_field);
    connect(m_scope, &QComboBox::currentIndexChanged, this, [this] {
        suggest();
        proposeSoon();
    });
    connect(m_field, &QComboBox::currentIndexChanged, this, &BulkDialog::fillActions);
    connect(m_action, &QComboBox::currentIndexChanged, this, &BulkDialog::showArguments);
    connect(m_arguments, &BulkArguments::changed, this, &BulkDialog::proposeSoon);
    return choices;
}

void BulkDialog::fillFields() {
    const QSignalBlocker blocker(m_field);
    for (const catalog::Field& field : catalog::fields())
        m_field->addItem(catalog::labelOf(field),
                         QString::fromUtf8(field.key.data(), static_cast<qsizetype>(field.key.size())));
    m_field->setMaxVisibleItems(m_field->count());
}

void BulkDialog::chooseField(const std::string& key) {
    const QSignalBlocker blocker(m_field);
    m_field->setCurrentIndex(std::max(m_field->findData(QString::fromStdString(key)), 0));
    fillActions();
}

void BulkDialog::fillActions() {
    const catalog::Field* field = catalog::fieldOf(m_field->currentData().toString().toStdString());
    const QSignalBlocker blocker(m_action);
    m_action->clear();
    for (const BulkAction action : catalog::bulkActionsFor(*field))
        m_action->addItem(catalog::labelOf(action), static_cast<int>(action));
    showArguments();
}

/// Numbers begin at the lowest that the episodes have, dates at the first one's.
void BulkDialog::suggest() {
    const catalog::Catalog& all = m_context.session.catalog();
    qint64 lowest = -1;
    QString date;
    QString show;
    for (const catalog::EpisodeId id : episodes()) {
        const catalog::Summary& summary = all.episode(id).summary();
        bool isNumber = false;
        const qint64 number = summary.number.toLongLong(&isNumber);
        if (isNumber && (lowest < 0 || number < lowest))
            lowest = number;
        if (date.isEmpty() && catalog::parseEpisodeDate(summary.date))
            date = summary.date;
        if (show.isEmpty())
            show = summary.show;
    }
    if (date.isEmpty())
        date = catalog::EpisodeDate{QDate::currentDate(), QTime(12, 0), 0, true}.toString();
    m_arguments->setShow(show);
    m_arguments->suggest(lowest < 0 ? 1 : lowest, date);
}

void BulkDialog::showArguments() {
    const catalog::Field* field = catalog::fieldOf(m_field->currentData().toString().toStdString());
    const auto action = static_cast<BulkAction>(m_action->currentData().toInt());
    m_arguments->setAction(*field, action);
    QString help = catalog::helpOf(*field);
    if (action == BulkAction::Number)
        help = tr("Padded number and slug go along; the files keep their names.");
    else if (action == BulkAction::Clear)
        help = tr("Leaves null, an empty text or an empty list, as the field's other episodes have it.");
    else if (action == BulkAction::Remove && field->isRequired)
        help = tr("Every episode is expected to have this field: the checks will say that it is missing.");
    m_help->setText(help);
    proposeSoon();
}

const std::vector<catalog::EpisodeId>& BulkDialog::episodes() const {
    return m_scope->currentIndex() == 0 ? m_selected : m_shown;
}

catalog::BulkEdit BulkDialog::edit() const {
    catalog::BulkEdit edit{static_cast<BulkAction>(m_action->currentData().toInt()),
                           m_field->currentData().toString().toStdString()};
    m_arguments->fill(edit);
    return edit;
}

/// What is shown is of older choices from now on, and cannot be applied.
void BulkDialog::proposeSoon() {
    m_soon.start();
    refresh();
}

void BulkDialog::propose() {
    m_soon.stop();
    const catalog::BulkEdit wanted = edit();
    const QString why = catalog::whyNoBulkEdit(wanted);
    m_view->setEmptyText(why.isEmpty() ? tr("Nothing to change: every episode is so already.") : why);
    if (why.isEmpty())
        m_view->propose(episodes(), catalog::bulkMaker(m_context.session.catalog(), episodes(), wanted));
    else
        m_view->clear();
}

void BulkDialog::refresh() {
    const int changes = m_view->tickedChanges();
    m_apply->setText(changes > 0 ? tr("&Apply %n Change(s)", nullptr, changes) : tr("&Apply"));
    m_apply->setEnabled(changes > 0 && !m_soon.isActive());
}

catalog::Gathered BulkDialog::gathered() const {
    return m_view->gathered();
}

std::vector<catalog::LeftOut> BulkDialog::leftOut() const {
    return m_view->model().proposal().leftOut;
}

QString BulkDialog::stepName() const {
    return catalog::stepName(edit(), m_view->model().tickedEpisodes());
}

} // namespace app
