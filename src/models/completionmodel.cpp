// SPDX-License-Identifier: MIT
#include "models/completionmodel.h"

#include <algorithm>

namespace models {

namespace {

using catalog::FieldKind;

std::string_view keyOf(FieldKind kind) {
    const auto fields = catalog::fields();
    const auto found =
        std::find_if(fields.begin(), fields.end(), [kind](const auto& field) { return field.kind == kind; });
    return found == fields.end() ? std::string_view() : found->key;
}

/// The strings of one list of an episode, without keeping its parsed form where it had none.
std::vector<std::string> stringsOf(const catalog::Episode& episode, std::string_view key) {
    // Reading the list's own text alone: parsing a whole catalogue for a picker would be felt.
    const std::string quoted = '"' + std::string(key) + '"';
    const std::string& text = episode.text();
    const auto at = text.find(quoted);
    const auto open =
        at == std::string::npos ? at : text.find_first_of("[{\"ntf0123456789", at + quoted.size());
    if (open == std::string::npos || text[open] != '[')
        return {};
    const auto close = text.find(']', open);
    if (close == std::string::npos)
        return {};
    const std::string wrapped = "{\"a\":" + text.substr(open, close - open + 1) + '}';
    const auto tree = format::JsonTree::parse(wrapped, {0, wrapped.size()});
    std::vector<std::string> strings;
    if (tree)
        for (const format::JsonId id : tree->node(tree->find({std::string("a")})).children)
            if (tree->node(id).type == format::JsonType::String)
                strings.emplace_back(tree->node(id).string);
    return strings;
}

} // namespace

CompletionModel::CompletionModel(const catalog::Catalog& catalog, catalog::FieldKind kind, QObject* parent)
    : QAbstractListModel(parent)
    , m_catalog(catalog)
    , m_kind(kind) {}

void CompletionModel::setShow(const QString& show) {
    beginResetModel();
    QHash<QString, int> usesInShow;
    QHash<QString, int> usesInAll;
    const std::string_view key = keyOf(m_kind);
    for (int index = 0; index < m_catalog.size(); ++index) {
        const catalog::Episode& episode = m_catalog.episode({index});
        if (episode.isRefused())
            continue;
        const bool isInShow = episode.summary().show == show;
        for (const std::string& text : stringsOf(episode, key)) {
            const QString id = QString::fromStdString(text);
            ++usesInAll[id];
            if (isInShow)
                ++usesInShow[id];
        }
    }
    const catalog::Registry& registry = m_catalog.registry();
    const bool isPeople = m_kind == FieldKind::Hosts || m_kind == FieldKind::Guests;
    if (isPeople)
        for (auto person = registry.people.begin(); person != registry.people.end(); ++person)
            usesInAll[person.key()] += 0;
    if (m_kind == FieldKind::Sponsors)
        for (auto sponsor = registry.sponsors.begin(); sponsor != registry.sponsors.end(); ++sponsor)
            usesInAll[sponsor.key()] += 0;
    m_entries.clear();
    for (auto use = usesInAll.begin(); use != usesInAll.end(); ++use)
        m_entries.push_back({use.key(), nameOf(use.key()), usesInShow.value(use.key())});
    std::sort(m_entries.begin(), m_entries.end(), [&usesInAll](const Entry& left, const Entry& right) {
        if (left.uses != right.uses)
            return left.uses > right.uses;
        const int leftAll = usesInAll.value(left.id);
        const int rightAll = usesInAll.value(right.id);
        return leftAll != rightAll ? leftAll > rightAll : left.id < right.id;
    });
    endResetModel();
}

bool CompletionModel::isKnown(const QString& id) const {
    const catalog::Registry& registry = m_catalog.registry();
    switch (m_kind) {
    case FieldKind::Hosts:
    case FieldKind::Guests:
        return !registry.knowsPeople || registry.people.contains(id);
    case FieldKind::Sponsors:
        return !registry.knowsSponsors || registry.sponsors.contains(id);
    default:
        return true;
    }
}

QString CompletionModel::nameOf(const QString& id) const {
    const catalog::Registry& registry = m_catalog.registry();
    switch (m_kind) {
    case FieldKind::Hosts:
    case FieldKind::Guests:
        return registry.people.value(id).name;
    case FieldKind::Sponsors:
        return registry.sponsors.value(id).title;
    default:
        return {};
    }
}

int CompletionModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant CompletionModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Entry& entry = m_entries[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return entry.name.isEmpty() ? entry.id : QStringLiteral("%1 — %2").arg(entry.id, entry.name);
    case Qt::EditRole:
    case IdRole:
        return entry.id;
    case NameRole:
        return entry.name;
    case UsesRole:
        return entry.uses;
    case IsKnownRole:
        return isKnown(entry.id);
    default:
        return {};
    }
}

} // namespace models
