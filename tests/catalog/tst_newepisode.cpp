// SPDX-License-Identifier: MIT
#include "catalog/newepisode.h"

#include "catalog/chapteredit.h"
#include "catalog/newepisodeplan.h"
#include "catalog/usualvalues.h"
#include "catalog/values.h"
#include "support/episodefixture.h"
#include "support/realcatalog.h"

#include <QMap>
#include <QTest>

#include <algorithm>

class TestNewEpisode : public QObject {
    Q_OBJECT

    static format::Document last() {
        return format::Document::parse(EpisodeFixture::episode(3).toStdString()).value();
    }

private slots:
    void numbers_data() {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("next");
        QTest::newRow("plain") << QStringLiteral("605") << QStringLiteral("606");
        QTest::newRow("padded") << QStringLiteral("0099") << QStringLiteral("0100");
        QTest::newRow("one digit more") << QStringLiteral("99") << QStringLiteral("100");
        QTest::newRow("words") << QStringLiteral("T-0") << QString();
        QTest::newRow("none") << QString() << QString();
    }
    void numbers() {
        QFETCH(QString, number);
        QFETCH(QString, next);
        QCOMPARE(catalog::nextNumber(number), next);
    }

    void usualAddresses_data() {
        QTest::addColumn<QStringList>("addresses"); // of episodes 3, 2 and 1
        QTest::addColumn<QString>("next");          // of episode 4
        const auto row = [](const char* name, const QStringList& addresses, const char* next) {
            QTest::newRow(name) << addresses << QString::fromLatin1(next);
        };
        const auto all = [](const char* pattern, const QStringList& names) {
            QStringList made;
            for (const QString& name : names)
                made += QString::fromLatin1(pattern).replace(QLatin1Char('*'), name);
            return made;
        };
        const QStringList plain{QStringLiteral("3"), QStringLiteral("2"), QStringLiteral("1")};
        const QStringList padded{QStringLiteral("0003"), QStringLiteral("0002"), QStringLiteral("0001")};
        row("number", all("https://m.example.org/nd-*.mp3", plain), "https://m.example.org/nd-4.mp3");
        row("padded", all("https://m.example.org/nd*.mp3", padded), "https://m.example.org/nd0004.mp3");
        row("twice", all("https://m.example.org/*/nd-*.mp3", plain), "https://m.example.org/4/nd-4.mp3");
        row("with another number", all("https://m.example.org/v33/nd-*.mp3", plain),
            "https://m.example.org/v33/nd-4.mp3");
        row("of no pattern",
            all("https://m.example.org/*-x.mp3",
                {QStringLiteral("ab"), QStringLiteral("cd"), QStringLiteral("ef")}),
            "");
        row("once otherwise",
            {plain[0] + QStringLiteral(".mp3"), plain[1] + QStringLiteral(".mp3"),
             QStringLiteral("first.mp3")},
            "");
        row("two alone", all("https://m.example.org/nd-*.mp3", plain.mid(0, 2)), "");
    }
    void usualAddresses() {
        QFETCH(QStringList, addresses);
        QFETCH(QString, next);
        catalog::Predecessors last;
        for (int number = 3, i = 0; i < addresses.size(); --number, ++i) {
            QByteArray text = EpisodeFixture::episode(number);
            text.replace("https://media.example.org/night-desk-" + QByteArray::number(number) + ".mp3",
                         addresses[i].toUtf8());
            last.push_back(
                {std::make_shared<format::Document>(format::Document::parse(text.toStdString()).value()),
                 QStringLiteral("%1.md").arg(number, 4, 10, QLatin1Char('0'))});
        }
        const auto episode =
            catalog::suggestNewEpisode(*last.front().document, QStringLiteral("0003.md"), {});
        QCOMPARE(catalog::usualAddress(last, episode), next);
    }

