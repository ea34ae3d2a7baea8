// SPDX-License-Identifier: MIT
#include "models/issuemodel.h"

#include "catalog/catalog.h"
#include "catalog/field.h"

#include <QTimer>

#include <algorithm>

namespace models {

IssueModel::IssueModel(const catalog::Catalog& catalog, const catalog::Validator& validator, QObject* parent)
    : QAbstractTableModel(parent)
    , m_catalog(catalog)
    , m_validator(validator) {
    connect(&m_validator, &catalog::Validator::countsChanged, this, &IssueModel::scheduleRefresh);
    connect(&m_validator, &catalog::Validator::issuesChanged, this, [this](catalog::EpisodeId id) {
        if (!m_episode.isValid() || id == m_episode)
            scheduleRefresh();
    });
    connect(&m_catalog, &catalog::Catalog::cleared, this, [this] {
        m_episode = {};
        refresh();
    });
}

void IssueModel::setEpisode(catalog::EpisodeId id) {
    m_episode = id;
    refresh();
}

void IssueModel::setLeastSeverity(catalog::Severity severity) {
    m_least = severity;
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
    m_issues.clear();
    const auto take = [this](catalog::EpisodeId id) {
        for (const catalog::Issue& issue : m_validator.issuesOf(id))
            if (issue.severity <= m_least)
                m_issues.push_back(issue);
    };
    if (m_episode.isValid())
        take(m_episode);
    else
        for (int i = 0; i < m_catalog.size(); ++i)
            take({i});
    std::stable_sort(m_issues.begin(), m_issues.end(), [](const catalog::Issue& a, const catalog::Issue& b) {
        return a.severity < b.severity;
    });
    endResetModel();
}

int IssueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_issues.size());
}

int IssueModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

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

QVariant IssueModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const catalog::Issue& issue = issueAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case SeverityColumn:
            return severityName(issue.severity);
        case EpisodeColumn: {
            const catalog::Summary& summary = m_catalog.episode(issue.episode).summary();
            return QStringLiteral("%1 %2").arg(summary.show, summary.number);
        }
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
        if (index.column() == EpisodeColumn)
            return m_catalog.relativePath(issue.episode);
        return issue.fix ? tr("%1\nFix: %2").arg(issue.message, issue.fix->label) : issue.message;
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
