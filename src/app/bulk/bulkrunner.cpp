// SPDX-License-Identifier: MIT
#include "app/bulk/bulkrunner.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

/// So many episodes take no longer than a key press.
constexpr std::size_t fewEpisodes = 40;

} // namespace

BulkRunner::BulkRunner(const EditorContext& context, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_proposing(context.session.catalog())
    , m_making(context.session) {
    connect(&m_proposing, &catalog::ProposalTask::progressed, this,
            [this](int done, int total) { emit progress(tr("Looking"), done, total); });
    connect(&m_proposing, &catalog::ProposalTask::finished, this, &BulkRunner::take);
    connect(&m_making, &models::LargeStep::progressed, this,
            [this](int done, int total) { emit progress(tr("Changing"), done, total); });
    connect(&m_making, &models::LargeStep::finished, this, &BulkRunner::finish);
}

void BulkRunner::run(const std::vector<catalog::EpisodeId>& episodes, const catalog::BulkEdit& edit) {
    if (const QString why = catalog::whyNoBulkEdit(edit); !why.isEmpty())
        return emit message(why);
    propose(episodes, catalog::bulkMaker(m_context.session.catalog(), episodes, edit),
            [edit](int count) { return catalog::stepName(edit, count); });
}

void BulkRunner::make(const std::vector<catalog::EpisodeId>& episodes, const catalog::ProposalMaker& maker,
                      const QString& name) {
    propose(episodes, maker, [name](int) { return name; });
}

void BulkRunner::propose(const std::vector<catalog::EpisodeId>& episodes, const catalog::ProposalMaker& maker,
                         Namer namer) {
    if (isRunning())
        return emit message(tr("Another change of many episodes is under way; cancel it first."));
    m_namer = std::move(namer);
    m_context.session.settle();
    if (episodes.size() <= fewEpisodes)
        take(catalog::proposalFor(m_context.session.catalog(), episodes, maker));
    else
        m_proposing.start(episodes, maker);
}

void BulkRunner::take(const catalog::Proposal& proposal) {
    catalog::Gathered gathered = catalog::gathered(proposal);
    const QString name = m_namer(static_cast<int>(gathered.edits.size()));
    apply(std::move(gathered), name, proposal.leftOut);
}

void BulkRunner::apply(catalog::Gathered gathered, const QString& name,
                       const std::vector<catalog::LeftOut>& leftOut) {
    m_leftOut = leftOut;
    m_waiting = gathered.leftOut;
    if (gathered.edits.empty())
        finish(false, {});
    else if (gathered.edits.size() <= fewEpisodes)
        finish(m_context.session.apply(gathered.edits, name), name);
    else if (!m_making.start(std::move(gathered.edits), name))
        emit message(tr("Another change of many episodes is under way; cancel it first."));
}

void BulkRunner::cancel() {
    const bool wasLooking = m_proposing.isRunning();
    m_proposing.cancel();
    m_making.cancel();
    if (wasLooking)
        finish(false, {});
}

/// "3 files left out: 0012.md (This file is read-only.) …".
QString BulkRunner::leftOutWords() const {
    constexpr std::size_t most = 3;
    QStringList named;
    for (std::size_t i = 0; i < std::min(m_leftOut.size(), most); ++i)
        named += QStringLiteral("%1 (%2)").arg(m_context.session.catalog().relativePath(m_leftOut[i].id),
                                               m_leftOut[i].why);
    if (m_leftOut.size() > most)
        named += QStringLiteral("…");
    return tr("%n file(s) left out: %1", nullptr, static_cast<int>(m_leftOut.size()))
        .arg(named.join(QStringLiteral(", ")));
}

void BulkRunner::finish(bool isDone, const QString& name) {
    emit progress({}, 0, 0);
    QStringList said{isDone ? tr("%1: done; Undo takes it back.").arg(name) : tr("Nothing was changed.")};
    if (!m_leftOut.empty())
        said += leftOutWords();
    m_leftOut.clear();
    if (m_waiting > 0)
        said += tr("%n more touch the same places: do it once more.", nullptr, m_waiting);
    m_waiting = 0;
    emit message(said.join(QLatin1Char(' ')));
    emit over();
}

} // namespace app
