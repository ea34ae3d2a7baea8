// SPDX-License-Identifier: MIT
#include "app/dialogs/peopledialog.h"

#include "app/actions.h"
#include "app/dialogs/peoplechangedialog.h"
#include "app/dialogs/personpagedialog.h"
#include "catalog/personpage.h"

#include <QDir>
#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScreen>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QTreeView>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace app {

namespace {

constexpr int measuredRows = 50; ///< for a column's width

} // namespace

PeopleDialog::PeopleDialog(const EditorContext& context, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_model(context.session.catalog())
    , m_usesModel(context.session.catalog(), m_model.usage())
    , m_sorted(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit)
    , m_count(new QLabel)
    , m_view(new QTableView)
    , m_words(new QLabel)
    , m_uses(new QTreeView) {
    setObjectName(QStringLiteral("peopleDialog"));
    setWindowTitle(tr("People and Sponsors"));
    setWindowIcon(themeIcon("system-users"));
    resize(QSize(1100, 680).boundedTo(screen()->availableSize() * 0.95));
    m_sorted->setSourceModel(&m_model);
    m_sorted->setFilterRole(models::PeopleModel::SearchRole);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_sorted->setSortRole(models::PeopleModel::SortRole);
    build();
    connect(&m_model, &models::PeopleModel::refreshed, this, &PeopleDialog::refresh);
    m_view->selectRow(0);
    refresh();
    m_filter->setFocus();
}

void PeopleDialog::build() {
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(buildList());
    splitter->addWidget(buildUses());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(splitter, 1);
    layout->addWidget(buildButtons());
}

QWidget* PeopleDialog::buildList() {
    m_filter->setObjectName(QStringLiteral("peopleFilter"));
    m_filter->setAccessibleName(tr("Filter people and sponsors"));
    m_filter->setPlaceholderText(tr("Filter by id, name, kind or state, such as: no page"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(themeIcon("edit-find"), QLineEdit::LeadingPosition);
    m_count->setObjectName(QStringLiteral("peopleCount"));
    m_view->setObjectName(QStringLiteral("peopleView"));
    m_view->setAccessibleName(tr("People and sponsors"));
    m_view->setModel(m_sorted);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(models::PeopleModel::StateColumn, Qt::AscendingOrder);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::SingleSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTabKeyNavigation(false);
    m_view->setShowGrid(false);
    m_view->setAlternatingRowColors(true);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->resizeColumnsToContents();
    const int widestName =
        30 * fontMetrics().averageCharWidth(); // the state tells more than the end of a name
    if (m_view->columnWidth(models::PeopleModel::NameColumn) > widestName)
        m_view->setColumnWidth(models::PeopleModel::NameColumn, widestName);
    auto* line = new QHBoxLayout;
    line->addWidget(m_filter, 1);
    line->addWidget(m_count);
    auto* list = new QWidget;
    auto* layout = new QVBoxLayout(list);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_view, 1);
    connect(m_filter, &QLineEdit::textChanged, this, &PeopleDialog::applyFilter);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PeopleDialog::refresh);
    return list;
}

QWidget* PeopleDialog::buildUses() {
    m_words->setObjectName(QStringLiteral("peopleWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_uses->setObjectName(QStringLiteral("peopleUses"));
    m_uses->setAccessibleName(tr("Episodes that name the selected id"));
    m_uses->setModel(&m_usesModel);
    m_uses->setRootIsDecorated(false);
    m_uses->setUniformRowHeights(true);
    m_uses->header()->setStretchLastSection(false);
    m_uses->header()->setResizeContentsPrecision(measuredRows);
    m_uses->header()->setSectionResizeMode(models::PersonUsesModel::EpisodeColumn,
                                           QHeaderView::ResizeToContents);
    m_uses->header()->setSectionResizeMode(models::PersonUsesModel::TitleColumn, QHeaderView::Stretch);
    auto* uses = new QWidget;
    auto* layout = new QVBoxLayout(uses);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_words);
    layout->addWidget(m_uses, 1);
    connect(m_uses, &QTreeView::activated, this, [this](const QModelIndex& index) {
        emit goToRequested(index.data(models::PersonUsesModel::EpisodeRole).value<catalog::EpisodeId>(),
                           index.data(models::PersonUsesModel::FieldRole).toString());
    });
    return uses;
}

QWidget* PeopleDialog::buildButtons() {
    auto* line = new QWidget;
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [layout](const char* name, const QString& text, const char* icon, const QString& tip) {
        auto* button = new QPushButton(themeIcon(icon), text);
        button->setObjectName(QLatin1String(name));
        button->setToolTip(tip);
        button->setAutoDefault(false); // Enter in the filter must not change episodes
        layout->addWidget(button);
        return button;
    };
    m_rename = add("renamePersonButton", tr("&Rename or Merge…"), "edit-rename",
                   tr("Write another id in every episode that names this one"));
    m_remove = add("removePersonButton", tr("Re&move…"), "list-remove",
                   tr("Take this id out of every episode that names it"));
    m_create = add("createPageButton", tr("Create &Page…"), "document-new",
                   tr("Make the missing page in the style of the site's others"));
    layout->addStretch(1);
    auto* close = add("closePeopleButton", tr("&Close"), "window-close", tr("Close this window"));
    connect(m_rename, &QPushButton::clicked, this, [this] { changeId(false); });
    connect(m_remove, &QPushButton::clicked, this, [this] { changeId(true); });
    connect(m_create, &QPushButton::clicked, this, &PeopleDialog::createPage);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    return line;
}

const catalog::PersonEntry* PeopleDialog::current() const {
    const QModelIndex index = m_sorted->mapToSource(m_view->currentIndex());
    return index.isValid() && index.row() < m_model.rowCount() ? &m_model.entryAt(index.row()) : nullptr;
}

void PeopleDialog::select(const catalog::PersonKey& key) {
    const int row = m_model.rowOf(key);
    if (row < 0)
        return;
    const QModelIndex index = m_sorted->mapFromSource(m_model.index(row, 0));
    if (!index.isValid()) // hidden by the filter
        return;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

void PeopleDialog::applyFilter() {
    m_sorted->setFilterFixedString(m_filter->text().trimmed());
    if (!m_view->currentIndex().isValid())
        m_view->selectRow(0);
    refresh();
}

void PeopleDialog::refresh() {
    if (m_wanted && m_model.rowOf(*m_wanted) >= 0)
        select(*std::exchange(m_wanted, std::nullopt));
    const QLocale locale;
    const int shown = m_sorted->rowCount();
    m_count->setText(shown == m_model.rowCount()
                         ? locale.toString(shown)
                         : tr("%1 of %2").arg(locale.toString(shown), locale.toString(m_model.rowCount())));
    const catalog::PersonEntry* entry = current();
    m_rename->setEnabled(entry && entry->allUses() > 0);
    m_remove->setEnabled(entry && entry->allUses() > 0);
    m_create->setEnabled(entry && entry->lacksPage);
    showUses(entry);
}

void PeopleDialog::showUses(const catalog::PersonEntry* entry) {
    if (!entry) {
        m_usesModel.clear();
        m_words->setText(m_model.rowCount() == 0 ? tr("Nobody is known here: no episode names anybody.")
                                                 : tr("Select an id to see where it is used."));
        return;
    }
    m_usesModel.setPerson(entry->key);
    const QString state = models::stateWords(*entry);
    const QString name = entry->name.isEmpty() ? entry->key.id : entry->name;
    const QString used = m_usesModel.rowCount() == 0
                             ? tr("%1 is in no episode").arg(name)
                             : tr("%1 is in %n episode(s)", nullptr, m_usesModel.rowCount()).arg(name);
    m_words->setText(state.isEmpty() ? used : QStringLiteral("%1 (%2)").arg(used, state));
}

void PeopleDialog::changeId(bool isRemoval) {
    emit changing();
    m_model.settle();
    const catalog::PersonEntry* entry = current();
    if (!entry)
        return;
    PeopleChangeDialog dialog(m_context, m_model, *entry, isRemoval, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const catalog::IdChange change = dialog.change();
    const auto chosen = dialog.chosen();
    if (chosen.empty())
        return;
    m_wanted = catalog::PersonKey{change.to, change.from.isSponsor};
    emit changeRequested(chosen, catalog::peopleMaker(change), dialog.stepName());
}

void PeopleDialog::createPage() {
    const catalog::PersonEntry* entry = current();
    if (!entry)
        return;
    const catalog::PersonKey key = entry->key;
    PersonPageDialog dialog(m_context.session.catalog(), *entry, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    m_wanted = key;
    emit message(tr("%1 was created.").arg(QDir::toNativeSeparators(dialog.path())));
    readRegistry();
}

/// Off this thread, because the site's pictures are listed too.
void PeopleDialog::readRegistry() {
    catalog::Catalog& catalog = m_context.session.catalog();
    const QString root = catalog.root();
    auto* watcher = new QFutureWatcher<catalog::Registry>(&catalog); // this window may be closed meanwhile
    connect(watcher, &QFutureWatcherBase::finished, watcher, [watcher, root, &catalog] {
        if (catalog.root() == root)
            catalog.setRegistry(watcher->result());
        watcher->deleteLater();
    });
    watcher->setFuture(
        QtConcurrent::run([root] { return catalog::Registry::read(catalog::contentFolderOf(root)); }));
}

} // namespace app
