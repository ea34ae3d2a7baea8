// SPDX-License-Identifier: MIT
#include "catalog/templates.h"

#include "support/episodefixture.h"
#include "support/trashfixture.h"

#include <QTest>

using catalog::Templates;

class TestTemplates : public QObject {
    Q_OBJECT

    static std::string text() { return EpisodeFixture::episode(1).toStdString(); }

private slots:
    void keptRenamedRemoved() {
        const TrashFixture trash;
        const QTemporaryDir folder;
        const Templates templates(folder.filePath(QStringLiteral("not/yet")));
        QVERIFY(templates.names().isEmpty());
        for (const char* name : {"Weekly", "night", "Café"})
            QCOMPARE(templates.save(QString::fromUtf8(name), text(), false), QString());
        QCOMPARE(templates.names(),
                 (QStringList{QStringLiteral("Café"), QStringLiteral("night"), QStringLiteral("Weekly")}));
        QCOMPARE(templates.read(QStringLiteral("Café")).document->text(), text());
        QCOMPARE(templates.rename(QStringLiteral("night"), QStringLiteral("Monthly")), QString());
        QVERIFY(templates.contains(QStringLiteral("Monthly")) &&
                !templates.contains(QStringLiteral("night")));
        QCOMPARE(templates.remove(QStringLiteral("Monthly")), QString());
        QVERIFY(!templates.contains(QStringLiteral("Monthly")));
        QCOMPARE(trash.files(), QStringList{QStringLiteral("Monthly.md")});
    }

    void neverOverAnotherUnasked() {
        const QTemporaryDir folder;
        const Templates templates(folder.path());
        QCOMPARE(templates.save(QStringLiteral("One"), text(), false), QString());
        QVERIFY(!templates.save(QStringLiteral("One"), "other", false).isEmpty());
        QCOMPARE(templates.read(QStringLiteral("One")).document->text(), text());
        const std::string other = EpisodeFixture::episode(2).toStdString();
        QCOMPARE(templates.save(QStringLiteral("One"), other, true), QString());
        QCOMPARE(templates.read(QStringLiteral("One")).document->text(), other);
        QCOMPARE(templates.save(QStringLiteral("Two"), text(), false), QString());
        QVERIFY(!templates.rename(QStringLiteral("One"), QStringLiteral("Two")).isEmpty());
        QCOMPARE(templates.names().size(), 2);
    }

    void names_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"", " ", "a/b", "..", ".a", "a\\b", " a", "a\n"})
            QTest::newRow(name) << QString::fromLatin1(name);
        QTest::newRow("long") << QString(120, QLatin1Char('a'));
    }
    void names() {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        const Templates templates(folder.filePath(QStringLiteral("in")));
        QVERIFY(!templates.save(name, text(), true).isEmpty());
        QVERIFY(!templates.contains(name));
        QVERIFY(templates.names().isEmpty());
        QVERIFY(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

    void aBrokenOneSaysWhere() {
        const QTemporaryDir folder;
        const Templates templates(folder.path());
        QCOMPARE(templates.save(QStringLiteral("One"), "{\n  \"a\": 1,\n  \"b\": oops\n}\n", false),
                 QString());
        const catalog::Template read = templates.read(QStringLiteral("One"));
        QVERIFY(!read.document);
        QVERIFY2(read.error.startsWith(templates.path(QStringLiteral("One")) +
                                       QStringLiteral(": line 3, column 8: ")),
                 qPrintable(read.error));
        QVERIFY(!templates.read(QStringLiteral("None")).error.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTemplates)
#include "tst_templates.moc"
