// SPDX-License-Identifier: MIT
#include "app/dialogs/mendingdialog.h"
#include "app/editor/episodeeditor.h"
#include "app/editor/linkscommands.h"
#include "app/editor/linkspage.h"
#include "app/links/episodetasks.h"
#include "app/links/titlesdialog.h"
#include "support/httpserver.h"
#include "support/pagefixture.h"
#include "support/soundfixture.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTableWidget>
#include <QTimer>
#include <QTreeView>

class TestEpisodeTasks : public QObject {
    Q_OBJECT

    /// An editor and its tasks on an invented site whose first episode's links lie on a server of ours.
    struct Program : PageFixture {
        explicit Program(const QByteArray& notes = {}) {
            if (!notes.isEmpty()) {
                QByteArray text = EpisodeFixture::episode(1);
                text.truncate(text.indexOf("  * ["));
                (void)catalog.apply(
                    catalog::Edit{{0}, format::differenceOf(this->text(), (text + notes).toStdString())});
            }
            window.show();
            editor.setEpisode({0});
            QObject::connect(&tasks, &app::EpisodeTasks::message, &window,
                             [this](const QString& text) { said += text; });
        }
        void finish() {
            QSignalSpy progress(&tasks, &app::EpisodeTasks::progress);
            QTRY_VERIFY_WITH_TIMEOUT(!progress.isEmpty() && progress.last().at(2).toInt() == 0, 15'000);
        }
        QStringList rules(int id = 0) {
            validator.finish();
            QStringList found;
            for (const catalog::Issue& issue : validator.issuesOf({id}))
                found += issue.rule;
            return found;
        }
        QWidget window;
        app::EpisodeEditor editor{context(), &window};
        app::EpisodeTasks tasks{context(), editor, &window};
        QStringList said;
    };

    static HttpServer::Answer answer(const QByteArray& status) {
        HttpServer::Answer said;
        said.status = status;
        return said;
    }
    template <typename Dialog, typename Act>
    static void whenShown(const Act& act) {
        auto* timer = new QTimer(qApp);
        QObject::connect(timer, &QTimer::timeout, timer, [timer, act] {
            if (auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget())) {
                timer->deleteLater();
                act(dialog);
            }
        });
        timer->start(20);
    }

private slots:
    void aCheckMarksRowsAndProblems() {
        HttpServer server;
        server.on("/here", {});
        server.on("/caf%C3%A9", answer("404 Not Found"));
        server.redirect("/old", server.url("/here").toEncoded(), "301 Moved Permanently");
        const QByteArray base = server.url("/").toEncoded();
        Program program("  * [A](" + base + "here)\n  * [B](" + base + "caf%C3%A9)\n  * [C](" + base +
                        "old)\n");
        program.tasks.checkLinks({{0}});
        program.finish();
        QCOMPARE(program.said.size(), 1);
        const QStringList rules = program.rules();
        QVERIFY(rules.contains(QStringLiteral("link-gone")));
        QVERIFY(rules.contains(QStringLiteral("link-moved")));
        auto* view = PageFixture::child<QTableView>(program.editor, "linksView");
        QVERIFY(!view->isColumnHidden(models::LinkTableModel::CheckColumn));
        QStringList outcomes;
        for (int row = 1; row <= 3; ++row)
            outcomes += QString::number(
                view->model()->index(row, 0).data(models::LinkTableModel::OutcomeRole).toInt());
        QCOMPARE(outcomes, (QStringList{QStringLiteral("0"), QStringLiteral("2"), QStringLiteral("1")}));
        for (const QByteArray& question : server.questions())
            QVERIFY(question.startsWith("HEAD ") || question.startsWith("GET "));
    }

    void nothingIsAskedBeforeTheAnswer() {
        HttpServer server;
        QByteArray notes;
        for (int i = 0; i < 70; ++i)
            notes += "  * [A](" + server.url("/" + QByteArray::number(i)).toEncoded() + ")\n";
        Program program(notes);
        QString question;
        whenShown<QMessageBox>([&](QMessageBox* box) {
            question = box->text();
            box->button(QMessageBox::Cancel)->click();
        });
        program.tasks.checkLinks({{0}});
        QVERIFY(question.contains(QStringLiteral("70")));
        QTest::qWait(100);
        QVERIFY(server.questions().isEmpty());
    }

