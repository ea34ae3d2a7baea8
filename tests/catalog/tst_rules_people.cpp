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

        leaves("header-image-not-show-default", "\"show_slug\": \"harbour-hour\"", "\"show_slug\": \"pier\"");
        const char* category = "[\n    \"Harbour Hour\"\n  ]";
        mends("categories-first-not-show", category, "[\n    \"Sea\"\n  ]",
              "[\n    \"Harbour Hour\",\n    \"Sea\"\n  ]");
        leaves("categories-first-not-show", category, "[\n    \"Harbour Hour\",\n    \"Sea\"\n  ]");
        const char* hosts = "[\n    \"ada\"\n  ],\n  \"guests\"";
        finds("hosts-empty", hosts, "[],\n  \"guests\"");
        leaves("hosts-empty", hosts, "[\n    \"ben\"\n  ],\n  \"guests\"");
        finds("host-unknown", "\"ada\"", "\"eve\"");
        leaves("host-unknown", "\"ada\"", "\"ben\"");
        const char* guests = "\"guests\": []";
        finds("guest-unknown", guests, "\"guests\": [\n    \"eve\"\n  ]");
        leaves("guest-unknown", guests, "\"guests\": [\n    \"ben\"\n  ]");
        mends("guest-also-host", guests, "\"guests\": [\n    \"ada\"\n  ]", guests);
        leaves("guest-also-host", guests, "\"guests\": [\n    \"ben\"\n  ]");
        finds("sponsor-unknown", "rope.example-hh", "tape.example-hh");
        leaves("sponsor-unknown", "rope.example-hh", "tar.example-hh");
        leaves("sponsors-duplicate", "\"rope.example-hh\"\n",
               "\"rope.example-hh\",\n    \"tar.example-hh\"\n");
        finds("sponsor-other-show", "rope.example-hh", "rope.example-lt");
        mends("hosts-duplicate", hosts, "[\n    \"ada\",\n    \"ada\"\n  ],\n  \"guests\"", hosts);
        leaves("hosts-duplicate", hosts, "[\n    \"ada\",\n    \"ben\"\n  ],\n  \"guests\"");
        mends("guests-duplicate", guests, "\"guests\": [\n    \"ben\",\n    \"ben\"\n  ]",
              "\"guests\": [\n    \"ben\"\n  ]");
        leaves("guests-duplicate", guests, "\"guests\": [\n    \"ben\",\n    \"Ben\"\n  ]");
        leaves("tags-duplicate", "\"pier\",\n", "\"pier\",\n    \"piers\",\n");
        leaves("tag-backslash", "\"pier\"", "\"p\\u0069er\"");
        leaves("tag-double-space", "\"pier\"", "\"old pier\"");
        leaves("tags-empty", "[\n    \"pier\",\n    \"ships\",\n    \"tide\"\n  ]", "[\n    \"pier\"\n  ]");
    }
    void rules() { checkRuleRow(); }

    void aSponsorOfAnotherShowIsKnownByItsEnding() {
        RuleFixture fixture;
        const auto text = RuleFixture::episode().replace("rope.example-hh", "rope.example-lt");
        const auto issues = fixture.check(text, QStringLiteral("sponsor-other-show"));
        QCOMPARE(issues.size(), std::size_t{1});
        QVERIFY(issues[0].message.contains(QLatin1String("light-tower")));
        QVERIFY(!issues[0].fix);
    }
};

QTEST_GUILESS_MAIN(TestPeopleRules)
#include "tst_rules_people.moc"
