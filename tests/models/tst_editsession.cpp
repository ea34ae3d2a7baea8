// SPDX-License-Identifier: MIT
#include "models/editsession.h"

#include "catalog/validator.h"
#include "support/episodefixture.h"
#include "support/misread.h"
#include "support/realcatalog.h"

#include <QSignalSpy>
#include <QTest>

using catalog::EpisodeId;
using format::JsonValue;
using models::EditSession;

class TestEditSession : public QObject {
    Q_OBJECT

    EpisodeFixture m_site;

    struct Opened {
        explicit Opened(const EpisodeFixture& site)
            : session(catalog) {
            site.openIn(catalog);
            before = catalog.episode(id).text();
        }
        const std::string& text() const { return catalog.episode(id).text(); }
        catalog::Catalog catalog;
        EditSession session;
        EpisodeId id{0};
        std::string before;
    };
    static std::string replaced(std::string text, const std::string& what, const std::string& by) {
        const auto at = text.find(what);
        return at == std::string::npos ? std::string("not found: ") + what
                                       : text.replace(at, what.size(), by);
    }

    /// The rule's fix of a damaged file, as the Problems panel makes it: one step to the sound text, and one
    /// back.
    static void repairByTheRule(const QByteArray& damaged, const QByteArray& sound) {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(1), damaged);
        Opened open(site);
        catalog::Validator validator(open.catalog);
        validator.finish();
        const auto issues = validator.issuesOf(open.id);
        const auto found = std::find_if(issues.begin(), issues.end(), [](const catalog::Issue& issue) {
            return issue.rule == QLatin1String("mojibake-text");
        });
        QVERIFY(found != issues.end() && found->fix);
        QVERIFY(open.session.apply({found->fix->edit}, found->fix->label));
        QVERIFY(open.text() == sound.toStdString());
        QCOMPARE(open.session.undoStack().count(), 1);
        validator.finish();
        for (const catalog::Issue& issue : validator.issuesOf(open.id))
            QVERIFY(issue.rule != QLatin1String("mojibake-text"));
        open.session.undoStack().undo();
        QVERIFY(open.text() == damaged.toStdString());
    }