    void aCancelledCheckKeepsWhatItFound() {
        HttpServer server;
        server.on("/quick", {});
        HttpServer::Answer never;
        never.hangs = true;
        server.on("/never", never);
        const QByteArray base = server.url("/").toEncoded();
        Program program("  * [A](" + base + "quick)\n  * [B](" + base + "never)\n");
        program.tasks.checkLinks({{0}});
        QTRY_COMPARE(program.links.count(), 1);
        program.tasks.cancel();
        QTRY_COMPARE(program.said.size(), 1);
        QCOMPARE(program.links.count(), 1);
    }

    void pagesGiveTheirTitles() {
        HttpServer server;
        HttpServer::Answer page200 = answer("200 OK");
        page200.headers = "Content-Type: text/html; charset=utf-8\r\n";
        page200.body = "<html><head><title>Lamps &amp; wicks | Example</title></head></html>";
        server.on("/lamps", page200);
        const QByteArray url = server.url("/lamps").toEncoded();
        Program program("  * [" + url + "](" + url + ")\n  * [Named](" + url + ")\n");
        const std::string before = program.text();
        whenShown<app::TitlesDialog>([](app::TitlesDialog* dialog) {
            QVERIFY(PageFixture::child<QTableWidget>(*dialog, "titlesTable")
                        ->item(0, 0)
                        ->text()
                        .startsWith(QStringLiteral("Lamps & wicks")));
            dialog->accept();
        });
        app::LinksPage& page = program.editor.linksPage();
        page.commands().selectRows(1, 2);
        page.commands().action("fetchTitlesAction")->trigger();
        QTRY_COMPARE(program.said.size(), 1);
        QVERIFY(program.text().find("* [Lamps & wicks") != std::string::npos);
        QVERIFY(program.text().find("* [Named](") != std::string::npos);
        program.session.undoStack().undo();
        QCOMPARE(program.text(), before);
    }

    void aTypedTitleOutlivesTheSitesName() {
        net::FetchedTitle first, second;
        first.url = first.finalUrl = QUrl(QStringLiteral("https://lamps.example.org/a"));
        first.page.title = QStringLiteral("Lamps | Lamps");
        first.page.siteName = QStringLiteral("Lamps");
        second = first;
        second.url = QUrl(QStringLiteral("https://lamps.example.org/b"));
        app::TitlesDialog dialog({first, second});
        auto* table = PageFixture::child<QTableWidget>(dialog, "titlesTable");
        QCOMPARE(table->item(0, 0)->text(), QStringLiteral("Lamps"));
        table->item(1, 0)->setText(QStringLiteral("Mine"));
        PageFixture::child<QCheckBox>(dialog, "withoutSiteBox")->setChecked(false);
        QCOMPARE(table->item(0, 0)->text(), QStringLiteral("Lamps | Lamps"));
        QCOMPARE(table->item(1, 0)->text(), QStringLiteral("Mine"));
    }

    void mendsWhatIsTickedInOneStep() {
        Program program("  * [A \"b\"](https://a.example/ \"A \"b\"\")\n"
                        "  * [C \"d\"](https://c.example/ \"C \"d\"\")\n");
        const std::string before = program.text();
        QVERIFY(program.rules().contains(QStringLiteral("link-title-unescaped-quote")));
        whenShown<app::MendingDialog>([](app::MendingDialog* dialog) {
            auto& model = *PageFixture::child<QTreeView>(*dialog, "mendingTree")->model();
            const QModelIndex rule = model.index(0, 0);
            QVERIFY(rule.data().toString().startsWith(QStringLiteral("link-title-unescaped-quote")));
            QCOMPARE(model.rowCount(rule), 2);
            QVERIFY(PageFixture::child<QPlainTextEdit>(*dialog, "mendingDiff")
                        ->toPlainText()
                        .contains(QStringLiteral("+  * [A")));
            QVERIFY(model.setData(model.index(1, 0, rule), Qt::Unchecked, Qt::CheckStateRole));
            PageFixture::child<QPushButton>(*dialog, "mendButton")->click();
        });
        program.tasks.mend({{0}}, true);
        QVERIFY(program.text().find("[C \"d\"](https://c.example/ \"C \"d\"\")") != std::string::npos);
        const auto document = program.catalog.episode({0}).document();
        int links = 0;
        for (const format::Row& row : document->links().rows())
            links += row.kind == format::RowKind::Link;
        QCOMPARE(links, 1);
        program.session.undoStack().undo();
        QCOMPARE(program.text(), before);
    }

