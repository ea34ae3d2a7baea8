// SPDX-License-Identifier: MIT
#include "models/chaptertablemodel.h"

#include "catalog/chaptertime.h"
#include "catalog/values.h"
#include "models/chaptertext.h"
#include "models/tooltip.h"

#include <QFont>

#include <algorithm>

namespace models {

using catalog::Chapter;
using catalog::Chapters;

ChapterTableModel::ChapterTableModel(EditSession& session, QObject* parent)
    : QAbstractTableModel(parent)
    , m_session(session) {
    connect(&session.catalog(), &catalog::Catalog::episodeChanged, this, [this](catalog::EpisodeId id) {
        if (id == m_id)
            refresh();
    });
    connect(&session.catalog(), &catalog::Catalog::cleared, this, [this] { setEpisode({}); });
}

void ChapterTableModel::setEpisode(catalog::EpisodeId id) {
    beginResetModel();
    m_id = id;
    m_position = -1;
    m_chapters.clear();
    read();
    m_heard = -1;
    endResetModel();
}

void ChapterTableModel::read() {
    const catalog::Catalog& all = m_session.catalog();
    const auto document = all.contains(m_id) ? all.episode(m_id).document() : nullptr;
    m_chapters = document ? catalog::chaptersOf(*document) : Chapters();
    m_spans = document ? catalog::chapterSpans(*document) : std::vector<format::Span>();
    const QString stated = document ? all.episode(m_id).valueText("podcast_duration") : QString();
    m_duration = catalog::parseDuration(stated).value_or(0) * 1000;
    findOrder();
}

void ChapterTableModel::findOrder() {
    m_isOutOfOrder.assign(m_chapters.size(), false);
    qint64 latest = 0;
    for (std::size_t i = 0; i < m_chapters.size(); ++i) {
        m_isOutOfOrder[i] = m_chapters[i].start < latest;
        latest = std::max(latest, m_chapters[i].start);
    }
}

bool ChapterTableModel::isLocked() const {
    return !m_session.catalog().contains(m_id) || m_session.catalog().episode(m_id).isReadOnly();
}

/// Tells views what moved, came or went, so that they keep selection and scroll.
void ChapterTableModel::refresh() {
    const auto document = m_session.catalog().episode(m_id).document();
    const Chapters now = document ? catalog::chaptersOf(*document) : Chapters();
    if (!followMove(now))
        followSize(now);
    const Chapters shown = m_chapters;
    read();
    tellChanges(shown);
    setHeardAt(m_position);
}

/// One row that stands elsewhere now, its start changed or not.
bool ChapterTableModel::followMove(const Chapters& now) {
    if (now.size() != m_chapters.size() || now.size() < 2)
        return false;
    const auto first = static_cast<std::size_t>(
        std::mismatch(now.begin(), now.end(), m_chapters.begin()).first - now.begin());
    const auto behind = static_cast<std::size_t>(
        std::mismatch(now.rbegin(), now.rend(), m_chapters.rbegin()).first - now.rbegin());
    if (first + behind + 1 >= now.size())
        return false;
    const auto from = static_cast<std::ptrdiff_t>(first);
    const auto last = static_cast<std::ptrdiff_t>(now.size() - behind) - 1;
    const auto was = m_chapters.begin();
    const bool isDown = std::equal(was + from + 1, was + last + 1, now.begin() + from);
    const bool isUp = std::equal(was + from, was + last, now.begin() + from + 1);
    if (!isDown && !isUp)
        return false;
    const int row = static_cast<int>(isDown ? from : last);
    beginMoveRows({}, row, row, {}, static_cast<int>(isDown ? last + 1 : from));
    if (isDown)
        std::rotate(was + from, was + from + 1, was + last + 1);
    else
        std::rotate(was + from, was + last, was + last + 1);
    m_spans.assign(m_chapters.size(), {}); // read anew in a moment
    endMoveRows();
    return true;
}

/// Rows that came or went, between what is the same before and behind.
void ChapterTableModel::followSize(const Chapters& now) {
    const int growth = static_cast<int>(now.size()) - rowCount();
    if (growth == 0)
        return;
    const std::size_t shorter = std::min(now.size(), m_chapters.size());
    std::size_t first = 0;
    while (first < shorter && now[first] == m_chapters[first])
        ++first;
    std::size_t behind = 0;
    while (behind < shorter - first &&
           now[now.size() - 1 - behind] == m_chapters[m_chapters.size() - 1 - behind])
        ++behind;
    const int at = static_cast<int>(shorter - behind);
    const auto place = m_chapters.begin() + at;
    if (growth < 0) {
        beginRemoveRows({}, at, at - growth - 1);
        m_chapters.erase(place, place - growth);
        findOrder();
        endRemoveRows();
    } else {
        beginInsertRows({}, at, at + growth - 1);
        m_chapters.insert(place, now.begin() + at, now.begin() + at + growth);
        findOrder();
        endInsertRows();
    }
}

void ChapterTableModel::tellChanges(const Chapters& shown) {
    for (int row = 0; row < rowCount(); ++row)
        if (at(row) != shown[static_cast<std::size_t>(row)])
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
    if (rowCount() > 0) // ends and order follow from the neighbours
        emit dataChanged(index(0, StartColumn), index(rowCount() - 1, EndColumn));
}

void ChapterTableModel::setHeardAt(qint64 position) {
    m_position = position;
    const int heard = catalog::chapterHeardAt(m_chapters, position);
    if (heard == m_heard)
        return;
    const int before = m_heard;
    m_heard = heard;
    for (const int row : {before, heard})
        if (row >= 0 && row < rowCount())
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

format::Span ChapterTableModel::rowSpan(int row) const {
    return row >= 0 && row < static_cast<int>(m_spans.size()) ? m_spans[static_cast<std::size_t>(row)]
                                                              : format::Span{};
}

int ChapterTableModel::rowAtOffset(std::size_t offset) const {
    const auto found = std::find_if(m_spans.begin(), m_spans.end(),
                                    [&](format::Span span) { return span.contains(offset); });
    return found == m_spans.end() ? -1 : static_cast<int>(found - m_spans.begin());
}

bool ChapterTableModel::change(const catalog::ChapterChange& change, const QString& name,
                               EditSession::Merge merge) {
    return m_session.catalog().contains(m_id) && m_session.setChapters(m_id, change, name, merge);
}

int ChapterTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_chapters.size());
}

int ChapterTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ChapterTableModel::display(int row, int column) const {
    if (column != EndColumn || at(row).end)
        return edited(row, column);
    const qint64 end = catalog::endOf(m_chapters, row, m_duration);
    return end < 0 ? QString() : catalog::chapterTimeText(end);
}

QVariant ChapterTableModel::edited(int row, int column) const {
    const Chapter& chapter = at(row);
    switch (column) {
    case StartColumn:
        return catalog::chapterTimeText(chapter.start);
    case EndColumn:
        return chapter.end ? catalog::chapterTimeText(*chapter.end) : QString();
    case TitleColumn:
        return chapter.title;
    case UrlColumn:
        return chapter.url;
    case ImageColumn:
        return chapter.image;
    case LocationColumn:
        return locationText(chapter.location);
    default:
        return {};
    }
}

QString ChapterTableModel::toolTip(int row, int column) const {
    if (column == StartColumn && m_isOutOfOrder[static_cast<std::size_t>(row)])
        return tr("Starts before a chapter that stands above it; Sort puts it in its place");
    if (column == StartColumn && row == m_heard)
        return tr("This chapter is being heard");
    if (column == EndColumn && !at(row).end)
        return tr("Ends where the next chapter starts; the file states no end");
    return plainToolTip(display(row, column).toString());
}

