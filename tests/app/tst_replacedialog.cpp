// SPDX-License-Identifier: MIT
#include "app/dialogs/replacedialog.h"

#include "app/widgets/proposalview.h"
#include "support/windowfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QStatusBar>
#include <QToolButton>
#include <QTreeView>

using app::ReplaceDialog;

namespace {

template <typename Widget>
Widget* part(const QWidget& dialog, const char* name) {
    auto* widget = dialog.findChild<Widget*>(QLatin1String(name));
    if (!widget)
        qFatal("no widget named %s", name);
    return widget;
}

/// What the button says, once the dialog has looked.
QString offer(const ReplaceDialog& dialog) {
    auto* view = dialog.findChild<app::ProposalView*>();
    QTest::qWait(250);
    if (!QTest::qWaitFor([view] { return !view->isBusy(); }, 5'000))
        qFatal("the dialog looks without end");
    return part<QPushButton>(dialog, "replaceMatchesButton")->text();
}

} // namespace

class TestReplaceDialog : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    QString newIni() { return m_folder.filePath(QStringLiteral("settings-%1.ini").arg(++m_count)); }

    /// A catalogue without its window.
    struct Opened {
        explicit Opened(const QString& ini)
            : settings(ini) {
            site.openIn(catalog);
        }
        app::EditorContext context() { return {session, validator, settings, links, playhead}; }
        QByteArray text(int id) const { return QByteArray::fromStdString(catalog.episode({id}).text()); }
        EpisodeFixture site;
        app::Settings settings;
        catalog::Catalog catalog;
        models::EditSession session{catalog};
        catalog::Validator validator{catalog};
        catalog::LinkResults links;
        app::Playhead playhead;
    };

private slots:
    void replacesWhatIsTicked() {
        Opened opened(newIni());
        ReplaceDialog dialog(opened.context(), {{0}}, {{0}, {1}, {2}});
        dialog.show();
        QVERIFY(!part<QPushButton>(dialog, "replaceMatchesButton")->isEnabled());
        QCOMPARE(part<QLabel>(dialog, "proposalEmpty")->text(), QStringLiteral("Type what to look for."));
        QTest::keyClicks(part<QLineEdit>(dialog, "replaceFindEdit"), QStringLiteral("museum"));
        QTest::keyClicks(part<QLineEdit>(dialog, "replaceWithEdit"), QStringLiteral("works"));
        QCOMPARE(offer(dialog), QStringLiteral("&Replace 6 Match(es)"));
        // One match less; the rest is one step, and undone as one.
        const auto* tree = part<QTreeView>(dialog, "proposalTree");
        auto* model = tree->model();
        const QModelIndex first = model->index(0, 0, model->index(0, 0));
        QCOMPARE(first.data().toString(), QStringLiteral("Show notes, line 43"));
        QVERIFY(model->setData(first, Qt::Unchecked, Qt::CheckStateRole));
        const QByteArray before = opened.text(0);
        const catalog::Gathered gathered = dialog.gathered();
        QCOMPARE(gathered.made, 5);
        QCOMPARE(gathered.leftOut, 0);
        QVERIFY(opened.session.apply(gathered.edits, ReplaceDialog::stepName(gathered)));
        QCOMPARE(opened.text(0), QByteArray(before).replace("\"The lamp museum\"", "\"The lamp works\""));
        QCOMPARE(opened.text(2).count("works"), 2);
        QCOMPARE(opened.session.undoStack().count(), 1);
        opened.session.undoStack().undo();
        QCOMPARE(opened.text(0), before);
    }

    void options() {
        Opened opened(newIni());
        ReplaceDialog dialog(opened.context(), {{0}}, {{0}, {1}, {2}});
        dialog.show();
        part<QLineEdit>(dialog, "replaceFindEdit")->setText(QStringLiteral("LAMPS?"));
        QCOMPARE(offer(dialog), QStringLiteral("&Replace 0 Match(es)"));
        QCOMPARE(part<QLabel>(dialog, "proposalEmpty")->text(), QStringLiteral("Nothing is found."));
        part<QCheckBox>(dialog, "replaceRegexBox")->setChecked(true);
        QCOMPARE(offer(dialog), QStringLiteral("&Replace 12 Match(es)"));
        part<QComboBox>(dialog, "replacePlacesCombo")->setCurrentIndex(1); // show notes
        QCOMPARE(offer(dialog), QStringLiteral("&Replace 9 Match(es)"));
        part<QComboBox>(dialog, "replacePlacesCombo")->setCurrentIndex(2); // addresses
        QCOMPARE(offer(dialog), QStringLiteral("&Replace 3 Match(es)"));
        part<QComboBox>(dialog, "replaceEpisodesCombo")->setCurrentIndex(0); // selected
        QCOMPARE(offer(dialog), QStringLiteral("&Replace 1 Match(es)"));
        part<QCheckBox>(dialog, "replaceCaseBox")->setChecked(true);
        QCOMPARE(offer(dialog), QStringLiteral("&Replace 0 Match(es)"));
    }

    void chosenFields() {
        Opened opened(newIni());
        {
            ReplaceDialog dialog(opened.context(), {}, {{0}, {1}, {2}});
            dialog.show();
            part<QLineEdit>(dialog, "replaceFindEdit")->setText(QStringLiteral("a"));
            part<QComboBox>(dialog, "replacePlacesCombo")->setCurrentIndex(3);
            QCOMPARE(offer(dialog), QStringLiteral("&Replace 0 Match(es)"));
            QCOMPARE(part<QLabel>(dialog, "proposalEmpty")->text(),
                     QStringLiteral("Choose the fields to look in."));
            auto* fields = part<QListWidget>(dialog, "replaceFieldsList");
            fields->findItems(QStringLiteral("Tags"), Qt::MatchExactly)
                .constFirst()
                ->setCheckState(Qt::Checked);
            QCOMPARE(offer(dialog), QStringLiteral("&Replace 3 Match(es)"));
            QCOMPARE(part<QToolButton>(dialog, "replaceFieldsButton")->text(), QStringLiteral("Tags"));
            dialog.reject();
        }
        // What was chosen last is there again.
        ReplaceDialog dialog(opened.context(), {}, {{0}, {1}, {2}});
        dialog.show();
        QCOMPARE(part<QLineEdit>(dialog, "replaceFindEdit")->text(), QStringLiteral("a"));
        QCOMPARE(part<QToolButton>(dialog, "replaceFieldsButton")->text(), QStringLiteral("Tags"));
        QCOMPARE(offer(dialog), QStringLiteral("&Replace 3 Match(es)"));
    }

    void saysWhatIsWrong() {
        Opened opened(newIni());
        ReplaceDialog dialog(opened.context(), {}, {{0}});
        dialog.show();
        part<QCheckBox>(dialog, "replaceRegexBox")->setChecked(true);
        part<QLineEdit>(dialog, "replaceFindEdit")->setText(QStringLiteral("(oil"));
        const auto* problem = part<QLabel>(dialog, "replaceProblem");
        QVERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(QLatin1String("at character 5")));
        QVERIFY(!part<QPushButton>(dialog, "replaceMatchesButton")->isEnabled());
        part<QLineEdit>(dialog, "replaceFindEdit")->setText(QStringLiteral("(oil)"));
        QVERIFY(!problem->isVisible());
        part<QLineEdit>(dialog, "replaceWithEdit")->setText(QStringLiteral("$2"));
        QVERIFY(problem->text().contains(QLatin1String("no group 2")));
        part<QLineEdit>(dialog, "replaceWithEdit")->setText(QStringLiteral("$1s"));
        QCOMPARE(offer(dialog), QStringLiteral("&Replace 3 Match(es)"));
    }

