// SPDX-License-Identifier: MIT
#include "app/widgets/proposalview.h"

#include "app/widgets/differencedelegate.h"
#include "app/widgets/notehighlighter.h"
#include "catalog/unifieddiff.h"

#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

namespace {

constexpr int fewEpisodes = 30;            // up to here all of them are open at first
constexpr std::size_t mostBytes = 200'000; // of a difference
constexpr int moment = 150;                // ms in which further changes are waited for

} // namespace

ProposalView::ProposalView(const catalog::Catalog& catalog, QWidget* parent)
    : QWidget(parent)
    , m_catalog(catalog)
    , m_model(catalog)
    , m_task(catalog)
    , m_emptyText(tr("Nothing to change."))
    , m_count(new QLabel)
    , m_progress(new QProgressBar)
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_stack(new QStackedWidget)
    , m_splitter(new QSplitter(Qt::Vertical))
    , m_tree(new QTreeView)
    , m_diff(new QPlainTextEdit)
    , m_empty(new QLabel) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(buildHead());
    layout->addWidget(buildBody(), 1);
    m_again.setSingleShot(true);
    m_again.setInterval(moment);
    connectAll();
    refresh();
}

QPushButton* ProposalView::addTicker(const QString& text, const char* name, bool isTicked) {
    auto* button = new QPushButton(text);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, [this, isTicked] { m_model.tickAll(isTicked); });
    return button;
}

QWidget* ProposalView::buildHead() {
    m_count->setObjectName(QStringLiteral("proposalCount"));
    m_count->setTextFormat(Qt::PlainText);
    m_count->setWordWrap(true);
    m_progress->setObjectName(QStringLiteral("proposalProgress"));
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setMaximumWidth(220);
    m_cancel->setObjectName(QStringLiteral("cancelProposalButton"));
    m_cancel->setAutoDefault(false);
    m_tickAll = addTicker(tr("Tick &All"), "tickAllButton", true);
    m_tickNone = addTicker(tr("Tick &None"), "tickNoneButton", false);
    auto* head = new QWidget;
    auto* layout = new QHBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_count, 1);
    for (QWidget* part : {static_cast<QWidget*>(m_progress), static_cast<QWidget*>(m_cancel),
                          static_cast<QWidget*>(m_tickAll), static_cast<QWidget*>(m_tickNone)})
        layout->addWidget(part);
    return head;
}

QWidget* ProposalView::buildBody() {
    m_tree->setObjectName(QStringLiteral("proposalTree"));
    m_tree->setAccessibleName(tr("Proposed changes, by episode"));
    m_tree->setModel(&m_model);
    m_tree->setItemDelegate(new DifferenceDelegate(models::ProposalModel::BeforeColumn,
                                                   models::ProposalModel::AfterColumn, m_tree));
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->header()->setStretchLastSection(true);
    m_diff->setObjectName(QStringLiteral("proposalDiff"));
    m_diff->setAccessibleName(tr("What the current episode's changes do, as a difference"));
    m_diff->setReadOnly(true);
    m_diff->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_diff->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    new DiffHighlighter(*m_diff);
    m_splitter->setObjectName(QStringLiteral("proposalSplitter"));
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(m_diff);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    m_empty->setObjectName(QStringLiteral("proposalEmpty"));
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_empty);
    return m_stack;
}

void ProposalView::connectAll() {
    connect(&m_task, &catalog::ProposalTask::progressed, this, [this](int done, int total) {
        m_progress->setRange(0, std::max(total, 1));
        m_progress->setValue(done);
    });
    connect(&m_task, &catalog::ProposalTask::finished, this, &ProposalView::present);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        clear();
        emit cancelled();
    });
    connect(&m_model, &models::ProposalModel::ticksChanged, this, [this] {
        showDiff();
        refresh();
    });
    connect(&m_model, &models::ProposalModel::outdated, this, [this] {
        if (m_maker)
            m_again.start();
        else
            emit outdated();
    });
    connect(&m_again, &QTimer::timeout, this, &ProposalView::proposeAgain);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ProposalView::showDiff);
    connect(m_tree, &QWidget::customContextMenuRequested, this, &ProposalView::fillMenu);
}

void ProposalView::propose(const std::vector<catalog::EpisodeId>& episodes, catalog::ProposalMaker maker) {
    m_episodes = episodes;
    m_maker = std::move(maker);
    proposeAgain();
}

void ProposalView::proposeAgain() {
    if (!m_maker)
        return;
    m_again.stop();
    m_progress->setRange(0, 0);
    m_task.start(m_episodes, m_maker);
    refresh();
}

