// SPDX-License-Identifier: MIT
#include "audio/mediafacts.h"

#include "audio/framewalk.h"
#include "audio/mediafile.h"
#include "audio/otherheaders.h"

#include <QCoreApplication>

#include <cmath>

namespace audio {

namespace {

void measureMp3(const ByteSource& source, MediaFacts& facts) {
    const FrameWalk walk = walkFrames(source);
    facts.error = walk.error;
    facts.tags = readId3(source);
    if (!walk.error.isEmpty())
        return;
    facts.durationMs = walk.durationMs;
    facts.isExact = true;
    facts.bitRate = walk.bitRate;
    facts.isConstant = walk.isConstant;
    facts.sampleRate = walk.sampleRate;
    facts.channels = walk.channels;
    facts.isLastCut = walk.isLastCut;
}

void takeHeaders(const ByteSource& source, MediaType type, MediaFacts& facts) {
    const StatedSound sound = readOtherHeaders(source, type);
    facts.sampleRate = sound.sampleRate;
    facts.channels = sound.channels;
    if (sound.durationMs == 0)
        return;
    facts.durationMs = sound.durationMs;
    constexpr double bitsInMilliseconds = 8 * 1000;
    facts.bitRate = static_cast<int>(std::lround(static_cast<double>(facts.bytes) * bitsInMilliseconds /
                                                 static_cast<double>(sound.durationMs)));
}

} // namespace

QString typeName(MediaType type) {
    switch (type) {
    case MediaType::Mp3:
        return QStringLiteral("audio/mpeg");
    case MediaType::Ogg:
        return QStringLiteral("audio/ogg");
    case MediaType::Mp4:
        return QStringLiteral("audio/mp4");
    case MediaType::Wav:
        return QStringLiteral("audio/wav");
    case MediaType::Flac:
        return QStringLiteral("audio/flac");
    case MediaType::Unknown:
        break;
    }
    return {};
}

MediaFacts measureFile(const QString& path) {
    MediaFacts facts;
    const MediaFile file(path);
    facts.error = file.error();
    if (!facts.error.isEmpty())
        return facts;
    facts.bytes = file.size();
    const MediaType type = sniffMedia(file);
    facts.type = typeName(type);
    if (type == MediaType::Unknown)
        facts.error = QCoreApplication::translate("MediaSniff", "%1 is not an audio file.").arg(path);
    else if (type == MediaType::Mp3)
        measureMp3(file, facts);
    else
        takeHeaders(file, type, facts);
    return facts;
}

} // namespace audio
