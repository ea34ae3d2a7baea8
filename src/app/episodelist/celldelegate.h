// SPDX-License-Identifier: MIT
#pragma once

#include "app/episodelist/episodedelegate.h"
#include "catalog/catalog.h"

namespace app {

/// Paints headings over the whole width, and edits the table's cells: texts in a line, lists with completion,
/// true and false by choice. A text that the cell cannot hold stays in its editor, with why below it, until
/// it is mended or given up.
class CellDelegate : public EpisodeDelegate {
    Q_OBJECT
public:
    CellDelegate(const catalog::Catalog& catalog, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    bool isTakable(QWidget* editor) const;

    const catalog::Catalog& m_catalog;
    mutable QPersistentModelIndex m_edited; ///< one editor at a time
};

} // namespace app
