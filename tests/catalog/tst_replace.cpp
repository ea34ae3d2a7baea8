// SPDX-License-Identifier: MIT
#include "catalog/catalog.h"
#include "catalog/replace/replacetexts.h"
#include "catalog/replace/replacing.h"
#include "support/episodefixture.h"
#include "support/realcatalog.h"

#include <QTest>

#include <algorithm>
#include <random>

using catalog::Proposal;
using catalog::ReplacePattern;
using catalog::ReplacePlaces;
using catalog::ReplaceQuery;
using catalog::Replacing;
using format::Document;

namespace {

constexpr std::size_t most = 1'000;

/// What a row of a table asks for: "notes", "addresses", keys with commas, or everything.
ReplacePlaces placesOf(const QString& words) {
    ReplacePlaces places;
    places.isEverything = words.isEmpty();
    places.inNotes = words == QLatin1String("notes");
    places.inAddresses = words == QLatin1String("addresses");
    if (!words.isEmpty() && !places.inNotes && !places.inAddresses)
        for (const QString& key : words.split(QLatin1Char(',')))
            places.keys.push_back(key.toStdString());
    return places;
}

Proposal proposalOf(const ReplaceQuery& query, const std::string& text) {
    Proposal proposal;
    Replacing(query).look({0}, Document::parse(text).value(), most, proposal);
    return proposal;
}

std::string made(const Proposal& proposal, const std::string& text) {
    const auto gathered = catalog::gathered(proposal);
    if (gathered.leftOut > 0)
        qFatal("%d changes are in each other's way", gathered.leftOut);
    return gathered.edits.empty() ? text : *format::applyEdits(text, gathered.edits.front().changes);
}

QStringList reasonsOf(const Proposal& proposal) {
    QStringList reasons;
    for (const auto& one : proposal.leftOut)
        reasons += one.why;
    return reasons;
}

/// A page around some members and notes; grave accents stand for quotation marks.
std::string page(std::string members, const char* notes = "\n") {
    std::replace(members.begin(), members.end(), '`', '"');
    return "{\n  \"type\": \"episode\",\n  " + members + "\n}\n" + notes;
}

} // namespace

