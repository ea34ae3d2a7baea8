// SPDX-License-Identifier: MIT
#pragma once

#include <QDataStream>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <cmath>
#include <random>
#include <vector>

/// Samples between -1 and 1, and how they are told.
struct Sound {
    int sampleRate = 44'100;
    int channels = 1;
    std::vector<float> samples; ///< the channels one after the other
};

/// Words and pauses, so far as noise can speak: bursts of 200 to 400 ms, louder and softer, and breaks.
inline Sound speech(int seconds, int channels = 1, int sampleRate = 44'100) {
    Sound sound{sampleRate, channels, {}};
    std::mt19937 random(7);
    std::uniform_real_distribution<float> noise(-1, 1), loudness(0.05F, 0.8F), length(0.2F, 0.4F);
    const auto all = static_cast<std::size_t>(seconds) * static_cast<std::size_t>(sampleRate);
    std::size_t end = 0;
    float level = 0, soft = 0;
    bool isPause = true;
    for (std::size_t i = 0; i < all; ++i) {
        if (i >= end) {
            isPause = !isPause;
            level = isPause ? 0.01F : loudness(random);
            end = i + static_cast<std::size_t>(length(random) * static_cast<float>(sampleRate));
        }
        soft = 0.7F * soft + 0.3F * noise(random);
        const float tone = std::sin(static_cast<float>(i) * 1400.0F / static_cast<float>(sampleRate));
        for (int channel = 0; channel < channels; ++channel)
            sound.samples.push_back(level * (0.6F * tone + 0.8F * soft) * (channel == 0 ? 1.0F : 0.5F));
    }
    return sound;
}

inline void writeWav(const QString& path, const Sound& sound) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write the fixture");
    const auto bytes = static_cast<quint32>(sound.samples.size() * 2);
    const auto rate = static_cast<quint32>(sound.sampleRate);
    const auto channels = static_cast<quint16>(sound.channels);
    QDataStream stream(&file);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream.writeRawData("RIFF", 4);
    stream << quint32{36 + bytes};
    stream.writeRawData("WAVEfmt ", 8);
    stream << quint32{16} << quint16{1} << channels << rate << quint32{rate * channels * 2U}
           << static_cast<quint16>(channels * 2) << quint16{16};
    stream.writeRawData("data", 4);
    stream << bytes;
    for (const float sample : sound.samples)
        stream << static_cast<qint16>(std::lround(std::clamp(sample, -1.0F, 1.0F) * 32'767));
}

/// The sound as an MP3 by LAME; false where LAME is not installed.
inline bool encodeMp3(const QString& path, const Sound& sound, const QStringList& options = {}) {
    const QString lame = QStandardPaths::findExecutable(QStringLiteral("lame"));
    if (lame.isEmpty())
        return false;
    const QString wav = path + QStringLiteral(".wav");
    writeWav(wav, sound);
    const int result =
        QProcess::execute(lame, QStringList{QStringLiteral("--quiet")} + options + QStringList{wav, path});
    QFile::remove(wav);
    return result == 0;
}
