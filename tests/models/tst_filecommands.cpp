// SPDX-License-Identifier: MIT
#include "models/filecommands.h"

#include "support/episodefixture.h"
#include "support/trashfixture.h"

#include <QSignalSpy>
#include <QTest>

namespace {

/// An opened site whose files are renamed and deleted.
struct Opened : EpisodeFixture {
    Opened() { openIn(catalog); }
    catalog::EpisodeId id(int number) const { return catalog.idOfPath(absolute(path(number))); }
    bool renumber(const std::vector<catalog::EpisodeId>& ids, qint64 first, qint64 step = 1) {
        return models::renameEpisodes(session, {catalog, catalog::renumberedFrom(catalog, ids, first, step)});
    }
    /// A new file, taken into the catalogue.
    catalog::EpisodeId create(int number) {
        write(path(number), episode(number));
        catalog.add({*catalog::loadFile(absolute(path(number)), root()).episode});
        return id(number);
    }
    void setTitle(catalog::EpisodeId id, const char* title) {
        QVERIFY(session.setValue(id, {"title"}, format::JsonValue::string(title)));
    }
    /// "0001.md 0002.md …": the show's files.
    QString files() const {
        return QDir(absolute(QStringLiteral("content/show/night-desk")))
            .entryList({QStringLiteral("0*")}, QDir::Files | QDir::Hidden, QDir::Name)
            .join(QLatin1Char(' '));
    }
    /// All of the catalogue: path, text and saved text by id.
    QStringList state() const {
        QStringList all;
        for (int i = 0; i < catalog.size(); ++i) {
            const catalog::Episode& one = catalog.episode({i});
            all += catalog.relativePath({i}) + QString::fromStdString(one.text()) +
                   QString::fromStdString(one.savedText()) + QLatin1Char(one.isGone() ? 'g' : ' ');
        }
        return all;
    }
    QString said() const { return refused.isEmpty() ? QString() : refused.last().first().toString(); }

    catalog::Catalog catalog;
    models::EditSession session{catalog};
    QSignalSpy refused{&session, &models::EditSession::refused};
};

} // namespace

class TestFileCommands : public QObject {
    Q_OBJECT

private slots:
    void renameAndBack() {
        Opened site;
        const auto id = site.id(3);
        const QStringList before = site.state();
        QVERIFY(site.renumber({id}, 12));
        QCOMPARE(site.session.undoStack().undoText(), QStringLiteral("Rename 0003.md to 0012.md"));
        QCOMPARE(site.files(), QStringLiteral("0001.md 0002.md 0012.md"));
        QCOMPARE(site.read(EpisodeFixture::path(12)), EpisodeFixture::episode(3)); // not saved
        QCOMPARE(site.id(12), id);
        QCOMPARE(site.catalog.episode(id).valueText("slug"), QStringLiteral("12"));
        QVERIFY(site.catalog.episode(id).isChanged());
        const QStringList after = site.state();
        for (int round = 0; round < 2; ++round) {
            site.session.undoStack().undo();
            QCOMPARE(site.state(), before);
            QCOMPARE(site.files(), QStringLiteral("0001.md 0002.md 0003.md"));
            site.session.undoStack().redo();
            QCOMPARE(site.state(), after);
            QCOMPARE(site.files(), QStringLiteral("0001.md 0002.md 0012.md"));
        }
        QVERIFY(site.refused.isEmpty());
    }

    /// Unsaved changes of before stay unsaved, and their own steps stay true.
    void unsavedChangesAreKept() {
        Opened site;
        const auto id = site.id(3);
        site.setTitle(id, "Wicks");
        const QStringList edited = site.state();
        QVERIFY(site.renumber({id}, 12));
        site.setTitle(id, "Wax");
        QCOMPARE(site.read(EpisodeFixture::path(12)), EpisodeFixture::episode(3));
        site.session.undoStack().undo();
        site.session.undoStack().undo();
        QCOMPARE(site.state(), edited);
        site.session.undoStack().undo();
        QVERIFY(!site.catalog.episode(id).isChanged());
    }

