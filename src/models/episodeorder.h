// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"

#include <QCollatorSortKey>
#include <QDeadlineTimer>
#include <QString>

#include <functional>
#include <list>
#include <optional>
#include <vector>

namespace models {

/// All episodes of a catalogue in the order of one column. The keys are made once, and the order is worked
/// out in short turns, so that a hundred thousand episodes stop nobody; what was edited since finds its new
/// place without sorting the others again.
class EpisodeOrder {
public:
    /// What one episode is ordered by: the number, then the text. Equal ones stand as they were loaded.
    struct Key {
        double number = 0;
        std::optional<QCollatorSortKey> text;
    };
    using MakeKey = std::function<Key(const catalog::Episode&)>;

    explicit EpisodeOrder(const catalog::Catalog& catalog);

    /// Another order from now on. The keys are made by and by; those of a `column` that has a name are kept
    /// for a while, so that they hang on the episode's text alone.
    void use(MakeKey makeKey, bool isDescending, const QString& column = QString());
    /// The episode's key is another one now.
    void touch(catalog::EpisodeId id);
    /// Forgets all: another catalogue is opened.
    void clear();
    /// Goes on with what is to do, until then. True: the order is whole.
    bool work(const QDeadlineTimer& until);
    /// The episodes in order, once work() said so; also those that are gone.
    const std::vector<catalog::EpisodeId>& ids() const;

private:
    using Run = std::vector<catalog::EpisodeId>;
    /// A column's keys, by EpisodeId; those that are absent are to be made.
    struct Keys {
        QString column;
        std::vector<std::optional<Key>> all;
    };
    void startAnew();
    const Key& keyOf(catalog::EpisodeId id) const {
        return *m_keys.front().all[static_cast<std::size_t>(id.value)];
    }
    bool isBefore(catalog::EpisodeId a, catalog::EpisodeId b) const;
    void takeTouched();
    void makeRun();
    void mergeLastTwo();

    const catalog::Catalog& m_catalog;
    MakeKey m_makeKey;
    bool m_isDescending = false;
    std::list<Keys> m_keys{1}; ///< of this column, then of those that were used before
    std::size_t m_known = 0;   ///< episodes that are taken up
    std::vector<catalog::EpisodeId> m_touched;
    Run m_unsorted;          ///< no run holds them yet; the next ones at the end
    std::vector<Run> m_runs; ///< each in order; in the end one
};

} // namespace models
