// SPDX-License-Identifier: MIT
#include "app/editor/chapterspage.h"

#include "app/actions.h"
#include "app/editor/chapterdelegate.h"
#include "app/editor/chapterexchange.h"
#include "app/editor/chapterscommands.h"
#include "app/playhead.h"
#include "app/settings.h"
#include "app/widgets/flowlayout.h"
#include "catalog/chapterstyle.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace app {

using models::ChapterTableModel;

namespace {
constexpr int step = 6;
const QString columnsKey = QStringLiteral("chapters/columns");
} // namespace

ChaptersPage::ChaptersPage(const EditorContext& context, QWidget* parent)
    : EditorPage(context, parent)
    , m_model(context.session)
    , m_notice(new QLabel)
    , m_view(new QTableView)
    , m_commands(nullptr) {
    m_notice->setObjectName(QStringLiteral("chaptersNotice"));
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    buildView();
    buildColumns();
    m_commands = new ChaptersCommands(m_context, m_model, *m_view, this);
    m_delegate = new ChapterDelegate(*m_commands, m_view);
    m_view->setItemDelegate(m_delegate);
    m_sort = makeButton("sortChaptersButton", "sortChaptersAction", "view-sort-ascending");
    auto* says = new QHBoxLayout;
    says->addWidget(m_notice, 1);
    says->addWidget(m_sort);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(buildButtons());
    layout->addLayout(says);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);
    setAcceptDrops(true);
    connectAll();
    follow();
}

void ChaptersPage::buildView() {
    m_view->setObjectName(QStringLiteral("chaptersView"));
    m_view->setAccessibleName(tr("Chapters"));
    m_view->setModel(&m_model);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed); // a double click may play instead
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + step);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->installEventFilter(this);
}

void ChaptersPage::buildColumns() {
    QHeaderView* header = m_view->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(ChapterTableModel::TitleColumn, QHeaderView::Stretch);
    header->setMinimumSectionSize(fontMetrics().horizontalAdvance(QStringLiteral("0:00:00")));
    const auto fit = [&](int column, const char* words) {
        constexpr int margins = 24; // with the sort of sign that a cell may show
        m_view->setColumnWidth(column, fontMetrics().horizontalAdvance(QLatin1String(words)) + margins);
    };
    fit(ChapterTableModel::StartColumn, "> 0:00:00.00");
    fit(ChapterTableModel::EndColumn, "0:00:00.00");
    fit(ChapterTableModel::UrlColumn, "https://example");
    fit(ChapterTableModel::ImageColumn, "https://exa");
    fit(ChapterTableModel::ContentsColumn, "Listed");
    fit(ChapterTableModel::LocationColumn, "A harbour");
    header->restoreState(m_context.settings.value(columnsKey).toByteArray());
    connect(header, &QHeaderView::sectionResized, this,
            [this, header] { m_context.settings.setValue(columnsKey, header->saveState()); });
}

void ChaptersPage::connectAll() {
    connect(&m_context.session.catalog(), &catalog::Catalog::episodeChanged, this,
            [this](catalog::EpisodeId id) {
                if (id == m_model.episode())
                    follow();
            });
    connect(&m_context.validator, &catalog::Validator::issuesChanged, this, [this](catalog::EpisodeId id) {
        if (id == m_model.episode())
            m_view->viewport()->update();
    });
    connect(&m_context.playhead, &Playhead::changed, this,
            [this] { m_model.setHeardAt(m_context.playhead.positionIn(m_model.episode())); });
    const auto* selection = m_view->selectionModel();
    connect(selection, &QItemSelectionModel::selectionChanged, m_commands, &ChaptersCommands::refresh);
    connect(selection, &QItemSelectionModel::currentChanged, m_commands, &ChaptersCommands::refresh);
    connect(m_commands, &ChaptersCommands::message, this, &ChaptersPage::message);
    connect(&m_model, &ChapterTableModel::refused, this, &ChaptersPage::message);
    connect(m_view, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (index.column() == ChapterTableModel::StartColumn)
            m_commands->playFrom(index.row());
        else if (index.flags().testFlag(Qt::ItemIsEditable))
            m_view->edit(index);
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, [this](const QPoint& where) {
        QMenu menu;
        m_commands->fill(&menu);
        menu.exec(m_view->viewport()->mapToGlobal(where));
    });
}

