// SPDX-License-Identifier: MIT
#include "models/largestep.h"

#include "support/episodefixture.h"

#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

using catalog::EpisodeId;
using models::LargeStep;

class TestLargeStep : public QObject {
    Q_OBJECT

    static constexpr int many = 120;
    static constexpr int turns = 300; ///< too many to be taken at once

    struct Opened {
        explicit Opened(int count = many) {
            for (int number = 4; number <= count; ++number)
                site.write(EpisodeFixture::path(number), EpisodeFixture::episode(number % 10));
            site.openIn(catalog);
        }
        std::vector<std::string> texts() const {
            std::vector<std::string> all;
            for (int i = 0; i < catalog.size(); ++i)
                all.push_back(catalog.episode({i}).text());
            return all;
        }
        /// The title of every episode set.
        std::vector<catalog::Edit> edits(const char* title = "Dusk") const {
            std::vector<catalog::Edit> all;
            for (int i = 0; i < catalog.size(); ++i)
                all.push_back({{i},
                               catalog.episode({i})
                                   .document()
                                   ->set({std::string("title")}, format::JsonValue::string(title))
                                   .value()});
            return all;
        }
        EpisodeFixture site;
        catalog::Catalog catalog;
        models::EditSession session{catalog};
        LargeStep step{session};
        QSignalSpy finished{&step, &LargeStep::finished};
        QSignalSpy pushed{&session.undoStack(), &QUndoStack::indexChanged};
        QSignalSpy refused{&session, &models::EditSession::refused};
    };

private slots:
    void isOneUndoStep() {
        Opened opened;
        QCOMPARE(opened.catalog.size(), many);
        const auto before = opened.texts();
        QSignalSpy changed(&opened.catalog, &catalog::Catalog::episodeChanged);
        QVERIFY(opened.step.start(opened.edits(), QStringLiteral("Rename all")));
        QCOMPARE(opened.texts(), before); // nothing yet
        QVERIFY(!opened.step.start({}, {}));
        QTRY_COMPARE(opened.finished.size(), 1);
        QVERIFY(opened.finished[0][0].toBool());
        QCOMPARE(changed.size(), many);
        const auto after = opened.texts();
        QCOMPARE(opened.session.undoStack().count(), 1);
        QCOMPARE(opened.session.undoStack().undoText(), QStringLiteral("Rename all"));
        for (int i = 0; i < many; ++i) {
            const catalog::Episode& episode = opened.catalog.episode({i});
            QCOMPARE(episode.summary().title, QStringLiteral("Dusk"));
            QCOMPARE(episode.document()->text(), episode.text());
            QVERIFY(episode.isChanged());
        }
        opened.session.undoStack().undo();
        QCOMPARE(opened.texts(), before);
        QVERIFY(opened.catalog.changedEpisodes().empty());
        QVERIFY(!opened.catalog.hasChanges());
        QCOMPARE(opened.catalog.episode({7}).summary().title, QStringLiteral("Lanterns, part 8"));
        opened.session.undoStack().redo();
        QCOMPARE(opened.texts(), after);
        QVERIFY(opened.catalog.hasChanges());
    }

    void isCancelled() {
        Opened opened;
        const auto before = opened.texts();
        QVERIFY(opened.step.start(opened.edits(), QStringLiteral("Rename all")));
        opened.step.cancel();
        QCOMPARE(opened.finished.size(), 1);
        QVERIFY(!opened.finished[0][0].toBool());
        QTest::qWait(50);
        QCOMPARE(opened.texts(), before);
        QCOMPARE(opened.session.undoStack().count(), 0);
        QVERIFY(opened.step.start(opened.edits(), QStringLiteral("Once more"))); // the next one works
        QTRY_COMPARE(opened.session.undoStack().count(), 1);
    }

    void changesNothingWhereAnEpisodeChangedMeanwhile() {
        Opened opened;
        QVERIFY(opened.step.start(opened.edits(), QStringLiteral("Rename all")));
        QVERIFY(opened.session.setValue({5}, {std::string("draft")}, format::JsonValue::boolean(true)));
        const auto before = opened.texts();
        QTRY_COMPARE(opened.finished.size(), 1);
        QVERIFY(!opened.finished[0][0].toBool());
        QCOMPARE(opened.refused.size(), 1);
        QVERIFY(opened.refused[0][0].toString().contains(QLatin1String("0006.md")));
        QCOMPARE(opened.texts(), before);
    }

    void changesNothingWhereAnEditBreaksAFile() {
        Opened opened;
        const auto before = opened.texts();
        auto edits = opened.edits();
        edits[9].changes = {{{0, 1}, "["}};
        QVERIFY(opened.step.start(edits, QStringLiteral("Rename all")));
        QTRY_COMPARE(opened.finished.size(), 1);
        QVERIFY(!opened.finished[0][0].toBool());
        QVERIFY(opened.refused[0][0].toString().contains(QLatin1String("0010.md")));
        QCOMPARE(opened.texts(), before);
    }

