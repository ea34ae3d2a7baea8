// SPDX-License-Identifier: MIT
#include "app/widgets/noticebar.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using app::Notice;
using app::NoticeBar;

class TestNoticeBar : public QObject {
    Q_OBJECT

private slots:
    void takesNoRoomWhereThereIsNothingToSay() {
        NoticeBar bar;
        QVERIFY(bar.isHidden());
        bar.show({QStringLiteral("a"), Notice::Kind::Warning, QStringLiteral("First"), {}, true});
        QVERIFY(!bar.isHidden());
        bar.withdraw(QStringLiteral("a"));
        QVERIFY(bar.isHidden());
    }
    void aNoticeWithTheSameKeyTakesThePlace() {
        NoticeBar bar;
        bar.show({QStringLiteral("a"), Notice::Kind::Warning, QStringLiteral("First"), {}, true});
        bar.show({QStringLiteral("b"), Notice::Kind::Alarm, QStringLiteral("Other"), {}, true});
        bar.show({QStringLiteral("a"), Notice::Kind::Warning, QStringLiteral("Second"), {}, true});
        QCOMPARE(bar.textOf(QStringLiteral("a")), QStringLiteral("Second"));
        QCOMPARE(bar.textOf(QStringLiteral("b")), QStringLiteral("Other"));
        bar.clear();
        QVERIFY(!bar.has(QStringLiteral("a")) && !bar.has(QStringLiteral("b")));
    }
    void anActionRunsOnceAndEndsItsNotice() {
        NoticeBar bar;
        int ran = 0;
        bar.show({QStringLiteral("a"),
                  Notice::Kind::Information,
                  QStringLiteral("Text"),
                  {{QStringLiteral("&Undo"), [&] { ran += bar.has(QStringLiteral("a")) ? 100 : 1; }}},
                  false});
        auto* frame = bar.findChild<QWidget*>(QStringLiteral("a"));
        QVERIFY(!frame->findChild<QToolButton*>(QStringLiteral("closeNotice"))); // it cannot be waved away
        frame->findChild<QPushButton*>(QStringLiteral("noticeAction0"))->click();
        QCOMPARE(ran, 1); // withdrawn before
        QVERIFY(bar.isHidden());
    }
    void isAsHighAsItsTextNeeds() {
        NoticeBar bar;
        bar.show(
            {QStringLiteral("a"), Notice::Kind::Warning, QStringLiteral("word ").repeated(60), {}, true});
        const int wide = bar.heightForWidth(4000);
        QVERIFY(wide > 0 && wide < 3 * bar.fontMetrics().height());
        QVERIFY(bar.heightForWidth(400) > 2 * wide);
    }
    void itsCloseButtonEndsIt() {
        NoticeBar bar;
        bar.show({QStringLiteral("a"), Notice::Kind::Information, QStringLiteral("<b>Text</b>"), {}, true});
        auto* frame = bar.findChild<QWidget*>(QStringLiteral("a"));
        QCOMPARE(frame->findChild<QLabel*>(QStringLiteral("noticeText"))->textFormat(), Qt::PlainText);
        frame->findChild<QToolButton*>(QStringLiteral("closeNotice"))->click();
        QVERIFY(!bar.has(QStringLiteral("a")));
    }
};

QTEST_MAIN(TestNoticeBar)
#include "tst_noticebar.moc"
