// SPDX-License-Identifier: MIT
#include "catalog/changes.h"

#include "catalog/field.h"
#include "catalog/hunks.h"
#include "support/episodefixture.h"
#include "support/realcatalog.h"

#include <QDirIterator>
#include <QTest>

#include <random>

using catalog::Change;
using format::Document;
using format::JsonValue;

namespace {

QByteArray withChapters() {
    QByteArray chapters = "{\n    \"version\": \"1.2.0\",\n    \"chapters\": [";
    const char* const titles[] = {"Wicks", "Oil", "Glass"};
    for (int i = 0; i < 3; ++i)
        chapters += QByteArray(i > 0 ? "," : "") +
                    "\n      {\n        \"startTime\": " + QByteArray::number(60 * i) +
                    ",\n        \"title\": \"" + titles[i] + "\"\n      }";
    chapters += "\n    ]\n  }";
    return EpisodeFixture::episode(1).replace("\"podcast_chapters\": null",
                                              "\"podcast_chapters\": " + chapters);
}

Document parsed(const QByteArray& text) {
    auto document = Document::parse(text.toStdString());
    if (!document)
        qFatal("does not parse: %s", document.error().message.c_str());
    return std::move(document).value();
}

QStringList said(const std::vector<Change>& changes) {
    QStringList lines;
    for (const Change& change : changes)
        lines += change.place + QLatin1String(" | ") + catalog::summaryOf(change);
    return lines;
}

class Chance {
public:
    explicit Chance(unsigned seed)
        : m_random(seed) {}
    std::size_t below(std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(m_random);
    }
    /// Some word, seldom twice the same.
    std::string word() { return "w" + std::to_string(below(30)); }

private:
    std::mt19937 m_random;
};

/// The edits of one of the ways in which people and programs change an episode.
format::Result<format::TextEdits> editByChance(const Document& document, Chance& chance) {
    const auto& rows = document.links().rows();
    const auto& members = document.json().node(document.json().root()).children;
    const std::string key(members.empty() ? "type"
                                          : document.json().node(members[chance.below(members.size())]).name);
    const format::JsonEditor json = document.jsonEditor();
    const auto links = document.linkEditor();
    if (!links)
        return links.error();
    const std::size_t row = chance.below(rows.size() + 1);
    switch (chance.below(13)) {
    case 0:
        return json.set({key}, JsonValue::string(chance.word()));
    case 1:
        return json.remove({key});
    case 2:
        return json.move({key}, chance.below(members.size() + 1));
    case 3:
        return document.set({std::string(catalog::fields()[chance.below(catalog::fields().size())].key)},
                            JsonValue::integer(static_cast<long long>(chance.below(9))), catalog::keyOrder());
    case 4:
        return json.set({std::string(chance.below(2) == 0 ? "tags" : "guests")},
                        JsonValue::strings({chance.word(), chance.word(), "oil"}));
    case 5:
        return json.insertElement({std::string("tags")}, chance.below(3), JsonValue::string(chance.word()));
    case 6:
        return json.remove({std::string("podcast_chapters"), std::string("chapters"), chance.below(3)});
    case 7:
        return json.set(
            {std::string("podcast_chapters"), std::string("chapters"), chance.below(3), std::string("title")},
            JsonValue::string(chance.word()));
    case 8:
        return links->insertLinks(row, {{chance.word(), "https://example.org/" + chance.word(), {}, ""}});
    case 9:
        return links->removeRows({chance.below(std::max<std::size_t>(rows.size(), 1))});
    case 10:
        return links->moveRows({chance.below(std::max<std::size_t>(rows.size(), 1))}, row);
    case 11:
        return format::TextEdits{{{document.text().size(), document.text().size()}, chance.word()}};
    default: // a character of the notes goes
        const format::Span body = document.frontMatter().body;
        const std::size_t at = body.begin + chance.below(std::max<std::size_t>(body.size(), 1));
        return format::TextEdits{{{at, std::min(at + 1, body.end)}, {}}};
    }
}

std::string editedByChance(const Document& document, Chance& chance) {
    Document now = document;
    for (std::size_t count = 1 + chance.below(8); count > 0; --count) {
        const auto edits = editByChance(now, chance);
        auto next = edits ? now.withEdits(*edits) : format::Result<Document>(edits.error());
        if (next)
            now = std::move(next).value();
    }
    std::string text = now.text();
    if (chance.below(8) == 0)
        text = QString::fromStdString(text).replace("\r\n", "\n").replace("\n", "\r\n").toStdString();
    if (chance.below(8) == 0)
        text = "\xEF\xBB\xBF" + text;
    return text;
}

/// Takes the changes back one by one by chance; what went wrong, or nothing.
QString whyNotTakenBack(const Document& saved, Document now, Chance& chance) {
    std::vector<Change> changes = catalog::changesOf(saved, now);
    format::TextEdits all;
    for (const catalog::Hunk& hunk : catalog::hunksOf(saved, now))
        all.push_back({hunk.now, std::string(hunk.saved.in(saved.text()))});
    if (const auto atOnce = format::applyEdits(now.text(), all); !atOnce || *atOnce != saved.text())
        return QStringLiteral("all at once");
    for (std::size_t steps = 2 * changes.size() + 2; !changes.empty(); --steps) {
        if (steps == 0)
            return QStringLiteral("never ends");
        const Change& change = changes[chance.below(changes.size())];
        auto next = now.withEdits(change.edits);
        if (!next)
            return QStringLiteral("%1 (%2): %3")
                .arg(change.place, catalog::summaryOf(change), QString::fromStdString(next.error().message));
        if (next->json().shadowedDuplicates().size() >
            std::max(saved.json().shadowedDuplicates().size(), now.json().shadowedDuplicates().size()))
            return QStringLiteral("%1 stands twice").arg(change.place);
        now = std::move(next).value();
        changes = catalog::changesOf(saved, now);
    }
    return now.text() == saved.text() ? QString() : QStringLiteral("other bytes");
}

} // namespace

