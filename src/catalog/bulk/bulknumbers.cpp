// SPDX-License-Identifier: MIT
// Numbers in sequence.
#include "catalog/bulk/bulkparts.h"
#include "catalog/episode.h"
#include "catalog/newepisode.h"
#include "catalog/values.h"

#include <QFileInfo>

#include <algorithm>
#include <set>

namespace catalog::bulk {

namespace {

#define BULK_TEXT(text) QT_TRANSLATE_NOOP("BulkEdit", text)

using format::JsonType;
using format::JsonValue;

/// What the sequence gives to each episode, worked out before any is looked at.
struct Plan {
    std::map<EpisodeId, qint64> numbers;
    std::map<EpisodeId, QString> leftOut;
    std::set<std::pair<QString, qint64>> taken; ///< numbers of others, by the show's folder
};

QString folderOf(const QString& path) {
    return QFileInfo(path).absolutePath();
}

/// Empty numbers can be given one; words are names.
std::vector<EpisodeId> numberable(const Catalog& catalog, const std::vector<EpisodeId>& episodes,
                                  const Numbering& numbers, Plan& plan) {
    std::vector<EpisodeId> found;
    for (const EpisodeId id : episodes) {
        const Episode& episode = catalog.episode(id);
        if (episode.isReadOnly())
            continue; // whoever asks the maker says so
        const QString& number = episode.summary().number;
        if (!number.isEmpty() && nextNumber(number).isEmpty())
            plan.leftOut[id] = say(BULK_TEXT("Its number is a word: %1.")).arg(number);
        else if (numbers.order == Numbering::Order::ByDate && !parseEpisodeDate(episode.summary().date))
            plan.leftOut[id] = say(BULK_TEXT("Its date cannot be read, so it has no place in the order."));
        else
            found.push_back(id);
    }
    return found;
}

Plan planOf(const Catalog& catalog, const std::vector<EpisodeId>& episodes, const Numbering& numbers) {
    Plan plan;
    std::vector<EpisodeId> order = numberable(catalog, episodes, numbers, plan);
    const auto momentOf = [&catalog](EpisodeId id) {
        return parseEpisodeDate(catalog.episode(id).summary().date)->moment();
    };
    if (numbers.order == Numbering::Order::ByDate)
        std::stable_sort(order.begin(), order.end(),
                         [&](EpisodeId a, EpisodeId b) { return momentOf(a) < momentOf(b); });
    qint64 number = numbers.first;
    for (const EpisodeId id : order) {
        plan.numbers[id] = number;
        number += numbers.step;
    }
    for (int i = 0; i < catalog.size(); ++i) {
        const Episode& other = catalog.episode({i});
        bool isNumber = false;
        const qint64 taken = other.summary().number.toLongLong(&isNumber);
        if (isNumber && !other.isGone() && plan.numbers.count({i}) == 0)
            plan.taken.insert({folderOf(other.path()), taken});
    }
    return plan;
}

/// A number where the file has one, a text where it spells it so.
JsonValue asTheFileHasIt(const format::JsonNode* node, const QString& text) {
    return node && node->type == JsonType::String ? JsonValue::string(text.toStdString())
                                                  : JsonValue::integer(text.toLongLong());
}

/// What the number takes along; only what is there, and a text.
void follow(const Subject& subject, const char* key, const QString& text, Outcome& outcome) {
    const format::JsonNode* node = subject.document.member(key);
    if (!node || node->type != JsonType::String || node->isDuplicateKey || node->string == text.toStdString())
        return;
    const auto edits = subject.document.set({std::string(key)}, JsonValue::string(text.toStdString()));
    if (!edits)
        return;
    outcome.edits.insert(outcome.edits.end(), edits->begin(), edits->end());
    outcome.with.push_back(key);
}

} // namespace

Action numbering(const Catalog& catalog, const std::vector<EpisodeId>& episodes, const BulkEdit& edit) {
    const auto plan = std::make_shared<const Plan>(planOf(catalog, episodes, edit.numbers));
    return [plan](const Subject& subject) {
        const EpisodeId id = subject.episode.id;
        if (const auto why = plan->leftOut.find(id); why != plan->leftOut.end())
            return leftOut(why->second);
        const auto place = plan->numbers.find(id);
        if (place == plan->numbers.end())
            return Outcome{};
        if (place->second < 0)
            return leftOut(say(BULK_TEXT("The sequence goes below 0 here.")));
        NewEpisode called;
        setNumber(called, QString::number(place->second), subject.document,
                  QFileInfo(subject.episode.path).fileName());
        Outcome outcome = settingTo(subject, "episode", asTheFileHasIt(subject.node, called.number));
        follow(subject, "episode_padded", called.padded, outcome);
        follow(subject, "slug", called.slug, outcome);
        if (plan->taken.count({folderOf(subject.episode.path), place->second}) > 0)
            outcome.doubt = say(BULK_TEXT("another episode of the show has this number"));
        return outcome;
    };
}

} // namespace catalog::bulk
