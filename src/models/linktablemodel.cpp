// SPDX-License-Identifier: MIT
#include "models/linktablemodel.h"

#include "models/linkmime.h"
#include "models/linkrows.h"
#include "models/tooltip.h"

#include <QFont>
#include <QLocale>

#include <algorithm>
#include <set>

namespace models {

struct LinkTableModel::Private {
    EditSession& session;
    catalog::EpisodeId id;
    std::vector<VisibleLinkRow> rows;
    const catalog::LinkResults* results = nullptr;

    const VisibleLinkRow& at(int row) const { return rows[static_cast<std::size_t>(row)]; }
    bool isValid(int row) const { return row >= 0 && row < static_cast<int>(rows.size()); }
    bool isLocked() const {
        if (!session.catalog().contains(id) || session.catalog().episode(id).isReadOnly())
            return true;
        const auto document = session.catalog().episode(id).document();
        return !document || document->isBodyLocked();
    }
    /// Where a model row stands among the file's rows; the end is behind the last visible one.
    std::size_t formatPosition(int row) const {
        if (isValid(row))
            return static_cast<std::size_t>(at(row).formatRow);
        return rows.empty() ? 0 : static_cast<std::size_t>(rows.back().formatRow) + 1;
    }
    std::vector<std::size_t> formatRows(const QList<int>& modelRows) const {
        std::set<std::size_t> found;
        for (const int row : modelRows)
            if (isValid(row))
                found.insert(static_cast<std::size_t>(at(row).formatRow));
        return {found.begin(), found.end()};
    }
    const catalog::LinkFinding* finding(const VisibleLinkRow& shown) const {
        const bool isLink = results && shown.row.kind == format::RowKind::Link;
        return isLink ? results->find(QString::fromStdString(shown.row.link.url)) : nullptr;
    }
    QString checkTip(const VisibleLinkRow& shown) const {
        const catalog::LinkFinding* found = finding(shown);
        return found ? LinkTableModel::tr("%1 Checked %2.")
                           .arg(found->message,
                                QLocale().toString(found->when.toLocalTime(), QLocale::ShortFormat))
                     : QString();
    }
    QVariant display(const VisibleLinkRow& shown, int column) const {
        if (column == CheckColumn) {
            const catalog::LinkFinding* found = finding(shown);
            return found ? outcomeWords(*found) : QString();
        }
        if (shown.row.kind == format::RowKind::Link)
            return linkPart(shown.row.link, column);
        return column == TextColumn ? QString::fromStdString(shown.row.content).trimmed() : QString();
    }
    QVariant font(const VisibleLinkRow& shown) const {
        QFont font;
        if (shown.row.kind == format::RowKind::Heading || shown.row.kind == format::RowKind::Label)
            font.setBold(true);
        else if (shown.row.kind != format::RowKind::Link)
            font.setItalic(true);
        else
            return {};
        return font;
    }
};

LinkTableModel::LinkTableModel(EditSession& session, QObject* parent)
    : QAbstractTableModel(parent)
    , d(new Private{session, {}, {}, nullptr}) {
    connect(&session.catalog(), &catalog::Catalog::episodeChanged, this, [this](catalog::EpisodeId id) {
        if (id == d->id)
            refresh();
    });
    connect(&session.catalog(), &catalog::Catalog::cleared, this, [this] { setEpisode({}); });
}

LinkTableModel::~LinkTableModel() = default;

void LinkTableModel::setEpisode(catalog::EpisodeId id) {
    beginResetModel();
    d->id = id;
    d->rows = d->session.catalog().contains(id) ? readLinkRows(d->session.catalog().episode(id))
                                                : std::vector<VisibleLinkRow>();
    endResetModel();
}

void LinkTableModel::setLinkResults(const catalog::LinkResults& results) {
    d->results = &results;
    connect(&results, &catalog::LinkResults::changed, this, [this] {
        if (rowCount() > 0)
            emit dataChanged(index(0, CheckColumn), index(rowCount() - 1, CheckColumn));
    });
}

catalog::EpisodeId LinkTableModel::episode() const {
    return d->id;
}

// Tells views only of the rows between what is the same before and behind, so that they keep selection and
// scroll.
void LinkTableModel::refresh() {
    std::vector<VisibleLinkRow> now = readLinkRows(d->session.catalog().episode(d->id));
    const auto sameBytes = [](const VisibleLinkRow& a, const VisibleLinkRow& b) {
        return a.bytes == b.bytes;
    };
    const auto [oldMiddle, newMiddle] =
        std::mismatch(d->rows.begin(), d->rows.end(), now.begin(), now.end(), sameBytes);
    const auto first = static_cast<int>(oldMiddle - d->rows.begin());
    const auto behind =
        static_cast<int>(std::mismatch(d->rows.rbegin(), std::make_reverse_iterator(oldMiddle), now.rbegin(),
                                       std::make_reverse_iterator(newMiddle), sameBytes)
                             .first -
                         d->rows.rbegin());
    const int before = static_cast<int>(d->rows.size());
    const int growth = static_cast<int>(now.size()) - before;
    const auto start = d->rows.begin() + first;
    if (growth < 0) {
        beginRemoveRows({}, first, first - growth - 1);
        d->rows.erase(start, start - growth);
        endRemoveRows();
    } else if (growth > 0) {
        const int at = before - behind;
        beginInsertRows({}, at, at + growth - 1);
        d->rows.insert(d->rows.begin() + at, now.begin() + at, now.begin() + at + growth);
        endInsertRows();
    }
    std::swap(d->rows, now);
    for (int row = 0; row < rowCount(); ++row)
        if (!d->at(row).isShownAs(now[static_cast<std::size_t>(row)]))
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int LinkTableModel::rowAtOffset(std::size_t offset) const {
    for (int row = 0; row < rowCount(); ++row)
        if (d->at(row).row.span.contains(offset))
            return row;
    return -1;
}

format::Span LinkTableModel::rowSpan(int row) const {
    return d->isValid(row) ? d->at(row).row.span : format::Span{};
}

int LinkTableModel::formatRow(int row) const {
    return d->isValid(row) ? d->at(row).formatRow : -1;
}

format::LinkParts LinkTableModel::linkAt(int row) const {
    return isLink(row) ? d->at(row).row.link : format::LinkParts{};
}

bool LinkTableModel::isLink(int row) const {
    return d->isValid(row) && d->at(row).row.kind == format::RowKind::Link;
}

int LinkTableModel::linkCount() const {
    return static_cast<int>(std::count_if(d->rows.begin(), d->rows.end(), [](const VisibleLinkRow& shown) {
        return shown.row.kind == format::RowKind::Link;
    }));
}

int LinkTableModel::insertLinks(int before, const std::vector<format::LinkParts>& links) {
    if (!d->id.isValid() || links.empty())
        return -1;
    const auto old = d->rows;
    const int size = rowCount();
    if (!d->session.insertLinks(d->id, d->formatPosition(before), links) || rowCount() <= size)
        return -1;
    // A first list brings its heading along: the new links are the last rows of what was added.
    const auto same =
        std::mismatch(old.begin(), old.end(), d->rows.begin(), d->rows.end(),
                      [](const VisibleLinkRow& a, const VisibleLinkRow& b) { return a.bytes == b.bytes; });
    const int first = d->isValid(before) ? before : static_cast<int>(same.second - d->rows.begin());
    for (int row = std::min(first, rowCount() - 1); row < rowCount(); ++row)
        if (isLink(row))
            return row;
    return -1;
}

bool LinkTableModel::removeLinks(const QList<int>& rows) {
    const auto found = d->formatRows(rows);
    return !found.empty() && d->session.removeRows(d->id, found);
}

int LinkTableModel::moveLinks(const QList<int>& rows, int before) {
    const auto found = d->formatRows(rows);
    if (found.empty())
        return -1;
    const int target = d->isValid(before) ? before : rowCount();
    const auto above =
        static_cast<int>(std::count_if(rows.begin(), rows.end(), [&](int row) { return row < target; }));
    return d->session.moveRows(d->id, found, d->formatPosition(target)) ? target - above : -1;
}

int LinkTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(d->rows.size());
}

int LinkTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LinkTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !d->isValid(index.row()))
        return {};
    const VisibleLinkRow& shown = d->at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return d->display(shown, index.column());
    case Qt::ToolTipRole:
        if (index.column() == CheckColumn)
            return plainToolTip(d->checkTip(shown));
        return plainToolTip(shown.row.problem.empty() ? d->display(shown, index.column()).toString()
                                                      : QString::fromStdString(shown.row.problem));
    case Qt::FontRole:
        return d->font(shown);
    case KindRole:
        return static_cast<int>(shown.row.kind);
    case SectionRole:
        return shown.section;
    case ProblemRole:
        return QString::fromStdString(shown.row.problem);
    case FormatRowRole:
        return shown.formatRow;
    case ChangedRole:
        return shown.isChanged;
    case OutcomeRole:
        return d->finding(shown) ? static_cast<int>(d->finding(shown)->outcome) : -1;
    default:
        return {};
    }
}

