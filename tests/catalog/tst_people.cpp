// SPDX-License-Identifier: MIT
#include "catalog/people.h"

#include "catalog/peoplechange.h"
#include "catalog/personpage.h"
#include "support/episodefixture.h"

#include <QTest>

using catalog::PersonEntry;
using catalog::PersonKey;

class TestPeople : public QObject {
    Q_OBJECT

    /// The fixture's site with other words in its first episode's lists.
    struct Site : EpisodeFixture {
        explicit Site(const QByteArray& hosts = "[\n    \"ada\"\n  ]", const QByteArray& guests = "[]",
                      const QByteArray& sponsors = "[]") {
            QByteArray text = episode(1);
            text.replace("\"hosts\": [\n    \"ada\"\n  ]", "\"hosts\": " + hosts);
            text.replace("\"guests\": []", "\"guests\": " + guests);
            text.replace("\"sponsors\": []", "\"sponsors\": " + sponsors);
            write(path(1), text);
        }
        void open() {
            openIn(catalog);
            for (int i = 0; i < catalog.size(); ++i)
                usage.set({i}, catalog::usedIdsOf(catalog.episode({i})));
        }
        PersonEntry entry(const QString& id, bool isSponsor = false) const {
            for (const PersonEntry& entry : usage.entries(catalog.registry()))
                if (entry.key == PersonKey{id, isSponsor})
                    return entry;
            return {};
        }
        catalog::Catalog catalog;
        catalog::PeopleUsage usage;
    };

    static PersonEntry used(const QString& id, int uses, bool hasPage = true, bool isSponsor = false) {
        PersonEntry entry;
        entry.key = {id, isSponsor};
        entry.uses = {uses, 0, 0};
        entry.hasPage = hasPage;
        entry.lacksPage = !hasPage;
        return entry;
    }
    static QByteArray textOf(const catalog::PageStyle& style, const QString& id, const QString& title,
                             const QString& type) {
        QStringList values;
        for (const auto& key : style.keys)
            values += key.name == QLatin1String("title")  ? title
                      : key.name == QLatin1String("type") ? type
                                                          : style.suggested(key, id);
        return QByteArray::fromStdString(catalog::pageText(style, values));
    }

    /// What a change of an id comes to.
    struct Changed {
        Changed(const Site& site, const catalog::IdChange& change) {
            const auto proposal = catalog::proposalFor(site.catalog, site.usage.episodesOf(change.from),
                                                       catalog::peopleMaker(change));
            edits = catalog::gathered(proposal).edits;
            leftOut = proposal.leftOut;
            for (const catalog::LeftOut& refused : catalog::refusedThatMayName(site.catalog, change.from.id))
                leftOut.push_back(refused);
        }
        std::vector<catalog::Edit> edits;
        std::vector<catalog::LeftOut> leftOut;
    };

private slots:
    void countsEpisodesOfEveryList() {
        Site site("[\"ada\", \"ada\", \"zoe\", 7, null]", "[\"ben\"]", "[\"acme-nd\"]");
        site.open();
        QCOMPARE(site.entry("ada").uses, (std::array<int, 3>{3, 0, 0})); // twice in one episode is one
        QCOMPARE(site.entry("ada").kind, catalog::PersonKind::Host);
        QCOMPARE(site.entry("ada").name, QStringLiteral("Ada Quill"));
        QCOMPARE(site.entry("ben").uses, (std::array<int, 3>{0, 1, 0}));
        QCOMPARE(site.entry("ben").kind, catalog::PersonKind::Guest);
        QVERIFY(site.entry("zoe").lacksPage);
        QCOMPARE(site.entry("zoe").kind, catalog::PersonKind::Unknown);
        QCOMPARE(site.entry("acme-nd", true).uses, (std::array<int, 3>{0, 0, 1}));
        QVERIFY(!site.entry("acme-nd", true).lacksPage); // there is no folder that could tell
        QCOMPARE(site.usage.episodesOf({"zoe", false}), std::vector<catalog::EpisodeId>{{0}});
        QVERIFY(site.usage.episodesOf({"zoe", true}).empty());
    }

