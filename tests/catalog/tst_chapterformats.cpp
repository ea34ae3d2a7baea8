// SPDX-License-Identifier: MIT
#include "catalog/chapterformats/chapterformat.h"
#include "catalog/chapterformats/clock.h"
#include "support/chaptertext.h"

#include <QTest>

#include <set>

using catalog::ChapterFormat;
using catalog::Chapters;

Q_DECLARE_METATYPE(catalog::ChapterFormat)

class TestChapterFormats : public QObject {
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
        row("json", ChapterFormat::Json,
            "{\"version\": \"1.2.0\", \"chapters\": [{\"startTime\": 0, \"title\": \"Intro\"},"
            "{\"startTime\": 79.5, \"endTime\": 90, \"title\": \"Oil\", \"img\": \"https://a.example/i.png\","
            "\"url\": \"https://a.example/\", \"toc\": false,"
            "\"location\": {\"name\": \"Kew\", \"geo\": \"geo:51,0\", \"osm\": \"R1\"}}]}",
            "0 \"Intro\"\n79500 \"Oil\" to 90000 <https://a.example/> image https://a.example/i.png hidden "
            "at Kew "
            "geo:51,0 R1");
        row("json with nulls, of a later version", ChapterFormat::Json,
            "\n {\"version\": \"9\", \"mood\": [], \"chapters\": [{\"startTime\": \"1:30\", \"title\": null, "
            "\"img\": "
            "null, \"url\": null, \"toc\": null, \"endTime\": null, \"location\": null, \"more\": {}}]}\n\n",
            "90000 \"\"");
        row("json not in order", ChapterFormat::Json,
            "{\"chapters\":[{\"startTime\":9,\"title\":\"b\"},{\"startTime\":0.25,\"title\":\"a\"}]}",
            "250 \"a\"\n9000 \"b\"");
        row("json keeps what it says of ends", ChapterFormat::Json,
            "{\"chapters\":[{\"startTime\":0,\"endTime\":9},{\"startTime\":9}]}",
            "0 \"\" to 9000\n9000 \"\"");
        row("podlove", ChapterFormat::Podlove,
            "<?xml version='1.0' encoding='utf-8'?>\n<psc:chapters version='1.2' "
            "xmlns:psc='http://podlove.org/simple-chapters'>\n"
            "<psc:chapter start='00:03:07.250' title='Oil &amp; &#x1F56F;' href='https://a.example/?a&amp;b' "
            "image='https://a.example/i'/>\n"
            "<psc:chapter start='0' title='Intro'></psc:chapter>\n</psc:chapters>",
            "0 \"Intro\"\n187250 \"Oil & \xF0\x9F\x95\xAF\" <https://a.example/?a&b> image "
            "https://a.example/i");
        row("podlove in a feed", ChapterFormat::Podlove,
            "<rss><channel><item><title>x</title><sc:chapters xmlns:sc='http://podlove.org/simple-chapters'>"
            "<sc:chapter start='1:30' title='One'/><other/></sc:chapters></item></channel></rss>",
            "90000 \"One\"");
        row("podlove without a name space", ChapterFormat::Podlove,
            "<chapters><chapter start='12.5' title='One'/></chapters>", "12500 \"One\"");
    }
    static void rowsOfLines() {
        row("audacity", ChapterFormat::Audacity, "0.000000\t0.000000\tIntro\n79.500000\t90,25\t Oil\n",
            "0 \"Intro\"\n79500 \"Oil\" to 90250");
        row("audacity with frequencies", ChapterFormat::Audacity,
            "1.5\t2.5\tA\n\\\t100.0\t200.0\n3\t3\tB\r\n", "1500 \"A\" to 2500\n3000 \"B\"");
        row("audacity of two columns", ChapterFormat::Audacity, "1.5\tA title\n2.0\t\n3.0\n",
            "1500 \"A title\"\n2000 \"\"\n3000 \"\"");
        row("audacity, a title of a number", ChapterFormat::Audacity, "1\t1\t2.5\n", "1000 \"2.5\"");
        row("audacity, regions that meet", ChapterFormat::Audacity, "0\t5\tA\n5\t9\tB\n",
            "0 \"A\"\n5000 \"B\" to 9000");
        row("mp4chaps", ChapterFormat::Mp4chaps,
            "## total-duration: 00:31:01.000\n\n00:00:00.000 Intro\n00:01:19.500 Oil = lamps; \"quoted\"\n",
            "0 \"Intro\"\n79500 \"Oil = lamps; \"quoted\"\"");
        row("mp4chaps, a time alone", ChapterFormat::Mp4chaps, "00:00:05.000", "5000 \"\"");
        row("common", ChapterFormat::Common,
            "CHAPTER01=00:00:00.000\nCHAPTER01NAME=Intro\nCHAPTER02=00:01:19.500\nCHAPTER02NAME=a=b\n",
            "0 \"Intro\"\n79500 \"a=b\"");
        row("common of three digits, any case and order", ChapterFormat::Common,
            "TITLE=x\r\nchapter001name=One\r\nChapter001=00:00:01.000\r\nCHAPTER001URL=https://a.example/"
            "\r\n",
            "1000 \"One\" <https://a.example/>");
        row("vorbis", ChapterFormat::VorbisComments, "CHAPTER001=00:00:01.000\nCHAPTER001NAME=One\n",
            "1000 \"One\"");
        row("ffmetadata", ChapterFormat::Ffmetadata,
            ";FFMETADATA1\ntitle=All\n; a comment\n[STREAM]\ntitle=No\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\n"
            "END=79500\ntitle=Oil \\= \\;\\#\\\\ and\\\nlamps "
            "\n[CHAPTER]\n#TIMEBASE=1/1\nSTART=79500000000\nTITLE=b\n",
            "0 \"Oil = ;#\\ and\nlamps \"\n79500 \"b\"");
        row("ffmetadata with CRLF", ChapterFormat::Ffmetadata,
            ";FFMETADATA1\r\n[CHAPTER]\r\nTIMEBASE=1/75\r\nSTART=75\r\nEND=300\r\ntitle=A\r\n",
            "1000 \"A\" to 4000");
    }
    static void rowsOfOthers() {
        row("webvtt", ChapterFormat::WebVtt,
            "WEBVTT - chapters\nKind: chapters\n\nNOTE\nA note\nof two lines\n\nSTYLE\n::cue "
            "{}\n\n1\n00:00.000 --> "
            "00:01:19.500 align:start\n<v Ada>Oil &amp; <b>lamps</b> &lt;3\n\nid\n100:01:19.500 --> "
            "200:00:00.000\nB\nand "
            "C\n",
            "0 \"Oil & lamps <3\" to 79500\n360079500 \"B and C\" to 720000000");
        row("webvtt, ends that follow", ChapterFormat::WebVtt,
            "WEBVTT\n\n00:00.000 --> 00:10.000\nA\n\n00:10.000 --> 00:20.000\nB",
            "0 \"A\"\n10000 \"B\" to 20000");
        row("cue", ChapterFormat::Cue,
            "REM GENRE Podcast\nPERFORMER \"Night Desk\"\nTITLE \"Lanterns\"\nFILE \"a.mp3\" MP3\n  TRACK 01 "
            "AUDIO\n    "
            "TITLE \"Intro \"now\" \"\n    INDEX 00 00:00:00\n    INDEX 01 00:00:37\n  TRACK 02 AUDIO\n    "
            "TITLE Oil\n"
            "    INDEX 01 120:01:74\n",
            "493 \"Intro \"now\"\"\n7201987 \"Oil\"");
        row("time stamps", ChapterFormat::TimeStamps,
            "Chapters of today:\n0:00 Intro\n[1:19] Oil\n(2:00) - Lamps\n* 3:00: Wicks\n\xE2\x80\xA2 4:00 "
            "\xE2\x80\x93 "
            "Glass\n5. 5:00 | Brass\n1:00:00\tEnd\nWe met at 10:30\n",
            "0 \"Intro\"\n79000 \"Oil\"\n120000 \"Lamps\"\n180000 \"Wicks\"\n240000 \"Glass\"\n300000 "
            "\"Brass\"\n3600000 \"End\"");
        row("time stamps behind", ChapterFormat::TimeStamps,
            "Intro 0:00\n- Oil (1:19)\nLamps \xE2\x80\x94 [2:00.5]\nnone\n",
            "0 \"Intro\"\n79000 \"Oil\"\n120500 \"Lamps\"");
        row("time stamps with ends", ChapterFormat::TimeStamps,
            "0:00 - 1:19 Intro\n1:19 \xE2\x80\x93 2:00: Oil\n2:00 -5 degrees\n",
            "0 \"Intro\"\n79000 \"Oil\"\n120000 \"-5 degrees\"");
        row("time stamps behind what looks like an end", ChapterFormat::TimeStamps, "-2:00.5 Oil (1:19)\n",
            "79000 \"Oil\"");
        row("time stamps with several ends", ChapterFormat::TimeStamps, "1:19 - 2:00 -2:30 Oil\n",
            "79000 \"Oil\"");
        row("time stamps, an end within the second", ChapterFormat::TimeStamps, "2:00.5 -[2:00.5] Oil\n",
            "120500 \"Oil\"");
        row("time stamps, no time of day", ChapterFormat::TimeStamps, "10:30am coffee\n3:00 tea",
            "180000 \"tea\"");
        row("markdown", ChapterFormat::Markdown,
            "### Chapters\n\n* 0:00 [The lamp museum](https://lamps.example.org/ \"Lamps\") by night\n* "
            "**1:19** Oil "
            "\\& *wicks*\n* [2:00](https://v.example/?t=120) Lamps\n",
            "0 \"The lamp museum\" <https://lamps.example.org/>\n79000 \"Oil & *wicks*\"\n120000 \"Lamps\"");
        row("byte order mark and CR", ChapterFormat::Mp4chaps,
            "\xEF\xBB\xBF"
            "00:00:01.000 A\r00:00:02.000 B",
            "1000 \"A\"\n2000 \"B\"");
    }

