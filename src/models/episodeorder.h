// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"

#include <QCollatorSortKey>
#include <QDeadlineTimer>

#include <functional>
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

    /// Another order from now on; the keys are made anew by and by.
    void use(MakeKey makeKey, bool isDescending);
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
    bool isBefore(catalog::EpisodeId a, catalog::EpisodeId b) const;
    void takeTouched();
    void makeRun();
    void mergeLastTwo();

    const catalog::Catalog& m_catalog;
    MakeKey m_makeKey;
    bool m_isDescending = false;
    std::vector<Key> m_keys; ///< by EpisodeId
    std::vector<catalog::EpisodeId> m_touched;
    Run m_unsorted;          ///< no run holds them yet; the next ones at the end
    std::vector<Run> m_runs; ///< each in order; in the end one
};

} // namespace models
