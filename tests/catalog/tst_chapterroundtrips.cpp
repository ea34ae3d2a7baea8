// SPDX-License-Identifier: MIT
// Chapters of ours in every format and back, and through the programs that made the formats.
#include "catalog/chapterformats/chapterformat.h"
#include "catalog/chapterformats/chapterimport.h"
#include "support/chaptertext.h"
#include "support/soundfixture.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using catalog::Chapter;
using catalog::ChapterFormat;
using catalog::Chapters;

Q_DECLARE_METATYPE(catalog::ChapterFormat)

class TestChapterRoundTrips : public QObject {
    Q_OBJECT

    static constexpr qint64 duration = 36'000'000;

    /// Titles that a careless writer breaks at.
    static QStringList hostileTitles() {
        const char* const titles[] = {"Intro",
                                      "",
                                      "=",
                                      ";",
                                      "#",
                                      "\\",
                                      "a=b;c#d\\e",
                                      "\"quoted\"",
                                      "it's",
                                      "<b>&amp;</b>",
                                      "a & b > c < d",
                                      "--> x",
                                      "]]>",
                                      "<!-- x -->",
                                      "\xF0\x9F\x95\xAF\xEF\xB8\x8F lamp",
                                      "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xE2\x80\xAE end",
                                      "caf\xC3\xA9 \xE2\x80\x94 bar",
                                      "two\nlines",
                                      "cr\rlf\r\nend",
                                      "tab\tbed",
                                      " outer ",
                                      "\x01 control\x1F",
                                      "1:30",
                                      "0:00 again",
                                      "5",
                                      "2.5",
                                      "[x](https://y.example/)",
                                      "*bold* _it_ `c`",
                                      "![i](j)",
                                      "&#65;",
                                      "1. one",
                                      "CHAPTER01=00:00:00.000",
                                      "TITLE",
                                      "[CHAPTER]",
                                      "NOTE",
                                      "WEBVTT",
                                      "INDEX 01 00:00:00",
                                      "a\xC2\xA0z",
                                      "x\xE2\x80\xA8y",
                                      "{\"a\": 1}",
                                      "%1 %n",
                                      "REM",
                                      "a  b"};
        QStringList texts;
        for (const char* title : titles)
            texts += QString::fromUtf8(title);
        texts += QString(1023, QLatin1Char('x'));
        return texts;
    }

    static Chapters generated(unsigned seed, bool wholeSeconds) {
        QRandomGenerator random(seed);
        const QStringList titles = hostileTitles();
        Chapters chapters;
        qint64 start = 0;
        const int size = random.bounded(1, 60);
        for (int i = 0; i < size; ++i) {
            Chapter made;
            made.start = start;
            made.title = titles[random.bounded(static_cast<int>(titles.size()))];
            if (random.bounded(3) == 0)
                made.url = QStringLiteral("https://a.example/?q=%1&b=(c)").arg(i);
            if (random.bounded(3) == 0)
                made.image = QStringLiteral("https://a.example/%1.png").arg(i);
            if (random.bounded(4) == 0)
                made.end = start + 1 + random.bounded(900);
            made.isInContents = random.bounded(4) != 0;
            if (random.bounded(4) == 0)
                made.location =
                    catalog::ChapterLocation{QStringLiteral("Kew \"&\""), QStringLiteral("geo:51,0"), {}};
            chapters.push_back(made);
            start += random.bounded(1, 500) * 1000 + (wholeSeconds ? 0 : random.bounded(1000));
        }
        return chapters;
    }