class TestReplace : public QObject {
    Q_OBJECT

private slots:
    void replaces_data() {
        QTest::addColumn<QString>("find");
        QTest::addColumn<QString>("with");
        QTest::addColumn<QString>("options"); // r: regular expression, c: match case, w: whole words
        QTest::addColumn<QString>("places");
        QTest::addColumn<std::string>("before");
        QTest::addColumn<std::string>("after");
        const auto row = [](const char* name, const char* find, const char* with, const char* options,
                            const char* places, std::string before, std::string after) {
            QTest::newRow(name) << QString::fromUtf8(find) << QString::fromUtf8(with)
                                << QString::fromLatin1(options) << QString::fromLatin1(places)
                                << std::move(before) << std::move(after);
        };
        row("every match", "lamp", "wick", "", "", page("`title`: `Lamp, lamp`, `slug`: `1`", "A lamp.\n"),
            page("`title`: `wick, wick`, `slug`: `1`", "A wick.\n"));
        row("case", "lamp", "wick", "c", "", page("`title`: `Lamp, lamp`"), page("`title`: `Lamp, wick`"));
        row("whole words", "lamp", "wick", "w", "", page("`title`: `lamp lamps clamp lamp`"),
            page("`title`: `wick lamps clamp wick`"));
        row("a whole word with signs", "C++", "C", "w", "", page("`title`: `C++ and C++23, C++.`"),
            page("`title`: `C and C++23, C.`"));
        row("a whole word beside a letter with an accent", "caf", "x", "w", "",
            page("`title`: `caf\\u00e9 caf`"), page("`title`: `caf\\u00e9 x`"));
        row("signs are no expression", "(a.c)", "$1", "", "", page("`title`: `(a.c) abc`"),
            page("`title`: `$1 abc`"));
        row("groups", "(\\w+), part (\\d)", "$2: \\1", "r", "", page("`title`: `Lamps, part 2`"),
            page("`title`: `2: Lamps`"));
        row("a named group, the whole, a dollar", "(?<n>\\d+)", "${n}-$0-$$", "r", "title",
            page("`title`: `7`"), page("`title`: `7-7-$`"));
        row("two digits are a group where there are so many", "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)", "$10$1", "r",
            "title", page("`title`: `abcdefghij`"), page("`title`: `ja`"));
        row("two digits are a group and a digit where not", "(a)b", "$10", "r", "title",
            page("`title`: `ab`"), page("`title`: `a0`"));
        row("line ends and tabs", "x", "\\n\\t\\\\", "r", "title", page("`title`: `x`"),
            page("`title`: `\\n\\t\\\\`"));
        row("line by line", "^a$", "b", "r", "notes", page("`title`: `a`", "a\naa\na\n"),
            page("`title`: `a`", "b\naa\nb\n"));
        row("what stands nowhere is put in", "^", "> ", "r", "notes", page("`title`: `a`", "x\ny"),
            page("`title`: `a`", "> x\n> y"));
        row("an empty match beside another is none", "x*", "-", "r", "title", page("`title`: `axb`"),
            page("`title`: `-a-b-`"));
        row("escapes are read", "caf\xc3\xa9", "tea", "", "title", page("`title`: `caf\\u00e9 \\`x\\``"),
            page("`title`: `tea \\`x\\``"));
        row("and written as the file writes them", "tea", "caf\xc3\xa9 \"\xf0\x9f\x92\xa1\"", "", "title",
            page("`title`: `tea \\u00fc`"), page("`title`: `caf\\u00e9 \\`\\ud83d\\udca1\\` \\u00fc`"));
        row("or raw where it writes that", "tea", "caf\xc3\xa9", "", "title",
            page("\"title\": \"tea \xc3\xbc\xc3\xbc\""), page("\"title\": \"caf\xc3\xa9 \xc3\xbc\xc3\xbc\""));
        row("a pair of escapes is one character", "\xf0\x9f\x92\xa1", "!", "", "title",
            page("`title`: `a\\ud83d\\udca1b`"), page("`title`: `a!b`"));
        row("what stays keeps its bytes", "\xc3\xa9t\xc3\xa9", "\xc3\xa9tat", "", "title",
            page("`title`: `\\u00C9 \\u00E9t\\u00e9`"), page("`title`: `\\u00C9 \\u00E9tat`"));
        row("a slash keeps its backslash", "tp", "tps", "", "title", page("`title`: `http:\\/\\/x`"),
            page("`title`: `https:\\/\\/x`"));
        row("a quotation mark is no end", "\"", "'", "", "title", page("`title`: `a \\`b\\``"),
            page("`title`: `a 'b'`"));
        row("keys are left", "title", "name", "", "", page("`title`: `my title`"),
            page("`title`: `my name`"));
        row("numbers and words are left", "7", "8", "", "",
            page("`episode`: 77, `draft`: false, `slug`: `77`"),
            page("`episode`: 77, `draft`: false, `slug`: `88`"));
        row("lists and what is deep", "a", "b", "", "tags,podcast_chapters",
            page("`title`: `a`, `tags`: [`a`, `aa`], `podcast_chapters`: {`chapters`: [{`title`: `a`}]}"),
            page("`title`: `a`, `tags`: [`b`, `bb`], `podcast_chapters`: {`chapters`: [{`title`: `b`}]}"));
        row("addresses", "old.example", "new.example", "", "addresses",
            page("`title`: `old.example`, `podcast_file`: `https://old.example/1.mp3`, `jb_url`: "
                 "`/old.example`,\n  `mine`: {`url`: `http://old.example`}",
                 "* [old.example](https://old.example/ \"old.example\") — see https://old.example/a(b)\n"
                 "* <https://old.example>\nold.example (http://old.example/x), [a][1]\n\n[1]: "
                 "https://old.example\n"),
            page("`title`: `old.example`, `podcast_file`: `https://new.example/1.mp3`, `jb_url`: "
                 "`/new.example`,\n  `mine`: {`url`: `http://new.example`}",
                 "* [old.example](https://new.example/ \"old.example\") — see https://new.example/a(b)\n"
                 "* <https://new.example>\nold.example (http://new.example/x), [a][1]\n\n[1]: "
                 "https://new.example\n"));
        row("an address begins and ends by itself", "^https://a$", "https://b", "r", "addresses",
            page("`podcast_file`: `https://a`", "* [x](https://a)\n* [x](https://a/)\n"),
            page("`podcast_file`: `https://b`", "* [x](https://b)\n* [x](https://a/)\n"));
        row("line ends of Windows", "a", "bb", "", "", page("`title`: `a`", "a\r\na\r\n"),
            page("`title`: `bb`", "bb\r\nbb\r\n"));
        row("a byte order mark within the notes", "a", "b", "", "notes",
            page("`title`: `a`", "\xef\xbb\xbf"
                                 "a\n"),
            page("`title`: `a`", "\xef\xbb\xbf"
                                 "b\n"));
        row("the same again is no change", "a", "a", "", "", page("`title`: `a`"), page("`title`: `a`"));
    }
    void replaces() {
        QFETCH(QString, find);
        QFETCH(QString, with);
        QFETCH(QString, options);
        QFETCH(QString, places);
        QFETCH(std::string, before);
        QFETCH(std::string, after);
        const ReplaceQuery query{find,
                                 with,
                                 options.contains(QLatin1Char('r')),
                                 options.contains(QLatin1Char('c')),
                                 options.contains(QLatin1Char('w')),
                                 placesOf(places)};
        const Proposal proposal = proposalOf(query, before);
        QCOMPARE(reasonsOf(proposal), QStringList());
        QCOMPARE(QByteArray::fromStdString(made(proposal, before)), QByteArray::fromStdString(after));
    }

