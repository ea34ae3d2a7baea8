// SPDX-License-Identifier: MIT
#include "catalog/renameplan.h"

#include "catalog/episodenames.h"
#include "support/episodefixture.h"

#include <QTest>

#include <functional>

using catalog::RenamePlan;
using catalog::Renaming;

namespace {

struct Site : EpisodeFixture {
    explicit Site(const std::function<void(const EpisodeFixture&)>& prepare = {}) {
        if (prepare)
            prepare(*this);
        openIn(catalog);
    }
    catalog::EpisodeId id(const char* file) const {
        return catalog.idOfPath(absolute(QStringLiteral("content/show/night-desk/") + QLatin1String(file)));
    }
    QString namesOf(const Renaming& renaming) const {
        const auto shown = [](const std::optional<QString>& name) {
            return name.value_or(QStringLiteral("="));
        };
        return QStringList{shown(renaming.number), shown(renaming.padded), shown(renaming.slug),
                           shown(renaming.fileName)}
            .join(QLatin1Char(' '));
    }
    catalog::Catalog catalog;
};

QByteArray withSlug(int number, const QByteArray& slug) {
    const QByteArray n = QByteArray::number(number);
    return EpisodeFixture::episode(number).replace("\"slug\": \"" + n, "\"slug\": \"" + slug);
}

} // namespace