    void usualHosts_data() {
        QTest::addColumn<QStringList>("lists"); // the newest first; ids with commas
        QTest::addColumn<QString>("usual");
        const auto row = [](const char* name, const char* lists, const char* usual) {
            QTest::newRow(name) << QString::fromLatin1(lists).split(QLatin1Char(' '))
                                << QString::fromLatin1(usual);
        };
        row("always the same", "ada,cy ada,cy ada,cy", "ada,cy");
        row("a guest host last", "eve ada,cy ada,cy", "ada,cy");
        row("one was away", "cy ada,cy cy,ada", "cy,ada");
        row("nobody often", "ada cy", "");
        row("nobody", "- -", "-");
    }
    void usualHosts() {
        QFETCH(QStringList, lists);
        QFETCH(QString, usual);
        catalog::Predecessors last;
        for (const QString& list : lists) {
            QByteArray text = EpisodeFixture::episode(3);
            text.replace("    \"ada\"\n", "    \"" + list.toUtf8().replace(",", "\",\n    \"") + "\"\n");
            last.push_back(
                {std::make_shared<format::Document>(format::Document::parse(text.toStdString()).value()),
                 QStringLiteral("0003.md")});
        }
        const auto values = catalog::usualValues(last);
        QCOMPARE(values.hosts.join(QLatin1Char(',')), usual);
        QCOMPARE(values.headerImage, QStringLiteral("/images/shows/night-desk.png"));
        QCOMPARE(values.categories, QStringList{QStringLiteral("Night Desk")});
    }

    /// Hosts that are the last one's stay as they are spelled; others come in its style.
    void hostsOfTheNewOne() {
        auto episode = catalog::suggestNewEpisode(last(), QStringLiteral("0003.md"), {});
        const auto before = catalog::newEpisodeText(last(), episode).value();
        episode.hosts = QStringList{QStringLiteral("ada")};
        QCOMPARE(catalog::newEpisodeText(last(), episode).value(), before);
        episode.hosts = QStringList{QStringLiteral("ada"), QStringLiteral("cy")};
        const auto made = catalog::newEpisodeText(last(), episode).value();
        QVERIFY(made.find("\"hosts\": [\n    \"ada\",\n    \"cy\"\n  ]") != std::string::npos);
    }

    /// All of the copied one but what is an episode's own; to another show, the show's own words.
    void copies() {
        const auto source = format::Document::parse(EpisodeFixture::episode(1).toStdString()).value();
        auto episode = catalog::suggestNewEpisode(last(), QStringLiteral("0003.md"),
                                                  {QStringLiteral("2024-03-03T18:00:00-08:00")});
        episode.title = QStringLiteral("Lanterns, part 1");
        QByteArray expected = EpisodeFixture::episode(1);
        for (const auto& [from, to] : std::initializer_list<std::pair<const char*, QByteArray>>{
                 {"\"draft\": false", "\"draft\": true"},
                 {"\"episode\": 1", "\"episode\": 4"},
                 {"\"0001\"", "\"0004\""},
                 {"6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0001", episode.guid.toLatin1()},
                 {"\"slug\": \"1\"", "\"slug\": \"4\""},
                 {"2024-03-01T", "2024-03-10T"},
                 {"\"00:31:01\"", "null"},
                 {"\"https://media.example.org/night-desk-1.mp3\"", "null"},
                 {"14000001", "null"},
                 {"\"fireside_url\": \"/1\"", "\"fireside_url\": null"}}) {
            QVERIFY2(expected.contains(from), from);
            expected.replace(from, to);
        }
        QCOMPARE(QByteArray::fromStdString(catalog::copiedEpisodeText(source, last(), episode).value()),
                 expected);
        QByteArray dawn = EpisodeFixture::episode(3);
        dawn.replace("night-desk", "dawn").replace("Night Desk", "Dawn");
        expected.replace("night-desk", "dawn").replace("Night Desk", "Dawn");
        const auto other = format::Document::parse(dawn.toStdString()).value();
        QCOMPARE(QByteArray::fromStdString(catalog::copiedEpisodeText(source, other, episode).value()),
                 expected);
    }

