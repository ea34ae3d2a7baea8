// SPDX-License-Identifier: MIT
#include "catalog/proposaltask.h"

#include "support/episodefixture.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <atomic>

using catalog::EpisodeId;
using catalog::ProposedChange;
using format::TextEdits;

Q_DECLARE_METATYPE(TextEdits)

class TestProposal : public QObject {
    Q_OBJECT

    static ProposedChange change(int id, const TextEdits& edits, bool isTicked = true) {
        return {{id}, {}, {}, {}, edits, isTicked};
    }
    /// Puts a word in front of the title.
    static void retitle(const catalog::EpisodeText& episode, const format::Document& document,
                        catalog::Proposal& proposal) {
        const std::string title = document.plain(*document.member("title"));
        const auto edits =
            document.set({std::string("title")}, format::JsonValue::string("New " + title)).value();
        proposal.changes.push_back(
            {episode.id, QStringLiteral("Title"), QString::fromStdString(title), {}, edits});
    }

private slots:
    void gathersWithoutOverlaps_data() {
        QTest::addColumn<TextEdits>("first");
        QTest::addColumn<TextEdits>("second");
        QTest::addColumn<QString>("text"); // of "abcdef" where both are made; empty: the second waits
        QTest::newRow("apart") << TextEdits{{{0, 1}, "X"}} << TextEdits{{{4, 5}, "Y"}} << "XbcdYf";
        QTest::newRow("the later one first")
            << TextEdits{{{4, 5}, "Y"}} << TextEdits{{{0, 1}, "X"}} << "XbcdYf";
        QTest::newRow("side by side") << TextEdits{{{1, 2}, "X"}} << TextEdits{{{2, 3}, "Y"}} << "aXYdef";
        QTest::newRow("one inside") << TextEdits{{{1, 5}, "X"}} << TextEdits{{{2, 3}, "Y"}} << "";
        QTest::newRow("one around") << TextEdits{{{2, 3}, "Y"}} << TextEdits{{{1, 5}, "X"}} << "";
        QTest::newRow("a long one, far before") << TextEdits{{{0, 6}, "X"}} << TextEdits{{{5, 6}, "Y"}} << "";
        QTest::newRow("an insertion at an edge")
            << TextEdits{{{1, 2}, "X"}} << TextEdits{{{2, 2}, "Y"}} << "";
        QTest::newRow("an insertion inside") << TextEdits{{{1, 4}, "X"}} << TextEdits{{{2, 2}, "Y"}} << "";
        QTest::newRow("two insertions") << TextEdits{{{2, 2}, "X"}} << TextEdits{{{2, 2}, "Y"}} << "";
        QTest::newRow("two members behind the same one")
            << TextEdits{{{2, 2}, ",X"}} << TextEdits{{{2, 2}, ",Y"}} << "ab,X,Ycdef";
        QTest::newRow("one of several clashes")
            << TextEdits{{{1, 2}, "X"}, {{4, 5}, "Y"}} << TextEdits{{{0, 1}, "U"}, {{3, 5}, "V"}} << "";
    }
    void gathersWithoutOverlaps() {
        QFETCH(TextEdits, first);
        QFETCH(TextEdits, second);
        QFETCH(QString, text);
        catalog::Proposal proposal{{change(0, first), change(0, second)}, {}};
        const catalog::Gathered all = catalog::gathered(proposal);
        QCOMPARE(all.edits.size(), std::size_t{1});
        QCOMPARE(all.made, text.isEmpty() ? 1 : 2);
        QCOMPARE(all.leftOut, text.isEmpty() ? 1 : 0);
        const auto applied = format::applyEdits("abcdef", all.edits.front().changes);
        QVERIFY(applied);
        QCOMPARE(*applied, text.isEmpty() ? format::applyEdits("abcdef", first).value() : text.toStdString());
    }

