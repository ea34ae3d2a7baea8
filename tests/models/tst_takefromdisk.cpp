// SPDX-License-Identifier: MIT
#include "format/merge.h"
#include "models/editsession.h"
#include "support/episodefixture.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using catalog::EpisodeId;
using format::JsonValue;
using models::EditSession;

class TestTakeFromDisk : public QObject {
    Q_OBJECT

    EpisodeFixture m_site;

    struct Opened {
        explicit Opened(const EpisodeFixture& site)
            : session(catalog) {
            site.openIn(catalog);
        }
        const std::string& text(int id) const { return catalog.episode({id}).text(); }
        bool setTitle(int id, const char* title) {
            return session.setValue({id}, {std::string("title")}, JsonValue::string(title));
        }
        /// Another program writes the duration; what is unsaved is merged with it.
        void writeOutside(const std::vector<int>& ids, const std::string& duration) {
            std::vector<EditSession::FromDisk> files;
            for (const int id : ids) {
                const auto& episode = catalog.episode({id});
                const auto document = episode.savedDocument();
                const auto edits =
                    document->set({std::string("podcast_duration")}, JsonValue::string(duration));
                const std::string disk = document->withEdits(*edits)->text();
                files.push_back(
                    {{id}, disk, format::mergeTexts(episode.savedText(), episode.text(), disk).text});
            }
            QVERIFY(session.takeFromDisk(files).empty());
        }
        catalog::Catalog catalog;
        EditSession session;
    };

private slots:
    void untouchedEpisodesAreReadAgainQuietly() {
        Opened open(m_site);
        open.setTitle(0, "Wicks");
        QSignalSpy disk(&open.catalog, &catalog::Catalog::diskChanged);
        open.writeOutside({1, 2}, "01:00:00");
        QCOMPARE(open.session.undoStack().count(), 1);
        QCOMPARE(disk.count(), 2);
        QVERIFY(!open.catalog.episode({1}).isChanged());
        QVERIFY(open.text(1).find("01:00:00") != std::string::npos);
        QVERIFY(!open.session.hasSteps({1}));
        QVERIFY(open.session.hasSteps({0}));
    }

    void aBurstIsOneStepAndEveryStepIsUndoneToTheByte() {
        Opened open(m_site);
        const std::string first = open.text(0);
        open.setTitle(0, "Wicks");
        open.setTitle(1, "Oil");
        const std::string mine = open.text(0);
        open.writeOutside({0, 1, 2}, "01:00:00");
        QCOMPARE(open.session.undoStack().count(), 3);
        QCOMPARE(open.session.undoStack().undoText(), QStringLiteral("Changes by Another Program"));
        const std::string merged = open.text(0);
        QVERIFY(merged.find("Wicks") != std::string::npos && merged.find("01:00:00") != std::string::npos);
        open.session.undoStack().undo();
        QCOMPARE(open.text(0), mine);
        open.session.undoStack().undo();
        open.session.undoStack().undo();
        QCOMPARE(open.text(0), first);
        for (int i = 0; i < 3; ++i)
            open.session.undoStack().redo();
        QCOMPARE(open.text(0), merged);
    }

    /// Hundreds go back and forth in turns of the event loop, each to the byte.
    void aLargeBurstIsUndoneInTurns() {
        constexpr int many = 260;
        const EpisodeFixture site;
        for (int number = 4; number <= many; ++number)
            site.write(EpisodeFixture::path(number), EpisodeFixture::episode(number % 10));
        Opened open(site);
        std::vector<int> all;
        std::vector<std::string> mine, merged;
        for (int id = 0; id < many; ++id) {
            open.setTitle(id, "Wicks");
            all.push_back(id);
            mine.push_back(open.text(id));
        }
        open.writeOutside(all, "01:00:00");
        QCOMPARE(open.session.undoStack().count(), many + 1);
        QVERIFY(!open.session.isSettling()); // they are there already
        for (int id = 0; id < many; ++id)
            merged.push_back(open.text(id));
        const auto isAt = [&open](const std::vector<std::string>& texts) {
            int id = 0;
            return std::all_of(texts.begin(), texts.end(),
                               [&](const std::string& text) { return open.text(id++) == text; });
        };
        open.session.undo();
        QVERIFY(open.session.isSettling());
        QTRY_VERIFY(!open.session.isSettling());
        QVERIFY(isAt(mine));
        QVERIFY(open.catalog.episode({0}).isChanged());
        open.session.redo();
        QTRY_VERIFY(!open.session.isSettling());
        QVERIFY(isAt(merged));
        QCOMPARE(open.catalog.episode({many - 1}).summary().duration, QStringLiteral("01:00:00"));
    }

    void aStepIsNeverAppliedToAnotherText() {
        Opened open(m_site);
        open.setTitle(0, "Wicks");
        std::string other = open.text(0); // as long as the text that the step was made for
        other.replace(other.find("Wicks"), 5, "Torch");
        QVERIFY(open.catalog.reload({0}, other).hasValue()); // behind the session's back
        open.session.undoStack().undo();
        QCOMPARE(open.text(0), other);
        QCOMPARE(open.session.undoStack().count(), 0);
    }

    void whatCannotBeOpenedIsNotTaken() {
        Opened open(m_site);
        open.setTitle(0, "Wicks");
        const std::string mine = open.text(0);
        const auto failed = open.session.takeFromDisk({{{0}, "{ broken", "{ broken"}});
        QCOMPARE(failed.size(), std::size_t(1));
        QCOMPARE(open.text(0), mine);
        QCOMPARE(open.session.undoStack().count(), 1);
    }

    /// Edits, saves, outside changes, undo and redo in any order: every state that undo comes back to is one
    /// that was there before.
    void randomSequencesStayTrue() {
        QRandomGenerator random(7);
        Opened open(m_site);
        QUndoStack& undo = open.session.undoStack();
        using State = std::vector<std::string>;
        const auto state = [&] { return State{open.text(0), open.text(1), open.text(2)}; };
        std::vector<State> states{state()}; // the state at every index of the stack
        int taken = 0;
        for (int step = 0; step < 1'500; ++step) {
            const int id = random.bounded(3);
            const int before = undo.index();
            const int what = random.bounded(10);
            const std::string word = "W" + std::to_string(step);
            if (what < 4) {
                open.setTitle(id, word.c_str());
            } else if (what < 6) {
                open.catalog.markSaved({id}, open.text(id));
            } else if (what < 7) {
                open.writeOutside({id, (id + 1) % 3}, word);
                ++taken;
            } else if (what < 9) {
                undo.undo();
                QCOMPARE(state(), states[std::size_t(undo.index())]);
                continue;
            } else {
                undo.redo();
                QCOMPARE(state(), states[std::size_t(undo.index())]);
                continue;
            }
            if (undo.index() == before + 1)
                states.resize(std::size_t(before) + 1);
            if (undo.index() != before)
                states.push_back(state());
            else // a quiet reload: nothing of the stack concerns those episodes, all states have the new text
                for (int i = 0; i < 3; ++i)
                    if (!open.session.hasSteps({i}))
                        for (State& past : states)
                            past[std::size_t(i)] = open.text(i);
        }
        QVERIFY(taken > 50);
        QVERIFY(undo.count() > 50);
        while (undo.canUndo()) {
            undo.undo();
            QCOMPARE(state(), states[std::size_t(undo.index())]);
        }
    }
};

QTEST_GUILESS_MAIN(TestTakeFromDisk)
#include "tst_takefromdisk.moc"