    /// Between two turns the window goes on.
    void thousandsAreTakenInTurns() {
        Opened opened(turns);
        const auto before = opened.texts();
        QVERIFY(opened.step.start(opened.edits(), QStringLiteral("Rename all")));
        QVERIFY(opened.pushed.wait());
        QCOMPARE(opened.texts(), before);
        QVERIFY(opened.session.isSettling());
        QVERIFY(opened.step.isRunning());
        QTRY_COMPARE(opened.finished.size(), 1); // only when all have their texts
        QVERIFY(opened.finished[0][0].toBool());
        QVERIFY(!opened.session.isSettling());
        QCOMPARE(opened.catalog.changedEpisodes().size(), std::size_t(turns));
        QSignalSpy settling(&opened.session, &models::EditSession::settling);
        const auto after = opened.texts();
        opened.session.undo();
        QVERIFY(opened.session.isSettling());
        QCOMPARE(opened.texts(), after);
        QTRY_COMPARE(opened.texts(), before);
        QCOMPARE(settling.last()[0].toInt(), turns);
        QCOMPARE(settling.last()[1].toInt(), turns);
        QVERIFY(!opened.catalog.hasChanges());
        opened.session.redo();
        opened.session.settle();
        QCOMPARE(opened.texts(), after);
        opened.session.undo();
        opened.session.redo(); // before the first turn
        opened.session.settle();
        QCOMPARE(opened.texts(), after);
    }

    /// Who changes an episode meanwhile has the step's text before him, and a step of his own behind it.
    void aChangeEndsTheTurns() {
        Opened opened(turns);
        QVERIFY(opened.step.start(opened.edits(), QStringLiteral("Rename all")));
        QVERIFY(opened.pushed.wait());
        QVERIFY(opened.session.isSettling());
        QVERIFY(
            opened.session.setValue({turns - 1}, {std::string("draft")}, format::JsonValue::boolean(true)));
        QVERIFY(!opened.session.isSettling());
        QCOMPARE(opened.finished.size(), 1);
        QCOMPARE(opened.catalog.episode({turns - 1}).summary().title, QStringLiteral("Dusk"));
        QCOMPARE(opened.session.undoStack().count(), 2);
        opened.session.undo();
        opened.session.undo();
        opened.session.settle();
        QVERIFY(opened.catalog.changedEpisodes().empty());
    }

    /// Edits of the texts that go are not made in the texts that come.
    void editsOfOlderTextsAreRefused() {
        Opened opened(turns);
        QVERIFY(opened.step.start(opened.edits(), QStringLiteral("Rename all")));
        QVERIFY(opened.pushed.wait());
        QVERIFY(opened.session.isSettling());
        const auto late = opened.edits("Dawn");
        QVERIFY(!opened.session.apply({late[turns - 1]}, QStringLiteral("Rename")));
        QVERIFY(opened.refused[0][0].toString().contains(QLatin1String("changed meanwhile")));
        QCOMPARE(opened.session.undoStack().count(), 1);
        QCOMPARE(opened.catalog.episode({turns - 1}).summary().title, QStringLiteral("Dusk"));
    }

    void anotherProgramsTextIsNotTakenAway() {
        Opened opened(turns);
        QVERIFY(opened.step.start(opened.edits(), QStringLiteral("Rename all")));
        QVERIFY(opened.pushed.wait());
        QVERIFY(opened.session.isSettling());
        const std::string theirs = EpisodeFixture::episode(9).toStdString();
        QVERIFY(opened.catalog.reload({turns - 1}, theirs));
        opened.session.settle();
        QCOMPARE(opened.catalog.episode({turns - 1}).text(), theirs);
        QCOMPARE(opened.catalog.episode({turns - 2}).summary().title, QStringLiteral("Dusk"));
        opened.session.undo(); // of a step whose texts are not there any more
        QVERIFY(opened.refused.last()[0].toString().contains(QLatin1String("changed since")));
        QCOMPARE(opened.catalog.episode({turns - 1}).text(), theirs);
    }

    void closingEndsTheTurns() {
        Opened opened(turns);
        QVERIFY(opened.step.start(opened.edits(), QStringLiteral("Rename all")));
        QVERIFY(opened.pushed.wait());
        QVERIFY(opened.session.isSettling());
        opened.catalog.clear();
        QVERIFY(!opened.session.isSettling());
        QVERIFY(!opened.step.isRunning());
        QTest::qWait(50);
        QCOMPARE(opened.catalog.size(), 0);
    }

    /// Another program's text came in between: the old step must not put its own in that place.
    void goesToNoOtherText() {
        Opened opened;
        QVERIFY(opened.step.start(opened.edits(), QStringLiteral("Rename all")));
        QTRY_COMPARE(opened.finished.size(), 1);
        QVERIFY(opened.catalog.reload({3}, EpisodeFixture::episode(9).toStdString()));
        const auto now = opened.texts();
        opened.session.undoStack().undo();
        QCOMPARE(opened.texts(), now);
    }
};

QTEST_GUILESS_MAIN(TestLargeStep)
#include "tst_largestep.moc"
