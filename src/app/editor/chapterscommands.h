// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "app/editor/rowactions.h"
#include "models/chaptertablemodel.h"

#include <QObject>

#include <functional>
#include <vector>

class QAction;
class QMenu;
class QMimeData;
class QTableView;

namespace app {

class ChapterExchange;

/// Everything that can be done with the rows of the chapter table: one action each, for buttons, menus and
/// keys; one undo step each.
class ChaptersCommands : public QObject {
    Q_OBJECT
public:
    ChaptersCommands(const EditorContext& context, models::ChapterTableModel& model, QTableView& view,
                     QWidget* page);

    QAction* action(const char* name) const { return m_actions.find(name); } ///< by object name
    /// Puts every action into a menu, in groups; for the context menu and the window's menu.
    void fill(QMenu* menu);
    /// True at once after selection or chapters changed.
    void refresh();
    QList<int> selectedRows() const;
    void selectRows(const QList<int>& rows);
    /// What rules found in a row, the worst first. True until the episode changes.
    std::vector<const catalog::Issue*> issuesAt(int row) const;
    void playFrom(int row);
    /// Takes chapters that were dropped or pasted, after a look at what they would do.
    void importFrom(const QMimeData& data);
    /// Ends what is being typed into a cell.
    void endTyping();

signals:
    void message(const QString& text);

private:
    enum class Needs { Open, Row, Rows, Next, Some, Two, Unsorted, Any, Listed, Object };
    QAction* add(const char* name, const QString& text, const QString& keys, const QString& tip, Needs needs,
                 const std::function<void()>& act);
    void buildTimes();
    void buildList();
    void buildRows();
    void buildExchange();
    bool holds(Needs needs, const QList<int>& rows) const;
    bool isOpen() const { return !m_model.isLocked(); }
    int currentRow() const;
    /// Applies a change and selects what became of the rows, or what is new in it.
    bool apply(const catalog::ChapterChange& change, const QString& name, const QList<int>& rows,
               models::EditSession::Merge merge = models::EditSession::Merge::No);
    void editTitle(int row);

    void addAtPlayhead();
    void addBelow();
    void addAt(qint64 time);
    void setStart();
    void nudge(qint64 by);
    void shift();
    void scale();
    void sort();
    void split();
    void merge();
    void remove();
    void copy(bool asJson);
    void paste();

    EditorContext m_context;
    models::ChapterTableModel& m_model;
    QTableView& m_view;
    QWidget* m_page;
    ChapterExchange* m_exchange;
    RowActions<Needs> m_actions;
};

} // namespace app
