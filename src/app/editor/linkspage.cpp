// SPDX-License-Identifier: MIT
#include "app/editor/linkspage.h"

#include "app/preview/notespreview.h"
#include "app/settings.h"
#include "app/widgets/openlink.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>

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
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->setColumnWidth(LinkTableModel::TextColumn, 240);
    m_view->setColumnWidth(LinkTableModel::UrlColumn, 260);
    m_view->setColumnWidth(LinkTableModel::TitleColumn, 160);
    m_view->installEventFilter(this);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &LinksPage::updateButtons);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &LinksPage::updateButtons);
}

QPushButton* LinksPage::addButton(const char* name, const QString& text, const QString& icon,
                                  const QString& toolTip, void (LinksPage::*act)()) {
    auto* button = new QPushButton(QIcon::fromTheme(icon), text);
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(QString(text).remove(u'&'));
    button->setToolTip(toolTip);
    connect(button, &QPushButton::clicked, this, act);
    return button;
}

QWidget* LinksPage::buildButtons() {
    m_add = addButton("addLinkButton", tr("&Add Link"), QStringLiteral("list-add"),
                      tr("Adds a link below the current row (Insert)"), &LinksPage::addLink);
    m_remove = addButton("removeLinkButton", tr("&Remove"), QStringLiteral("list-remove"),
                         tr("Removes the selected rows (Delete)"), &LinksPage::removeLinks);
    m_up =
        addButton("moveUpButton", tr("Move &Up"), QStringLiteral("go-up"), tr("Alt+Up"), &LinksPage::moveUp);
    m_down = addButton("moveDownButton", tr("Move Do&wn"), QStringLiteral("go-down"), tr("Alt+Down"),
                       &LinksPage::moveDown);
    m_open = addButton("openLinkButton", tr("Open in &Browser"), QStringLiteral("internet-web-browser"),
                       tr("Ctrl+Return"), &LinksPage::openCurrent);
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
    auto* bar = new QWidget;
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    for (QPushButton* button : {m_add, m_remove, m_up, m_down, m_open})
        row->addWidget(button);
    row->addStretch();
    row->addWidget(preview);
    return bar;
}

void LinksPage::setEpisode(catalog::EpisodeId id) {
    if (id != m_model.episode())
        m_model.setEpisode(id);
    follow();
}

void LinksPage::follow() {
    const catalog::Catalog& all = m_context.session.catalog();
    const auto document =
        all.contains(m_model.episode()) ? all.episode(m_model.episode()).document() : nullptr;
    QString notice;
    if (all.contains(m_model.episode()) && all.episode(m_model.episode()).isRefused())
        notice = all.episode(m_model.episode()).reason();
    else if (document && document->isBodyLocked())
        notice =
            tr("The show notes are not valid UTF-8 and are kept as they are; they cannot be edited here.");
    else if (document && all.episode(m_model.episode()).isReadOnly())
        notice = all.episode(m_model.episode()).readOnlyReason();
    else if (document && m_model.linkCount() == 0)
        notice = tr("No links yet. Add one, or drop an address from the browser here.");
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
    m_view->clearSpans();
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (!m_model.isLink(row))
            m_view->setSpan(row, 0, 1, LinkTableModel::ColumnCount);
    m_preview->showNotes(
        document ? QString::fromUtf8(document->body().data(), static_cast<qsizetype>(document->body().size()))
                 : QString());
    updateButtons();
}

void LinksPage::updateButtons() {
    const catalog::Catalog& all = m_context.session.catalog();
    const bool isOpen = all.contains(m_model.episode()) && !all.episode(m_model.episode()).isReadOnly() &&
                        all.episode(m_model.episode()).document() &&
                        !all.episode(m_model.episode()).document()->isBodyLocked();
    const QList<int> rows = selectedRows();
    m_add->setEnabled(isOpen);
    m_remove->setEnabled(isOpen && !rows.isEmpty());
    m_up->setEnabled(isOpen && !rows.isEmpty() && rows.first() > 0);
    m_down->setEnabled(isOpen && !rows.isEmpty() && rows.last() < m_model.rowCount() - 1);
    m_open->setEnabled(m_model.isLink(m_view->currentIndex().row()));
}

QList<int> LinksPage::selectedRows() const {
    QList<int> rows;
    for (const QModelIndex& index : m_view->selectionModel()->selectedIndexes())
        if (!rows.contains(index.row()))
            rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

void LinksPage::selectRows(int first, int count) {
    if (first < 0)
        return;
    m_view->setCurrentIndex(m_model.index(first, 0));
    m_view->selectionModel()->select(
        QItemSelection(m_model.index(first, 0), m_model.index(std::min(first + count, m_model.rowCount()) - 1,
                                                              LinkTableModel::ColumnCount - 1)),
        QItemSelectionModel::ClearAndSelect);
}

void LinksPage::addLink() {
    const int current = m_view->currentIndex().row();
    const int before = current < 0 ? m_model.rowCount() : current + 1;
    const int row =
        m_model.insertLinks(before, {{tr("New link").toStdString(), "https://", std::nullopt, {}}});
    selectRows(row, 1);
    if (row >= 0)
        m_view->edit(m_model.index(row, LinkTableModel::TextColumn));
}

void LinksPage::removeLinks() {
    const QList<int> rows = selectedRows();
    if (!rows.isEmpty() && m_model.removeLinks(rows) && m_model.rowCount() > 0)
        selectRows(std::min(rows.first(), m_model.rowCount() - 1), 1);
}

void LinksPage::moveUp() {
    const QList<int> rows = selectedRows();
    if (m_up->isEnabled())
        selectRows(m_model.moveLinks(rows, rows.first() - 1), static_cast<int>(rows.size()));
}

void LinksPage::moveDown() {
    const QList<int> rows = selectedRows();
    if (m_down->isEnabled())
        selectRows(m_model.moveLinks(rows, rows.last() + 2), static_cast<int>(rows.size()));
}

void LinksPage::openCurrent() {
    if (m_open->isEnabled())
        openLink(QString::fromStdString(m_model.linkAt(m_view->currentIndex().row()).url), this);
}

void LinksPage::copyRows() const {
    const QModelIndexList selected = m_view->selectionModel()->selectedIndexes();
    if (!selected.isEmpty())
        QApplication::clipboard()->setMimeData(m_model.mimeData(selected));
}

bool LinksPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_view || event->type() != QEvent::KeyPress)
        return EditorPage::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isAlt = key->modifiers().testFlag(Qt::AltModifier);
    const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->matches(QKeySequence::Copy))
        copyRows();
    else if (key->key() == Qt::Key_Insert)
        addLink();
    else if (key->key() == Qt::Key_Delete)
        removeLinks();
    else if (isAlt && key->key() == Qt::Key_Up)
        moveUp();
    else if (isAlt && key->key() == Qt::Key_Down)
        moveDown();
    else if (isReturn && key->modifiers().testFlag(Qt::ControlModifier))
        openCurrent();
    else if (isReturn && m_view->currentIndex().flags().testFlag(Qt::ItemIsEditable))
        m_view->edit(m_view->currentIndex());
    else
        return EditorPage::eventFilter(watched, event);
    return true;
}

bool LinksPage::goTo(const QString& field, format::Span span) {
    if (field != QLatin1String("body"))
        return false;
    selectRows(m_model.rowAtOffset(span.begin), 1);
    m_view->setFocus();
    return true;
}

void LinksPage::commit() {
    // An open cell editor commits when it loses the focus.
    if (m_view->indexWidget(m_view->currentIndex()) || m_view->isAncestorOf(QApplication::focusWidget()))
        m_view->setFocus();
}

} // namespace app
