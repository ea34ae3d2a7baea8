// SPDX-License-Identifier: MIT
#include "app/issues/issuespanel.h"

#include "app/settings.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace app {

using models::IssueModel;

IssuesPanel::IssuesPanel(const EditorContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(context.session.catalog(), context.validator)
    , m_scope(new QComboBox)
    , m_fix(new QPushButton(tr("Fi&x")))
    , m_empty(new QLabel)
    , m_view(new QTableView) {
    setObjectName(QStringLiteral("issuesPanel"));
    m_scope->setObjectName(QStringLiteral("issuesScope"));
    m_scope->setAccessibleName(tr("Whose problems"));
    m_scope->addItems({tr("Whole catalogue"), tr("This episode")});
    m_fix->setObjectName(QStringLiteral("fixButton"));
    m_empty->setObjectName(QStringLiteral("issuesEmpty"));
    m_view->setObjectName(QStringLiteral("issuesView"));
    m_view->setAccessibleName(tr("Problems"));
    m_view->setModel(&m_model);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setShowGrid(false);
    m_view->setAlternatingRowColors(true);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    const int character = fontMetrics().averageCharWidth();
    m_view->setColumnWidth(IssueModel::SeverityColumn, 12 * character);
    m_view->setColumnWidth(IssueModel::EpisodeColumn, 24 * character);
    m_view->setColumnWidth(IssueModel::FieldColumn, 16 * character);
    m_view->setColumnWidth(IssueModel::RuleColumn, 32 * character);
    m_view->horizontalHeader()->setSectionResizeMode(IssueModel::MessageColumn, QHeaderView::Stretch);

    auto* tools = new QHBoxLayout;
    tools->addWidget(m_scope);
    tools->addWidget(m_fix);
    tools->addWidget(m_empty, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 3, 6, 6);
    layout->addLayout(tools);
    layout->addWidget(m_view, 1);

    connect(m_scope, &QComboBox::currentIndexChanged, this, &IssuesPanel::chooseScope);
    connect(m_fix, &QPushButton::clicked, this, &IssuesPanel::fixCurrent);
    connect(m_view, &QTableView::activated, this,
            [this](const QModelIndex& index) { activate(index.row()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &IssuesPanel::refreshState);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &IssuesPanel::refreshState);
    showInformation(context.settings.value(QStringLiteral("showInformation"), false).toBool());
    refreshState();
}

void IssuesPanel::setEpisode(catalog::EpisodeId id) {
    m_episode = id;
    if (m_scope->currentIndex() == 1)
        chooseScope();
}

void IssuesPanel::chooseScope() {
    m_model.setEpisode(m_scope->currentIndex() == 1 ? m_episode : catalog::EpisodeId{});
}

void IssuesPanel::showInformation(bool shown) {
    m_model.setLeastSeverity(shown ? catalog::Severity::Information : catalog::Severity::Warning);
}

void IssuesPanel::refreshState() {
    const int row = m_view->currentIndex().row();
    const bool hasFix = row >= 0 && row < m_model.rowCount() && m_model.issueAt(row).fix.has_value();
    const bool canFix =
        hasFix && !m_context.session.catalog().episode(m_model.issueAt(row).episode).isReadOnly();
    m_fix->setEnabled(canFix);
    m_fix->setToolTip(canFix   ? m_model.issueAt(row).fix->label
                      : hasFix ? tr("This episode cannot be changed")
                               : tr("This problem has no safe fix"));
    m_empty->setText(m_model.rowCount() == 0 ? tr("No problems.")
                                             : tr("%n problem(s)", nullptr, m_model.rowCount()));
}

void IssuesPanel::activate(int row) {
    if (row < 0 || row >= m_model.rowCount())
        return;
    const catalog::Issue issue = m_model.issueAt(row);
    emit issueActivated(issue.episode, issue.field, issue.span);
}

void IssuesPanel::walk(int step) {
    if (m_model.rowCount() == 0)
        return;
    const int rows = m_model.rowCount();
    const int current = m_view->currentIndex().isValid() ? m_view->currentIndex().row()
                        : step > 0                       ? -1
                                                         : rows;
    const int row = (current + step + rows) % rows;
    m_view->selectRow(row);
    activate(row);
}

void IssuesPanel::fixCurrent() {
    const int row = m_view->currentIndex().row();
    if (row < 0 || !m_model.issueAt(row).fix)
        return;
    const catalog::Fix fix = *m_model.issueAt(row).fix;
    m_context.session.apply({fix.edit}, fix.label);
}

} // namespace app
