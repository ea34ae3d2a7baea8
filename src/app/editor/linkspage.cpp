// SPDX-License-Identifier: MIT
#include "app/editor/linkspage.h"

#include "app/editor/linkdelegate.h"
#include "app/editor/linkscommands.h"
#include "app/preview/notespreview.h"
#include "app/settings.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace app {

using models::LinkTableModel;

LinksPage::LinksPage(const EditorContext& context, QWidget* parent)
    : EditorPage(context, parent)
    , m_model(context.session)
    , m_notice(new QLabel)
    , m_splitter(new QSplitter(Qt::Horizontal))
    , m_view(new QTableView)
    , m_preview(new NotesPreview) {
    m_notice->setObjectName(QStringLiteral("linksNotice"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    m_preview->setObjectName(QStringLiteral("previewView"));
    m_preview->setAccessibleName(tr("Preview of the show notes"));
    m_model.setLinkResults(context.links);
    buildView();
    m_splitter->setObjectName(QStringLiteral("linksSplitter"));
    m_splitter->addWidget(m_view);
    m_splitter->addWidget(m_preview);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->restoreState(context.settings.value(QStringLiteral("links/splitter")).toByteArray());
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] {
        m_context.settings.setValue(QStringLiteral("links/splitter"), m_splitter->saveState());
    });
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(buildButtons());
    layout->addWidget(m_notice);
    layout->addWidget(m_splitter, 1);
    setFocusProxy(m_view);
    connect(&context.session.catalog(), &catalog::Catalog::episodeChanged, this,
            [this](catalog::EpisodeId id) {
                if (id == m_model.episode())
                    follow();
            });
    connect(&context.links, &catalog::LinkResults::changed, this, &LinksPage::showChecks);
    follow();
}

void LinksPage::buildView() {
    m_view->setObjectName(QStringLiteral("linksView"));
    m_view->setAccessibleName(tr("Show notes"));
    m_view->setModel(&m_model);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_view->setDragDropMode(QAbstractItemView::DragDrop);
    m_view->setDefaultDropAction(Qt::MoveAction);
    m_view->setDragDropOverwriteMode(false);
    m_view->setDropIndicatorShown(true);
    m_view->setWordWrap(false);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    m_view->horizontalHeader()->setSectionResizeMode(LinkTableModel::DescriptionColumn, QHeaderView::Stretch);
    m_view->setColumnWidth(LinkTableModel::TextColumn, 240);
    m_view->setColumnWidth(LinkTableModel::UrlColumn, 260);
    m_view->setColumnWidth(LinkTableModel::TitleColumn, 160);
    m_view->setColumnWidth(LinkTableModel::CheckColumn, 90);
    m_view->horizontalHeader()->moveSection(LinkTableModel::CheckColumn, LinkTableModel::UrlColumn);
    m_view->installEventFilter(this);
    m_commands = new LinksCommands(m_context, m_model, *m_view, this);
    connect(&m_model, &LinkTableModel::dropped, m_commands, &LinksCommands::selectRows, Qt::QueuedConnection);
    m_delegate = new LinkDelegate(*m_commands, m_view);
    m_view->setItemDelegate(m_delegate);
    connect(&m_context.validator, &catalog::Validator::issuesChanged, this, [this](catalog::EpisodeId id) {
        if (id != m_model.episode())
            return;
        m_commands->refresh();
        m_view->viewport()->update();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, m_commands,
            &LinksCommands::refresh);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, m_commands,
            &LinksCommands::refresh);
    connect(m_commands, &LinksCommands::message, this, &LinksPage::message);
    connect(m_commands, &LinksCommands::checkRequested, this,
            [this](const QList<int>& rows) { emit checkRequested(urlsOf(rows, false)); });
    connect(m_commands, &LinksCommands::titlesRequested, this, [this](const QList<int>& rows) {
        const QStringList urls = urlsOf(rows, true);
        if (urls.isEmpty())
            emit message(
                tr("The selected rows have words of their own; titles are fetched for rows that show their "
                   "address."));
        else
            emit titlesRequested(m_model.episode(), urls);
    });
    connect(m_commands, &LinksCommands::repairRequested, this,
            [this] { emit repairRequested(m_model.episode()); });
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint& where) {
        QMenu menu;
        m_commands->fill(&menu);
        menu.exec(m_view->viewport()->mapToGlobal(where));
    });
}

QStringList LinksPage::urlsOf(const QList<int>& rows, bool onlyUnnamed) const {
    QStringList urls;
    for (const format::LinkParts& link : m_model.linksAt(rows))
        if (!onlyUnnamed || link.text.empty() || link.text == link.url)
            urls += QString::fromStdString(link.url);
    return urls;
}

