// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/validator.h"

#include <QAbstractTableModel>

#include <vector>

namespace models {

/// The issues of one episode or of the whole catalogue: severity, episode, field, message.
class IssueModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { SeverityColumn, EpisodeColumn, FieldColumn, MessageColumn, RuleColumn, ColumnCount };
    enum Role { SeverityRole = Qt::UserRole, EpisodeRole, HasFixRole };

    IssueModel(const catalog::Catalog& catalog, const catalog::Validator& validator,
               QObject* parent = nullptr);

    /// An invalid id: the whole catalogue.
    void setEpisode(catalog::EpisodeId id);
    void setLeastSeverity(catalog::Severity severity); ///< Warning hides Information, the default
    const catalog::Issue& issueAt(int row) const { return m_issues[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void scheduleRefresh();
    void refresh();

    const catalog::Catalog& m_catalog;
    const catalog::Validator& m_validator;
    catalog::EpisodeId m_episode;
    catalog::Severity m_least = catalog::Severity::Warning;
    std::vector<catalog::Issue> m_issues;
    bool m_isScheduled = false;
};

} // namespace models
