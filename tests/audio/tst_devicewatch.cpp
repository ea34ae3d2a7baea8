// SPDX-License-Identifier: MIT
#include "audio/devicewatch.h"

#include <QSignalSpy>
#include <QTest>

using audio::DeviceWatch;
using audio::SoundDevice;

class TestDeviceWatch : public QObject {
    Q_OBJECT

    static QList<SoundDevice> devices(const QString& ids) {
        QList<SoundDevice> made;
        for (const QString& id : ids.split(QLatin1Char(' '), Qt::SkipEmptyParts))
            made += SoundDevice{id.toUtf8(), id};
        return made;
    }

private slots:
    void theChosenOneOrTheSystemsOwn_data() {
        QTest::addColumn<QString>("there");
        QTest::addColumn<QByteArray>("chosen");
        QTest::addColumn<QByteArray>("used");
        QTest::newRow("none") << QString() << QByteArray("two") << QByteArray();
        QTest::newRow("the system's own") << QStringLiteral("one two") << QByteArray() << QByteArray("one");
        QTest::newRow("the chosen one")
            << QStringLiteral("one two") << QByteArray("two") << QByteArray("two");
        QTest::newRow("away") << QStringLiteral("one three") << QByteArray("two") << QByteArray("one");
    }
    void theChosenOneOrTheSystemsOwn() {
        QFETCH(QString, there);
        QFETCH(QByteArray, chosen);
        QFETCH(QByteArray, used);
        QCOMPARE(DeviceWatch::inUse(devices(there), chosen), used);
    }

    void saysWhatChanges() {
        QString there = QStringLiteral("one two");
        DeviceWatch watch([&there] { return devices(there); });
        QSignalSpy changes(&watch, &DeviceWatch::changed);
        watch.look();
        QCOMPARE(changes.count(), 0);
        int expected = 0;
        for (const char* next : {"one", "", "one two", "two one"}) { // the last: another is the system's own
            there = QString::fromLatin1(next);
            watch.look();
            QCOMPARE(changes.count(), ++expected);
            watch.look();
            QCOMPARE(changes.count(), expected);
        }
    }

    void looksByItself() {
        QString there = QStringLiteral("one");
        DeviceWatch watch([&there] { return devices(there); });
        QSignalSpy changes(&watch, &DeviceWatch::changed);
        there = QStringLiteral("two");
        watch.start(); // at once
        QCOMPARE(changes.count(), 1);
        there.clear();
        QTRY_COMPARE(changes.count(), 2);
        watch.stop();
        there = QStringLiteral("one");
        QTest::qWait(700);
        QCOMPARE(changes.count(), 2);
    }
};

QTEST_GUILESS_MAIN(TestDeviceWatch)
#include "tst_devicewatch.moc"
