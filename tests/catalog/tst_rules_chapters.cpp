// SPDX-License-Identifier: MIT
#include "support/rulefixture.h"

class TestChapterRules : public QObject {
    Q_OBJECT

private slots:
    void rules_data() {
        addRuleColumns();
        mends("chapters-version", "\"version\": \"1.2.0\"", "\"version\": \"1.2\"", "\"version\": \"1.2.0\"");
        leaves("chapters-version", "\"version\": \"1.2.0\"", "\"version\": \"1.1.0\"");
        const char* title = "\"title\": \"12: Ships, part 12\"";
        mends("chapters-title-mismatch", title, "\"title\": \"TODO\"", "\"title\": \"Ships, part 12\"");
        mends("chapters-title-mismatch", title, "\"title\": \"13: Ships, part 12\"",
              "\"title\": \"Ships, part 12\"");
        leaves("chapters-title-mismatch", title, "\"title\": \"Episode 12: Ships, part 12 \"");
        leaves("chapters-title-mismatch", title, "\"title\": \"012: Ships, part 12\"");
        leaves("chapters-title-mismatch", title, "\"title\": \"Ships, part 12\"");
        leaves("chapters-title-mismatch", title, "\"title\": null");
        mends("chapters-podcast-name-mismatch", "\"podcastName\": \"Harbour Hour\"",
              "\"podcastName\": \"harbour hour\"", "\"podcastName\": \"Harbour Hour\"");
        leaves("chapters-podcast-name-mismatch", "\"podcastName\": \"Harbour Hour\"",
               "\"podcastName\": null");
        finds("chapter-after-end", "\"startTime\": 900", "\"startTime\": 1860");
        leaves("chapter-after-end", "\"startTime\": 900", "\"startTime\": 1859.5");
        mends("chapter-end-before-start", "\"title\": \"Farewell\"",
              "\"title\": \"Farewell\",\n        \"endTime\": 900", "\"title\": \"Farewell\"");
        leaves("chapter-end-before-start", "\"endTime\": 600", "\"endTime\": null");
        mends("chapter-end-after-episode-end", "\"title\": \"Farewell\"",
              "\"title\": \"Farewell\",\n        \"endTime\": 2000.5",
              "\"title\": \"Farewell\",\n        \"endTime\": 1860.0");
        leaves("chapter-end-after-episode-end", "\"title\": \"Farewell\"",
               "\"title\": \"Farewell\",\n        \"endTime\": 1860.7");
        mends("chapter-overlap", "\"endTime\": 600", "\"endTime\": 901", "\"endTime\": 900");
        leaves("chapter-overlap", "\"endTime\": 600", "\"endTime\": 900");
        const QByteArray last = RuleFixture::piece("{\n        \"startTime\": 900", "}");
        mends("chapter-same-start", last, last + ",\n      " + last, last);
        finds("chapter-same-start", "\"startTime\": 900", "\"startTime\": 300");
        leaves("chapter-same-start", "\"startTime\": 900", "\"startTime\": 301");
        finds("chapter-too-short", "\"startTime\": 900", "\"startTime\": 304");
        leaves("chapter-too-short", "\"startTime\": 900", "\"startTime\": 305");
        offers(
            "chapter-first-not-zero", "[\n      {\n        \"startTime\": 0,",
            "[\n      {\n        \"startTime\": 3,",
            "[\n      {\n        \"startTime\": 0,\n        \"title\": \"Intro\"\n      },\n      {\n        "
            "\"startTime\": 3,");
        leaves("chapter-first-not-zero", "\"startTime\": 0,", "\"startTime\": 0.0,");
        finds("chapter-title-empty", "\"Ropes\"", "\" \"");
        leaves("chapter-title-empty", "\"Ropes\"", "\"R\"");
        mends("chapter-title-outer-whitespace", "\"Ropes\"", "\" Ropes\"", "\"Ropes\"");
        leaves("chapter-title-outer-whitespace", "\"Ropes\"", "\"Old ropes\"");
        mends("chapter-title-double-space", "\"Ropes\"", "\"Old  ropes\"", "\"Old ropes\"");
        leaves("chapter-title-double-space", "\"Ropes\"", "\"Old ropes\"");
        finds("chapter-title-duplicate", "\"Ropes\"", "\"Welcome\"");
        leaves("chapter-title-duplicate", "\"Ropes\"", "\"welcome\"");
        const char* second =
            "\"startTime\": 300,\n        \"title\": \"Ropes\",\n        \"endTime\": 600\n      "
            "},\n      {\n        \"startTime\": 900,\n        \"title\": \"Farewell\"\n      }";
        mends(
            "chapter-out-of-order", second,
            "\"startTime\": 900,\n        \"title\": \"Farewell\"\n      },\n      {\n        \"startTime\": "
            "300,\n        \"title\": \"Ropes\",\n        \"endTime\": 600\n      }",
            second);
        leaves("chapter-out-of-order", "\"startTime\": 900", "\"startTime\": 300");

        const QByteArray all =
            RuleFixture::piece("\"podcast_chapters\": {", "\"podcastName\": \"Harbour Hour\"\n  }");
        offers("chapters-empty", all,
               "\"podcast_chapters\": {\n    \"version\": \"1.2.0\",\n    \"chapters\": []\n  }",
               "\"podcast_chapters\": null");
        leaves("chapters-empty", all, "\"podcast_chapters\": null");
    }
    void rules() { checkRuleRow(); }

    void anEmptyListBecomesNull() {
        RuleFixture fixture;
        QByteArray text = RuleFixture::episode();
        const auto from = text.indexOf("[\n      {\n        \"startTime\"");
        const auto to = text.indexOf("],\n    \"title\"", from);
        text.replace(from, to + 1 - from, "[]");
        const auto issues = fixture.check(text, QStringLiteral("chapters-empty"));
        QCOMPARE(issues.size(), std::size_t{1});
        QVERIFY(issues[0].fix && issues[0].fix->needsLook);
        const auto fixed = format::applyEdits(text.toStdString(), issues[0].fix->edit.changes);
        QVERIFY(fixed.hasValue() && fixed->find("\"podcast_chapters\": null,") != std::string::npos);
        QVERIFY(fixture.check(RuleFixture::episode(), QStringLiteral("chapters-empty")).empty());
    }
};

QTEST_GUILESS_MAIN(TestChapterRules)
#include "tst_rules_chapters.moc"
