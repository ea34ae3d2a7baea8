// SPDX-License-Identifier: MIT
#include "models/proposalmodel.h"

#include "support/episodefixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using catalog::Proposal;
using models::ProposalModel;

class TestProposalModel : public QObject {
    Q_OBJECT

    struct Opened {
        explicit Opened(const EpisodeFixture& site) { site.openIn(catalog); }
        int state(const QModelIndex& index) const { return index.data(Qt::CheckStateRole).toInt(); }
        QModelIndex change(int row, int child) const { return model.index(child, 0, model.index(row, 0)); }
        catalog::Catalog catalog;
        ProposalModel model{catalog};
        QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};
    };
    /// Episode 1 has two changes, episode 0 one that is not ticked, episode 2 is left out.
    static Proposal sample() {
        const format::TextEdits edits{{{0, 0}, " "}};
        return {{{{1}, QStringLiteral("Title"), QStringLiteral("old"), QStringLiteral("new"), edits},
                 {{0}, QStringLiteral("Tags"), QStringLiteral("a"), QStringLiteral("b"), edits, false},
                 {{1}, QStringLiteral("Notes"), QStringLiteral("one\r\ntwo\tthree"), {}, edits}},
                {{{2}, QStringLiteral("It is read-only.")}}};
    }

private slots:
    void showsEpisodesAndTheirChanges() {
        const EpisodeFixture site;
        Opened opened(site);
        QCOMPARE(opened.model.rowCount(), 0);
        opened.model.setProposal(sample());
        QCOMPARE(opened.model.rowCount(), 3);
        const QModelIndex first = opened.model.index(0, 0);
        QCOMPARE(first.data().toString(), QStringLiteral("night-desk 2 · Lanterns, part 2"));
        QCOMPARE(opened.model.rowCount(first), 2);
        QCOMPARE(opened.model.index(0, 1).data().toString(), QStringLiteral("2 change(s)"));
        QCOMPARE(opened.model.index(1, 1).data().toString(), QStringLiteral("0 of 1 change(s)"));
        QStringList cells;
        for (int column = 0; column < opened.model.columnCount(); ++column)
            cells += opened.model.index(1, column, first).data().toString();
        QCOMPARE(cells, (QStringList{"Notes", "one ⏎ two three", ""}));
        QCOMPARE(opened.model.changeAt(opened.change(0, 1))->place, QStringLiteral("Notes"));
        QCOMPARE(opened.model.episodeAt(opened.change(0, 1)).value, 1);
        QCOMPARE(opened.model.changesOf({1}).size(), std::size_t{2});
        QVERIFY(!opened.model.changeAt(first));
        for (int column = 0; column < opened.model.columnCount(); ++column)
            QVERIFY(!opened.model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }

    void namesWhatIsLeftOut() {
        const EpisodeFixture site;
        Opened opened(site);
        opened.model.setProposal(sample());
        const QModelIndex branch = opened.model.index(2, 0);
        QCOMPARE(branch.data().toString(), QStringLiteral("Left out: 1 file(s)"));
        QVERIFY(!(branch.flags() & Qt::ItemIsUserCheckable));
        QVERIFY(!branch.data(Qt::CheckStateRole).isValid());
        QCOMPARE(opened.model.rowCount(branch), 1);
        const QModelIndex left = opened.model.index(0, 0, branch);
        QCOMPARE(left.data().toString(), QStringLiteral("night-desk 3 · Lanterns, part 3"));
        QCOMPARE(left.siblingAtColumn(1).data().toString(), QStringLiteral("It is read-only."));
        QCOMPARE(opened.model.reasonAt(left), QStringLiteral("It is read-only."));
        QCOMPARE(opened.model.episodeAt(left).value, 2);
        QVERIFY(!opened.model.changeAt(left));
        QVERIFY(!opened.model.setData(left, Qt::Checked, Qt::CheckStateRole));
    }

    void ticks() {
        const EpisodeFixture site;
        Opened opened(site);
        QSignalSpy told(&opened.model, &ProposalModel::ticksChanged);
        opened.model.setProposal(sample());
        const QModelIndex first = opened.model.index(0, 0);
        QCOMPARE(opened.state(first), static_cast<int>(Qt::Checked));
        QCOMPARE(opened.state(opened.model.index(1, 0)), static_cast<int>(Qt::Unchecked));
        QCOMPARE(opened.model.tickedChanges(), 2);
        QCOMPARE(opened.model.tickedEpisodes(), 1);
        QVERIFY(opened.model.setData(opened.change(0, 0), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(opened.state(first), static_cast<int>(Qt::PartiallyChecked));
        QCOMPARE(opened.model.tickedChanges(), 1);
        QVERIFY(!opened.model.proposal().changes[0].isTicked);
        QVERIFY(opened.model.setData(first, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(opened.state(opened.change(0, 0)), static_cast<int>(Qt::Checked));
        QVERIFY(opened.model.setData(first, Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(opened.model.tickedChanges(), 0);
        opened.model.tickAll(true);
        QCOMPARE(opened.model.tickedChanges(), 3);
        QCOMPARE(opened.model.tickedEpisodes(), 2);
        opened.model.tickAll(false);
        QCOMPARE(catalog::gathered(opened.model.proposal()).made, 0);
        QCOMPARE(told.size(), 6);
    }

    void saysWhenItIsOld() {
        const EpisodeFixture site;
        Opened opened(site);
        opened.model.setProposal(sample());
        QSignalSpy outdated(&opened.model, &ProposalModel::outdated);
        QVERIFY(opened.catalog.apply({{2}, {{{0, 0}, " "}}}));
        QCOMPARE(outdated.size(), 0); // it is left out anyway
        QVERIFY(opened.catalog.apply({{1}, {{{0, 0}, " "}}}));
        QCOMPARE(outdated.size(), 1);
        opened.catalog.clear();
        QCOMPARE(opened.model.rowCount(), 0);
    }

    void holdsManyChanges() {
        const EpisodeFixture site;
        Opened opened(site);
        Proposal many;
        for (int i = 0; i < 10'000; ++i)
            many.changes.push_back({{i % 3}, QStringLiteral("Notes"), QString::number(i), {}, {}});
        opened.model.setProposal(std::move(many));
        QCOMPARE(opened.model.rowCount(), 3);
        QCOMPARE(opened.model.rowCount(opened.model.index(0, 0)), 3'334);
        QCOMPARE(opened.change(1, 3'332).siblingAtColumn(1).data().toString(), QStringLiteral("9997"));
        opened.model.tickAll(false);
        QCOMPARE(opened.model.tickedChanges(), 0);
    }
};

QTEST_GUILESS_MAIN(TestProposalModel)
#include "tst_proposalmodel.moc"
