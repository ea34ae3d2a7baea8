// SPDX-License-Identifier: MIT
#pragma once

#include <QFutureWatcher>
#include <QPromise>
#include <QtConcurrent>

#include <functional>
#include <memory>
#include <utility>

namespace models {

/// Works a value out on another thread, with progress; values in, a value out. Cancel at any time: nothing is
/// said then.
template <typename Value>
class Background {
public:
    /// Says how far the work is; false: it is no longer wanted.
    using Report = std::function<bool(int done, int total)>;
    using Work = std::function<Value(const Report&)>;

    Background() = default;
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;
    ~Background() {
        cancel();
        m_watcher.waitForFinished();
    }

    /// Begins; what ran until now is dropped.
    void start(Work work, std::function<void(Value&)> done, std::function<void(int, int)> progressed = {}) {
        cancel();
        m_isRunning = true;
        QObject::connect(&m_watcher, &QFutureWatcherBase::progressValueChanged, &m_watcher,
                         [this, progressed = std::move(progressed)](int value) {
                             if (m_isRunning && progressed)
                                 progressed(value, m_watcher.progressMaximum());
                         });
        QObject::connect(&m_watcher, &QFutureWatcherBase::finished, &m_watcher,
                         [this, done = std::move(done)] { take(done); });
        m_watcher.setFuture(
            QtConcurrent::run([work = std::move(work)](QPromise<std::shared_ptr<Value>>& promise) {
                auto value = std::make_shared<Value>(work([&promise](int count, int total) {
                    promise.setProgressRange(0, total);
                    promise.setProgressValue(count);
                    return !promise.isCanceled();
                }));
                if (!promise.isCanceled())
                    promise.addResult(std::move(value));
            }));
    }
    void cancel() {
        m_isRunning = false;
        m_watcher.disconnect();
        m_watcher.cancel();
    }
    bool isRunning() const { return m_isRunning; }

private:
    void take(const std::function<void(Value&)>& done) {
        if (!m_isRunning || m_watcher.future().resultCount() == 0)
            return;
        const std::shared_ptr<Value> value = m_watcher.result();
        const auto use = done; // the next start() drops this connection
        cancel();
        use(*value);
    }

    QFutureWatcher<std::shared_ptr<Value>> m_watcher;
    bool m_isRunning = false;
};

} // namespace models
