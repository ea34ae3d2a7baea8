// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"

#include <QLabel>
#include <QTimer>

namespace models {
class EpisodeTableModel;
}

namespace app {

class EpisodeTableView;

/// The line below the table: how much the selected episodes are together, or else all that are shown.
class TableFooter : public QLabel {
    Q_OBJECT
public:
    TableFooter(const catalog::Catalog& catalog, const models::EpisodeTableModel& model,
                const EpisodeTableView& view, QWidget* parent = nullptr);

private:
    void refresh();

    const catalog::Catalog& m_catalog;
    const models::EpisodeTableModel& m_model;
    const EpisodeTableView& m_view;
    QTimer m_timer; ///< many changes at once are counted once
};

} // namespace app
