// SPDX-License-Identifier: MIT
#include "models/largestep.h"

#include <QPromise>
#include <QtConcurrent>

namespace models {

LargeStep::LargeStep(EditSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, [this](int done) {
        if (m_isRunning && !m_isTaking)
            emit progressed(done, m_watcher.progressMaximum());
    });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        if (m_isRunning && m_watcher.future().resultCount() > 0)
            take();
    });
    connect(&session, &EditSession::settling, this, [this](int done, int total) {
        if (m_isTaking)
            emit progressed(done, total);
        if (m_isTaking && done == total)
            end(total > 0);
    });
    connect(&session.catalog(), &catalog::Catalog::cleared, this, [this] {
        m_watcher.cancel();
        if (m_isRunning)
            end(false);
    });
}

LargeStep::~LargeStep() {
    m_watcher.disconnect(this);
    m_watcher.cancel();
    m_watcher.waitForFinished();
}

void LargeStep::make(QPromise<std::shared_ptr<Made>>& promise,
                     const std::vector<catalog::PreparedText>& before,
                     const std::vector<catalog::Edit>& edits) {
    auto made = std::make_shared<Made>();
    made->edits.reserve(edits.size());
    promise.setProgressRange(0, static_cast<int>(edits.size()));
    for (std::size_t i = 0; i < edits.size(); ++i) {
        if (promise.isCanceled())
            return;
        auto edit = catalog::prepared(before[i], edits[i]);
        if (!edit) {
            made->failed = edits[i].episode;
            made->why = QString::fromStdString(edit.error().message);
            break;
        }
        made->edits.push_back(std::move(edit).value());
        promise.setProgressValue(static_cast<int>(i + 1));
    }
    promise.addResult(std::move(made));
}

bool LargeStep::start(std::vector<catalog::Edit> edits, const QString& name) {
    if (m_isRunning)
        return false;
    if (!m_session.settleUnder(edits))
        return false;
    std::vector<catalog::PreparedText> before;
    before.reserve(edits.size());
    for (const catalog::Edit& edit : edits) {
        const catalog::Episode& episode = m_session.catalog().episode(edit.episode);
        before.push_back({episode.sharedText(), episode.summary()});
    }
    m_name = name;
    m_isRunning = true;
    m_watcher.setFuture(
        QtConcurrent::run([before = std::move(before), edits = std::move(edits)](
                              QPromise<std::shared_ptr<Made>>& promise) { make(promise, before, edits); }));
    return true;
}

void LargeStep::cancel() {
    if (!m_isRunning)
        return;
    if (m_isTaking)
        return m_session.settle();
    m_watcher.cancel();
    end(false);
}

void LargeStep::end(bool isDone) {
    m_isRunning = false;
    m_isTaking = false;
    emit finished(isDone, m_name);
}

void LargeStep::take() {
    const std::shared_ptr<Made> made = m_watcher.result();
    m_watcher.setFuture({}); // nobody else holds the texts
    if (!made->why.isEmpty())
        return end(m_session.refuse(made->failed, made->why));
    if (!m_session.applyPrepared(std::move(made->edits), m_name))
        return end(false);
    m_isTaking = m_session.isSettling();
    if (!m_isTaking)
        end(true);
}

} // namespace models
