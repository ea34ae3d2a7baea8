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

        leaves("json-duplicate-key", "  \"draft\"", "  \"drafts\": true,\n  \"draft\"");
        finds("json-similar-keys", "  \"draft\"", "  \"Draft\": true,\n  \"draft\"");
        leaves("json-similar-keys", "  \"draft\"", "  \"drafts\": true,\n  \"draft\"");
        finds("json-lone-surrogate", "We look", "We \\ud83d look");
        leaves("json-lone-surrogate", "We look", "We \\ud83d\\ude80 look");
        finds("json-unusual-number", "\"split\": 40", "\"split\": 40.50");
        finds("json-unusual-number", "\"split\": 40", "\"split\": 90071992547409931");
        leaves("json-unusual-number", "\"split\": 40", "\"split\": 40.5");
        finds("json-control-char", "We look", "We\\u0007 look");
        finds("json-control-char", "We look", "We \u202elook");
        leaves("json-control-char", "We look", "We\\tlook\\n");
        finds("body-nul", "Up and down.", QByteArray("Up \0 down.", 10));
        leaves("body-nul", "Up and down.", "Up \x01 down.");
        mends("json-empty-array-multiline", "\"guests\": []", "\"guests\": [\n  ]", "\"guests\": []");
        leaves("json-empty-array-multiline", "\"guests\": []", "\"guests\": [ ]");
        mends("file-bom", "{\n  \"type\"", "\xEF\xBB\xBF{\n  \"type\"", "{\n  \"type\"");
        leaves("file-bom", "We look", "\xEF\xBB\xBFWe look");
        mends("file-crlf", "\"draft\": false,\n", "\"draft\": false,\r\n", "\"draft\": false,\n");
        leaves("file-crlf", "We look", "We\\r\\nlook");
        mends("file-no-final-newline", "Up and down.\n\n\n", "Up and down.", "Up and down.\n");
        leaves("file-no-final-newline", "Up and down.\n\n\n", "Up and down.\n");
        leaves("key-unknown", "\"version\": \"1.2.0\"", "\"colour\": 1,\n    \"version\": \"1.2.0\"");
    }
    void rules() { checkRuleRow(); }
};

QTEST_GUILESS_MAIN(TestFileRules)
#include "tst_rules_file.moc"
