// SPDX-License-Identifier: MIT
#include "audio/waveformcache.h"

#include "audio/waveformlimits.h"

#include <QCryptographicHash>
#include <QDataStream>
#include <QIODevice>

#include <array>
#include <cstring>

namespace audio {

namespace {

constexpr std::array<char, 6> magic{'E', 'D', 'w', 'a', 'v', 'e'};
constexpr quint16 version = 1;
constexpr qint64 headerBytes = 64, crcBytes = 4, peakBytes = 3;
constexpr qint64 mostBytes =
    headerBytes + crcBytes + peakBytes * static_cast<qint64>(limits::peaksAtMost + 1);

/// CRC-32 as in ISO 3309, four bytes a step.
quint32 crc32(QByteArrayView bytes) {
    static const auto tables = [] {
        std::array<std::array<quint32, 256>, 4> all{};
        for (quint32 i = 0; i < 256; ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = (value >> 1U) ^ ((value & 1U) != 0 ? 0xEDB88320U : 0U);
            all[0][i] = value;
        }
        for (quint32 i = 0; i < 256; ++i)
            for (std::size_t table = 1; table < all.size(); ++table)
                all[table][i] = (all[table - 1][i] >> 8U) ^ all[0][all[table - 1][i] & 0xFFU];
        return all;
    }();
    quint32 crc = ~0U;
    qsizetype at = 0;
    const auto byte = [bytes](qsizetype i) { return static_cast<quint32>(static_cast<uchar>(bytes[i])); };
    for (; at + 4 <= bytes.size(); at += 4) {
        crc ^= byte(at) | byte(at + 1) << 8U | byte(at + 2) << 16U | byte(at + 3) << 24U;
        crc = tables[3][crc & 0xFFU] ^ tables[2][(crc >> 8U) & 0xFFU] ^ tables[1][(crc >> 16U) & 0xFFU] ^
              tables[0][crc >> 24U];
    }
    for (; at < bytes.size(); ++at)
        crc = (crc >> 8U) ^ tables[0][(crc ^ byte(at)) & 0xFFU];
    return ~crc;
}

} // namespace

QByteArray encodeWaveform(const Waveform& waveform) {
    const WaveShape& shape = waveform.shape();
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream.writeRawData(magic.data(), magic.size());
    stream << version << quint32{shape.sampleRate} << quint32{shape.samplesPerPeak} << quint64{shape.samples}
           << quint32{shape.skippedAtStart} << quint32{shape.skippedAtEnd} << quint64{waveform.extent().first}
           << quint64{waveform.extent().last} << static_cast<quint64>(waveform.peaks().size());
    bytes.resize(headerBytes, '\0');
    bytes.reserve(headerBytes + crcBytes + peakBytes * static_cast<qsizetype>(waveform.peaks().size()));
    for (const WavePeak& peak : waveform.peaks()) {
        bytes += static_cast<char>(peak.low);
        bytes += static_cast<char>(peak.high);
        bytes += static_cast<char>(peak.rms);
    }
    const quint32 crc = crc32(bytes);
    for (unsigned shift = 0; shift < 32; shift += 8)
        bytes += static_cast<char>(crc >> shift & 0xFFU);
    return bytes;
}

std::shared_ptr<const Waveform> decodeWaveform(const QByteArray& bytes) {
    if (bytes.size() < headerBytes + crcBytes || bytes.size() > mostBytes ||
        std::memcmp(bytes.constData(), magic.data(), magic.size()) != 0)
        return {};
    QDataStream stream(bytes);
    stream.setByteOrder(QDataStream::LittleEndian);
    stream.skipRawData(magic.size());
    quint16 format = 0;
    quint64 samples = 0, first = 0, last = 0, count = 0;
    quint32 rate = 0, perPeak = 0, atStart = 0, atEnd = 0;
    stream >> format >> rate >> perPeak >> samples >> atStart >> atEnd >> first >> last >> count;
    const QByteArrayView all(bytes);
    quint32 crc = 0;
    for (qsizetype i = 0; i < crcBytes; ++i)
        crc |= static_cast<quint32>(static_cast<uchar>(all[all.size() - crcBytes + i])) << 8U * unsigned(i);
    const bool isWhole = format == version && rate > 0 && perPeak > 0 &&
                         static_cast<quint64>(bytes.size() - headerBytes - crcBytes) == count * peakBytes &&
                         crc == crc32(all.chopped(crcBytes));
    if (!isWhole)
        return {};
    std::vector<WavePeak> peaks(count);
    const char* at = bytes.constData() + headerBytes;
    for (WavePeak& peak : peaks) {
        peak = {static_cast<std::int8_t>(at[0]), static_cast<std::int8_t>(at[1]),
                static_cast<std::uint8_t>(at[2])};
        at += peakBytes;
    }
    return std::make_shared<Waveform>(WaveShape{rate, perPeak, samples, atStart, atEnd}, std::move(peaks),
                                      SoundExtent{first, last}, true);
}

WaveformCache::WaveformCache(const QString& folder)
    : m_folder(folder, QStringLiteral(".wave"), limits::waveformCacheBytes) {}

QString WaveformCache::nameOf(const SoundFile& file) {
    constexpr std::size_t part = 65'536;
    QByteArray bytes(part, '\0');
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray::number(file.size()) + ' ' + QByteArray::number(file.modified()) + '\n');
    const auto size = static_cast<std::uint64_t>(file.size());
    for (const std::uint64_t offset : {std::uint64_t{0}, size / 2, size > part ? size - part : 0}) {
        const std::size_t got = file.read(offset, bytes.data(), part);
        hash.addData(QByteArrayView(bytes.constData(), static_cast<qsizetype>(got)));
    }
    constexpr qsizetype enough = 40;
    return QString::fromLatin1(hash.result().toHex().left(enough));
}

std::shared_ptr<const Waveform> WaveformCache::read(const QString& name) const {
    const QByteArray bytes = m_folder.read(name, mostBytes);
    auto waveform = decodeWaveform(bytes);
    if (!waveform && !bytes.isEmpty())
        m_folder.remove(name);
    return waveform;
}

void WaveformCache::write(const QString& name, const Waveform& waveform) const {
    m_folder.write(name, encodeWaveform(waveform));
}

} // namespace audio
