// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/proposal.h"

#include <QFutureWatcher>
#include <QObject>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace catalog {

/// An episode as a thread may look at it: its text never changes.
struct EpisodeText {
    EpisodeId id;
    QString path; ///< absolute
    std::shared_ptr<const std::string> text;
    std::shared_ptr<const std::string> saved; ///< what is on the disk; the same where nothing is unsaved
    QString readOnlyReason;                   ///< empty: it may be changed
};
EpisodeText episodeTextOf(const Catalog& catalog, EpisodeId id);

/// Says what could be done to one episode: adds its changes, or why there are none, to the proposal. Runs on
/// another thread, for one episode after the other, in their order; captures values only.
using ProposalMaker =
    std::function<void(const EpisodeText& episode, const format::Document& document, Proposal& proposal)>;

/// A maker asked about every episode, at once. Episodes that cannot be changed are left out, with why.
Proposal proposalFor(const Catalog& catalog, const std::vector<EpisodeId>& episodes,
                     const ProposalMaker& maker);

/// The same off the UI thread, with progress; cancel at any time.
class ProposalTask : public QObject {
    Q_OBJECT
public:
    explicit ProposalTask(const Catalog& catalog, QObject* parent = nullptr);
    ~ProposalTask() override;

    /// Begins anew; what ran until now is dropped.
    void start(const std::vector<EpisodeId>& episodes, ProposalMaker maker);
    void cancel();
    bool isRunning() const { return m_isRunning; }

signals:
    void progressed(int done, int total);
    /// Of the texts as they are now, also where some changed meanwhile.
    void finished(const catalog::Proposal& proposal);

private:
    void take(const std::shared_ptr<Proposal>& proposal);

    const Catalog& m_catalog;
    std::vector<EpisodeText> m_texts;
    ProposalMaker m_maker;
    QFutureWatcher<std::shared_ptr<Proposal>> m_watcher; ///< of thousands, which nobody copies
    bool m_isRunning = false;
};

} // namespace catalog
