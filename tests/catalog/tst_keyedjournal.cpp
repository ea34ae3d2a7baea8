// SPDX-License-Identifier: MIT
#include "catalog/keyedjournal.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <string>
#include <vector>

class TestKeyedJournal : public QObject {
    Q_OBJECT

private slots:
    /// What its thread has to say comes a moment later: the file may be let go by then.
    void lettingGoAtOnceIsSafe() {
        const QTemporaryDir folder;
        catalog::KeyedJournal journal;
        QSignalSpy opened(&journal, &catalog::KeyedJournal::opened);
        for (int round = 0; round < 20; ++round) {
            journal.open(folder.path(), QStringLiteral("quick.journal"));
            journal.put("key", [] { return std::string("value"); });
            QVERIFY(journal.flush()); // what was read is on its way
            journal.close();
            const std::vector<std::string> others(64, std::string(512, 'x')); // where it was in memory
            QCoreApplication::processEvents();
            QCOMPARE(others.size(), std::size_t{64});
        }
        QCOMPARE(opened.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestKeyedJournal)
#include "tst_keyedjournal.moc"