    void saysWhereAndWhat() {
        ReplaceQuery query;
        query.find = QStringLiteral("museum");
        query.with = QStringLiteral("works");
        Proposal proposal = proposalOf(query, EpisodeFixture::episode(1).toStdString());
        QCOMPARE(proposal.changes.size(), std::size_t{2});
        QCOMPARE(proposal.changes[0].place, QStringLiteral("Show notes, line 43"));
        QCOMPARE(proposal.changes[0].before,
                 QStringLiteral("  * [The lamp museum](https://lamps.example.org/ \"…"));
        QCOMPARE(proposal.changes[1].after,
                 QStringLiteral("…/lamps.example.org/ \"The lamp works\") — Open at night."));
        query.find = QStringLiteral("oil");
        query.places = placesOf(QStringLiteral("tags"));
        proposal = proposalOf(query, EpisodeFixture::episode(1).toStdString());
        QCOMPARE(proposal.changes.size(), std::size_t{1});
        QCOMPARE(proposal.changes[0].place, QStringLiteral("Tags"));
        query.places = placesOf(QStringLiteral("podcast_chapters"));
        proposal = proposalOf(query, page("`podcast_chapters`: {`chapters`: [{}, {`title`: `Oil`}]}"));
        QCOMPARE(proposal.changes[0].place, QStringLiteral("Chapters › chapters › 2 › title"));
    }

    void errors_data() {
        QTest::addColumn<QString>("find");
        QTest::addColumn<QString>("with");
        QTest::addColumn<bool>("isInReplacement");
        QTest::addColumn<int>("position");
        QTest::newRow("nothing") << ""
                                 << "" << false << 0;
        QTest::newRow("parenthesis") << "ab(c"
                                     << "" << false << 4;
        QTest::newRow("too many parentheses") << "a)(b"
                                              << "" << false << 1;
        QTest::newRow("no such group") << "a(b)"
                                       << "x$2" << true << 1;
        QTest::newRow("no such group by backslash") << "ab"
                                                    << "\\1" << true << 0;
        QTest::newRow("no such name") << "(?<n>a)"
                                      << "12${m}" << true << 2;
        QTest::newRow("name without end") << "(?<n>a)"
                                          << "${n" << true << 0;
        QTest::newRow("backslash") << "a"
                                   << "b\\" << true << 1;
    }
    void errors() {
        QFETCH(QString, find);
        QFETCH(QString, with);
        QFETCH(bool, isInReplacement);
        QFETCH(int, position);
        for (const bool isWholeWords : {false, true}) {
            const ReplacePattern pattern({find, with, true, false, isWholeWords, {}});
            QVERIFY(pattern.error());
            QCOMPARE(pattern.error()->isInReplacement, isInReplacement);
            QCOMPARE(pattern.error()->position, position);
            QVERIFY(!pattern.error()->message.isEmpty());
            QVERIFY(pattern.in(QStringLiteral("ab"), most).matches.empty());
        }
    }

