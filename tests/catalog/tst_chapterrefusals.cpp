// SPDX-License-Identifier: MIT
// What is no file of chapters: each with its place and reason.
#include "catalog/chapterformats/chapterformat.h"
#include "catalog/chapterformats/limits.h"
#include "support/chaptertext.h"

#include <QTest>

using catalog::ChapterFormat;
using catalog::Chapters;

Q_DECLARE_METATYPE(catalog::ChapterFormat)

class TestChapterRefusals : public QObject {
    Q_OBJECT

    static void columns() {
        QTest::addColumn<ChapterFormat>("format");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("chapters");
    }
    static void row(const char* name, ChapterFormat format, const char* bytes, const char* chapters) {
        QTest::newRow(name) << format << QByteArray(bytes) << QString::fromUtf8(chapters);
    }
    static void rowsOfObjects() {
        row("json broken", ChapterFormat::Json, "{\n  \"chapters\": [\n    {\"startTime\": }]}",
            "line 3, column 19: ");
        row("json, no list", ChapterFormat::Json, "{}", "line 1, column 1: There is no list named chapters.");
        row("json, nothing", ChapterFormat::Json, " ", "line 1, column 2: ");
        row("json, a list", ChapterFormat::Json, "[1]", "line 1, column 1: ");
        row("json, text behind", ChapterFormat::Json, "{\"chapters\":[]} x", "line 1, column 17: ");
        row("json, no start", ChapterFormat::Json, "{\"chapters\": [\n{\"title\": \"a\"}]}",
            "line 2, column 1: The chapter has no startTime.");
        row("json, a start that is none", ChapterFormat::Json, "{\"chapters\": [{\"startTime\": -1}]}",
            "line 1, column 29: -1 is no time in seconds.");
        row("json, far too late", ChapterFormat::Json, "{\"chapters\": [{\"startTime\": 1e400}]}",
            "line 1, column 29: 1e400 is no time in seconds.");
        row("json, an end that is none", ChapterFormat::Json,
            "{\"chapters\": [{\"startTime\":0,\"endTime\":[]}]}",
            "line 1, column 40: [] is no time in seconds.");
        row("json, no object", ChapterFormat::Json, "{\"chapters\": [7]}",
            "line 1, column 15: A chapter is an object.");
        row("podlove broken", ChapterFormat::Podlove,
            "<chapters>\n<chapter start='0' title='a'>\n</chapters>", "line 3, column ");
        row("podlove, nothing of it", ChapterFormat::Podlove, "<rss/>",
            "line 1, column 1: There is no element psc:chapters.");
        row("podlove, no start", ChapterFormat::Podlove,
            "<chapters>\n<chapter title='\xC3\xA4'/>\n</chapters>", "line 2, column ");
        row("podlove, a start that is none", ChapterFormat::Podlove,
            "<chapters>\n\n<chapter start='soon'/></chapters>", "line 3, column ");
        row("podlove, entities", ChapterFormat::Podlove,
            "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;'>]>\n<chapters><chapter start='0' "
            "title='&b;'/></chapters>",
            "line 1, column ");
        row("podlove, an undeclared entity", ChapterFormat::Podlove,
            "<chapters><chapter start='0' title='&a;'/></chapters>", "line 1, column ");
        row("audacity, no time", ChapterFormat::Audacity, "0\t0\tA\nnow\t1\tB\n",
            "line 2, column 1: \"now\" is no time in seconds;");
        row("audacity, no second time", ChapterFormat::Audacity, "0\tsoon\tA\n",
            "line 1, column 3: \"soon\" is no time in seconds.");
        row("audacity, before the start", ChapterFormat::Audacity, "-1\t0\tA\n", "line 1, column 1: \"-1\"");
    }
    static void rowsOfLines() {
        row("mp4chaps, no time", ChapterFormat::Mp4chaps, "00:00:00.000 A\n  Oil\n",
            "line 2, column 3: \"Oil\" is no time;");
        row("mp4chaps, 60 minutes", ChapterFormat::Mp4chaps, "00:60:00.000 A", "line 1, column 1: ");
        row("common, a line of something else", ChapterFormat::Common, "CHAPTER01=00:00:00.000\nOil\n",
            "line 2, column 1: \"Oil\" is neither");
        row("common, no time", ChapterFormat::Common, "CHAPTER01NAME=Oil\n",
            "line 1, column 1: This chapter has no time.");
        row("common, a time that is none", ChapterFormat::Common, "CHAPTER01=soon\n",
            "line 1, column 11: \"soon\"");
        row("common, twice", ChapterFormat::Common, "CHAPTER01=00:00:00.000\nCHAPTER01=00:00:01.000\n",
            "line 2, column 1: CHAPTER01 is there twice.");
        row("common, four digits", ChapterFormat::Common, "CHAPTER0001=00:00:00.000\n", "line 1, column 1: ");
        row("ffmetadata, another first line", ChapterFormat::Ffmetadata, "[CHAPTER]\nSTART=0\n",
            "line 1, column 1: The first line must be ;FFMETADATA1.");
        row("ffmetadata, no start", ChapterFormat::Ffmetadata, ";FFMETADATA1\n[CHAPTER]\ntitle=a\n",
            "line 2, column 1: The chapter has no START.");
        row("ffmetadata, no number", ChapterFormat::Ffmetadata, ";FFMETADATA1\n[CHAPTER]\nSTART=1.5\n",
            "line 3, column 7: \"1.5\" is no whole number.");
        row("ffmetadata, no time base", ChapterFormat::Ffmetadata,
            ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/0\nSTART=0\n", "line 3, column 10: ");
        row("ffmetadata, before the start", ChapterFormat::Ffmetadata,
            ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1\nSTART=-5\n", "line 4, column 7: ");
        row("ffmetadata, far too late", ChapterFormat::Ffmetadata,
            ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=9223372036854775807/1\nSTART=9223372036854775807\n",
            "line 4, column 7: ");
        row("ffmetadata, no equals", ChapterFormat::Ffmetadata, ";FFMETADATA1\n[CHAPTER]\nSTART=0\noil\n",
            "line 4, column 1: \"oil\" has no =");
    }
    static void rowsOfOthers() {
        row("webvtt, another first line", ChapterFormat::WebVtt, "WEBVTTX\n", "line 1, column 1: ");
        row("webvtt, no times", ChapterFormat::WebVtt, "WEBVTT\n\nid\nOil\n",
            "line 3, column 1: \"id\" is followed by no");
        row("webvtt, a start that is none", ChapterFormat::WebVtt, "WEBVTT\n\n0:00 --> 00:10.000\nOil\n",
            "line 3, column 1: \"0:00\" is no time;");
        row("webvtt, an end that is none", ChapterFormat::WebVtt, "WEBVTT\n\n00:00.000 --> end\nOil\n",
            "line 3, column 11: \"end\" is no time;");
        row("cue, no track", ChapterFormat::Cue, "TITLE \"x\"\n", "line 1, column 1: There is no TRACK");
        row("cue, no index", ChapterFormat::Cue,
            "TRACK 01 AUDIO\nTITLE \"x\"\nTRACK 02 AUDIO\nINDEX 01 00:00:00\n",
            "line 1, column 1: The track has no INDEX 01.");
        row("cue, 75 frames", ChapterFormat::Cue, "TRACK 01 AUDIO\n  INDEX 01 00:00:75\n",
            "line 2, column 12: \"00:00:75\" is no time;");
        row("cue, an index without a time", ChapterFormat::Cue, "TRACK 01 AUDIO\nINDEX 01\n",
            "line 2, column 9: ");
        row("cue, an index alone", ChapterFormat::Cue, "INDEX 01 00:00:00\n", "line 1, column 1: ");
        row("cue, two files", ChapterFormat::Cue,
            "FILE \"a\" MP3\nTRACK 01 AUDIO\nINDEX 01 00:00:00\nFILE \"b\" MP3\nTRACK 02 AUDIO\nINDEX 01 "
            "00:00:00\n",
            "line 4, column 1: The sheet is for more than one file");
        row("time stamps, none", ChapterFormat::TimeStamps, "Oil\nLamps at 1:75\n",
            "line 1, column 1: No line has a time");
        row("markdown, none", ChapterFormat::Markdown, "", "line 1, column 1: No line has a time");
    }

private slots:
    void refuses_data() {
        columns();
        rowsOfObjects();
        rowsOfLines();
        rowsOfOthers();
        for (const catalog::ChapterFormatInfo& info : catalog::chapterFormats()) {
            QTest::addRow("%s, not UTF-8", info.id)
                << info.format << QByteArray("a\n\xC3\xA4 \xFF")
                << QStringLiteral("line 2, column 3: The text is not UTF-8");
            QTest::addRow("%s, a zero byte", info.id)
                << info.format << QByteArray("a\0b", 3)
                << QStringLiteral("line 1, column 2: There is a zero byte");
            QTest::addRow("%s, too large", info.id)
                << info.format << QByteArray(catalog::chapterlimits::fileBytes + 1, 'a')
                << QStringLiteral("line 1, column 1: 2097153 bytes are too many");
        }
    }
    void refuses() {
        QFETCH(ChapterFormat, format);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, chapters);
        const QString said = readAsText(format, bytes.toStdString());
        QVERIFY2(said.startsWith(chapters), qPrintable(said));
    }

    void positionsCountBehindAByteOrderMark() {
        QVERIFY(readAsText(ChapterFormat::Mp4chaps, "\xEF\xBB\xBF"
                                                    "00:00:01.000 A\nx")
                    .startsWith(QStringLiteral("line 2, column 1")));
    }

    void tooManyAreRefused_data() {
        QTest::addColumn<ChapterFormat>("format");
        for (const catalog::ChapterFormatInfo& info : catalog::chapterFormats())
            if (info.format != ChapterFormat::Cue && info.format != ChapterFormat::Common &&
                info.format != ChapterFormat::VorbisComments) // their numbers end there
                QTest::newRow(info.id) << info.format;
    }
    void tooManyAreRefused() {
        QFETCH(ChapterFormat, format);
        Chapters chapters;
        for (std::size_t i = 0; i < catalog::chapterlimits::chapters; ++i)
            chapters.push_back(chapter(static_cast<qint64>(i) * 1000, "a"));
        const auto most =
            catalog::readChapters(format, catalog::writeChapters(format, chapters, {}).toStdString());
        QVERIFY(most && most->size() == chapters.size());
        chapters.push_back(chapter(2'000'000, "b"));
        const std::string bytes = catalog::writeChapters(format, chapters, {}).toStdString();
        const QString said = readAsText(format, bytes);
        QVERIFY2(said.contains(QLatin1String("more than 999 chapters")), qPrintable(said.left(200)));
        QVERIFY(!said.startsWith(QLatin1String("line 1,")));
    }
};

QTEST_GUILESS_MAIN(TestChapterRefusals)
#include "tst_chapterrefusals.moc"
