// SPDX-License-Identifier: MIT
#include "app/issues/issuespanel.h"
#include "catalog/rules/explanations.h"
#include "support/pagefixture.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>

class TestIssuesPanel : public QObject {
    Q_OBJECT

    struct Opened : PageFixture {
        Opened() {
            session.setValue({0}, {std::string("episode_guid")}, format::JsonValue::string("no guid"));
            session.setValue({1}, {std::string("title")}, format::JsonValue::string(" Lanterns "));
            session.setValue({2}, {std::string("date")}, format::JsonValue::string("soon"));
            validator.finish();
            panel.show();
            panel.setEpisode({0});
            QTRY_VERIFY(rules().contains(guid)); // shown a few times a second
        }
        void choose(const QString& rule) {
            auto* model = qobject_cast<models::IssueModel*>(view->model());
            for (int number = 0; number < model->count(); ++number)
                if (model->issueAt(model->indexOf(number))->rule == rule)
                    return view->setCurrentIndex(model->indexOf(number));
            qFatal("no issue of %s", qPrintable(rule));
        }
        QStringList rules() const {
            QStringList found;
            auto* model = qobject_cast<models::IssueModel*>(view->model());
            for (int number = 0; number < model->count(); ++number)
                found += model->issueAt(model->indexOf(number))->rule;
            return found;
        }
        QAction* menuAction(const QString& words) {
            QMenu* menu = child<QToolButton>(panel, "issueMenuButton")->menu();
            emit menu->aboutToShow();
            for (QAction* action : menu->actions())
                if (action->text().remove(u'&').contains(words))
                    return action;
            qFatal("the menu does not hold this");
        }
        app::IssuesPanel panel{context()};
        QTreeView* view = child<QTreeView>(panel, "issuesView");
    };
    static inline const QString guid = QStringLiteral("guid-invalid");

private slots:
    void showsWhatTheScopeHolds() {
        Opened open;
        QVERIFY(open.rules().contains(guid));
        QVERIFY(open.rules().contains(QStringLiteral("date-invalid")));
        auto* scope = PageFixture::child<QComboBox>(open.panel, "issuesScope");
        scope->setCurrentIndex(2);
        QCOMPARE(open.rules(), QStringList{guid});
        open.panel.setEpisode({2});
        QVERIFY(!open.rules().contains(guid));
        scope->setCurrentIndex(0);
        PageFixture::child<QLineEdit>(open.panel, "issuesFilter")->setText(QStringLiteral("guid"));
        QCOMPARE(open.rules(), QStringList{guid});
    }

    void walksThroughGroups() {
        Opened open;
        PageFixture::child<QComboBox>(open.panel, "issuesGrouping")->setCurrentIndex(2);
        QSignalSpy activated(&open.panel, &app::IssuesPanel::issueActivated);
        const auto all = static_cast<int>(open.rules().size());
        for (int i = 0; i < all + 1; ++i)
            open.panel.walk(1);
        QCOMPARE(activated.size(), all + 1);
        QCOMPARE(activated.first(), activated.last());
        open.panel.walk(-1);
        QCOMPARE(activated.last(), activated.at(all - 1));
    }

    void openGroupsStayOpen() {
        Opened open;
        PageFixture::child<QComboBox>(open.panel, "issuesGrouping")->setCurrentIndex(2);
        open.view->expand(open.view->model()->index(0, 0));
        const QString label = open.view->model()->index(0, 0).data().toString();
        open.session.setValue({1}, {std::string("title")}, format::JsonValue::string("Other"));
        open.validator.finish();
        QTest::qWait(10);
        for (int row = 0; row < open.view->model()->rowCount(); ++row) {
            const QModelIndex group = open.view->model()->index(row, 0);
            QCOMPARE(open.view->isExpanded(group), group.data().toString() == label);
        }
    }

    void aRuleIsMutedAndTakenBack() {
        Opened open;
        open.choose(guid);
        open.menuAction(QStringLiteral("Mute for This Episode"))->trigger();
        open.validator.finish();
        QTRY_VERIFY(!open.rules().contains(guid));
        QVERIFY(open.site.read(catalog::Policy::fileName).contains("0001.md"));
        auto* muted = PageFixture::child<QToolButton>(open.panel, "mutedButton");
        QVERIFY(muted->isVisible());
        QCOMPARE(muted->menu()->actions().size(), 1);
        muted->menu()->actions().constFirst()->trigger();
        open.validator.finish();
        QTRY_VERIFY(open.rules().contains(guid));
        QVERIFY(!muted->isVisible());
    }

    void aRuleIsWeighedAnew() {
        Opened open;
        open.choose(guid);
        QMenu* weights = open.menuAction(QStringLiteral("Weight"))->menu();
        weights->actions().at(1)->trigger();
        open.validator.finish();
        QTRY_COMPARE(open.validator.issuesOf({0}).front().severity, catalog::Severity::Warning);
    }

    void aPolicyThatCannotBeWrittenIsSaid() {
        Opened open;
        open.choose(guid);
        open.site.write(catalog::Policy::fileName, "{\"rules\": {\"theirs\": \"off\"}}");
        QSignalSpy said(&open.panel, &app::IssuesPanel::message);
        open.menuAction(QStringLiteral("Mute for the Whole"))->trigger();
        QCOMPARE(said.size(), 1);
        open.validator.finish();
        QVERIFY(open.rules().contains(guid));
        QVERIFY(open.site.read(catalog::Policy::fileName).contains("theirs"));
    }

    void aRuleIsExplained() {
        Opened open;
        QSignalSpy wanted(&open.panel, &app::IssuesPanel::explainRequested);
        open.choose(guid);
        open.menuAction(QStringLiteral("Explain Rule"))->trigger();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first(), QVariantList{guid});
    }
    void theKeyOfHelpExplainsInTheList() {
        Opened open;
        QSignalSpy wanted(&open.panel, &app::IssuesPanel::explainRequested);
        QAction help;
        help.setShortcut(QKeySequence::HelpContents);
        open.panel.addAction(&help);
        QSignalSpy guide(&help, &QAction::triggered);
        QApplication::setActiveWindow(&open.panel);
        open.view->setFocus();
        open.choose(guid);
        QTest::keyClick(open.view, Qt::Key_F1);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(guide.size(), 0);
        open.view->setCurrentIndex({});
        QTest::keyClick(open.view, Qt::Key_F1);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(guide.size(), 1);
    }
    void aToolTipTellsWhy() {
        Opened open;
        open.choose(guid);
        const QModelIndex message =
            open.view->currentIndex().siblingAtColumn(models::IssueModel::MessageColumn);
        const QString tip = message.data(Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(catalog::ruleExplanationText("guid-invalid").toHtmlEscaped()), qPrintable(tip));
        QVERIFY(tip.contains(message.data().toString().toHtmlEscaped()));
    }

    void mendsOneOrOffersAll() {
        Opened open;
        QSignalSpy wanted(&open.panel, &app::IssuesPanel::mendRequested);
        PageFixture::child<QPushButton>(open.panel, "mendAllButton")->click();
        QCOMPARE(wanted.size(), 1);
        for (const QString& rule : open.rules()) {
            open.choose(rule);
            auto* fix = PageFixture::child<QPushButton>(open.panel, "fixButton");
            if (!fix->isEnabled())
                continue;
            const auto size = open.session.undoStack().count();
            fix->click();
            QCOMPARE(open.session.undoStack().count(), size + 1);
            return;
        }
        QFAIL("none of these has a fix");
    }
};

QTEST_MAIN(TestIssuesPanel)
#include "tst_issuespanel.moc"