    void leavesOut_data() {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<QString>("find");
        QTest::addColumn<QString>("with");
        QTest::addColumn<QString>("why");
        QTest::addColumn<int>("changes"); // that are left
        const auto row = [](const char* name, std::string text, const char* find, const char* with,
                            const char* why, int changes) {
            QTest::newRow(name) << std::move(text) << QString::fromLatin1(find) << QString::fromLatin1(with)
                                << QString::fromUtf8(why) << changes;
        };
        row("a key twice", page("`title`: `a`, `title`: `b`, `slug`: `a`"), "a", "x",
            "Title: the key \"title\" occurs twice", 1);
        row("a key twice further up", page("`m`: {`a`: [`a`], `a`: 1}, `slug`: `a`"), "a", "x",
            "m › a: the key \"a\" occurs twice", 1);
        row("half a character", page("`title`: `a \\ud83d`, `slug`: `a`"), "a", "x",
            "Title: an escape \\uD8xx has no partner there", 1);
        row("notes that are no text", page("`title`: `a`", "a \xff\n"), "a", "x",
            "the show notes are not valid UTF-8", 1);
        row("a link that would be none", page("`title`: `lamp`", "* [lamp](https://lamp \"lamp\")\n"), "lamp",
            "la(mp", "Show notes, line 5: the link would be none any more", 3);
        row("a title that would end", page("`title`: `x`", "* [lamp](https://x \"wick\")\n"), "ick",
            "\" a \"b", "Show notes, line 5: the link would be none any more", 0);
        row("a conflict's mark", page("`title`: `a`", "a b\nxa\n"), "a", "<<<<<<< ",
            "Show notes, line 5: Git left a conflict marker here; finish the merge first.", 2);
        row("an expression without end", page("`title`: `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab`, `slug`: `a`"),
            "(a|aa)+$", "x", "Title: the expression takes too long", 1);
    }
    void leavesOut() {
        QFETCH(std::string, text);
        QFETCH(QString, find);
        QFETCH(QString, with);
        QFETCH(QString, why);
        QFETCH(int, changes);
        const bool isRegex = find.contains(QLatin1Char('('));
        const Proposal proposal = proposalOf({find, with, isRegex, false, false, {}}, text);
        QCOMPARE(reasonsOf(proposal), QStringList(why));
        QCOMPARE(static_cast<int>(proposal.changes.size()), changes);
    }

