// SPDX-License-Identifier: MIT
// Dates shifted, and their time of day set, over the beginning and the end of summer time.
#include "catalog/bulk/bulkparts.h"
#include "catalog/episode.h"
#include "catalog/habits.h"
#include "catalog/values.h"

#include <QFileInfo>

#include <algorithm>

namespace catalog::bulk {

namespace {

#define BULK_TEXT(text) QT_TRANSLATE_NOOP("BulkEdit", text)

using format::JsonType;
using format::JsonValue;

QString folderOf(const QString& path) {
    return QFileInfo(path).absolutePath();
}

/// The shows' time zones, as their episodes' offsets tell them.
std::shared_ptr<Habits> offsetsOf(const Catalog& catalog) {
    auto habits = std::make_shared<Habits>();
    for (int i = 0; i < catalog.size(); ++i) {
        const Episode& episode = catalog.episode({i});
        const auto date = parseEpisodeDate(episode.summary().date);
        if (date && date->isComplete() && !episode.isGone())
            habits->addOffset(folderOf(episode.path()), date->moment().toSecsSinceEpoch(),
                              *date->offsetSeconds);
    }
    return habits;
}

/// The zone that explains the date's own offset; none where the date keeps another offset than its show.
std::optional<QTimeZone> zoneOf(const Habits& habits, const Subject& subject, const EpisodeDate& date) {
    for (const QTimeZone& zone : habits.zonesOf(folderOf(subject.episode.path)))
        if (!date.offsetSeconds || zone.offsetFromUtc(date.moment()) == *date.offsetSeconds)
            return zone;
    return std::nullopt;
}

/// The date at that time on the wall; its offset follows the zone.
EpisodeDate onTheWall(EpisodeDate date, QDateTime wall, const std::optional<QTimeZone>& zone) {
    if (zone && date.offsetSeconds)
        date.offsetSeconds = offsetAt(*zone, wall, *date.offsetSeconds);
    date.date = wall.date();
    if (date.time)
        date.time = wall.time();
    return date;
}

EpisodeDate shifted(const EpisodeDate& date, const DateShift& shift, const std::optional<QTimeZone>& zone) {
    if (shift.keepsWallTime || !date.offsetSeconds) {
        const QDateTime wall(date.date.addDays(shift.days), date.time.value_or(QTime(0, 0)), Qt::UTC);
        return onTheWall(date, wall.addSecs(shift.seconds), zone);
    }
    const QDateTime moment = date.moment().addDays(shift.days).addSecs(shift.seconds);
    EpisodeDate later = date;
    later.offsetSeconds = zone ? zone->offsetFromUtc(moment) : *date.offsetSeconds;
    const QDateTime wall = moment.addSecs(*later.offsetSeconds);
    later.date = wall.date();
    later.time = wall.time();
    return later;
}

Outcome dated(const Subject& subject, const EpisodeDate& date) {
    const QString text = date.toString();
    if (!parseEpisodeDate(text))
        return leftOut(say(BULK_TEXT("No date can be written for that day.")));
    return settingTo(subject, "date", JsonValue::string(text.toStdString()));
}

/// The episode's date, or why there is none to change.
std::optional<EpisodeDate> dateOf(const Subject& subject, Outcome& outcome) {
    if (!subject.node || subject.node->type == JsonType::Null) {
        outcome = leftOut(say(BULK_TEXT("It has no date.")));
        return std::nullopt;
    }
    auto date = subject.node->type == JsonType::String
                    ? parseEpisodeDate(QString::fromUtf8(subject.node->string))
                    : std::nullopt;
    if (!date)
        outcome = leftOut(say(BULK_TEXT("Its date cannot be read.")));
    return date;
}

} // namespace

int offsetAt(const QTimeZone& zone, QDateTime& wall, int preferred) {
    const int before = zone.offsetFromUtc(wall.addDays(-1));
    const int after = zone.offsetFromUtc(wall.addDays(1));
    const auto isRight = [&](int offset) { return zone.offsetFromUtc(wall.addSecs(-offset)) == offset; };
    if ((preferred == before || preferred == after) && isRight(preferred))
        return preferred;
    // Of a time that comes twice the first is the one with the larger offset.
    for (const int offset : {std::max(before, after), std::min(before, after)})
        if (isRight(offset))
            return offset;
    wall = wall.addSecs(after - before);
    return after;
}

Action shifting(const Catalog& catalog, const BulkEdit& edit) {
    return [edit, habits = offsetsOf(catalog)](const Subject& subject) {
        Outcome outcome;
        const auto date = dateOf(subject, outcome);
        if (!date)
            return outcome;
        if (!date->time && edit.shift.seconds % (24 * 60 * 60) != 0)
            return leftOut(say(BULK_TEXT("Its date has no time of day.")));
        return dated(subject, shifted(*date, edit.shift, zoneOf(*habits, subject, *date)));
    };
}

Action settingTime(const Catalog& catalog, const BulkEdit& edit) {
    return [edit, habits = offsetsOf(catalog)](const Subject& subject) {
        Outcome outcome;
        auto date = dateOf(subject, outcome);
        if (!date)
            return outcome;
        const auto zone = zoneOf(*habits, subject, *date);
        if (!date->time && !zone)
            return leftOut(
                say(BULK_TEXT("Its date has no time of day, and the show's time zone is not known.")));
        QDateTime wall(date->date, edit.time, Qt::UTC);
        if (!date->time)
            date->offsetSeconds = zone->offsetFromUtc(wall);
        date->time = edit.time;
        return dated(subject, onTheWall(*date, wall, zone));
    };
}

} // namespace catalog::bulk
