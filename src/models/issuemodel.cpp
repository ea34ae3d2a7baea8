// SPDX-License-Identifier: MIT
#include "models/issuemodel.h"

#include "catalog/catalog.h"
#include "catalog/field.h"
#include "catalog/rules/explanations.h"
#include "models/tooltip.h"

#include <QFont>
#include <QTimer>

#include <algorithm>
#include <map>

namespace models {

namespace {

QString severityName(catalog::Severity severity) {
    switch (severity) {
    case catalog::Severity::Error:
        return IssueModel::tr("Error");
    case catalog::Severity::Warning:
        return IssueModel::tr("Warning");
    case catalog::Severity::Information:
        return IssueModel::tr("Information");
    }
    return {};
}

QString fieldName(const QString& key) {
    if (key == QLatin1String("body"))
        return IssueModel::tr("Show notes");
    const catalog::Field* field = catalog::fieldOf(key.toStdString());
    return field ? catalog::labelOf(*field) : key;
}

} // namespace

IssueModel::IssueModel(const catalog::Catalog& catalog, const catalog::Validator& validator, QObject* parent)
    : QAbstractItemModel(parent)
    , m_catalog(catalog)
    , m_validator(validator) {
    connect(&m_validator, &catalog::Validator::countsChanged, this, &IssueModel::scheduleRefresh);
    connect(&m_validator, &catalog::Validator::issuesChanged, this, [this](catalog::EpisodeId id) {
        if (!m_filter.episode.isValid() || id == m_filter.episode)
            scheduleRefresh();
    });
    connect(&m_catalog, &catalog::Catalog::cleared, this, [this] {
        m_filter.episode = {};
        m_filter.show.clear();
        refresh();
    });
}

void IssueModel::setFilter(const IssueFilter& filter) {
    if (filter == m_filter)
        return;
    m_filter = filter;
    refresh();
}

void IssueModel::setGrouping(Grouping grouping) {
    m_grouping = grouping;
    refresh();
}

void IssueModel::scheduleRefresh() {
    if (m_isScheduled)
        return;
    m_isScheduled = true;
    // Checking a whole catalogue reports each episode: show them a few times a second.
    QTimer::singleShot(m_validator.isBusy() ? 200 : 0, this, &IssueModel::refresh);
}

void IssueModel::refresh() {
    m_isScheduled = false;
    beginResetModel();
    collect();
    group();
    endResetModel();
}

void IssueModel::collect() {
    m_issues.clear();
    const auto take = [this](catalog::EpisodeId id) {
        for (const catalog::Issue& issue : m_validator.issuesOf(id))
            if (isShown(issue))
                m_issues.push_back(issue);
    };
    if (m_filter.episode.isValid())
        take(m_filter.episode);
    else
        for (int i = 0; i < m_catalog.size(); ++i)
            if (m_filter.show.isEmpty() || m_catalog.episode({i}).summary().show == m_filter.show)
                take({i});
    std::stable_sort(m_issues.begin(), m_issues.end(), [](const catalog::Issue& a, const catalog::Issue& b) {
        return a.severity < b.severity;
    });
}

bool IssueModel::isShown(const catalog::Issue& issue) const {
    if (issue.severity > m_filter.least)
        return false;
    const QStringList words = m_filter.words.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&](const QString& word) {
        return issue.message.contains(word, Qt::CaseInsensitive) ||
               issue.rule.contains(word, Qt::CaseInsensitive) ||
               fieldName(issue.field).contains(word, Qt::CaseInsensitive) ||
               episodeName(issue.episode).contains(word, Qt::CaseInsensitive);
    });
}

QString IssueModel::episodeName(catalog::EpisodeId id) const {
    const catalog::Summary& summary = m_catalog.episode(id).summary();
    return QStringLiteral("%1 %2").arg(summary.show, summary.number);
}

QString IssueModel::groupOf(const catalog::Issue& issue) const {
    switch (m_grouping) {
    case Grouping::Severity:
        return severityName(issue.severity);
    case Grouping::Rule:
        return issue.rule;
    case Grouping::Show:
        return m_catalog.episode(issue.episode).summary().show;
    case Grouping::Episode:
        return episodeName(issue.episode);
    case Grouping::None:
        break;
    }
    return {};
}

/// Groups stand in the order of their worst issues, then of the catalogue; so do the issues in each.
void IssueModel::group() {
    m_groups.clear();
    if (m_grouping == Grouping::None)
        return;
    std::map<QString, std::vector<catalog::Issue>> found;
    std::vector<QString> order;
    for (catalog::Issue& issue : m_issues) {
        const QString label = groupOf(issue);
        auto& place = found[label];
        if (place.empty())
            order.push_back(label);
        place.push_back(std::move(issue));
    }
    m_issues.clear();
    for (const QString& label : order) {
        auto& members = found[label];
        m_groups.push_back({label, count(), static_cast<int>(members.size())});
        m_issues.insert(m_issues.end(), std::make_move_iterator(members.begin()),
                        std::make_move_iterator(members.end()));
    }
}