void ProposalView::setProposal(catalog::Proposal proposal) {
    m_task.cancel();
    m_maker = nullptr;
    present(std::move(proposal));
}

void ProposalView::clear() {
    setProposal({});
}

void ProposalView::setEmptyText(const QString& text) {
    m_emptyText = text;
    refresh();
}

void ProposalView::present(catalog::Proposal proposal) {
    m_model.setProposal(std::move(proposal));
    if (m_opensAll || m_model.rowCount() <= fewEpisodes)
        m_tree->expandAll();
    else
        m_tree->expand(m_model.index(0, 0));
    m_tree->header()->resizeSection(0, m_tree->width() / 3);
    m_tree->header()->resizeSection(1, m_tree->width() / 3);
    m_tree->setCurrentIndex(m_model.index(0, 0));
    showDiff();
}

/// What the episode's ticked changes make of it; of one that is not ticked, what it would.
void ProposalView::showDiff() {
    const QModelIndex current = m_tree->currentIndex();
    const catalog::EpisodeId id = m_model.episodeAt(current);
    if (!m_catalog.contains(id)) {
        m_diff->clear();
        return;
    }
    if (const QString reason = m_model.reasonAt(current); !reason.isEmpty()) {
        m_diff->setPlainText(reason);
        return;
    }
    std::vector<const catalog::ProposedChange*> changes = m_model.changesOf(id);
    catalog::ProposedChange alone;
    if (const catalog::ProposedChange* change = m_model.changeAt(current); change && !change->isTicked) {
        alone = *change;
        alone.isTicked = true;
        changes = {&alone};
    }
    const catalog::Gathered gathered = catalog::gathered(changes);
    const std::string& before = m_catalog.episode(id).text();
    const auto after = format::applyEdits(before, gathered.edits.empty() ? format::TextEdits{}
                                                                         : gathered.edits.front().changes);
    if (!after || *after == before) {
        m_diff->setPlainText(tr("Nothing of this episode is ticked."));
        return;
    }
    std::string diff = catalog::unifiedDiff(before, *after, m_catalog.relativePath(id).toStdString(), 1);
    if (diff.size() > mostBytes)
        diff.resize(mostBytes);
    m_diff->setPlainText(QString::fromStdString(diff));
}

void ProposalView::refresh() {
    const bool busy = isBusy();
    const bool hasChanges = !m_model.proposal().changes.empty();
    QString said;
    if (busy) {
        said = tr("Looking at the episodes…");
    } else if (hasChanges) {
        said = tr("%n change(s)", nullptr, m_model.tickedChanges()) + QLatin1Char(' ') +
               tr("in %n episode(s)", nullptr, m_model.tickedEpisodes());
        if (m_model.leftOut() > 0)
            said += QLatin1String("; ") + tr("%n file(s) left out", nullptr, m_model.leftOut());
    }
    m_count->setText(said);
    m_progress->setVisible(busy);
    m_cancel->setVisible(busy);
    m_tickAll->setEnabled(!busy && hasChanges);
    m_tickNone->setEnabled(!busy && m_model.tickedChanges() > 0);
    m_empty->setText(busy ? QString() : m_emptyText);
    m_tree->setEnabled(!busy);
    m_stack->setCurrentWidget(m_model.proposal().isEmpty() ? static_cast<QWidget*>(m_empty) : m_splitter);
    emit changed();
}

void ProposalView::tickSelected(bool isTicked) {
    for (const QModelIndex& index : m_tree->selectionModel()->selectedRows())
        m_model.setData(index, isTicked ? Qt::Checked : Qt::Unchecked, Qt::CheckStateRole);
}

void ProposalView::fillMenu(const QPoint& at) {
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("proposalMenu"));
    menu.addAction(tr("&Tick Selected"), this, [this] { tickSelected(true); });
    menu.addAction(tr("&Untick Selected"), this, [this] { tickSelected(false); });
    menu.addSeparator();
    menu.addAction(m_tickAll->text(), m_tickAll, &QPushButton::click);
    menu.addAction(m_tickNone->text(), m_tickNone, &QPushButton::click);
    menu.addSeparator();
    menu.addAction(tr("&Expand All"), m_tree, &QTreeView::expandAll);
    menu.addAction(tr("&Collapse All"), m_tree, &QTreeView::collapseAll);
    menu.exec(m_tree->viewport()->mapToGlobal(at));
}

} // namespace app
