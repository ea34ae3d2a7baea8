// SPDX-License-Identifier: MIT
// The table's cells: which one is current, and how one edits one after the other.
#include "app/episodelist/episodetableview.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace app {

QStringList EpisodeTableView::shownColumns() const {
    QStringList columns;
    for (int place = 0; place < horizontalHeader()->count(); ++place)
        columns += m_model.columns().value(horizontalHeader()->logicalIndex(place));
    return columns;
}

int EpisodeTableView::currentColumn() const {
    const auto column = static_cast<int>(m_model.columns().indexOf(m_currentColumn));
    return column >= 0 ? column : horizontalHeader()->logicalIndex(0);
}

void EpisodeTableView::editCell() {
    if (currentIndex().isValid())
        edit(currentIndex(), EditKeyPressed, nullptr);
}

void EpisodeTableView::toggleHeading(int row) {
    if (m_model.isHeading(row))
        m_model.setFolded(row, !m_model.index(row, 0).data(models::EpisodeTableModel::FoldedRole).toBool());
}

/// On a heading, Left and Right fold and unfold, as in a tree; Return does what is left to do.
void EpisodeTableView::keyPressEvent(QKeyEvent* event) {
    const int row = currentIndex().row();
    const bool isHeading = m_model.isHeading(row) && event->modifiers() == Qt::NoModifier;
    if (isHeading && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right))
        m_model.setFolded(row, event->key() == Qt::Key_Left);
    else if (isHeading && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        toggleHeading(row);
    else
        QTableView::keyPressEvent(event);
}

bool EpisodeTableView::edit(const QModelIndex& index, EditTrigger trigger, QEvent* event) {
    const bool isAsked = trigger == EditKeyPressed || trigger == DoubleClicked;
    if (isAsked && m_model.episodeAt(index.row()).isValid() && state() != EditingState) {
        if (const QString why = m_model.whyNotEditable(index); !why.isEmpty()) {
            const QString column = models::EpisodeTableModel::columnLabel(m_model.columns()[index.column()]);
            emit refused(tr("%1 cannot be edited in the table: %2").arg(column, why));
            return trigger == EditKeyPressed;
        }
    }
    const bool isOpened = QTableView::edit(index, trigger, event);
    if (isOpened)
        m_model.setEditing(true);
    return isOpened;
}

void EpisodeTableView::commit() {
    QWidget* editor = state() == EditingState ? indexWidget(currentIndex()) : nullptr;
    if (!editor)
        return;
    commitData(editor);
    closeEditor(editor, QAbstractItemDelegate::NoHint);
}

/// As in a spreadsheet: Tab edits the next cell, Return goes down.
void EpisodeTableView::closeEditor(QWidget* editor, QAbstractItemDelegate::EndEditHint hint) {
    using Delegate = QAbstractItemDelegate;
    QTableView::closeEditor(editor, Delegate::NoHint);
    if (model() != &m_model) // an editor left open loses the focus while the window goes, its model before it
        return;
    m_model.setEditing(false);
    if (hint == Delegate::EditNextItem)
        editNext(1);
    else if (hint == Delegate::EditPreviousItem)
        editNext(-1);
    else if (hint == Delegate::SubmitModelCache)
        goToCell(currentIndex().row() + 1, currentIndex().column());
}

bool EpisodeTableView::goToCell(int row, int column) {
    const QModelIndex index = m_model.index(row, column);
    if (!index.isValid())
        return false;
    const bool isSameRow = row == currentIndex().row();
    selectionModel()->setCurrentIndex(index, isSameRow ? QItemSelectionModel::NoUpdate
                                                       : QItemSelectionModel::ClearAndSelect |
                                                             QItemSelectionModel::Rows);
    scrollTo(index);
    return true;
}

/// Goes to the next cell that can be edited, in this row or the one behind it, and edits it.
void EpisodeTableView::editNext(int step) {
    const int columns = horizontalHeader()->count();
    int place = horizontalHeader()->visualIndex(currentIndex().column());
    int row = currentIndex().row();
    for (int looked = 0; looked < 2 * columns; ++looked) {
        place += step;
        if (place < 0 || place >= columns) {
            place = place < 0 ? columns - 1 : 0;
            row += step;
        }
        const QModelIndex index = m_model.index(row, horizontalHeader()->logicalIndex(place));
        if (index.flags().testFlag(Qt::ItemIsEditable) && m_model.whyNotEditable(index).isEmpty()) {
            goToCell(row, index.column());
            editCell();
            return;
        }
    }
}

} // namespace app
