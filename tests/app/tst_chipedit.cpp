// SPDX-License-Identifier: MIT
#include "app/widgets/chipedit.h"

#include "app/widgets/chip.h"
#include "app/widgets/longtextfieldrow.h"
#include "models/completionmodel.h"
#include "support/episodefixture.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using app::Chip;
using app::ChipEdit;

class TestChipEdit : public QObject {
    Q_OBJECT

    struct Shown {
        Shown() {
            site.openIn(catalog);
            completion.setShow(QStringLiteral("night-desk"));
            chips.setItems({QStringLiteral("one"), QStringLiteral("two"), QStringLiteral("three")});
            chips.resize(500, 60);
            chips.show();
        }
        EpisodeFixture site;
        catalog::Catalog catalog;
        models::CompletionModel completion{catalog, catalog::FieldKind::Hosts};
        ChipEdit chips{completion};
        Chip* chip(int index) { return chips.findChild<Chip*>(QStringLiteral("chip%1").arg(index)); }
    };

private slots:
    void asksForChangesOnly() {
        Shown shown;
        QSignalSpy added(&shown.chips, &ChipEdit::addRequested);
        QSignalSpy removed(&shown.chips, &ChipEdit::removeRequested);
        QSignalSpy moved(&shown.chips, &ChipEdit::moveRequested);
        QTest::keyClicks(shown.chips.lineEdit(), QStringLiteral("four,"));
        QCOMPARE(added.size(), 1);
        QCOMPARE(added.front().front().toStringList(), QStringList{QStringLiteral("four")});
        QVERIFY(shown.chips.lineEdit()->text().isEmpty());
        QTest::keyClick(shown.chip(1), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(moved.front(), (QVariantList{1, 0}));
        QTest::keyClick(shown.chip(0), Qt::Key_Left, Qt::AltModifier); // nowhere to go
        QCOMPARE(moved.size(), 1);
        shown.chip(2)->findChild<QToolButton*>(QStringLiteral("removeChipButton"))->click();
        QCOMPARE(removed.front(), QVariantList{2});
        QCOMPARE(shown.chips.items().size(), 3);
    }

    void aDoubleClickEdits() {
        Shown shown;
        QSignalSpy changed(&shown.chips, &ChipEdit::changeRequested);
        QTest::mouseDClick(shown.chip(1), Qt::LeftButton);
        auto* line = shown.chips.findChild<QLineEdit*>(QStringLiteral("chipLine"));
        QVERIFY(line);
        line->setText(QStringLiteral("zwei"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.front(), (QVariantList{1, QStringLiteral("zwei")}));
    }

    void readOnlyAsksForNothing() {
        Shown shown;
        shown.chips.setReadOnly(true);
        QSignalSpy removed(&shown.chips, &ChipEdit::removeRequested);
        QTest::keyClick(shown.chip(0), Qt::Key_Delete);
        QCOMPARE(removed.size(), 0);
        QVERIFY(!shown.chips.lineEdit()->isVisible());
    }

    void linesBreakWhereTheyMust() {
        Shown shown;
        shown.chips.resize(150, 200);
        QVERIFY(shown.chips.heightForWidth(150) > shown.chips.heightForWidth(800));
    }

    void completesByIdAndName_data() {
        QTest::addColumn<QString>("prefix");
        QTest::newRow("id") << QStringLiteral("be");
        QTest::newRow("name") << QStringLiteral("harrow");
    }
    void completesByIdAndName() {
        QFETCH(QString, prefix);
        Shown shown;
        auto* completer = shown.chips.findChild<QCompleter*>();
        QVERIFY(completer);
        completer->setCompletionPrefix(prefix);
        QCOMPARE(completer->completionCount(), 1);
        QCOMPARE(completer->currentCompletion(), QStringLiteral("ben — Ben Harrow"));
    }

    /// What was typed before the catalogue is counted is completed when it is.
    void completesWhenTheCountComes() {
        const EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        models::CompletionModel completion(catalog, catalog::FieldKind::Tags);
        ChipEdit chips(completion);
        QSignalSpy wanted(&chips, &ChipEdit::completionWanted);
        chips.show();
        QVERIFY(QTest::qWaitForWindowActive(&chips));
        chips.lineEdit()->setFocus();
        QCOMPARE(wanted.size(), 1);
        QTest::keyClicks(chips.lineEdit(), QStringLiteral("oi"));
        const auto* popup = chips.findChild<QCompleter*>()->popup();
        QVERIFY(!popup->isVisible());
        completion.setShow(QStringLiteral("night-desk"));
        QVERIFY(popup->isVisible());
        QCOMPARE(popup->model()->rowCount(), 1);
    }

    void lineEndsOfLongTextsStay_data() {
        QTest::addColumn<QString>("stored");
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("result");
        QTest::newRow("same") << QStringLiteral("a\r\nb") << QStringLiteral("a\nb")
                              << QStringLiteral("a\r\nb");
        QTest::newRow("CRLF before") << QStringLiteral("a\r\nb") << QStringLiteral("a\nbc")
                                     << QStringLiteral("a\r\nbc");
        QTest::newRow("a new line") << QStringLiteral("a\r\nb") << QStringLiteral("a\nb\nc")
                                    << QStringLiteral("a\r\nb\r\nc");
        QTest::newRow("a line joined")
            << QStringLiteral("a\r\nb\r\nc") << QStringLiteral("ab\nc") << QStringLiteral("ab\r\nc");
        QTest::newRow("lone CR") << QStringLiteral("a\rb") << QStringLiteral("x\nb")
                                 << QStringLiteral("x\rb");
    }
    void lineEndsOfLongTextsStay() {
        QFETCH(QString, stored);
        QFETCH(QString, shown);
        QFETCH(QString, result);
        QCOMPARE(app::storedAfterEdit(stored, shown), result);
    }
};

QTEST_MAIN(TestChipEdit)
#include "tst_chipedit.moc"
