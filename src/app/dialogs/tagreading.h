// SPDX-License-Identifier: MIT
#pragma once

#include "audio/id3.h"

#include <QFutureWatcher>
#include <QObject>

namespace app {

/// Reads the tag of a local MP3 on another thread. A newer question takes the place of the one before, whose
/// answer is never told; nor is one after `cancel` or the end of this object.
class TagReading : public QObject {
    Q_OBJECT
public:
    explicit TagReading(QObject* parent = nullptr);
    ~TagReading() override;

    void read(const QString& path);
    /// The thread stops at its next piece of the file; nobody waits for it.
    void cancel();
    bool isRunning() const { return m_isAsked; }

signals:
    void finished(const audio::Id3Facts& facts);

private:
    QFutureWatcher<audio::Id3Facts> m_reading;
    bool m_isAsked = false;
};

} // namespace app
