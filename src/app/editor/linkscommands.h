// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "app/editor/rowactions.h"
#include "models/linktablemodel.h"

#include <QObject>

#include <functional>
#include <vector>

class QAction;
class QMenu;
class QTableView;

namespace app {

/// Everything that can be done with the rows of the link table: one action each, for buttons, menus and keys.
class LinksCommands : public QObject {
    Q_OBJECT
public:
    LinksCommands(const EditorContext& context, models::LinkTableModel& model, QTableView& view,
                  QWidget* page);

    QAction* action(const char* name) const { return m_actions.find(name); } ///< by object name
    /// Puts every action into a menu, in groups; for the context menu and the window's menu.
    void fill(QMenu* menu);
    /// True at once after selection or text changed.
    void refresh();
    QList<int> selectedRows() const;
    void selectRows(int first, int count);
    /// What rules found in a row, the worst first. True until the episode changes.
    std::vector<const catalog::Issue*> issuesAt(int row) const;

signals:
    void message(const QString& text);
    void titlesRequested(const QList<int>& rows);
    void checkRequested(const QList<int>& rows);
    void repairRequested();

private:
    enum class Needs { Nothing, Open, Rows, Links, Section, Link, Mendable };
    QAction* add(const char* name, const QString& text, const QString& keys, const QString& tip, Needs needs,
                 const std::function<void()>& act) {
        return m_actions.add(name, text, keys, tip, needs, act);
    }
    void build();
    void buildCopying();
    void buildSections();
    void buildAsking();
    bool isOpen() const;
    bool holds(Needs needs, const QList<int>& rows) const;
    int behindSelection() const;

    void addLink();
    void paste();
    void copy(int as);
    void removeRows();
    void moveRows(int step);
    void duplicate();
    void addSection();
    void removeSection();
    void moveSection(int step);
    void insertUsual();
    void fillCommon();
    void openCurrent();
    std::vector<const catalog::Issue*> mendable(const QList<int>& rows) const;
    void mendRows();

    EditorContext m_context;
    models::LinkTableModel& m_model;
    QTableView& m_view;
    QWidget* m_page;
    QMenu* m_copyAs;
    QMenu* m_common;
    RowActions<Needs> m_actions;
};

} // namespace app
