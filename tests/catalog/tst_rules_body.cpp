// SPDX-License-Identifier: MIT
#include "support/rulefixture.h"

class TestBodyRules : public QObject {
    Q_OBJECT

private slots:
    void rules_data() {
        addRuleColumns();
        const char* words = "Up and down.";
        finds("body-control-char", words, "Up\x02 and\x7f");
        finds("body-control-char", words, "Up \xC2\x94");
        leaves("body-control-char", words, "Up\tand\u00a9");
        mends("body-invisible-char", words, "Up\u200b and\u00ad down.", "Up and down.");
        leaves("body-invisible-char", words,
               "Up \u05d0\u200e and \U0001F468\u200D\U0001F469"); // Hebrew; a joined emoji
        mends("body-invisible-char", words, "Up\u200e and down.", "Up and down.");
        offers("body-nbsp", words, "Up\u00a0and down.", words);
        leaves("body-nbsp", words, "Up\u2009and down.");
        mends("line-trailing-whitespace", words, "Up and down. ", words);
        finds("line-trailing-whitespace", words, "Up and down.  ");
        leaves("line-trailing-whitespace", words, "Up  and down.");

        const QByteArray notes = RuleFixture::piece("### Episode Links", words);
        finds("body-empty", notes, " ");
        leaves("body-empty", notes, "Ships.");
    }
    void rules() { checkRuleRow(); }

    void anEmptyBodyIsTold() {
        RuleFixture fixture;
        QByteArray text = RuleFixture::episode();
        text.truncate(text.indexOf("### Episode Links"));
        QCOMPARE(fixture.check(text, QStringLiteral("body-empty")).size(), std::size_t{1});
        QVERIFY(fixture.check(RuleFixture::episode(), QStringLiteral("body-empty")).empty());
    }
};

QTEST_GUILESS_MAIN(TestBodyRules)
#include "tst_rules_body.moc"
