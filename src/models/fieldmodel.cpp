// SPDX-License-Identifier: MIT
#include "models/fieldmodel.h"

#include "catalog/field.h"
#include "models/tooltip.h"

#include <QFont>

#include <algorithm>

namespace models {

using format::JsonId;
using format::JsonNode;
using format::JsonType;
using format::noNode;

struct FieldModel::Private {
    EditSession& session;
    catalog::EpisodeId episodeId;
    std::shared_ptr<const format::Document> document;

    const catalog::Episode* episode() const {
        return session.catalog().contains(episodeId) ? &session.catalog().episode(episodeId) : nullptr;
    }
    const JsonNode& node(JsonId node) const { return document->json().node(node); }
    /// The value that an index shows; the root for none.
    JsonId idOf(const QModelIndex& index) const {
        if (!document)
            return noNode;
        return index.isValid() ? static_cast<JsonId>(index.internalId()) : document->json().root();
    }
    int rowOf(JsonId id) const {
        const auto& siblings = node(node(id).parent).children;
        return static_cast<int>(std::find(siblings.begin(), siblings.end(), id) - siblings.begin());
    }
    /// A duplicate, or anything within one: its path names another value.
    bool isLocked(JsonId id) const {
        for (; id != noNode; id = node(id).parent)
            if (node(id).isDuplicateKey)
                return true;
        return false;
    }
    bool isUnknown(JsonId id) const {
        return node(id).parent == document->json().root() && !catalog::fieldOf(node(id).name);
    }
    bool isChanged(JsonId id) const {
        const auto saved = episode() ? episode()->savedDocument() : nullptr;
        const JsonNode* was = saved ? saved->at(document->json().pathOf(id)) : nullptr;
        return !was || saved->raw(*was) != document->raw(node(id));
    }
    bool hasShapeOf(const format::Document& other) const {
        const auto& tree = document->json();
        if (tree.size() != other.json().size())
            return false;
        for (std::size_t i = 0; i < tree.size(); ++i) {
            const auto id = static_cast<JsonId>(i);
            const JsonNode& a = tree.node(id);
            const JsonNode& b = other.json().node(id);
            if (a.parent != b.parent || a.name != b.name)
                return false;
        }
        return true;
    }
    QString key(JsonId id) const {
        const JsonNode& shown = node(id);
        return shown.key.isEmpty() ? QString::number(rowOf(id) + 1) : QString::fromUtf8(shown.name);
    }
    QString display(JsonId id) const {
        const JsonNode& shown = node(id);
        const int count = static_cast<int>(shown.children.size());
        if (shown.type == JsonType::Object)
            return FieldModel::tr("%n member(s)", nullptr, count);
        if (shown.type == JsonType::Array)
            return FieldModel::tr("%n element(s)", nullptr, count);
        return QString::fromStdString(document->plain(shown)).left(2'000);
    }
    QString toolTip(JsonId id) const {
        if (isLocked(id))
            return FieldModel::tr(
                "This key stands twice in the file, and the last one counts. It is locked until one "
                "of them is removed on the Source page.");
        if (isUnknown(id))
            return FieldModel::tr("This key is not part of the episode model; it is kept as it is.");
        const catalog::Field* field = catalog::fieldOf(node(id).name);
        return field && node(id).parent == document->json().root() ? catalog::helpOf(*field) : display(id);
    }
};

FieldModel::FieldModel(EditSession& session, QObject* parent)
    : QAbstractItemModel(parent)
    , d(new Private{session, {}, nullptr}) {
    connect(&session.catalog(), &catalog::Catalog::episodeChanged, this, [this](catalog::EpisodeId id) {
        if (id == d->episodeId)
            refresh();
    });
    connect(&session.catalog(), &catalog::Catalog::cleared, this, [this] { setEpisode({}); });
}

FieldModel::~FieldModel() = default;

void FieldModel::setEpisode(catalog::EpisodeId id) {
    beginResetModel();
    d->episodeId = id;
    d->document = d->episode() ? d->episode()->document() : nullptr;
    endResetModel();
}

catalog::EpisodeId FieldModel::episode() const {
    return d->episodeId;
}

// Where only values changed, indexes stay; another shape is a reset.
void FieldModel::refresh() {
    const auto now = d->episode() ? d->episode()->document() : nullptr;
    if (!now || !d->document || !d->hasShapeOf(*now)) {
        beginResetModel();
        d->document = now;
        endResetModel();
        return;
    }
    d->document = now;
    for (std::size_t i = 1; i < now->json().size(); ++i) {
        const auto id = static_cast<JsonId>(i);
        const auto row = d->rowOf(id);
        emit dataChanged(createIndex(row, KeyColumn, static_cast<quintptr>(id)),
                         createIndex(row, ValueColumn, static_cast<quintptr>(id)));
    }
}

QModelIndex FieldModel::indexOf(const format::JsonPath& path, int column) const {
    const JsonId id = d->document ? d->document->json().find(path) : noNode;
    if (id == noNode || id == d->document->json().root())
        return {};
    return createIndex(d->rowOf(id), column, static_cast<quintptr>(id));
}

QModelIndex FieldModel::indexAt(format::Span span) const {
    if (!d->document)
        return {};
    const auto holds = [span](const JsonNode& node) {
        const std::size_t begin = node.key.isEmpty() ? node.span.begin : node.key.begin;
        return begin <= span.begin && span.end <= node.span.end;
    };
    JsonId id = d->document->json().root();
    for (bool isDeeper = id != noNode; isDeeper;) {
        const auto& children = d->node(id).children;
        const auto inner = std::find_if(children.begin(), children.end(),
                                        [&](JsonId child) { return holds(d->node(child)); });
        isDeeper = inner != children.end();
        id = isDeeper ? *inner : id;
    }
    return id == noNode || id == d->document->json().root()
               ? QModelIndex()
               : createIndex(d->rowOf(id), KeyColumn, static_cast<quintptr>(id));
}

format::JsonPath FieldModel::pathOf(const QModelIndex& index) const {
    return index.isValid() && d->document ? d->document->json().pathOf(d->idOf(index)) : format::JsonPath{};
}

QModelIndex FieldModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    const JsonId id = d->node(d->idOf(parent)).children[static_cast<std::size_t>(row)];
    return createIndex(row, column, static_cast<quintptr>(id));
}

QModelIndex FieldModel::parent(const QModelIndex& index) const {
    if (!index.isValid() || !d->document)
        return {};
    const JsonId above = d->node(d->idOf(index)).parent;
    if (above == noNode || above == d->document->json().root())
        return {};
    return createIndex(d->rowOf(above), 0, static_cast<quintptr>(above));
}

int FieldModel::rowCount(const QModelIndex& parent) const {
    const JsonId id = parent.column() > 0 ? noNode : d->idOf(parent);
    return id == noNode ? 0 : static_cast<int>(d->node(id).children.size());
}

int FieldModel::columnCount(const QModelIndex&) const {
    return ColumnCount;
}

QVariant FieldModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !d->document)
        return {};
    const JsonId id = d->idOf(index);
    const JsonNode& shown = d->node(id);
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == KeyColumn ? d->key(id) : d->display(id);
    case Qt::EditRole:
        return index.column() == KeyColumn ? d->key(id)
                                           : QString::fromStdString(std::string(d->document->raw(shown)));
    case Qt::ToolTipRole:
        return plainToolTip(d->toolTip(id));
    case Qt::FontRole: {
        QFont font;
        font.setBold(index.column() == KeyColumn && d->isChanged(id));
        font.setItalic(d->isUnknown(id) || d->isLocked(id));
        return font;
    }
    case PathRole:
        return QString::fromStdString(format::toPointer(d->document->json().pathOf(id)));
    case JsonRole:
        return QString::fromStdString(std::string(d->document->raw(shown)));
    case ChangedRole:
        return d->isChanged(id);
    case LockedRole:
        return d->isLocked(id);
    case UnknownRole:
        return d->isUnknown(id);
    case TypeRole:
        return static_cast<int>(shown.type);
    default:
        return {};
    }
}

bool FieldModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const auto* episode = d->episode();
    if (role != Qt::EditRole || index.column() != ValueColumn || !d->document || !episode ||
        episode->isReadOnly() || d->isLocked(d->idOf(index)))
        return false;
    const std::string typed = value.toString().toStdString();
    const auto json = format::JsonValue::parse(typed);
    if (!json) {
        const auto at = format::positionAt(typed, json.error().offset);
        emit rejected(tr("line %1, column %2: %3")
                          .arg(QString::number(at.line), QString::number(at.column),
                               QString::fromStdString(json.error().message)));
        return false;
    }
    return d->session.setValue(d->episodeId, pathOf(index), *json);
}

QVariant FieldModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || orientation != Qt::Horizontal)
        return {};
    return section == KeyColumn ? tr("Key") : tr("Value");
}

Qt::ItemFlags FieldModel::flags(const QModelIndex& index) const {
    if (!index.isValid() || !d->document)
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const JsonId id = d->idOf(index);
    // Objects and arrays are edited in a pane of their own: a line is too small for them.
    if (index.column() == ValueColumn && d->node(id).children.empty() && !d->isLocked(id) &&
        !d->episode()->isReadOnly())
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace models