QVariant ChapterTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const int row = index.row();
    switch (role) {
    case Qt::DisplayRole:
        return display(row, index.column());
    case Qt::EditRole:
        return edited(row, index.column());
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case Qt::CheckStateRole:
        if (index.column() == ContentsColumn)
            return at(row).isInContents ? Qt::Checked : Qt::Unchecked;
        return {};
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter |
                                   (index.column() <= EndColumn ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::FontRole:
        if (row == m_heard || (index.column() == EndColumn && !at(row).end)) {
            QFont font;
            font.setBold(row == m_heard);
            font.setItalic(index.column() == EndColumn && !at(row).end);
            return font;
        }
        return {};
    case Qt::AccessibleTextRole:
        if (index.column() == StartColumn && row == m_heard)
            return tr("%1, being heard").arg(display(row, StartColumn).toString());
        return {};
    case OutOfOrderRole:
        return bool(m_isOutOfOrder[static_cast<std::size_t>(row)]);
    case HeardRole:
        return row == m_heard;
    case ImpliedRole:
        return index.column() == EndColumn && !at(row).end;
    default:
        return {};
    }
}

bool ChapterTableModel::setTime(int row, int column, const QString& text) {
    Chapter chapter = at(row);
    const auto time = catalog::parseChapterTime(text);
    if (!time && !(column == EndColumn && text.trimmed().isEmpty())) {
        emit refused(tr("“%1” is no time. Times are written 1:02:03, 62:03, 3723 or 3723.5.").arg(text));
        return false;
    }
    if (column == StartColumn)
        return change(catalog::withStart(m_chapters, row, *time), tr("Change Chapter Start"));
    if (time && *time <= chapter.start) {
        emit refused(tr("A chapter cannot end at %1, before it has started.").arg(text.trimmed()));
        return false;
    }
    chapter.end = time;
    return change(catalog::withChapter(m_chapters, row, chapter), tr("Change Chapter End"));
}

bool ChapterTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const Qt::ItemFlags flags = this->flags(index);
    Chapter chapter = index.isValid() ? at(index.row()) : Chapter();
    if (role == Qt::CheckStateRole && flags.testFlag(Qt::ItemIsUserCheckable)) {
        chapter.isInContents = value.toInt() == Qt::Checked;
        return change(catalog::withChapter(m_chapters, index.row(), chapter),
                      chapter.isInContents ? tr("Show Chapter in Contents")
                                           : tr("Hide Chapter from Contents"));
    }
    if (role != Qt::EditRole || !flags.testFlag(Qt::ItemIsEditable))
        return false;
    const QString text = value.toString();
    if (text == data(index, Qt::EditRole).toString())
        return true;
    const auto set = [&](auto& member, const auto& to, const QString& name) {
        member = to;
        return change(catalog::withChapter(m_chapters, index.row(), chapter), name);
    };
    switch (index.column()) {
    case TitleColumn:
        return set(chapter.title, text, tr("Change Chapter Title"));
    case UrlColumn:
        return set(chapter.url, text.trimmed(), tr("Change Chapter URL"));
    case ImageColumn:
        return set(chapter.image, text.trimmed(), tr("Change Chapter Image"));
    case LocationColumn:
        return set(chapter.location, parseLocation(text), tr("Change Chapter Location"));
    default:
        return setTime(index.row(), index.column(), text);
    }
}

QVariant ChapterTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const bool isTip = role == Qt::ToolTipRole;
    switch (section) {
    case StartColumn:
        return isTip ? tr("1:02:03, 62:03, 3723 or 3723.5") : tr("Start");
    case EndColumn:
        return isTip ? tr("Upright where the file states it; empty it to end with the next chapter")
                     : tr("End");
    case TitleColumn:
        return tr("Title");
    case UrlColumn:
        return isTip ? tr("A web page about it") : tr("URL");
    case ImageColumn:
        return isTip ? tr("The address of a picture that players show meanwhile") : tr("Image");
    case ContentsColumn:
        return isTip ? tr("Whether players list it in their table of contents") : tr("Listed");
    case LocationColumn:
        return isTip ? tr("Name | geo:latitude,longitude | OpenStreetMap id") : tr("Location");
    default:
        return {};
    }
}

Qt::ItemFlags ChapterTableModel::flags(const QModelIndex& index) const {
    if (!index.isValid() || index.row() >= rowCount())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (isLocked())
        return flags;
    return flags | (index.column() == ContentsColumn ? Qt::ItemIsUserCheckable : Qt::ItemIsEditable);
}

} // namespace models
