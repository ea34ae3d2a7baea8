// SPDX-License-Identifier: MIT
#pragma once

#include "models/background.h"
#include "models/editsession.h"
#include "models/episodecells.h"

#include <QObject>

#include <functional>

class QAction;
class QMenu;

namespace models {
class EpisodeTableModel;
}

namespace app {

class EpisodeTableView;

/// What can be done with the cells of the episode table: one action each, for its context menu, the window's
/// menu and keys.
class TableCommands : public QObject {
    Q_OBJECT
public:
    TableCommands(models::EditSession& session, models::EpisodeTableModel& model, EpisodeTableView& view);

    void fill(QMenu* menu);
    void cancel();

signals:
    void message(const QString& text);
    void refused(const QString& why);
    /// `total` 0: it is over.
    void progress(const QString& what, int done, int total);
    /// Edits that were looked at are to become one undo step.
    void changeRequested(const catalog::Gathered& gathered, const QString& name);

private:
    QAction* add(const char* name, const QString& text, const QString& keys, const QString& tip,
                 const std::function<void()>& act);
    QStringList rowTexts(int row, const QStringList& columns) const;
    void addSigns(int row, const QStringList& columns, QStringList& texts) const;
    void copy(bool withHeadings);
    void copyBehind(const std::vector<int>& rows, const QStringList& columns, bool withHeadings);
    void put(const QStringList& columns, const std::vector<QStringList>& texts, bool withHeadings);
    void copyCell();
    void paste();
    void take(const models::CellPlan& plan);
    /// The episodes that so many rows of texts are for.
    std::vector<catalog::EpisodeId> pasteTargets(std::size_t rows) const;

    models::EditSession& m_session;
    models::EpisodeTableModel& m_model;
    EpisodeTableView& m_view;
    models::Background<models::CellPlan> m_planning;
    models::Background<std::vector<QStringList>> m_copying;
    bool m_isPasteWaiting = false; ///< for what is being copied
    QList<QAction*> m_actions;
};

} // namespace app