    static QString lineOf(const QString& title) {
        QString line;
        for (const QChar c : title)
            if (c.unicode() >= 0x20)
                line += c;
            else if (!line.endsWith(QLatin1Char(' ')))
                line += QLatin1Char(' ');
        return line.trimmed();
    }
    static QString titleIn(ChapterFormat format, QString title) {
        if (format == ChapterFormat::Podlove) // XML 1.0 has no other control characters
            title.remove(QChar(0x01)).remove(QChar(0x1F));
        else if (format != ChapterFormat::Json && format != ChapterFormat::Ffmetadata)
            title = lineOf(title);
        return format == ChapterFormat::Cue ? title.replace(QLatin1Char('"'), QLatin1Char('\'')) : title;
    }
    /// What the format can say of a chapter.
    static Chapter carried(ChapterFormat format, Chapter chapter) {
        const unsigned parts = catalog::infoOf(format).parts;
        chapter.title = titleIn(format, chapter.title);
        if ((parts & catalog::chapterparts::end) == 0)
            chapter.end.reset();
        if ((parts & catalog::chapterparts::url) == 0)
            chapter.url.clear();
        if ((parts & catalog::chapterparts::image) == 0)
            chapter.image.clear();
        if ((parts & catalog::chapterparts::hidden) == 0)
            chapter.isInContents = true;
        if ((parts & catalog::chapterparts::location) == 0)
            chapter.location.reset();
        if ((parts & catalog::chapterparts::fractions) == 0)
            chapter.start = chapter.start / 1000 * 1000;
        return chapter;
    }

    static void rows(const char* const (&names)[2]) {
        QTest::addColumn<ChapterFormat>("format");
        QTest::addColumn<bool>("wholeSeconds");
        for (const catalog::ChapterFormatInfo& info : catalog::chapterFormats())
            for (const bool whole : {false, true})
                QTest::addRow("%s, %s", info.id, names[whole ? 1 : 0]) << info.format << whole;
    }

