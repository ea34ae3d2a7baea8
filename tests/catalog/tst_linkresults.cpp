// SPDX-License-Identifier: MIT
#include "catalog/linkresults.h"
#include "catalog/showlinks.h"
#include "catalog/validator.h"
#include "support/episodefixture.h"

#include <QSignalSpy>
#include <QTest>

using catalog::LinkOutcome;

class TestLinkResults : public QObject {
    Q_OBJECT

    static catalog::LinkFinding finding(LinkOutcome outcome, const QString& movedTo = {}) {
        return {outcome, movedTo, QStringLiteral("As the server says."),
                QDateTime(QDate(2026, 3, 1), QTime(9, 30), Qt::UTC)};
    }
    static QByteArray entry(const QByteArray& outcome, const QByteArray& when) {
        return "{\"https://a.example/\": {\"outcome\": " + outcome + ", \"when\": \"" + when + "\"}}";
    }
    static QStringList rulesOf(const catalog::Validator& validator, catalog::EpisodeId id) {
        QStringList rules;
        for (const catalog::Issue& issue : validator.issuesOf(id))
            if (issue.rule.startsWith(QLatin1String("link-")))
                rules += issue.rule;
        return rules;
    }

private slots:
    void areKeptWithTheirDate() {
        const EpisodeFixture site;
        const QString file = site.absolute(QStringLiteral("kept/results.json"));
        const QString moved = QStringLiteral("https://new.example.org/");
        catalog::LinkResults results;
        results.open(file);
        results.take(QStringLiteral("https://a.example/x#part"), finding(LinkOutcome::Moved, moved));
        QCOMPARE(results.save(), QString());

        catalog::LinkResults again;
        again.open(file);
        QCOMPARE(again.count(), 1);
        const auto* found = again.find(QStringLiteral("https://a.example/x#other part"));
        QVERIFY(found);
        QCOMPARE(found->outcome, LinkOutcome::Moved);
        QCOMPARE(found->movedTo, moved);
        QCOMPARE(found->message, QStringLiteral("As the server says."));
        QCOMPARE(found->when, QDateTime(QDate(2026, 3, 1), QTime(9, 30), Qt::UTC));
        QVERIFY(!again.find(QStringLiteral("https://a.example/y")));
    }

    void aBrokenFileIsAnEmptyOne_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("cut") << QByteArray("{\"https://a.example/\": {\"outc");
        QTest::newRow("array") << QByteArray("[1, 2]");
        QTest::newRow("no such outcome") << entry("77", "2026-03-01T00:00:00Z");
        QTest::newRow("no date") << entry("1", "soon");
    }
    void aBrokenFileIsAnEmptyOne() {
        QFETCH(QByteArray, bytes);
        const EpisodeFixture site;
        site.write(QStringLiteral("results.json"), bytes);
        catalog::LinkResults results;
        results.open(site.absolute(QStringLiteral("results.json")));
        QCOMPARE(results.count(), 0);
    }

    void aFileThatCannotBeWrittenIsSaid() {
        const EpisodeFixture site;
        site.write(QStringLiteral("file"), "x");
        catalog::LinkResults results;
        results.open(site.absolute(QStringLiteral("file/results.json")));
        results.take(QStringLiteral("https://a.example/"), finding(LinkOutcome::Ok));
        QVERIFY(!results.save().isEmpty());
    }

    void becomeIssuesWhenACheckIsOver_data() {
        QTest::addColumn<LinkOutcome>("outcome");
        QTest::addColumn<QString>("rule");
        QTest::newRow("ok") << LinkOutcome::Ok << QString();
        QTest::newRow("moved") << LinkOutcome::Moved << QStringLiteral("link-moved");
        QTest::newRow("gone") << LinkOutcome::Gone << QStringLiteral("link-gone");
        QTest::newRow("refused") << LinkOutcome::Refused << QStringLiteral("link-refused");
        QTest::newRow("timed out") << LinkOutcome::TimedOut << QStringLiteral("link-unanswered");
        QTest::newRow("failed") << LinkOutcome::Failed << QStringLiteral("link-unanswered");
        QTest::newRow("skipped") << LinkOutcome::Skipped << QString();
    }
    void becomeIssuesWhenACheckIsOver() {
        QFETCH(LinkOutcome, outcome);
        QFETCH(QString, rule);
        const EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        catalog::Validator validator(catalog);
        catalog::LinkResults results;
        validator.setLinkResults(results);
        validator.finish();
        QCOMPARE(rulesOf(validator, {0}), QStringList());
        results.take(QStringLiteral("https://oil.example.org/"), finding(outcome));
        results.save();
        validator.finish();
        QCOMPARE(rulesOf(validator, {0}), rule.isEmpty() ? QStringList() : QStringList{rule});
    }

    void aMovedAddressIsReplacedAndNothingElse() {
        const EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        catalog::Validator validator(catalog);
        catalog::LinkResults results;
        validator.setLinkResults(results);
        results.take(QStringLiteral("https://oil.example.org/"),
                     finding(LinkOutcome::Moved, QStringLiteral("https://new.example.org/a (b)")));
        results.save();
        validator.finish();
        const auto& issues = validator.issuesOf({0});
        const auto moved = std::find_if(issues.begin(), issues.end(), [](const catalog::Issue& issue) {
            return issue.rule == QLatin1String("link-moved");
        });
        QVERIFY(moved != issues.end() && moved->fix);
        QVERIFY(moved->message.contains(QStringLiteral("As the server says.")));
        std::string expected = catalog.episode({0}).text();
        const std::string old = "(https://oil.example.org/)";
        expected.replace(expected.find(old), old.size(), "(https://new.example.org/a%20(b))");
        QVERIFY(catalog.apply(moved->fix->edit));
        QCOMPARE(catalog.episode({0}).text(), expected);
        validator.finish();
        QCOMPARE(rulesOf(validator, {0}), QStringList());
    }

    void commonLinksAreThoseOfTheLastEpisodes() {
        EpisodeFixture site;
        site.write(EpisodeFixture::path(3),
                   EpisodeFixture::episode(3).replace("[Oil](https://oil.example.org/)", "Nothing yet"));
        catalog::Catalog catalog;
        site.openIn(catalog);
        const auto id = catalog.idOfPath(site.absolute(EpisodeFixture::path(3)));
        const auto common = catalog::commonLinks(catalog, id);
        QCOMPARE(common.size(), std::size_t(1));
        QCOMPARE(common[0].parts.url, std::string("https://oil.example.org/"));
        QCOMPARE(common[0].uses, 2);
        QCOMPARE(catalog::usualLinks(catalog, id).size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestLinkResults)
#include "tst_linkresults.moc"