    void anotherChangeMeanwhileIsLookedAtAnew() {
        Opened opened(newIni());
        ReplaceDialog dialog(opened.context(), {}, {{0}});
        dialog.show();
        part<QLineEdit>(dialog, "replaceFindEdit")->setText(QStringLiteral("Lanterns"));
        part<QLineEdit>(dialog, "replaceWithEdit")->setText(QStringLiteral("Torches"));
        QCOMPARE(offer(dialog), QStringLiteral("&Replace 1 Match(es)"));
        QVERIFY(opened.session.setValue({0}, {std::string("show_name")},
                                        format::JsonValue::string("Lanterns by night")));
        QCOMPARE(offer(dialog), QStringLiteral("&Replace 2 Match(es)"));
        const catalog::Gathered gathered = dialog.gathered();
        QCOMPARE(gathered.made, 2);
        QVERIFY(opened.session.apply(gathered.edits, ReplaceDialog::stepName(gathered)));
        QVERIFY(opened.text(0).contains("\"show_name\": \"Torches by night\""));
        QVERIFY(opened.text(0).contains("\"title\": \"Torches, part 1\""));
    }

    void throughTheWindow() {
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        QTimer::singleShot(0, &program.window, [&program] {
            auto* dialog = qobject_cast<ReplaceDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            part<QLineEdit>(*dialog, "replaceFindEdit")->setText(QStringLiteral("Lanterns"));
            part<QLineEdit>(*dialog, "replaceWithEdit")->setText(QStringLiteral("Torches"));
            QTest::keyClick(part<QLineEdit>(*dialog, "replaceWithEdit"), Qt::Key_Return);
            QCOMPARE(offer(*dialog), QStringLiteral("&Replace 3 Match(es)"));
            QVERIFY(dialog->isVisible()); // Return only looked
            part<QPushButton>(*dialog, "replaceMatchesButton")->click();
        });
        QTest::keyClick(&program.window, Qt::Key_H, Qt::ControlModifier);
        QVERIFY(program.window.statusBar()->currentMessage().contains(QLatin1String("Undo takes it back")));
        QVERIFY(program.titleAt(0).startsWith(QLatin1String("Torches")));
        program.trigger("undoAction");
        QVERIFY(program.titleAt(0).startsWith(QLatin1String("Lanterns")));
    }
};

QTEST_MAIN(TestReplaceDialog)
#include "tst_replacedialog.moc"