private slots:
    void clocks_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("milliseconds"); // -1: none
        const auto clock = [](const char* text, qint64 milliseconds) {
            QTest::newRow(*text ? text : "empty") << QString::fromLatin1(text) << milliseconds;
        };
        clock("0", 0);
        clock("79.5", 79'500);
        clock("79,25", 79'250);
        clock("1:02", 62'000);
        clock("75:00", 4'500'000);
        clock("1:02:03.004", 3'723'004);
        clock("00:00:00.0004", 0);
        clock("00:00:59.9996", 60'000);
        clock("1000:00:00", 3'600'000'000);
        for (const char* bad :
             {"",        ":",          "1:",         ":30",        "1:2:3:4",
              "1:60",    "1:60:00",    "1:100",      "1.",         ".5",
              "-1",      "+1",         "1 ",         "1:02 ",      "1e3",
              "1:02.5s", "1000:00:01", "9999999999", "1234567:00", "99999999999999999999:00"})
            clock(bad, -1);
    }
    void clocks() {
        QFETCH(QString, text);
        QTEST(catalog::parseClock(text.toStdString()).value_or(-1), "milliseconds");
    }
    void clocksArePrinted() {
        QCOMPARE(catalog::fullClock(3'723'004), std::string("01:02:03.004"));
        QCOMPARE(catalog::fullClock(3'600'000'000), std::string("1000:00:00.000"));
        QCOMPARE(catalog::shortClock(62'999), std::string("1:02"));
        QCOMPARE(catalog::shortClock(3'723'000), std::string("1:02:03"));
        QCOMPARE(catalog::plainSeconds(79'000), std::string("79"));
        QCOMPARE(catalog::plainSeconds(79'050), std::string("79.05"));
        QCOMPARE(catalog::plainSeconds(79'500, 6), std::string("79.500000"));
    }

    void reads_data() {
        columns();
        rowsOfObjects();
        rowsOfLines();
        rowsOfOthers();
    }
    void reads() {
        QFETCH(ChapterFormat, format);
        QFETCH(QByteArray, bytes);
        QTEST(readAsText(format, bytes.toStdString()), "chapters");
    }

    void detects_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("id");
        const auto detected = [](const char* name, const char* bytes, const char* file, const char* id) {
            QTest::newRow(name) << QByteArray(bytes) << QString::fromLatin1(file) << QString::fromLatin1(id);
        };
        detected("json", "\xEF\xBB\xBF {\"chapters\": []}", "x.txt", "json");
        detected("xml", "<?xml version='1.0'?><x/>", "x", "podlove");
        detected("webvtt", "WEBVTT\n\n", "x.txt", "webvtt");
        detected("ffmetadata", ";FFMETADATA1\n", "x.txt", "ffmetadata");
        detected("audacity", "0.0\t1.0\tIntro\n", "x.txt", "audacity");
        detected("mp4chaps", "00:00:00.000 Intro\n", "x.txt", "mp4chaps");
        detected("mp4chaps behind comments", "## total-duration: 00:31:01.000\n00:00:00.000 Intro\n", "x",
                 "mp4chaps");
        detected("common", "\nCHAPTER01=00:00:00.000\n", "x.txt", "common");
        detected("cue", "REM x\nTITLE \"a\"\nFILE \"a\" MP3\nTRACK 01 AUDIO\nINDEX 01 00:00:00", "x.txt",
                 "cue");
        detected("time stamps", "Chapters\n0:00 Intro\n", "x", "timestamps");
        detected("time stamps of hours", "00:00:00 Intro\n00:10:00 Oil\n", "x", "timestamps");
        detected("a title is no cue sheet", "Title x\n0:00 Intro\n", "x", "timestamps");
        detected("markdown", "* 0:00 [Intro](https://a.example/)\n", "x", "markdown");
        detected("by the name", "", "a.CUE", "cue");
        detected("by the longer ending", "", "a.labels.txt", "audacity");
        detected("by a longer ending", "", "a.chapters.txt", "mp4chaps");
        detected("what stands in it counts", "WEBVTT\n", "a.json", "webvtt");
        detected("not UTF-8", "\xFF", "a.json", "json");
        detected("unknown", "Hello\n", "a.doc", "");
        detected("empty", "", "", "");
    }
    void detects() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        const auto format = catalog::detectChapterFormat(bytes.toStdString(), name);
        QTEST(format ? QString::fromLatin1(catalog::infoOf(*format).id) : QString(), "id");
    }

    void theTableIsWhole() {
        std::set<QString> ids, names;
        for (const catalog::ChapterFormatInfo& info : catalog::chapterFormats()) {
            QVERIFY(ids.insert(QString::fromLatin1(info.id)).second);
            QVERIFY(names.insert(catalog::nameOf(info.format)).second);
            QCOMPARE(catalog::chapterFormatById(QString::fromLatin1(info.id)), std::optional(info.format));
        }
        QCOMPARE(catalog::infoOf(ChapterFormat::Markdown).format, ChapterFormat::Markdown); // the last one
        QVERIFY(!catalog::chapterFormatById(QStringLiteral("opml")));
    }

    void writes_data() {
        columns();
        row("json", ChapterFormat::Json, "",
            "{\n  \"version\": \"1.2.0\",\n  \"title\": \"Lanterns\",\n  \"podcastName\": \"Night Desk\",\n  "
            "\"fileName\": \"a.mp3\",\n  \"chapters\": [\n    {\n      \"startTime\": 0,\n      \"title\": "
            "\"Intro\"\n  "
            "  },\n    {\n      \"startTime\": 79.5,\n      \"title\": \"Oil \\\"&\\\" =\",\n      \"url\": "
            "\"https://a.example/\"\n    }\n  ]\n}\n");
        row("podlove", ChapterFormat::Podlove, "",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<psc:chapters "
            "xmlns:psc=\"http://podlove.org/simple-chapters\" version=\"1.2\">\n  <psc:chapter "
            "start=\"00:00:00.000\" "
            "title=\"Intro\"/>\n  <psc:chapter start=\"00:01:19.500\" title=\"Oil &quot;&amp;&quot; =\" "
            "href=\"https://a.example/\"/>\n</psc:chapters>\n");
        row("webvtt", ChapterFormat::WebVtt, "",
            "WEBVTT\n\n00:00:00.000 --> 00:01:19.500\nIntro\n\n00:01:19.500 --> 00:31:01.000\nOil \"&amp;\" "
            "=\n");
        row("ffmetadata", ChapterFormat::Ffmetadata, "",
            ";FFMETADATA1\ntitle=Lanterns\nalbum=Night "
            "Desk\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=79500\ntitle=Intro\n[CHAPTER]\nTIMEBASE=1/"
            "1000\nSTART=79500\nEND=1861000\ntitle=Oil \"&\" \\=\n");
        row("audacity", ChapterFormat::Audacity, "",
            "0.000000\t0.000000\tIntro\n79.500000\t79.500000\tOil \"&\" =\n");
        row("mp4chaps", ChapterFormat::Mp4chaps, "", "00:00:00.000 Intro\n00:01:19.500 Oil \"&\" =\n");
        row("common", ChapterFormat::Common, "",
            "CHAPTER01=00:00:00.000\nCHAPTER01NAME=Intro\nCHAPTER02=00:01:19.500\nCHAPTER02NAME=Oil \"&\" "
            "=\n");
        row("vorbis", ChapterFormat::VorbisComments, "",
            "CHAPTER001=00:00:00.000\nCHAPTER001NAME=Intro\nCHAPTER002=00:01:19.500\nCHAPTER002NAME=Oil "
            "\"&\" "
            "=\nCHAPTER002URL=https://a.example/\n");
        row("cue", ChapterFormat::Cue, "",
            "PERFORMER \"Night Desk\"\nTITLE \"Lanterns\"\nFILE \"a.mp3\" MP3\n  TRACK 01 AUDIO\n    TITLE "
            "\"Intro\"\n    "
            "INDEX 01 00:00:00\n  TRACK 02 AUDIO\n    TITLE \"Oil '&' =\"\n    INDEX 01 01:19:38\n");
        row("time stamps", ChapterFormat::TimeStamps, "", "0:00 Intro\n1:19 Oil \"&\" =\n");
        row("markdown", ChapterFormat::Markdown, "",
            "* 0:00 Intro\n* 1:19 [Oil \"&\" =](https://a.example/)\n");
    }
    void writes() {
        QFETCH(ChapterFormat, format);
        const Chapters chapters{chapter(0, "Intro"), chapter(79'500, "Oil \"&\" =", "https://a.example/")};
        const QByteArray written = catalog::writeChapters(
            format, chapters,
            {1'861'000, QStringLiteral("Lanterns"), QStringLiteral("Night Desk"), QStringLiteral("a.mp3")});
        QTEST(QString::fromUtf8(written), "chapters");
    }

    void ffmetadataEscapesAllThatFfmpegDoes() {
        const QByteArray written =
            catalog::writeChapters(ChapterFormat::Ffmetadata, {chapter(0, "=;#\\\n")}, {});
        QVERIFY2(written.endsWith("title=\\=\\;\\#\\\\\\\n\n"), written.constData());
    }

    void saysWhatIsLost_data() {
        QTest::addColumn<ChapterFormat>("format");
        QTest::addColumn<QStringList>("words"); // one of each sentence
        const auto loss = [](const char* name, ChapterFormat format, const QStringList& words) {
            QTest::newRow(name) << format << words;
        };
        const auto s = [](const char* word) { return QString::fromLatin1(word); };
        loss("json", ChapterFormat::Json, {});
        loss("podlove", ChapterFormat::Podlove, {s("end"), s("hidden"), s("location")});
        loss("webvtt", ChapterFormat::WebVtt,
             {s("link"), s("image"), s("hidden"), s("location"), s("lines"), s("duration")});
        loss("audacity", ChapterFormat::Audacity,
             {s("link"), s("image"), s("hidden"), s("location"), s("lines")});
        loss("mp4chaps", ChapterFormat::Mp4chaps,
             {s("end"), s("link"), s("image"), s("hidden"), s("location"), s("lines"), s("1,023")});
        loss("vorbis", ChapterFormat::VorbisComments,
             {s("end"), s("image"), s("hidden"), s("location"), s("lines")});
        loss("cue", ChapterFormat::Cue,
             {s("end"), s("link"), s("image"), s("hidden"), s("location"), s("lines"), s("99"), s("quotes")});
        loss("time stamps", ChapterFormat::TimeStamps,
             {s("end"), s("link"), s("image"), s("hidden"), s("location"), s("lines"), s("fraction"),
              s("0:00"), s("ten seconds")});
    }
    void saysWhatIsLost() {
        QFETCH(ChapterFormat, format);
        QFETCH(QStringList, words);
        Chapters chapters{withEnd(chapter(1500, "two\nlines", "https://a.example/"), 1900)};
        chapters[0].image = QStringLiteral("https://a.example/i");
        chapters[0].isInContents = false;
        chapters[0].location = catalog::ChapterLocation{QStringLiteral("Kew"), {}, {}};
        for (int i = 1; i < 101; ++i)
            chapters.push_back(chapter(i * 5000, i == 1 ? "\"quoted\"" : "b"));
        chapters.back().title = QString(1024, QLatin1Char('x'));
        const QStringList lost = catalog::lossOf(format, chapters, {});
        QVERIFY2(lost.size() == words.size(), qPrintable(lost.join(QLatin1Char('\n'))));
        for (qsizetype i = 0; i < words.size(); ++i)
            QVERIFY2(lost[i].contains(words[i]), qPrintable(lost[i]));
        QVERIFY(catalog::lossOf(format, {chapter(0, "a"), chapter(10'000, "b"), chapter(20'000, "c")},
                                {30'000, {}, {}, {}})
                    .isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestChapterFormats)
#include "tst_chapterformats.moc"