private slots:
    void aMisreadFileIsRepairedInOneStep_data() {
        QTest::addColumn<int>("table");
        QTest::addColumn<int>("again"); // the table of a second mistake; -1: none
        for (const format::CodeTable table : format::codeTables) {
            QTest::addRow("%s", std::string(nameOf(table)).c_str()) << static_cast<int>(table) << -1;
            QTest::addRow("%s twice", std::string(nameOf(table)).c_str())
                << static_cast<int>(table) << static_cast<int>(table);
            // Latin-1 gives control characters, which a second reading by Windows-1252 cannot tell from
            // others.
            if (table != format::CodeTable::Latin1 && table != format::CodeTable::Windows1252)
                QTest::addRow("%s, then Windows-1252", std::string(nameOf(table)).c_str())
                    << static_cast<int>(table) << static_cast<int>(format::CodeTable::Windows1252);
        }
    }
    void aMisreadFileIsRepairedInOneStep() {
        QFETCH(int, table);
        QFETCH(int, again);
        const QByteArray sound = EpisodeFixture::episode(1)
                                     .replace("Lanterns, part 1", "Größere Laternen – “Teil” 1 🚀")
                                     .replace("We caf\\u00e9", "We café")
                                     .replace("[Oil]", "[Öl à la carte…]");
        QByteArray damaged = misread(sound, static_cast<format::CodeTable>(table));
        if (again >= 0)
            damaged = misread(damaged, static_cast<format::CodeTable>(again));
        QVERIFY(damaged != sound);
        repairByTheRule(damaged, sound);
    }
    void aRealMisreadFileIsRepairedInOneStep() {
        QFile good(realCatalog() + QStringLiteral("/content/show/coder-radio/0605.md"));
        QFile damaged(realCatalog() + QStringLiteral("/../damaged/coder-radio-0605-mojibake.txt"));
        if (realCatalog().isEmpty() || !good.open(QIODevice::ReadOnly) || !damaged.open(QIODevice::ReadOnly))
            QSKIP("No damaged file beside a real catalogue; name one in EPISODE_DESK_CATALOG.");
        repairByTheRule(damaged.readAll(), good.readAll());
    }

    void settingAValueChangesItsBytesOnly() {
        Opened open(m_site);
        QVERIFY(open.session.setValue(open.id, {std::string("title")}, JsonValue::string("Wicks")));
        QCOMPARE(open.text(), replaced(open.before, "Lanterns, part 1", "Wicks"));
        QVERIFY(open.catalog.episode(open.id).isChanged());
        open.session.undoStack().undo();
        QCOMPARE(open.text(), open.before);
        QVERIFY(!open.catalog.episode(open.id).isChanged());
        open.session.undoStack().redo();
        QCOMPARE(open.text(), replaced(open.before, "Lanterns, part 1", "Wicks"));
    }

    void settingAValueBackRestoresItsSpelling() {
        Opened open(m_site);
        QVERIFY(open.session.setValue(open.id, {std::string("description")}, JsonValue::string("x")));
        QVERIFY(open.session.setValue(open.id, {std::string("description")},
                                      JsonValue::string("We caf\xc3\xa9 and \"talk\".")));
        QCOMPARE(open.text(), open.before);
        open.session.undoStack().undo();
        open.session.undoStack().undo();
        QCOMPARE(open.text(), open.before);
    }

    void aMissingKeyIsInsertedAtItsPlaceAndUndone() {
        Opened open(m_site);
        QVERIFY(open.session.removeValue(open.id, {std::string("sponsors")}));
        QVERIFY(open.text().find("sponsors") == std::string::npos);
        QVERIFY(open.session.setValue(open.id, {std::string("sponsors")}, JsonValue::strings({})));
        QCOMPARE(open.text(), open.before);
    }

    void typingMergesAndPausesDoNot() {
        Opened open(m_site);
        const format::JsonPath title{std::string("title")};
        for (const char* typed : {"L", "La", "Lam"})
            QVERIFY(
                open.session.setValue(open.id, title, JsonValue::string(typed), EditSession::Merge::Typing));
        QCOMPARE(open.session.undoStack().count(), 1);
        QVERIFY(open.session.setValue(open.id, {std::string("slug")}, JsonValue::string("x"),
                                      EditSession::Merge::Typing));
        QCOMPARE(open.session.undoStack().count(), 2);
        open.session.undoStack().undo();
        open.session.undoStack().undo();
        QCOMPARE(open.text(), open.before);
    }

    void stepsAreNamed() {
        Opened open(m_site);
        QVERIFY(open.session.setValue(open.id, {std::string("title")}, JsonValue::string("x")));
        QVERIFY2(open.session.undoStack().undoText().contains(QLatin1String("Title")),
                 qPrintable(open.session.undoStack().undoText()));
    }

    void anEditThatChangesNothingMakesNoStep() {
        Opened open(m_site);
        QVERIFY(
            open.session.setValue(open.id, {std::string("title")}, JsonValue::string("Lanterns, part 1")));
        QCOMPARE(open.session.undoStack().count(), 0);
    }

    void textThatIsNoEpisodeIsRefusedAndNothingChanges() {
        Opened open(m_site);
        QSignalSpy refused(&open.session, &EditSession::refused);
        QVERIFY(!open.session.setText(open.id, "{ broken"));
        QCOMPARE(refused.size(), 1);
        QCOMPARE(open.text(), open.before);
        QCOMPARE(open.session.undoStack().count(), 0);
    }

    void listElements() {
        Opened open(m_site);
        const format::JsonPath tags{std::string("tags")};
        QVERIFY(open.session.insertElement(open.id, tags, 1, JsonValue::string("night")));
        QCOMPARE(open.text(), replaced(open.before, "\"lamps\",\n", "\"lamps\",\n    \"night\",\n"));
        QVERIFY(open.session.moveElement(open.id, {std::string("tags"), std::size_t{1}}, 0));
        QVERIFY(open.session.removeValue(open.id, {std::string("tags"), std::size_t{0}}));
        QCOMPARE(open.text(), open.before);
        open.session.undoStack().setIndex(0);
        QCOMPARE(open.text(), open.before);
    }

    void linkRows() {
        Opened open(m_site);
        const auto rows = open.catalog.episode(open.id).document()->links().rows();
        std::size_t link = 0;
        while (rows[link].kind != format::RowKind::Link)
            ++link;
        format::LinkParts parts = rows[link].link;
        parts.description = "Open by day.";
        QVERIFY(open.session.setLink(open.id, link, parts));
        QCOMPARE(open.text(), replaced(open.before, "Open at night.", "Open by day."));
        QVERIFY(open.session.moveRows(open.id, {link}, link + 2));
        QVERIFY(open.session.insertLinks(open.id, link, {{"New", "https://new.example.org/", {}, ""}}));
        QVERIFY(open.session.removeRows(open.id, {link}));
        open.session.undoStack().setIndex(0);
        QCOMPARE(open.text(), open.before);
    }

    void revertField() {
        Opened open(m_site);
        QVERIFY(open.session.setValue(open.id, {std::string("title")}, JsonValue::string("x")));
        QVERIFY(open.session.setValue(open.id, {std::string("slug")}, JsonValue::string("y")));
        QVERIFY(open.session.revertField(open.id, "title"));
        QCOMPARE(open.text(), replaced(open.before, "\"slug\": \"1\"", "\"slug\": \"y\""));
        QVERIFY(open.session.revert(open.id));
        QCOMPARE(open.text(), open.before);
        QVERIFY(!open.catalog.episode(open.id).isChanged());
    }

    void editsOfSeveralEpisodesAreAllOrNothing() {
        Opened open(m_site);
        const std::string second = open.catalog.episode({1}).text();
        const catalog::Edit good{{0}, {{{0, 0}, " "}}};
        const catalog::Edit bad{{1}, {{{0, 1}, "}"}}};
        QVERIFY(!open.session.apply({good, bad}, QStringLiteral("Both")));
        QCOMPARE(open.text(), open.before);
        QCOMPARE(open.catalog.episode({1}).text(), second);
        QVERIFY(open.session.apply({good, {{1}, {{{0, 0}, "\n"}}}}, QStringLiteral("Both")));
        open.session.undoStack().undo();
        QCOMPARE(open.catalog.episode({1}).text(), second);
    }
};

QTEST_GUILESS_MAIN(TestEditSession)
#include "tst_editsession.moc"