class TestRenamePlan : public QObject {
    Q_OBJECT

private slots:
    void namesThatGoTogether_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("slug");
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("names");
        const auto row = [](const char* name, const char* file, const char* slug, const char* number,
                            const char* names) {
            QTest::newRow(name) << QString::fromLatin1(file) << QString::fromLatin1(slug)
                                << QString::fromLatin1(number) << QString::fromLatin1(names);
        };
        row("all", "0003.md", "3", "12", "12 0012 12 0012.md");
        row("to a word", "0003.md", "3", "T-0", "T-0 T-0 T-0 T-0.md");
        row("slug of its own", "0003.md", "wicks", "12", "12 0012 = 0012.md");
        row("file of its own", "wicks.md", "3", "12", "12 0012 12 =");
        row("with the show's name", "night-desk-0003.md", "nd-3", "12", "12 0012 nd-12 night-desk-0012.md");
    }
    void namesThatGoTogether() {
        QFETCH(QString, file);
        QFETCH(QString, slug);
        QFETCH(QString, number);
        QFETCH(QString, names);
        const Site site([&](const EpisodeFixture& fixture) {
            QFile::remove(fixture.absolute(EpisodeFixture::path(3)));
            fixture.write(QStringLiteral("content/show/night-desk/") + file, withSlug(3, slug.toUtf8()));
        });
        const auto id = site.id(file.toLatin1().constData());
        QCOMPARE(site.namesOf(catalog::renumbered(site.catalog, id, number)), names);
    }

    void onlyItsBytesChange() {
        Site site;
        RenamePlan plan(site.catalog,
                        {catalog::renumbered(site.catalog, site.id("0003.md"), QStringLiteral("12"))});
        QCOMPARE(plan.whyNot(), QString());
        QCOMPARE(plan.name(), QStringLiteral("0003.md to 0012.md"));
        const auto edits = plan.edits();
        QVERIFY(edits.hasValue() && edits->size() == 1);
        QVERIFY(site.catalog.apply(edits->front()).hasValue());
        QByteArray expected = EpisodeFixture::episode(3);
        expected.replace("\"episode\": 3", "\"episode\": 12")
            .replace("\"0003\"", "\"0012\"")
            .replace("\"slug\": \"3\"", "\"slug\": \"12\"");
        QCOMPARE(QByteArray::fromStdString(site.catalog.episode(site.id("0003.md")).text()), expected);
        const std::vector<catalog::FileMove> moves{
            {site.absolute(EpisodeFixture::path(3)), site.absolute(EpisodeFixture::path(12))}};
        QVERIFY(plan.moves() == moves);
    }

    void refusals_data() {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("slug"); // "=": as it is
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("why");
        const auto row = [](const char* name, const QString& number, const QString& slug, const QString& file,
                            const char* why) {
            QTest::newRow(name) << number << slug << file << QString::fromLatin1(why);
        };
        const QString stays = QStringLiteral("=");
        row("fine", QStringLiteral("9"), QStringLiteral("9"), QStringLiteral("0009.md"), "");
        row("nothing", stays, stays, stays, "Nothing");
        row("no number", QString(), stays, stays, "number is needed");
        row("number taken", QStringLiteral("2"), stays, stays, "taken, by");
        row("number taken, padded", QStringLiteral("0002"), stays, stays, "taken, by");
        row("slug taken", stays, QStringLiteral("2"), stays, "by number 2");
        row("slug taken in capitals", stays, QStringLiteral("WICKS"), stays, "by number 2");
        row("file taken", stays, stays, QStringLiteral("0002.md"), "already");
        row("a page of another kind", stays, stays, QStringLiteral("0007.md"), "already");
        row("a link that leads nowhere", stays, stays, QStringLiteral("0008.md"), "already");
        row("up", stays, stays, QStringLiteral("../0009.md"), "cannot be called");
        row("a folder", stays, stays, QStringLiteral("a/b.md"), "cannot be called");
        row("hidden", stays, stays, QStringLiteral(".0009.md"), "cannot be called");
        row("no ending", stays, stays, QStringLiteral("0009"), "cannot be called");
        row("spaces", stays, stays, QStringLiteral("00 09.md"), "cannot be called");
        row("letters of other kinds", stays, stays, QStringLiteral("ﬁle.md"), "cannot be called");
        row("too long", stays, stays, QString(255, QLatin1Char('a')) + QStringLiteral(".md"),
            "cannot be called");
        row("slug with a slash", stays, QStringLiteral("a/b"), stays, "cannot be called");
        row("slug that is empty", stays, QString(), stays, "cannot be called");
        row("slug with dots", stays, QStringLiteral(".."), stays, "cannot be called");
    }
    void refusals() {
        QFETCH(QString, number);
        QFETCH(QString, slug);
        QFETCH(QString, file);
        QFETCH(QString, why);
        const bool isWicks = slug == QLatin1String("WICKS");
        const Site site([isWicks](const EpisodeFixture& fixture) {
            fixture.write(EpisodeFixture::path(7), "another page\n");
            QVERIFY(QFile::link(QStringLiteral("nowhere"), fixture.absolute(EpisodeFixture::path(8))));
            if (isWicks)
                fixture.write(EpisodeFixture::path(2), withSlug(2, "wicks"));
        });
        const auto given = [](const QString& name) {
            return name == QLatin1String("=") ? std::nullopt : std::optional(name);
        };
        const RenamePlan plan(site.catalog,
                              {{site.id("0001.md"), given(number), {}, given(slug), given(file)}});
        QVERIFY2(why.isEmpty() ? plan.whyNot().isEmpty() : plan.whyNot().contains(why),
                 qPrintable(plan.whyNot()));
    }

    /// 1, 2, 3 become 2, 3, 4: what one gives up the other takes.
    void inAChain() {
        const Site site;
        const auto ids =
            catalog::inSequence(site.catalog, {site.id("0003.md"), site.id("0001.md"), site.id("0002.md")});
        const RenamePlan up(site.catalog, catalog::renumberedFrom(site.catalog, ids, 2, 1));
        QCOMPARE(up.whyNot(), QString());
        QCOMPARE(up.moves().size(), std::size_t(3));
        QVERIFY(catalog::moveFiles(up.moves()).isDone());
        QCOMPARE(site.read(EpisodeFixture::path(4)), EpisodeFixture::episode(3));
        QCOMPARE(site.read(EpisodeFixture::path(2)), EpisodeFixture::episode(1));
    }

    void inSteps_data() {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("step");
        QTest::addColumn<QString>("why");
        QTest::newRow("by one") << 10 << 1 << QString();
        QTest::newRow("by ten") << 10 << 10 << QString();
        QTest::newRow("backwards") << 3 << -1 << QString();
        QTest::newRow("by none") << 10 << 0 << QStringLiteral("given twice");
        QTest::newRow("as they are") << 1 << 1 << QStringLiteral("Nothing");
        QTest::newRow("one is taken") << 5 << 2 << QStringLiteral("taken, by");
    }
    void inSteps() {
        QFETCH(int, first);
        QFETCH(int, step);
        QFETCH(QString, why);
        const Site site([](const EpisodeFixture& fixture) {
            fixture.write(EpisodeFixture::path(7), EpisodeFixture::episode(7));
        });
        const auto ids =
            catalog::inSequence(site.catalog, {site.id("0001.md"), site.id("0002.md"), site.id("0003.md")});
        const RenamePlan plan(site.catalog, catalog::renumberedFrom(site.catalog, ids, first, step));
        QVERIFY2(why.isEmpty() ? plan.whyNot().isEmpty() : plan.whyNot().contains(why),
                 qPrintable(plan.whyNot()));
    }

    /// A word stands outside the sequence.
    void wordsAreLeftOut() {
        const Site site([](const EpisodeFixture& fixture) {
            fixture.write(EpisodeFixture::path(2),
                          EpisodeFixture::episode(2).replace("\"episode\": 2", "\"episode\": \"T-2\""));
        });
        const std::vector<catalog::EpisodeId> ids{site.id("0003.md"), site.id("0002.md"), site.id("0001.md")};
        QCOMPARE(catalog::inSequence(site.catalog, ids).size(), std::size_t(3));
        const std::vector<catalog::EpisodeId> expected{site.id("0001.md"), site.id("0003.md")};
        QVERIFY(catalog::numbered(site.catalog, ids) == expected);
    }

    /// Another show may have the same numbers.
    void otherShows() {
        const Site site([](const EpisodeFixture& fixture) {
            QDir(fixture.root()).mkpath(QStringLiteral("content/show/dawn"));
            fixture.write(QStringLiteral("content/show/dawn/0009.md"),
                          EpisodeFixture::episode(9).replace("night-desk\",", "dawn\","));
        });
        const RenamePlan plan(site.catalog,
                              {catalog::renumbered(site.catalog, site.id("0003.md"), QStringLiteral("9"))});
        QCOMPARE(plan.whyNot(), QString());
    }

    void otherPlacesThatNameIt() {
        const Site site([](const EpisodeFixture& fixture) {
            fixture.write(EpisodeFixture::path(2),
                          EpisodeFixture::episode(2).replace("https://oil.example.org/",
                                                             "https://desk.example.org/show/night-desk/3/"));
            fixture.write(EpisodeFixture::path(1),
                          EpisodeFixture::episode(1).replace("https://oil.example.org/",
                                                             "https://desk.example.org/show/night-desk/32"));
        });
        QStringList places;
        for (const auto& place : catalog::placesNaming(site.catalog, site.id("0003.md")))
            places += place.file.section(QLatin1Char('/'), -1) + QLatin1Char(' ') + place.place;
        QCOMPARE(places,
                 (QStringList{QStringLiteral("0003.md podcast_file"), QStringLiteral("0003.md fireside_url"),
                              QStringLiteral("0002.md a link to its page")}));
    }

    void slugs_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("slug");
        QTest::newRow("plain") << EpisodeFixture::episode(3) << QStringLiteral("3");
        QTest::newRow("escaped") << withSlug(3, "w\\u0061x") << QStringLiteral("wax");
        QTest::newRow("named in the notes")
            << QByteArray(EpisodeFixture::episode(3) + "\"slug\": \"9\"\n") << QStringLiteral("3");
        QTest::newRow("within another value")
            << EpisodeFixture::episode(3).replace("\"podcast_chapters\": null",
                                                  "\"podcast_chapters\": {\"slug\": \"9\"}")
            << QStringLiteral("3");
        QTest::newRow("none") << EpisodeFixture::episode(3).replace("  \"slug\": \"3\",\n", "") << QString();
        QTest::newRow("no text") << EpisodeFixture::episode(3).replace("\"slug\": \"3\"", "\"slug\" : 3")
                                 << QStringLiteral("3");
    }
    void slugs() {
        QFETCH(QByteArray, text);
        QFETCH(QString, slug);
        const Site site([&](const EpisodeFixture& fixture) { fixture.write(EpisodeFixture::path(3), text); });
        QCOMPARE(catalog::slugOf(site.catalog.episode(site.id("0003.md"))), slug);
    }
};

QTEST_GUILESS_MAIN(TestRenamePlan)
#include "tst_renameplan.moc"
