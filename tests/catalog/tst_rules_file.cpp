// SPDX-License-Identifier: MIT
#include "support/rulefixture.h"

class TestFileRules : public QObject {
    Q_OBJECT

private slots:
    void rules_data() {
        addRuleColumns();
        offers("json-duplicate-key", "  \"draft\"", "  \"title\": \"x\",\n  \"draft\"", "  \"draft\"");
        mends("key-missing", "  \"podcast_ogg_file\": null,\n", "", "  \"podcast_ogg_file\": null,\n");
        leaves("key-missing", "\"podcast_ogg_file\": null", "\"podcast_ogg_file\": \"\"");
        finds("key-unknown", "{\n", "{\n  \"colour\": 1,\n");
        offers("key-order", "  \"type\": \"episode\",\n  \"draft\": false,\n",
               "  \"draft\": false,\n  \"type\": \"episode\",\n",
               "  \"type\": \"episode\",\n  \"draft\": false,\n");
        leaves("key-order", "{\n", "{\n  \"colour\": 1,\n");
        offers("json-mixed-escaping", "We look at ships.", "Caf\u00e9 and th\\u00e9",
               "Caf\u00e9 and th\u00e9");
        leaves("json-mixed-escaping", "We look at ships.", "Caf\u00e9 and\\u000a a line");
        leaves("json-mixed-escaping", "We look at ships.", "Caf\\u00e9");
        leaves("json-mixed-escaping", "We look at ships.", "Caf\u00e9 and a path\\\\u00e9");
    }
    void rules() { checkRuleRow(); }
};

QTEST_GUILESS_MAIN(TestFileRules)
#include "tst_rules_file.moc"
