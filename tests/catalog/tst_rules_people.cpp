// SPDX-License-Identifier: MIT
#include "support/rulefixture.h"

class TestPeopleRules : public QObject {
    Q_OBJECT

private slots:
    void rules_data() {
        addRuleColumns();
        finds("header-image-missing", "/images/shows/harbour-hour.png", "/images/none.png");
        leaves("header-image-missing", "/images/shows/harbour-hour.png", "https://other.example.org/x.png");
        finds("header-image-not-show-default", "/images/shows/harbour-hour.png", "/images/storm.png");
        leaves("header-image-missing", "/images/shows/harbour-hour.png", "/images/storm.png");
        mends("sponsors-duplicate", "\"rope.example-hh\"\n",
              "\"rope.example-hh\",\n    \"rope.example-hh\"\n", "\"rope.example-hh\"\n");
        leaves("sponsor-other-show", "rope.example-hh", "rope.example-xy");
        mends("tags-duplicate", "\"pier\",\n", "\"pier\",\n    \"pier\",\n", "\"pier\",\n");
        mends("tag-backslash", "\"pier\"", "\"pi\\\\er\"", "\"pier\"");
        mends("tag-double-space", "\"pier\"", "\"old  pier\"", "\"old pier\"");
        mends("tag-nbsp", "\"pier\"", "\"old\u00a0pier\"", "\"old pier\"");
        leaves("tag-nbsp", "\"pier\"", "\"old pier\"");
        finds("tag-url-special", "\"pier\"", "\"c#\"");
        leaves("tag-url-special", "\"pier\"", "\"c++ & co.\"");
        finds("tags-empty", "[\n    \"pier\",\n    \"ships\",\n    \"tide\"\n  ]", "[]");
        mends("tags-unsorted", "\"ships\",\n    \"tide\"", "\"tide\",\n    \"ships\"",
              "\"ships\",\n    \"tide\"");
        leaves("tags-unsorted", "\"tide\"", "\"tides\"");
    }
    void rules() { checkRuleRow(); }

    void aSponsorOfAnotherShowIsKnownByItsEnding() {
        RuleFixture fixture;
        for (int number = 101; number <= 125; ++number)
            fixture.set(number, RuleFixture::episode(number).replace("-hh\"", "-lt\""),
                        QStringLiteral("/site/content/show/light-tower/%1.md").arg(number));
        const auto text = RuleFixture::episode().replace("rope.example-hh", "rope.example-lt");
        const auto issues = fixture.check(text, QStringLiteral("sponsor-other-show"));
        QCOMPARE(issues.size(), std::size_t{1});
        QVERIFY(issues[0].message.contains(QLatin1String("light-tower")));
        QVERIFY(!issues[0].fix);
    }
};

QTEST_GUILESS_MAIN(TestPeopleRules)
#include "tst_rules_people.moc"