    void inSequence_data() {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("step");
        QTest::addColumn<QString>("files");
        QTest::newRow("up a chain") << 2 << 1 << QStringLiteral("0002.md 0003.md 0004.md");
        QTest::newRow("round") << 3 << -1 << QStringLiteral("0001.md 0002.md 0003.md");
        QTest::newRow("away") << 10 << 10 << QStringLiteral("0010.md 0020.md 0030.md");
    }
    void inSequence() {
        QFETCH(int, first);
        QFETCH(int, step);
        QFETCH(QString, files);
        Opened site;
        site.setTitle(site.id(2), "Wicks");
        const QStringList before = site.state();
        const std::vector<catalog::EpisodeId> ids{site.id(1), site.id(2), site.id(3)};
        QVERIFY(site.renumber(ids, first, step));
        QCOMPARE(site.files(), files);
        for (int i = 0; i < 3; ++i) {
            const QString number = QString::number(first + i * step);
            const QString path = EpisodeFixture::path(first + i * step);
            QCOMPARE(site.catalog.idOfPath(site.absolute(path)), ids[i]);
            QCOMPARE(site.read(path), EpisodeFixture::episode(i + 1));
            QCOMPARE(site.catalog.episode(ids[i]).summary().number, number);
        }
        site.session.undoStack().undo();
        QCOMPARE(site.state(), before);
        QCOMPARE(site.files(), QStringLiteral("0001.md 0002.md 0003.md"));
    }

    void whatCannotBeRenamed() {
        Opened site;
        const QStringList before = site.state();
        QVERIFY(!site.renumber({site.id(3)}, 2));
        QVERIFY(site.said().contains(QLatin1String("taken")));
        QCOMPARE(site.state(), before);
        QVERIFY(!site.session.undoStack().canUndo());
    }

    /// Somebody took the old name meanwhile: the step stays for when it is free again, and nothing changes.
    void undoWhereTheOldNameIsTaken() {
        Opened site;
        const auto id = site.id(3);
        QVERIFY(site.renumber({id}, 12));
        site.write(EpisodeFixture::path(3), "theirs");
        const QStringList before = site.state();
        for (int attempt = 1; attempt <= 2; ++attempt) {
            site.session.undo();
            QCOMPARE(site.refused.size(), attempt);
            QVERIFY2(site.said().contains(QLatin1String("0003.md already")), qPrintable(site.said()));
            QCOMPARE(site.state(), before);
            QCOMPARE(site.read(EpisodeFixture::path(3)), QByteArray("theirs"));
            QCOMPARE(site.read(EpisodeFixture::path(12)), EpisodeFixture::episode(3));
            QVERIFY(site.session.undoStack().canUndo());
            QVERIFY(!site.session.undoStack().canRedo());
        }
        QVERIFY(QFile::remove(site.absolute(EpisodeFixture::path(3))));
        site.session.undo();
        QCOMPARE(site.files(), QStringLiteral("0001.md 0002.md 0003.md"));
        site.write(EpisodeFixture::path(12), "theirs");
        site.session.redo(); // nor can that be done now
        QCOMPARE(site.files(), QStringLiteral("0001.md 0002.md 0003.md 0012.md"));
        QVERIFY(!site.session.undoStack().canUndo());
        QVERIFY(QFile::remove(site.absolute(EpisodeFixture::path(12))));
        site.session.redo();
        QCOMPARE(site.state(), before);
    }

    void undoWhereTheFileWentOn() {
        Opened site;
        const auto id = site.id(3);
        QVERIFY(site.renumber({id}, 12));
        QVERIFY(
            QFile::rename(site.absolute(EpisodeFixture::path(12)), site.absolute(EpisodeFixture::path(13))));
        site.catalog.setPath(id, site.absolute(EpisodeFixture::path(13))); // as the watcher does
        site.session.undoStack().undo();
        QVERIFY2(site.said().contains(QLatin1String("another name")), qPrintable(site.said()));
        QCOMPARE(site.files(), QStringLiteral("0001.md 0002.md 0013.md"));
        QCOMPARE(site.catalog.episode(id).summary().number, QStringLiteral("12"));
    }