    void followsAChange() {
        Site site;
        site.open();
        QVERIFY(!site.usage.set({0}, catalog::usedIdsOf(site.catalog.episode({0}))));
        QVERIFY(site.usage.set({0}, {QStringList(), QStringList{"ada"}, QStringList()}));
        QCOMPARE(site.entry("ada").uses, (std::array<int, 3>{2, 1, 0}));
        QVERIFY(site.usage.set({0}, {QStringList{"zoe"}, QStringList(), QStringList()}));
        QVERIFY(site.usage.set({0}, {}));
        QVERIFY(site.entry("zoe").key.id.isEmpty()); // nobody's any more
    }

    void nearlyEqualIds_data() {
        QTest::addColumn<PersonEntry>("one");
        QTest::addColumn<PersonEntry>("other");
        QTest::addColumn<bool>("nearly");
        const auto row = [](const char* name, const PersonEntry& one, const PersonEntry& other, bool nearly) {
            QTest::newRow(name) << one << other << nearly;
        };
        row("hyphen", used("carl-george", 9), used("carlgeorge", 9), true);
        row("case, dot and underscore", used("Carl_George", 9), used("carl.george", 9), true);
        row("one letter less, few uses", used("michaeltunnell", 90), used("michaetunnell", 1), true);
        row("one letter more, no page", used("brentt", 90, false), used("brent", 90), true);
        row("one letter other", used("brunt", 90, false), used("brent", 90), true);
        row("both well known", used("brunt", 90), used("brent", 90), false);
        row("two letters", used("brunnt", 1), used("brent", 1), false);
        row("swapped", used("bretn", 1), used("brent", 1), false);
        row("short", used("wes", 1), used("wess", 1), false);
        row("a number counts", used("guest-1", 1), used("guest-2", 1), false);
        row("a number more", used("guest", 1), used("guest1", 1), false);
        row("itself", used("brent", 1), used("brent", 1), false);
        row("a sponsor is nobody", used("brent", 1), used("brentt", 1, true, true), false);
        row("a sponsor of two shows", used("acme.org-je", 1, true, true), used("acme.org-jb", 1, true, true),
            false);
        row("a sponsor's misprint", used("acme.org-je", 1, true, true), used("acm.org-je", 1, true, true),
            true);
        row("only signs", used("--", 1), used("-_-", 1), false);
    }
    void nearlyEqualIds() {
        QFETCH(PersonEntry, one);
        QFETCH(PersonEntry, other);
        QFETCH(bool, nearly);
        QCOMPARE(catalog::areNearlyEqual(one, other), nearly);
        QCOMPARE(catalog::areNearlyEqual(other, one), nearly);
        // The index finds what comparing each with each would find.
        catalog::Registry registry;
        registry.knowsPeople = registry.knowsSponsors = true;
        catalog::PeopleUsage usage;
        int episode = 0;
        for (const PersonEntry& entry : {one, other}) {
            if (entry.hasPage && entry.key.isSponsor)
                registry.sponsors.insert(entry.key.id, {entry.key.id, {}, {}});
            else if (entry.hasPage)
                registry.people.insert(entry.key.id, {entry.key.id, {}, false});
            for (int i = 0; i < entry.uses[0]; ++i) {
                catalog::UsedIds ids;
                ids[entry.key.isSponsor ? 2 : 0] += entry.key.id;
                usage.set({episode++}, ids);
            }
        }
        QStringList found;
        for (const PersonEntry& entry : usage.entries(registry))
            if (entry.key == one.key)
                found = entry.similar;
        QCOMPARE(found, nearly ? QStringList{other.key.id} : QStringList());
    }

