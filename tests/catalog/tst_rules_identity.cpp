// SPDX-License-Identifier: MIT
#include "support/rulefixture.h"

class TestIdentityRules : public QObject {
    Q_OBJECT

private slots:
    void rules_data() {
        addRuleColumns();
        mends("episode-padded-mismatch", "\"0012\",\n  \"episode_guid", "\"012\",\n  \"episode_guid",
              "\"0012\",\n  \"episode_guid");
        leaves("guid-nil", "6f0c2f5e", "00000000");
        finds("guid-not-canonical", "6f0c2f5e", "6F0C2F5E");
        finds("episode-number-duplicate", "\"episode\": 12", "\"episode\": 13");
        leaves("episode-number-duplicate", "\"episode\": 12", "\"episode\": 31");
        finds("slug-duplicate", "\"slug\": \"12\"", "\"slug\": \"13\"");
        finds("guid-duplicate", "5c0012", "5C0013");
        leaves("guid-duplicate", "6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0012",
               "00000000-0000-0000-0000-000000000000");
        finds("episode-number-gap", "\"episode\": 12", "\"episode\": 33");
        leaves("episode-number-gap", "\"episode\": 12", "\"episode\": 31");
        leaves("episode-number-gap", "\"episode\": 12", "\"episode\": \"special\"");

        const char* folder = "\"show_slug\": \"harbour-hour\"";
        mends("show-slug-folder-mismatch", folder, "\"show_slug\": \"harbor-hour\"", folder);
        leaves("show-slug-folder-mismatch", folder, "\"show_slug\":  \"harbour-hour\"");
        const char* name = "\"show_name\": \"Harbour Hour\"";
        mends("show-name-mismatch", name, "\"show_name\": \"harbour hour\"", name);
        const QByteArray names = RuleFixture::piece(name, "    \"Harbour Hour\"");
        mends("show-name-mismatch", names, QByteArray(names).replace("Harbour Hour", "Harbour hour"), names);
        leaves("show-name-mismatch", QByteArray(folder) + ",\n  " + name,
               "\"show_slug\": \"pier\",\n  \"show_name\": \"Pier\"");
        finds("episode-not-number", "\"episode\": 12", "\"episode\": \"special\"");
        leaves("episode-not-number", "\"episode\": 12", "\"episode\": 13");
        leaves("episode-padded-mismatch", "12,\n  \"episode_padded\": \"0012\"",
               "\"special\",\n  \"episode_padded\": \"special\"");
        finds("filename-mismatch", "\"episode_padded\": \"0012\"", "\"episode_padded\": \"0013\"");
        leaves("filename-mismatch", "\"episode\": 12", "\"episode\": 13");
        mends("slug-mismatch", "\"slug\": \"12\"", "\"slug\": \"012\"", "\"slug\": \"12\"");
        const QByteArray numbers = RuleFixture::piece("\"episode\": 12", "\"slug\": \"12\"");
        leaves("slug-mismatch", numbers,
               QByteArray(numbers).replace(": 12", ": \"special\"").replace("\"12\"", "\"special\""));
        leaves("slug-duplicate", "\"slug\": \"12\"", "\"slug\": \"31\"");
        const char* guid = "6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0012";
        finds("guid-invalid", guid, "6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c001g");
        leaves("guid-invalid", guid, "6F0C2F5E-3F7A-4C55-9A51-0B6F5D5C0012");
        finds("guid-nil", guid, "00000000-0000-0000-0000-000000000000");
        leaves("guid-not-canonical", guid, "60000000-3f7a-4c55-9a51-0b6f5d5c0012");
    }
    void rules() { checkRuleRow(); }

    void aGapIsToldBehindIt() {
        RuleFixture fixture;
        fixture.set(13, RuleFixture::episode(13).replace("\"episode\": 13", "\"episode\": \"extra\""));
        const auto issues = fixture.check(RuleFixture::episode(14), 14);
        QCOMPARE(issues.size(), std::size_t{1});
        QCOMPARE(issues[0].rule, QStringLiteral("episode-number-gap"));
        QVERIFY(issues[0].message.contains(QLatin1String("13")));
    }
    void aSoundEpisodeHasNoIssue() {
        RuleFixture fixture;
        QStringList found;
        for (const auto& issue : fixture.check(RuleFixture::episode()))
            found += issue.rule;
        QCOMPARE(found, QStringList());
    }
    void noFixChangesAGuid() {
        RuleFixture fixture;
        for (const char* guid :
             {"X", "", "6F0C2F5E-3F7A-4C55-9A51-0B6F5D5C0012", "00000000-0000-0000-0000-000000000000"})
            for (const auto& issue :
                 fixture.check(RuleFixture::episode().replace("6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0012", guid)))
                QVERIFY2(!issue.fix, qPrintable(issue.rule));
    }
};

QTEST_GUILESS_MAIN(TestIdentityRules)
#include "tst_rules_identity.moc"