    void gathersWhatIsTicked() {
        const TextEdits edits{{{0, 1}, "x"}};
        catalog::Proposal proposal{
            {change(7, edits), change(3, edits), change(5, edits, false), change(3, {{{2, 3}, "y"}})}, {}};
        const catalog::Gathered all = catalog::gathered(proposal);
        QCOMPARE(all.edits.size(), std::size_t{2});
        QCOMPARE(all.edits[0].episode.value, 3);
        QCOMPARE(all.edits[0].changes.size(), std::size_t{2});
        QCOMPARE(all.edits[1].episode.value, 7);
        QCOMPARE(all.made, 3);
    }

    void leavesOutWhatCannotBeChanged() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(4), "{ \"title\": \"torn\n");
        catalog::Catalog all;
        all.setReadOnly({});
        site.openIn(all);
        QCOMPARE(all.size(), 4);
        const catalog::Proposal proposal = catalog::proposalFor(all, {{0}, {3}, {2}}, retitle);
        QCOMPARE(proposal.changes.size(), std::size_t{2});
        QCOMPARE(proposal.changes[1].id.value, 2);
        QCOMPARE(proposal.leftOut.size(), std::size_t{1});
        QCOMPARE(proposal.leftOut[0].id.value, 3);
        QCOMPARE(proposal.leftOut[0].why, all.episode({3}).reason());
    }

    void proposesOnAnotherThread() {
        const EpisodeFixture site;
        catalog::Catalog all;
        site.openIn(all);
        catalog::ProposalTask task(all);
        std::vector<catalog::Proposal> found;
        connect(&task, &catalog::ProposalTask::finished, this,
                [&](const catalog::Proposal& proposal) { found.push_back(proposal); });
        QThread* const here = QThread::currentThread();
        std::atomic<int> elsewhere = 0;
        task.start({{2}, {0}}, [&](const auto& episode, const auto& document, auto& proposal) {
            elsewhere += QThread::currentThread() != here ? 1 : 0;
            retitle(episode, document, proposal);
        });
        QVERIFY(task.isRunning());
        QTRY_COMPARE(found.size(), std::size_t{1});
        QVERIFY(!task.isRunning());
        QCOMPARE(elsewhere.load(), 2);
        QCOMPARE(found[0].changes.size(), std::size_t{2});
        QCOMPARE(found[0].changes[0].id.value, 2);
        QCOMPARE(found[0].changes[1].before, QStringLiteral("Lanterns, part 1"));
    }

    void proposesForTheTextOfNow() {
        const EpisodeFixture site;
        catalog::Catalog all;
        site.openIn(all);
        catalog::ProposalTask task(all);
        std::vector<catalog::Proposal> found;
        connect(&task, &catalog::ProposalTask::finished, this,
                [&](const catalog::Proposal& proposal) { found.push_back(proposal); });
        task.start({{0}, {1}}, retitle);
        const auto edits = all.episode({0})
                               .document()
                               ->set({std::string("title")}, format::JsonValue::string("Meanwhile"))
                               .value();
        QVERIFY(all.apply({{0}, edits}));
        QTRY_COMPARE(found.size(), std::size_t{1});
        QCOMPARE(found[0].changes.size(), std::size_t{2});
        for (const catalog::Edit& edit : catalog::gathered(found[0]).edits)
            QVERIFY(all.apply(edit));
        QCOMPARE(all.episode({0}).summary().title, QStringLiteral("New Meanwhile"));
        QCOMPARE(all.episode({1}).summary().title, QStringLiteral("New Lanterns, part 2"));
    }

    void isCancelled() {
        const EpisodeFixture site;
        catalog::Catalog all;
        site.openIn(all);
        catalog::ProposalTask task(all);
        QSignalSpy finished(&task, &catalog::ProposalTask::finished);
        QSemaphore looksAtFirst, mayGoOn;
        std::atomic<int> looked = 0;
        task.start({{0}, {1}, {2}}, [&](const auto&, const auto&, auto&) {
            ++looked;
            looksAtFirst.release();
            mayGoOn.acquire();
        });
        looksAtFirst.acquire();
        task.cancel();
        QVERIFY(!task.isRunning());
        mayGoOn.release(3);
        // A later one begins behind it and tells that it is over.
        task.start({{2}}, retitle);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(looked.load(), 1);
        QCOMPARE(finished[0][0].value<catalog::Proposal>().changes.size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestProposal)
#include "tst_proposal.moc"
