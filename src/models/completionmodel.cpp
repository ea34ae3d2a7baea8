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

/// Catalogues of this size are counted in a moment, larger ones on another thread.
constexpr int countedAtOnce = 200;
constexpr int reportEvery = 64;

/// The strings of one list of an episode.
std::vector<std::string> stringsOf(const std::string& text, std::string_view key) {
    // Reading the list's own text alone: parsing a whole catalogue for a picker would be felt.
    const std::string quoted = '"' + std::string(key) + '"';
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
    , m_kind(kind) {
    connect(&catalog, &catalog::Catalog::cleared, this, [this] {
        m_counting.cancel();
        beginResetModel();
        m_entries.clear();
        endResetModel();
    });
}

void CompletionModel::setShow(const QString& show) {
    std::vector<Source> sources;
    sources.reserve(static_cast<std::size_t>(m_catalog.size()));
    for (int index = 0; index < m_catalog.size(); ++index)
        if (const catalog::Episode& episode = m_catalog.episode({index}); !episode.isRefused())
            sources.push_back({episode.sharedText(), episode.summary().show == show});
    m_counting.cancel();
    if (m_catalog.size() <= countedAtOnce)
        return order(usesIn(sources, m_kind, [](int, int) { return true; }));
    if (m_entries.empty())
        order({}); // what the site knows, until it is known who uses it
    m_counting.start([sources = std::move(sources),
                      kind = m_kind](const auto& report) { return usesIn(sources, kind, report); },
                     [this](const AllUses& uses) { order(uses); });
}

CompletionModel::AllUses CompletionModel::usesIn(const std::vector<Source>& sources, catalog::FieldKind kind,
                                                 const Background<AllUses>::Report& report) {
    AllUses uses;
    const std::string_view key = keyOf(kind);
    int done = 0;
    for (const Source& source : sources) {
        if (++done % reportEvery == 0 && !report(done, static_cast<int>(sources.size())))
            break;
        for (const std::string& text : stringsOf(*source.text, key)) {
            Uses& found = uses[QString::fromStdString(text)];
            ++found.inAll;
            found.inShow += source.isInShow ? 1 : 0;
        }
    }
    return uses;
}

void CompletionModel::order(AllUses uses) {
    beginResetModel();
    const catalog::Registry& registry = m_catalog.registry();
    const bool isPeople = m_kind == FieldKind::Hosts || m_kind == FieldKind::Guests;
    if (isPeople)
        for (auto person = registry.people.begin(); person != registry.people.end(); ++person)
            uses[person.key()].inAll += 0;
    if (m_kind == FieldKind::Sponsors)
        for (auto sponsor = registry.sponsors.begin(); sponsor != registry.sponsors.end(); ++sponsor)
            uses[sponsor.key()].inAll += 0;
    m_entries.clear();
    for (auto use = uses.begin(); use != uses.end(); ++use)
        m_entries.push_back({use.key(), nameOf(use.key()), *use});
    std::sort(m_entries.begin(), m_entries.end(), [](const Entry& left, const Entry& right) {
        if (left.uses.inShow != right.uses.inShow)
            return left.uses.inShow > right.uses.inShow;
        return left.uses.inAll != right.uses.inAll ? left.uses.inAll > right.uses.inAll : left.id < right.id;
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
        return entry.uses.inShow;
    case IsKnownRole:
        return isKnown(entry.id);
    default:
        return {};
    }
}

} // namespace models
