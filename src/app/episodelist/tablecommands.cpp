// SPDX-License-Identifier: MIT
#include "app/episodelist/tablecommands.h"

#include "app/dialogs/pastecellsdialog.h"
#include "app/episodelist/episodetableview.h"
#include "models/cellmime.h"
#include "models/episodecells.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>

#include <utility>

namespace app {

using catalog::EpisodeId;

namespace {

/// So many are planned and set at once; more on other threads.
constexpr std::size_t fewRows = 40;

} // namespace

TableCommands::TableCommands(models::EditSession& session, models::EpisodeTableModel& model,
                             EpisodeTableView& view)
    : QObject(&view)
    , m_session(session)
    , m_model(model)
    , m_view(view) {
    add("editCellAction", tr("&Edit Cell"), QStringLiteral("F2"), tr("Edit the table's current cell"),
        [this] { m_view.editCell(); });
    add("copyRowsAction", tr("&Copy Rows"), QStringLiteral("Ctrl+C"),
        tr("Copy the selected rows as the table shows them, for a spreadsheet or for other rows"),
        [this] { copy(false); });
    add("copyHeadingsAction", tr("Copy Rows with &Headings"), QStringLiteral("Ctrl+Shift+C"),
        tr("Copy the selected rows below the names of their columns"), [this] { copy(true); });
    add("copyCellAction", tr("C&opy Cell"), {}, tr("Copy what the current cell holds"),
        [this] { copyCell(); });
    add("pasteCellsAction", tr("P&aste into Cells…"), QStringLiteral("Ctrl+V"),
        tr("Lay copied cells over the table, from the current cell on"), [this] { paste(); });
    connect(&session.catalog(), &catalog::Catalog::cleared, this, &TableCommands::cancel);
    connect(QApplication::clipboard(), &QClipboard::dataChanged, this, [this] {
        if (m_copying.isRunning()) // something else was copied since
            cancel();
    });
    auto* line = new QAction(this); // the view's context menu shows its actions, the window's behind these
    line->setSeparator(true);
    m_view.addAction(line);
}

QAction* TableCommands::add(const char* name, const QString& text, const QString& keys, const QString& tip,
                            const std::function<void()>& act) {
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(QKeySequence(keys));
    action->setShortcutContext(Qt::WidgetShortcut); // the pages of the editor have the same keys
    action->setStatusTip(tip);
    action->setToolTip(keys.isEmpty() ? tip
                                      : QStringLiteral("%1 (%2)").arg(
                                            tip, action->shortcut().toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, this, act);
    m_view.addAction(action);
    m_actions += action;
    return action;
}

void TableCommands::fill(QMenu* menu) {
    menu->addActions(m_actions);
}

/// As the file has it, so that it can be pasted.
QStringList TableCommands::rowTexts(int row, const QStringList& columns) const {
    QStringList texts = models::cellTextsOf(m_session.catalog(), m_model.episodeAt(row), columns);
    addSigns(row, columns, texts);
    return texts;
}

/// What is no field, as the table shows it.
void TableCommands::addSigns(int row, const QStringList& columns, QStringList& texts) const {
    for (qsizetype i = 0; i < columns.size(); ++i)
        if (columns[i].startsWith(QLatin1Char('@')))
            texts[i] =
                m_model.index(row, static_cast<int>(m_model.columns().indexOf(columns[i]))).data().toString();
}

void TableCommands::copy(bool withHeadings) {
    const std::vector<int> rows = m_view.selectedRows();
    if (rows.size() > models::cellRowLimit) {
        emit refused(
            tr("More than %1 rows are not copied at once; File > Export Table writes them into a file.")
                .arg(models::cellRowLimit));
        return;
    }
    const QStringList columns = m_view.shownColumns();
    if (rows.size() > fewRows && models::needText(columns))
        return copyBehind(rows, columns, withHeadings);
    std::vector<QStringList> texts;
    texts.reserve(rows.size());
    for (const int row : rows)
        texts.push_back(rowTexts(row, columns));
    if (!texts.empty())
        put(columns, texts, withHeadings);
}

/// Thousands of episodes are parsed on another thread; whoever pastes meanwhile gets them all the same.
void TableCommands::copyBehind(const std::vector<int>& rows, const QStringList& columns, bool withHeadings) {
    struct Row {
        std::shared_ptr<const std::string> text;
        QStringList signs; ///< of the table, at their columns
    };
    const auto nothing = std::make_shared<const std::string>();
    std::vector<Row> all;
    all.reserve(rows.size());
    for (const int row : rows) {
        const catalog::Episode& episode = m_session.catalog().episode(m_model.episodeAt(row));
        all.push_back(
            {episode.isRefused() ? nothing : episode.sharedText(), QStringList(columns.size(), QString())});
        addSigns(row, columns, all.back().signs);
    }
    m_copying.start(
        [all = std::move(all), columns](const auto& report) {
            std::vector<QStringList> texts;
            texts.reserve(all.size());
            for (const Row& row : all) {
                texts.push_back(models::cellTextsIn(*row.text, columns));
                for (qsizetype i = 0; i < columns.size(); ++i)
                    if (!row.signs[i].isEmpty())
                        texts.back()[i] = row.signs[i];
                if (!report(static_cast<int>(texts.size()), static_cast<int>(all.size())))
                    break;
            }
            return texts;
        },
        [this, columns, withHeadings](const std::vector<QStringList>& texts) {
            emit progress({}, 0, 0);
            put(columns, texts, withHeadings);
            if (std::exchange(m_isPasteWaiting, false))
                paste();
        },
        [this](int done, int total) { emit progress(tr("Copying"), done, total); });
}

void TableCommands::put(const QStringList& columns, const std::vector<QStringList>& texts,
                        bool withHeadings) {
    QApplication::clipboard()->setMimeData(models::mimeOfCells(columns, texts, withHeadings).release());
    emit message(tr("%n row(s) copied.", nullptr, static_cast<int>(texts.size())));
}

void TableCommands::copyCell() {
    const QModelIndex cell = m_view.currentIndex();
    if (!cell.isValid())
        return;
    QApplication::clipboard()->setText(
        rowTexts(cell.row(), {m_model.columns().value(cell.column())}).constFirst());
    emit message(tr("Cell copied."));
}

std::vector<EpisodeId> TableCommands::pasteTargets(std::size_t rows) const {
    const std::vector<int> selected = m_view.selectedRows();
    std::vector<EpisodeId> episodes;
    // One row goes to all that are selected, as many as are selected to those; others from the first one on.
    if (rows == 1 || rows == selected.size()) {
        for (const int row : selected)
            episodes.push_back(m_model.episodeAt(row));
        return episodes;
    }
    if (!selected.empty())
        for (int row = selected.front(); row < m_model.rowCount() && episodes.size() < rows; ++row)
            if (!m_model.isHeading(row))
                episodes.push_back(m_model.episodeAt(row));
    return episodes;
}

void TableCommands::paste() {
    m_isPasteWaiting = m_copying.isRunning();
    if (m_isPasteWaiting)
        return;
    const QMimeData* mime = QApplication::clipboard()->mimeData();
    if (!mime || !mime->hasText() || mime->text().isEmpty()) {
        emit refused(tr("The clipboard holds no text to paste into cells."));
        return;
    }
    const int from = m_view.horizontalHeader()->visualIndex(m_view.currentIndex().column());
    const models::PastedCells pasted = models::cellsInMime(*mime, m_view.shownColumns(), std::max(from, 0));
    const std::vector<EpisodeId> episodes = pasteTargets(pasted.texts.size());
    if (std::max(episodes.size(), pasted.texts.size()) > models::cellRowLimit) {
        emit refused(tr("More than %1 rows are not pasted at once.").arg(models::cellRowLimit));
        return;
    }
    const models::CellTexts texts =
        models::cellTexts(m_session.catalog(), episodes, pasted.columns, pasted.texts);
    if (episodes.size() <= fewRows)
        return take(models::planCells(texts));
    const QString what = tr("Looking");
    emit progress(what, 0, static_cast<int>(episodes.size()));
    m_planning.start([texts](const auto& report) { return models::planCells(texts, report); },
                     [this](const models::CellPlan& plan) {
                         emit progress({}, 0, 0);
                         take(plan);
                     },
                     [this, what](int done, int total) { emit progress(what, done, total); });
}

void TableCommands::cancel() {
    m_isPasteWaiting = false;
    if (!m_planning.isRunning() && !m_copying.isRunning())
        return;
    m_planning.cancel();
    m_copying.cancel();
    emit progress({}, 0, 0);
}

void TableCommands::take(const models::CellPlan& plan) {
    if (plan.changes.empty() && plan.refusals.empty() && plan.rowsTooMany == 0) {
        emit message(tr("Nothing to paste: the cells hold that already."));
        return;
    }
    const bool needsLook = plan.concernsSeveral() || !plan.refusals.empty() || plan.rowsTooMany > 0;
    if (needsLook && PasteCellsDialog(m_session.catalog(), plan, m_view.window()).exec() != QDialog::Accepted)
        return;
    const auto count = static_cast<int>(plan.changes.size());
    const QString name = tr("Paste %n Cell(s)", nullptr, count);
    if (plan.edits.size() > fewRows)
        emit changeRequested(models::gatheredCells(m_session.catalog(), plan), name);
    else if (models::applyCells(m_session, plan, name))
        emit message(tr("%n cell(s) changed.", nullptr, count));
}

} // namespace app
