// SPDX-License-Identifier: MIT
#include "app/episodelist/tablefooter.h"

#include "app/episodelist/episodetableview.h"
#include "models/episodetotals.h"

namespace app {

namespace {

constexpr int sideMargin = 9;
constexpr int heightMargin = 2;

} // namespace

TableFooter::TableFooter(const catalog::Catalog& catalog, const models::EpisodeTableModel& model,
                         const EpisodeTableView& view, QWidget* parent)
    : QLabel(parent)
    , m_catalog(catalog)
    , m_model(model)
    , m_view(view) {
    setObjectName(QStringLiteral("tableSums"));
    setAccessibleName(tr("Sums"));
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setContentsMargins(sideMargin, heightMargin, sideMargin, heightMargin);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setToolTip(tr("What the selected episodes state of their enclosures, together; where one or none is "
                  "selected, all that the table shows"));
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &TableFooter::refresh);
    const auto later = [this] { m_timer.start(); };
    connect(view.selectionModel(), &QItemSelectionModel::selectionChanged, this, later);
    connect(&model, &QAbstractItemModel::modelReset, this, later);
    connect(&model, &QAbstractItemModel::dataChanged, this, later);
}

void TableFooter::refresh() {
    const std::vector<catalog::EpisodeId> selected = m_view.selectedEpisodes();
    const bool isSelection = selected.size() > 1;
    models::EpisodeTotals totals;
    for (const catalog::EpisodeId id : isSelection ? selected : m_model.shownEpisodes())
        totals.add(m_catalog.episode(id).summary());
    setText(isSelection ? tr("Selected: %1").arg(totals.words()) : totals.words());
    setVisible(totals.episodes > 0);
}

} // namespace app