    void measuringSeveralAsksBeforeTheNetwork_data() {
        QTest::addColumn<QByteArray>("button"); // empty: Escape
        QTest::addColumn<int>("found");         // how many are known then
        QTest::addColumn<bool>("isAsked");
        QTest::newRow("the servers, too") << QByteArray("askServersButton") << 2 << true;
        QTest::newRow("local files only") << QByteArray("localFilesButton") << 1 << false;
        QTest::newRow("nothing at all") << QByteArray() << 0 << false;
    }
    void measuringSeveralAsksBeforeTheNetwork() {
        QFETCH(QByteArray, button);
        QFETCH(int, found);
        QFETCH(bool, isAsked);
        HttpServer server;
        HttpServer::Answer sound;
        sound.body = silentMp3(1);
        server.on("/2.mp3", sound);
        Program program;
        program.settings.setCatalog(program.site.root());
        program.settings.setMediaFolder(program.site.root());
        program.site.write(QStringLiteral("night-desk-1.mp3"), silentMp3(2));
        program.session.setValue({1}, {std::string("podcast_file")},
                                 format::JsonValue::string(server.url("/2.mp3").toString().toStdString()));
        QString words;
        whenShown<QMessageBox>([&](QMessageBox* box) {
            words = box->text();
            QVERIFY(PageFixture::child<QPushButton>(*box, "localFilesButton")->isEnabled());
            if (button.isEmpty())
                QTest::keyClick(box, Qt::Key_Escape);
            else
                PageFixture::child<QPushButton>(*box, button.constData())->click();
        });
        program.tasks.measure({{0}, {1}});
        QVERIFY2(words.startsWith(QLatin1Char('1')), qPrintable(words)); // one has no local file
        if (found > 0)
            QTRY_VERIFY_WITH_TIMEOUT(!program.said.isEmpty(), 15'000);
        QTest::qWait(50);
        QCOMPARE(program.tasks.mediaResults().findings().count(), found);
        QCOMPARE(!server.questions().isEmpty(), isAsked);
    }

    void whereAllIsRemoteOnlyTheServersCanBeAsked() {
        Program program;
        bool isOffered = true;
        whenShown<QMessageBox>([&](QMessageBox* box) {
            isOffered = PageFixture::child<QPushButton>(*box, "localFilesButton")->isEnabled();
            QTest::keyClick(box, Qt::Key_Escape);
        });
        program.tasks.measure({{0}});
        QVERIFY(!isOffered);
    }

    void localFilesNeedNoQuestion() {
        Program program;
        program.settings.setCatalog(program.site.root());
        program.settings.setMediaFolder(program.site.root());
        program.site.write(QStringLiteral("night-desk-1.mp3"), silentMp3(2));
        program.tasks.measure({{0}}); // a question would hang here
        QTRY_VERIFY_WITH_TIMEOUT(!program.said.isEmpty(), 15'000);
        QCOMPARE(program.tasks.mediaResults().findings().count(), 1);
    }

    void saysWhereThereIsNothingToMend() {
        Program program;
        program.tasks.mend({{1}}, true);
        QCOMPARE(program.said.size(), 1);
    }
};

QTEST_MAIN(TestEpisodeTasks)
#include "tst_episodetasks.moc"