class TestChanges : public QObject {
    Q_OBJECT

private slots:
    void inWords_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QStringList>("lines");
        const auto row = [](const char* name, const char* from, const char* to, const QStringList& lines) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << lines;
        };
        row("value", "\"Lanterns, part 1\"", "\"Lamps\"", {"Title | Lanterns, part 1 → Lamps"});
        row("added key", "  \"guests\": [],", "  \"guests\": [],\n  \"mood\": \"dim\",", {"mood | + dim"});
        row("removed key", "  \"guests\": [],\n", "", {"Guests | − "});
        row("last key removed", ",\n  \"fireside_url\": \"/1\"", "", {"Show page | − /1"});
        row("first key removed", "\n  \"type\": \"episode\",", "", {"Type | − episode"});
        row("first of a list", "[]", "[\n    \"ben\"\n  ]", {"Guests | + ben"});
        row("one more of a list", "    \"oil\"\n", "    \"oil\",\n    \"wicks\"\n", {"Tags | + wicks"});
        row("one fewer of a list", "    \"lamps\",\n", "", {"Tags | − lamps"});
        row("another of a list", "    \"lamps\",\n", "    \"lights\",\n",
            {"Tags | − lamps", "Tags | + lights"});
        row("order of a list", "\"lamps\",\n    \"oil\"", "\"oil\",\n    \"lamps\"", {"Tags | moved: lamps"});
        row("spelling", "caf\\u00e9", "caf\xc3\xa9", {"Description | the same value, written otherwise"});
        row("white space", "\"draft\": false", "\"draft\":  false",
            {"White space of the front matter | the values are the same"});
        row("moved key", "  \"draft\": false,\n  \"show_slug\": \"night-desk\",\n",
            "  \"show_slug\": \"night-desk\",\n  \"draft\": false,\n", {"Draft | moved: false"});
        row("null becomes an object", "\"video_file\": null", "\"video_file\": {\"a\": 1}",
            {"Video | null → {\"a\": 1}"});
        row("chapter's title", "\"Glass\"", "\"Crystal\"", {"Chapters: chapter 3, title | Glass → Crystal"});
        row("chapter removed",
            ",\n      {\n        \"startTime\": 120,\n        \"title\": \"Glass\"\n      }", "",
            {"Chapters: chapter 3 | − { \"startTime\": 120, \"title\": \"Glass\" }"});
        row("link changed", "Open at night.", "Open all day.",
            {"Link | The lamp museum · https://lamps.example.org/ · \"The lamp museum\" · Open at night. → "
             "The lamp museum · https://lamps.example.org/ · \"The lamp museum\" · Open all day."});
        row("link removed", "  * [Oil](https://oil.example.org/)\n", "",
            {"Link | − Oil · https://oil.example.org/"});
        row("link added", "  * [Oil]", "  * [Wicks](https://wicks.example.org/)\n  * [Oil]",
            {"Link | + Wicks · https://wicks.example.org/"});
        row("heading", "### Episode Links", "### Links", {"Heading | ### Episode Links → ### Links"});
        row("section with its blank lines", "  * [Oil](https://oil.example.org/)\n",
            "  * [Oil](https://oil.example.org/)\n\n### More\n", {"Heading | + ### More"});
        row("final line end", "org/)\n\n\n", "org/)\n\n", {"Line end at the end of the file | removed"});
    }
    void inWords() {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QStringList, lines);
        const QByteArray saved = withChapters();
        QVERIFY(saved.count(from) >= 1);
        QByteArray now = saved;
        now.replace(now.indexOf(from), from.size(), to);
        const auto changes = catalog::changesOf(parsed(saved), parsed(now));
        QCOMPARE(said(changes), lines);
        for (const Change& change : changes)
            QVERIFY(change.field == "body" || !change.field.empty() || change.kind != Change::Kind::Changed);
    }

    void ofTheFile() {
        const QByteArray saved = withChapters();
        QByteArray now = "\xEF\xBB\xBF" + saved;
        now.replace("\n", "\r\n");
        QCOMPARE(said(catalog::changesOf(parsed(saved), parsed(now))),
                 (QStringList{"Byte order mark | added", "Line ends | LF → CRLF"}));
    }

    void takesBackJustOne() {
        const QByteArray saved = withChapters();
        QByteArray now = saved;
        now.replace("caf\\u00e9", "tea")
            .replace("\"Glass\"", "\"Crystal\"")
            .replace("  * [Oil]", "  * [Fat]");
        const Document document = parsed(now);
        const auto changes = catalog::changesOf(parsed(saved), document);
        QCOMPARE(changes.size(), std::size_t{3});
        const auto next = document.withEdits(changes[0].edits);
        QVERIFY(next.hasValue());
        QByteArray wanted = saved; // the escape is back as it was
        wanted.replace("\"Glass\"", "\"Crystal\"").replace("  * [Oil]", "  * [Fat]");
        QCOMPARE(QByteArray::fromStdString(next->text()), wanted);
    }

    /// What cannot go back by itself says so.
    void entangled() {
        QByteArray saved = withChapters();
        QByteArray now = saved;
        saved.replace("\"guests\": []", "\"guests\": [\"ben\", \"cy\"]");
        now.replace("\"guests\": []", "\"guests\": [\"dot\"]");
        const auto changes = catalog::changesOf(parsed(saved), parsed(now));
        QCOMPARE(said(changes), QStringList{"Guests | \"ben\", \"cy\" → dot"});
        QCOMPARE(changes[0].parts, 2);
    }

    /// A chapter is known by what it kept.
    void followsWhatMoved() {
        QByteArray now = withChapters();
        now.replace("\"Wicks\"", "\"Threads\"");
        const QByteArray chapter =
            ",\n      {\n        \"startTime\": 60,\n        \"title\": \"Oil\"\n      }";
        QVERIFY(now.contains(chapter));
        now.replace(chapter, "");
        QCOMPARE(said(catalog::changesOf(parsed(withChapters()), parsed(now))),
                 (QStringList{"Chapters: chapter 1, title | Wicks → Threads",
                              "Chapters: chapter 2 | − { \"startTime\": 60, \"title\": \"Oil\" }"}));
    }

    /// What cannot be read on the disk goes back as a whole.
    void readOtherwise() {
        const EpisodeFixture site;
        QByteArray bytes = EpisodeFixture::episode(1);
        site.write(EpisodeFixture::path(1), bytes.replace("caf\\u00e9", "caf\xe9"));
        catalog::Catalog catalog;
        site.openIn(catalog);
        QVERIFY(catalog.episode({0}).isRefused());
        QVERIFY(catalog::changesOf(catalog.episode({0})).empty());
        QVERIFY(catalog.readAs({0}, bytes.replace("caf\xe9", "caf\xc3\xa9").toStdString()).hasValue());
        const auto changes = catalog::changesOf(catalog.episode({0}));
        QCOMPARE(changes.size(), std::size_t{1});
        QCOMPARE(changes[0].kind, Change::Kind::File);
        QVERIFY(changes[0].edits.empty());
    }

    void anyOrder_data() {
        QTest::addColumn<QByteArray>("saved");
        QTest::newRow("plain") << withChapters();
        QTest::newRow("crlf") << withChapters().replace("\n", "\r\n");
        QTest::newRow("no line end at the end") << withChapters().trimmed();
        QTest::newRow("no notes") << withChapters().left(withChapters().lastIndexOf('}') + 1);
        QTest::newRow("compact") << QByteArray(
            "{\"type\":\"episode\",\"tags\":[\"oil\"],\"guests\":[]}\n* a\n");
        QTest::newRow("byte order mark") << "\xEF\xBB\xBF" + withChapters();
    }
    void anyOrder() {
        QFETCH(QByteArray, saved);
        const Document document = parsed(saved);
        int edited = 0;
        for (unsigned seed = 0; seed < 200; ++seed) {
            Chance chance(seed);
            const auto now = Document::parse(editedByChance(document, chance));
            if (!now)
                continue;
            edited += now->text() != document.text() ? 1 : 0;
            const QString why = whyNotTakenBack(document, *now, chance);
            QVERIFY2(why.isEmpty(), qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(why)));
        }
        QVERIFY(edited > 150);
    }

    /// Each real episode edited by chance, and each against the next one: nothing in common but the keys.
    void realCatalogue() {
        const QString folder = realCatalog();
        if (folder.isEmpty())
            QSKIP("no real catalogue here");
        std::vector<Document> documents;
        QDirIterator files(folder, {QStringLiteral("*.md")}, QDir::Files, QDirIterator::Subdirectories);
        for (int at = 0; files.hasNext(); ++at) {
            QFile file(files.next());
            if (at % 12 != 0 || !file.open(QIODevice::ReadOnly))
                continue;
            const std::string bytes = file.readAll().toStdString();
            if (format::pageKindOf(bytes) == format::PageKind::Episode)
                if (auto document = Document::parse(bytes))
                    documents.push_back(std::move(document).value());
        }
        QVERIFY(documents.size() > 20);
        for (std::size_t i = 0; i < documents.size(); ++i) {
            Chance chance(static_cast<unsigned>(i));
            const auto edited = Document::parse(editedByChance(documents[i], chance));
            if (edited)
                QCOMPARE(whyNotTakenBack(documents[i], *edited, chance), QString());
            if (i % 4 == 0)
                QCOMPARE(whyNotTakenBack(documents[i], documents[(i + 1) % documents.size()], chance),
                         QString());
        }
    }
};

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
