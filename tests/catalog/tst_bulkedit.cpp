// SPDX-License-Identifier: MIT
#include "catalog/bulk/bulkedit.h"

#include "support/episodefixture.h"

#include <QTest>

using catalog::BulkAction;
using catalog::BulkEdit;
using catalog::EpisodeId;
using format::JsonValue;

Q_DECLARE_METATYPE(BulkEdit)

class TestBulkEdit : public QObject {
    Q_OBJECT

    /// An episode that holds these members beside the usual ones' beginning.
    static QByteArray file(const QByteArray& members) {
        return "{\n  \"type\": \"episode\",\n  \"show_slug\": \"night-desk\",\n" + members +
               "\n}\n\n  * [Oil](https://oil.example.org/)\n";
    }
    static catalog::Proposal propose(const catalog::Catalog& all, const BulkEdit& edit,
                                     std::vector<EpisodeId> ids = {}) {
        for (int i = 0; ids.empty() && i < all.size(); ++i)
            ids.push_back({i});
        return catalog::proposalFor(all, ids, catalog::bulkMaker(all, ids, edit));
    }
    static void apply(catalog::Catalog& all, const catalog::Proposal& proposal) {
        for (const catalog::Edit& edit : catalog::gathered(proposal).edits)
            QVERIFY(all.apply(edit));
    }
    static BulkEdit set(const char* field, const char* text) { return {BulkAction::Set, field, {}, text}; }
    static BulkEdit just(BulkAction action, const char* field) { return {action, field}; }
    static BulkEdit replace(const char* field, const char* text, const char* by, bool matchesCase = true) {
        BulkEdit edit{BulkAction::ReplaceText, field, {}, text, by};
        edit.matchesCase = matchesCase;
        return edit;
    }
    static BulkEdit members(BulkAction action, const char* field, const QStringList& names) {
        BulkEdit edit{action, field};
        edit.members = names;
        return edit;
    }

private slots:
    void changesOneFile_data() {
        QTest::addColumn<BulkEdit>("edit");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after"); // empty: left out; the same: nothing to do
        const auto row = [](const char* name, const BulkEdit& edit, const char* before, const char* after) {
            QTest::newRow(name) << edit << QByteArray(before) << QByteArray(after);
        };
        using enum BulkAction;
        row("set a text", set("title", "Dusk"), R"(  "title": "Dawn")", R"(  "title": "Dusk")");
        row("set what is null", set("podcast_file", "x"), R"(  "podcast_file": null)",
            R"(  "podcast_file": "x")");
        row("set what is missing", set("draft", "true"), R"(  "title": "Dawn")", "  \"title\": \"Dawn\"");
        row("set what is so already", set("title", "Dawn"), R"(  "title": "Dawn")", R"(  "title": "Dawn")");
        row("set keeps a spelled-out number", set("podcast_bytes", "17"), R"(  "podcast_bytes": "9")",
            R"(  "podcast_bytes": "17")");
        row("set a number", set("podcast_bytes", "17"), R"(  "podcast_bytes": 9)",
            R"(  "podcast_bytes": 17)");
        row("set leaves another type", set("title", "Dusk"), R"(  "title": ["Dawn"])", "");
        row("set leaves a number where a text belongs", set("title", "Dusk"), R"(  "title": 7)", "");
        row("set leaves an odd list", set("tags", "a,b"), R"(  "tags": [1])", "");
        row("set leaves a doubled key", set("title", "Dusk"), "  \"title\": \"Dawn\",\n  \"title\": \"Noon\"",
            "");
        row("set leaves half a character", set("title", "Dusk"), R"(  "title": "\ud800")", "");
        row("set a list", set("tags", "oil, wick,"), "  \"tags\": [\n    \"lamps\",\n    \"oil\"\n  ]",
            "  \"tags\": [\n    \"oil\",\n    \"wick\"\n  ]");
        row("clear a text that may be null", just(Clear, "jb_url"), R"(  "jb_url": "/1/")",
            R"(  "jb_url": null)");
        row("clear a text", just(Clear, "description"), R"(  "description": "x")", R"(  "description": "")");
        row("clear a list", just(Clear, "tags"), "  \"tags\": [\n    \"lamps\"\n  ]", R"(  "tags": [])");
        row("clear chapters", just(Clear, "podcast_chapters"),
            R"(  "podcast_chapters": {"version": "1.2.0", "chapters": []})", R"(  "podcast_chapters": null)");
        row("clear what is null", just(Clear, "jb_url"), R"(  "jb_url": null)", R"(  "jb_url": null)");
        row("clear what is not there", just(Clear, "jb_url"), R"(  "title": "Dawn")", R"(  "title": "Dawn")");
        row("clear leaves another type", just(Clear, "jb_url"), R"(  "jb_url": 7)", "");
        row("remove a key", just(Remove, "jb_url"), "  \"title\": \"Dawn\",\n  \"jb_url\": 7",
            "  \"title\": \"Dawn\"");
        row("remove what is not there", just(Remove, "jb_url"), R"(  "title": "Dawn")",
            R"(  "title": "Dawn")");
        row("add", members(AddMembers, "guests", {"ben", "cy"}), "  \"guests\": [\n    \"ada\"\n  ]",
            "  \"guests\": [\n    \"ada\",\n    \"ben\",\n    \"cy\"\n  ]");
        row("add to an empty list", members(AddMembers, "guests", {"ben"}), "  \"guests\": []",
            "  \"guests\": [\n    \"ben\"\n  ]");
        row("add on one line", members(AddMembers, "guests", {"ben"}), R"(  "guests": ["ada"])",
            R"(  "guests": ["ada", "ben"])");
        row("add to null", members(AddMembers, "guests", {"ben"}), "  \"guests\": null",
            "  \"guests\": [\n    \"ben\"\n  ]");
        row("add who is there", members(AddMembers, "guests", {"ada"}), R"(  "guests": ["ada"])",
            R"(  "guests": ["ada"])");
        row("add to sorted tags", members(AddMembers, "tags", {"mud", "ash"}),
            R"(  "tags": ["lamps", "oil"])", R"(  "tags": ["ash", "lamps", "mud", "oil"])");
        row("add to free tags", members(AddMembers, "tags", {"mud"}), R"(  "tags": ["oil", "lamps"])",
            R"(  "tags": ["oil", "lamps", "mud"])");
        row("add leaves what is no list", members(AddMembers, "guests", {"ben"}), R"(  "guests": "ada")", "");
        row("take out", members(RemoveMembers, "guests", {"ada", "cy"}),
            "  \"guests\": [\n    \"ada\",\n    \"ben\",\n    \"cy\",\n    \"ada\"\n  ]",
            "  \"guests\": [\n    \"ben\"\n  ]");
        row("take the last one out", members(RemoveMembers, "guests", {"ada"}),
            "  \"guests\": [\n    \"ada\"\n  ]", "  \"guests\": []");
        row("take out who is not there", members(RemoveMembers, "guests", {"cy"}), R"(  "guests": ["ada"])",
            R"(  "guests": ["ada"])");
        row("take out leaves odd members", members(RemoveMembers, "guests", {"ada"}),
            R"(  "guests": ["ada", null])", "");
        row("replace", replace("title", "a", "e"), R"(  "title": "banana")", R"(  "title": "benene")");
        row("replace exactly", replace("title", "Dawn", "x"), R"(  "title": "dawn")", R"(  "title": "dawn")");
        row("replace in any case", replace("title", "DAWN", "Dusk", false), R"(  "title": "dawn")",
            R"(  "title": "Dusk")");
        row("replace keeps escapes", replace("title", "Dawn", "Dusk"), R"(  "title": "caf\u00e9 Dawn")",
            R"(  "title": "caf\u00e9 Dusk")");
        row("replace in a list", replace("tags", "open source", "open-source"),
            R"(  "tags": ["a", "open source"])", R"(  "tags": ["a", "open-source"])");
        row("replace leaves another type", replace("title", "7", "8"), R"(  "title": 7)", "");
        row("replace in null", replace("jb_url", "7", "8"), R"(  "jb_url": null)", R"(  "jb_url": null)");
    }
    void changesOneFile() {
        QFETCH(BulkEdit, edit);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(1), file(before));
        catalog::Catalog all;
        site.openIn(all);
        QCOMPARE(catalog::whyNoBulkEdit(edit), QString());
        const catalog::Proposal proposal = propose(all, edit, {{0}});
        QCOMPARE(proposal.leftOut.size(), after.isEmpty() ? std::size_t{1} : std::size_t{0});
        apply(all, proposal);
        const QByteArray wanted = after.isEmpty() ? before : after;
        if (edit.field == "draft") { // goes where episodes have it
            QVERIFY(all.episode({0}).text().find("\"draft\": true") != std::string::npos);
            QCOMPARE(proposal.changes.front().before, QStringLiteral("(not there)"));
            return;
        }
        QCOMPARE(QByteArray::fromStdString(all.episode({0}).text()), file(wanted));
        QCOMPARE(proposal.changes.empty(), wanted == before);
    }

    void clearsAsTheOthersDo() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(1), file(R"(  "description": "x")"));
        for (int number = 2; number <= 3; ++number)
            site.write(EpisodeFixture::path(number), file(R"(  "description": null)"));
        catalog::Catalog all;
        site.openIn(all);
        const catalog::Proposal proposal = propose(all, just(BulkAction::Clear, "description"));
        QCOMPARE(proposal.changes.size(), std::size_t{1});
        QCOMPARE(proposal.changes[0].after, QStringLiteral("(none)"));
    }

    void givesTheSavedSpellingBack() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(1), file(R"(  "title": "caf\u00E9")"));
        catalog::Catalog all;
        site.openIn(all);
        const std::string saved = all.episode({0}).text();
        apply(all, propose(all, set("title", "Tea"), {{0}}));
        QVERIFY(all.episode({0}).text() != saved);
        apply(all, propose(all, set("title", "caf\u00e9"), {{0}}));
        QCOMPARE(all.episode({0}).text(), saved);
    }

    void numbers_data() {
        QTest::addColumn<qint64>("first");
        QTest::addColumn<qint64>("step");
        QTest::addColumn<bool>("byDate");
        QTest::addColumn<QStringList>("wanted"); // of the listed episodes 3, 1, 2
        QTest::newRow("as listed") << qint64{10} << qint64{1} << false << QStringList{"10", "11", "12"};
        QTest::newRow("by date") << qint64{10} << qint64{1} << true << QStringList{"12", "10", "11"};
        QTest::newRow("in steps") << qint64{100} << qint64{-5} << false << QStringList{"100", "95", "90"};
        QTest::newRow("long") << qint64{99'999} << qint64{1} << false
                              << QStringList{"99999", "100000", "100001"};
    }
    void numbers() {
        QFETCH(qint64, first);
        QFETCH(qint64, step);
        QFETCH(bool, byDate);
        QFETCH(QStringList, wanted);
        const EpisodeFixture site;
        catalog::Catalog all;
        site.openIn(all);
        BulkEdit edit{BulkAction::Number, "episode"};
        edit.numbers = {first, step,
                        byDate ? catalog::Numbering::Order::ByDate : catalog::Numbering::Order::AsListed};
        const std::vector<EpisodeId> ids{{2}, {0}, {1}};
        const catalog::Proposal proposal = propose(all, edit, ids);
        QCOMPARE(proposal.changes.size(), std::size_t{3});
        QCOMPARE(proposal.changes[1].before, QStringLiteral("1 · 0001 · 1"));
        apply(all, proposal);
        for (std::size_t i = 0; i < ids.size(); ++i) {
            const catalog::Episode& episode = all.episode(ids[i]);
            const QString number = wanted[static_cast<qsizetype>(i)];
            QCOMPARE(episode.valueText("episode"), number);
            QCOMPARE(episode.valueText("episode_padded"), number.rightJustified(4, QLatin1Char('0')));
            QCOMPARE(episode.valueText("slug"), number);
            QCOMPARE(episode.document()->member("episode")->type, format::JsonType::Number);
            QCOMPARE(episode.fileName(), EpisodeFixture::path(ids[i].value + 1).section('/', -1));
        }
    }

    void numbersWithCare() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(4), file(R"(  "episode": "special")"));
        site.write(EpisodeFixture::path(5),
                   file(R"(  "episode": "12", "episode_padded": null, "slug": "x-12")"));
        catalog::Catalog all;
        site.openIn(all);
        BulkEdit edit{BulkAction::Number, "episode"};
        edit.numbers = {2, 1};
        const catalog::Proposal proposal = propose(all, edit, {{0}, {3}, {4}});
        QCOMPARE(proposal.leftOut.size(), std::size_t{1}); // a word is a name
        QCOMPARE(proposal.leftOut[0].id.value, 3);
        QCOMPARE(proposal.changes.size(), std::size_t{2});
        QVERIFY(!proposal.changes[0].isTicked); // 2 is another one's number
        QVERIFY(proposal.changes[0].after.contains(QStringLiteral("another episode")));
        QVERIFY(!proposal.changes[1].isTicked);
        catalog::Proposal all3 = proposal;
        for (catalog::ProposedChange& change : all3.changes)
            change.isTicked = true;
        apply(all, all3);
        QCOMPARE(QByteArray::fromStdString(all.episode({4}).text()),
                 file(R"(  "episode": "3", "episode_padded": null, "slug": "x-3")"));
    }

    void refusesWhatMakesNoSense_data() {
        QTest::addColumn<BulkEdit>("edit");
        QTest::newRow("add to a text") << members(BulkAction::AddMembers, "title", {"x"});
        QTest::newRow("add nobody") << members(BulkAction::AddMembers, "tags", {});
        QTest::newRow("replace nothing") << replace("title", "", "x");
        QTest::newRow("number titles") << just(BulkAction::Number, "title");
        QTest::newRow("shift titles") << just(BulkAction::ShiftDate, "title");
        QTest::newRow("shift by nothing") << just(BulkAction::ShiftDate, "date");
        QTest::newRow("no time") << just(BulkAction::SetTime, "date");
        QTest::newRow("no date") << set("date", "soon");
        BulkEdit still{BulkAction::Number, "episode"};
        still.numbers.step = 0;
        QTest::newRow("the same number for all") << still;
    }
    void refusesWhatMakesNoSense() {
        QFETCH(BulkEdit, edit);
        QVERIFY(!catalog::whyNoBulkEdit(edit).isEmpty());
    }

    void offersActionsForEveryField() {
        for (const catalog::Field& field : catalog::fields()) {
            const auto actions = catalog::bulkActionsFor(field);
            QVERIFY(!actions.empty());
            for (const BulkAction action : actions)
                QVERIFY(!catalog::labelOf(action).isEmpty());
        }
        QCOMPARE(catalog::stepName(set("title", "x"), 12), QStringLiteral("Set Title of 12 Episode(s)"));
        QCOMPARE(catalog::stepName(just(BulkAction::Number, "episode"), 2),
                 QStringLiteral("Number 2 Episode(s)"));
    }
};

QTEST_GUILESS_MAIN(TestBulkEdit)
#include "tst_bulkedit.moc"
