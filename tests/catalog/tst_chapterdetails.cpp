// SPDX-License-Identifier: MIT
// What a list of chapters says of itself, read and changed to the byte.
#include "catalog/chapterdetails.h"

#include "catalog/chapterformats/chapterformat.h"

#include <QTest>

using catalog::ChapterDetails;
using format::Document;

class TestChapterDetails : public QObject {
    Q_OBJECT

    static Document documentWith(const QByteArray& object) {
        auto document = Document::parse(
            "{\n  \"title\": \"Knots\",\n  \"podcast_chapters\": " + object.toStdString() + "\n}\n\nNotes\n");
        if (!document)
            qFatal("%s", document.error().message.c_str());
        return std::move(document).value();
    }
    static QByteArray objectIn(const Document& document) {
        return QByteArray::fromStdString(std::string(document.raw(*document.member("podcast_chapters"))));
    }
    static QByteArray after(const Document& document, const ChapterDetails& details) {
        const auto edits = catalog::setChapterDetails(document, details);
        if (!edits)
            return "refused: " + QByteArray::fromStdString(edits.error().message);
        const auto changed = document.withEdits(*edits);
        return changed ? objectIn(*changed) : "broken: " + QByteArray::fromStdString(changed.error().message);
    }

private slots:
    void readsWhatIsThere() {
        const ChapterDetails details = catalog::chapterDetailsOf(documentWith(
            R"({"version": "1.2.0", "author": "Ada", "title": "T", "podcastName": "P", "description": "D",
                "fileName": "a.mp3", "waypoints": true, "chapters": []})"));
        QCOMPARE(details,
                 (ChapterDetails{QStringLiteral("1.2.0"), QStringLiteral("Ada"), QStringLiteral("T"),
                                 QStringLiteral("P"), QStringLiteral("D"), QStringLiteral("a.mp3"), true}));
        const Document odd = documentWith(
            R"({"version": 2, "author": null, "title": ["x"], "waypoints": "yes", "chapters": []})");
        QCOMPARE(catalog::chapterDetailsOf(odd), ChapterDetails());
        QCOMPARE(
            catalog::oddChapterDetails(odd),
            QStringList({QStringLiteral("version"), QStringLiteral("title"), QStringLiteral("waypoints")}));
        QVERIFY(catalog::hasChapterDetails(odd));
        for (const char* none : {"null", "[]", "\"x\""}) {
            QVERIFY(!catalog::hasChapterDetails(documentWith(none)));
            QCOMPARE(catalog::chapterDetailsOf(documentWith(none)), ChapterDetails());
            QVERIFY(after(documentWith(none), details).startsWith("refused: "));
        }
    }

    void changesOnlyWhatIsSaid_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<int>("what");
        const auto row = [](const char* name, const char* before, const char* after, int what) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after) << what;
        };
        row("set in place of null", "{\"author\":  null, \"chapters\": []}",
            "{\"author\":  \"Ada \\\"A\\\"\", \"chapters\": []}", 0);
        row("emptied is null", "{\"chapters\": [],\n  \"author\" : \"Ben\",\"own\":  1.0}",
            "{\"chapters\": [],\n  \"author\" : null,\"own\":  1.0}", 1);
        row("emptied where it is not", "{\"chapters\": []}", "{\"chapters\": []}", 1);
        row("added where it usually stands",
            "{\n    \"version\": \"1.1.0\",\n    \"title\": \"T\",\n    \"chapters\": []\n  }",
            "{\n    \"version\": \"1.1.0\",\n    \"author\": \"Ada \\\"A\\\"\",\n    \"title\": \"T\",\n    "
            "\"chapters\": []\n  }",
            0);
        row("two added at one place", "{\"version\": \"1.2.0\", \"podcastName\": \"P\", \"chapters\": []}",
            "{\"version\": \"1.2.0\", \"podcastName\": \"P\", \"description\": \"D\", \"fileName\": "
            "\"a.mp3\", "
            "\"chapters\": []}",
            2);
        row("waypoints", "{\"chapters\": [], \"waypoints\": null}",
            "{\"chapters\": [], \"waypoints\": false}", 3);
        row("waypoints no more", "{\"chapters\": [], \"waypoints\": true}",
            "{\"chapters\": [], \"waypoints\": null}", 4);
        row("what cannot be read stays", "{\"author\": [1,  2], \"chapters\": []}",
            "{\"author\": [1,  2], \"chapters\": []}", 0);
        row("of two the last counts", "{\"author\": \"A\", \"author\": null, \"chapters\": []}",
            "{\"author\": \"A\", \"author\": \"Ada \\\"A\\\"\", \"chapters\": []}", 0);
        row("nothing", "{\"author\": \"\\u0041da\", \"chapters\": [ ]}",
            "{\"author\": \"\\u0041da\", \"chapters\": [ ]}", 5);
    }
    void changesOnlyWhatIsSaid() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(int, what);
        const Document document = documentWith(before);
        ChapterDetails details = catalog::chapterDetailsOf(document);
        switch (what) {
        case 0:
            details.author = QStringLiteral("Ada \"A\"");
            break;
        case 1:
            details.author.clear();
            break;
        case 2:
            details.description = QStringLiteral("D");
            details.fileName = QStringLiteral("a.mp3");
            break;
        case 3:
            details.waypoints = false;
            break;
        case 4:
            details.waypoints.reset();
            break;
        default:
            break;
        }
        QCOMPARE(this->after(document, details), after);
    }

    void exportTakesThemAlong() {
        catalog::WriteOptions options{0, QStringLiteral("Episode"), QStringLiteral("Show"),
                                      QStringLiteral("e.mp3")};
        const auto written = [&options] {
            return catalog::writeChapters(catalog::ChapterFormat::Json, {}, options);
        };
        QCOMPARE(written(),
                 QByteArray(
                     "{\n  \"version\": \"1.2.0\",\n  \"title\": \"Episode\",\n  \"podcastName\": \"Show\",\n"
                     "  \"fileName\": \"e.mp3\",\n  \"chapters\": []\n}\n"));
        options.details = {QStringLiteral("1.1.0"),
                           QStringLiteral("Ada"),
                           QStringLiteral("T"),
                           QStringLiteral("P"),
                           QStringLiteral("D"),
                           QStringLiteral("a.mp3"),
                           false};
        QCOMPARE(written(),
                 QByteArray("{\n  \"version\": \"1.2.0\",\n  \"author\": \"Ada\",\n  \"title\": \"T\",\n"
                            "  \"podcastName\": \"P\",\n  \"description\": \"D\",\n"
                            "  \"fileName\": \"a.mp3\",\n  \"waypoints\": false,\n"
                            "  \"chapters\": []\n}\n"));
    }
};

QTEST_GUILESS_MAIN(TestChapterDetails)
#include "tst_chapterdetails.moc"
