// SPDX-License-Identifier: MIT
#include "support/rulefixture.h"

class TestLinkRules : public QObject {
    Q_OBJECT

private slots:
    void rules_data() {
        addRuleColumns();
        const char* link = "[The pier](https://pier.example.org/ \"The pier\")";
        mends("link-title-unescaped-quote", link,
              "[The pier](https://pier.example.org/ \"The \"old\" pier\")",
              "[The pier](https://pier.example.org/ 'The \"old\" pier')");
        mends("link-title-unescaped-quote", link, "[The pier](https://pier.example.org/ \"It's \"old\"\")",
              "[The pier](https://pier.example.org/ (It's \"old\"))");
        mends("link-title-unescaped-quote", link, "[The pier](https://pier.example.org/ \"(It's) \"old\"\")",
              "[The pier](https://pier.example.org/)");
        leaves("link-title-unescaped-quote", link,
               "[The pier](https://pier.example.org/ \"The \\\"old\\\" pier\")");
        offers("link-broken-syntax", link, "[The ]pier](https://pier.example.org/)",
               "[The \\]pier](https://pier.example.org/)");
        offers("link-broken-syntax", link, "[The pier](https://pier.example.org/ \"The\n\npier\")",
               "[The pier](https://pier.example.org/ \"The pier\")");
        offers("link-broken-syntax", link, "[The pier\\](https://pier.example.org/)",
               "[The pier\\\\](https://pier.example.org/)");
        finds("link-broken-syntax",
              "[The pier](https://pier.example.org/ \"The pier\") \xE2\x80\x94 Open at night.",
              "[The pier](https://pier.example.org/ \"The pier");
        leaves("link-broken-syntax", link, "[The [old] pier](https://pier.example.org/)");
        // A backslash in the title would show in the tooltip.
        mends("link-unbalanced-backtick", link, "[The `pier](https://pier.example.org/ \"The `pier\")",
              "[The \\`pier](https://pier.example.org/ \"The `pier\")");
        leaves("link-unbalanced-backtick", link, "[The `pier`](https://pier.example.org/)");
    }
    void rules() { checkRuleRow(); }

    void addresses_data() {
        addRuleColumns();
        const char* link = "[The pier](https://pier.example.org/ \"The pier\")";
        finds("link-url-empty", link, "[The pier]()");
        finds("link-url-unsafe-scheme", link, "[The pier](JavaScript:alert)");
        leaves("link-url-unsafe-scheme", link, "[The pier](mailto:pier@example.org)");
        offers("link-url-no-scheme", link, "[The pier](pier.example.org/x)",
               "[The pier](https://pier.example.org/x)");
        finds("link-url-no-scheme", link, "[The pier](pier)");
        leaves("link-url-no-scheme", link, "[The pier](/pier)");
        leaves("link-url-no-scheme", link, "[The pier](mailto:pier@example.org)");
        mends("link-url-stray-quote", link, "[The pier](https://pier.example.org/\\\\%22)",
              "[The pier](https://pier.example.org/)");
        leaves("link-url-stray-quote", link, "[The pier](https://pier.example.org/?q=%22pier%22)");
        offers("link-url-mirror-artifact", link, "[The pier](https://pier.example.org/a/index.html)",
               "[The pier](https://pier.example.org/a/)");
        finds("link-url-mirror-artifact", link, "[The pier](https://pier.example.org/a/index0f3a.html)");
        leaves("link-url-mirror-artifact", link, "[The pier](https://pier.example.org/a/index.htm)");
        offers("link-url-http", link, "[The pier](http://pier.example.org/)",
               "[The pier](https://pier.example.org/)");
        leaves("link-url-http", link, "[The pier](https://pier.example.org/?u=http://x)");
        offers("link-url-tracking", link, "[The pier](https://pier.example.org/?utm_source=a&id=1)",
               "[The pier](https://pier.example.org/?id=1)");
        offers("link-url-tracking", link, "[The pier](https://pier.example.org/?id=1&fbclid=x#top)",
               "[The pier](https://pier.example.org/?id=1#top)");
        leaves("link-url-tracking", link, "[The pier](https://pier.example.org/?id=1&reference=2)");
        finds("link-url-duplicate", link, "[The pier](https://tides.example.org/)");
        leaves("link-url-duplicate", link, "[The pier](https://tides.example.org/2)");
        finds("link-bare-url", "[Ropes](https://ropes.example.org/)", "<https://ropes.example.org/>");
        finds("link-bare-url", "[Ropes](https://ropes.example.org/)", "https://ropes.example.org/");
        leaves("link-bare-url", "[Ropes](https://ropes.example.org/)", "Ropes: https://ropes.example.org/");

        leaves("link-url-empty", link, "[The pier](#)");
        finds("link-gone", link, "[The pier](https://gone.example.org/)");
        leaves("link-gone", link, "[The pier](https://moved.example.org/)");
        offers("link-moved", link, "[The pier](https://moved.example.org/)",
               "[The pier](https://new.example.org/)");
        leaves("link-moved", link, "[The pier](https://new.example.org/)");
        finds("link-unanswered", link, "[The pier](https://slow.example.org/)");
        leaves("link-unanswered", link, "[The pier](https://shut.example.org/)");
        finds("link-refused", link, "[The pier](https://shut.example.org/)");
        leaves("link-refused", link, "[The pier](https://gone.example.org/)");
    }
    void addresses() { checkRuleRow(); }

