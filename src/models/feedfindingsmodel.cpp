// SPDX-License-Identifier: MIT
#include "models/feedfindingsmodel.h"

#include "models/tooltip.h"

#include <algorithm>

namespace models {

FeedFindingsModel::FeedFindingsModel(QObject* parent)
    : QAbstractTableModel(parent) {}

void FeedFindingsModel::setFindings(std::shared_ptr<const catalog::ShowFeed> feed,
                                    std::vector<catalog::FeedFinding> findings) {
    beginResetModel();
    m_feed = std::move(feed);
    m_findings = std::move(findings);
    endResetModel();
}

int FeedFindingsModel::itemAt(int row) const {
    return row >= 0 && row < rowCount() ? m_findings[static_cast<std::size_t>(row)].item : -1;
}

int FeedFindingsModel::required() const {
    return static_cast<int>(std::count_if(m_findings.begin(), m_findings.end(),
                                          [](const auto& finding) { return finding.isRequired; }));
}

int FeedFindingsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

int FeedFindingsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FeedFindingsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const catalog::FeedFinding& finding = m_findings[static_cast<std::size_t>(index.row())];
    QString text;
    if (index.column() == SubjectColumn)
        text = catalog::subjectOf(finding, m_feed->feed);
    else if (index.column() == MessageColumn)
        text = finding.message;
    else
        text = finding.isRequired ? tr("required by %1").arg(catalog::nameOf(finding.authority))
                                  : tr("recommended by %1").arg(catalog::nameOf(finding.authority));
    return role == Qt::ToolTipRole ? plainToolTip(text) : text;
}

QVariant FeedFindingsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SubjectColumn:
        return tr("Episode");
    case MessageColumn:
        return tr("What Is Wrong");
    default:
        return tr("Rule");
    }
}

} // namespace models
