// SPDX-License-Identifier: MIT
// How the table finds its rows: filter and order, in turns where the catalogue is large.
#include "models/episodetablemodel.h"

#include <QCollator>

#include <algorithm>
#include <limits>
#include <utility>

namespace models {

using catalog::Episode;
using catalog::EpisodeId;

namespace {

/// Catalogues of this size are filtered and sorted in one go, larger ones in turns: some searches parse each
/// episode.
constexpr int wholeAtOnce = 200;
/// Episodes that come into catalogues of this size are shown at once.
constexpr int shownAtOnce = 2000;
constexpr int turnMilliseconds = 20;
/// Between two looks at a catalogue that is being opened.
constexpr int pauseMilliseconds = 200;

QCollator naturalCollator() {
    // The C locale does not compare numbers.
    const QLocale locale = QLocale().language() == QLocale::C ? QLocale(QLocale::English) : QLocale();
    QCollator collator(locale);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

} // namespace

/// What is worth a look: errors and warnings.
int EpisodeTableModel::problemCountOf(EpisodeId id) const {
    const auto& issues = m_validator.issuesOf(id);
    return static_cast<int>(std::count_if(issues.begin(), issues.end(), [](const catalog::Issue& issue) {
        return issue.severity != catalog::Severity::Information;
    }));
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
        if (problemCountOf(episode.id()) == 0)
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

/// What a column is ordered by.
EpisodeOrder::MakeKey EpisodeTableModel::keyOf(const QString& column) const {
    if (column == QLatin1String("date"))
        return [](const Episode& episode) {
            const auto& moment = episode.summary().moment;
            return EpisodeOrder::Key{moment ? static_cast<double>(*moment) : -1e18, {}};
        };
    if (column == problemsColumn)
        return [this](const Episode& episode) {
            return EpisodeOrder::Key{double(problemCountOf(episode.id())), {}};
        };
    if (column == changedColumn)
        return [](const Episode& episode) { return EpisodeOrder::Key{episode.isChanged() ? 1.0 : 0.0, {}}; };
    return [this, column, collator = naturalCollator()](const Episode& episode) {
        const QString text = cellText(episode, column);
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        if (isNumber) // most of what is numbered: needs no collation
            return EpisodeOrder::Key{static_cast<double>(number), {}};
        return EpisodeOrder::Key{std::numeric_limits<double>::infinity(), collator.sortKey(text)};
    };
}

void EpisodeTableModel::orderAnew() {
    // By default newest first: what was published last is what gets edited.
    const bool isStandard = m_sortColumn < 0 || m_sortColumn >= m_columns.size();
    const QString column = isStandard ? QStringLiteral("date") : m_columns[m_sortColumn];
    const bool hangsOnMore = column == problemsColumn || column == changedColumn || column == fileColumn;
    m_order.use(keyOf(column), isStandard || m_sortOrder == Qt::DescendingOrder,
                hangsOnMore ? QString() : column);
}

void EpisodeTableModel::refresh() {
    m_isOnlySorting = false;
    find();
}

void EpisodeTableModel::find() {
    m_found.clear();
    m_looked = 0;
    m_isAsked = false;
    m_isFinding = true;
    work(m_catalog.size() <= wholeAtOnce ? QDeadlineTimer(QDeadlineTimer::Forever)
                                         : QDeadlineTimer(turnMilliseconds));
}

void EpisodeTableModel::settle() {
    if (m_isFinding || m_isAsked)
        refresh();
    if (m_isFinding)
        work(QDeadlineTimer(QDeadlineTimer::Forever));
}

/// Episodes came: small catalogues are shown at once, large ones now and then while they are opened.
void EpisodeTableModel::takeUp() {
    if (m_catalog.size() <= shownAtOnce)
        return refresh();
    m_isAsked = true;
    if (!m_isFinding && !m_timer.isActive())
        m_timer.start(pauseMilliseconds);
}

void EpisodeTableModel::goOn() {
    m_isStale = m_isEditing; // rows stay where they are while one of them is edited
    m_isFinding = !m_isEditing;
    if (m_isFinding)
        work(QDeadlineTimer(turnMilliseconds));
}

/// One turn of finding the rows; the rest follows when the events have been worked off.
void EpisodeTableModel::work(const QDeadlineTimer& until) {
    bool isDone = m_order.work(until);
    const auto& ids = m_order.ids();
    const bool isAsking = !m_isOnlySorting && !m_filter.query.isEmpty();
    for (; isDone && m_looked < ids.size(); ++m_looked) {
        if (isAsking)
            m_search.lookAhead(ids, m_looked, m_filter.query);
        if (m_looked % 64 == 63 && until.hasExpired())
            isDone = false;
        else if (m_isOnlySorting ? placeOf(ids[m_looked]) >= 0 : isShown(m_catalog.episode(ids[m_looked])))
            m_found.push_back(ids[m_looked]);
        if (!isDone)
            break;
    }
    if (!isDone)
        return m_timer.start(0);
    m_timer.stop();
    m_isFinding = false;
    showFound();
    if (m_isAsked)
        m_timer.start(pauseMilliseconds);
}

void EpisodeTableModel::showFound() {
    const auto place = [this] {
        m_rows = std::move(m_found);
        arrangeGroups();
    };
    if (!std::exchange(m_isOnlySorting, false)) {
        beginResetModel();
        place();
        return endResetModel();
    }
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<EpisodeId> held;
    for (const QModelIndex& index : before)
        held.push_back(episodeAt(index.row()));
    place();
    QModelIndexList after;
    for (int i = 0; i < before.size(); ++i)
        after.append(index(rowOf(held[static_cast<std::size_t>(i)]), before[i].column()));
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void EpisodeTableModel::sort(int column, Qt::SortOrder order) {
    m_sortColumn = column;
    m_sortOrder = order;
    orderAnew();
    m_isOnlySorting = !m_isFinding || m_isOnlySorting;
    find();
}

} // namespace models
