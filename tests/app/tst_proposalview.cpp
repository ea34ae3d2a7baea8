// SPDX-License-Identifier: MIT
#include "app/widgets/proposalview.h"

#include "models/editsession.h"
#include "support/episodefixture.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using app::ProposalView;

class TestProposalView : public QObject {
    Q_OBJECT

    struct Opened {
        Opened() {
            site.openIn(catalog);
            view.resize(900, 600);
            view.show();
        }
        template <class T>
        T* find(const char* name) {
            return view.findChild<T*>(QLatin1String(name));
        }
        QString said() { return find<QLabel>("proposalCount")->text(); }
        QString diff() { return find<QPlainTextEdit>("proposalDiff")->toPlainText(); }
        QTreeView* tree() { return find<QTreeView>("proposalTree"); }
        EpisodeFixture site;
        catalog::Catalog catalog;
        models::EditSession session{catalog};
        ProposalView view{catalog};
    };
    /// Puts a word in front of the title; leaves the second episode out.
    static void retitle(const catalog::EpisodeText& episode, const format::Document& document,
                        catalog::Proposal& proposal) {
        const std::string title = document.plain(*document.member("title"));
        if (title.back() == '2') {
            proposal.leftOut.push_back({episode.id, QStringLiteral("It is the second.")});
            return;
        }
        proposal.changes.push_back(
            {episode.id, QStringLiteral("Title"), QString::fromStdString(title),
             QString::fromStdString("New " + title),
             document.set({std::string("title")}, format::JsonValue::string("New " + title)).value()});
    }

private slots:
    void saysThatThereIsNothing() {
        Opened opened;
        opened.view.setEmptyText(QStringLiteral("Choose a field."));
        auto* empty = opened.find<QLabel>("proposalEmpty");
        QVERIFY(empty->isVisible());
        QCOMPARE(empty->text(), QStringLiteral("Choose a field."));
        QVERIFY(!opened.tree()->isVisible());
        QVERIFY(!opened.find<QPushButton>("tickAllButton")->isEnabled());
    }

    void proposesAndTicks() {
        Opened opened;
        QSignalSpy changed(&opened.view, &ProposalView::changed);
        opened.view.propose({{0}, {1}, {2}}, retitle);
        QVERIFY(opened.view.isBusy());
        QVERIFY(opened.find<QPushButton>("cancelProposalButton")->isVisible());
        QTRY_VERIFY(!opened.view.isBusy());
        QVERIFY(opened.tree()->isVisible());
        QCOMPARE(opened.said(), QStringLiteral("2 change(s) in 2 episode(s); 1 file(s) left out"));
        QVERIFY(opened.diff().contains(QStringLiteral("+  \"title\": \"New Lanterns, part 1\",")));
        opened.find<QPushButton>("tickNoneButton")->click();
        QCOMPARE(opened.view.tickedChanges(), 0);
        QCOMPARE(opened.diff(), QStringLiteral("Nothing of this episode is ticked."));
        const QModelIndex second = opened.view.model().index(1, 0);
        opened.tree()->setCurrentIndex(opened.view.model().index(0, 0, second));
        // What is not ticked shows what it would do.
        QVERIFY(opened.diff().contains(QStringLiteral("New Lanterns, part 3")));
        QTest::keyClick(opened.tree(), Qt::Key_Space);
        QCOMPARE(opened.view.tickedChanges(), 1);
        QCOMPARE(opened.view.gathered().edits.front().episode.value, 2);
        opened.find<QPushButton>("tickAllButton")->click();
        QCOMPARE(opened.view.tickedChanges(), 2);
        const QModelIndex branch = opened.view.model().index(2, 0);
        opened.tree()->setCurrentIndex(opened.view.model().index(0, 0, branch));
        QCOMPARE(opened.diff(), QStringLiteral("It is the second."));
        QVERIFY(changed.size() >= 4);
    }

    void followsTheEpisodes() {
        Opened opened;
        opened.view.propose({{0}}, retitle);
        QTRY_VERIFY(!opened.view.isBusy());
        QVERIFY(opened.session.setValue({0}, {std::string("title")}, format::JsonValue::string("Dawn")));
        QTRY_VERIFY(opened.diff().contains(QStringLiteral("New Dawn")));
        QVERIFY(opened.session.apply(opened.view.gathered().edits, QStringLiteral("Retitle")));
        QCOMPARE(opened.catalog.episode({0}).summary().title, QStringLiteral("New Dawn"));
    }

    void isCancelled() {
        Opened opened;
        QSignalSpy cancelled(&opened.view, &ProposalView::cancelled);
        QSemaphore mayGoOn;
        opened.view.propose({{0}, {2}}, [&](const auto& episode, const auto& document, auto& proposal) {
            mayGoOn.acquire();
            retitle(episode, document, proposal);
        });
        opened.find<QPushButton>("cancelProposalButton")->click();
        QCOMPARE(cancelled.size(), 1);
        QVERIFY(!opened.view.isBusy());
        mayGoOn.release(2);
        QTest::qWait(50);
        QCOMPARE(opened.view.tickedChanges(), 0);
        QVERIFY(opened.find<QLabel>("proposalEmpty")->isVisible());
    }
};

QTEST_MAIN(TestProposalView)
#include "tst_proposalview.moc"
