// SPDX-License-Identifier: MIT
#pragma once

#include "models/episodecells.h"

#include <QDialog>

class QTreeWidget;

namespace app {

/// Shows what pasting would change, cell by cell, and what it leaves out and why.
class PasteCellsDialog : public QDialog {
    Q_OBJECT
public:
    PasteCellsDialog(const catalog::Catalog& catalog, const models::CellPlan& plan,
                     QWidget* parent = nullptr);

private:
    QWidget* buildWords();
    void fillList();
    QStringList leftOut() const;

    const catalog::Catalog& m_catalog;
    const models::CellPlan& m_plan;
    QTreeWidget* m_list;
};

} // namespace app
