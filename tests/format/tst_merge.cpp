// SPDX-License-Identifier: MIT
#include "format/merge.h"
#include "support/mergefixture.h"

#include <QRandomGenerator>
#include <QTest>

using namespace format;

namespace {

QString shown(const std::string& text) {
    return QString::fromStdString(text);
}

/// What the conflicts are about, one a line: "title: base | mine | theirs".
QString told(const Merge& merge) {
    QStringList lines;
    for (const MergeConflict& conflict : merge.conflicts) {
        const auto text = [](const std::optional<std::string>& side) {
            return side ? shown(*side).trimmed() : QStringLiteral("-");
        };
        const QString name = conflict.kind == MergeKind::File   ? QStringLiteral("file")
                             : conflict.kind == MergeKind::Rows ? QStringLiteral("rows")
                                                                : shown(toPointer(conflict.path));
        lines += QStringLiteral("%1: %2 | %3 | %4")
                     .arg(name, text(conflict.base), text(conflict.mine), text(conflict.theirs));
    }
    return lines.join(QLatin1Char('\n'));
}

const char* two = "  * [Two](https://two.example.org/)\n";
const char* three = "  * [Three](https://three.example.org/)\n";
const char* four = "  * [Four](https://four.example.org/)\n";
const char* five = "  * [Five](https://five.example.org/)\n";
const char* six = "  * [Six](https://six.example.org/)\n";

} // namespace

class TestMerge : public QObject {
    Q_OBJECT

    struct Case {
        const char* name;
        Replacements mine, theirs;
        Replacements merged; ///< applied to the base
        const char* conflicts = "";
    };

    static std::vector<Case> fieldCases() {
        return {
            {"another field each",
             {{"Lanterns", "Lamps"}},
             {{"14000", "15000"}},
             {{"Lanterns", "Lamps"}, {"14000", "15000"}}},
            {"the same change", {{"Lanterns", "Lamps"}}, {{"Lanterns", "Lamps"}}, {{"Lanterns", "Lamps"}}},
            {"the same change, spelled otherwise",
             {{"Lanterns", "L\u00e4mp"}},
             {{"Lanterns", "L\\u00e4mp"}},
             {{"Lanterns", "L\\u00e4mp"}}},
            {"the same field",
             {{"Lanterns", "Lamps"}},
             {{"Lanterns", "Torches"}},
             {{"Lanterns", "Lamps"}},
             "/title: \"Lanterns\" | \"Lamps\" | \"Torches\""},
            {"changed and removed",
             {{"14000", "15000"}},
             {{"  \"podcast_bytes\": 14000,\n", ""}},
             {{"14000", "15000"}},
             "/podcast_bytes: 14000 | 15000 | -"},
            {"removed and changed",
             {{"  \"podcast_bytes\": 14000,\n", ""}},
             {{"14000", "15000"}},
             {{"  \"podcast_bytes\": 14000,\n", ""}},
             "/podcast_bytes: 14000 | - | 15000"},
            {"removed by me only",
             {{"  \"podcast_bytes\": 14000,\n", ""}},
             {{"Lanterns", "Lamps"}},
             {{"  \"podcast_bytes\": 14000,\n", ""}, {"Lanterns", "Lamps"}}},
            {"added on both sides",
             {{"  \"hosts\"", "  \"draft\": true,\n  \"hosts\""}},
             {{"  \"hosts\"", "  \"slug\": \"1\",\n  \"hosts\""}},
             {{"  \"hosts\"", "  \"draft\": true,\n  \"slug\": \"1\",\n  \"hosts\""}}},
            {"added on both sides, unlike",
             {{"  \"hosts\"", "  \"draft\": true,\n  \"hosts\""}},
             {{"  \"hosts\"", "  \"draft\": false,\n  \"hosts\""}},
             {{"  \"hosts\"", "  \"draft\": true,\n  \"hosts\""}},
             "/draft: - | true | false"},
            {"lists: added and removed",
             {{"    \"oil\",\n", "    \"oil\",\n    \"night\",\n"}},
             {{"    \"lamps\",\n", ""}, {"14000", "1"}},
             {{"    \"lamps\",\n", ""},
              {"    \"oil\",\n", "    \"oil\",\n    \"night\",\n"},
              {"14000", "1"}}},
            {"lists: both took the same away",
             {{"    \"oil\",\n", ""}, {"wicks", "night"}},
             {{"    \"oil\",\n", ""}, {"    \"lamps\",\n", ""}},
             {{"    \"oil\",\n", ""}, {"    \"lamps\",\n", ""}, {"\"wicks\"\n", "\"night\"\n"}}},
            {"chapters, one each",
             {{"\"Hello\"", "\"Hi\""}},
             {{"\"Wicks\"", "\"Wick\""}},
             {{"\"Hello\"", "\"Hi\""}, {"\"Wicks\"", "\"Wick\""}}},
            {"keys that they moved",
             {{"Lanterns", "Lamps"}},
             {{"  \"podcast_bytes\": 14000,\n", ""},
              {"{\n  \"title\"", "{\n  \"podcast_bytes\": 14000,\n  \"title\""}},
             {{"  \"podcast_bytes\": 14000,\n", ""},
              {"{\n  \"title\": \"Lanterns\"", "{\n  \"podcast_bytes\": 14000,\n  \"title\": \"Lamps\""}}},
        };
    }

