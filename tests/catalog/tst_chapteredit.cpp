// SPDX-License-Identifier: MIT
// What stays of a chapters object, to the byte, when its chapters change.
// Over 400 lines: one subject, whose cases share the texts that they print.
#include "catalog/chapteredit.h"
#include "catalog/chapterops.h"

#include "support/realcatalog.h"

#include <QDirIterator>
#include <QTest>

#include <algorithm>

using catalog::Chapter;
using catalog::Chapters;
using format::Document;

namespace {

const std::string plainHead = "{\n  \"title\": \"Knots\",\n  \"podcast_chapters\": ";
const std::string plainTail = ",\n  \"show_name\": \"Harbour Hour\"\n}\n\nNotes\n";

Document documentWith(const std::string& chapters) {
    auto document = Document::parse(plainHead + chapters + plainTail);
    if (!document)
        qFatal("%s", document.error().message.c_str());
    return std::move(document).value();
}

std::string objectOf(const std::string& list) {
    return "{\n    \"version\": \"1.1.0\",\n    \"chapters\": " + list + ",\n    \"extra\": 1\n  }";
}

/// Short chapters in their lines: "startTime,title".
std::string shortOne(const std::string& start, const std::string& title, const std::string& more = {}) {
    return "{\n        \"startTime\": " + start + ",\n        \"title\": \"" + title + "\"" + more +
           "\n      }";
}
std::string longOne(const std::string& start, const std::string& title, const std::string& url = "null",
                    const std::string& toc = "null", const std::string& end = "null") {
    return "{\n        \"startTime\": " + start + ",\n        \"title\": \"" + title +
           "\",\n        \"img\": null,\n        \"url\": " + url + ",\n        \"toc\": " + toc +
           ",\n        \"endTime\": " + end + ",\n        \"location\": null\n      }";
}
std::string listOf(const std::vector<std::string>& chapters) {
    std::string list = "[";
    for (const std::string& chapter : chapters)
        list += (list.size() > 1 ? ",\n      " : "\n      ") + chapter;
    return list + "\n    ]";
}

Chapter chapter(qint64 start, const char* title) {
    Chapter made;
    made.start = start;
    made.title = QString::fromUtf8(title);
    return made;
}

std::string after(const Document& document, const format::Result<format::TextEdits>& edits) {
    if (!edits)
        return "refused: " + edits.error().message;
    const auto changed = document.withEdits(*edits);
    return changed ? changed->text() : "broken: " + changed.error().message;
}

} // namespace

class TestChapterEdit : public QObject {
    Q_OBJECT

private slots:
    void readsWhatIsThere() {
        const auto chapters = catalog::chaptersOf(documentWith(objectOf(
            R"([{"startTime": 12.5, "title": "Ropes", "img": "https://a.example/i.png", "url": "https://a.example/", )"
            R"("toc": false, "endTime": 20, "location": {"name": "Quay", "geo": "geo:1,2", "osm": "R1"}},)"
            R"( 7, {"startTime": "9", "title": 3, "toc": "false", "endTime": [], "location": 1}, {"startTime": 1e300}])")));
        QCOMPARE(chapters.size(), std::size_t(4));
        Chapter first = chapter(12500, "Ropes");
        first.image = QStringLiteral("https://a.example/i.png");
        first.url = QStringLiteral("https://a.example/");
        first.isInContents = false;
        first.end = 20000;
        first.location = {QStringLiteral("Quay"), QStringLiteral("geo:1,2"), QStringLiteral("R1")};
        QVERIFY(chapters[0] == first);
        QVERIFY(chapters[1] == Chapter());
        QVERIFY(chapters[2] == Chapter());
        QVERIFY(chapters[3] == Chapter());
    }

    void readsNothingWhereThereIsNothing_data() {
        QTest::addColumn<QByteArray>("value");
        for (const char* value : {"null", "[]", "\"x\"", "{}", "{\"chapters\": null}", "{\"chapters\": 3}"})
            QTest::newRow(value) << QByteArray(value);
    }
    void readsNothingWhereThereIsNothing() {
        QFETCH(QByteArray, value);
        const Document document = documentWith(value.toStdString());
        QVERIFY(catalog::chaptersOf(document).empty());
        const auto edits = catalog::setChapters(document, {});
        QVERIFY(!edits || edits->empty());
    }

