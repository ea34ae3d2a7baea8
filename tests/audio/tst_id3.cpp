// SPDX-License-Identifier: MIT
#include "audio/id3.h"

#include "audio/mediafile.h"
#include "support/soundfixture.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using audio::Id3Chapter;
using audio::Id3Chapters;

class TestId3 : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_made = 0;

    QString write(const QByteArray& bytes) {
        const QString path = m_folder.filePath(QString::number(++m_made) + QLatin1String(".mp3"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the fixture");
        return path;
    }

    static QByteArray contents(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Each chapter as a line: "0-1500 Title|url|picture".
    static QStringList lines(const Id3Chapters& chapters) {
        QStringList lines;
        for (const Id3Chapter& chapter : chapters)
            lines += QStringLiteral("%1-%2 %3|%4|%5")
                         .arg(QString::number(chapter.startMs), QString::number(chapter.endMs), chapter.title,
                              chapter.url, QString::number(chapter.hasPicture));
        return lines;
    }

    static QByteArray words(char version) {
        return id3TagOf(id3Text("TIT2", "The Wheel") + id3Text("TPE1", "Ada and Ben") +
                            id3Text("TALB", "Round Things") + id3Text("TDRC", "2024-05-06") +
                            id3Frame("APIC", QByteArray("\0image/png\0\3\0PNG!", 17)),
                        version);
    }

    /// Each chapter as mutagen reads it, in the order of the table of contents: "0-1500 Title|url".
    static constexpr const char* mutagenReads = R"(
import sys
from mutagen.id3 import ID3
tag = ID3(sys.argv[1])
toc = tag.getall('CTOC')
print(len(toc), int(toc[0].flags) if toc else 0)
for name in toc[0].child_element_ids if toc else []:
    one = tag['CHAP:' + name]
    urls = [f.url for f in one.sub_frames.values() if f.FrameID == 'WXXX']
    print('%d-%d %s|%s' % (one.start_time, one.end_time, one.sub_frames['TIT2'].text[0], ''.join(urls)))
)";
    static constexpr const char* mutagenWrites = R"(
import sys
from mutagen.id3 import ID3, CHAP, CTOC, TIT2, WXXX, CTOCFlags
tag = ID3()
tag.add(CTOC(element_id='toc', flags=CTOCFlags.TOP_LEVEL | CTOCFlags.ORDERED, child_element_ids=['b', 'a'],
             sub_frames=[TIT2(encoding=3, text=['Contents'])]))
tag.add(CHAP(element_id='a', start_time=1500, end_time=4000, start_offset=0xFFFFFFFF, end_offset=0xFFFFFFFF,
             sub_frames=[TIT2(encoding=1, text=['Zwei \u958b']), WXXX(encoding=0, desc='', url='https://example.org/')]))
tag.add(CHAP(element_id='b', start_time=0, end_time=1500, start_offset=0xFFFFFFFF, end_offset=0xFFFFFFFF,
             sub_frames=[TIT2(encoding=3, text=['Eins'])]))
tag.save(sys.argv[1], v2_version=int(sys.argv[2]))
)";

    /// A Python that has mutagen; empty where there is none.
    static QString pythonWithMutagen() {
        for (const QStringList& paths : {QStringList(), QStringList{QStringLiteral("/usr/bin")}}) {
            const QString python = QStandardPaths::findExecutable(QStringLiteral("python3"), paths);
            if (!python.isEmpty() && !runPython(python, "import mutagen.id3", {}).isNull())
                return python;
        }
        return {};
    }
    /// What a program of Python prints; null where it fails.
    static QString runPython(const QString& python, const char* program, const QStringList& arguments) {
        QProcess process;
        process.start(python, QStringList{QStringLiteral("-c"), QString::fromUtf8(program)} + arguments);
        const bool isDone = process.waitForFinished() && process.exitCode() == 0;
        return isDone ? QString::fromUtf8(process.readAllStandardOutput()) + QLatin1Char('\n') : QString();
    }

private slots:
    void wordsAndPicture_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("found");
        const QByteArray sound = silentMp3(1);
        const QString all = QStringLiteral("The Wheel|Ada and Ben|Round Things|2024-05-06|image/png|PNG!");
        QTest::newRow("2.4") << words(4) + sound << all;
        QTest::newRow("2.3") << words(3) + sound << all;
        QTest::newRow("no tag") << sound << QStringLiteral("|||||");
        QTest::newRow("padding") << id3Tag(300) + sound << QStringLiteral("|||||");
        const QByteArray old = "TAG" + QByteArray("Old title").leftJustified(30, '\0') +
                               QByteArray("Old artist").leftJustified(30, '\0') + QByteArray(30, '\0') +
                               "1999" + QByteArray(31, '\0');
        QTest::newRow("only the old tag at the end")
            << sound + old << QStringLiteral("Old title|Old artist||1999||");
    }

    void wordsAndPicture() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, found);
        const audio::Id3Facts facts = audio::readId3(write(bytes));
        QCOMPARE(facts.error, QString());
        QCOMPARE(QStringList({facts.title, facts.artist, facts.album, facts.date, facts.pictureType,
                              QString::fromLatin1(facts.picture)})
                     .join(QLatin1Char('|')),
                 found);
    }

    void largePicture() {
        const audio::Id3Facts facts = audio::readId3(write(words(4) + silentMp3(1)), 3);
        QVERIFY(facts.hasPicture);
        QVERIFY(facts.picture.isEmpty());
    }

    void chapters_data() {
        QTest::addColumn<QByteArray>("frames");
        QTest::addColumn<QStringList>("found");
        const QByteArray link = id3Frame("WXXX", QByteArray("\0\0https://example.org/", 22));
        QTest::newRow("with link and picture")
            << id3Chapter("a", 0, 1500,
                          id3Text("TIT2", "Opening") + link + id3Frame("APIC", QByteArray("\0x", 2)))
            << QStringList{QStringLiteral("0-1500 Opening|https://example.org/|1")};
        QTest::newRow("in the order of their starts, without an end")
            << id3Chapter("b", 900, 0xFFFFFFFF, id3Text("TIT2", "B")) +
                   id3Chapter("a", 5, 900, id3Text("TIT2", "A"))
            << QStringList{QStringLiteral("5-900 A||0"), QStringLiteral("900--1 B||0")};
        QTest::newRow("UTF-16") << id3Chapter("a", 0, 1,
                                              id3Frame("TIT2", QByteArray("\1\xFF\xFEO\0k\0\0\0", 9)))
                                << QStringList{QStringLiteral("0-1 Ok||0")};
        QTest::newRow("no title") << id3Chapter("a", 0, 1, {}) << QStringList{QStringLiteral("0-1 ||0")};
        QTest::newRow("cut in its times") << id3Frame("CHAP", "a\0\0\0") << QStringList();
        QTest::newRow("chapter within a chapter")
            << id3Chapter("a", 0, 1, id3Chapter("b", 2, 3, id3Text("TIT2", "Inside")))
            << QStringList{QStringLiteral("0-1 ||0")};
    }

    void chapters() {
        QFETCH(QByteArray, frames);
        QFETCH(QStringList, found);
        for (const char version : {'\3', '\4'})
            QCOMPARE(lines(audio::readId3(write(id3TagOf(frames, version) + silentMp3(1))).chapters), found);
    }

    void refused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        QByteArray huge = QByteArray("ID3\4\0\0\x7F\x7F\x7F\x7F", 10) + silentMp3(1);
        QTest::newRow("longer than the file") << huge << QStringLiteral("shorter than the tag");
    }

    void refused() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        QVERIFY2(audio::readId3(write(bytes)).error.contains(words), qPrintable(words));
    }

    void overTheLimit() {
        const QString path = write(QByteArray("ID3\4\0\0\x7F\x7F\x7F\x7F", 10));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.resize((1LL << 28) + 4096)); // a hole, not bytes
        QVERIFY(audio::readId3(path).error.contains(QLatin1String("larger than 64 MB")));
    }

    void pipeIsNotOpened() {
        const QString path = m_folder.filePath(QStringLiteral("pipe.mp3"));
        QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        QVERIFY(audio::readId3(path).error.contains(QLatin1String("not a regular file")));
        QVERIFY(!audio::writeChapters(path, path + QLatin1Char('2'), {}).isEmpty());
    }

    void deepNesting() {
        QByteArray inner;
        for (int depth = 0; depth < 500; ++depth)
            inner = id3Chapter("n", 0, 1, inner);
        QCOMPARE(audio::readId3(audio::MemoryBytes(id3TagOf(inner))).chapters.size(), 1U);
    }

    void written_data() {
        QTest::addColumn<QByteArray>("tag");
        QTest::addColumn<QString>("title");
        QTest::newRow("2.4") << words(4) << QStringLiteral("The Wheel");
        QTest::newRow("2.3") << words(3) << QStringLiteral("The Wheel");
        QTest::newRow("no tag") << QByteArray() << QString();
        QTest::newRow("other chapters there")
            << id3TagOf(id3Text("TIT2", "T") + id3Chapter("old", 7, 8, id3Text("TIT2", "Old")))
            << QStringLiteral("T");
        QTest::newRow("two tags") << words(4) + id3Tag(40) << QStringLiteral("The Wheel");
    }

    void written() {
        QFETCH(QByteArray, tag);
        QFETCH(QString, title);
        const QByteArray sound = silentMp3(3) + "TAG" + QByteArray(125, '\0');
        const QString original = write(tag + sound);
        const QString copy = m_folder.filePath(QString::number(++m_made) + QLatin1String("-copy.mp3"));
        const Id3Chapters chapters{
            {0, -1, QStringLiteral("Öffnung – 開始"), QString(), false},
            {1000, 2000, QStringLiteral("Two"), QStringLiteral("https://example.org/?a=1&b"), false},
            {2000, -1, QStringLiteral("Last"), QString(), false}};
        QCOMPARE(audio::writeChapters(original, copy, chapters), QString());
        QCOMPARE(contents(original), tag + sound);
        QVERIFY(contents(copy).endsWith(sound));
        QCOMPARE(contents(copy).count("TIT2"), title.isEmpty() ? 3 : 4);
        const audio::Id3Facts facts = audio::readId3(copy);
        QCOMPARE(lines(facts.chapters),
                 QStringList({QStringLiteral("0-1000 Öffnung – 開始||0"),
                              QStringLiteral("1000-2000 Two|https://example.org/?a=1&b|0"),
                              QStringLiteral("2000-3004 Last||0")}));
        QCOMPARE(facts.title, title);
        QCOMPARE(facts.hasPicture, tag.contains("APIC"));
    }

    void writtenAnewThereIsOneTableOfContents() {
        const QString first = m_folder.filePath(QStringLiteral("first.mp3"));
        const QString second = m_folder.filePath(QStringLiteral("second.mp3"));
        const Id3Chapters one{{0, 500, QStringLiteral("One"), QString(), false}};
        const Id3Chapters other{{100, 900, QStringLiteral("Other"), QString(), false}};
        QCOMPARE(audio::writeChapters(write(silentMp3(1)), first, one), QString());
        QCOMPARE(audio::writeChapters(first, second, other), QString());
        QCOMPARE(contents(second).count("CTOC"), 1);
        QCOMPARE(lines(audio::readId3(second).chapters), QStringList{QStringLiteral("100-900 Other||0")});
    }

    void neverOverAFile() {
        const QString original = write(silentMp3(1));
        const QString taken = write("somebody's");
        QVERIFY(audio::writeChapters(original, taken, {}).contains(QLatin1String("exists already")));
        QVERIFY(!audio::writeChapters(original, original, {}).isEmpty());
        QCOMPARE(contents(taken), QByteArray("somebody's"));
        QCOMPARE(contents(original), silentMp3(1));
        QVERIFY(QDir(m_folder.path())
                    .entryList({QStringLiteral(".episode-desk*")}, QDir::Hidden | QDir::Files)
                    .isEmpty());
    }

    void notWritten_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("count");
        QTest::addColumn<qint64>("start");
        const QByteArray sound = silentMp3(1);
        QTest::newRow("too many") << sound << 256 << qint64{0};
        QTest::newRow("before the start") << sound << 1 << qint64{-5};
        QTest::newRow("after 49 days") << sound << 1 << qint64{0x1'0000'0000};
        QTest::newRow("no sound") << QByteArray("#EXTM3U\n") << 1 << qint64{0};
        QByteArray packed = id3Frame("TIT2", "\0T");
        packed[9] = '\x08';
        QTest::newRow("compressed frame") << id3TagOf(packed) + sound << 1 << qint64{0};
    }

    void notWritten() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, count);
        QFETCH(qint64, start);
        const QString copy = m_folder.filePath(QStringLiteral("never.mp3"));
        const Id3Chapters chapters(static_cast<std::size_t>(count),
                                   Id3Chapter{start, -1, QStringLiteral("C"), {}, false});
        QVERIFY(!audio::writeChapters(write(bytes), copy, chapters).isEmpty());
        QVERIFY(!QFile::exists(copy));
    }

    /// What another program reads in our copy.
    void asFfprobeReads() {
        const QString ffprobe = QStandardPaths::findExecutable(QStringLiteral("ffprobe"));
        if (ffprobe.isEmpty())
            QSKIP("ffprobe is not installed");
        const QString copy = m_folder.filePath(QStringLiteral("probed.mp3"));
        const Id3Chapters chapters{{0, -1, QStringLiteral("Eins"), QString(), false},
                                   {1234, -1, QStringLiteral("Zwei ü"), QString(), false}};
        QCOMPARE(audio::writeChapters(write(words(3) + silentMp3(2)), copy, chapters), QString());
        QProcess probe;
        probe.start(ffprobe, {QStringLiteral("-v"), QStringLiteral("error"), QStringLiteral("-show_chapters"),
                              QStringLiteral("-of"), QStringLiteral("csv=p=0"), copy});
        QVERIFY(probe.waitForFinished());
        const QByteArray out = probe.readAllStandardOutput();
        QVERIFY2(out.contains(",0,0.000000,1234,1.234000,Eins"), out.constData());
        QVERIFY2(out.contains(",1234,1.234000,2011,2.011000,Zwei ü") || out.contains("Zwei"),
                 out.constData());
    }

    void asMutagenReads_data() {
        QTest::addColumn<QByteArray>("tag");
        QTest::newRow("2.4") << words(4);
        QTest::newRow("2.3") << words(3);
        QTest::newRow("no tag") << QByteArray();
    }
    void asMutagenReads() {
        QFETCH(QByteArray, tag);
        const QString python = pythonWithMutagen();
        if (python.isEmpty())
            QSKIP("mutagen is not installed");
        const QString copy = m_folder.filePath(QString::number(++m_made) + QLatin1String("-mutagen.mp3"));
        const Id3Chapters chapters{
            {0, -1, QStringLiteral("Öffnung – 開始"), QString(), false},
            {1000, 1500, QStringLiteral("Two"), QStringLiteral("https://example.org/?a=1&b"), false},
            {2000, -1, QStringLiteral("Last"), QString(), false}};
        QCOMPARE(audio::writeChapters(write(tag + silentMp3(3)), copy, chapters), QString());
        QCOMPARE(runPython(python, mutagenReads, {copy}).trimmed(),
                 QStringLiteral("1 3\n0-1000 Öffnung – 開始|\n1000-1500 Two|https://example.org/?a=1&b\n"
                                "2000-3004 Last|"));
    }

    void mutagensAreRead_data() {
        QTest::addColumn<QString>("version");
        QTest::newRow("2.3") << QStringLiteral("3");
        QTest::newRow("2.4") << QStringLiteral("4");
    }
    void mutagensAreRead() {
        QFETCH(QString, version);
        const QString python = pythonWithMutagen();
        if (python.isEmpty())
            QSKIP("mutagen is not installed");
        const QString path = write(silentMp3(4));
        QVERIFY(!runPython(python, mutagenWrites, {path, version}).isNull());
        QCOMPARE(lines(audio::readId3(path).chapters),
                 QStringList({QStringLiteral("0-1500 Eins||0"),
                              QStringLiteral("1500-4000 Zwei 開|https://example.org/|0")}));
    }
};

QTEST_GUILESS_MAIN(TestId3)
#include "tst_id3.moc"
