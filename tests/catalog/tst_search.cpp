// SPDX-License-Identifier: MIT
#include "catalog/search/searchindex.h"
#include "catalog/search/searchrange.h"
#include "catalog/search/searchterm.h"
#include "catalog/validator.h"
#include "support/episodefixture.h"

#include <QElapsedTimer>
#include <QTest>

using catalog::SearchQuery;
using catalog::SearchRange;
using catalog::SearchUnit;

/// The language of the search box, over three invented episodes.
class TestSearch : public QObject {
    Q_OBJECT

    static QByteArray with(QByteArray text, const QByteArray& before, const QByteArray& after) {
        if (!text.contains(before))
            qFatal("the fixture changed");
        return text.replace(before, after);
    }

    /// The numbers of the episodes that are found, joined by spaces.
    QString found(const QString& typed) {
        const SearchQuery query(typed);
        const catalog::SearchIndex index(m_catalog);
        QStringList numbers;
        for (int i = 0; i < m_catalog.size(); ++i)
            if (index.matches({i}, query, &m_validator->issuesOf({i})))
                numbers << m_catalog.episode({i}).summary().number;
        numbers.sort();
        return numbers.join(QLatin1Char(' '));
    }

    /// The same while the processor is told what comes, as for a large catalogue.
    QString foundAhead(const QString& typed) {
        const SearchQuery query(typed);
        const catalog::SearchIndex index(m_catalog);
        std::vector<catalog::EpisodeId> ids; // over and over: only what lies further on is fetched
        for (int i = 0; i < 10 * m_catalog.size(); ++i)
            ids.push_back({i % m_catalog.size()});
        QStringList numbers;
        for (std::size_t at = 0; at < ids.size(); ++at) {
            index.lookAhead(ids, at, query);
            if (index.matches(ids[at], query, &m_validator->issuesOf(ids[at])))
                numbers << m_catalog.episode(ids[at]).summary().number;
        }
        numbers.sort();
        numbers.removeDuplicates();
        return numbers.join(QLatin1Char(' '));
    }

    EpisodeFixture m_site;
    catalog::Catalog m_catalog;
    std::unique_ptr<catalog::Validator> m_validator;

private slots:
    void initTestCase() {
        QByteArray second = EpisodeFixture::episode(2);
        second = with(second, "\"draft\": false", "\"draft\": true");
        second = with(second, "\"hosts\": [\n    \"ada\"\n  ]", "\"hosts\": []");
        second = with(second, "\"guests\": []", "\"guests\": [\n    \"ben\"\n  ]");
        second = with(second, "\"00:31:02\"", "\"01:10:00\"");
        second = with(second, "2024-03-02T18", "2025-06-30T18");
        second = with(
            second, "\"podcast_chapters\": null",
            "\"podcast_chapters\": {\n    \"version\": \"1.2.0\",\n    \"chapters\": [\n      {\n        "
            "\"startTime\": 0,\n        \"title\": \"Wicks\"\n      }\n    ]\n  }");
        m_site.write(EpisodeFixture::path(2), second);
        QByteArray third = EpisodeFixture::episode(3);
        third = with(third, "\"title\": \"Lanterns, part 3\"", "\"title\": \"\"");
        third = with(third, "https://oil.example.org/", "https://wax.example.net/candles");
        m_site.write(EpisodeFixture::path(3), third);
        m_site.openIn(m_catalog);
        m_validator = std::make_unique<catalog::Validator>(m_catalog);
        m_validator->finish();
    }