    /// Any choice of the matches gives each value with just these replaced.
    void anyChoiceIsRight_data() {
        QTest::addColumn<QString>("find");
        QTest::addColumn<QString>("with");
        QTest::newRow("neighbours") << "[a-d]"
                                    << "<$0>";
        QTest::newRow("grown at an end") << "a|b"
                                         << "$0$0";
        QTest::newRow("removed") << "\\W+"
                                 << "";
        QTest::newRow("put in") << "\\b"
                                << "\"";
        QTest::newRow("with accents") << "\xc3\xa9|\xf0\x9f\x92\xa1|\\\\"
                                      << "\xc3\xbc\\\\";
        QTest::newRow("perhaps nothing") << "b*"
                                         << "_";
    }
    void anyChoiceIsRight() {
        QFETCH(QString, find);
        QFETCH(QString, with);
        const auto seed = std::random_device()();
        std::mt19937 random(seed);
        const auto below = [&random](std::size_t limit) {
            return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random);
        };
        static const std::vector<std::string> pieces{
            "a",   "b", "ab", "\\u00e9", "\xc3\xa9", "\\ud83d\\udca1", "\xf0\x9f\x92\xa1", "\\\"", "\\\\",
            "\\/", "/", " ",  "\\n",     "c d"};
        const ReplacePattern pattern({find, with, true, false, false, {}});
        for (int round = 0; round < 200; ++round) {
            std::string members;
            for (int i = 0; i < 5; ++i) {
                members += (i > 0 ? ", \"m" : "\"m") + std::to_string(i) + "\": \"";
                for (std::size_t count = below(12); count > 0; --count)
                    members += pieces[below(pieces.size())];
                members += '"';
            }
            const std::string text = page(members);
            const Document document = Document::parse(text).value();
            ReplacePlaces places = placesOf(QStringLiteral("m0,m1,m2,m3,m4"));
            Proposal proposal = proposalOf({find, with, true, false, false, places}, text);
            for (auto& change : proposal.changes)
                change.isTicked = below(2) == 0;
            const Document after = Document::parse(made(proposal, text)).value();
            std::size_t next = 0;
            for (int i = 0; i < 5; ++i) {
                const std::string key = "m" + std::to_string(i);
                const QString value = QString::fromUtf8(document.member(key)->string);
                QString expected;
                qsizetype end = 0;
                for (const auto& match : pattern.in(value, most).matches) {
                    const QString found = value.mid(match.begin, match.length);
                    const bool isMade = found != match.replacement && proposal.changes[next++].isTicked;
                    expected += value.mid(end, match.begin - end) + (isMade ? match.replacement : found);
                    end = match.begin + match.length;
                }
                expected += value.mid(end);
                QVERIFY2(QString::fromUtf8(after.member(key)->string) == expected,
                         qPrintable(QStringLiteral("seed %1, round %2").arg(seed).arg(round)));
            }
            QCOMPARE(next, proposal.changes.size());
        }
    }

    /// Every text reads as the parser read it.
    void textsReadAsParsed() {
        const std::string text =
            page("`title`: `\\u00e9 \\ud83d\\udca1 \\\\ \\/ \\b\\f\\n\\r\\t \\` é 💡 \\u0000`");
        const Document document = Document::parse(text).value();
        const auto texts = catalog::replaceTexts(document, placesOf(QStringLiteral("title")));
        QCOMPARE(texts.size(), std::size_t{1});
        const auto decoded = catalog::decodeText(text, texts.front());
        QCOMPARE(decoded.text, QString::fromUtf8(document.member("title")->string));
        QCOMPARE(static_cast<qsizetype>(decoded.offsets.size()), decoded.text.size() + 1);
        QCOMPARE(decoded.offsets.back(), texts.front().span.end);
    }

    void longTextsAreHurriedThrough() {
        const ReplacePattern pattern({QStringLiteral("(?:x|xx)+y"), {}, true, false, false, {}});
        const QString text = QString(20, QLatin1Char('x')) + QLatin1Char('y');
        QVERIFY(!pattern.in(text, most).isGivenUp);
        QCOMPARE(pattern.in(text, most).matches.size(), std::size_t{1});
        const QString hostile = QString(30'000, QLatin1Char('x')) + QLatin1Char('z') + text;
        QVERIFY(pattern.in(hostile, most).isGivenUp);
    }

    void looksThroughACatalogue() {
        const EpisodeFixture site;
        catalog::Catalog all;
        site.openIn(all);
        const Replacing replacing({QStringLiteral("lamp"), QStringLiteral("wick"), false, false, false, {}});
        Proposal proposal = catalog::proposalFor(all, {{0}, {2}}, replacing.maker(most));
        QCOMPARE(proposal.changes.size(), std::size_t{8});
        QCOMPARE(proposal.changes.back().id, catalog::EpisodeId{2});
        proposal = catalog::proposalFor(all, {{0}, {1}, {2}}, replacing.maker(5));
        QCOMPARE(proposal.changes.size(), std::size_t{5});
        QCOMPARE(proposal.changes.back().id, catalog::EpisodeId{1});
    }

    /// On every real episode: replaced there and back again, the bytes are the same; nothing else is touched.
    void realEpisodesThereAndBack() {
        const QString folder = realCatalog();
        if (folder.isEmpty())
            QSKIP("There is no real catalogue here.");
        const auto batch = catalog::FolderLoader::loadAll(catalog::listEpisodeFiles({folder}));
        std::size_t changes = 0;
        for (const catalog::Episode& episode : batch.episodes) {
            if (episode.isRefused())
                continue;
            const Proposal there = proposalOf(
                {QStringLiteral("Linux"), QStringLiteral("q#q"), false, true, false, {}}, episode.text());
            changes += there.changes.size();
            const std::string between = made(there, episode.text());
            const Proposal back =
                proposalOf({QStringLiteral("q#q"), QStringLiteral("Linux"), false, true, false, {}}, between);
            QVERIFY2(made(back, between) == episode.text(), qPrintable(episode.path()));
        }
        QVERIFY(changes > 100);
    }
};

QTEST_GUILESS_MAIN(TestReplace)
#include "tst_replace.moc"
