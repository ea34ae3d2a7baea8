// SPDX-License-Identifier: MIT
#include "models/episodetablemodel.h"

#include "catalog/field.h"
#include "catalog/values.h"
#include "models/linkmime.h"
#include "models/tooltip.h"

#include <QCollator>
#include <QLocale>
#include <QUrl>

#include <algorithm>
#include <numeric>

namespace models {

using catalog::Episode;
using catalog::EpisodeId;

namespace {

/// Text longer than this is cut for the table: nobody reads more in a cell, and measuring it is slow.
constexpr int cellLimit = 300;

QCollator naturalCollator() {
    // The C locale does not compare numbers.
    const QLocale locale = QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale();
    QCollator collator(locale);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

QString dateCell(const QString& stored) {
    const auto date = catalog::parseEpisodeDate(stored);
    return date ? QLocale().toString(date->date, QStringLiteral("d MMM yyyy")) : stored;
}

/// "00:46:01" reads as 46:01.
QString durationCell(const QString& stored) {
    return stored.startsWith(QLatin1String("00:")) && stored.size() == 8 ? stored.mid(3) : stored;
}

int worstSeverity(const std::vector<catalog::Issue>& issues) {
    int worst = -1;
    for (const catalog::Issue& issue : issues)
        if (issue.severity != catalog::Severity::Information)
            worst = worst < 0 ? static_cast<int>(issue.severity)
                              : std::min(worst, static_cast<int>(issue.severity));
    return worst;
}

int problemCount(const std::vector<catalog::Issue>& issues) {
    return static_cast<int>(std::count_if(issues.begin(), issues.end(), [](const catalog::Issue& issue) {
        return issue.severity != catalog::Severity::Information;
    }));
}

} // namespace

EpisodeTableModel::EpisodeTableModel(catalog::Catalog& catalog, catalog::Validator& validator,
                                     QObject* parent)
    : QAbstractTableModel(parent)
    , m_catalog(catalog)
    , m_validator(validator)
    , m_search(catalog)
    , m_columns(standardColumns()) {
    connect(&m_catalog, &catalog::Catalog::cleared, this, [this] {
        m_search.clear();
        refresh();
    });
    connect(&m_catalog, &catalog::Catalog::episodesAdded, this, &EpisodeTableModel::refresh);
    connect(&m_catalog, &catalog::Catalog::presenceChanged, this, &EpisodeTableModel::refresh);
    connect(&m_catalog, &catalog::Catalog::episodeChanged, this, [this](EpisodeId id) {
        m_search.invalidate(id);
        updateEpisode(id);
    });
    connect(&m_validator, &catalog::Validator::issuesChanged, this, &EpisodeTableModel::updateEpisode);
}

QStringList EpisodeTableModel::standardColumns() {
    return {QStringLiteral("episode"),
            QStringLiteral("title"),
            QStringLiteral("date"),
            QStringLiteral("podcast_duration"),
            QStringLiteral("guests"),
            problemsColumn,
            changedColumn};
}

QStringList EpisodeTableModel::allColumns() {
    QStringList columns = standardColumns();
    for (const catalog::Field& field : catalog::fields())
        if (const QString key = QString::fromUtf8(field.key.data(), static_cast<int>(field.key.size()));
            !columns.contains(key))
            columns.append(key);
    columns.append(fileColumn);
    return columns;
}

QString EpisodeTableModel::columnLabel(const QString& column) {
    if (column == problemsColumn)
        return tr("Problems");
    if (column == changedColumn)
        return tr("Changed");
    if (column == fileColumn)
        return tr("File");
    if (column == QLatin1String("episode"))
        return tr("#");
    const catalog::Field* field = catalog::fieldOf(column.toStdString());
    return field ? catalog::labelOf(*field) : column;
}

void EpisodeTableModel::setColumns(const QStringList& columns) {
    if (columns == m_columns || columns.isEmpty())
        return;
    const QString sorted = m_columns.value(m_sortColumn);
    beginResetModel();
    m_columns = columns;
    m_sortColumn = static_cast<int>(m_columns.indexOf(sorted));
    endResetModel();
}

void EpisodeTableModel::setFilter(const EpisodeFilter& filter) {
    m_filter = filter;
    refresh();
}

bool EpisodeTableModel::isShown(const Episode& episode) const {
    using Kind = EpisodeFilter::Kind;
    if (episode.isGone())
        return false;
    if (!m_filter.show.isEmpty() && episode.summary().show != m_filter.show)
        return false;
    switch (m_filter.kind) {
    case Kind::All:
        break;
    case Kind::Changed:
        if (!episode.isChanged())
            return false;
        break;
    case Kind::Drafts:
        if (!episode.summary().isDraft)
            return false;
        break;
    case Kind::Problems:
        if (problemCount(m_validator.issuesOf(episode.id())) == 0)
            return false;
        break;
    case Kind::Unreadable:
        if (!episode.isRefused())
            return false;
        break;
    }
    return m_filter.query.isEmpty() ||
           m_search.matches(episode.id(), m_filter.query, &m_validator.issuesOf(episode.id()));
}

void EpisodeTableModel::refresh() {
    beginResetModel();
    m_rows.clear();
    for (int i = 0; i < m_catalog.size(); ++i)
        if (isShown(m_catalog.episode({i})))
            m_rows.push_back({i});
    orderRows(m_rows);
    m_rowOf.clear();
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        m_rowOf.insert(m_rows[row], static_cast<int>(row));
    endResetModel();
}

/// What one row is ordered by; made once a sort, so that comparing costs no parsing.
struct EpisodeTableModel::SortKey {
    double number = 0;
    QCollatorSortKey text;
};

void EpisodeTableModel::orderRows(std::vector<EpisodeId>& rows) const {
    const QCollator collator = naturalCollator();
    // By default newest first within each show: what was published last is what gets edited.
    const bool standard = m_sortColumn < 0 || m_sortColumn >= m_columns.size();
    const QString column = standard ? QStringLiteral("date") : m_columns[m_sortColumn];
    const bool descending = standard || m_sortOrder == Qt::DescendingOrder;
    std::vector<SortKey> keys;
    keys.reserve(rows.size());
    for (const EpisodeId id : rows) {
        const Episode& episode = m_catalog.episode(id);
        SortKey key{0, collator.sortKey({})};
        if (column == QLatin1String("date")) {
            const auto date = catalog::parseEpisodeDate(episode.summary().date);
            key.number = date ? static_cast<double>(date->moment().toSecsSinceEpoch()) : -1e18;
        } else if (column == problemsColumn) {
            key.number = problemCount(m_validator.issuesOf(id));
        } else if (column == changedColumn) {
            key.number = episode.isChanged() ? 1 : 0;
        } else {
            key.text = collator.sortKey(cellText(episode, column));
        }
        keys.push_back(std::move(key));
    }
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const SortKey& left = keys[descending ? b : a];
        const SortKey& right = keys[descending ? a : b];
        return left.number != right.number ? left.number < right.number : left.text < right.text;
    });
    std::vector<EpisodeId> sorted;
    sorted.reserve(rows.size());
    for (const std::size_t position : order)
        sorted.push_back(rows[position]);
    rows = std::move(sorted);
}

