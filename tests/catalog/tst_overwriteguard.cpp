// SPDX-License-Identifier: MIT
#include "catalog/overwriteguard.h"
#include "support/episodefixture.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using catalog::Overwrite;
using catalog::OverwriteGuard;

namespace {

const QString path = EpisodeFixture::path(1);

std::string original() {
    return EpisodeFixture::episode(1).toStdString();
}

/// The episode with some bytes replaced; they must be there.
std::string with(std::string text, const std::vector<std::pair<std::string, std::string>>& changes) {
    for (const auto& [from, to] : changes) {
        const auto at = text.find(from);
        if (at == std::string::npos)
            qFatal("%s is not in the episode", from.c_str());
        text.replace(at, from.size(), to);
    }
    return text;
}

format::Document documentOf(const std::string& text) {
    auto document = format::Document::parse(text);
    if (!document)
        qFatal("the test's episode cannot be read");
    return std::move(document).value();
}

QStringList placesOf(const std::vector<Overwrite>& overwrites) {
    QStringList places;
    for (const Overwrite& one : overwrites)
        places += QString::fromStdString(one.place);
    places.sort();
    return places;
}

using Changes = std::vector<std::pair<std::string, std::string>>;
const Changes title{{"Lanterns, part 1", "Wicks"}};
const Changes guests{{"\"guests\": []", "\"guests\": [\n    \"ben\"\n  ]"}};
const Changes oil{{"  * [Oil](https://oil.example.org/)\n", "  * [Whale oil](https://oil.example.org/)\n"}};
const Changes noOil{{"  * [Oil](https://oil.example.org/)\n", ""}};
const Changes newLink{{"org/)\n\n\n", "org/)\n  * [Wax](https://wax.example.org/)\n\n\n"}};
const Changes guid{{"5d5c0001", "5d5cffff"}};

} // namespace
Q_DECLARE_METATYPE(Changes)

class TestOverwriteGuard : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    QString newFolder() { return m_folder.filePath(QStringLiteral("state-%1").arg(++m_count)); }
    static void open(OverwriteGuard& guard, const QString& folder) {
        QSignalSpy ready(&guard, &OverwriteGuard::ready);
        guard.open(folder);
        QVERIFY(ready.count() > 0 || ready.wait());
    }

