// SPDX-License-Identifier: MIT
#include "app/editor/peoplepage.h"

#include "app/widgets/chip.h"
#include "app/widgets/chipedit.h"
#include "support/pagefixture.h"

#include <QCompleter>
#include <QLineEdit>
#include <QTest>

using app::Chip;
using app::ChipEdit;

class TestPeoplePage : public QObject {
    Q_OBJECT

    struct Shown : PageFixture {
        Shown() {
            page.setEpisode({0});
            page.resize(900, 700);
            page.show();
        }
        app::PeoplePage page{context()};
        ChipEdit* chips(const char* name) { return child<ChipEdit>(page, name); }
        void add(const char* name, const char* words) {
            QTest::keyClicks(chips(name)->lineEdit(), QString::fromLatin1(words));
            chips(name)->commit();
        }
    };

private slots:
    void addingTouchesOnlyTheList_data() {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("host") << QByteArray("hostsChips") << QByteArray("ben") << QByteArray("    \"ada\"\n")
                              << QByteArray("    \"ada\",\n    \"ben\"\n");
        QTest::newRow("first guest") << QByteArray("guestsChips") << QByteArray("ben")
                                     << QByteArray("\"guests\": []")
                                     << QByteArray("\"guests\": [\n    \"ben\"\n  ]");
        QTest::newRow("twice is once") << QByteArray("hostsChips") << QByteArray("ada")
                                       << QByteArray("    \"ada\"\n") << QByteArray("    \"ada\"\n");
    }
    void addingTouchesOnlyTheList() {
        QFETCH(QByteArray, list);
        QFETCH(QByteArray, words);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        Shown shown;
        shown.add(list.constData(), words.constData());
        QCOMPARE(shown.text(), shown.savedWith(before.toStdString(), after.toStdString()));
        shown.undoAll();
        QCOMPARE(shown.text(), shown.savedText());
    }

    /// Whoever walks through the episodes waits for no catalogue to be counted.
    void usesAreCountedWhereOneTypes() {
        Shown shown;
        auto* tags = shown.chips("tagsChips");
        const auto offered = [tags] { return tags->findChild<QCompleter*>()->completionModel()->rowCount(); };
        shown.page.setEpisode({1});
        QCOMPARE(offered(), 0);
        QTest::keyClicks(tags->lineEdit(), QStringLiteral("oi"));
        QCOMPARE(offered(), 1);
        tags->lineEdit()->clear();
        QTest::keyClicks(tags->lineEdit(), QStringLiteral("flint,"));
        shown.page.setEpisode({2});
        QTest::keyClicks(tags->lineEdit(), QStringLiteral("fli"));
        QCOMPARE(offered(), 1); // counted anew for another episode
    }

    void aPastedListIsOneStep() {
        Shown shown;
        auto* line = shown.chips("tagsChips")->lineEdit();
        line->insert(QStringLiteral("wicks, flint"));
        shown.chips("tagsChips")->commit();
        QCOMPARE(shown.chips("tagsChips")->items().join(u'|'), QStringLiteral("lamps|oil|wicks|flint"));
        QCOMPARE(shown.session.undoStack().count(), 1);
        QCOMPARE(shown.text(),
                 shown.savedWith("    \"oil\"\n", "    \"oil\",\n    \"wicks\",\n    \"flint\"\n"));
        shown.undoAll();
        QCOMPARE(shown.text(), shown.savedText());
        QCOMPARE(shown.chips("tagsChips")->items().size(), 2);
    }

    void keysMoveAndRemove() {
        Shown shown;
        auto* tags = shown.chips("tagsChips");
        auto* first = PageFixture::child<Chip>(*tags, "chip0");
        QTest::keyClick(first, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(tags->items().join(u'|'), QStringLiteral("oil|lamps"));
        QCOMPARE(shown.text(),
                 shown.savedWith("    \"lamps\",\n    \"oil\"\n", "    \"oil\",\n    \"lamps\"\n"));
        QTest::keyClick(first, Qt::Key_Delete);
        QCOMPARE(shown.text(), shown.savedWith("    \"lamps\",\n    \"oil\"\n", "    \"lamps\"\n"));
        shown.undoAll();
        QCOMPARE(shown.text(), shown.savedText());
    }

    void unknownPeopleAreMarked() {
        Shown shown;
        shown.add("guestsChips", "zoe");
        shown.add("guestsChips", "ben");
        auto* guests = shown.chips("guestsChips");
        QVERIFY(PageFixture::child<Chip>(*guests, "chip0")->toolTip().contains(QStringLiteral("no page")));
        QCOMPARE(PageFixture::child<Chip>(*guests, "chip1")->toolTip(), QStringLiteral("Ben Harrow"));
    }

    void aListOfOtherThingsIsKept() {
        Shown shown;
        QVERIFY(shown.session.setValue({0}, {std::string("tags")}, *format::JsonValue::parse("[\"a\", 7]")));
        QVERIFY(!shown.chips("tagsChips")->isVisible());
        auto* raw = PageFixture::child<QLineEdit>(shown.page, "tagsRawEdit");
        QVERIFY(raw->isVisible() && raw->isReadOnly());
        QVERIFY(raw->text().contains(QStringLiteral("7")));
    }

    void whatIsTypedIsNotLostOnCommit() {
        Shown shown;
        QTest::keyClicks(shown.chips("sponsorsChips")->lineEdit(), QStringLiteral("lamp-co"));
        shown.page.commit();
        QCOMPARE(shown.text(), shown.savedWith("\"sponsors\": []", "\"sponsors\": [\n    \"lamp-co\"\n  ]"));
    }
};

QTEST_MAIN(TestPeoplePage)
#include "tst_peoplepage.moc"
