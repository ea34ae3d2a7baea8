// SPDX-License-Identifier: MIT
#include "catalog/peoplechange.h"

#include <QCoreApplication>

namespace catalog {

namespace {

/// Why no edit of this file's list can be trusted; empty where one can.
QString whyNot(const format::JsonNode& list, const char* key) {
    // Of equal keys the last counts for the site, and the other one would go on saying the old id.
    return list.isDuplicateKey
               ? QCoreApplication::translate("People", "The key \"%1\" occurs twice; delete one first.")
                     .arg(QLatin1String(key))
               : QString();
}

/// The edits of one episode; `reason` says why there are none.
Edit editOf(const Episode& episode, const PeopleUsage& usage, const IdChange& change, QString& reason) {
    Edit edit{episode.id(), {}};
    if (episode.isReadOnly()) {
        reason = episode.readOnlyReason();
        return edit;
    }
    const auto document = episode.document();
    for (const IdList list : {IdList::Hosts, IdList::Guests, IdList::Sponsors}) {
        const char* key = idListKeys[static_cast<std::size_t>(list)];
        const format::JsonNode* node = document->member(key);
        if (!node || !holds(list, change.from) || !usage.isUsed(episode.id(), list, change.from.id))
            continue;
        reason = whyNot(*node, key);
        if (!reason.isEmpty())
            return edit;
        const auto edits = idEditsOf(*document, *node, change.from.id.toStdString(), change.to.toStdString());
        edit.changes.insert(edit.changes.end(), edits.begin(), edits.end());
    }
    return edit;
}

/// Nobody knows what a refused file means; that the id stands there in quotes is worth telling.
bool mayName(const Episode& refused, const QString& id) {
    return refused.text().find('"' + id.toStdString() + '"') != std::string::npos;
}

} // namespace

format::TextEdits idEditsOf(const format::Document& document, const format::JsonNode& list,
                            const std::string& from, const std::string& to) {
    if (list.type != format::JsonType::Array)
        return {};
    std::vector<const format::JsonNode*> items;
    for (const format::JsonId child : list.children)
        items.push_back(&document.json().node(child));
    const auto says = [&](std::size_t at, const std::string& id) {
        return items[at]->type == format::JsonType::String && items[at]->string == id;
    };
    format::TextEdits edits;
    std::vector<bool> stays(items.size(), true);
    bool isNamed = false; // the new id, so far
    bool isConcerned = false;
    std::size_t staying = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const bool isOld = says(i, from);
        const bool becomesNew = isOld || (!to.empty() && says(i, to));
        isConcerned |= isOld;
        stays[i] = !becomesNew || (!to.empty() && !isNamed);
        isNamed |= becomesNew;
        staying += stays[i] ? 1 : 0;
        if (isOld && stays[i])
            edits.push_back({items[i]->span, format::quoteJson(to, document.jsonEditor().style())});
    }
    if (!isConcerned)
        return {};
    if (staying == 0)
        return {{list.span, "[]"}};
    // What leaves takes the comma before it along; at the front, the one behind it.
    for (std::size_t i = 0; i < items.size();) {
        const std::size_t first = i;
        while (i < items.size() && !stays[i])
            ++i;
        if (i == first)
            ++i;
        else if (first > 0)
            edits.push_back({{items[first - 1]->span.end, items[i - 1]->span.end}, {}});
        else
            edits.push_back({{items[0]->span.begin, items[i]->span.begin}, {}});
    }
    return edits;
}

PeopleChange peopleChangeOf(const Catalog& catalog, const PeopleUsage& usage, const IdChange& change,
                            const std::vector<EpisodeId>& episodes) {
    PeopleChange made;
    if (change.from.id == change.to)
        return made;
    for (const EpisodeId id : episodes) {
        if (!catalog.contains(id))
            continue;
        QString reason;
        Edit edit = editOf(catalog.episode(id), usage, change, reason);
        if (!reason.isEmpty())
            made.skipped.push_back({id, reason});
        else if (!edit.isEmpty())
            made.edits.push_back(std::move(edit));
    }
    return made;
}

PeopleChange peopleChangeOf(const Catalog& catalog, const PeopleUsage& usage, const IdChange& change) {
    PeopleChange made = peopleChangeOf(catalog, usage, change, usage.episodesOf(change.from));
    for (int i = 0; i < catalog.size(); ++i)
        if (const Episode& episode = catalog.episode({i});
            episode.isRefused() && mayName(episode, change.from.id))
            made.skipped.push_back({{i}, episode.reason()});
    return made;
}

} // namespace catalog
