// SPDX-License-Identifier: MIT
#include "models/searchcompletion.h"
#include "support/episodefixture.h"

#include <QSignalSpy>
#include <QTest>

class TestSearchCompletion : public QObject {
    Q_OBJECT
private slots:
    void offers_data() {
        QTest::addColumn<QString>("typed"); ///< "|" is the cursor
        QTest::addColumn<QString>("first");
        QTest::addColumn<int>("position");
        QTest::newRow("a term") << "gue|"
                                << "guest:" << 0;
        QTest::newRow("a term further on") << "lamp gue|"
                                           << "guest:" << 5;
        QTest::newRow("a term that is denied") << "-ho|"
                                               << "host:" << 1;
        QTest::newRow("a term in a parenthesis") << "(ho|"
                                                 << "host:" << 1;
        QTest::newRow("a person by id") << "guest:be|"
                                        << "guest:ben" << 0;
        QTest::newRow("a person by name") << "host:quill|"
                                          << "host:ada" << 0;
        QTest::newRow("a show") << "show:|"
                                << "show:night-desk" << 0;
        QTest::newRow("a tag") << "tag:oi|"
                               << "tag:oil" << 0;
        QTest::newRow("a state") << "is:dr|"
                                 << "is:draft" << 0;
        QTest::newRow("a presence") << "has:chap|"
                                    << "has:chapters" << 0;
        QTest::newRow("a rule") << "problem:guid-inv|"
                                << "problem:guid-invalid" << 0;
        QTest::newRow("before other words") << "gue| lamp"
                                            << "guest:" << 0;
        QTest::newRow("nothing in a phrase") << "\"gue|"
                                             << "" << 0;
        QTest::newRow("nothing for a word") << "zebra|"
                                            << "" << 0;
        QTest::newRow("nothing where all is typed") << "is:draft|"
                                                    << "" << 0;
        QTest::newRow("nothing for an unknown term") << "gest:|"
                                                     << "" << 0;
    }
    void offers() {
        QFETCH(QString, typed);
        QFETCH(QString, first);
        const EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        models::SearchCompletion completion(catalog);
        const qsizetype cursor = typed.indexOf(QLatin1Char('|'));
        const auto found = completion.offersAt(typed.remove(QLatin1Char('|')), cursor);
        QCOMPARE(found.offers.empty() ? QString() : found.offers.front().text, first);
        if (!first.isEmpty())
            QTEST(static_cast<int>(found.position), "position");
    }

    /// A large catalogue is counted on another thread; who asked before that is told to ask again, once.
    void saysWhenALargeCatalogueIsCounted() {
        const EpisodeFixture site;
        for (int number = 4; number <= 260; ++number)
            site.write(EpisodeFixture::path(number), EpisodeFixture::episode(number % 10));
        catalog::Catalog catalog;
        site.openIn(catalog);
        models::SearchCompletion completion(catalog);
        QSignalSpy counted(&completion, &models::SearchCompletion::counted);
        QVERIFY(completion.offersAt(QStringLiteral("tag:oi"), 6).offers.empty());
        QTRY_COMPARE(counted.size(), 1);
        QCOMPARE(completion.offersAt(QStringLiteral("tag:oi"), 6).offers.size(), std::size_t(1));
        // Who asks for something else meanwhile waits for nothing.
        QVERIFY(completion.offersAt(QStringLiteral("category:ni"), 11).offers.empty());
        completion.offersAt(QStringLiteral("host:zz"), 7);
        completion.offersAt(QStringLiteral("gue"), 3);
        catalog.clear();
        QTest::qWait(50);
        QCOMPARE(counted.size(), 1);
    }

    void aNewCatalogueIsAskedAnew() {
        const EpisodeFixture site;
        catalog::Catalog catalog;
        models::SearchCompletion completion(catalog);
        QVERIFY(completion.offersAt(QStringLiteral("tag:oi"), 6).offers.empty());
        site.openIn(catalog);
        QCOMPARE(completion.offersAt(QStringLiteral("tag:oi"), 6).offers.size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestSearchCompletion)
#include "tst_searchcompletion.moc"