void EpisodeTableModel::sort(int column, Qt::SortOrder order) {
    m_sortColumn = column;
    m_sortOrder = order;
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<EpisodeId> held;
    for (const QModelIndex& index : before)
        held.push_back(episodeAt(index.row()));
    orderRows(m_rows);
    for (std::size_t row = 0; row < m_rows.size(); ++row)
        m_rowOf.insert(m_rows[row], static_cast<int>(row));
    QModelIndexList after;
    for (int i = 0; i < before.size(); ++i)
        after.append(index(rowOf(held[static_cast<std::size_t>(i)]), before[i].column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

EpisodeId EpisodeTableModel::episodeAt(int row) const {
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)] : EpisodeId{};
}

int EpisodeTableModel::rowOf(EpisodeId id) const {
    return m_rowOf.value(id, -1);
}

void EpisodeTableModel::updateEpisode(EpisodeId id) {
    if (const int row = rowOf(id); row >= 0)
        emit dataChanged(index(row, 0), index(row, columnCount() - 1));
}

int EpisodeTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int EpisodeTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QString EpisodeTableModel::cellText(const Episode& episode, const QString& column) const {
    const catalog::Summary& summary = episode.summary();
    if (column == QLatin1String("title"))
        return summary.title;
    if (column == QLatin1String("episode"))
        return summary.number;
    if (column == QLatin1String("date"))
        return dateCell(summary.date);
    if (column == QLatin1String("podcast_duration"))
        return durationCell(summary.duration);
    if (column == QLatin1String("guests"))
        return summary.guests.join(QStringLiteral(", "));
    if (column == QLatin1String("show_slug"))
        return summary.show;
    if (column == fileColumn)
        return m_catalog.relativePath(episode.id());
    if (column == problemsColumn) {
        const int count = problemCount(m_validator.issuesOf(episode.id()));
        return count > 0 ? QLocale().toString(count) : QString();
    }
    if (column == changedColumn)
        return episode.isChanged() ? tr("changed") : QString();
    return episode.valueText(column.toStdString());
}

QVariant EpisodeTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Episode& episode = m_catalog.episode(episodeAt(index.row()));
    const QString& column = m_columns[index.column()];
    switch (role) {
    case Qt::DisplayRole:
        return cellText(episode, column).left(cellLimit).replace(QLatin1Char('\n'), QLatin1Char(' '));
    case Qt::AccessibleTextRole: {
        const QString text = cellText(episode, column);
        return text.isEmpty() ? text : columnLabel(column) + QStringLiteral(": ") + text.left(cellLimit);
    }
    case Qt::ToolTipRole:
        if (episode.isRefused())
            return plainToolTip(
                tr("%1 cannot be opened: %2").arg(m_catalog.relativePath(episode.id()), episode.reason()));
        return plainToolTip(cellText(episode, column));
    case Qt::TextAlignmentRole:
        if (column == QLatin1String("episode") || column == QLatin1String("podcast_duration") ||
            column == QLatin1String("podcast_bytes") || column == problemsColumn)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    case EpisodeRole:
        return QVariant::fromValue(episode.id());
    case SortRole:
        return cellText(episode, column);
    case SeverityRole:
        return worstSeverity(m_validator.issuesOf(episode.id()));
    case ChangedRole:
        return episode.isChanged();
    case RefusedRole:
        return episode.isRefused();
    case MatchRole:
        return m_filter.query.marks().wordsFor(column.toStdString());
    default:
        return {};
    }
}

