// SPDX-License-Identifier: MIT
#include "net/partialfile.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryFile>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>

namespace net {

namespace {

/// The end of what is left: the facts, their length, this.
constexpr char mark[] = "EDpart1\n";
constexpr qint64 markBytes = sizeof mark - 1;
constexpr qint64 tailBytes = markBytes + qint64{sizeof(quint32)};
constexpr qint64 factsBytes = 16 * 1024; ///< more is none of ours

bool rename(const QString& from, const QString& to) {
    std::error_code error;
    std::filesystem::rename(QFile::encodeName(from).toStdString(), QFile::encodeName(to).toStdString(),
                            error);
    return !error;
}

QByteArray toJson(const PartialFacts& facts, qint64 size) {
    return QJsonDocument(QJsonObject{{QStringLiteral("validator"), QString::fromLatin1(facts.validator)},
                                     {QStringLiteral("address"), facts.address},
                                     {QStringLiteral("total"), facts.total},
                                     {QStringLiteral("bytes"), size}})
        .toJson(QJsonDocument::Compact);
}

/// What stands behind the bytes; `size` becomes their number. Nothing where the end is not ours.
std::optional<PartialFacts> factsBehind(QFile& file, qint64& size) {
    const qint64 all = file.size();
    if (all < tailBytes || !file.seek(all - tailBytes))
        return std::nullopt;
    const QByteArray tail = file.read(tailBytes);
    if (tail.size() != tailBytes || !tail.endsWith(mark))
        return std::nullopt;
    const qint64 length = qFromBigEndian<quint32>(tail.constData());
    if (length > factsBytes || length > all - tailBytes || !file.seek(all - tailBytes - length))
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(file.read(length)).object();
    PartialFacts facts;
    facts.validator = object.value(QLatin1String("validator")).toString().toLatin1();
    facts.address = object.value(QLatin1String("address")).toString();
    facts.total = object.value(QLatin1String("total")).toInteger(-1);
    size = object.value(QLatin1String("bytes")).toInteger(-1);
    return size == all - tailBytes - length ? std::optional(facts) : std::nullopt;
}

} // namespace

PartialFile::PartialFile(const QString& path)
    : m_path(path) {}

QString PartialFile::keptPath() const {
    const QFileInfo info(m_path);
    return info.dir().filePath(info.completeBaseName() + QLatin1String(".part.") + info.suffix());
}

PartialFile::~PartialFile() {
    if (m_file.isOpen())
        m_file.remove();
}

bool PartialFile::open() {
    const QFileInfo info(m_path);
    QTemporaryFile named(info.dir().filePath(QStringLiteral("part-XXXXXX.") + info.suffix()));
    if (!info.dir().mkpath(QStringLiteral(".")) || !named.open())
        return false;
    named.setAutoRemove(false); // from here on it is m_file's
    m_file.setFileName(named.fileName());
    return m_file.open(QIODevice::ReadWrite);
}

std::optional<PartialFacts> PartialFile::takeKept() {
    const QFileInfo kept(keptPath());
    if (!kept.isFile() || kept.isSymLink() || !rename(kept.filePath(), m_file.fileName()))
        return std::nullopt;
    m_file.close(); // the empty one, which has no name any more
    if (!m_file.open(QIODevice::ReadWrite))
        return std::nullopt;
    qint64 size = 0;
    auto facts = factsBehind(m_file, size);
    if (!facts || !m_file.resize(size) || !m_file.seek(size)) {
        startAnew();
        return std::nullopt;
    }
    m_size = size;
    return facts;
}

bool PartialFile::write(const QByteArray& bytes) {
    m_size += bytes.size();
    return m_file.write(bytes) == bytes.size();
}

QByteArray PartialFile::beginning(qint64 most) const {
    QFile file(m_file.fileName());
    return file.open(QIODevice::ReadOnly) ? file.read(std::min(most, m_size)) : QByteArray();
}

bool PartialFile::startAnew() {
    m_size = 0;
    return m_file.seek(0) && m_file.resize(0);
}

void PartialFile::keep(const PartialFacts& facts) {
    const QByteArray json = toJson(facts, m_size);
    std::array<char, sizeof(quint32)> length{};
    qToBigEndian(static_cast<quint32>(json.size()), length.data());
    const QByteArray end = json + QByteArray(length.data(), length.size()) + mark;
    if (m_size > 0 && m_file.write(end) == end.size())
        moveTo(keptPath());
}

bool PartialFile::finish() {
    return moveTo(m_path);
}

bool PartialFile::moveTo(const QString& path) {
    if (!m_file.flush() || !rename(m_file.fileName(), path))
        return false;
    m_file.close();
    return true;
}

} // namespace net
