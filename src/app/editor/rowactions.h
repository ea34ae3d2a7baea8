// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/validator.h"

#include <QString>

#include <functional>
#include <initializer_list>
#include <utility>
#include <vector>

class QAction;
class QMenu;
class QObject;
class QTableView;
class QToolButton;

namespace app {

/// An action of a table's rows: its keys count where the table has the focus.
QAction* makeRowAction(QObject* owner, QTableView& view, const char* name, const QString& text,
                       const QString& keys, const QString& tip, const std::function<void()>& act);
/// By object name; null where there is none.
QAction* namedAction(const std::vector<QAction*>& actions, const char* name);
void setUsable(QAction* action, bool isUsable);
void addGroup(QMenu* menu, const std::vector<QAction*>& actions);
/// The button with all of them below it.
QToolButton* makeMoreButton(const char* name, const QString& accessibleName,
                            const std::function<void(QMenu*)>& fill);
/// What rules found in a row, the worst first. True until the episode changes.
std::vector<const catalog::Issue*> issuesWithin(const catalog::Validator& validator, catalog::EpisodeId id,
                                                const char* field, format::Span span);

/// All that can be done with a table's rows: one action each, for buttons, menus and keys, and what each
/// needs to be of use.
template <typename Needs>
class RowActions {
public:
    RowActions(QObject* owner, QTableView& view)
        : m_owner(owner)
        , m_view(view) {}

    QAction* add(const char* name, const QString& text, const QString& keys, const QString& tip, Needs needs,
                 const std::function<void()>& act) {
        m_actions.push_back(makeRowAction(m_owner, m_view, name, text, keys, tip, act));
        m_needs.push_back(needs);
        return m_actions.back();
    }
    QAction* find(const char* name) const { return namedAction(m_actions, name); }
    /// A group of a menu, closed by a line.
    void fill(QMenu* menu, std::initializer_list<const char*> names) const {
        std::vector<QAction*> group;
        for (const char* name : names)
            group.push_back(find(name));
        addGroup(menu, group);
    }
    template <typename Holds>
    void refresh(const Holds& holds) const {
        for (std::size_t i = 0; i < m_actions.size(); ++i)
            setUsable(m_actions[i], holds(m_needs[i]));
    }

private:
    QObject* m_owner;
    QTableView& m_view;
    std::vector<QAction*> m_actions;
    std::vector<Needs> m_needs;
};

} // namespace app