    void aSlugTakenUnderAnotherNumber() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(2),
                   EpisodeFixture::episode(2).replace("\"slug\": \"2\"", "\"slug\": \"Wi\\u0063ks\""));
        catalog::Catalog catalog;
        site.openIn(catalog);
        catalog::NewEpisodePlan plan(catalog, QStringLiteral("night-desk"));
        plan.episode.title = QStringLiteral("Wicks");
        QCOMPARE(plan.whyNot(), QString());
        for (const char* taken : {"wicks", "WICKS", "3"}) {
            plan.episode.slug = QString::fromLatin1(taken);
            QVERIFY2(plan.whyNot().contains(QLatin1String("The slug")), qPrintable(plan.whyNot()));
        }
        plan.episode.slug = QStringLiteral("wick");
        QCOMPARE(plan.whyNot(), QString());
    }

    /// Whatever slug goes with it, a number never leads out of the show's folder.
    void hostileNumbers_data() {
        QTest::addColumn<QString>("number");
        for (const char* number : {"../9", "a/b", "..", ".9", "/etc/9", "9 9", "a\\b", "caf\xc3\xa9",
                                   "\xe2\x84\xaa", "9\n", "-9", "$(9)"})
            QTest::newRow(number) << QString::fromUtf8(number);
        QTest::newRow("long") << QString(255, QLatin1Char('a'));
    }
    void hostileNumbers() {
        QFETCH(QString, number);
        const EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        catalog::NewEpisodePlan plan(catalog, QStringLiteral("night-desk"));
        plan.episode.title = QStringLiteral("Wicks");
        plan.setNumber(number);
        plan.episode.slug = QStringLiteral("wicks");
        QVERIFY2(plan.whyNot().contains(QLatin1String("cannot be called")), qPrintable(plan.whyNot()));
    }

    void goesOnAsTheLastOne() {
        const auto episode =
            catalog::suggestNewEpisode(last(), QStringLiteral("0003.md"), {QStringLiteral("2024-03-03")});
        QCOMPARE(episode.number, QStringLiteral("4"));
        QCOMPARE(episode.padded, QStringLiteral("0004"));
        QCOMPARE(episode.slug, QStringLiteral("4"));
        QCOMPARE(episode.fileName, QStringLiteral("0004.md"));
        QCOMPARE(catalog::guidStateOf(episode.guid), catalog::GuidState::Valid);
    }

    /// Only values differ: keys, their order and all spelling are the last one's.
    void text() {
        auto episode = catalog::suggestNewEpisode(last(), QStringLiteral("0003.md"),
                                                  {QStringLiteral("2024-03-03T18:00:00-08:00")});
        episode.title = QStringLiteral("Café");
        episode.bytes = 5;
        episode.seconds = 61;
        const auto text = catalog::newEpisodeText(last(), episode);
        QVERIFY(text.hasValue());
        QByteArray expected = EpisodeFixture::episode(3);
        const auto put = [&expected](const char* from, const QByteArray& to) {
            QVERIFY2(expected.contains(from), from);
            expected.replace(from, to);
        };
        put("\"draft\": false", "\"draft\": true");
        put("\"episode\": 3", "\"episode\": 4");
        put("\"0003\"", "\"0004\"");
        put("6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0003", episode.guid.toLatin1());
        put("\"slug\": \"3\"", "\"slug\": \"4\"");
        put("Lanterns, part 3", "Caf\\u00e9");
        put("\"We caf\\u00e9 and \\\"talk\\\".\"", "\"\"");
        put("2024-03-03T", "2024-03-10T");
        put("\"tags\": [\n    \"lamps\",\n    \"oil\"\n  ]", "\"tags\": []");
        put("00:31:03", "00:01:01");
        put("\"https://media.example.org/night-desk-3.mp3\"", "null");
        put("14000003", "5");
        put("\"fireside_url\": \"/3\"", "\"fireside_url\": null");
        expected.truncate(expected.indexOf("  * ["));
        const QByteArray made = QByteArray::fromStdString(*text);
        QCOMPARE(made.left(expected.size()), expected);
        QVERIFY(made.mid(expected.size()).trimmed().isEmpty());
    }

    void namesFollowTheNumber_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("padded");
        QTest::addColumn<QString>("made");
        const auto row = [](const char* name, const char* file, const char* number, const char* padded,
                            const char* made) {
            QTest::newRow(name) << QString::fromLatin1(file) << QString::fromLatin1(number)
                                << QString::fromLatin1(padded) << QString::fromLatin1(made);
        };
        row("number", "0003.md", "12", "0012", "0012.md");
        row("more digits than before", "0003.md", "12345", "12345", "12345.md");
        row("word", "0003.md", "T-0", "T-0", "T-0.md");
        row("name and number", "night-desk-3.md", "12", "0012", "night-desk-12.md");
        row("name and padded number", "night-desk-0003.md", "12", "0012", "night-desk-0012.md");
        row("neither", "lanterns.md", "12", "0012", "0012.md");
    }
    void namesFollowTheNumber() {
        QFETCH(QString, file);
        QFETCH(QString, number);
        QFETCH(QString, padded);
        QFETCH(QString, made);
        auto episode = catalog::suggestNewEpisode(last(), file, {});
        catalog::setNumber(episode, number, last(), file);
        QCOMPARE(episode.padded, padded);
        QCOMPARE(episode.slug, number);
        QCOMPARE(episode.fileName, made);
    }

    /// What is known is said even where the last episode does not say it.
    void missingKeysAreAdded() {
        QByteArray text = EpisodeFixture::episode(3);
        text.replace("  \"draft\": false,\n", "").replace("  \"podcast_bytes\": 14000003,\n", "");
        const auto bare = format::Document::parse(text.toStdString()).value();
        auto episode = catalog::suggestNewEpisode(bare, QStringLiteral("0003.md"), {});
        episode.bytes = 5;
        const auto made = format::Document::parse(catalog::newEpisodeText(bare, episode).value());
        QVERIFY(made.hasValue());
        QCOMPARE(catalog::valueText(*made, "draft"), QStringLiteral("true"));
        QCOMPARE(catalog::valueText(*made, "podcast_bytes"), QStringLiteral("5"));
        QVERIFY(!made->member("value"));
    }

    /// Who is paid stays; what is said of the other one's sound does not.
    void whatBelongsToTheLastOneAlone_data() {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QByteArray>("left");
        const auto row = [](const char* name, const char* members, const char* left) {
            QTest::newRow(name) << QByteArray(members) << QByteArray(left);
        };
        row("time splits",
            R"("value": {"type": "lightning", "timesplits": [{"startTime": 5}], "suggested": 5e-8})",
            R"("value": {"type": "lightning", "timesplits": [], "suggested": 5e-8})");
        row("time splits of the draft", R"("value": {"timeSplits": [{"startTime": 5}]})",
            R"("value": {"timeSplits": []})");
        row("sound bites", R"("soundbites": [{"startTime": 5}])", R"("soundbites": [])");
        row("an enclosure", R"("enclosure": {"url": "x"})", R"("enclosure": null)");
        row("transcripts", R"("transcripts": [{"url": "x"}])", R"("transcripts": [])");
        row("spelling stays", R"("value": {"timesplits": [ ]})", R"("value": {"timesplits": [ ]})");
    }
    void whatBelongsToTheLastOneAlone() {
        QFETCH(QByteArray, members);
        QFETCH(QByteArray, left);
        const QByteArray bytes = EpisodeFixture::episode(3).replace("\n}\n", ",\n  " + members + "\n}\n");
        const auto source = format::Document::parse(bytes.toStdString());
        QVERIFY(source);
        const auto episode = catalog::suggestNewEpisode(*source, QStringLiteral("0003.md"), {});
        for (const auto& text : {catalog::newEpisodeText(*source, episode),
                                 catalog::copiedEpisodeText(*source, *source, episode)})
            QVERIFY2(text->find(left.toStdString()) != std::string::npos, text->c_str());
    }

    void chaptersOfItsOwn() {
        auto episode = catalog::suggestNewEpisode(last(), QStringLiteral("0003.md"), {});
        episode.chapters.resize(2);
        episode.chapters[1].start = 3500;
        episode.chapters[1].title = QStringLiteral("Wax");
        const auto made = format::Document::parse(catalog::newEpisodeText(last(), episode).value());
        QVERIFY(made.hasValue());
        QVERIFY(catalog::chaptersOf(*made) == episode.chapters);
    }

    /// The newest episode is a special, and the number behind the last is taken by an older one.
    void plansTheNextFreeNumber() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(4), EpisodeFixture::episode(4).replace("2024-03-04", "2023-03-04"));
        site.write(QStringLiteral("content/show/night-desk/T-1.md"),
                   EpisodeFixture::episode(9)
                       .replace("\"episode\": 9", "\"episode\": \"T-1\"")
                       .replace("\"0009\"", "\"T-1\"")
                       .replace("\"slug\": \"9\"", "\"slug\": \"T-1\""));
        catalog::Catalog catalog;
        site.openIn(catalog);
        catalog::NewEpisodePlan plan(catalog, QStringLiteral("night-desk"));
        QCOMPARE(plan.episode.number, QStringLiteral("5"));
        QCOMPARE(plan.path(), site.absolute(EpisodeFixture::path(5)));
        QCOMPARE(plan.episode.slug, QStringLiteral("5"));
        QVERIFY(plan.whyNot().contains(QLatin1String("title")));
        plan.episode.title = QStringLiteral("Wicks");
        QCOMPARE(plan.whyNot(), QString());
        plan.setNumber(QStringLiteral("4"));
        QVERIFY(plan.whyNot().contains(QLatin1String("0004.md")));
        plan.setNumber(QStringLiteral("T-2"));
        QCOMPARE(plan.whyNot(), QString());
        QVERIFY(plan.path().endsWith(QLatin1String("/T-2.md")));
        QCOMPARE(catalog::newestFirst(catalog, QStringLiteral("night-desk")).size(), std::size_t(5));
    }

    void aShowWithoutReadableEpisodes() {
        const EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        const catalog::NewEpisodePlan plan(catalog, QStringLiteral("dawn"));
        QVERIFY(plan.whyNot().contains(QLatin1String("No episode")));
        QCOMPARE(plan.path(), QString());
    }

    void aFolderForEachEpisode() {
        const EpisodeFixture site;
        QDir(site.root()).mkpath(QStringLiteral("content/show/dawn/0001"));
        site.write(QStringLiteral("content/show/dawn/0001/index.md"),
                   EpisodeFixture::episode(1).replace("night-desk\",", "dawn\","));
        catalog::Catalog catalog;
        site.openIn(catalog);
        const catalog::NewEpisodePlan plan(catalog, QStringLiteral("dawn"));
        QVERIFY2(plan.whyNot().contains(QLatin1String("folder of its own")), qPrintable(plan.whyNot()));
    }

    /// Every show's next episode can be made, and has no links of another one.
    void everyRealShow() {
        if (realCatalog().isEmpty())
            QSKIP("No real catalogue here; name one in EPISODE_DESK_CATALOG.");
        const auto listing = catalog::listEpisodeFiles({realCatalog()});
        catalog::Catalog catalog;
        catalog.setRoot(listing.root);
        catalog.add(catalog::FolderLoader::loadAll(listing).episodes);
        QMap<QString, catalog::EpisodeId> shows;
        for (int i = 0; i < catalog.size(); ++i)
            if (!catalog.episode({i}).isRefused())
                shows.insert(catalog.episode({i}).summary().show, {i});
        QVERIFY(!shows.isEmpty());
        for (const QString& show : shows.keys()) {
            catalog::NewEpisodePlan plan(catalog, show);
            plan.episode.title = QStringLiteral("Wicks");
            plan.episode.seconds = 61;
            plan.episode.chapters.resize(2);
            plan.episode.chapters[1].start = 3000;
            QVERIFY2(plan.whyNot().isEmpty(), qPrintable(show + QStringLiteral(": ") + plan.whyNot()));
            const auto made = format::Document::parse(plan.text().valueOr(std::string()));
            QVERIFY2(made.hasValue(), qPrintable(show));
            QCOMPARE(catalog::summaryOf(*made).title, QStringLiteral("Wicks"));
            QCOMPARE(catalog::summaryOf(*made).show, show);
            QVERIFY(catalog::summaryOf(*made).isDraft);
            QVERIFY2(catalog::chaptersOf(*made) == plan.episode.chapters, qPrintable(show));
            const auto isLink = [](const auto& row) { return row.kind == format::RowKind::Link; };
            const auto& rows = made->links().rows();
            QVERIFY(made->isBodyLocked() || std::none_of(rows.begin(), rows.end(), isLink));
        }
    }
};

QTEST_GUILESS_MAIN(TestNewEpisode)
#include "tst_newepisode.moc"
