// SPDX-License-Identifier: MIT
#include "audio/waveformcache.h"

#include "support/soundfixture.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using audio::CacheFolder;
using audio::SoundFile;
using audio::Waveform;
using audio::WaveformCache;

class TestWaveformCache : public QObject {
    Q_OBJECT

    static Waveform waveform(std::size_t count = 100) {
        std::vector<audio::WavePeak> peaks(count);
        for (std::size_t i = 0; i < count; ++i)
            peaks[i] = {std::int8_t(-int(i % 128)), std::int8_t(i % 127), std::uint8_t(i % 256)};
        return {{44'100, 256, count * 256 - 9, 1105, 1105}, peaks, {3, count - 4}, true};
    }
    static void write(const QString& path, const QByteArray& bytes) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }
    static QString nameOf(const QString& path) {
        QString why;
        const auto file = SoundFile::open(path, &why);
        return file ? WaveformCache::nameOf(*file) : why;
    }
    static void setTime(const QString& path, qint64 seconds) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite) &&
                file.setFileTime(QDateTime::fromSecsSinceEpoch(seconds), QFileDevice::FileModificationTime));
    }

private slots:
    void itComesBackAsItWas() {
        const QTemporaryDir folder;
        const WaveformCache cache(folder.filePath(QStringLiteral("deep/waveforms")));
        QVERIFY(!cache.read(QStringLiteral("one")));
        const Waveform original = waveform();
        cache.write(QStringLiteral("one"), original);
        const auto back = cache.read(QStringLiteral("one"));
        QVERIFY(back);
        QCOMPARE(back->shape(), original.shape());
        QCOMPARE(back->peaks(), original.peaks());
        QCOMPARE(back->extent(), original.extent());
        QVERIFY(back->isWhole());
    }

    void noDamagedByteIsBelieved() {
        const QByteArray good = audio::encodeWaveform(waveform(5));
        QVERIFY(audio::decodeWaveform(good));
        for (qsizetype at = 0; at < good.size(); ++at) {
            QByteArray bad = good;
            bad[at] = static_cast<char>(bad[at] ^ 0x10);
            QVERIFY2(!audio::decodeWaveform(bad), qPrintable(QString::number(at)));
            QVERIFY(!audio::decodeWaveform(good.left(at)));
        }
        QVERIFY(!audio::decodeWaveform(good + '\0'));
    }

    void aDamagedFileIsRemoved() {
        const QTemporaryDir folder;
        const WaveformCache cache(folder.path());
        cache.write(QStringLiteral("one"), waveform());
        write(cache.folder().pathOf(QStringLiteral("one")), "EDwave, or so it says");
        QVERIFY(!cache.read(QStringLiteral("one")));
        QVERIFY(!QFileInfo::exists(cache.folder().pathOf(QStringLiteral("one"))));
    }

    void theNameFollowsTheSound() {
        const QTemporaryDir folder;
        const QString one = folder.filePath(QStringLiteral("one.mp3")),
                      two = folder.filePath(QStringLiteral("two.mp3"));
        const QByteArray sound = silentMp3(30);
        write(one, sound);
        const QString name = nameOf(one);
        QCOMPARE(name.size(), 40);
        QVERIFY(QFile::rename(one, two));
        QCOMPARE(nameOf(two), name);
        for (const qsizetype at : {qsizetype{1000}, sound.size() / 2 + 50, sound.size() - 1}) {
            const QDateTime time = QFileInfo(two).lastModified();
            QByteArray other = sound;
            other[at] = 'x';
            write(two, other);
            setTime(two, time.toSecsSinceEpoch());
            QVERIFY(nameOf(two) != name);
        }
        write(two, sound + sound.left(417));
        QVERIFY(nameOf(two) != name);
        write(two, sound);
        setTime(two, 1'000'000);
        const QString then = nameOf(two);
        setTime(two, 2'000'000);
        QVERIFY(nameOf(two) != then);
    }

    void theLongestUnusedGoesFirst() {
        const QTemporaryDir folder;
        const CacheFolder cache(folder.path(), QStringLiteral(".part"), 2500);
        const QStringList names{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")};
        for (int i = 0; i < names.size(); ++i) {
            QVERIFY(cache.write(names[i], QByteArray(800, 'x')));
            setTime(cache.pathOf(names[i]), 1000 + i);
        }
        QCOMPARE(cache.bytes(), qint64{2400});
        QCOMPARE(cache.read(names[0], 1000).size(), qsizetype{800}); // used now
        QVERIFY(cache.write(QStringLiteral("d"), QByteArray(800, 'x')));
        QVERIFY(QFileInfo::exists(cache.pathOf(names[0])));
        QVERIFY(!QFileInfo::exists(cache.pathOf(names[1])));
        QVERIFY(QFileInfo::exists(cache.pathOf(QStringLiteral("d"))));
        QCOMPARE(cache.bytes(), qint64{2400});
    }

    void whatIsTooLargeIsKeptAloneAndNotRead() {
        const QTemporaryDir folder;
        const CacheFolder cache(folder.path(), QStringLiteral(".part"), 100);
        QVERIFY(cache.write(QStringLiteral("large"), QByteArray(800, 'x')));
        QCOMPARE(cache.bytes(), qint64{800});
        QVERIFY(cache.read(QStringLiteral("large"), 799).isEmpty());
    }

    void emptyingTakesOnlyItsOwn() {
        const QTemporaryDir folder;
        const CacheFolder cache(folder.path(), QStringLiteral(".part"), 5000);
        cache.write(QStringLiteral("a"), "a");
        const QString other = folder.filePath(QStringLiteral("notes.txt"));
        write(other, "mine");
        write(folder.filePath(QStringLiteral("target")), "target");
        QVERIFY(QFile::link(folder.filePath(QStringLiteral("target")),
                            folder.filePath(QStringLiteral("link.part"))));
        cache.empty();
        QVERIFY(!QFileInfo::exists(cache.pathOf(QStringLiteral("a"))));
        QVERIFY(QFileInfo::exists(other));
        QVERIFY(QFileInfo::exists(folder.filePath(QStringLiteral("target"))));
        QCOMPARE(cache.bytes(), qint64{0});
    }

    void aFolderThatCannotBeIsNoHarm() {
        const QTemporaryDir folder;
        write(folder.filePath(QStringLiteral("file")), "no folder");
        const WaveformCache cache(folder.filePath(QStringLiteral("file/waveforms")));
        cache.write(QStringLiteral("one"), waveform());
        QVERIFY(!cache.read(QStringLiteral("one")));
    }
};

QTEST_GUILESS_MAIN(TestWaveformCache)
#include "tst_waveformcache.moc"
