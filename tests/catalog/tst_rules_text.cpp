// SPDX-License-Identifier: MIT
#include "support/rulefixture.h"

class TestTextRules : public QObject {
    Q_OBJECT

private slots:
    void rules_data() {
        addRuleColumns();
        const char* title = "\"Ships, part 12\",\n  \"desc";
        finds("title-empty", title, "\"  \",\n  \"desc");
        mends("title-outer-whitespace", title, "\"Ships \",\n  \"desc", "\"Ships\",\n  \"desc");
        mends("title-double-space", title, "\"Two  ships\",\n  \"desc", "\"Two ships\",\n  \"desc");
        mends("title-html-entity", title, "\"Ships &amp; crew\",\n  \"desc", "\"Ships & crew\",\n  \"desc");
        leaves("title-html-entity", title, "\"Ships & crew; R&D\",\n  \"desc");
        mends("title-number-prefix", title, "\"12: Ships\",\n  \"desc", "\"Ships\",\n  \"desc");
        mends("title-number-prefix", title, "\"Episode 012: Ships\",\n  \"desc", "\"Ships\",\n  \"desc");
        leaves("title-number-prefix", title, "\"13: Ships\",\n  \"desc");
        leaves("title-number-prefix", title, "\"12 angry ships\",\n  \"desc");
        mends("title-show-suffix", title, "\"Ships | Harbour Hour 12\",\n  \"desc", "\"Ships\",\n  \"desc");
        mends("title-show-suffix", title, "\"Ships | harbour hour\",\n  \"desc", "\"Ships\",\n  \"desc");
        leaves("title-show-suffix", title, "\"Ships | Harbour Hour revisited\",\n  \"desc");
        leaves("title-show-suffix", title, "\"Harbour Hour 12\",\n  \"desc");
        finds("title-generic", title, "\"Harbour Hour 12\",\n  \"desc");
        leaves("title-generic", title, "\"Harbour Hour 11\",\n  \"desc");
        finds("title-duplicate-in-show", title, "\"Ships, part 13\",\n  \"desc");
        leaves("title-duplicate-in-show", title, "\"Ships, part 31\",\n  \"desc");
        mends("description-outer-whitespace", "We look at ships.", "We look. ", "We look.");
        leaves("description-outer-whitespace", "We look at ships.", "We\\nlook.");
        mends("description-double-space", "We look at ships.", "We look.  At ships.", "We look. At ships.");
        leaves("description-double-space", "We look at ships.", "We \\n look.");
        mends("description-carriage-return", "We look at ships.", "We\\r\\nlook.", "We\\nlook.");
        leaves("description-carriage-return", "We look at ships.", "We\\nlook.");
        finds("description-multiline", "We look at ships.", "We\\nlook.");
        leaves("description-multiline", "We look at ships.", "We look.");

        leaves("title-empty", title, "\".\",\n  \"desc");
        leaves("title-outer-whitespace", title, "\"Two  ships\",\n  \"desc");
        leaves("title-double-space", title, "\"  Ships\",\n  \"desc");
        finds("description-empty", "We look at ships.", " ");
        leaves("description-empty", "We look at ships.", ".");
        finds("description-long", "We look at ships.", QByteArray(4001, 'a'));
        leaves("description-long", "We look at ships.", QByteArray(4000, 'a'));
    }
    void rules() { checkRuleRow(); }
};

QTEST_GUILESS_MAIN(TestTextRules)
#include "tst_rules_text.moc"
