// SPDX-License-Identifier: MIT
#include "catalog/chapterformats/chapterimport.h"
#include "support/chaptertext.h"

#include <QTest>

using catalog::Chapters;
using catalog::ImportMode;

class TestChapterImport : public QObject {
    Q_OBJECT

    /// "0 Intro > 0 Opening": what is there, and what comes in its place.
    static QString rowsText(const Chapters& current, const Chapters& imported, ImportMode mode) {
        QStringList lines;
        for (const catalog::ImportRow& row : catalog::importRows(current, imported, mode)) {
            const auto side = [](const std::optional<catalog::Chapter>& chapter) {
                return chapter ? QStringLiteral("%1 %2").arg(chapter->start).arg(chapter->title)
                               : QStringLiteral("-");
            };
            lines += side(row.before) + QLatin1String(" > ") + side(row.after);
        }
        return lines.join(QLatin1Char('\n'));
    }

private slots:
    void rows_data() {
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("rows");
        QTest::newRow("replace") << int(ImportMode::Replace)
                                 << QStringLiteral(
                                        "0 Intro > 400 Opening\n- > 5000 New\n9500 Same > 9500 Exact\n10000 "
                                        "Oil > -\n- > 10501 Later\n20000 End > -");
        QTest::newRow("merge")
            << int(ImportMode::Merge)
            << QStringLiteral("0 Intro > 0 Opening\n- > 5000 New\n9500 Same > 9500 Exact\n10000 Oil > "
                              "10000 Oil\n- > 10501 Later\n20000 End > 20000 End");
    }
    void rows() {
        QFETCH(int, mode);
        const Chapters current{chapter(0, "Intro"), chapter(9500, "Same"), chapter(10'000, "Oil"),
                               chapter(20'000, "End")};
        const Chapters imported{chapter(400, "Opening"), chapter(5000, "New"), chapter(9500, "Exact"),
                                chapter(10'501, "Later")};
        QTEST(rowsText(current, imported, static_cast<ImportMode>(mode)), "rows");
    }

    void theBoundIsHalfASecond() {
        QCOMPARE(catalog::mergedChapters({chapter(1000, "a")}, {chapter(1500, "b")}).size(), std::size_t(1));
        QCOMPARE(catalog::mergedChapters({chapter(1000, "a")}, {chapter(1501, "b")}).size(), std::size_t(2));
        QCOMPARE(catalog::mergedChapters({chapter(1000, "a")}, {chapter(499, "b")}).size(), std::size_t(2));
    }

    void nothingIsTakenTwice() {
        const Chapters merged =
            catalog::mergedChapters({chapter(1000, "a"), chapter(1200, "b")}, {chapter(1200, "c")});
        QCOMPARE(chapterText(merged), QStringLiteral("1000 \"a\"\n1200 \"c\""));
        const Chapters more =
            catalog::mergedChapters({chapter(1000, "a")}, {chapter(1100, "b"), chapter(1001, "c")});
        QCOMPARE(chapterText(more), QStringLiteral("1000 \"c\"\n1100 \"b\""));
    }

    void whatTheImportLacksStays() {
        catalog::Chapter full = withEnd(chapter(0, "Intro", "https://a.example/"), 900);
        full.image = QStringLiteral("https://a.example/i");
        full.isInContents = false;
        full.location = catalog::ChapterLocation{QStringLiteral("Kew"), {}, {}};
        const Chapters merged = catalog::mergedChapters({full}, {chapter(0, "")});
        QCOMPARE(chapterText(merged), chapterText({full}));
        catalog::Chapter other = full;
        other.start = 200;
        other.title = QStringLiteral("Opening");
        other.url = QStringLiteral("https://b.example/");
        const Chapters taken = catalog::mergedChapters({chapter(0, "Intro")}, {other});
        other.start = 0;
        QCOMPARE(chapterText(taken), chapterText({other}));
    }

    void roundsToSeconds() {
        const Chapters rounded = catalog::roundedToSeconds(
            {withEnd(chapter(1499, "a"), 2500), chapter(1500, "b"), chapter(3000, "c")});
        QCOMPARE(chapterText(rounded), QStringLiteral("1000 \"a\" to 3000\n2000 \"b\"\n3000 \"c\""));
    }
};

QTEST_GUILESS_MAIN(TestChapterImport)
#include "tst_chapterimport.moc"
