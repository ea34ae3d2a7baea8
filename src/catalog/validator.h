// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/issue.h"
#include "catalog/rules/rule.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <memory>
#include <set>
#include <vector>

namespace catalog {

class Catalog;
class LinkResults;

/// Keeps the issues of every episode true while the catalogue is edited: checks what a change can touch (the
/// episode, those that share a name with it, its neighbours by number, and all where a habit changes), in
/// slices that never hold the event loop for long.
class Validator : public QObject {
    Q_OBJECT
public:
    explicit Validator(Catalog& catalog, QObject* parent = nullptr);
    ~Validator() override;

    const std::vector<Issue>& issuesOf(EpisodeId id) const;
    int count(Severity severity) const;
    /// What asking the servers found becomes issues, too, whenever a check has ended.
    void setLinkResults(const LinkResults& results);
    bool isBusy() const;
    /// Checks all that is pending now (tests, command line).
    void finish();

signals:
    void issuesChanged(catalog::EpisodeId id);
    void countsChanged();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

/// Checks every episode at once, without signals; sorted by episode, then span. For the command line.
std::vector<Issue> checkAll(const Catalog& catalog);

} // namespace catalog
