// SPDX-License-Identifier: MIT
#include "catalog/habits.h"

#include <QDateTime>

#include <algorithm>

namespace catalog {

namespace {

/// Nine in ten.
bool isMost(int uses, int total) {
    return total >= Habits::leastUses && uses * 10 >= total * 9;
}

/// CLDR's main zone of every region's time: about 140 instead of 600 names for the same clocks.
const std::vector<QTimeZone>& mainZones() {
    static const std::vector<QTimeZone> zones = [] {
        std::set<QByteArray> ids;
        const QList<QByteArray> all = QTimeZone::availableTimeZoneIds();
        for (const QByteArray& id : all)
            ids.insert(QTimeZone::windowsIdToDefaultIanaId(QTimeZone::ianaIdToWindowsId(id)));
        std::vector<QTimeZone> made;
        for (const QByteArray& id : ids)
            if (QTimeZone zone(id); zone.isValid())
                made.push_back(std::move(zone));
        return made;
    }();
    return zones;
}

using Samples = std::vector<std::pair<qint64, int>>;

/// How many samples the zone does not explain; counting stops behind `limit`.
int missesOf(const QTimeZone& zone, const Samples& samples, int limit) {
    int misses = 0;
    for (const auto& [moment, offset] : samples)
        if (zone.offsetFromUtc(QDateTime::fromSecsSinceEpoch(moment, Qt::UTC)) != offset && ++misses > limit)
            break;
    return misses;
}

/// The zone that explains a few samples of all times best.
QTimeZone likelyZone(const Samples& samples) {
    constexpr std::size_t few = 64;
    const std::size_t step = std::max<std::size_t>(samples.size() / few, 1);
    Samples some;
    for (std::size_t place = 0; place < samples.size(); place += step)
        some.push_back(samples[place]);
    QTimeZone likely;
    auto limit = static_cast<int>(some.size());
    for (const QTimeZone& zone : mainZones())
        if (const int misses = missesOf(zone, some, limit); misses < limit) {
            limit = misses;
            likely = zone;
        }
    return likely;
}

/// The likely zone first, which is the former one where the habit stands: all others are given up at their
/// first miss more.
std::vector<QTimeZone> zonesFor(const std::multiset<std::pair<qint64, int>>& sorted,
                                const std::vector<QTimeZone>& former) {
    const Samples samples(sorted.begin(), sorted.end());
    const auto total = static_cast<int>(samples.size());
    if (total < Habits::leastUses)
        return {};
    int limit = total / 10;
    if (const QTimeZone first = former.empty() ? likelyZone(samples) : former.front(); first.isValid())
        limit = std::min(limit, missesOf(first, samples, limit));
    std::vector<QTimeZone> best;
    for (const QTimeZone& zone : mainZones()) {
        const int misses = missesOf(zone, samples, limit);
        if (misses < limit)
            best.clear();
        if (misses <= limit)
            best.push_back(zone);
        limit = std::min(limit, misses);
    }
    return best;
}

} // namespace

void Habits::prepare() {
    (void)mainZones();
}

void Habits::add(const Mark& mark) {
    Tally& tally = m_tallies[{static_cast<int>(mark.trait), mark.scope}];
    ++tally.uses[mark.value];
    ++tally.total;
    tally.isKnown = false;
}

void Habits::remove(const Mark& mark) {
    Tally& tally = m_tallies[{static_cast<int>(mark.trait), mark.scope}];
    if (--tally.uses[mark.value] <= 0)
        tally.uses.remove(mark.value);
    --tally.total;
    tally.isKnown = false;
}

void Habits::addOffset(const QString& show, qint64 moment, int offset) {
    Offsets& offsets = m_offsets[show];
    offsets.samples.insert({moment, offset});
    offsets.isKnown = false;
}

void Habits::removeOffset(const QString& show, qint64 moment, int offset) {
    Offsets& offsets = m_offsets[show];
    if (const auto found = offsets.samples.find({moment, offset}); found != offsets.samples.end())
        offsets.samples.erase(found);
    offsets.isKnown = false;
}

QString Habits::usual(Trait trait, const QString& scope) const {
    const auto found = m_tallies.constFind({static_cast<int>(trait), scope});
    if (found == m_tallies.constEnd())
        return {};
    if (!found->isKnown) {
        found->usual.clear();
        for (auto use = found->uses.begin(); use != found->uses.end(); ++use)
            if (isMost(use.value(), found->total))
                found->usual = use.key();
        found->isKnown = true;
    }
    return found->usual;
}

const std::vector<QTimeZone>& Habits::zonesOf(const QString& show) const {
    static const std::vector<QTimeZone> none;
    const auto found = m_offsets.constFind(show);
    if (found == m_offsets.constEnd())
        return none;
    if (!found->isKnown) {
        found->zones = zonesFor(found->samples, found->zones);
        found->isKnown = true;
    }
    return found->zones;
}

Habits::Snapshot Habits::snapshot() const {
    Snapshot all;
    for (auto tally = m_tallies.begin(); tally != m_tallies.end(); ++tally) {
        const auto& [trait, scope] = tally.key();
        if (const QString value = usual(static_cast<Trait>(trait), scope); !value.isEmpty())
            all.insert(QString::number(trait) + QLatin1Char(' ') + scope, value);
    }
    for (auto show = m_offsets.begin(); show != m_offsets.end(); ++show) {
        QByteArray ids;
        for (const QTimeZone& zone : zonesOf(show.key()))
            ids += zone.id() + ' ';
        all.insert(QStringLiteral("zone ") + show.key(), QString::fromLatin1(ids));
    }
    return all;
}

} // namespace catalog