QVariant EpisodeTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= m_columns.size())
        return {};
    if (role == Qt::DisplayRole)
        return columnLabel(m_columns[section]);
    if (role == Qt::ToolTipRole) {
        const catalog::Field* field = catalog::fieldOf(m_columns[section].toStdString());
        return field ? QVariant(catalog::helpOf(*field)) : QVariant();
    }
    return {};
}

Qt::ItemFlags EpisodeTableModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && !m_catalog.episode(episodeAt(index.row())).isReadOnly()
               ? flags | Qt::ItemIsDropEnabled
               : flags;
}

Qt::DropActions EpisodeTableModel::supportedDropActions() const {
    return Qt::MoveAction | Qt::CopyAction;
}

QStringList EpisodeTableModel::mimeTypes() const {
    return linkMimeTypes();
}

bool EpisodeTableModel::canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                                        const QModelIndex& parent) const {
    // Files are for the window, which opens them.
    const QList<QUrl> urls = data->urls();
    const bool isFiles =
        std::any_of(urls.begin(), urls.end(), [](const QUrl& url) { return url.isLocalFile(); });
    return !isFiles && QAbstractTableModel::canDropMimeData(data, action, row, column, parent);
}

bool EpisodeTableModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int, int,
                                     const QModelIndex& parent) {
    if (!parent.isValid())
        return false;
    emit linksDropped(episodeAt(parent.row()), data, action);
    return true;
}

} // namespace models