private slots:
    /// The history goes along with the names, in a chain, too, and is there after the next start.
    void itFollowsOtherNames() {
        const QString folder = newFolder();
        const QString second = EpisodeFixture::path(2);
        const QString third = EpisodeFixture::path(3);
        const std::string other = EpisodeFixture::episode(2).toStdString();
        const std::string saved = with(original(), title);
        const std::string otherSaved = with(other, {{"Lanterns, part 2", "Oil lamps"}});
        {
            OverwriteGuard guard;
            open(guard, folder);
            guard.noteSaved(path, original(), saved);
            guard.noteSaved(second, other, otherSaved);
            guard.rename({{path, second}, {second, third}});
            QVERIFY(guard.flush());
        }
        OverwriteGuard guard;
        open(guard, folder);
        QStringList paths = guard.paths();
        paths.sort();
        QCOMPARE(paths, (QStringList{second, third}));
        const auto undone = guard.noteChange(second, saved, original());
        QCOMPARE(placesOf(undone), QStringList{QStringLiteral("title")});
        QCOMPARE(undone[0].path, second);
        QCOMPARE(placesOf(guard.noteChange(third, otherSaved, other)), QStringList{QStringLiteral("title")});
    }

    void whatAnotherProgramPutsBackIsFound_data() {
        QTest::addColumn<Changes>("mine");  ///< what is saved here
        QTest::addColumn<Changes>("first"); ///< what the other program's text differs in from the original
        QTest::addColumn<QStringList>("undone");
        const auto row = [](const char* name, const Changes& mine, const Changes& theirs,
                            const QStringList& undone) { QTest::newRow(name) << mine << theirs << undone; };
        const Changes both{title.front(), guests.front()};
        row("the title", title, {}, {QStringLiteral("title")});
        row("title and guests", both, {}, {QStringLiteral("guests"), QStringLiteral("title")});
        row("one of both", both, title, {QStringLiteral("guests")});
        row("nothing of it", title, title, {});
        row("a third value", title, {{"Lanterns, part 1", "Oil lamps"}}, {});
        row("other fields only", title, {title.front(), {"\"ada\"", "\"ada\", \"ben\""}}, {});
        row("the same value spelled otherwise", title, {{"Lanterns, part 1", "Wi\\u0063ks"}}, {});
        row("the old value spelled otherwise", title, {{"Lanterns", "L\\u0061nterns"}},
            {QStringLiteral("title")});
        row("all of the notes", oil, {}, {QStringLiteral("body")});
        row("a link among other changes", oil, {{"museum](", "museum!]("}},
            {QStringLiteral("link https://oil.example.org/")});
        row("a removed link that is back", noOil, {{"museum](", "museum!]("}},
            {QStringLiteral("link https://oil.example.org/")});
        row("an added link that is gone", newLink, {{"museum](", "museum!]("}},
            {QStringLiteral("link https://wax.example.org/")});
    }
    void whatAnotherProgramPutsBackIsFound() {
        QFETCH(Changes, mine);
        QFETCH(Changes, first);
        QFETCH(QStringList, undone);
        OverwriteGuard guard;
        open(guard, newFolder());
        const std::string saved = with(original(), mine);
        const std::string theirs = with(original(), first);
        guard.noteSaved(path, original(), saved);
        const auto found = guard.noteChange(path, saved, theirs);
        QCOMPARE(placesOf(found), undone);
        // Taken back, every place reads as it was saved, and only those changed.
        const auto document = documentOf(catalog::reapplied(documentOf(theirs), found));
        const auto now = catalog::placesOf(document);
        const auto wanted = catalog::placesOf(documentOf(saved));
        for (const Overwrite& one : found) {
            const auto value = wanted.find(one.place);
            QVERIFY((value == wanted.end()) == (now.find(one.place) == now.end()));
            QVERIFY(value == wanted.end() || now.at(one.place) == value->second);
        }
        if (found.empty())
            QCOMPARE(document.text(), theirs);
    }

    void anotherSpellingIsTheSameValue() {
        OverwriteGuard guard;
        open(guard, newFolder());
        const std::string saved = with(original(), title);
        guard.noteSaved(path, original(), saved);
        const std::string spelled =
            with(saved, {{"Wicks", "Wi\\u0063ks"}, {"\"lamps\",\n    ", "\"lamps\", "}});
        QVERIFY(guard.noteChange(path, saved, spelled).empty());
        QCOMPARE(placesOf(guard.noteChange(path, spelled, original())), QStringList{QStringLiteral("title")});
    }

    void aFileThatNobodySavedIsNobodysBusiness() {
        OverwriteGuard guard;
        open(guard, newFolder());
        QVERIFY(guard.noteChange(path, with(original(), title), original()).empty());
        QVERIFY(guard.check(path, original()).empty());
    }

    void ofSeveralSavesEveryOldValueIsOne() {
        OverwriteGuard guard;
        open(guard, newFolder());
        const std::string second = with(original(), title);
        const std::string third = with(original(), {{"Lanterns, part 1", "Wax"}});
        guard.noteSaved(path, original(), second);
        guard.noteSaved(path, second, third);
        QCOMPARE(placesOf(guard.noteChange(path, third, original())), QStringList{QStringLiteral("title")});
        QCOMPARE(placesOf(guard.noteChange(path, original(), second)), QStringList{QStringLiteral("title")});
        QVERIFY(guard.noteChange(path, second, third).empty());
        // Set back by the user: the first value is right again.
        guard.noteSaved(path, third, original());
        QVERIFY(guard.check(path, original()).empty());
        QCOMPARE(placesOf(guard.check(path, third)), QStringList{QStringLiteral("title")});
    }

    void itIsFoundAtTheNextStart() {
        const QString folder = newFolder();
        const std::string saved = with(original(), title);
        {
            OverwriteGuard guard;
            open(guard, folder);
            guard.noteSaved(path, original(), saved);
        }
        OverwriteGuard guard;
        open(guard, folder);
        QCOMPARE(guard.paths(), QStringList{path});
        QVERIFY(guard.check(path, saved).empty());
        const auto found = guard.check(path, original());
        QCOMPARE(placesOf(found), QStringList{QStringLiteral("title")});
        QCOMPARE(catalog::reapplied(documentOf(original()), found), saved);
        guard.letBe(found);
        QVERIFY(guard.check(path, original()).empty());
        QVERIFY(guard.flush());
        OverwriteGuard third;
        open(third, folder);
        QVERIFY(third.paths().isEmpty());
    }

    void identityIsAnAlarm_data() {
        QTest::addColumn<Changes>("change");
        QTest::addColumn<QString>("place");
        QTest::newRow("GUID") << guid << QStringLiteral("episode_guid");
        QTest::newRow("show's folder")
            << Changes{{"\"show_slug\": \"night", "\"show_slug\": \"day"}} << QStringLiteral("show_slug");
        QTest::newRow("show") << Changes{{"\"Night Desk\"", "\"Day Desk\""}} << QStringLiteral("show_name");
        QTest::newRow("number") << Changes{{"\"episode\": 1", "\"episode\": 7"}} << QStringLiteral("episode");
        QTest::newRow("slug") << Changes{{"\"slug\": \"1\"", "\"slug\": \"7\""}} << QStringLiteral("slug");
    }
    void identityIsAnAlarm() {
        QFETCH(Changes, change);
        QFETCH(QString, place);
        OverwriteGuard guard; // of a file that was never saved here
        open(guard, newFolder());
        const std::string theirs = with(original(), change);
        const auto found = guard.noteChange(path, original(), theirs);
        QCOMPARE(placesOf(found), QStringList{place});
        QVERIFY(catalog::isIdentity(found[0].place));
        QCOMPARE(catalog::reapplied(documentOf(theirs), found), original());
        // Of one that was saved, at the next start; and not where it was put right.
        guard.noteSaved(path, original(), with(original(), title));
        QCOMPARE(placesOf(guard.check(path, with(theirs, title))), QStringList{place});
        QVERIFY(guard.noteChange(path, with(theirs, title), with(original(), title)).empty());
    }

    void whatTheUserChangedSinceIsLeftAlone() {
        const std::vector<Overwrite> found{{path, "title", "\"Wicks\"", "\"Lanterns, part 1\""}};
        const std::string typed = with(original(), {{"Lanterns, part 1", "Something else"}});
        QCOMPARE(catalog::reapplied(documentOf(typed), found), typed);
    }

    void itsRecordsComeBackWholeOrNotAtAll() {
        catalog::SavedFile file;
        file.path = path;
        file.when = QDateTime::currentDateTimeUtc();
        file.textHash = "hash";
        file.places["title"] = {"\"Wicks\"", {"\"a\"", ""}};
        file.identity["slug"] = "\"1\"";
        const std::string bytes = catalog::encodeSavedFile(file);
        const auto again = catalog::decodeSavedFile(bytes);
        QVERIFY(again);
        QCOMPARE(again->path, file.path);
        QCOMPARE(again->places.at("title").former, file.places["title"].former);
        QCOMPARE(again->identity, file.identity);
        for (std::size_t cut = 0; cut < bytes.size(); ++cut)
            QVERIFY(!catalog::decodeSavedFile(std::string_view(bytes).substr(0, cut)));
    }

    void valuesReadAsPeopleWriteThem_data() {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("text") << "title"
                              << "\"caf\\u00e9 \\\"x\\\"\"" << QStringLiteral("café \"x\"");
        QTest::newRow("number") << "podcast_bytes"
                                << "14"
                                << "14";
        QTest::newRow("list") << "guests"
                              << "[\"ben\"]"
                              << "[\"ben\"]";
        QTest::newRow("nothing") << "guests"
                                 << ""
                                 << "(nothing)";
        QTest::newRow("notes") << "body"
                               << "\"Quote\" first"
                               << "\"Quote\" first";
    }
    void valuesReadAsPeopleWriteThem() {
        QFETCH(QString, place);
        QFETCH(QString, value);
        QFETCH(QString, text);
        QCOMPARE(catalog::placeText(place.toStdString(), value.toStdString()), text);
    }
};

QTEST_GUILESS_MAIN(TestOverwriteGuard)
#include "tst_overwriteguard.moc"
