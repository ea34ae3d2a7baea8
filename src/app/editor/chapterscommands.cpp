// SPDX-License-Identifier: MIT
#include "app/editor/chapterscommands.h"

#include "app/dialogs/scalechaptersdialog.h"
#include "app/dialogs/shiftchaptersdialog.h"
#include "app/editor/chapterexchange.h"
#include "app/playhead.h"
#include "catalog/chapterstyle.h"
#include "catalog/chaptertime.h"
#include "models/chaptertext.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QMimeData>
#include <QTableView>

#include <algorithm>

namespace app {

using catalog::Chapters;
using models::ChapterTableModel;

namespace {

std::vector<int> asVector(const QList<int>& rows) {
    return {rows.begin(), rows.end()};
}

QList<int> asList(const std::vector<int>& rows) {
    return {rows.begin(), rows.end()};
}

} // namespace

ChaptersCommands::ChaptersCommands(const EditorContext& context, ChapterTableModel& model, QTableView& view,
                                   QWidget* page)
    : QObject(page)
    , m_context(context)
    , m_model(model)
    , m_view(view)
    , m_page(page)
    , m_exchange(new ChapterExchange(context, model, page))
    , m_actions(this, view) {
    connect(m_exchange, &ChapterExchange::message, this, &ChaptersCommands::message);
    buildTimes();
    buildList();
    buildRows();
    buildExchange();
    refresh();
}

QAction* ChaptersCommands::add(const char* name, const QString& text, const QString& keys, const QString& tip,
                               Needs needs, const std::function<void()>& act) {
    return m_actions.add(name, text, keys, tip, needs, [this, act] {
        endTyping();
        act();
    });
}

void ChaptersCommands::buildTimes() {
    add("addChapterAction", tr("&Add at Playhead"), QStringLiteral("Ctrl+Return"),
        tr("Adds a chapter where the sound is; where none is heard, behind the current chapter"), Needs::Open,
        [this] { addAtPlayhead(); })
        ->setShortcutContext(Qt::WindowShortcut);
    add("insertChapterAction", tr("Add &Below"), QStringLiteral("Ins"),
        tr("Adds a chapter behind the current one"), Needs::Open, [this] { addBelow(); });
    add("setStartAction", tr("Set S&tart to Playhead"), QStringLiteral("Ctrl+T"),
        tr("Lets the current chapter start where the sound is"), Needs::Row, [this] { setStart(); });
    add("playChapterAction", tr("&Play from Here"), QStringLiteral("Shift+Return"),
        tr("Plays from the start of the current chapter"), Needs::Any, [this] { playFrom(currentRow()); });
    constexpr qint64 tenth = 100;
    constexpr qint64 second = 1000;
    add("earlierAction", tr("0.1 s &Earlier"), QStringLiteral("Alt+Left"),
        tr("Moves the selected starts 0.1 s back"), Needs::Rows, [this] { nudge(-tenth); });
    add("laterAction", tr("0.1 s &Later"), QStringLiteral("Alt+Right"),
        tr("Moves the selected starts 0.1 s on"), Needs::Rows, [this] { nudge(tenth); });
    add("secondEarlierAction", tr("&1 s Earlier"), QStringLiteral("Alt+Shift+Left"),
        tr("Moves the selected starts a second back"), Needs::Rows, [this] { nudge(-second); });
    add("secondLaterAction", tr("1 s Later"), QStringLiteral("Alt+Shift+Right"),
        tr("Moves the selected starts a second on"), Needs::Rows, [this] { nudge(second); });
}

void ChaptersCommands::buildList() {
    add("shiftChaptersAction", tr("S&hift…"), {}, tr("Moves the selected chapters, or all, by an amount"),
        Needs::Some, [this] { shift(); });
    add("scaleChaptersAction", tr("S&cale by Two Anchors…"), {},
        tr("Moves all chapters so that two of them start at their true times"), Needs::Two,
        [this] { scale(); });
    add("sortChaptersAction", tr("S&ort by Start"), {}, tr("Puts the chapters in the order of their starts"),
        Needs::Unsorted, [this] { sort(); });
}

void ChaptersCommands::buildRows() {
    add("splitChapterAction", tr("&Split"), QStringLiteral("Ctrl+B"),
        tr("Makes two of the current chapter: at the playhead, or else in the middle"), Needs::Row,
        [this] { split(); });
    add("mergeChaptersAction", tr("&Merge with Next"), QStringLiteral("Ctrl+Shift+B"),
        tr("Makes one of the current chapter and the next"), Needs::Next, [this] { merge(); });
    add("removeChaptersAction", tr("&Remove"), QStringLiteral("Del"), tr("Removes the selected chapters"),
        Needs::Rows, [this] { remove(); });
    add("copyChaptersAction", tr("Cop&y"), QStringLiteral("Ctrl+C"),
        tr("Copies the selected chapters, as a table to other programs"), Needs::Any,
        [this] { copy(false); });
    add("copyChaptersJsonAction", tr("Copy as &JSON Chapters"), {},
        tr("Copies the selected chapters as JSON chapters 1.2"), Needs::Any, [this] { copy(true); });
    add("pasteChaptersAction", tr("Paste Ro&ws"), QStringLiteral("Ctrl+V"),
        tr("Adds the chapters that the clipboard holds, each at its time"), Needs::Open, [this] { paste(); });
}

void ChaptersCommands::buildExchange() {
    add("importChaptersAction", tr("&Import…"), {},
        tr("Takes chapters from a file, an MP3 or the clipboard, after showing what they would do"),
        Needs::Open, [this] { m_exchange->importChapters(); });
    add("exportChaptersAction", tr("E&xport…"), {},
        tr("Writes the chapters in another format, or into a copy of an MP3"), Needs::Listed,
        [this] { m_exchange->exportChapters(); });
    add("chaptersFromNotesAction", tr("&From Show Notes…"), {},
        tr("Takes chapters from the time stamps in the show notes"), Needs::Open,
        [this] { m_exchange->importNotes(); });
    add("chaptersToNotesAction", tr("To Show &Notes"), {},
        tr("Lists the chapters in the show notes, in place of a list that is there"), Needs::Some,
        [this] { m_exchange->writeNotes(); });
    add("chapterDetailsAction", tr("&Details…"), {},
        tr("Author, title and what else the list of chapters says of itself"), Needs::Object,
        [this] { m_exchange->editDetails(); });
}

void ChaptersCommands::fill(QMenu* menu) {
    const auto group = [&](std::initializer_list<const char*> names) { m_actions.fill(menu, names); };
    group({"addChapterAction", "insertChapterAction", "removeChaptersAction"});
    group({"playChapterAction", "setStartAction"});
    group({"earlierAction", "laterAction", "secondEarlierAction", "secondLaterAction"});
    group({"splitChapterAction", "mergeChaptersAction"});
    group({"shiftChaptersAction", "scaleChaptersAction", "sortChaptersAction"});
    group({"copyChaptersAction", "copyChaptersJsonAction", "pasteChaptersAction"});
    group(
        {"importChaptersAction", "exportChaptersAction", "chaptersFromNotesAction", "chaptersToNotesAction"});
    group({"chapterDetailsAction"});
}

bool ChaptersCommands::holds(Needs needs, const QList<int>& rows) const {
    switch (needs) {
    case Needs::Open:
        return isOpen();
    case Needs::Row:
        return isOpen() && currentRow() >= 0;
    case Needs::Rows:
        return isOpen() && !rows.isEmpty();
    case Needs::Next:
        return isOpen() && currentRow() >= 0 && currentRow() + 1 < m_model.rowCount();
    case Needs::Some:
        return isOpen() && m_model.rowCount() > 0;
    case Needs::Two:
        return isOpen() && m_model.rowCount() > 1;
    case Needs::Unsorted:
        return isOpen() && !catalog::areInOrder(m_model.chapters());
    case Needs::Object:
        return isOpen() && m_exchange->hasDetails();
    case Needs::Listed:
        return m_model.rowCount() > 0;
    case Needs::Any:
        break;
    }
    return !rows.isEmpty();
}

void ChaptersCommands::refresh() {
    const QList<int> rows = selectedRows();
    m_actions.refresh([&](Needs needs) { return holds(needs, rows); });
}

int ChaptersCommands::currentRow() const {
    return m_view.currentIndex().row();
}

QList<int> ChaptersCommands::selectedRows() const {
    QList<int> rows;
    for (const QModelIndex& index : m_view.selectionModel()->selectedRows())
        rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

void ChaptersCommands::selectRows(const QList<int>& rows) {
    QItemSelection selection;
    for (const int row : rows)
        if (row >= 0 && row < m_model.rowCount())
            selection.select(m_model.index(row, 0), m_model.index(row, ChapterTableModel::ColumnCount - 1));
    if (selection.isEmpty())
        return;
    const int column = std::max(m_view.currentIndex().column(), 0);
    m_view.setCurrentIndex(m_model.index(selection.first().top(), column));
    m_view.selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

std::vector<const catalog::Issue*> ChaptersCommands::issuesAt(int row) const {
    return issuesWithin(m_context.validator, m_model.episode(), catalog::chaptersKey, m_model.rowSpan(row));
}

void ChaptersCommands::endTyping() {
    QWidget* focused = QApplication::focusWidget();
    if (focused && focused != &m_view && m_view.isAncestorOf(focused))
        m_view.setFocus(); // an open cell editor commits when it loses the focus
}

bool ChaptersCommands::apply(const catalog::ChapterChange& change, const QString& name,
                             const QList<int>& rows, models::EditSession::Merge merge) {
    const bool hadFractions = catalog::haveFractions(m_model.chapters()) || m_model.rowCount() == 0;
    if (!m_model.change(change, name, merge))
        return false;
    QList<int> places = asList(change.added());
    for (const int row : rows)
        places.append(change.placeOf(row));
    selectRows(places);
    if (!hadFractions && catalog::haveFractions(m_model.chapters()))
        emit message(tr("This episode's chapters were in whole seconds; now there are fractions."));
    return true;
}

void ChaptersCommands::editTitle(int row) {
    if (!m_page->isVisible())
        return;
    m_view.setFocus();
    m_view.setCurrentIndex(m_model.index(row, ChapterTableModel::TitleColumn));
    m_view.edit(m_view.currentIndex());
}

void ChaptersCommands::addAt(qint64 time) {
    catalog::Chapter chapter;
    chapter.start = time;
    const Chapters& chapters = m_model.chapters();
    const auto same = std::find_if(chapters.begin(), chapters.end(),
                                   [&](const catalog::Chapter& other) { return other.start == time; });
    if (same != chapters.end()) {
        selectRows({static_cast<int>(same - chapters.begin())});
        return emit message(tr("There is a chapter at %1 already.").arg(catalog::chapterTimeText(time)));
    }
    const auto change = catalog::withAdded(chapters, {chapter}, currentRow());
    if (!apply(change, tr("Add Chapter"), {}))
        return;
    editTitle(change.added().front());
    if (!m_page->isVisible())
        emit message(tr("Chapter added at %1.").arg(catalog::chapterTimeText(time)));
}

void ChaptersCommands::addAtPlayhead() {
    const qint64 heard = m_context.playhead.positionIn(m_model.episode());
    if (heard < 0)
        return addBelow();
    addAt(catalog::fittingTime(m_model.chapters(), heard));
}

void ChaptersCommands::addBelow() {
    addAt(catalog::timeBehind(m_model.chapters(), currentRow(), m_model.duration()));
}

void ChaptersCommands::setStart() {
    const qint64 heard = m_context.playhead.positionIn(m_model.episode());
    if (heard < 0)
        return emit message(tr("Nothing of this episode is loaded in the player; play it first."));
    apply(
        catalog::withStart(m_model.chapters(), currentRow(), catalog::fittingTime(m_model.chapters(), heard)),
        tr("Set Chapter Start"), {currentRow()});
}

void ChaptersCommands::playFrom(int row) {
    if (row >= 0 && row < m_model.rowCount())
        m_context.playhead.ask(m_model.episode(), m_model.chapters()[static_cast<std::size_t>(row)].start,
                               true);
}

void ChaptersCommands::importFrom(const QMimeData& data) {
    endTyping();
    m_exchange->importFrom(data);
}

void ChaptersCommands::nudge(qint64 by) {
    const QList<int> rows = selectedRows();
    const auto change = catalog::nudged(m_model.chapters(), asVector(rows), by);
    if (!change)
        return emit message(tr("A chapter cannot start before 0:00:00."));
    apply(*change, tr("Nudge %n Chapter(s)", nullptr, static_cast<int>(rows.size())), rows,
          models::EditSession::Merge::Typing);
}

void ChaptersCommands::shift() {
    const QList<int> rows = selectedRows();
    ShiftChaptersDialog dialog(m_model.chapters(), asVector(rows), m_page);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const auto moved = static_cast<int>(dialog.rows().size());
    if (const auto change = dialog.change())
        apply(*change, tr("Shift %n Chapter(s)", nullptr, moved), rows);
}

void ChaptersCommands::scale() {
    const QList<int> rows = selectedRows();
    ScaleChaptersDialog dialog(m_model.chapters(), m_page);
    if (dialog.exec() != QDialog::Accepted)
        return;
    if (const auto change = dialog.change())
        apply(*change, tr("Scale Chapters"), rows);
}

void ChaptersCommands::sort() {
    apply(catalog::sorted(m_model.chapters()), tr("Sort Chapters"), selectedRows());
}

void ChaptersCommands::split() {
    const Chapters& chapters = m_model.chapters();
    const int row = currentRow();
    const qint64 start = chapters[static_cast<std::size_t>(row)].start;
    const qint64 end = catalog::endOf(chapters, row, m_model.duration());
    const qint64 heard = catalog::fittingTime(
        chapters, std::max<qint64>(m_context.playhead.positionIn(m_model.episode()), -1));
    const bool isHeard = heard > start && (end < 0 || heard < end);
    if (!isHeard && end < 0)
        return emit message(tr("It is not known where this chapter ends; play to where it is to be split."));
    const qint64 middle = catalog::fittingTime(chapters, start + (end - start) / 2);
    const qint64 at = isHeard ? heard : middle > start ? middle : start + (end - start) / 2;
    if (at <= start)
        return emit message(tr("This chapter is too short to be split."));
    if (apply(catalog::split(chapters, row, at), tr("Split Chapter"), {}))
        editTitle(row + 1);
}

void ChaptersCommands::merge() {
    apply(catalog::mergedWithNext(m_model.chapters(), currentRow()), tr("Merge Chapters"), {currentRow()});
}

void ChaptersCommands::remove() {
    const QList<int> rows = selectedRows();
    const bool isDone = apply(catalog::without(m_model.chapters(), asVector(rows)),
                              tr("Remove %n Chapter(s)", nullptr, static_cast<int>(rows.size())), {});
    if (isDone && m_model.rowCount() > 0)
        selectRows({std::min(rows.first(), m_model.rowCount() - 1)});
}

void ChaptersCommands::copy(bool asJson) {
    Chapters chosen;
    for (const int row : selectedRows())
        chosen.push_back(m_model.chapters()[static_cast<std::size_t>(row)]);
    const QByteArray json = models::chaptersAsJson(chosen);
    auto* data = new QMimeData;
    data->setData(models::chaptersMimeType, json);
    data->setText(asJson ? QString::fromUtf8(json) : models::chaptersAsTable(chosen));
    QApplication::clipboard()->setMimeData(data);
    emit message(tr("%n chapter(s) copied.", nullptr, static_cast<int>(chosen.size())));
}

void ChaptersCommands::paste() {
    const QMimeData* data = QApplication::clipboard()->mimeData();
    const auto chapters = data ? models::chaptersInMime(*data) : std::nullopt;
    if (!chapters && data && ChapterExchange::mayHoldChapters(*data))
        return m_exchange->importFrom(*data);
    if (!chapters)
        return emit message(tr("The clipboard holds no chapters."));
    apply(catalog::withAdded(m_model.chapters(), *chapters, currentRow()),
          tr("Paste %n Chapter(s)", nullptr, static_cast<int>(chapters->size())), {});
}

} // namespace app
