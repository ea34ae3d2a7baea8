// SPDX-License-Identifier: MIT
#include "support/rulefixture.h"

class TestValueRules : public QObject {
    Q_OBJECT

private slots:
    void rules_data() {
        addRuleColumns();
        finds("value-node-address", "\"02aaaa", "\"04aaaa");
        leaves("value-node-address", "\"02aaaa", "\"03AAaa");
        leaves("value-node-address", "ben@example.org", "ben@example.net");
        finds("value-split-sum-not-100", "\"split\": 40", "\"split\": 41");
        leaves("value-split-sum-not-100", "\"split\": 40", "\"split\": 40.0");
        finds("value-timesplit-after-end", "\"duration\": 120", "\"duration\": 1801");
        leaves("value-timesplit-after-end", "\"duration\": 120", "\"duration\": 1800");
        finds("value-timesplit-no-itemGuid", "\"itemGuid\": \"i\"", "\"itemGuid\": null");
        leaves("value-timesplit-no-itemGuid", "\"itemGuid\": \"i\"", "\"itemGuid\": \"j\"");
        finds("value-custom-pair", "\"customValue\": \"9\"", "\"customValue\": null");
        finds("value-custom-pair", "\"customKey\": null", "\"customKey\": \"7\"");
        leaves("value-custom-pair", "\"customValue\": \"9\"", "\"customValue\": \"8\"");
        mends("transcript-http", "https://media.example.org/hh/12.vtt", "http://media.example.org/hh/12.vtt",
              "https://media.example.org/hh/12.vtt");
        leaves("transcript-http", "https://media.example.org/hh/12.vtt", "https://media.example.org/x.vtt");
        mends("transcript-type", "text/vtt", "text/webvtt", "text/vtt");
        leaves("transcript-type", "text/vtt", "text/html");
        mends("transcript-type-extension", "text/vtt", "text/html", "text/vtt");
        leaves("transcript-type-extension", "12.vtt", "12");
        offers("transcript-rel", "\"rel\": \"captions\"", "\"rel\": \"transcript\"", "\"rel\": null");
        leaves("transcript-rel", "\"rel\": \"captions\"", "\"rel\": null");
        offers("transcript-no-language", "\"language\": \"de\"", "\"language\": null",
               "\"language\": \"de\"");
        leaves("transcript-no-language", "\"language\": \"de\"", "\"language\": \"fr\"");

        const QByteArray share = "\"split\": 60\n      }";
        const QByteArray again = ",\n      {\n        \"name\": \"again\",\n        \"address\": \"02" +
                                 QByteArray(64, 'a') + "\",\n        \"split\": 10\n      }";
        mends("value-recipient-duplicate", share, "\"split\": 50\n      }" + again, share);
        leaves("value-recipient-duplicate", share, share + QByteArray(again).replace("aaaa\"", "aaab\""));
    }
    void rules() { checkRuleRow(); }

    void twoSharesOfOneAreMerged() {
        RuleFixture fixture;
        const QByteArray text = RuleFixture::episode().replace(
            "\"split\": 60\n      },", "\"split\": 50\n      },\n      {\n        "
                                       "\"name\": \"again\",\n        \"address\": \"02" +
                                           QByteArray(64, 'a') + "\",\n        \"split\": 10\n      },");
        const auto issues = fixture.check(text, QStringLiteral("value-recipient-duplicate"));
        QCOMPARE(issues.size(), std::size_t{1});
        QVERIFY(issues[0].fix.has_value());
        const auto fixed = format::applyEdits(text.toStdString(), issues[0].fix->edit.changes);
        QCOMPARE(QByteArray::fromStdString(fixed.valueOr({})), RuleFixture::episode());
        QVERIFY(fixture.check(RuleFixture::episode(), QStringLiteral("value-recipient-duplicate")).empty());
    }
};

QTEST_GUILESS_MAIN(TestValueRules)
#include "tst_rules_value.moc"
