// SPDX-License-Identifier: MIT
#include "audio/mediasniff.h"

#include "support/soundfixture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using audio::MediaType;

class TestMediaSniff : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString& name, const QByteArray& bytes) const {
        const QString path = m_folder.filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the fixture");
        return path;
    }

private slots:
    void firstBytes_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("type");
        const auto row = [](const char* name, const QByteArray& bytes, MediaType type) {
            QTest::newRow(name) << bytes << static_cast<int>(type);
        };
        const QByteArray mp3 = silentMp3(1);
        row("frames", mp3, MediaType::Mp3);
        const QByteArray freeFrame = QByteArray::fromHex("fffb0000") + QByteArray(396, '\0');
        row("free format", freeFrame.repeated(3), MediaType::Mp3);
        row("one header of free format", freeFrame, MediaType::Unknown);
        row("frames after zeros", QByteArray(300, '\0') + mp3, MediaType::Mp3);
        row("tag, then frames", id3Tag(200) + mp3, MediaType::Mp3);
        row("two tags, then frames", id3Tag(10) + id3Tag(0) + mp3, MediaType::Mp3);
        row("tag larger than what was read", id3Tag(500'000).left(65'536), MediaType::Mp3);
        row("tag, then a playlist", id3Tag(10) + "#EXTM3U\nfile:///etc/hostname\n", MediaType::Unknown);
        row("one frame, then text", mp3.left(417) + "<html><body>", MediaType::Unknown);
        row("cut inside the first frame", mp3.left(100), MediaType::Unknown);
        row("AAC in ADTS", QByteArray::fromHex("fff15080") + QByteArray(500, '\0'), MediaType::Unknown);
        row("sync with reserved bit rate", QByteArray::fromHex("fffbf000") + QByteArray(900, '\0'),
            MediaType::Unknown);
        row("Ogg", QByteArray("OggS\0\2", 6) + QByteArray(60, '\0'), MediaType::Ogg);
        row("MP4",
            QByteArray("\0\0\0\x20"
                       "ftypM4A ",
                       12),
            MediaType::Mp4);
        row("WAV", QByteArray("RIFF\x24\0\0\0WAVEfmt ", 16), MediaType::Wav);
        row("RIFF that is not WAV", QByteArray("RIFF\x24\0\0\0AVI LIST", 16), MediaType::Unknown);
        row("FLAC", "fLaC\x80", MediaType::Flac);
        row("playlist", "#EXTM3U\nhttp://media.example.org/1.mp3\n", MediaType::Unknown);
        row("page", "<!DOCTYPE html><html>", MediaType::Unknown);
        row("text", "not audio", MediaType::Unknown);
        row("nothing", "", MediaType::Unknown);
        row("zeros", QByteArray(4096, '\0'), MediaType::Unknown);
    }
    void firstBytes() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, type);
        QCOMPARE(
            static_cast<int>(audio::sniffMedia({bytes.constData(), static_cast<std::size_t>(bytes.size())})),
            type);
    }

    void aFileThatPlaysHasNoReason() {
        QCOMPARE(audio::whyNotPlayable(write(QStringLiteral("good.mp3"), id3Tag(100) + silentMp3(1))),
                 QString());
    }

    void filesThatDoNotPlaySayWhy() {
        const auto says = [](const QString& path, const char* words) {
            return audio::whyNotPlayable(path).contains(QLatin1String(words));
        };
        QVERIFY(says(write(QStringLiteral("list.mp3"), "#EXTM3U\nx.mp3\n"), "not an audio file"));
        QVERIFY(says(write(QStringLiteral("empty.mp3"), ""), "not an audio file"));
        QVERIFY(says(m_folder.filePath(QStringLiteral("none.mp3")), "cannot be opened"));
        QVERIFY(says(m_folder.path(), "not a regular file"));
    }

    void badMedia_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("plays");
        const auto row = [](const char* name, const QByteArray& bytes, bool plays = false) {
            QTest::newRow(name) << bytes << plays;
        };
        const QByteArray mp3 = silentMp3(1);
        const QByteArray hugeTag = QByteArray("ID3\x03\0\0", 6) + "\x7f\x7f\x7f\x7f"; // 256 MB, it says
        QByteArray random(5000, '\0');
        quint32 seed = 7;
        for (qsizetype i = 0; i < random.size(); ++i, seed = seed * 1103515245U + 12345U)
            random[i] = static_cast<char>((seed >> 16) & 0x7F);
        row("nothing", "");
        row("one byte", "\xff");
        row("four bytes of a frame", mp3.left(4));
        row("half a frame", mp3.left(200));
        row("one frame and a half", mp3.left(417 + 3));
        row("a frame whose length leads out", mp3.left(417) + "\xff");
        row("random", "\x01" + random);
        row("zeros", QByteArray(70'000, '\0'));
        row("text", "Lamps and oil.\n");
        row("playlist", "#EXTM3U\nfile:///etc/hostname\n");
        row("playlist with a mark", "\xef\xbb\xbf#EXTM3U\nfile:///etc/hostname\n");
        row("playlist after lines", "\r\n\t #EXTM3U\n");
        row("PLS", "[playlist]\nFile1=http://media.example.org/\n");
        row("ASX", "<asx version=\"3.0\"></asx>");
        row("SDP", "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\n");
        row("concat", "ffconcat version 1.0\nfile /etc/hostname\n");
        row("a page", "<!DOCTYPE html><title>Gone</title>");
        row("a picture", "\x89PNG\r\n\x1a\n");
        row("a program", "\x7f"
                         "ELF" +
                             QByteArray(100, '\1'));
        row("a tag and nothing", id3Tag(20));
        row("a tag and a playlist", id3Tag(20) + "#EXTM3U\n");
        row("a tag larger than what is read first, and a playlist",
            id3Tag(200'000) + "#EXTM3U\nfile:///etc/hostname\n");
        row("two such tags, and a playlist", id3Tag(100'000) + id3Tag(100'000) + "#EXTM3U\n");
        row("tags without end", id3Tag(70'000).repeated(8) + mp3);
        row("a tag that ends behind the file", hugeTag + "#EXTM3U\nfile:///etc/hostname\n");
        row("a tag that ends behind the file, frames within", hugeTag + mp3);
        row("a tag whose length is none", QByteArray("ID3\x03\0\0", 6) + "\xff\xff\xff\xff#EXTM3U\n");
        row("frames", mp3, true);
        row("a tag and frames", id3Tag(200) + mp3, true);
        row("a picture in the tag, and frames", id3Tag(200'000) + mp3, true);
        row("two pictures, and frames", id3Tag(100'000) + id3Tag(100'000) + mp3, true);
        row("a tag, padding, and frames", id3Tag(100) + QByteArray(2000, '\0') + mp3, true);
    }
    void badMedia() {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, plays);
        const QString why = audio::whyNotPlayable(write(QStringLiteral("x.mp3"), bytes));
        QVERIFY2(why.isEmpty() == plays, qPrintable(why));
        QVERIFY(plays || why.contains(QLatin1String("not an audio file")));
    }

    void devicesAndLinksToThemAreNotRead() {
        const QString link = m_folder.filePath(QStringLiteral("zero.mp3"));
        QVERIFY(QFile::link(QStringLiteral("/dev/zero"), link));
        QVERIFY(audio::whyNotPlayable(link).contains(QLatin1String("not a regular file")));
        const QString circle = m_folder.filePath(QStringLiteral("circle.mp3"));
        QVERIFY(QFile::link(circle, circle));
        QVERIFY(audio::whyNotPlayable(circle).contains(QLatin1String("cannot be opened")));
    }

    void aPipeIsNotWaitedFor() {
        const QString path = m_folder.filePath(QStringLiteral("pipe.mp3"));
        QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        QVERIFY(audio::whyNotPlayable(path).contains(QLatin1String("not a regular file")));
    }
};

QTEST_GUILESS_MAIN(TestMediaSniff)
#include "tst_mediasniff.moc"
