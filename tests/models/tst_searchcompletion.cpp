// SPDX-License-Identifier: MIT
#include "models/searchcompletion.h"
#include "support/episodefixture.h"

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
