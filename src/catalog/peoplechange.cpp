// SPDX-License-Identifier: MIT
#include "catalog/peoplechange.h"

#include <QCoreApplication>

#include <algorithm>

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

bool names(const format::Document& document, const format::JsonNode& list, const std::string& id) {
    return list.type == format::JsonType::Array &&
           std::any_of(list.children.begin(), list.children.end(), [&](format::JsonId child) {
               const format::JsonNode& item = document.json().node(child);
               return item.type == format::JsonType::String && item.string == id;
           });
}

/// The edits of one episode; `reason` says why there are none.
format::TextEdits editsOf(const format::Document& document, const IdChange& change, QString& reason) {
    format::TextEdits all;
    const std::string from = change.from.id.toStdString();
    for (const IdList list : {IdList::Hosts, IdList::Guests, IdList::Sponsors}) {
        const char* key = idListKeys[static_cast<std::size_t>(list)];
        const format::JsonNode* node = document.member(key);
        if (!node || !holds(list, change.from) || !names(document, *node, from))
            continue;
        reason = whyNot(*node, key);
        if (!reason.isEmpty())
            return {};
        const auto edits = idEditsOf(document, *node, from, change.to.toStdString());
        all.insert(all.end(), edits.begin(), edits.end());
    }
    return all;
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

ProposalMaker peopleMaker(const IdChange& change) {
    return [change](const EpisodeText& episode, const format::Document& document, Proposal& proposal) {
        QString reason;
        auto edits = change.from.id == change.to ? format::TextEdits{} : editsOf(document, change, reason);
        if (!reason.isEmpty())
            proposal.leftOut.push_back({episode.id, reason});
        else if (!edits.empty())
            proposal.changes.push_back({episode.id, {}, change.from.id, change.to, std::move(edits)});
    };
}

std::vector<LeftOut> refusedThatMayName(const Catalog& catalog, const QString& id) {
    std::vector<LeftOut> found;
    for (int i = 0; i < catalog.size(); ++i)
        if (const Episode& episode = catalog.episode({i}); episode.isRefused() && mayName(episode, id))
            found.push_back({{i}, episode.reason()});
    return found;
}

} // namespace catalog
