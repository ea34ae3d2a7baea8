// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalogindex.h"
#include "catalog/episode.h"
#include "catalog/issue.h"
#include "catalog/linkresults.h"
#include "catalog/mediaresults.h"
#include "catalog/policy.h"
#include "catalog/registry.h"

#include <QReadWriteLock>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace catalog {

class Catalog;

/// Everything that rules look at beside the episode. The UI thread changes it under the write lock, others
/// read it under the read lock, an episode at a time.
struct CheckBase {
    mutable QReadWriteLock lock;
    QString root;
    QString policyFolder;       ///< where the paths in the policy begin
    std::vector<QString> paths; ///< absolute, by EpisodeId
    CatalogIndex index;
    Registry registry;
    Policy policy;
    LinkFindings links;
    MediaFindings media;

    QString relativePath(EpisodeId id) const;
};

/// An episode as it is when somebody asks for its check; never refers to the catalogue.
struct CheckTask {
    explicit CheckTask(const Episode& episode, quint64 number = 0);

    EpisodeId id;
    quint64 ticket = 0; ///< tells a later request for the same episode from this one
    std::shared_ptr<const std::string> text;
    QString path;
    QString show;
    bool isGone = false;
    QString reason; ///< why the file was refused; empty where it was not
};

/// What a task came to: the facts for the index, or the issues.
struct CheckOutcome {
    EpisodeId id;
    quint64 ticket = 0;
    std::optional<Facts> facts;
    std::vector<Issue> issues;
};

/// The episode's parsed text; null where it is refused.
Episode::DocumentPtr documentOf(const CheckTask& task);
/// What the rules and the catalogue's policy say. The caller holds a lock, or is the only thread.
std::vector<Issue> checkTask(const CheckBase& base, const CheckTask& task, const format::Document* document);

/// Works tasks off, one after the other, on the thread that calls; hands outcomes over in small lots.
/// `isCancelled` ends it after the episode in hand.
enum class CheckWork { ReadFacts, CheckRules };
void workOff(const CheckBase& base, const std::vector<CheckTask>& tasks, CheckWork work,
             const std::atomic<bool>& isCancelled,
             const std::function<void(std::vector<CheckOutcome>)>& handOver);

/// Checks every episode, on all cores, without signals; sorted by episode, then span. For the command line.
std::vector<Issue> checkAll(const Catalog& catalog);

} // namespace catalog