// An index's id: 0 at the top, else 1 more than its group.
QModelIndex IssueModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : 0);
}

QModelIndex IssueModel::parent(const QModelIndex& index) const {
    return index.isValid() && index.internalId() > 0
               ? createIndex(static_cast<int>(index.internalId()) - 1, 0)
               : QModelIndex();
}

int IssueModel::rowCount(const QModelIndex& parent) const {
    if (!parent.isValid())
        return m_groups.empty() ? count() : static_cast<int>(m_groups.size());
    const bool isGroup = !m_groups.empty() && parent.internalId() == 0 && parent.column() == 0;
    return isGroup ? m_groups[static_cast<std::size_t>(parent.row())].count : 0;
}

int IssueModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

int IssueModel::numberOf(const QModelIndex& index) const {
    if (!index.isValid())
        return -1;
    if (m_groups.empty())
        return index.row();
    return index.internalId() == 0 ? m_groups[static_cast<std::size_t>(index.row())].first
                                   : m_groups[index.internalId() - 1].first + index.row();
}

QModelIndex IssueModel::indexOf(int number) const {
    if (number < 0 || number >= count())
        return {};
    if (m_groups.empty())
        return index(number, 0);
    const auto behind = std::upper_bound(m_groups.begin(), m_groups.end(), number,
                                         [](int wanted, const Group& group) { return wanted < group.first; });
    const auto row = static_cast<int>(behind - m_groups.begin()) - 1;
    return index(number - m_groups[static_cast<std::size_t>(row)].first, 0, index(row, 0));
}

const catalog::Issue* IssueModel::issueAt(const QModelIndex& index) const {
    const bool isIssue = index.isValid() && (m_groups.empty() || index.internalId() > 0);
    return isIssue ? &m_issues[static_cast<std::size_t>(numberOf(index))] : nullptr;
}

std::vector<catalog::Issue> IssueModel::issuesBelow(const QModelIndex& index) const {
    if (const catalog::Issue* issue = issueAt(index))
        return {*issue};
    if (!index.isValid())
        return m_issues;
    const Group& group = m_groups[static_cast<std::size_t>(index.row())];
    return {m_issues.begin() + group.first, m_issues.begin() + group.first + group.count};
}

QVariant IssueModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    if (const catalog::Issue* issue = issueAt(index))
        return issueData(*issue, index.column(), role);
    return groupData(m_groups[static_cast<std::size_t>(index.row())], index.column(), role);
}

QVariant IssueModel::groupData(const Group& group, int column, int role) const {
    if (role == SeverityRole)
        return static_cast<int>(m_issues[static_cast<std::size_t>(group.first)].severity);
    if (role == Qt::FontRole) {
        QFont bold;
        bold.setBold(true);
        return bold;
    }
    if (role != Qt::DisplayRole || column != SeverityColumn)
        return {};
    return tr("%1 (%2)").arg(group.label).arg(group.count);
}

/// What is wrong, what would mend it, and why it is looked at: HTML, so that it wraps.
QString IssueModel::toolTip(const catalog::Issue& issue) {
    QStringList paragraphs{issue.message.toHtmlEscaped()};
    if (issue.fix)
        paragraphs += tr("Fix: %1").arg(issue.fix->label).toHtmlEscaped();
    if (const QString why = catalog::ruleExplanationText(issue.rule.toStdString()); !why.isEmpty())
        paragraphs += why.toHtmlEscaped();
    return QLatin1String("<p>") + paragraphs.join(QLatin1String("</p><p>")) + QLatin1String("</p>");
}

QVariant IssueModel::issueData(const catalog::Issue& issue, int column, int role) const {
    switch (role) {
    case Qt::DisplayRole:
        switch (column) {
        case SeverityColumn:
            return severityName(issue.severity);
        case EpisodeColumn:
            return episodeName(issue.episode);
        case FieldColumn:
            return fieldName(issue.field);
        case MessageColumn:
            return issue.message;
        case RuleColumn:
            return issue.rule;
        default:
            return {};
        }
    case Qt::ToolTipRole:
        if (column == EpisodeColumn)
            return plainToolTip(m_catalog.relativePath(issue.episode));
        return toolTip(issue); // escaped already
    case SeverityRole:
        return static_cast<int>(issue.severity);
    case EpisodeRole:
        return QVariant::fromValue(issue.episode);
    case HasFixRole:
        return issue.fix.has_value();
    default:
        return {};
    }
}

QVariant IssueModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case SeverityColumn:
        return tr("Severity");
    case EpisodeColumn:
        return tr("Episode");
    case FieldColumn:
        return tr("Field");
    case MessageColumn:
        return tr("Problem");
    case RuleColumn:
        return tr("Rule");
    default:
        return {};
    }
}

} // namespace models
