// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/validator.h"

#include <QAbstractItemModel>

#include <vector>

namespace models {

/// Which issues are shown.
struct IssueFilter {
    catalog::EpisodeId episode; ///< invalid: of every episode
    QString show;               ///< empty: of every show
    QString words;              ///< each in the message, rule, field or episode; empty: all
    catalog::Severity least = catalog::Severity::Warning;

    bool operator==(const IssueFilter&) const = default;
};

/// The issues of one episode or many: severity, episode, field, message; as a list, or in groups.
class IssueModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { SeverityColumn, EpisodeColumn, FieldColumn, MessageColumn, RuleColumn, ColumnCount };
    enum Role { SeverityRole = Qt::UserRole, EpisodeRole, HasFixRole };
    enum class Grouping { None, Severity, Rule, Show, Episode };

    IssueModel(const catalog::Catalog& catalog, const catalog::Validator& validator,
               QObject* parent = nullptr);

    void setFilter(const IssueFilter& filter);
    const IssueFilter& filter() const { return m_filter; }
    void setGrouping(Grouping grouping);
    Grouping grouping() const { return m_grouping; }

    int count() const { return static_cast<int>(m_issues.size()); }
    /// Null for a group.
    const catalog::Issue* issueAt(const QModelIndex& index) const;
    /// The issue's place; `number` counts through the groups from 0.
    QModelIndex indexOf(int number) const;
    int numberOf(const QModelIndex& index) const; ///< of a group: its first issue
    /// A group's issues, or the one at the index.
    std::vector<catalog::Issue> issuesBelow(const QModelIndex& index) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Group {
        QString label;
        int first = 0, count = 0; ///< in m_issues
    };
    void scheduleRefresh();
    void refresh();
    void collect();
    void group();
    bool isShown(const catalog::Issue& issue) const;
    QString episodeName(catalog::EpisodeId id) const;
    QString groupOf(const catalog::Issue& issue) const;
    QVariant groupData(const Group& group, int column, int role) const;
    static QString toolTip(const catalog::Issue& issue);
    QVariant issueData(const catalog::Issue& issue, int column, int role) const;

    const catalog::Catalog& m_catalog;
    const catalog::Validator& m_validator;
    IssueFilter m_filter;
    Grouping m_grouping = Grouping::None;
    std::vector<catalog::Issue> m_issues;
    std::vector<Group> m_groups; ///< empty without grouping
    bool m_isScheduled = false;
};

} // namespace models
