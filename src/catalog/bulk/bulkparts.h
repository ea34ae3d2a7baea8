// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/bulk/bulkedit.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <functional>
#include <map>
#include <memory>

namespace catalog::bulk {

/// The texts of all bulk edits are translated in one context.
inline QString say(const char* text, int count = -1) {
    return QCoreApplication::translate("BulkEdit", text, nullptr, count);
}

/// One episode under a bulk edit.
struct Subject {
    const EpisodeText& episode;
    const format::Document& document;
    const format::JsonNode* node; ///< the field's value; nullptr: the key is missing
};

/// What an action makes of an episode: edits; neither edits nor a reason where nothing needs a change.
struct Outcome {
    format::TextEdits edits = {};
    QString why = {};                   ///< why it is left out
    std::vector<const char*> with = {}; ///< keys that change together with the field
    QString doubt = {};                 ///< why somebody should look before ticking it
};
using Action = std::function<Outcome(const Subject&)>;

inline Outcome leftOut(const QString& why) {
    return {{}, why};
}
/// The edits that give the field this value.
Outcome settingTo(const Subject& subject, const std::string& field, const format::JsonValue& value);

Action setting(const BulkEdit& edit);
Action clearing(const Catalog& catalog, const BulkEdit& edit);
Action removing(const BulkEdit& edit);
Action replacing(const BulkEdit& edit);
Action adding(const BulkEdit& edit);
Action removingMembers(const BulkEdit& edit);
Action numbering(const Catalog& catalog, const std::vector<EpisodeId>& episodes, const BulkEdit& edit);
Action shifting(const Catalog& catalog, const BulkEdit& edit);
Action settingTime(const Catalog& catalog, const BulkEdit& edit);

/// A list's members; nothing where it is no list of texts. None for null and a missing key.
std::optional<std::vector<std::string>> membersOf(const Subject& subject);

/// The offset of that zone at a time on the wall. Of a time that comes twice the one with `preferred`, else
/// the first; a time that is left out when summer time begins moves on by as much, `wall` with it.
int offsetAt(const QTimeZone& zone, QDateTime& wall, int preferred);

} // namespace catalog::bulk
