// SPDX-License-Identifier: MIT
#include "app/dialogs/tagwriting.h"

#include <QPromise>
#include <QtConcurrent>

#include <algorithm>

namespace app {

namespace {

constexpr int percents = 100;

/// Runs on another thread.
void writeTag(QPromise<void>& promise, const std::shared_ptr<QString>& error, const QString& original,
              const QString& copy, const audio::Id3Chapters& chapters) {
    promise.setProgressRange(0, percents);
    *error = audio::writeChapters(original, copy, chapters, [&promise](qint64 done, qint64 all) {
        promise.setProgressValue(static_cast<int>(done * percents / std::max<qint64>(all, 1)));
        return !promise.isCanceled();
    });
}

} // namespace

TagWriting::TagWriting(QObject* parent)
    : QObject(parent) {
    connect(&m_writing, &QFutureWatcherBase::progressValueChanged, this, &TagWriting::progressed);
    connect(&m_writing, &QFutureWatcherBase::finished, this, [this] { emit finished(m_copy, *m_error); });
}

TagWriting::~TagWriting() {
    cancel();
}

void TagWriting::write(const QString& original, const QString& copy, const audio::Id3Chapters& chapters) {
    m_copy = copy;
    // What counts where it is cancelled before the thread begins.
    m_error = std::make_shared<QString>(tr("The copy was given up; nothing was written."));
    m_writing.setFuture(QtConcurrent::run(writeTag, m_error, original, copy, chapters));
}

} // namespace app
