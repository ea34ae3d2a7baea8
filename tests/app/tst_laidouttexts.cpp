// SPDX-License-Identifier: MIT
#include "app/episodelist/laidouttexts.h"

#include <QTest>

using app::LaidOutTexts;

/// Lines of cells that are kept: what was laid out for one cell is not taken for another.
class TestLaidOutTexts : public QObject {
    Q_OBJECT

    static QStyleOptionViewItem option(int points = 10) {
        QStyleOptionViewItem option;
        option.font.setPointSize(points);
        option.fontMetrics = QFontMetrics(option.font);
        return option;
    }
    static qreal widthOf(const LaidOutTexts::Line& line) { return line.layout.lineAt(0).naturalTextWidth(); }

private slots:
    void aLineIsKept() {
        LaidOutTexts texts;
        const auto* first = &texts.line(QStringLiteral("Copper"), option(), Qt::AlignLeft, 400);
        (void)texts.line(QStringLiteral("Kettle"), option(), Qt::AlignLeft, 400);
        QCOMPARE(&texts.line(QStringLiteral("Copper"), option(), Qt::AlignLeft, 400), first);
    }

    void aWidthOfItsOwn() {
        LaidOutTexts texts;
        const QString text = QStringLiteral("A title that takes more room than there is");
        const auto room = [&](int width) { return texts.line(text, option(), Qt::AlignLeft, width).shown; };
        QCOMPARE(room(2000), text);
        const QString cut = room(60);
        QVERIFY(cut != text && cut.endsWith(QChar(0x2026)));
        QVERIFY(widthOf(texts.line(text, option(), Qt::AlignLeft, 60)) <= 60);
        QCOMPARE(room(2000), text);
    }

    void aPlaceOfItsOwn() {
        LaidOutTexts texts;
        const auto left = [&](Qt::Alignment alignment) {
            const auto& line = texts.line(QStringLiteral("12"), option(), alignment, 300);
            return line.layout.lineAt(0).naturalTextRect().left();
        };
        QVERIFY(left(Qt::AlignLeft) < 1);
        QVERIFY(left(Qt::AlignRight) > 200);
        QVERIFY(left(Qt::AlignLeft) < 1);
    }

    void anotherFontLaysAllOutAnew() {
        LaidOutTexts texts;
        const auto width = [&](int points) {
            return widthOf(texts.line(QStringLiteral("Copper"), option(points), Qt::AlignLeft, 2000));
        };
        const qreal small = width(10);
        QVERIFY(width(30) > 2 * small);
        QCOMPARE(width(10), small);
    }

    void fromRightToLeft() {
        LaidOutTexts texts;
        QStyleOptionViewItem mirrored = option();
        mirrored.direction = Qt::RightToLeft;
        const QString text = QStringLiteral("Copper");
        const auto left = [&](const QStyleOptionViewItem& of) {
            return texts.line(text, of, Qt::AlignLeft, 600).layout.lineAt(0).naturalTextRect().left();
        };
        QVERIFY(left(option()) < 1);
        QVERIFY(left(mirrored) > 200);
    }
};

QTEST_MAIN(TestLaidOutTexts)
#include "tst_laidouttexts.moc"
