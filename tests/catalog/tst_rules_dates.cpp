// SPDX-License-Identifier: MIT
#include "support/rulefixture.h"

class TestDateRules : public QObject {
    Q_OBJECT

private slots:
    void rules_data() {
        addRuleColumns();
        const char* date = "2023-06-21T18:00:00+02:00"; // the fixture's show keeps Berlin's time
        offers("date-only", date, "2023-06-22", "2023-06-22T00:00:00+02:00");
        offers("date-only", date, "2023-06-21", "2023-06-21T00:00:00+02:00");
        offers("date-no-offset", date, "2023-06-21T17:00:00", "2023-06-21T17:00:00+02:00");
        offers("date-offset-not-los-angeles", date, "2023-06-21T16:00:00+00:00", "2023-06-21T18:00:00+02:00");
        offers("date-offset-not-los-angeles", date, "2023-06-21T17:00:00+01:00", "2023-06-21T18:00:00+02:00");
        leaves("date-offset-not-los-angeles", date, "2023-06-22T18:00:00+02:00");
        leaves("date-offset-not-los-angeles", date, "2023-06-22");
        finds("date-order-vs-number", date, "2023-01-21T18:00:00+01:00");
        leaves("date-order-vs-number", date, "2023-06-20T18:00:00+02:00");

        finds("date-invalid", date, "2023/06/21");
        leaves("date-invalid", date, "2023-06-21");
        leaves("date-only", date, "2023-06-21T00:00:00+02:00");
        leaves("date-no-offset", date, "2023-06-21T16:00:00Z");
        finds("date-in-future", date, "2999-06-21T18:00:00+02:00");
        leaves("date-in-future", date, "2023-06-22T18:00:00+02:00");
    }
    void rules() { checkRuleRow(); }

    void theZoneIsNamedInWords() {
        RuleFixture fixture;
        const auto issues = fixture.check(
            RuleFixture::episode().replace("2023-06-21T18:00:00+02:00", "2023-06-21T16:00:00+00:00"),
            QStringLiteral("date-offset-not-los-angeles"));
        QCOMPARE(issues.size(), std::size_t{1});
        QVERIFY2(issues[0].message.contains(QLatin1String("Europe")), qPrintable(issues[0].message));
        QVERIFY(!issues[0].message.contains(QLatin1String("Angeles")));
    }
};

QTEST_GUILESS_MAIN(TestDateRules)
#include "tst_rules_dates.moc"
