// SPDX-License-Identifier: MIT
#include "app/dialogs/tagreading.h"

#include "audio/mediafile.h"

#include <QPromise>
#include <QtConcurrent>

#include <algorithm>

namespace app {

namespace {

/// A file in pieces, so that reading a large tag from a slow disk can be stopped.
class StoppableFile : public audio::ByteSource {
public:
    StoppableFile(const audio::MediaFile& file, const QPromise<audio::Id3Facts>& promise)
        : m_file(file)
        , m_promise(promise) {}

    qint64 size() const override { return m_file.size(); }
    qint64 read(qint64 offset, char* to, qint64 most) const override {
        constexpr qint64 piece = 1024LL * 1024;
        qint64 got = 0;
        while (got < most) {
            const qint64 part = m_promise.isCanceled()
                                    ? -1
                                    : m_file.read(offset + got, to + got, std::min(piece, most - got));
            if (part < 0)
                return -1;
            if (part == 0)
                break;
            got += part;
        }
        return got;
    }

private:
    const audio::MediaFile& m_file;
    const QPromise<audio::Id3Facts>& m_promise;
};

/// Runs on another thread. Pictures are nobody's wish here.
void readTag(QPromise<audio::Id3Facts>& promise, const QString& path) {
    const audio::MediaFile file(path);
    audio::Id3Facts facts;
    facts.error = file.error();
    if (facts.error.isEmpty())
        facts = audio::readId3(StoppableFile(file, promise), 0);
    promise.addResult(std::move(facts));
}

} // namespace

TagReading::TagReading(QObject* parent)
    : QObject(parent) {
    connect(&m_reading, &QFutureWatcherBase::finished, this, [this] {
        if (!std::exchange(m_isAsked, false) || m_reading.isCanceled())
            return;
        emit finished(m_reading.result());
    });
}

TagReading::~TagReading() {
    cancel();
}

void TagReading::read(const QString& path) {
    cancel();
    m_isAsked = true;
    m_reading.setFuture(QtConcurrent::run(readTag, path));
}

void TagReading::cancel() {
    m_isAsked = false;
    m_reading.cancel();
}

} // namespace app