    void deleteAndBack() {
        const TrashFixture trash;
        Opened site;
        site.setTitle(site.id(2), "Wicks");
        const QStringList before = site.state();
        const std::vector<catalog::EpisodeId> ids{site.id(2), site.id(3)};
        QVERIFY(models::deleteEpisodes(site.session, ids));
        QCOMPARE(site.session.undoStack().undoText(), QStringLiteral("Delete 2 Episode(s)"));
        QCOMPARE(site.files(), QStringLiteral("0001.md"));
        QCOMPARE(trash.files(), (QStringList{QStringLiteral("0002.md"), QStringLiteral("0003.md")}));
        QCOMPARE(site.catalog.count(), 1);
        for (int round = 0; round < 2; ++round) {
            site.session.undoStack().undo();
            QCOMPARE(site.state(), before); // the unsaved title, too
            QCOMPARE(site.read(EpisodeFixture::path(2)), EpisodeFixture::episode(2));
            QCOMPARE(site.read(EpisodeFixture::path(3)), EpisodeFixture::episode(3));
            QVERIFY(trash.files().isEmpty());
            site.session.undoStack().redo();
            QCOMPARE(site.files(), QStringLiteral("0001.md"));
        }
        site.session.undoStack().undo();
        site.session.undoStack().undo(); // the title's own step
        QVERIFY(!site.catalog.episode(ids[0]).isChanged());
        QVERIFY(site.refused.isEmpty());
    }

    /// The second cannot be moved: the first comes back.
    void allOrNone() {
        const TrashFixture trash;
        Opened site;
        const QStringList before = site.state();
        const std::vector<catalog::EpisodeId> ids{site.id(2), site.id(3)};
        QVERIFY(QFile::remove(site.absolute(EpisodeFixture::path(3))));
        QVERIFY(!models::deleteEpisodes(site.session, ids));
        QVERIFY2(site.said().contains(QLatin1String("0003.md was not deleted")), qPrintable(site.said()));
        QCOMPARE(site.read(EpisodeFixture::path(2)), EpisodeFixture::episode(2));
        QCOMPARE(site.state(), before);
        QVERIFY(trash.files().isEmpty());
    }

    void undoOfADeletionWhereTheNameIsTaken() {
        const TrashFixture trash;
        Opened site;
        site.setTitle(site.id(3), "Wicks");
        QVERIFY(models::deleteEpisodes(site.session, {site.id(3)}));
        site.write(EpisodeFixture::path(3), "theirs");
        site.session.undo();
        QVERIFY2(site.said().contains(QLatin1String("stays in the trash")), qPrintable(site.said()));
        QCOMPARE(site.read(EpisodeFixture::path(3)), QByteArray("theirs"));
        QCOMPARE(trash.files(), QStringList{QStringLiteral("0003.md")});
        // What was unsaved lies beside it.
        const QDir folder(site.absolute(QStringLiteral("content/show/night-desk")));
        const QStringList kept = folder.entryList({QStringLiteral("0003.mine-*.txt")});
        QCOMPARE(kept.size(), 1);
        QVERIFY(site.read(QStringLiteral("content/show/night-desk/") + kept[0]).contains("Wicks"));
        QVERIFY(site.said().contains(kept[0]));
    }

    /// Another program wrote a change that nobody had seen before the file was deleted.
    void aChangeThatNobodySaw() {
        const TrashFixture trash;
        Opened site;
        const auto id = site.id(3);
        site.setTitle(id, "Wicks");
        const QByteArray theirs = EpisodeFixture::episode(3).replace("00:31:03", "00:41:03");
        site.write(EpisodeFixture::path(3), theirs);
        QVERIFY(models::deleteEpisodes(site.session, {id}));
        site.session.undoStack().undo();
        QCOMPARE(site.read(EpisodeFixture::path(3)), theirs);
        QCOMPARE(site.catalog.episode(id).savedText(), theirs.toStdString());
        QCOMPARE(site.catalog.episode(id).valueText("title"), QStringLiteral("Wicks"));
        QCOMPARE(site.catalog.episode(id).valueText("podcast_duration"), QStringLiteral("00:41:03"));
    }

    /// Restored from the trash by a file manager, and taken by the watcher.
    void broughtBackByAnotherProgram() {
        const TrashFixture trash;
        Opened site;
        const auto id = site.id(3);
        site.setTitle(id, "Wicks");
        const QStringList before = site.state();
        QVERIFY(models::deleteEpisodes(site.session, {id}));
        QVERIFY(QFile::rename(trash.path(QStringLiteral("files/0003.md")),
                              site.absolute(EpisodeFixture::path(3))));
        site.catalog.replace(id,
                             *catalog::loadFile(site.absolute(EpisodeFixture::path(3)), site.root()).episode);
        site.session.undoStack().undo();
        QCOMPARE(site.state(), before);
    }

