// SPDX-License-Identifier: MIT
#include "catalog/proposaltask.h"

#include <QCoreApplication>
#include <QPromise>
#include <QtConcurrent>

#include <set>

namespace catalog {

namespace {

void propose(const EpisodeText& episode, const ProposalMaker& maker, Proposal& proposal) {
    if (!episode.readOnlyReason.isEmpty()) {
        proposal.leftOut.push_back({episode.id, episode.readOnlyReason});
        return;
    }
    const auto document = format::Document::parse(*episode.text);
    if (document)
        maker(episode, *document, proposal);
    else
        proposal.leftOut.push_back({episode.id, QString::fromStdString(document.error().message)});
}

void proposeAll(QPromise<std::shared_ptr<Proposal>>& promise, const std::vector<EpisodeText>& texts,
                const ProposalMaker& maker) {
    auto proposal = std::make_shared<Proposal>();
    promise.setProgressRange(0, static_cast<int>(texts.size()));
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (promise.isCanceled())
            return;
        propose(texts[i], maker, *proposal);
        promise.setProgressValue(static_cast<int>(i + 1));
    }
    promise.addResult(std::move(proposal));
}

} // namespace

EpisodeText episodeTextOf(const Catalog& catalog, EpisodeId id) {
    const Episode& episode = catalog.episode(id);
    const QString reason = !episode.isReadOnly() ? QString()
                           : episode.readOnlyReason().isEmpty()
                               ? QCoreApplication::translate("Proposal", "This file is read-only.")
                               : episode.readOnlyReason();
    return {id, episode.path(), episode.sharedText(), episode.sharedSavedText(), reason};
}

Proposal proposalFor(const Catalog& catalog, const std::vector<EpisodeId>& episodes,
                     const ProposalMaker& maker) {
    Proposal proposal;
    for (const EpisodeId id : episodes)
        propose(episodeTextOf(catalog, id), maker, proposal);
    return proposal;
}

ProposalTask::ProposalTask(const Catalog& catalog, QObject* parent)
    : QObject(parent)
    , m_catalog(catalog) {
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, [this](int done) {
        if (m_isRunning)
            emit progressed(done, m_watcher.progressMaximum());
    });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        if (m_isRunning && m_watcher.future().resultCount() > 0)
            take(m_watcher.result());
    });
    connect(&catalog, &Catalog::cleared, this, &ProposalTask::cancel);
}

ProposalTask::~ProposalTask() {
    m_watcher.disconnect(this);
    m_watcher.cancel();
    m_watcher.waitForFinished();
}

void ProposalTask::start(const std::vector<EpisodeId>& episodes, ProposalMaker maker) {
    cancel();
    m_maker = std::move(maker);
    m_texts.clear();
    m_texts.reserve(episodes.size());
    for (const EpisodeId id : episodes)
        m_texts.push_back(episodeTextOf(m_catalog, id));
    m_isRunning = true;
    m_watcher.setFuture(
        QtConcurrent::run([texts = m_texts, maker = m_maker](QPromise<std::shared_ptr<Proposal>>& promise) {
            proposeAll(promise, texts, maker);
        }));
}

void ProposalTask::cancel() {
    m_isRunning = false;
    m_watcher.cancel(); // the episode that is being looked at is the last one
    m_texts.clear();
}

void ProposalTask::take(const std::shared_ptr<Proposal>& proposal) {
    std::set<EpisodeId> older;
    for (const EpisodeText& text : m_texts)
        if (m_catalog.episode(text.id).sharedText() != text.text)
            older.insert(text.id);
    if (!older.empty()) {
        std::erase_if(proposal->changes,
                      [&](const ProposedChange& change) { return older.count(change.id) > 0; });
        std::erase_if(proposal->leftOut, [&](const LeftOut& leftOut) { return older.count(leftOut.id) > 0; });
    }
    for (const EpisodeId id : older)
        propose(episodeTextOf(m_catalog, id), m_maker, *proposal);
    m_isRunning = false;
    m_texts.clear();
    emit finished(*proposal);
}

} // namespace catalog
