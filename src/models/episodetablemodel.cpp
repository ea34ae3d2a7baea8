// SPDX-License-Identifier: MIT
#include "models/episodetablemodel.h"

#include "catalog/field.h"
#include "catalog/values.h"
#include "models/episodecells.h"
#include "models/linkmime.h"
#include "models/tooltip.h"

#include <QLocale>
#include <QUrl>

#include <algorithm>

namespace models {

using catalog::Episode;
using catalog::EpisodeId;

namespace {

/// Text longer than this is cut for the table: nobody reads more in a cell, and measuring it is slow.
constexpr int cellLimit = 300;

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

} // namespace

EpisodeTableModel::EpisodeTableModel(catalog::Catalog& catalog, catalog::Validator& validator,
                                     QObject* parent)
    : QAbstractTableModel(parent)
    , m_catalog(catalog)
    , m_validator(validator)
    , m_search(catalog)
    , m_order(catalog)
    , m_columns(standardColumns()) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_isFinding)
            goOn();
        else if (m_isEditing)
            m_isStale = true;
        else
            refresh();
    });
    orderAnew();
    connect(&m_catalog, &catalog::Catalog::cleared, this, [this] {
        m_order.clear();
        m_texts.clear();
        m_isEditing = false; // nothing is left to be edited
        refresh();
    });
    connect(&m_catalog, &catalog::Catalog::episodesAdded, this, &EpisodeTableModel::followCatalog);
    connect(&m_catalog, &catalog::Catalog::presenceChanged, this, &EpisodeTableModel::followCatalog);
    connect(&m_catalog, &catalog::Catalog::episodeChanged, this, [this](EpisodeId id) {
        m_order.touch(id);
        m_texts.forget(id);
        if (m_isFinding) { // the order that is being looked through is another one now
            m_found.clear();
            m_looked = 0;
            m_timer.start(0);
        }
        updateEpisode(id);
    });
    connect(&m_validator, &catalog::Validator::issuesChanged, this, [this](EpisodeId id) {
        if (m_columns.value(m_sortColumn) == problemsColumn)
            m_order.touch(id);
        updateEpisode(id);
    });
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
    orderAnew();
    endResetModel();
}

void EpisodeTableModel::setFilter(const EpisodeFilter& filter) {
    m_filter = filter;
    refresh();
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
        const int count = problemCountOf(episode.id());
        return count > 0 ? QLocale().toString(count) : QString();
    }
    if (column == changedColumn)
        return episode.isChanged() ? tr("changed") : QString();
    return m_texts.valueText(episode, column);
}

/// The same as one short line. What is painted again and again is kept, where it hangs on the file alone.
QString EpisodeTableModel::shownText(const Episode& episode, const QString& column) const {
    const auto make = [&](const QString& name) {
        return cellText(episode, name).left(cellLimit).replace(QLatin1Char('\n'), QLatin1Char(' '));
    };
    const bool hangsOnMore = column == problemsColumn || column == changedColumn || column == fileColumn;
    return hangsOnMore ? make(column) : m_texts.text(episode, column, make);
}

QVariant EpisodeTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    if (const EpisodeGroups::Group* group = m_groups.headingAt(index.row()))
        return headingData(*group, role);
    const Episode& episode = m_catalog.episode(episodeAt(index.row()));
    const QString& column = m_columns[index.column()];
    switch (role) {
    case Qt::DisplayRole:
        return shownText(episode, column);
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
    case Qt::EditRole:
        return editableField(column) ? cellTextOf(m_catalog, episode.id(), column) : QVariant();
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
        return QVariant::fromValue(m_filter.query.marks().termsFor(column.toStdString()));
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
    const EpisodeId id = index.isValid() ? episodeAt(index.row()) : EpisodeId{};
    if (!id.isValid() || m_catalog.episode(id).isReadOnly())
        return flags;
    const bool isField = m_session && editableField(m_columns[index.column()]);
    return flags | Qt::ItemIsDropEnabled | (isField ? Qt::ItemIsEditable : Qt::NoItemFlags);
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
    const EpisodeId id = episodeAt(parent.row());
    if (!id.isValid())
        return false;
    emit linksDropped(id, data, action);
    return true;
}

} // namespace models