    void texts_data() {
        addRuleColumns();
        const char* link = "[The pier](https://pier.example.org/ \"The pier\")";
        mends("link-text-raw-html", link, "[By <ada>](https://pier.example.org/)",
              "[By \\<ada>](https://pier.example.org/)");
        leaves("link-text-raw-html", link, "[1 < 2 > 0](https://pier.example.org/)");
        leaves("link-text-raw-html", link, "[By \\<ada>](https://pier.example.org/)");
        mends("link-text-empty", link, "[](https://pier.example.org/)",
              "[pier.example.org](https://pier.example.org/)");
        leaves("link-text-empty", link, "[.](https://pier.example.org/)");
        mends("link-text-outer-whitespace", link, "[ The pier ](https://pier.example.org/)",
              "[The pier](https://pier.example.org/)");
        leaves("link-text-outer-whitespace", link, "[The  pier](https://pier.example.org/)");
        mends("link-title-html-entity", link, "[P](https://pier.example.org/ \"It&#x27;s &amp; was\")",
              "[P](https://pier.example.org/ \"It's & was\")");
        mends("link-title-html-entity", link, "[P](https://pier.example.org/ \"Say &quot;ahoy&quot;\")",
              "[P](https://pier.example.org/ 'Say \"ahoy\"')");
        leaves("link-title-html-entity", link, "[P](https://pier.example.org/ \"R&D; more\")");
        mends("link-text-html-entity", link, "[P &amp; Q](https://pier.example.org/)",
              "[P & Q](https://pier.example.org/)");
        leaves("link-text-html-entity", link, "[P & Q](https://pier.example.org/)");
        mends("link-description-html-entity", "Open at night.", "Open &amp; free.", "Open & free.");
        leaves("link-description-html-entity", "Open at night.", "Open & free;");
        mends("link-title-backslash-escape", link, "[P](https://pier.example.org/ \"The pier \\(old\\)\")",
              "[P](https://pier.example.org/ \"The pier (old)\")");
        leaves("link-title-backslash-escape", link, "[P](https://pier.example.org/ \"A \\ B\")");
        offers("link-title-newline", link, "[P](https://pier.example.org/ \"The\npier\")",
               "[P](https://pier.example.org/ \"The pier\")");
        offers("link-title-newline", link, "[P](https://pier.example.org/ \"The pier\n\")",
               "[P](https://pier.example.org/ \"The pier\")");

        leaves("link-title-newline", link,
               "[P](https://pier.example.org/)\n    [Q](https://pier.example.org/q)");
        mends("link-description-trailing-whitespace", "Open at night.", "Open at night. ", "Open at night.");
        leaves("link-description-trailing-whitespace", "Open at night.", "Open  at night.");
        offers("link-separator-nonstandard", ") \u2014 Up", ") - Up", ") \u2014 Up");
        leaves("link-separator-nonstandard", ") \u2014 Up", ") is up");
    }
    void texts() { checkRuleRow(); }
};

QTEST_GUILESS_MAIN(TestLinkRules)
#include "tst_rules_links.moc"