    static std::vector<Case> rowCases() {
        const std::string t = two;
        const std::string f = four;
        return {
            {"neighbours", {{"[Two]", "[2]"}}, {{"[Three]", "[3]"}}, {{"[Two]", "[2]"}, {"[Three]", "[3]"}}},
            {"removed beside a change", {{two, ""}}, {{"[Three]", "[3]"}}, {{two, ""}, {"[Three]", "[3]"}}},
            {"both at the end", {{four, f + five}}, {{four, f + six}}, {{four, f + six + five}}},
            {"both add the same at two places", {{four, f + five}}, {{two, t + five}}, {{two, t + five}}},
            {"moved and changed",
             {{two, ""}, {four, f + two}},
             {{"[Two]", "[2]"}},
             {{two, ""}, {four, f + "  * [2](https://two.example.org/)\n"}}},
            {"changed and moved",
             {{"[Two]", "[2]"}},
             {{two, ""}, {four, f + two}},
             {{two, ""}, {four, f + "  * [2](https://two.example.org/)\n"}}},
            {"moved and removed", {{two, ""}, {four, f + two}}, {{two, ""}}, {{two, ""}}},
            {"moved by both",
             {{two, ""}, {four, f + two}},
             {{two, ""}, {three, std::string(three) + two}},
             {{two, ""}, {three, std::string(three) + two}}},
            {"the same row",
             {{"[Two]", "[2]"}},
             {{"[Two]", "[Zwei]"}},
             {{"[Two]", "[2]"}},
             "rows: * [Two](https://two.example.org/) | * [2](https://two.example.org/) | * "
             "[Zwei](https://two.example.org/)"},
            {"removed and changed",
             {{two, ""}},
             {{"[Two]", "[2]"}},
             {{two, ""}},
             "rows: * [Two](https://two.example.org/) | - | * [2](https://two.example.org/)"},
            {"prose",
             {{"Bye.\n", "Bye.\n\nMore.\n"}},
             {{"### Links", "### All Links"}},
             {{"Bye.\n", "Bye.\n\nMore.\n"}, {"### Links", "### All Links"}}},
        };
    }

private slots:
    void merges_data() {
        QTest::addColumn<QString>("mine");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QString>("merged");
        QTest::addColumn<QString>("conflicts");
        const std::string base = mergeEpisode();
        for (const auto& cases : {fieldCases(), rowCases()})
            for (const Case& one : cases)
                QTest::newRow(one.name)
                    << shown(replaced(base, one.mine)) << shown(replaced(base, one.theirs))
                    << shown(replaced(base, one.merged)) << QString::fromUtf8(one.conflicts);
    }
    void merges() {
        QFETCH(QString, mine);
        QFETCH(QString, theirs);
        const Merge merge = mergeTexts(mergeEpisode(), mine.toStdString(), theirs.toStdString());
        QTEST(shown(merge.text), "merged");
        QTEST(told(merge), "conflicts");
    }

    void oneSideAloneIsTakenToTheByte_data() {
        QTest::addColumn<QString>("changed");
        const std::string base = mergeEpisode();
        for (const auto& cases : {fieldCases(), rowCases()})
            for (const Case& one : cases)
                QTest::newRow(one.name) << shown(replaced(base, one.theirs));
        QTest::newRow("spaces") << shown(replaced(base, {{": ", "  :  "}, {"Bye.", "Bye.   "}}));
        QTest::newRow("line ends") << shown(replaced(base, {{"\n", "\r\n"}}));
        QTest::newRow("BOM") << shown("\xEF\xBB\xBF" + base);
        QTest::newRow("twice") << shown(replaced(base, {{"\"youtube_link\": null", "\"title\": 1"}}));
    }
    void oneSideAloneIsTakenToTheByte() {
        QFETCH(QString, changed);
        const std::string base = mergeEpisode();
        const std::string x = changed.toStdString();
        for (const Merge& merge :
             {mergeTexts(base, base, x), mergeTexts(base, x, base), mergeTexts(base, x, x)}) {
            QCOMPARE(shown(merge.text), changed);
            QCOMPARE(told(merge), QString());
        }
    }

    void theirNewSpellingOfTheWholeFileIsKept_data() {
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QString>("merged");
        const std::string base = mergeEpisode();
        const Replacements mine{{"Lanterns", "Lamps"}, {"[Two]", "[2]"}};
        const auto row = [&](const char* name, const Replacements& spelling) {
            QTest::newRow(name) << shown(replaced(base, spelling))
                                << shown(replaced(replaced(base, mine), spelling));
        };
        row("line ends", {{"\n", "\r\n"}});
        row("indent", {{"\n  \"", "\n\t\""}});
        row("escapes", {{"\\u00e9", "\u00e9"}});
        QTest::newRow("BOM") << shown("\xEF\xBB\xBF" + base) << shown("\xEF\xBB\xBF" + replaced(base, mine));
    }
    void theirNewSpellingOfTheWholeFileIsKept() {
        QFETCH(QString, theirs);
        const std::string base = mergeEpisode();
        const std::string mine = replaced(base, {{"Lanterns", "Lamps"}, {"[Two]", "[2]"}});
        const Merge merge = mergeTexts(base, mine, theirs.toStdString());
        QTEST(shown(merge.text), "merged");
        QCOMPARE(told(merge), QString());
    }

