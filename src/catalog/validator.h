// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/checking.h"

#include <QObject>

#include <memory>
#include <vector>

namespace catalog {

class Catalog;
class LinkResults;
class MediaResults;

/// Keeps the issues of every episode true while the catalogue is edited. The episode that changes is checked
/// at once; what the change can touch beside it (those that share a name with it, its neighbours by number,
/// all where a habit changes) and a catalogue that opens are checked on another thread.
class Validator : public QObject {
    Q_OBJECT
public:
    explicit Validator(Catalog& catalog, QObject* parent = nullptr);
    ~Validator() override;

    const std::vector<Issue>& issuesOf(EpisodeId id) const;
    int count(Severity severity) const;
    /// What asking the servers found becomes issues, too, whenever a check has ended.
    void setLinkResults(const LinkResults& results);
    /// The same for what measuring enclosures found.
    void setMediaResults(const MediaResults& results);
    bool isBusy() const;
    /// Checks all that is pending now, on this thread (tests, saving).
    void finish();

signals:
    void issuesChanged(catalog::EpisodeId id);
    void countsChanged();
    /// Episodes checked of those that were to check since it was idle; equal numbers: all is done.
    void progressed(int done, int total);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace catalog
