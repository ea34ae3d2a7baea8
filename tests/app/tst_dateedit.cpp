// SPDX-License-Identifier: MIT
#include "app/widgets/dateedit.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimeEdit>

using app::DateEdit;

class TestDateEdit : public QObject {
    Q_OBJECT

    template <typename T>
    static T* child(DateEdit& edit, const char* name) {
        return edit.findChild<T*>(QString::fromLatin1(name));
    }
    static void choose(DateEdit& edit, int seconds) {
        auto* offsets = child<QComboBox>(edit, "offsetCombo");
        const int index = offsets->findData(seconds);
        QVERIFY(index >= 0);
        offsets->setCurrentIndex(index);
        emit offsets->activated(index);
    }

private slots:
    void showingNeverWrites_data() {
        QTest::addColumn<QString>("stored");
        QTest::addColumn<bool>("isText");
        QTest::addColumn<bool>("isRaw");
        QTest::newRow("full") << QStringLiteral("2024-03-01T18:00:00-08:00") << true << false;
        QTest::newRow("Z") << QStringLiteral("2024-03-01T18:00:00Z") << true << false;
        QTest::newRow("date only") << QStringLiteral("2024-03-01") << true << false;
        QTest::newRow("no offset") << QStringLiteral("2024-03-01T18:00:00") << true << false;
        QTest::newRow("odd offset") << QStringLiteral("2024-03-01T18:00:00+05:43") << true << false;
        QTest::newRow("in a gap of summer time")
            << QStringLiteral("2024-03-31T02:30:00+01:00") << true << false;
        QTest::newRow("no such day") << QStringLiteral("2024-02-30") << true << true;
        QTest::newRow("words") << QStringLiteral("next Friday") << true << true;
        QTest::newRow("null") << QString() << false << true;
    }
    void showingNeverWrites() {
        QFETCH(QString, stored);
        QFETCH(bool, isText);
        QFETCH(bool, isRaw);
        DateEdit edit;
        QSignalSpy edited(&edit, &DateEdit::edited);
        edit.setStored(stored, isText);
        QCOMPARE(!child<QLineEdit>(edit, "dateRawEdit")->isHidden(), isRaw);
        QCOMPARE(child<QLineEdit>(edit, "dateRawEdit")->text(), stored);
        edit.setStored(QStringLiteral("2020-01-01"), true);
        edit.setStored(stored, isText);
        QCOMPARE(edited.size(), 0);
    }

    void editsKeepTheForm_data() {
        QTest::addColumn<QString>("stored");
        QTest::addColumn<QString>("written");
        QTest::newRow("full") << QStringLiteral("2024-03-01T18:00:00-08:00")
                              << QStringLiteral("2024-03-05T18:00:00-08:00");
        QTest::newRow("Z") << QStringLiteral("2024-03-01T18:00:00Z")
                           << QStringLiteral("2024-03-05T18:00:00Z");
        QTest::newRow("date only") << QStringLiteral("2024-03-01") << QStringLiteral("2024-03-05");
        QTest::newRow("no offset") << QStringLiteral("2024-03-01T18:00:00")
                                   << QStringLiteral("2024-03-05T18:00:00");
    }
    void editsKeepTheForm() {
        QFETCH(QString, stored);
        QFETCH(QString, written);
        DateEdit edit;
        edit.setStored(stored, true);
        QSignalSpy edited(&edit, &DateEdit::edited);
        child<QDateEdit>(edit, "dateEdit")->setDate(QDate(2024, 3, 5));
        QCOMPARE(edited.size(), 1);
        QCOMPARE(edited.front().front().toString(), written);
    }

    void theOffsetAsksWhatStays_data() {
        QTest::addColumn<QByteArray>("button");
        QTest::addColumn<QString>("written");
        QTest::newRow("moment") << QByteArray("sameMomentButton")
                                << QStringLiteral("2024-03-02T02:00:00+00:00");
        QTest::newRow("wall time") << QByteArray("sameWallTimeButton")
                                   << QStringLiteral("2024-03-01T18:00:00+00:00");
        QTest::newRow("neither") << QByteArray("keepOffsetButton") << QString();
    }
    void theOffsetAsksWhatStays() {
        QFETCH(QByteArray, button);
        QFETCH(QString, written);
        DateEdit edit;
        edit.setStored(QStringLiteral("2024-03-01T18:00:00-08:00"), true);
        QSignalSpy edited(&edit, &DateEdit::edited);
        choose(edit, 0);
        QCOMPARE(edited.size(), 0); // nothing before the answer
        child<QPushButton>(edit, button.constData())->click();
        QCOMPARE(edited.size(), written.isEmpty() ? 0 : 1);
        if (!written.isEmpty())
            QCOMPARE(edited.front().front().toString(), written);
        else
            QCOMPARE(child<QComboBox>(edit, "offsetCombo")->currentData().toInt(), -8 * 3600);
    }

    void aTimeIsAddedOnlyWhenAsked() {
        DateEdit edit;
        edit.setStored(QStringLiteral("2024-03-01"), true);
        QVERIFY(child<QTimeEdit>(edit, "timeEdit")->isHidden());
        QSignalSpy edited(&edit, &DateEdit::edited);
        child<QPushButton>(edit, "addTimeButton")->click();
        QCOMPARE(edited.front().front().toString(), QStringLiteral("2024-03-01T00:00:00+00:00"));
    }
};

QTEST_MAIN(TestDateEdit)
#include "tst_dateedit.moc"