    void changesOneChapter_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<int>("what");
        const auto row = [](const char* name, const std::string& before, const std::string& after, int what) {
            QTest::newRow(name) << QByteArray::fromStdString(before) << QByteArray::fromStdString(after)
                                << what;
        };
        row("start whole", shortOne("60", "A"), shortOne("75", "A"), 0);
        row("start N.0", shortOne("60.0", "A"), shortOne("75.0", "A"), 0);
        row("start from fraction", shortOne("60.25", "A"), shortOne("75", "A"), 0);
        row("start to fraction", shortOne("60", "A"), shortOne("75.5", "A"), 1);
        row("title", shortOne("60", "A", ",\n        \"mark\": [ 1,2 ]"),
            shortOne("60", "B \\\"c\\\"", ",\n        \"mark\": [ 1,2 ]"), 2);
        row("url added", shortOne("60", "A", ",\n        \"toc\": false"),
            shortOne("60", "A", ",\n        \"url\": \"https://u.example/\",\n        \"toc\": false"), 3);
        row("url over null", longOne("60", "A"), longOne("60", "A", "\"https://u.example/\""), 3);
        row("url to null", longOne("60", "A", "\"https://u.example/\""), longOne("60", "A"), 4);
        row("url removed", shortOne("60", "A", ",\n        \"url\": \"https://u.example/\""),
            shortOne("60", "A"), 4);
        row("hidden", longOne("60", "A"), longOne("60", "A", "null", "false"), 5);
        row("hidden, short", shortOne("60", "A"), shortOne("60", "A", ",\n        \"toc\": false"), 5);
        row("shown", longOne("60", "A", "null", "false"), longOne("60", "A"), 6);
        row("shown, short", shortOne("60", "A", ",\n        \"toc\": false"), shortOne("60", "A"), 6);
        row("end", longOne("60.0", "A"), longOne("60.0", "A", "null", "null", "80.0"), 7);
        row("no end", longOne("60", "A", "null", "null", "80"), longOne("60", "A"), 8);
        row("several", shortOne("60", "A", ",\n        \"toc\": false"),
            "{\n        \"startTime\": 75,\n        \"title\": \"B\",\n        \"img\": "
            "\"https://i.example/\",\n    "
            "    \"url\": \"https://u.example/\",\n        \"endTime\": 80\n      }",
            9);
        const std::string place =
            ",\n        \"location\": {\n          \"name\": \"Quay\",\n          \"geo\": "
            "\"geo:1,2\"\n        }";
        row("location", shortOne("60", "A"), shortOne("60", "A", place), 10);
        row("location gone", shortOne("60", "A", place), shortOne("60", "A"), 11);
        row("location's place",
            shortOne("60", "A",
                     ",\n        \"location\": {\"geo\": \"geo:0,0\", \"own\": 1, \"name\": \"Quay\"}"),
            shortOne("60", "A",
                     ",\n        \"location\": {\"geo\": \"geo:1,2\", \"own\": 1, \"name\": \"Quay\"}"),
            10);
        row("no chapter at all", "7", longOne("75", ""), 0);
    }
    static void change(Chapter& c, int what) {
        const QString url = QStringLiteral("https://u.example/");
        if (what == 0 || what == 1 || what == 9)
            c.start = what == 1 ? 75500 : 75000;
        if (what == 2 || what == 9)
            c.title = what == 2 ? QStringLiteral("B \"c\"") : QStringLiteral("B");
        if (what == 3 || what == 4 || what == 9)
            c.url = what == 4 ? QString() : url;
        if (what == 5 || what == 6 || what == 9)
            c.isInContents = what != 5;
        if (what == 7 || what == 8 || what == 9)
            c.end = what == 8 ? std::nullopt : std::optional<qint64>(80000);
        if (what == 9)
            c.image = QStringLiteral("https://i.example/");
        if (what == 10)
            c.location = {QStringLiteral("Quay"), QStringLiteral("geo:1,2"), {}};
        if (what == 11)
            c.location.reset();
    }
    void changesOneChapter() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(int, what);
        // Siblings in the same style, whatever the changed one has.
        const std::string was = before.toStdString();
        const bool isLong = was.find("location\": null") != std::string::npos || was == "7";
        const std::string start = was.find(".0") != std::string::npos ? "0.0" : "0";
        const std::string sibling = isLong ? longOne(start, "Intro") : shortOne(start, "Intro");
        const Document document = documentWith(objectOf(listOf({sibling, was, sibling})));
        Chapters chapters = catalog::chaptersOf(document);
        change(chapters[1], what);
        const auto edits = catalog::setChapter(document, 1, chapters[1]);
        QCOMPARE(::after(document, edits),
                 documentWith(objectOf(listOf({sibling, after.toStdString(), sibling}))).text());
        const format::Span span = catalog::chapterSpans(document)[1];
        QVERIFY(std::all_of(edits->begin(), edits->end(),
                            [&](const format::TextEdit& edit) { return span.contains(edit.span); }));
        const auto inverse = format::invertEdits(document.text(), *edits);
        QCOMPARE(*format::applyEdits(::after(document, edits), inverse), document.text());
    }

    void arrangesChapters_data() {
        QTest::addColumn<QList<int>>("now"); // starts; titles are A, B, C … of the saved ones
        QTest::newRow("nothing") << QList<int>{0, 60, 120, 180};
        QTest::newRow("first gone") << QList<int>{60, 120, 180};
        QTest::newRow("last gone") << QList<int>{0, 60, 120};
        QTest::newRow("middle gone") << QList<int>{0, 180};
        QTest::newRow("all gone") << QList<int>{};
        QTest::newRow("first new") << QList<int>{-5, -4, 0, 60, 120, 180};
        QTest::newRow("last new") << QList<int>{0, 60, 120, 180, 240, 300};
        QTest::newRow("middle new") << QList<int>{0, 60, 70, 80, 120, 180};
        QTest::newRow("all new") << QList<int>{1, 2};
        QTest::newRow("gone and new") << QList<int>{61, 62, 63, 120, 181};
    }
    void arrangesChapters() {
        QFETCH(QList<int>, now);
        const QMap<int, QString> titles{{0, QStringLiteral("A")},
                                        {60, QStringLiteral("B")},
                                        {120, QStringLiteral("C")},
                                        {180, QStringLiteral("D")}};
        const auto text = [&](int start) {
            const std::string more = titles.contains(start) ? ",\n        \"mark\":  true" : "";
            return shortOne(std::to_string(start), titles.value(start, QStringLiteral("New")).toStdString(),
                            more);
        };
        const Document document = documentWith(objectOf(listOf({text(0), text(60), text(120), text(180)})));
        Chapters chapters;
        std::vector<std::string> expected;
        for (const int start : now) {
            chapters.push_back(chapter(start * 1000, titles.value(start, QStringLiteral("New")).toUtf8()));
            expected.push_back(text(start));
        }
        const std::string list = expected.empty() ? "[]" : listOf(expected);
        const auto edits = catalog::setChapters(document, chapters);
        QCOMPARE(after(document, edits), documentWith(objectOf(list)).text());
        QVERIFY(catalog::chaptersOf(*document.withEdits(*edits)) == chapters);
    }

    void sortsWithAllMembers() {
        const std::string late = shortOne("180.50", "Late", ",\n        \"mark\": { \"x\" : 1 }");
        const Document document =
            documentWith(objectOf(listOf({late, shortOne("0", "A"), shortOne("60", "B")})));
        const Chapters now = catalog::chaptersOf(document);
        const auto edits = catalog::setChapters(document, {now[1], now[2], now[0]}, {1, 2, 0});
        QCOMPARE(after(document, edits),
                 documentWith(objectOf(listOf({shortOne("0", "A"), shortOne("60", "B"), late}))).text());
        Chapter moved = now[0];
        moved.start = 90000;
        QCOMPARE(
            after(document, catalog::setChapters(document, {now[1], now[2], moved}, {1, 2, 0})),
            documentWith(objectOf(listOf({shortOne("0", "A"), shortOne("60", "B"),
                                          shortOne("90", "Late", ",\n        \"mark\": { \"x\" : 1 }")})))
                .text());
    }

    /// What the program does not know of the one that is taken in comes along as it is written; where both
    /// say something, the first one's stays.
    void takesAlongWhatItDoesNotKnow() {
        const std::string a = shortOne("0", "A", ",\n        \"mark\":  1");
        const std::string b =
            shortOne("60", "B", ",\n        \"mark\": 2,\n        \"credits\": [ \"x\",\"y\" ]");
        const std::string c = shortOne("120", "C", ",\n        \"mark\": 3");
        const Document document = documentWith(objectOf(listOf({a, b, c})));
        const auto merged = [&](int row) {
            const auto change = catalog::mergedWithNext(catalog::chaptersOf(document), row);
            return after(document, catalog::setChapters(document, change.chapters, change.origins, nullptr,
                                                        change.absorbed));
        };
        const std::string ab =
            shortOne("0", "A / B", ",\n        \"credits\": [ \"x\",\"y\" ],\n        \"mark\":  1");
        QCOMPARE(merged(0), documentWith(objectOf(listOf({ab, c}))).text());
        const std::string bc =
            shortOne("60", "B / C", ",\n        \"mark\": 2,\n        \"credits\": [ \"x\",\"y\" ]");
        QCOMPARE(merged(1), documentWith(objectOf(listOf({a, bc}))).text());
    }

    void knowsWhichStay() {
        const Chapters before{chapter(0, "A"), chapter(60000, "B"), chapter(120000, "C")};
        const Chapters shifted{chapter(0, "New"), chapter(60000, "A"), chapter(120000, "B"),
                               chapter(180000, "C")};
        QVERIFY(catalog::matchChapters(before, shifted) == (catalog::ChapterOrigins{{}, 0, 1, 2}));
        const Chapters renamed{chapter(0, "X"), chapter(60000, "Y"), chapter(120000, "C")};
        QVERIFY(catalog::matchChapters(before, renamed) == (catalog::ChapterOrigins{0, 1, 2}));
        const Chapters others{chapter(1, "X"), chapter(120000, "Z")};
        QVERIFY(catalog::matchChapters(before, others) == (catalog::ChapterOrigins{{}, 2}));
    }

    void aFirstChapterBringsTheObject_data() {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("like");
        QTest::addColumn<QByteArray>("result");
        const std::string usual = "{\n    \"version\": \"1.2.0\",\n    \"author\": null,\n    \"title\": "
                                  "\"Knots\",\n    \"podcastName\": "
                                  "\"Harbour Hour\",\n    \"chapters\": " +
                                  listOf({shortOne("0", "Intro"), shortOne("75.5", "Ropes")}) + "\n  }";
        QTest::newRow("null") << QByteArray("null") << QByteArray("null") << QByteArray::fromStdString(usual);
        const std::string like =
            "{\n    \"version\": \"1.1.0\",\n    \"chapters\": " + listOf({longOne("0.0", "X")}) +
            ",\n    \"author\": \"Ada\",\n    \"title\": \"Other\",\n    \"podcastName\": "
            "\"Other\",\n    \"waypoints\": null,\n    \"own\": 5\n  }";
        const std::string alike = "{\n    \"version\": \"1.2.0\",\n    \"chapters\": " +
                                  listOf({longOne("0.0", "Intro"), longOne("75.5", "Ropes")}) +
                                  ",\n    \"author\": \"Ada\",\n    \"title\": \"Knots\",\n    "
                                  "\"podcastName\": \"Harbour Hour\",\n    "
                                  "\"waypoints\": null\n  }";
        QTest::newRow("like another")
            << QByteArray("null") << QByteArray::fromStdString(like) << QByteArray::fromStdString(alike);
        QTest::newRow("empty list") << QByteArray::fromStdString(objectOf("[]")) << QByteArray("null")
                                    << QByteArray::fromStdString(objectOf(
                                           listOf({shortOne("0", "Intro"), shortOne("75.5", "Ropes")})));
        QTest::newRow("null list") << QByteArray::fromStdString(objectOf("null"))
                                   << QByteArray::fromStdString(like)
                                   << QByteArray::fromStdString(objectOf(
                                          listOf({longOne("0.0", "Intro"), longOne("75.5", "Ropes")})));
        QTest::newRow("no list") << QByteArray("{\n    \"version\": \"1.2.0\"\n  }") << QByteArray("null")
                                 << QByteArray::fromStdString(
                                        "{\n    \"version\": \"1.2.0\",\n    \"chapters\": " +
                                        listOf({shortOne("0", "Intro"), shortOne("75.5", "Ropes")}) +
                                        "\n  }");
    }
    void aFirstChapterBringsTheObject() {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, like);
        QFETCH(QByteArray, result);
        const Document document = documentWith(value.toStdString());
        const Document other = documentWith(like.toStdString());
        const auto edits =
            catalog::setChapters(document, {chapter(0, "Intro"), chapter(75500, "Ropes")}, &other);
        QCOMPARE(after(document, edits), documentWith(result.toStdString()).text());
    }

    void aMissingKeyComesAtItsPlace() {
        const auto document =
            Document::parse("{\"title\": \"K\", \"podcast_bytes\": 1, \"video_file\": null}\n");
        QCOMPARE(
            after(*document, catalog::setChapters(*document, {chapter(0, "A")})),
            std::string(
                "{\"title\": \"K\", \"podcast_bytes\": 1, \"podcast_chapters\": {\"version\": \"1.2.0\", "
                "\"author\": null, \"title\": \"K\", \"podcastName\": null, \"chapters\": "
                "[{\"startTime\": 0, \"title\": \"A\"}]}, \"video_file\": null}\n"));
    }

    void chaptersOnOneLineStaySo() {
        const std::string line = "{ \"startTime\": 0, \"title\": \"A\" }";
        const Document document = documentWith(objectOf(listOf({line, line})));
        Chapters now = catalog::chaptersOf(document);
        now.push_back(chapter(60000, "B"));
        QCOMPARE(
            after(document, catalog::setChapters(document, now)),
            documentWith(objectOf(listOf({line, line, "{\"startTime\": 60, \"title\": \"B\"}"}))).text());
    }

    void refusesWhatIsNoList_data() {
        QTest::addColumn<QByteArray>("value");
        for (const char* value : {"\"x\"", "[]", "{\"chapters\": 3}", "null, \"podcast_chapters\": null"})
            QTest::newRow(value) << QByteArray(value);
    }
    void refusesWhatIsNoList() {
        QFETCH(QByteArray, value);
        QVERIFY(!catalog::setChapters(documentWith(value.toStdString()), {chapter(0, "A")}));
    }

    void aSpellingComesBack() {
        const Document saved = documentWith(objectOf(listOf({shortOne("60.50", "A"), shortOne("79", "B")})));
        const Chapters before = catalog::chaptersOf(saved);
        Chapters moved = before;
        for (Chapter& c : moved)
            c.start += 250;
        const auto away = saved.withEdits(*catalog::setChapters(saved, moved));
        const auto back = away->withEdits(*catalog::setChapters(*away, before, &saved));
        const auto restored = back->withEdits(catalog::restoreChapters(*back, saved));
        QCOMPARE(restored->text(), saved.text());
        QVERIFY(catalog::restoreChapters(*away, saved).empty());
    }

    void realEpisodesThereAndBack() {
        if (realCatalog().isEmpty())
            QSKIP("No real catalogue here; name one in EPISODE_DESK_CATALOG.");
        QDirIterator files(realCatalog() + QStringLiteral("/content/show"), {QStringLiteral("*.md")},
                           QDir::Files, QDirIterator::Subdirectories);
        int seen = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto document = Document::parse(file.readAll().toStdString());
            if (!document)
                continue;
            const Chapters chapters = catalog::chaptersOf(*document);
            const auto none = catalog::setChapters(*document, chapters);
            QVERIFY2(none && none->empty(), qPrintable(file.fileName()));
            if (chapters.empty())
                continue;
            ++seen;
            thereAndBack(*document, chapters, file.fileName());
        }
        QVERIFY(seen > 0);
    }

private:
    /// One chapter changed, one removed, one added: only their bytes change, and all of it comes back.
    static void thereAndBack(const Document& saved, const Chapters& chapters, const QString& name) {
        Chapters now = chapters;
        Chapter& middle = now[now.size() / 2];
        middle.title += QStringLiteral("!");
        middle.url = QStringLiteral("https://u.example/");
        now.push_back(chapter(middle.start + 500, "Added"));
        if (now.size() > 2)
            now.erase(now.begin());
        const auto edits = catalog::setChapters(saved, now);
        const auto changed = saved.withEdits(*edits);
        QVERIFY2(changed && catalog::chaptersOf(*changed) == now, qPrintable(name));
        const auto back = changed->withEdits(*catalog::setChapters(*changed, chapters, &saved));
        QVERIFY(back);
        QVERIFY2(back->text() == saved.text(), qPrintable(name));
    }
};

QTEST_GUILESS_MAIN(TestChapterEdit)
#include "tst_chapteredit.moc"
