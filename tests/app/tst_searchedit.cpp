// SPDX-License-Identifier: MIT
#include "app/widgets/searchedit.h"
#include "app/widgets/searchhelp.h"
#include "support/windowfixture.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

/// The search box in the window.
class TestSearchEdit : public QObject {
    Q_OBJECT

    struct Opened {
        Opened()
            : program(site.absolute(QStringLiteral("settings.ini"))) {
            program.open(site);
            box = program.find<app::SearchEdit>("searchEdit");
            box->setFocus();
        }
        int shown() const { return program.table()->model()->rowCount(); }
        QAbstractItemView* offers() const { return box->findChild<QCompleter*>()->popup(); }
        EpisodeFixture site;
        Program program;
        app::SearchEdit* box;
    };

private slots:
    void theTableFollowsTheLanguage() {
        Opened open;
        QTest::keyClicks(open.box, QStringLiteral("number:2.. -\"part 3\""));
        QTRY_COMPARE(open.shown(), 1);
        open.program.trigger("findAction");
        QTest::keyClick(open.box, Qt::Key_Escape);
        QTest::keyClick(open.box, Qt::Key_Escape); // the first one closes what is offered
        QTRY_COMPARE(open.shown(), 3);
    }

    void whatIsNotUnderstoodIsSaid() {
        Opened open;
        open.box->setText(QStringLiteral("is:blue"));
        QVERIFY(open.box->problem().contains(QStringLiteral("is:blue")));
        QCOMPARE(open.box->accessibleDescription(), open.box->problem());
        QVERIFY(!open.box->toolTip().isEmpty());
        QTRY_COMPARE(open.shown(), 3); // it is left out
        open.box->setText(QStringLiteral("gest:ben"));
        QTRY_COMPARE(open.shown(), 0);
        const auto* empty = open.program.find<QLabel>("noMatchLabel");
        QVERIFY(empty->isVisible());
        QVERIFY2(empty->text().contains(QStringLiteral("gest")), qPrintable(empty->text()));
        open.box->clear();
        QVERIFY(open.box->toolTip().isEmpty());
    }

    void anOfferIsTakenByKeys() {
        Opened open;
        QTest::keyClicks(open.box, QStringLiteral("hos"));
        QTRY_VERIFY(open.offers()->isVisible());
        QTest::keyClick(open.offers(), Qt::Key_Down);
        QTest::keyClick(open.offers(), Qt::Key_Return);
        QCOMPARE(open.box->text(), QStringLiteral("host:"));
        QTRY_VERIFY(open.offers()->isVisible()); // and what may follow
        QTest::keyClick(open.offers(), Qt::Key_Down);
        QTest::keyClick(open.offers(), Qt::Key_Return);
        QCOMPARE(open.box->text(), QStringLiteral("host:ada "));
        QTRY_COMPARE(open.shown(), 3);
    }

    void returnWithoutAChoiceGoesToTheTable() {
        Opened open;
        QTest::keyClicks(open.box, QStringLiteral("part"));
        QTest::keyClick(open.box, Qt::Key_Return);
        QTRY_VERIFY(open.program.table()->hasFocus());
    }

    void theCardPutsATermIntoTheBox() {
        Opened open;
        open.box->setText(QStringLiteral("lamp"));
        open.program.find<QToolButton>("searchHelpButton")->click();
        auto* card = open.program.window.findChild<app::SearchHelp*>(QStringLiteral("searchHelp"));
        QTRY_VERIFY(card->isVisible());
        card->findChild<QPushButton*>(QStringLiteral("guestTermButton"))->click();
        QVERIFY(!card->isVisible());
        QCOMPARE(open.box->text(), QStringLiteral("lamp guest:"));
    }
};

QTEST_MAIN(TestSearchEdit)
#include "tst_searchedit.moc"