    void creationAndBack() {
        const TrashFixture trash;
        Opened site;
        const QStringList before = site.state();
        const std::vector<catalog::EpisodeId> ids{site.create(4), site.create(5)};
        const QStringList after = site.state();
        models::addCreatedStep(site.session, ids);
        QCOMPARE(site.session.undoStack().undoText(), QStringLiteral("New Files of 2 Episode(s)"));
        QCOMPARE(site.state(), after);
        for (int round = 0; round < 2; ++round) {
            site.session.undo();
            QCOMPARE(site.files(), QStringLiteral("0001.md 0002.md 0003.md"));
            QCOMPARE(trash.files(), QStringList({QStringLiteral("0004.md"), QStringLiteral("0005.md")}));
            QVERIFY(site.catalog.episode(ids[0]).isGone());
            QCOMPARE(site.catalog.count(), before.size());
            site.session.redo();
            QCOMPARE(site.state(), after);
            QCOMPARE(site.files(), QStringLiteral("0001.md 0002.md 0003.md 0004.md 0005.md"));
            QVERIFY(trash.files().isEmpty());
        }
        QVERIFY(site.refused.isEmpty());
    }

    void creationStaysWhere_data() {
        QTest::addColumn<QString>("what");
        for (const char* what : {"unsaved", "saved", "on the disk"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    /// The second file was changed since: neither goes, until it is as it was.
    void creationStaysWhere() {
        QFETCH(QString, what);
        const TrashFixture trash;
        Opened site;
        const std::vector<catalog::EpisodeId> ids{site.create(4), site.create(5)};
        models::addCreatedStep(site.session, ids);
        const QByteArray changed = EpisodeFixture::episode(5).replace("Lanterns", "Candles");
        if (what != QLatin1String("unsaved"))
            site.write(EpisodeFixture::path(5), changed);
        if (what == QLatin1String("saved"))
            QVERIFY(site.catalog.reload(ids[1], changed.toStdString()));
        if (what == QLatin1String("unsaved"))
            QVERIFY(site.catalog.apply({ids[1], {{{2, 2}, " "}}}));
        site.session.undo();
        QVERIFY2(site.said().contains(QLatin1String("0005.md was changed since it was made")),
                 qPrintable(site.said()));
        QCOMPARE(site.files(), QStringLiteral("0001.md 0002.md 0003.md 0004.md 0005.md"));
        QVERIFY(trash.files().isEmpty());
        QVERIFY(site.session.undoStack().canUndo());
        site.write(EpisodeFixture::path(5), EpisodeFixture::episode(5));
        QVERIFY(site.catalog.reload(ids[1], EpisodeFixture::episode(5).toStdString()));
        site.session.undo();
        QCOMPARE(site.files(), QStringLiteral("0001.md 0002.md 0003.md"));
    }

    /// The name was taken meanwhile: what came back with it goes again.
    void creationThatCannotComeBack() {
        const TrashFixture trash;
        Opened site;
        models::addCreatedStep(site.session, {site.create(4), site.create(5)});
        site.session.undo();
        const QStringList before = site.state();
        site.write(EpisodeFixture::path(5), "theirs");
        site.session.redo();
        QVERIFY2(site.said().contains(QLatin1String("0005.md")), qPrintable(site.said()));
        QCOMPARE(site.state(), before);
        QCOMPARE(site.files(), QStringLiteral("0001.md 0002.md 0003.md 0005.md"));
        QVERIFY(QFile::remove(site.absolute(EpisodeFixture::path(5))));
        site.session.redo();
        QCOMPARE(site.files(), QStringLiteral("0001.md 0002.md 0003.md 0004.md 0005.md"));
    }

    void inAReadOnlyCatalogue() {
        const TrashFixture trash;
        Opened site;
        site.catalog.setReadOnly(QStringLiteral("Another window has it."));
        QVERIFY(!models::deleteEpisodes(site.session, {site.id(3)}));
        QVERIFY(!site.renumber({site.id(3)}, 12));
        QCOMPARE(site.said(), QStringLiteral("Another window has it."));
        QCOMPARE(site.files(), QStringLiteral("0001.md 0002.md 0003.md"));
    }
};

QTEST_GUILESS_MAIN(TestFileCommands)
#include "tst_filecommands.moc"