    void changesOnlyTheElements_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("to");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char* name, const char* before, const char* to, const char* after) {
            QTest::newRow(name) << QByteArray(before) << QString::fromUtf8(to) << QByteArray(after);
        };
        row("rename, lines", "[\n    \"zoe\",\n    \"ben\"\n  ]", "zoey",
            "[\n    \"zoey\",\n    \"ben\"\n  ]");
        row("rename, one line", "[ \"ben\" ,\"zoe\"]", "zoey", "[ \"ben\" ,\"zoey\"]");
        row("rename, escaped", "[\"z\\u006fe\", \"b\\u0065n\"]", "zoey", "[\"zoey\", \"b\\u0065n\"]");
        row("rename, twice", "[\"zoe\", \"ben\", \"zoe\"]", "zoey", "[\"zoey\", \"ben\"]");
        row("merge, new one first", "[\"ada\", \"ben\", \"zoe\"]", "ada", "[\"ada\", \"ben\"]");
        row("merge, old one first", "[\"zoe\",\n\"b\\u0065n\", \"ada\", 7]", "ada",
            "[\"ada\",\n\"b\\u0065n\", 7]");
        row("merge, side by side", "[\"zoe\",\"ada\"]", "ada", "[\"ada\"]");
        row("merge, another's repeat stays", "[\"ben\", \"ben\", \"zoe\"]", "ada",
            "[\"ben\", \"ben\", \"ada\"]");
        row("remove, alone", "[\n    \"zoe\"\n  ]", "", "[]");
        row("remove, first", "[\n    \"zoe\",\n    \"ben\"\n  ]", "", "[\n    \"ben\"\n  ]");
        row("remove, first two", "[\"zoe\", \"zoe\",  \"ben\"]", "", "[\"ben\"]");
        row("remove, last", "[\n    \"ben\",\n    \"zoe\"\n  ]", "", "[\n    \"ben\"\n  ]");
        row("remove, every other", "[\"zoe\", 1, \"zoe\", {\"a\": [2]}, \"zoe\"]", "", "[1, {\"a\": [2]}]");
        row("a name beyond ASCII", "[\"zoe\"]", "zo\xc3\xab", "[\"zo\\u00eb\"]"); // as the file escapes
    }
    void changesOnlyTheElements() {
        QFETCH(QByteArray, before);
        QFETCH(QString, to);
        QFETCH(QByteArray, after);
        Site site(before, before);
        site.open();
        const std::string saved = site.catalog.episode({0}).text();
        const Changed change(site, {{"zoe", false}, to});
        QCOMPARE(change.edits.size(), std::size_t{1}); // hosts and guests, the other episodes not
        QVERIFY(change.leftOut.empty());
        const auto inverse = site.catalog.apply(change.edits.front());
        QVERIFY(inverse);
        QCOMPARE(QByteArray::fromStdString(site.catalog.episode({0}).text()),
                 QByteArray::fromStdString(saved)
                     .replace("\"hosts\": " + before, "\"hosts\": " + after)
                     .replace("\"guests\": " + before, "\"guests\": " + after));
        QVERIFY(site.catalog.apply(*inverse));
        QCOMPARE(site.catalog.episode({0}).text(), saved);
    }

    void aSponsorIsNotAPerson() {
        Site site("[\"zoe\"]", "[]", "[\"zoe\"]");
        site.open();
        const Changed change(site, {{"zoe", true}, "yak"});
        QCOMPARE(change.edits.size(), std::size_t{1});
        QVERIFY(site.catalog.apply(change.edits.front()));
        const std::string& text = site.catalog.episode({0}).text();
        QVERIFY(text.find("\"hosts\": [\"zoe\"]") != std::string::npos);
        QVERIFY(text.find("\"sponsors\": [\"yak\"]") != std::string::npos);
    }

    void whatCannotBeChangedIsNamed() {
        Site site("[\"zoe\"]");
        site.write(EpisodeFixture::path(2), EpisodeFixture::episode(2)
                                                .replace("\"hosts\"", "\"hosts\": [], \"hosts\"")
                                                .replace("\"ada\"", "\"zoe\""));
        const QTemporaryDir outside; // what a link leads to there is only read
        QFile elsewhere(outside.filePath(QStringLiteral("3.md")));
        QVERIFY(elsewhere.open(QIODevice::WriteOnly));
        elsewhere.write(EpisodeFixture::episode(3).replace("\"ada\"", "\"zoe\""));
        elsewhere.close();
        QVERIFY(QFile::remove(site.absolute(EpisodeFixture::path(3))));
        QVERIFY(QFile::link(elsewhere.fileName(), site.absolute(EpisodeFixture::path(3))));
        site.write(EpisodeFixture::path(4), "{\n \"hosts\": [\"zoe\"],,\n}\n");
        site.write(EpisodeFixture::path(5), "{\n \"hosts\": [\"ada\"],,\n}\n");
        site.open();
        const Changed change(site, {{"zoe", false}, "zoey"});
        QCOMPARE(change.edits.size(), std::size_t{1});
        QCOMPARE(change.edits[0].episode.value, 0);
        QCOMPARE(change.leftOut.size(), std::size_t{3}); // the broken file that only says ada is no matter
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(change.leftOut[static_cast<std::size_t>(i)].id.value, i + 1);
            QVERIFY(!change.leftOut[static_cast<std::size_t>(i)].why.isEmpty());
        }
        QVERIFY(change.leftOut[0].why.contains(QLatin1String("hosts")));
    }

    void aPageInTheSitesStyle() {
        const EpisodeFixture site;
        const QString folder = site.absolute(QStringLiteral("content/people"));
        for (const char* id : {"cy", "di", "ed", "flo", "gus", "hal", "ivy", "joe", "kim", "lou"})
            site.write(QStringLiteral("content/people/%1.md").arg(QLatin1String(id)),
                       QByteArray("---\navatar: /images/people/") + id +
                           ".jpg\nbio: null\ntitle: Somebody\ntype: guest\nusername: " + id + "\n---");
        QFile::remove(folder + QLatin1String("/ada.md"));
        const auto style = catalog::pageStyleOf(folder, false);
        QCOMPARE(textOf(style, "carl-george", "Carl George", "guest"),
                 QByteArray("---\navatar: /images/people/carl-george.jpg\nbio: null\ntitle: Carl George\n"
                            "type: guest\nusername: carl-george\n---"));
        // What YAML would read as something else is quoted.
        QVERIFY(textOf(style, "1984", "No: it's", "host")
                    .contains("title: 'No: it''s'\ntype: host\nusername: '1984'\n"));
    }

    void aPageInAnotherStyle() {
        const EpisodeFixture site;
        QDir(site.root()).mkpath(QStringLiteral("content/sponsors"));
        for (const char* id : {"acme-nd", "yak-nd", "zebu-nd"})
            site.write(QStringLiteral("content/sponsors/%1.md").arg(QLatin1String(id)),
                       QByteArray("+++\r\ntitle = \"T ") + id + "\"\r\nshortname = '" + id +
                           "'\r\nlink = \"\"\r\n+++\r\n");
        const auto style = catalog::pageStyleOf(site.absolute(QStringLiteral("content/sponsors")), true);
        QCOMPARE(textOf(style, "oil-nd", "The \"Oil\" Shop", {}),
                 QByteArray("+++\r\ntitle = \"The \\\"Oil\\\" Shop\"\r\nshortname = 'oil-nd'\r\n"
                            "link = \"\"\r\n+++\r\n"));
    }

    void aFirstPage() {
        const QTemporaryDir folder;
        QCOMPARE(textOf(catalog::pageStyleOf(folder.path(), false), "zoe", "Zoe", "host"),
                 QByteArray("---\ntitle: Zoe\ntype: host\nusername: zoe\n---\n"));
    }

    void theNewPageIsRead() {
        EpisodeFixture site;
        const QString content = site.absolute(QStringLiteral("content"));
        const auto style = catalog::pageStyleOf(content + QLatin1String("/people"), false);
        const auto text = textOf(style, "zoe", "Zoe Lark", "host").toStdString();
        QCOMPARE(catalog::createPage(content, {"zoe", false}, text), QString());
        QCOMPARE(site.read("content/people/zoe.md"), QByteArray::fromStdString(text));
        const auto registry = catalog::Registry::read(content);
        QCOMPARE(registry.people.value("zoe").name, QStringLiteral("Zoe Lark"));
        QVERIFY(registry.people.value("zoe").isHost);
    }

    void neverOverAFile() {
        EpisodeFixture site;
        const QString content = site.absolute(QStringLiteral("content"));
        const QByteArray before = site.read("content/people/ada.md");
        QVERIFY(!catalog::createPage(content, {"ada", false}, "other").isEmpty());
        QCOMPARE(site.read("content/people/ada.md"), before);
        // Nor through a link that leads to nothing yet.
        QVERIFY(QFile::link(site.absolute("elsewhere.md"), site.absolute("content/people/eve.md")));
        QVERIFY(!catalog::createPage(content, {"eve", false}, "other").isEmpty());
        QVERIFY(!QFile::exists(site.absolute("elsewhere.md")));
        QVERIFY(!catalog::createPage(content, {"oil-nd", true}, "text").isEmpty()); // no such folder
        QDir(site.root()).mkpath(QStringLiteral("outside"));
        QVERIFY(QFile::link(site.absolute("outside"), site.absolute("content/sponsors")));
        QVERIFY(!catalog::createPage(content, {"oil-nd", true}, "text").isEmpty());
        QVERIFY(QDir(site.absolute("outside")).isEmpty());
    }

    void idsThatAreNoFileNames_data() {
        QTest::addColumn<QString>("id");
        QTest::newRow("nothing") << QString();
        QTest::newRow("space") << QStringLiteral(" ");
        QTest::newRow("a path") << QStringLiteral("../ada");
        QTest::newRow("slash") << QStringLiteral("a/b");
        QTest::newRow("backslash") << QStringLiteral("a\\b");
        QTest::newRow("up") << QStringLiteral("..");
        QTest::newRow("here") << QStringLiteral(".");
        QTest::newRow("hidden") << QStringLiteral(".ada");
        QTest::newRow("an option") << QStringLiteral("-rf");
        QTest::newRow("NUL") << QString(QStringLiteral("ada") + QChar(0) + QStringLiteral("b"));
        QTest::newRow("line end") << QStringLiteral("ada\n");
        QTest::newRow("control") << QStringLiteral("a\x01"
                                                   "da");
        QTest::newRow("bidi") << QString(QStringLiteral("ada") + QChar(0x202e));
        QTest::newRow("half a pair") << QString(QStringLiteral("ada") + QChar(0xd800));
        QTest::newRow("the folder's own") << QStringLiteral("_index");
        QTest::newRow("a bundle") << QStringLiteral("index");
        QTest::newRow("long") << QString(300, QLatin1Char('a'));
    }
    void idsThatAreNoFileNames() {
        QFETCH(QString, id);
        EpisodeFixture site;
        const QString people = site.absolute(QStringLiteral("content/people"));
        const auto before = QDir(people).entryList(QDir::Files | QDir::Hidden);
        QVERIFY(!catalog::whyNotPageId(id).isEmpty());
        QVERIFY(!catalog::createPage(site.absolute(QStringLiteral("content")), {id, false}, "x").isEmpty());
        QCOMPARE(QDir(people).entryList(QDir::Files | QDir::Hidden), before);
    }

    void titles() {
        catalog::Registry registry;
        registry.sponsors.insert("acloud.guru-cr", {"acloud.guru-cr", "A Cloud Guru", {}});
        QCOMPARE(catalog::suggestedTitle(registry, {"carl-george", false}), QStringLiteral("Carl George"));
        QCOMPARE(catalog::suggestedTitle(registry, {"acloud.guru-lup", true}),
                 QStringLiteral("A Cloud Guru"));
        QCOMPARE(catalog::suggestedTitle(registry, {"lamps.example-lup", true}), QStringLiteral("Lamps"));
        QCOMPARE(catalog::whyNotPageId(QStringLiteral("zoe.b_c-d")), QString());
        QVERIFY(!catalog::whyNotPageId(QStringLiteral("zo\u00eb")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPeople)
#include "tst_people.moc"