bool LinkTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    if (value.toString() == data(index, Qt::EditRole).toString())
        return true;
    const VisibleLinkRow& shown = d->at(index.row());
    const auto row = static_cast<std::size_t>(shown.formatRow);
    const std::string text = value.toString().toStdString();
    if (shown.row.kind != format::RowKind::Link)
        return d->session.setRowContent(d->id, row, text);
    format::LinkParts parts = shown.row.link;
    setLinkPart(parts, index.column(), text);
    return d->session.setLink(d->id, row, parts);
}

QVariant LinkTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    switch (section) {
    case TextColumn:
        return tr("Text");
    case UrlColumn:
        return tr("URL");
    case TitleColumn:
        return tr("Title");
    case DescriptionColumn:
        return tr("Description");
    case CheckColumn:
        return tr("Check");
    default:
        return {};
    }
}

Qt::ItemFlags LinkTableModel::flags(const QModelIndex& index) const {
    if (!index.isValid() || !d->isValid(index.row()))
        return d->isLocked() ? Qt::NoItemFlags : Qt::ItemIsDropEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
    if (d->isLocked())
        return flags;
    const format::RowKind kind = d->at(index.row()).row.kind;
    const bool hasWords =
        kind == format::RowKind::Heading || kind == format::RowKind::Label || kind == format::RowKind::Item;
    if ((kind == format::RowKind::Link && index.column() != CheckColumn) ||
        (hasWords && index.column() == TextColumn))
        flags |= Qt::ItemIsEditable;
    return flags;
}