QWidget* LinksPage::buildButtons() {
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    const auto addButton = [&](const char* name, const char* actionName, const char* icon, bool isIconOnly) {
        QAction* action = m_commands->action(actionName);
        auto* button =
            new QPushButton(QIcon::fromTheme(QLatin1String(icon)), isIconOnly ? QString() : action->text());
        if (isIconOnly && button->icon().isNull())
            button->setText(action->text());
        button->setObjectName(QLatin1String(name));
        button->setAccessibleName(action->text().remove(u'&'));
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::enabledChanged, button, &QWidget::setEnabled);
        row->addWidget(button);
    };
    addButton("addLinkButton", "addLinkAction", "list-add", false);
    addButton("removeLinkButton", "removeLinksAction", "list-remove", false);
    addButton("moveUpButton", "moveUpAction", "go-up", true);
    addButton("moveDownButton", "moveDownAction", "go-down", true);
    addButton("openLinkButton", "openLinkAction", "internet-web-browser", false);
    addButton("mendRowsButton", "mendRowsAction", "tools-wizard", false);
    row->addWidget(makeMoreButton("moreLinksButton", tr("More to do with links"),
                                  [this](QMenu* menu) { m_commands->fill(menu); }));
    row->addStretch();
    row->addWidget(makePreviewButton());
    return bar;
}

QPushButton* LinksPage::makePreviewButton() {
    auto* preview = new QPushButton(tr("Pre&view"));
    preview->setObjectName(QStringLiteral("previewButton"));
    preview->setAccessibleName(tr("Show the preview"));
    preview->setCheckable(true);
    preview->setChecked(m_context.settings.value(QStringLiteral("links/preview"), true).toBool());
    m_preview->setVisible(preview->isChecked());
    connect(preview, &QPushButton::toggled, this, [this](bool isShown) {
        m_preview->setVisible(isShown);
        m_context.settings.setValue(QStringLiteral("links/preview"), isShown);
    });
    return preview;
}

void LinksPage::setEpisode(catalog::EpisodeId id) {
    if (id != m_model.episode())
        m_model.setEpisode(id);
    follow();
}

QString LinksPage::notice() const {
    const catalog::Catalog& all = m_context.session.catalog();
    if (!all.contains(m_model.episode()))
        return {};
    const catalog::Episode& episode = all.episode(m_model.episode());
    if (episode.isRefused())
        return episode.reason();
    const auto document = episode.document();
    if (document->isBodyLocked())
        return tr("The show notes are not valid UTF-8 and are kept as they are; they cannot be edited here.");
    if (episode.isReadOnly())
        return episode.readOnlyReason();
    return m_model.linkCount() == 0
               ? tr("No links yet. Add one, paste what the clipboard holds, or drop addresses here.")
               : QString();
}

void LinksPage::follow() {
    const catalog::Catalog& all = m_context.session.catalog();
    const auto document =
        all.contains(m_model.episode()) ? all.episode(m_model.episode()).document() : nullptr;
    const QString words = notice();
    m_notice->setText(words);
    m_notice->setVisible(!words.isEmpty());
    m_view->clearSpans();
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (!m_model.isLink(row))
            m_view->setSpan(row, 0, 1, LinkTableModel::ColumnCount);
    m_preview->showNotes(
        document ? QString::fromUtf8(document->body().data(), static_cast<qsizetype>(document->body().size()))
                 : QString());
    showChecks();
    m_commands->refresh();
}

/// The column of checks takes room only where something was checked.
void LinksPage::showChecks() {
    bool isChecked = false;
    for (int row = 0; row < m_model.rowCount() && !isChecked; ++row)
        isChecked = m_model.index(row, 0).data(LinkTableModel::OutcomeRole).toInt() >= 0;
    m_view->setColumnHidden(LinkTableModel::CheckColumn, !isChecked);
}

bool LinksPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_view || event->type() != QEvent::KeyPress)
        return EditorPage::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool isPlain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    // A cell's editor lets the key through that ends it.
    const bool isEditing = m_view->isPersistentEditorOpen(m_view->currentIndex());
    if (!isReturn || !isPlain || isEditing || !m_view->currentIndex().flags().testFlag(Qt::ItemIsEditable))
        return EditorPage::eventFilter(watched, event);
    m_view->edit(m_view->currentIndex());
    return true;
}

bool LinksPage::sendTo(catalog::EpisodeId target, const QMimeData& links, Qt::DropAction action) {
    commit();
    return m_model.sendTo(target, links, action);
}

bool LinksPage::goTo(const QString& field, format::Span span) {
    if (field != QLatin1String("body"))
        return false;
    m_commands->selectRows(m_model.rowAtOffset(span.begin), 1);
    m_view->setFocus();
    return true;
}

void LinksPage::setSearch(const catalog::SearchMarks& marks) {
    m_delegate->setSearch(marks);
    m_view->viewport()->update();
}

void LinksPage::commit() {
    // An open cell editor commits when it loses the focus.
    if (m_view->indexWidget(m_view->currentIndex()) || m_view->isAncestorOf(QApplication::focusWidget()))
        m_view->setFocus();
}

} // namespace app