    static bool isThere(const char* program) {
        return !QStandardPaths::findExecutable(QLatin1String(program)).isEmpty();
    }
    static QByteArray run(const char* program, const QStringList& arguments) {
        QProcess process;
        process.start(QLatin1String(program), arguments);
        if (!process.waitForFinished(60'000) || process.exitCode() > 1) // mkvmerge: 1 is a warning
            qFatal("%s: %s", program, process.readAllStandardError().constData());
        return process.readAllStandardOutput();
    }
    static QString write(const QTemporaryDir& folder, const char* name, const QByteArray& bytes) {
        QFile file(folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
        return file.fileName();
    }
    static QByteArray read(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// What programs of others should hand on: one line each, no signs that they drop.
    static Chapters plainChapters() {
        return {chapter(0, "Intro"), chapter(1500, "Oil = lamps; #1 \\ \"quoted\""),
                chapter(3250, "caf\xC3\xA9 & <b>"), chapter(4000, "\xF0\x9F\x95\xAF")};
    }

private slots:
    void comesBackAsItWas_data() { rows({"fractions", "whole seconds"}); }
    void comesBackAsItWas() {
        QFETCH(ChapterFormat, format);
        QFETCH(bool, wholeSeconds);
        for (unsigned seed = 0; seed < 60; ++seed) {
            const Chapters chapters = generated(seed, wholeSeconds);
            const catalog::WriteOptions options{
                seed % 2 ? duration : 0, QStringLiteral("A \"title\" = ;"), {}, {}};
            const QByteArray bytes = catalog::writeChapters(format, chapters, options);
            Chapters expected;
            for (const Chapter& one : chapters)
                expected.push_back(carried(format, one));
            if (format == ChapterFormat::Cue) // frames are a 75th of a second
                for (Chapter& one : expected)
                    one.start = ((one.start * 75 + 500) / 1000 * 1000 + 37) / 75;
            const QString read = readAsText(format, bytes.toStdString(), options.duration);
            QCOMPARE(read.split(QLatin1Char(10)), chapterText(expected).split(QLatin1Char(10)));
        }
    }

    /// Whatever order they stand in, reading sorts them.
    void orderIsMade() {
        Chapters chapters = generated(3, false);
        const QString sorted = chapterText(chapters);
        std::reverse(chapters.begin(), chapters.end());
        const QByteArray bytes = catalog::writeChapters(ChapterFormat::Json, chapters, {});
        QCOMPARE(readAsText(ChapterFormat::Json, bytes.toStdString()), sorted);
    }

    void ffmpegReadsAndWritesThem() {
        if (!isThere("ffmpeg"))
            QSKIP("ffmpeg is not installed");
        const QTemporaryDir folder;
        Chapters chapters = plainChapters();
        chapters[2].title = QStringLiteral("two\nlines"); // ffmetadata can say that
        const QString ours =
            write(folder, "in.ffmeta",
                  catalog::writeChapters(ChapterFormat::Ffmetadata, chapters, {5000, {}, {}, {}}));
        const QString sound = write(folder, "a.mp3", silentMp3(5));
        const QString media = folder.filePath(QStringLiteral("a.mka")),
                      theirs = folder.filePath(QStringLiteral("out.ffmeta"));
        const auto s = [](const char* text) { return QString::fromLatin1(text); };
        run("ffmpeg", {s("-v"), s("error"), s("-i"), sound, s("-i"), ours, s("-map"), s("0:a"),
                       s("-map_metadata"), s("1"), s("-map_chapters"), s("1"), s("-c"), s("copy"), media});
        run("ffmpeg", {s("-v"), s("error"), s("-i"), media, s("-f"), s("ffmetadata"), theirs});
        const QByteArray bytes = read(theirs);
        QVERIFY(bytes.contains("TIMEBASE=1/1000000000"));
        QCOMPARE(catalog::detectChapterFormat(bytes.toStdString(), {}),
                 std::optional(ChapterFormat::Ffmetadata));
        QCOMPARE(readAsText(ChapterFormat::Ffmetadata, bytes.toStdString(), 5000), chapterText(chapters));
    }

    void ffmpegReadsOurWebVtt() {
        if (!isThere("ffmpeg"))
            QSKIP("ffmpeg is not installed");
        const QTemporaryDir folder;
        Chapters chapters = plainChapters();
        chapters[2].title = QStringLiteral("a & b"); // it takes what looks like a tag away
        const QString ours = write(
            folder, "in.vtt", catalog::writeChapters(ChapterFormat::WebVtt, chapters, {5000, {}, {}, {}}));
        const auto s = [](const char* text) { return QString::fromLatin1(text); };
        const QByteArray theirs =
            run("ffmpeg", {s("-v"), s("error"), s("-i"), ours, s("-f"), s("webvtt"), s("-")});
        QCOMPARE(readAsText(ChapterFormat::WebVtt, theirs.toStdString(), 5000), chapterText(chapters));
    }

    void mkvtoolnixReadsAndWritesThem() {
        if (!isThere("mkvmerge") || !isThere("mkvextract"))
            QSKIP("mkvtoolnix is not installed");
        const QTemporaryDir folder;
        const QString ours =
            write(folder, "in.txt", catalog::writeChapters(ChapterFormat::Common, plainChapters(), {}));
        const QString sound = write(folder, "a.mp3", silentMp3(5));
        const QString media = folder.filePath(QStringLiteral("a.mka"));
        const auto s = [](const char* text) { return QString::fromLatin1(text); };
        run("mkvmerge",
            {s("-q"), s("-o"), media, s("--chapter-charset"), s("UTF-8"), s("--chapters"), ours, sound});
        const QByteArray theirs = run("mkvextract", {media, s("chapters"), s("-s")});
        QCOMPARE(catalog::detectChapterFormat(theirs.toStdString(), {}),
                 std::optional(ChapterFormat::Common));
        QCOMPARE(readAsText(ChapterFormat::Common, theirs.toStdString()), chapterText(plainChapters()));
    }

    void mkvmergeReadsOurCueSheet() {
        if (!isThere("mkvmerge") || !isThere("mkvextract"))
            QSKIP("mkvtoolnix is not installed");
        const QTemporaryDir folder;
        const Chapters chapters{chapter(0, "Intro"), chapter(1200, "Oil"), chapter(4000, "caf\xC3\xA9")};
        const QString ours =
            write(folder, "in.cue", catalog::writeChapters(ChapterFormat::Cue, chapters, {}));
        const QString sound = write(folder, "a.mp3", silentMp3(5));
        const QString media = folder.filePath(QStringLiteral("a.mka"));
        const auto s = [](const char* text) { return QString::fromLatin1(text); };
        run("mkvmerge", {s("-q"), s("-o"), media, s("--chapter-charset"), s("UTF-8"),
                         s("--cue-chapter-name-format"), s("%t"), s("--chapters"), ours, sound});
        const QByteArray theirs = run("mkvextract", {media, s("chapters"), s("-s")});
        QCOMPARE(readAsText(ChapterFormat::Common, theirs.toStdString()), chapterText(chapters));
    }
};

QTEST_GUILESS_MAIN(TestChapterRoundTrips)
#include "tst_chapterroundtrips.moc"
