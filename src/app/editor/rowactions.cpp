// SPDX-License-Identifier: MIT
#include "app/editor/rowactions.h"

#include <QAction>
#include <QCoreApplication>
#include <QMenu>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

namespace app {

QAction* makeRowAction(QObject* owner, QTableView& view, const char* name, const QString& text,
                       const QString& keys, const QString& tip, const std::function<void()>& act) {
    auto* action = new QAction(text, owner);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(QKeySequence(keys));
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setStatusTip(tip);
    action->setToolTip(keys.isEmpty() ? tip
                                      : QStringLiteral("%1 (%2)").arg(
                                            tip, action->shortcut().toString(QKeySequence::NativeText)));
    QObject::connect(action, &QAction::triggered, owner, act);
    view.addAction(action);
    return action;
}

QAction* namedAction(const std::vector<QAction*>& actions, const char* name) {
    const auto found = std::find_if(actions.begin(), actions.end(), [name](const QAction* action) {
        return action->objectName() == QLatin1String(name);
    });
    return found == actions.end() ? nullptr : *found;
}

void setUsable(QAction* action, bool isUsable) {
    action->setEnabled(isUsable);
}

void addGroup(QMenu* menu, const std::vector<QAction*>& actions) {
    for (QAction* action : actions)
        menu->addAction(action);
    menu->addSeparator();
}

QToolButton* makeMoreButton(const char* name, const QString& accessibleName,
                            const std::function<void(QMenu*)>& fill) {
    auto* more = new QToolButton;
    more->setObjectName(QLatin1String(name));
    more->setText(QCoreApplication::translate("RowActions", "M&ore"));
    more->setAccessibleName(accessibleName);
    more->setPopupMode(QToolButton::InstantPopup);
    more->setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(more);
    fill(menu);
    more->setMenu(menu);
    return more;
}

std::vector<const catalog::Issue*> issuesWithin(const catalog::Validator& validator, catalog::EpisodeId id,
                                                const char* field, format::Span span) {
    std::vector<const catalog::Issue*> found;
    for (const catalog::Issue& issue : validator.issuesOf(id))
        if (issue.field == QLatin1String(field) && span.contains(issue.span.begin))
            found.push_back(&issue);
    std::stable_sort(found.begin(), found.end(),
                     [](const auto* a, const auto* b) { return a->severity < b->severity; });
    return found;
}

} // namespace app