    void whatCannotBeToldApartIsOneConflict_data() {
        QTest::addColumn<QString>("theirs");
        const std::string base = mergeEpisode();
        QTest::newRow("cut off") << shown(base.substr(0, 100));
        QTest::newRow("conflict marker") << shown(replaced(base, {{"### Links", "<<<<<<< HEAD\n### Links"}}));
        QTest::newRow("a key twice") << shown(replaced(base, {{"\"youtube_link\": null", "\"title\": 1"}}));
        QTest::newRow("empty") << QString();
    }
    void whatCannotBeToldApartIsOneConflict() {
        QFETCH(QString, theirs);
        const std::string base = mergeEpisode();
        const std::string mine = replaced(base, {{"Lanterns", "Lamps"}});
        const Merge merge = mergeTexts(base, mine, theirs.toStdString());
        QCOMPARE(shown(merge.text), shown(mine));
        QCOMPARE(merge.conflicts.size(), std::size_t(1));
        QCOMPARE(merge.conflicts[0].kind, MergeKind::File);
        QVERIFY(!merge.conflicts[0].reason.empty());
    }

    void choicesDecide_data() {
        QTest::addColumn<int>("side");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("row");
        using Side = MergeChoice::Side;
        QTest::newRow("mine") << int(Side::Mine) << "Lamps"
                              << "  * [2](https://two.example.org/)\n";
        QTest::newRow("theirs") << int(Side::Theirs) << "Torches"
                                << "  * [Zwei](https://two.example.org/)\n";
        QTest::newRow("own") << int(Side::Own) << "Fires"
                             << "  * [II](https://two.example.org/)\n";
        QTest::newRow("base") << int(Side::Base) << "Lanterns"
                              << "  * [Two](https://two.example.org/)\n";
    }
    void choicesDecide() {
        QFETCH(int, side);
        QFETCH(QString, title);
        QFETCH(QString, row);
        const std::string base = mergeEpisode();
        const std::string mine = replaced(base, {{"Lanterns", "Lamps"}, {"[Two]", "[2]"}});
        const std::string theirs =
            replaced(base, {{"Lanterns", "Torches"}, {"[Two]", "[Zwei]"}, {"14000", "15000"}});
        const auto choice = MergeChoice::Side(side);
        const Merge merge = mergeTexts(
            base, mine, theirs, {{choice, "\"Fires\""}, {choice, "  * [II](https://two.example.org/)\n"}});
        QCOMPARE(shown(merge.text), shown(replaced(base, {{"Lanterns", title.toStdString()},
                                                          {two, row.toStdString()},
                                                          {"14000", "15000"}})));
        // What stays open is what the conflicts are about, and nothing else.
        const Merge open = mergeTexts(base, mine, theirs);
        QCOMPARE(shown(open.openBase), shown(replaced(base, {{"14000", "15000"}})));
        QCOMPARE(told(mergeTexts(open.openBase, open.text, theirs)), told(open));
        QCOMPARE(open.taken.size(), std::size_t(1));
        for (const MergeConflict& conflict : open.conflicts)
            QCOMPARE(shown(std::string(conflict.span.in(open.text))), shown(*conflict.mine));
    }

    void randomTextsKeepThePromises() {
        QRandomGenerator random(20'261'125);
        const std::string base = mergeEpisode();
        const auto edited = [&](std::string text) {
            for (int i = random.bounded(1, 4); i > 0; --i) {
                const auto from = random.bounded(3) == 0 ? std::size_t(0) : text.find("\n}\n") + 2;
                const auto at = from + std::size_t(random.bounded(int(text.size() - from)));
                const auto size = std::size_t(random.bounded(12));
                std::string with;
                for (int j = random.bounded(6); j > 0; --j)
                    with += base[std::size_t(random.bounded(int(base.size())))];
                text.replace(at, std::min(size, text.size() - at), with);
            }
            return Document::parse(text) ? text : base;
        };
        int merged = 0;
        for (int i = 0; i < 1'000; ++i) {
            const std::string mine = edited(base);
            const std::string theirs = edited(base);
            const Merge merge = mergeTexts(base, mine, theirs);
            QVERIFY(Document::parse(merge.text).hasValue());
            QCOMPARE(shown(mergeTexts(base, mine, base).text), shown(mine));
            QCOMPARE(shown(mergeTexts(base, base, theirs).text), shown(theirs));
            QCOMPARE(shown(mergeTexts(merge.text, merge.text, theirs).text), shown(theirs));
            merged += mine != base && theirs != base && merge.conflicts.empty() ? 1 : 0;
        }
        QVERIFY(merged > 100); // the cases are no empty ones
    }
};

QTEST_GUILESS_MAIN(TestMerge)
#include "tst_merge.moc"
