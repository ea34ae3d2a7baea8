// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QString>
#include <QTimeZone>

#include <set>
#include <vector>

namespace catalog {

/// What episodes of a show, or of the whole catalogue, tend to do alike.
enum class Trait {
    HeaderImage,   ///< per show: the image's path
    SitePage,      ///< per show: template of absolute `jb_url`s
    ShowPage,      ///< per show and form: template of `fireside_url`s
    HasShowPage,   ///< per show: "yes" or "no"
    Acronym,       ///< per show: last word of sponsors' ids
    AcronymOwner,  ///< per such word: the show
    MediaEnding,   ///< per field: whether the address ends as such files do, "yes" or "no"
    HttpsHost,     ///< per host: "yes" for every file that is there by https
    Language,      ///< of transcripts, in the whole catalogue
    KeyOrder,      ///< the front matter's keys, in the whole catalogue
    LinkSeparator, ///< in the whole catalogue: what stands between link and description, once per episode
    TagOrder,      ///< in the whole catalogue: "sorted" or "free"
};

/// One thing that one episode does: `value`, among those of the same trait and scope.
struct Mark {
    Trait trait;
    QString scope; ///< a show's folder, a host, a field …; empty: the catalogue
    QString value;
    bool operator==(const Mark&) const = default;
};

/// The shows' habits, counted from the catalogue's own episodes: nothing about any podcast is built in. A
/// habit is what at least nine in ten of at least twenty do; rules speak of deviations only where there is
/// one.
class Habits {
public:
    static constexpr int leastUses = 20;

    /// Reads the system's time zones, on any thread, so that nobody waits for them later.
    static void prepare();

    void add(const Mark& mark);
    void remove(const Mark& mark);
    /// A stored date with its UTC offset in seconds; `moment` in seconds since 1970.
    void addOffset(const QString& show, qint64 moment, int offset);
    void removeOffset(const QString& show, qint64 moment, int offset);

    /// The habit, or an empty text where there is none.
    QString usual(Trait trait, const QString& scope = {}) const;
    /// The time zones that explain a show's offsets best, all equally well; empty where none explains nine in
    /// ten. Only CLDR's main zone of each region's time is considered.
    const std::vector<QTimeZone>& zonesOf(const QString& show) const;

    /// All habits as one value, to see whether an edit changed any.
    using Snapshot = QHash<QString, QString>;
    Snapshot snapshot() const;

private:
    struct Tally {
        QHash<QString, int> uses;
        int total = 0;
        mutable bool isKnown = false;
        mutable QString usual;
    };
    struct Offsets {
        std::multiset<std::pair<qint64, int>> samples;
        mutable bool isKnown = false;
        mutable std::vector<QTimeZone> zones;
    };
    QHash<std::pair<int, QString>, Tally> m_tallies;
    QHash<QString, Offsets> m_offsets;
};

} // namespace catalog