QPushButton* ChaptersPage::makeButton(const char* name, const char* actionName, const char* icon,
                                      const QString& label) {
    QAction* action = m_commands->action(actionName);
    const QString words = action->text().remove(QLatin1Char('&'));
    auto* button = new QPushButton(themeIcon(icon), label.isEmpty() ? words : label);
    button->setObjectName(QLatin1String(name));
    button->setAccessibleName(words);
    button->setToolTip(action->toolTip());
    button->setEnabled(action->isEnabled());
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::enabledChanged, button, &QWidget::setEnabled);
    return button;
}

QWidget* ChaptersPage::buildButtons() {
    auto* bar = new QWidget;
    auto* row = new FlowLayout(bar, step);
    row->addWidget(makeButton("addChapterButton", "addChapterAction", "list-add"));
    row->addWidget(makeButton("removeChaptersButton", "removeChaptersAction", "list-remove"));
    row->addWidget(makeButton("playChapterButton", "playChapterAction", "media-playback-start"));
    row->addWidget(makeButton("setStartButton", "setStartAction", "go-jump", tr("Set Start")));
    row->addWidget(makeButton("earlierButton", "earlierAction", "", tr("−0.1 s")));
    row->addWidget(makeButton("laterButton", "laterAction", "", tr("+0.1 s")));
    row->addWidget(makeButton("importChaptersButton", "importChaptersAction", "document-import"));
    row->addWidget(makeButton("exportChaptersButton", "exportChaptersAction", "document-export"));
    row->addWidget(makeButton("chaptersFromNotesButton", "chaptersFromNotesAction", "", tr("From Notes…")));
    row->addWidget(makeButton("chaptersToNotesButton", "chaptersToNotesAction", "", tr("To Notes")));
    row->addWidget(makeMoreButton("moreChaptersButton", tr("More to do with chapters"),
                                  [this](QMenu* menu) { m_commands->fill(menu); }));
    return bar;
}

void ChaptersPage::setEpisode(catalog::EpisodeId id) {
    if (id != m_model.episode()) {
        m_model.setEpisode(id);
        m_model.setHeardAt(m_context.playhead.positionIn(id));
    }
    follow();
}

QString ChaptersPage::notice() const {
    const catalog::Catalog& all = m_context.session.catalog();
    if (!all.contains(m_model.episode()))
        return {};
    const catalog::Episode& episode = all.episode(m_model.episode());
    if (episode.isRefused())
        return episode.reason();
    if (episode.isReadOnly())
        return episode.readOnlyReason();
    if (m_model.rowCount() == 0)
        return tr("No chapters yet. Play the episode and press Ctrl+Return where one begins; or import, "
                  "paste or drop chapters.");
    return catalog::areInOrder(m_model.chapters())
               ? QString()
               : tr("Some chapters start before one that stands above them; they have a sign.");
}

void ChaptersPage::follow() {
    const QString words = notice();
    m_notice->setText(words);
    m_notice->setVisible(!words.isEmpty());
    m_sort->setVisible(!m_model.isLocked() && !catalog::areInOrder(m_model.chapters()));
    m_commands->refresh();
}

void ChaptersPage::editOrToggle(const QModelIndex& index) {
    if (index.flags().testFlag(Qt::ItemIsUserCheckable)) {
        const bool isChecked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        m_model.setData(index, isChecked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    } else if (index.flags().testFlag(Qt::ItemIsEditable)) {
        m_view->edit(index);
    }
}

bool ChaptersPage::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_view || event->type() != QEvent::KeyPress)
        return EditorPage::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool isPlain = (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    // A cell's editor lets the key through that ends it.
    const bool isEditing = m_view->isPersistentEditorOpen(m_view->currentIndex());
    if (!isReturn || !isPlain || isEditing || !m_view->currentIndex().isValid())
        return EditorPage::eventFilter(watched, event);
    editOrToggle(m_view->currentIndex());
    return true;
}

/// What is not taken here is the window's.
void ChaptersPage::dragEnterEvent(QDragEnterEvent* event) {
    if (!m_model.isLocked() && ChapterExchange::mayHoldChapters(*event->mimeData()))
        event->acceptProposedAction();
}

void ChaptersPage::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    m_commands->importFrom(*event->mimeData());
}

bool ChaptersPage::goTo(const QString& field, format::Span span) {
    const int row = field == QLatin1String(catalog::chaptersKey) ? m_model.rowAtOffset(span.begin) : -1;
    if (row < 0)
        return false;
    m_commands->selectRows({row});
    m_view->setFocus();
    return true;
}

void ChaptersPage::setSearch(const catalog::SearchMarks& marks) {
    m_delegate->setSearch(marks);
    m_view->viewport()->update();
}

void ChaptersPage::commit() {
    m_commands->endTyping();
}

} // namespace app
