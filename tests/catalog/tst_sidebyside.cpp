// SPDX-License-Identifier: MIT
#include "catalog/sidebyside.h"

#include <QTest>

using catalog::SideLine;
using catalog::SideRow;

namespace {

/// "1 word [marked]" of a side; the line's end is left out.
QString sideOf(const SideLine& line) {
    if (line.number == 0)
        return {};
    std::string text = line.text;
    for (auto span = line.changed.rbegin(); span != line.changed.rend(); ++span) {
        text.insert(span->end, "]");
        text.insert(span->begin, "[");
    }
    return QStringLiteral("%1 %2").arg(line.number).arg(QString::fromStdString(text).remove(u'\n'));
}

QStringList rowsOf(const QByteArray& before, const QByteArray& after, int context) {
    QStringList lines;
    for (const SideRow& row : catalog::sideBySide(before.toStdString(), after.toStdString(), context))
        lines += row.kind == SideRow::Kind::Skipped
                     ? QStringLiteral("… %1").arg(row.skipped)
                     : sideOf(row.before) + QLatin1String(" | ") + sideOf(row.after);
    return lines;
}

} // namespace

class TestSideBySide : public QObject {
    Q_OBJECT

private slots:
    void rows_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QStringList>("rows");
        const auto row = [](const char* name, const char* before, const char* after,
                            const QStringList& rows) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after) << rows;
        };
        row("word", "a\nthe old lamp burns\nc\n", "a\nthe new lamp burns\nc\n",
            {"1 a | 1 a", "2 the [old] lamp burns | 2 the [new] lamp burns", "3 c | 3 c"});
        row("added", "a\nc\n", "a\nb\nc\n", {"1 a | 1 a", " | 2 b", "2 c | 3 c"});
        row("removed", "a\nb\nc\n", "a\nc\n", {"1 a | 1 a", "2 b | ", "3 c | 2 c"});
        row("not alike", "one two\n", "seven\n", {"1 one two | ", " | 1 seven"});
        row("added before a changed one", "* the lamp is lit\n", "* seven\n* the lamp is out\n",
            {" | 1 * seven", "1 * the lamp is [lit] | 2 * the lamp is [out]"});
        row("far away", "1\n2\n3\n4\n5\n", "1\n2\n3\n4\nx\n", {"… 3", "4 4 | 4 4", "5 5 | ", " | 5 x"});
        row("last line end", "a", "a\n", {"1 a | 1 a[]"});
        row("new file", "", "a\n", {" | 1 a"});
        row("equal", "a\n", "a\n", {"… 1"});
    }
    void rows() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QStringList, rows);
        QCOMPARE(rowsOf(before, after, 1), rows);
    }

    /// Every line of both texts stands in its order, once.
    void losesNothing() {
        QByteArray before, after;
        for (int line = 0; line < 3'000; ++line) {
            before += "line " + QByteArray::number(line * 7 % 1'000) + '\n';
            after += "line " + QByteArray::number(line * 11 % 1'000) + '\n';
        }
        std::string left, right;
        for (const SideRow& row : catalog::sideBySide(before.toStdString(), after.toStdString(), 10'000)) {
            left += row.before.text;
            right += row.after.text;
        }
        QCOMPARE(left, before.toStdString());
        QCOMPARE(right, after.toStdString());
    }
};

QTEST_GUILESS_MAIN(TestSideBySide)
#include "tst_sidebyside.moc"