Qt::DropActions LinkTableModel::supportedDropActions() const {
    return Qt::MoveAction | Qt::CopyAction;
}

QStringList LinkTableModel::mimeTypes() const {
    return linkMimeTypes();
}

QMimeData* LinkTableModel::mimeData(const QModelIndexList& indexes) const {
    QList<int> rows;
    QString source;
    for (const QModelIndex& index : indexes)
        if (!rows.contains(index.row()))
            rows.append(index.row());
    std::sort(rows.begin(), rows.end());
    for (const int row : rows)
        source += QString::fromStdString(d->at(row).bytes);
    return mimeOfLinks(linksAt(rows), source, d->id, rows).release();
}

bool LinkTableModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int,
                                  const QModelIndex& parent) {
    if (d->isLocked())
        return false;
    const int before = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    const int size = rowCount();
    const auto own = rowsInMime(*data);
    const bool isMove = own && own->episode == d->id && action != Qt::CopyAction;
    const int first = isMove ? moveLinks(own->rows, before) : insertFrom(*data, before);
    if (first >= 0)
        emit dropped(first, isMove ? static_cast<int>(own->rows.size()) : rowCount() - size);
    return first >= 0;
}

bool LinkTableModel::sendTo(catalog::EpisodeId target, const QMimeData& data, Qt::DropAction action) {
    std::vector<std::size_t> leaving;
    if (const auto own = rowsInMime(data); own && action == Qt::MoveAction && own->episode == d->id)
        for (const int row : own->rows)
            if (isLink(row))
                leaving.push_back(static_cast<std::size_t>(formatRow(row)));
    const bool isHere = target == d->id;
    return !isHere && d->session.sendLinks(d->id, leaving, target, linksInMime(data));
}

int LinkTableModel::insertFrom(const QMimeData& data, int before) {
    return d->isLocked() ? -1 : insertLinks(before, linksInMime(data));
}

std::vector<format::LinkParts> LinkTableModel::linksAt(const QList<int>& rows) const {
    std::vector<format::LinkParts> links;
    for (const int row : rows)
        if (isLink(row))
            links.push_back(linkAt(row));
    return links;
}

bool LinkTableModel::duplicate(const QList<int>& rows) {
    const auto found = d->formatRows(rows);
    return !found.empty() && d->session.duplicateRows(d->id, found);
}

bool LinkTableModel::isSection(int row) const {
    return d->isValid(row) &&
           (d->at(row).row.kind == format::RowKind::Heading || d->at(row).row.kind == format::RowKind::Label);
}

std::pair<int, int> LinkTableModel::sectionRows(int row) const {
    if (!isSection(row))
        return {row, row};
    const auto document = d->session.catalog().episode(d->id).document();
    const auto editor = document->linkEditor();
    const std::size_t end = editor ? editor->sectionOf(static_cast<std::size_t>(formatRow(row))).end : 0;
    int last = row + 1;
    while (last < rowCount() && static_cast<std::size_t>(formatRow(last)) < end)
        ++last;
    return {row, last};
}

int LinkTableModel::insertSection(int before, const QString& name) {
    const int at = std::clamp(before, 0, rowCount());
    const int size = rowCount();
    const bool isDone = d->session.insertSection(d->id, d->formatPosition(at), name.toStdString());
    return isDone && rowCount() > size ? at : -1;
}

int LinkTableModel::moveSection(int row, int step) {
    const auto [first, last] = sectionRows(row);
    if (first == last)
        return -1;
    int target = -1; // the row that the section shall stand before
    if (step < 0) {
        for (target = first - 1; target >= 0 && !isSection(target); --target)
            ;
    } else if (last < rowCount()) {
        target = isSection(last) ? sectionRows(last).second : last + 1;
    }
    if (target < 0)
        return -1;
    const bool isDone =
        d->session.moveSection(d->id, static_cast<std::size_t>(formatRow(row)), d->formatPosition(target));
    return !isDone ? -1 : step < 0 ? target : target - (last - first);
}

bool LinkTableModel::removeSection(int row, bool withRows) {
    return isSection(row) &&
           d->session.removeSection(d->id, static_cast<std::size_t>(formatRow(row)), withRows);
}

} // namespace models