    void finds_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("numbers");
        const auto row = [](const char* typed, const char* numbers) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromLatin1(numbers);
        };
        row("", "1 2 3");
        row("wax", "3");
        row("CAFE", "1 2 3");
        row("caf\u00e9", "1 2 3");
        row("lamp museum", "1 2 3");
        row("museum -wax", "1 2");
        row("\"we cafe\"", "1 2 3");
        row("\"cafe we\"", "");
        row("\"lamp museum", "1 2 3"); // being typed
        row("title:lanterns", "1 2");
        row("title:\"part 1\"", "1");
        row("-title:lanterns", "3");
        row("show:night-desk", "1 2 3");
        row("show:\"Night Desk\"", "1 2 3");
        row("show:day", "");
        row("guest:ben", "2");
        row("guest:harrow", "2");
        row("host:ada", "1 3");
        row("host:\"Ada Quill\"", "1 3");
        row("sponsor:anything", "");
        row("tag:oil", "1 2 3");
        row("tag:lanterns", "");
        row("number:2..", "2 3");
        row("number:..2", "1 2");
        row("number:2..3", "2 3");
        row("number:>2", "3");
        row("number:2", "2");
        row("date:2024", "1 3");
        row("date:2024..2025-05", "1 3");
        row("date:2024..2025-06", "1 2 3");
        row("date:>2024", "2");
        row("date:2024-03-03", "3");
        row("duration:>1h", "2");
        row("duration:31m", "1 3");
        row("duration:..31:01", "1");
        row("bytes:>14000002", "3");
        row("bytes:14M", "1 2 3");
        row("url:example.net", "3");
        row("url:night-desk-2.mp3", "2");
        row("url:lanterns", "");
        row("file:0002", "2");
        row("notes:candles", "3");
        row("notes:lanterns", "");
        row("links:2", "1 2 3");
        row("links:>2", "");
        row("chapters:1", "2");
        row("chapters:0", "1 3");
        row("is:draft", "2");
        row("is:published", "1 3");
        row("is:changed", "");
        row("has:chapters", "2");
        row("-has:hosts", "2");
        row("has:guests", "2");
        row("has:podcast_file", "1 2 3");
        row("has:jb_url", "");
        row("has:links", "1 2 3");
        row("has:video", "");
        row("problem:title-empty", "3");
        row("problem:title", "3");
        row("problem:error is:published", "3");
        row("guest:ben or wax", "2 3");
        row("guest:ben or wax number:3", "2 3");
        row("(guest:ben or wax) number:3", "3");
        row("-(guest:ben or wax)", "1");
        row("-(-wax)", "3");
        row("/part [12]/", "1 2");
        row("/^ {2}\"draft\": true/", "2");
        row("-/part [12]/", "3");
        row("episode_guid:6f0c2f5e", "1 2 3");
        row("GUEST:Ben", "2");
        row("12:30", "");
        row("https://wax", "3");
        row("host:", "1 2 3"); // being typed
        row("wax host: number:3", "3");
        row("or", "1 2 3");
        row("wax or", "3");
    }
    void finds() {
        QFETCH(QString, typed);
        QTEST(found(typed), "numbers");
        QTEST(foundAhead(typed), "numbers");
        QCOMPARE(SearchQuery(typed).errors().size(), std::size_t(0));
    }

    void saysWhatItDoesNotUnderstand_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("position");
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("numbers"); ///< the rest of the search still holds
        const auto row = [](const char* typed, int position, int length, const char* numbers) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << position << length
                                 << QString::fromLatin1(numbers);
        };
        row("gest:ben", 0, 4, "");
        row("wax number:many..few", 4, 16, "3");
        row("wax date:2024-13", 4, 12, "3");
        row("wax duration:long", 4, 13, "3");
        row("wax is:blue", 4, 7, "3");
        row("wax has:wings", 4, 9, "3");
        row("wax /(/", 4, 3, "3");
        row("(wax", 0, 1, "3");
        row("wax)", 3, 1, "3");
        row(") wax )", 0, 1, "3");
    }
    void saysWhatItDoesNotUnderstand() {
        QFETCH(QString, typed);
        const SearchQuery query(typed);
        QVERIFY(!query.errors().empty());
        QTEST(static_cast<int>(query.errors().front().position), "position");
        QTEST(static_cast<int>(query.errors().front().length), "length");
        QVERIFY(!query.errors().front().message.isEmpty());
        QTEST(found(typed), "numbers");
    }

    void followsEdits() {
        const std::size_t place = m_catalog.episode({0}).text().find("Lanterns");
        const auto inverse = m_catalog.apply({{0}, format::TextEdits{{{place, place + 8}, "Brasses"}}});
        QVERIFY(inverse);
        QCOMPARE(foundAhead(QStringLiteral("brasses")), QStringLiteral("1"));
        QVERIFY(m_catalog.apply(inverse.value()));
        QCOMPARE(foundAhead(QStringLiteral("brasses")), QString());
    }

    void deepParenthesesEnd() {
        const QString deep(100'000, QLatin1Char('('));
        QVERIFY(!SearchQuery(deep).errors().empty());
        SearchQuery(QString(100'000, QLatin1Char('-')) + QLatin1Char('a'));
    }

    void wordsAreThoseToMark() {
        const SearchQuery query(
            QStringLiteral("Caf\u00e9 -oil title:Lamp -title:wick \"two words\" is:draft number:3"));
        const auto words = [&query](const char* key) {
            return query.marks().termsFor(key).words.join(QLatin1Char('|'));
        };
        QCOMPARE(words("title"), QStringLiteral("lamp|cafe|two words"));
        QCOMPARE(words("description"), QStringLiteral("cafe|two words"));
        QCOMPARE(words("body"), QStringLiteral("cafe|two words"));
        QCOMPARE(words("@file"), QString());
        QCOMPARE(query.marks().ownTermsFor("title").words, QStringList(QStringLiteral("lamp")));
    }

    void fieldsAreMarkedBySearchesOfTheirs_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("keys"); // of those below, which are marked
        QTest::newRow("word") << "x"
                              << "title guests body @address podcast_file";
        QTest::newRow("expression") << "/x+/"
                                    << "title guests body @address podcast_file";
        QTest::newRow("none of it") << "-/x+/ -x"
                                    << "";
        QTest::newRow("notes") << "notes:x"
                               << "body @address";
        QTest::newRow("url") << "url:x"
                             << "@address podcast_file";
        QTest::newRow("guest") << "guest:x"
                               << "guests";
        QTest::newRow("key") << "podcast_file:x"
                             << "podcast_file";
        QTest::newRow("file") << "file:x"
                              << "@file";
        QTest::newRow("no text") << "is:draft number:3 has:chapters"
                                 << "";
    }
    void fieldsAreMarkedBySearchesOfTheirs() {
        QFETCH(QString, typed);
        QFETCH(QString, keys);
        const SearchQuery query(typed);
        QStringList marked;
        for (const char* key : {"title", "guests", "body", "@address", "podcast_file", "@file", "@problems"})
            if (!query.marks().termsFor(key).isEmpty())
                marked += QLatin1String(key);
        QCOMPARE(marked.join(QLatin1Char(' ')), keys);
    }

    void placesAreWhereTheSearchFinds_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QStringList>("found"); // as the text writes it
        const auto row = [](const char* text, const char* word, QStringList found) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(word) << std::move(found);
        };
        row("Lamp, lamp", "lamp", {"Lamp", "lamp"});
        row("Caf\u00e9 CAFE\u0301 cafe.", "cafe",
            {QString::fromUtf8("Caf\u00e9"), QString::fromUtf8("CAFE\u0301"), "cafe"});
        row("caf\\u00e9 \\\"x\\\"", "cafe", {"caf\\u00e9"});
        row("say \\\"x\\\"", "\"x\"", {"\\\"x\\\""});
        row("o\ufb03ce", "office", {QString::fromUtf8("o\ufb03ce")});
        row("\U0001F4A1 lamp \U0001F4A1", "lamp", {"lamp"});
        row("\U0001F4A1\U0001F4A1", "\U0001F4A1",
            {QString::fromUtf8("\U0001F4A1"), QString::fromUtf8("\U0001F4A1")});
        row("two\\nwords", "two words", {"two\\nwords"});
        row("end\\", "end", {"end"});
        row("nothing", "x", {});
    }
    void placesAreWhereTheSearchFinds() {
        QFETCH(QString, text);
        QFETCH(QString, word);
        QFETCH(QStringList, found);
        const QString folded = QString::fromStdString(catalog::foldForSearch(word.toStdString()));
        QStringList places;
        for (const catalog::FoundPlace& place : catalog::foundPlaces(text, {{folded}, {}}))
            places += text.mid(place.position, place.length);
        QCOMPARE(places, found);
        QCOMPARE(!places.isEmpty(),
                 QString::fromStdString(catalog::foldForSearch(text.toStdString())).contains(folded));
    }

    void expressionsMarkWhatTheyMatch() {
        const catalog::FoundTerms terms =
            SearchQuery(QStringLiteral("/L[aeiou]mps?|x*/ open")).marks().termsFor("title");
        QStringList places;
        const QString text = QStringLiteral("Limp lamps, open at night");
        for (const catalog::FoundPlace& place : catalog::foundPlaces(text, terms))
            places += text.mid(place.position, place.length);
        QCOMPARE(places,
                 QStringList({QStringLiteral("open"), QStringLiteral("Limp"), QStringLiteral("lamps")}));
    }

    /// An expression that would take years ends soon, finds nothing where it was given up, and says so.
    void complicatedExpressionsEnd_data() {
        QTest::addColumn<QString>("typed");
        for (const char* typed :
             {"/(a|aa)+[!?]/", "-/(a|aa)+[!?]/", "(zzz or -/(a|aa)+[!?]/)", "/(\\w+\\s?)+[%&]/"})
            QTest::newRow(typed) << QString::fromLatin1(typed);
    }
    void complicatedExpressionsEnd() {
        QFETCH(QString, typed);
        const EpisodeFixture site;
        QByteArray text = EpisodeFixture::episode(2);
        site.write(EpisodeFixture::path(2), text.replace("Lanterns", QByteArray(3000, 'a') + " Lanterns"));
        catalog::Catalog all;
        site.openIn(all);
        const catalog::SearchIndex index(all);
        const SearchQuery query(typed);
        QVERIFY(query.errors().empty());
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!index.matches({1}, query));
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(query.isTooComplicated());
        const auto errors = query.errors();
        QCOMPARE(errors.size(), std::size_t(1));
        QCOMPARE(typed.mid(errors.front().position, 1), QStringLiteral("/"));
        QVERIFY(errors.front().message.contains(QLatin1String("too complicated")));
    }

    /// One that is slow but never too slow for one text ends, too: all texts together have their time.
    void slowExpressionsEnd() {
        const catalog::SearchPattern pattern(QStringLiteral("(?:.{1,30}?){3}[%$]"));
        const QString text = QString(19'000, QLatin1Char('y'));
        QElapsedTimer timer;
        timer.start();
        int asked = 0;
        while (pattern.matches(text).has_value() && asked < 1000)
            ++asked;
        QVERIFY(asked > 0 && asked < 1000);
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
        QVERIFY(pattern.isTooComplicated());
        QVERIFY(pattern.places(QStringLiteral("yyy%"), 9).empty());
        const catalog::SearchPattern another(QStringLiteral("y%"));
        QCOMPARE(another.matches(QStringLiteral("yyy%")), std::optional(true));
        QVERIFY(!another.isTooComplicated());
    }

    void rulesAreNeededWhereTheyAreAsked() {
        QVERIFY(SearchQuery(QStringLiteral("problem:guid")).needsIssues());
        QVERIFY(SearchQuery(QStringLiteral("has:problems")).needsIssues());
        QVERIFY(!SearchQuery(QStringLiteral("has:chapters lamp")).needsIssues());
    }

    void ranges_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("unit");
        QTest::addColumn<qint64>("from"); // -1: open
        QTest::addColumn<qint64>("to");
        const auto row = [](const char* text, SearchUnit unit, qint64 from, qint64 to) {
            QTest::newRow(text) << QString::fromLatin1(text) << static_cast<int>(unit) << from << to;
        };
        row("600", SearchUnit::Number, 600, 600);
        row("600..", SearchUnit::Number, 600, -1);
        row("<600", SearchUnit::Number, -1, 599);
        row("<=600", SearchUnit::Number, -1, 600);
        row("1h", SearchUnit::Seconds, 3600, 7199);
        row(">1h", SearchUnit::Seconds, 3601, -1);
        row("1h30m", SearchUnit::Seconds, 5400, 5459);
        row("45s", SearchUnit::Seconds, 45, 45);
        row("1:02:03", SearchUnit::Seconds, 3723, 3723);
        row("30m..45m", SearchUnit::Seconds, 1800, 2759);
        row("50M", SearchUnit::Bytes, 50'000'000, 50'999'999);
        row("2024-02", SearchUnit::Day, QDate(2024, 2, 1).toJulianDay(), QDate(2024, 2, 29).toJulianDay());
        row(">2024", SearchUnit::Day, QDate(2025, 1, 1).toJulianDay(), -1);
        row("<2024", SearchUnit::Day, -1, QDate(2023, 12, 31).toJulianDay());
    }
    void ranges() {
        QFETCH(QString, text);
        QFETCH(int, unit);
        const auto range = catalog::parseSearchRange(text, static_cast<SearchUnit>(unit));
        QVERIFY(range);
        QTEST(range->from.value_or(-1), "from");
        QTEST(range->to.value_or(-1), "to");
    }

    void everyTermHasHelp() {
        for (const catalog::SearchTerm& term : catalog::searchTerms()) {
            QVERIFY(!catalog::helpOf(term).isEmpty());
            QCOMPARE(catalog::searchTermOf(QLatin1String(term.name)), &term);
        }
        QVERIFY(!catalog::searchTermOf(QStringLiteral("colour")));
    }
};

QTEST_GUILESS_MAIN(TestSearch)
#include "tst_search.moc"
