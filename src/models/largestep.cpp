// SPDX-License-Identifier: MIT
#include "models/largestep.h"

#include <QPromise>
#include <QtConcurrent>

namespace models {

LargeStep::LargeStep(EditSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {
    connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, this, [this](int done) {
        if (m_isRunning)
            emit progressed(done, m_watcher.progressMaximum());
    });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        if (m_isRunning && m_watcher.future().resultCount() > 0)
            take();
    });
    connect(&session.catalog(), &catalog::Catalog::cleared, this, &LargeStep::cancel);
}

LargeStep::~LargeStep() {
    m_watcher.disconnect(this);
    m_watcher.cancel();
    m_watcher.waitForFinished();
}

void LargeStep::make(QPromise<Made>& promise, const std::vector<catalog::PreparedText>& before,
                     const std::vector<catalog::Edit>& edits) {
    Made made;
    promise.setProgressRange(0, static_cast<int>(edits.size()));
    for (std::size_t i = 0; i < edits.size(); ++i) {
        if (promise.isCanceled())
            return;
        auto edit = catalog::prepared(before[i], edits[i]);
        if (!edit) {
            made.failed = edits[i].episode;
            made.why = QString::fromStdString(edit.error().message);
            break;
        }
        made.edits.push_back(std::move(edit).value());
        promise.setProgressValue(static_cast<int>(i + 1));
    }
    promise.addResult(std::move(made));
}

bool LargeStep::start(const std::vector<catalog::Edit>& edits, const QString& name) {
    if (m_isRunning)
        return false;
    std::vector<catalog::PreparedText> before;
    before.reserve(edits.size());
    for (const catalog::Edit& edit : edits) {
        const catalog::Episode& episode = m_session.catalog().episode(edit.episode);
        before.push_back({episode.sharedText(), episode.summary()});
    }
    m_name = name;
    m_isRunning = true;
    m_watcher.setFuture(QtConcurrent::run(
        [before = std::move(before), edits](QPromise<Made>& promise) { make(promise, before, edits); }));
    return true;
}

void LargeStep::cancel() {
    if (!m_isRunning)
        return;
    m_isRunning = false;
    m_watcher.cancel();
    emit finished(false, m_name);
}

void LargeStep::take() {
    m_isRunning = false;
    const Made made = m_watcher.result();
    const bool isDone = made.why.isEmpty() ? m_session.applyPrepared(made.edits, m_name)
                                           : m_session.refuse(made.failed, made.why);
    emit finished(isDone, m_name);
}

} // namespace models
