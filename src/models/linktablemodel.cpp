// SPDX-License-Identifier: MIT
#include "models/linktablemodel.h"

#include <QFont>
#include <QMimeData>
#include <QUrl>

#include <algorithm>
#include <set>

namespace models {

namespace {

const QString rowsMime = QStringLiteral("application/x-episode-desk-rows");

struct VisibleRow {
    format::Row row;
    int formatRow = -1;
    std::string bytes;
    QString section;
    bool isChanged = false;

    bool isShownAs(const VisibleRow& other) const {
        return bytes == other.bytes && section == other.section && isChanged == other.isChanged;
    }
};

std::multiset<std::string> savedRows(const catalog::Episode& episode) {
    std::multiset<std::string> rows;
    if (const auto saved = episode.savedDocument())
        for (const format::Row& row : saved->links().rows())
            rows.emplace(row.span.in(saved->text()));
    return rows;
}

std::vector<VisibleRow> readRows(const catalog::Episode& episode) {
    std::vector<VisibleRow> visible;
    const auto document = episode.document();
    if (!document)
        return visible;
    auto saved = savedRows(episode);
    const auto& rows = document->links().rows();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (rows[i].kind == format::RowKind::Blank)
            continue;
        VisibleRow shown{
            rows[i], static_cast<int>(i), std::string(rows[i].span.in(document->text())), {}, true};
        if (rows[i].section >= 0)
            shown.section = QString::fromStdString(rows[static_cast<std::size_t>(rows[i].section)].content);
        if (const auto same = saved.find(shown.bytes); same != saved.end()) {
            saved.erase(same);
            shown.isChanged = false;
        }
        visible.push_back(std::move(shown));
    }
    return visible;
}

QString partOf(const format::LinkParts& link, int column) {
    switch (column) {
    case LinkTableModel::TextColumn:
        return QString::fromStdString(link.text);
    case LinkTableModel::UrlColumn:
        return QString::fromStdString(link.url);
    case LinkTableModel::TitleColumn:
        return QString::fromStdString(link.title.value_or(std::string()));
    default:
        return QString::fromStdString(link.description);
    }
}

void setPart(format::LinkParts& link, int column, const std::string& value) {
    switch (column) {
    case LinkTableModel::TextColumn:
        // A title that only repeats the text goes on doing so.
        if (link.title == link.text)
            link.title = value;
        link.text = value;
        break;
    case LinkTableModel::UrlColumn:
        link.url = value;
        break;
    case LinkTableModel::TitleColumn:
        link.title = value.empty() ? std::nullopt : std::optional<std::string>(value);
        break;
    default:
        link.description = value;
    }
}

} // namespace

struct LinkTableModel::Private {
    EditSession& session;
    catalog::EpisodeId id;
    std::vector<VisibleRow> rows;

    const VisibleRow& at(int row) const { return rows[static_cast<std::size_t>(row)]; }
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
    QVariant display(const VisibleRow& shown, int column) const {
        if (shown.row.kind == format::RowKind::Link)
            return partOf(shown.row.link, column);
        return column == TextColumn ? QString::fromStdString(shown.row.content).trimmed() : QString();
    }
    QVariant font(const VisibleRow& shown) const {
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
    , d(new Private{session, {}, {}}) {
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
    d->rows = d->session.catalog().contains(id) ? readRows(d->session.catalog().episode(id))
                                                : std::vector<VisibleRow>();
    endResetModel();
}

catalog::EpisodeId LinkTableModel::episode() const {
    return d->id;
}

// Tells views only of the rows between what is the same before and behind, so that they keep selection and
// scroll.
void LinkTableModel::refresh() {
    std::vector<VisibleRow> now = readRows(d->session.catalog().episode(d->id));
    const auto sameBytes = [](const VisibleRow& a, const VisibleRow& b) { return a.bytes == b.bytes; };
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
    return static_cast<int>(std::count_if(d->rows.begin(), d->rows.end(), [](const VisibleRow& shown) {
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
                      [](const VisibleRow& a, const VisibleRow& b) { return a.bytes == b.bytes; });
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
    const VisibleRow& shown = d->at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return d->display(shown, index.column());
    case Qt::ToolTipRole:
        return shown.row.problem.empty() ? d->display(shown, index.column())
                                         : QVariant(QString::fromStdString(shown.row.problem));
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
    default:
        return {};
    }
}

bool LinkTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !flags(index).testFlag(Qt::ItemIsEditable))
        return false;
    if (value.toString() == data(index, Qt::EditRole).toString())
        return true;
    const VisibleRow& shown = d->at(index.row());
    const auto row = static_cast<std::size_t>(shown.formatRow);
    const std::string text = value.toString().toStdString();
    if (shown.row.kind != format::RowKind::Link)
        return d->session.setRowContent(d->id, row, text);
    format::LinkParts parts = shown.row.link;
    setPart(parts, index.column(), text);
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
    if (kind == format::RowKind::Link || (hasWords && index.column() == TextColumn))
        flags |= Qt::ItemIsEditable;
    return flags;
}

Qt::DropActions LinkTableModel::supportedDropActions() const {
    return Qt::MoveAction | Qt::CopyAction;
}

QStringList LinkTableModel::mimeTypes() const {
    return {rowsMime, QStringLiteral("text/uri-list"), QStringLiteral("text/plain")};
}

QMimeData* LinkTableModel::mimeData(const QModelIndexList& indexes) const {
    std::set<int> rows;
    for (const QModelIndex& index : indexes)
        rows.insert(index.row());
    QByteArray own = QByteArray::number(d->id.value);
    QString markdown;
    QList<QUrl> urls;
    for (const int row : rows) {
        own += ' ' + QByteArray::number(row);
        markdown += QString::fromStdString(d->at(row).bytes);
        if (isLink(row))
            urls.append(QUrl(partOf(d->at(row).row.link, UrlColumn)));
    }
    auto mime = std::make_unique<QMimeData>();
    mime->setData(rowsMime, own);
    mime->setText(markdown);
    if (!urls.isEmpty())
        mime->setUrls(urls);
    mime->setData(QStringLiteral("text/markdown"), markdown.toUtf8());
    return mime.release();
}

bool LinkTableModel::dropMimeData(const QMimeData* data, Qt::DropAction, int row, int,
                                  const QModelIndex& parent) {
    if (d->isLocked())
        return false;
    const int before = row >= 0 ? row : parent.isValid() ? parent.row() : rowCount();
    QList<QByteArray> own = data->data(rowsMime).split(' ');
    if (data->hasFormat(rowsMime) && own.takeFirst().toInt() == d->id.value) {
        QList<int> rows;
        for (const QByteArray& number : own)
            rows.append(number.toInt());
        return moveLinks(rows, before) >= 0;
    }
    std::vector<format::LinkParts> links;
    const auto words = data->hasUrls() ? QUrl::toStringList(data->urls()) : data->text().split(u'\n');
    for (const QString& word : words) {
        const std::string url = word.trimmed().toStdString();
        if (url.rfind("http://", 0) == 0 || url.rfind("https://", 0) == 0)
            links.push_back({url, url, std::nullopt, {}});
    }
    return insertLinks(before, links) >= 0;
}

} // namespace models
