// SPDX-License-Identifier: MIT
#include "app/review/reviewdialog.h"

#include "app/actions.h"
#include "app/review/diffview.h"
#include "app/settings.h"
#include "catalog/episodestore.h"

#include <QAction>
#include <QDir>
#include <QFutureWatcher>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>
#include <QtConcurrent>

namespace app {

namespace {

const auto geometryKey = QStringLiteral("review/geometry");
const auto splitterKey = QStringLiteral("review/splitter");
const auto unifiedKey = QStringLiteral("review/unified");

} // namespace

ReviewDialog::ReviewDialog(const EditorContext& context, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_model(context.session)
    , m_tree(new QTreeView)
    , m_diff(new DiffView)
    , m_file(new QLabel)
    , m_notice(new QLabel)
    , m_empty(new QLabel(tr("No unsaved changes.")))
    , m_splitter(new QSplitter(Qt::Horizontal)) {
    setObjectName(QStringLiteral("reviewDialog"));
    setWindowTitle(tr("Review Changes"));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    build();
    connectKeys();
    connectModel();
    resize(QSize(1180, 760).boundedTo(screen()->availableSize() * 0.92));
    m_splitter->setSizes({width() * 2 / 5, width() * 3 / 5}); // until they are remembered
    const Settings& settings = m_context.settings;
    restoreGeometry(settings.value(geometryKey).toByteArray());
    m_splitter->restoreState(settings.value(splitterKey).toByteArray());
    m_diff->setUnified(settings.value(unifiedKey, false).toBool());
    refresh();
}

ReviewDialog::~ReviewDialog() {
    m_context.settings.setValue(geometryKey, saveGeometry());
    m_context.settings.setValue(splitterKey, m_splitter->saveState());
    m_context.settings.setValue(unifiedKey, m_diff->isUnified());
}

void ReviewDialog::build() {
    m_tree->setObjectName(QStringLiteral("changesTree"));
    m_tree->setAccessibleName(tr("Changed episodes and their changes"));
    m_tree->setModel(&m_model);
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setIndentation(14);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->header()->setStretchLastSection(true);
    m_tree->header()->resizeSection(0, 250);
    m_file->setObjectName(QStringLiteral("reviewFileLabel"));
    m_file->setTextFormat(Qt::PlainText);
    m_file->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notice->setObjectName(QStringLiteral("reviewNotice"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_empty->setObjectName(QStringLiteral("noChangesLabel"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_diff->setObjectName(QStringLiteral("diffView"));
    auto* right = new QWidget;
    auto* rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    rightLayout->addWidget(m_file);
    rightLayout->addWidget(m_notice);
    rightLayout->addWidget(m_diff, 1);
    m_splitter->setObjectName(QStringLiteral("reviewSplitter"));
    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(buildButtons());
}

QPushButton* ReviewDialog::addButton(const QString& text, const char* name) {
    auto* button = new QPushButton(text);
    button->setObjectName(QLatin1String(name));
    button->setAutoDefault(false); // Enter goes to the field
    return button;
}

QWidget* ReviewDialog::buildButtons() {
    m_revertChange = addButton(tr("&Revert Change"), "revertChangeButton");
    m_revertChange->setToolTip(tr("Put the saved bytes of this change back (Delete)"));
    m_revertFile = addButton(tr("Revert &File"), "revertFileButton");
    m_revertFile->setToolTip(tr("Put the saved text of this episode back; can be undone"));
    m_undo = addButton(tr("U&ndo"), "reviewUndoButton");
    m_redo = addButton(tr("Re&do"), "reviewRedoButton");
    m_saveTicked = addButton(tr("Save &Ticked"), "saveTickedButton");
    m_saveAll = addButton(tr("Save &All"), "reviewSaveAllButton");
    QPushButton* close = addButton(tr("&Close"), "reviewCloseButton");
    auto* bar = new QWidget;
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    for (QPushButton* button : {m_revertChange, m_revertFile, m_undo, m_redo})
        layout->addWidget(button);
    layout->addStretch(1);
    for (QPushButton* button : {m_saveTicked, m_saveAll, close})
        layout->addWidget(button);
    connect(m_revertChange, &QPushButton::clicked, this, [this] { revert(current()); });
    connect(m_revertFile, &QPushButton::clicked, this,
            [this] { revert(m_model.indexOf(m_model.episodeAt(current()))); });
    connect(m_saveTicked, &QPushButton::clicked, this, [this] { emit saveRequested(m_model.ticked()); });
    connect(m_saveAll, &QPushButton::clicked, this, [this] { emit saveRequested(m_model.episodes()); });
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    return bar;
}

QAction* ReviewDialog::addKey(const char* name, const QString& text, const QList<QKeySequence>& keys) {
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcuts(keys);
    addAction(action);
    return action;
}

void ReviewDialog::connectKeys() {
    QUndoStack& stack = m_context.session.undoStack();
    const auto undo = [this] { m_context.session.undo(); };
    const auto redo = [this] { m_context.session.redo(); };
    connect(addKey("reviewUndoAction", tr("Undo"), {QKeySequence(Qt::CTRL | Qt::Key_Z)}), &QAction::triggered,
            this, undo);
    connect(addKey("reviewRedoAction", tr("Redo"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z)}),
            &QAction::triggered, this, redo);
    connect(m_undo, &QPushButton::clicked, this, undo);
    connect(m_redo, &QPushButton::clicked, this, redo);
    const auto refreshUndo = [this, &stack] {
        m_undo->setEnabled(stack.canUndo());
        m_redo->setEnabled(stack.canRedo());
        m_undo->setToolTip(tr("Undo %1 (Ctrl+Z)").arg(stack.undoText()));
        m_redo->setToolTip(tr("Redo %1 (Ctrl+Shift+Z)").arg(stack.redoText()));
    };
    connect(&stack, &QUndoStack::indexChanged, this, refreshUndo);
    refreshUndo();
    connect(addKey("nextChangeAction", tr("Next change"),
                   {QKeySequence(Qt::Key_F7), QKeySequence(Qt::ALT | Qt::Key_Down)}),
            &QAction::triggered, this, [this] { walk(1); });
    connect(addKey("previousChangeAction", tr("Previous change"),
                   {QKeySequence(Qt::SHIFT | Qt::Key_F7), QKeySequence(Qt::ALT | Qt::Key_Up)}),
            &QAction::triggered, this, [this] { walk(-1); });
    auto* remove = new QAction(tr("Revert Change"), m_tree);
    remove->setShortcut(Qt::Key_Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_tree->addAction(remove);
    connect(remove, &QAction::triggered, m_revertChange, &QPushButton::click);
    connect(m_tree, &QTreeView::activated, this, &ReviewDialog::goToCurrent);
}

void ReviewDialog::connectModel() {
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReviewDialog::showCurrent);
    connect(&m_model, &models::ChangesModel::refreshed, this, &ReviewDialog::refresh);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this] {
        m_saveTicked->setEnabled(!m_model.ticked().empty());
        showNotice();
    });
}

void ReviewDialog::showEpisode(catalog::EpisodeId id) {
    m_model.refresh();
    const QModelIndex episode = m_model.indexOf(id);
    const QModelIndex first = m_model.neighbour(episode, 1);
    m_tree->expand(episode.isValid() ? episode : first.parent());
    m_tree->setCurrentIndex(first);
    m_tree->setFocus();
}

QModelIndex ReviewDialog::current() const {
    return m_tree->currentIndex();
}

void ReviewDialog::refresh() {
    const bool hasChanges = m_model.rowCount() > 0;
    m_splitter->setVisible(hasChanges);
    m_empty->setVisible(!hasChanges);
    if (hasChanges && !current().isValid())
        m_tree->setCurrentIndex(m_model.index(0, 0));
    m_saveAll->setEnabled(hasChanges);
    m_saveTicked->setEnabled(!m_model.ticked().empty());
    showCurrent();
}

void ReviewDialog::showCurrent() {
    const QModelIndex index = current();
    const catalog::EpisodeId id = m_model.episodeAt(index);
    const bool isShown = id.isValid();
    const bool mayChange = isShown && !m_context.session.catalog().episode(id).isReadOnly();
    const catalog::Change* change = m_model.changeAt(index);
    m_revertChange->setEnabled(mayChange && change);
    m_revertFile->setEnabled(mayChange);
    if (!isShown) {
        m_file->clear();
        m_diff->clear();
        m_notice->hide();
        return;
    }
    const catalog::Episode& episode = m_context.session.catalog().episode(id);
    m_file->setText(QDir::toNativeSeparators(m_context.session.catalog().relativePath(id)));
    m_diff->setTexts(episode.savedText(), episode.text(), m_context.session.catalog().relativePath(id));
    if (change)
        m_diff->showPlace(change->saved, change->now);
    showNotice();
    lookAtDisk(id);
}

void ReviewDialog::showNotice() {
    const QModelIndex index = current();
    const catalog::EpisodeId id = m_model.episodeAt(index);
    const catalog::Change* change = m_model.changeAt(index);
    QStringList said;
    if (id.isValid()) {
        const catalog::Episode& episode = m_context.session.catalog().episode(id);
        if (episode.isReadOnly())
            said += tr("Read-only: %1").arg(episode.readOnlyReason());
        if (m_model.isChangedOnDisk(id))
            said += tr("Another program changed this file since it was opened. Saving asks what to do.");
    }
    if (change && change->parts > 1)
        said += tr("This change goes back as a whole: %n values or rows.", nullptr, change->parts);
    m_notice->setText(said.join(QLatin1Char('\n')));
    m_notice->setVisible(!said.isEmpty());
}

/// Whether another program changed the file: read on another thread, for the episode that is looked at.
void ReviewDialog::lookAtDisk(catalog::EpisodeId id) {
    const catalog::Episode& episode = m_context.session.catalog().episode(id);
    auto* watcher = new QFutureWatcher<bool>(this);
    connect(watcher, &QFutureWatcher<bool>::finished, this, [this, watcher, id] {
        m_model.setChangedOnDisk(id, watcher->result());
        watcher->deleteLater();
    });
    watcher->setFuture(QtConcurrent::run([path = episode.path(), saved = episode.savedText()] {
        const auto read = catalog::readFile(path, format::Document::maximumSize);
        return !read.error.isEmpty() || read.bytes != saved;
    }));
}

void ReviewDialog::walk(int direction) {
    const QModelIndex next = m_model.neighbour(current(), direction);
    if (!next.isValid())
        return;
    m_tree->expand(next.parent());
    m_tree->setCurrentIndex(next);
}

void ReviewDialog::goToCurrent() {
    if (const catalog::Change* change = m_model.changeAt(current()))
        emit goToRequested(m_model.episodeAt(current()), QString::fromStdString(change->field), change->now);
    else
        m_tree->setExpanded(current(), !m_tree->isExpanded(current()));
}

void ReviewDialog::revert(const QModelIndex& index) {
    if (!index.isValid())
        return;
    m_model.takeBack(index);
    m_model.refresh();
}

} // namespace app
