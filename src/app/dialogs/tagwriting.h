// SPDX-License-Identifier: MIT
#pragma once

#include "audio/id3.h"

#include <QFutureWatcher>
#include <QObject>

#include <memory>

namespace app {

/// Writes a copy of an MP3 with chapters in its tag, on another thread: an hour of sound takes a while on a
/// slow disk. One at a time.
class TagWriting : public QObject {
    Q_OBJECT
public:
    explicit TagWriting(QObject* parent = nullptr);
    /// Gives up what is under way; nobody waits for it, and nothing of it stays.
    ~TagWriting() override;

    void write(const QString& original, const QString& copy, const audio::Id3Chapters& chapters);
    /// `finished` comes all the same, as soon as the thread has stopped.
    void cancel() { m_writing.cancel(); }
    bool isRunning() const { return m_writing.isRunning(); }

signals:
    void progressed(int percent);
    /// Of a copy that has its name now: no error.
    void finished(const QString& copy, const QString& error);

private:
    QFutureWatcher<void> m_writing;
    QString m_copy;
    std::shared_ptr<QString> m_error; ///< the thread's until it is done: a cancelled future holds no result
};

} // namespace app
