// SPDX-License-Identifier: MIT
#include "app/dialogs/feedimportdialog.h"
#include "app/dialogs/feedpreviewdialog.h"
#include "app/outside/outsidechanges.h"
#include "support/feedfixture.h"
#include "support/httpserver.h"
#include "support/trashfixture.h"
#include "support/windowfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTextBrowser>
#include <QTreeView>

using app::FeedImportDialog;
using app::FeedPreviewDialog;

namespace {

template <typename Widget>
Widget* part(const QWidget& dialog, const char* name) {
    auto* widget = dialog.findChild<Widget*>(QLatin1String(name));
    if (!widget)
        qFatal("no widget named %s", name);
    return widget;
}

/// A site that is opened, without a window.
struct Desk {
    explicit Desk(const EpisodeFixture& site) { site.openIn(catalog); }
    catalog::Catalog catalog;
    models::EditSession session{catalog};
};

} // namespace

class TestFeedDialogs : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    static QString feedIn(const EpisodeFixture& site, const QByteArray& items) {
        site.write(QStringLiteral("feed.xml"), feedfixture::rss(items));
        return site.absolute(QStringLiteral("feed.xml"));
    }
    static QByteArray knownItem() {
        return feedfixture::item(3, "<podcast:person role=\"guest\">Ben Harrow</podcast:person>")
            .replace("Lanterns, part", "Lamps");
    }
    /// An episode of any number, and the item of a feed that has the same enclosure and one guest more.
    static QByteArray plainEpisode(int number) {
        const QByteArray n = QByteArray::number(number);
        const QByteArray digit = QByteArray::number(number % 10);
        return EpisodeFixture::episode(number % 10)
            .replace("night-desk-" + digit + ".mp3", "night-desk-" + n + ".mp3")
            .replace("\"episode\": " + digit, "\"episode\": " + n)
            .replace("\"episode_padded\": \"000" + digit, "\"episode_padded\": \"" + n.rightJustified(4, '0'))
            .replace("\"slug\": \"" + digit, "\"slug\": \"" + n)
            .replace("5d5c000" + digit, "5d5c" + n.rightJustified(4, '0'));
    }
    static QByteArray plainItem(int number) {
        const QByteArray n = QByteArray::number(number);
        return "<item><title>Lanterns " + n + "</title><itunes:episode>" + n +
               "</itunes:episode><guid>item-" + n +
               "</guid><pubDate>Fri, 01 Mar 2024 18:00:00 -0800</pubDate><enclosure "
               "url=\"https://media.example.org/night-desk-" +
               n +
               ".mp3\" length=\"14000001\" type=\"audio/mpeg\"/><podcast:person role=\"guest\">Ben "
               "Harrow</podcast:person></item>\n";
    }
    static bool isRead(const QWidget& dialog) {
        return !part<QWidget>(dialog, "feedProgress")->isVisibleTo(&dialog);
    }

private slots:
    void initTestCase() { QVERIFY(m_folder.isValid()); }

    /// New items become files; of the known ones only what the episode does not say is ticked.
    void importsNewAndEmpty() {
        const EpisodeFixture site;
        Desk desk(site);
        FeedImportDialog dialog(desk.session, {0}, feedIn(site, feedfixture::fullItem() + knownItem()));
        auto* import = part<QPushButton>(dialog, "feedImportButton");
        QTRY_VERIFY(isRead(dialog));
        QCOMPARE(import->text(), QStringLiteral("&Import 1 New, Update 1 Field(s)"));
        QVERIFY(part<QLabel>(dialog, "feedWords")->text().startsWith(QLatin1String("Night Desk:")));
        QVERIFY(
            part<QPlainTextEdit>(dialog, "feedNotTaken")->toPlainText().contains(QLatin1String("season")));
        QVERIFY(!QFile::exists(site.absolute(EpisodeFixture::path(12))));
        const QSignalSpy accepted(&dialog, &QDialog::accepted);
        import->click();
        QTRY_COMPARE(accepted.size(), 1);
        QCOMPARE(dialog.created(), QStringList{site.absolute(EpisodeFixture::path(12))});
        QVERIFY(site.read(EpisodeFixture::path(12)).contains("\"title\": \"Wicks & Wax\""));
        QCOMPARE(dialog.updated(), 1);
        QCOMPARE(desk.session.undoStack().count(), 1);
        QCOMPARE(QByteArray::fromStdString(desk.catalog.episode({2}).text()),
                 EpisodeFixture::episode(3).replace("\"guests\": []", "\"guests\": [\n    \"ben\"\n  ]"));
        desk.session.undoStack().undo();
        QCOMPARE(QByteArray::fromStdString(desk.catalog.episode({2}).text()), EpisodeFixture::episode(3));
    }

    void updatesWhatIsTicked() {
        const EpisodeFixture site;
        Desk desk(site);
        FeedImportDialog dialog(desk.session, {0}, feedIn(site, knownItem()));
        QTRY_VERIFY(isRead(dialog));
        part<QPushButton>(dialog, "tickAllButton")->click();
        auto* import = part<QPushButton>(dialog, "feedImportButton");
        QCOMPARE(import->text(), QStringLiteral("&Import 0 New, Update 2 Field(s)"));
        const QSignalSpy accepted(&dialog, &QDialog::accepted);
        import->click();
        QTRY_COMPARE(accepted.size(), 1);
        QVERIFY(desk.catalog.episode({2}).text().find("Lamps 3") != std::string::npos);
        QVERIFY(dialog.created().isEmpty());
    }

    void nothingIsTickedNothingIsDone() {
        const EpisodeFixture site;
        Desk desk(site);
        FeedImportDialog dialog(desk.session, {0}, feedIn(site, feedfixture::fullItem()));
        QTRY_VERIFY(isRead(dialog));
        part<QPushButton>(dialog, "feedTickNoneButton")->click();
        QVERIFY(!part<QPushButton>(dialog, "feedImportButton")->isEnabled());
        part<QPushButton>(dialog, "feedTickAllButton")->click();
        part<QCheckBox>(dialog, "feedDraft")->click();
        const QSignalSpy accepted(&dialog, &QDialog::accepted);
        part<QPushButton>(dialog, "feedImportButton")->click();
        QTRY_COMPARE(accepted.size(), 1);
        QVERIFY(site.read(EpisodeFixture::path(12)).contains("\"draft\": true"));
    }

    /// Somebody else made the file between reading and importing.
    void neverOverAFile() {
        const EpisodeFixture site;
        Desk desk(site);
        FeedImportDialog dialog(desk.session, {0}, feedIn(site, feedfixture::fullItem()));
        QTRY_VERIFY(isRead(dialog));
        site.write(EpisodeFixture::path(12), "words of somebody");
        part<QPushButton>(dialog, "feedImportButton")->click();
        QTRY_VERIFY(part<QPlainTextEdit>(dialog, "feedNotTaken")
                        ->toPlainText()
                        .contains(QLatin1String("0012.md was not written")));
        QCOMPARE(site.read(EpisodeFixture::path(12)), QByteArray("words of somebody"));
        QVERIFY(dialog.created().isEmpty());
    }

    void saysWhatIsWrong_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("said");
        QTest::newRow("broken") << QByteArray("<rss>\n<channel>") << QStringLiteral("line 2, column 9");
        QTest::newRow("no feed") << QByteArray("hello") << QStringLiteral("neither");
    }
    void saysWhatIsWrong() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, said);
        const EpisodeFixture site;
        Desk desk(site);
        site.write(QStringLiteral("feed.xml"), bytes);
        FeedImportDialog dialog(desk.session, {0}, site.absolute(QStringLiteral("feed.xml")));
        QTRY_VERIFY(isRead(dialog));
        const QString words = part<QLabel>(dialog, "feedWords")->text();
        QVERIFY2(words.contains(said), qPrintable(words));
        QVERIFY(!part<QPushButton>(dialog, "feedImportButton")->isEnabled());
    }

    /// A server is asked when Read is pressed, and not before.
    void fromAnAddress() {
        const EpisodeFixture site;
        Desk desk(site);
        HttpServer server;
        HttpServer::Answer answer;
        answer.body = feedfixture::rss(feedfixture::fullItem());
        server.on("/rss", answer);
        FeedImportDialog dialog(desk.session, {0}, {});
        QMimeData data;
        data.setUrls({server.url("/rss")});
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&dialog, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&dialog, &event);
        QCOMPARE(part<QLineEdit>(dialog, "feedSource")->text(), server.url("/rss").toString());
        QTest::qWait(50);
        QVERIFY(server.questions().isEmpty());
        part<QPushButton>(dialog, "feedReadButton")->click();
        QVERIFY(part<QLabel>(dialog, "feedWords")->text().contains(QLatin1String("127.0.0.1")));
        QTRY_VERIFY(isRead(dialog));
        QCOMPARE(part<QTreeView>(dialog, "feedNewItems")->model()->rowCount(), 1);
    }

    void cancelled() {
        const EpisodeFixture site;
        Desk desk(site);
        HttpServer server;
        HttpServer::Answer answer;
        answer.hangs = true;
        server.on("/rss", answer);
        FeedImportDialog dialog(desk.session, {0}, server.url("/rss").toString());
        part<QPushButton>(dialog, "feedReadButton")->click();
        QTRY_COMPARE(server.questions().size(), 1);
        QVERIFY(!isRead(dialog));
        part<QPushButton>(dialog, "feedCancelButton")->click();
        QVERIFY(isRead(dialog));
        QVERIFY(part<QPushButton>(dialog, "feedReadButton")->isEnabled());
        QCOMPARE(desk.session.undoStack().count(), 0);
    }

    void previewsAndExports() {
        const EpisodeFixture site;
        Desk desk(site);
        FeedPreviewDialog dialog(desk.catalog, {1});
        QTRY_VERIFY(!dialog.isBusy());
        auto* list = part<QTreeView>(dialog, "feedPreviewItems");
        QTRY_COMPARE(list->model()->rowCount(), 3);
        QCOMPARE(list->currentIndex().row(), 1); // the window's episode
        QCOMPARE(part<QLabel>(dialog, "feedPreviewChannelTitle")->text(), QStringLiteral("Night Desk"));
        QCOMPARE(part<QLabel>(dialog, "feedPreviewTitle")->text(), QStringLiteral("Lanterns, part 2"));
        QVERIFY(part<QLabel>(dialog, "feedPreviewFacts")->text().contains(QLatin1String("Ada Quill")));
        QTRY_VERIFY(part<QTextBrowser>(dialog, "feedPreviewNotes")
                        ->toPlainText()
                        .contains(QLatin1String("The lamp museum")));
        const QString xml = part<QPlainTextEdit>(dialog, "feedPreviewSource")->toPlainText();
        QVERIFY(xml.contains(QLatin1String("<title>Lanterns, part 2</title>")));
        QVERIFY(!xml.contains(QLatin1String("<title>Lanterns, part 1</title>")));
        QVERIFY(part<QTreeView>(dialog, "feedPreviewFindings")->model()->rowCount() > 0);
        dialog.exportTo(site.absolute(QStringLiteral("out.xml")));
        QTRY_VERIFY(!dialog.isBusy());
        QVERIFY(site.read(QStringLiteral("out.xml")).contains("<title>Lanterns, part 1</title>"));
        dialog.exportTo(site.absolute(QStringLiteral("no/such/folder.xml")));
        QTRY_VERIFY(part<QLabel>(dialog, "feedPreviewWords")->text().contains(QLatin1String("not exported")));
    }

    void previewWithDrafts() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(2),
                   EpisodeFixture::episode(2).replace("\"draft\": false", "\"draft\": true"));
        Desk desk(site);
        FeedPreviewDialog dialog(desk.catalog, {0});
        auto* list = part<QTreeView>(dialog, "feedPreviewItems");
        QTRY_COMPARE(list->model()->rowCount(), 2);
        part<QCheckBox>(dialog, "feedPreviewDrafts")->click();
        QTRY_COMPARE(list->model()->rowCount(), 3);
    }

    /// From the menu to the table.
    void fromTheWindow() {
        const TrashFixture trash;
        const EpisodeFixture site;
        Program program(m_folder.filePath(QStringLiteral("settings.ini")));
        program.open(site);
        const QString feed = feedIn(site, feedfixture::fullItem());
        QTimer::singleShot(0, this, [&] {
            auto* dialog = qobject_cast<FeedImportDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            part<QLineEdit>(*dialog, "feedSource")->setText(feed);
            part<QPushButton>(*dialog, "feedReadButton")->click();
            QTRY_VERIFY(isRead(*dialog));
            part<QPushButton>(*dialog, "feedImportButton")->click();
        });
        program.trigger("importFeedAction");
        QCOMPARE(program.catalog.count(), 4);
        QCOMPARE(program.editor()->episode(), catalog::EpisodeId{3});
        program.trigger("undoAction");
        QCOMPARE(program.catalog.count(), 3);
        QCOMPARE(trash.files(), QStringList{QStringLiteral("0012.md")});
        program.trigger("redoAction");
        QCOMPARE(program.catalog.count(), 4);
        QVERIFY(QFile::exists(site.absolute(EpisodeFixture::path(12))));
    }

    /// More than are planned or updated at once.
    void importsHundreds() {
        const TrashFixture trash;
        const EpisodeFixture site;
        for (int number = 4; number <= 60; ++number)
            site.write(EpisodeFixture::path(number), plainEpisode(number));
        QByteArray items;
        for (int number = 1; number <= 360; ++number)
            items += plainItem(number);
        Desk desk(site);
        FeedImportDialog dialog(desk.session, {0}, feedIn(site, items));
        QTRY_VERIFY_WITH_TIMEOUT(isRead(dialog), 30'000);
        auto* import = part<QPushButton>(dialog, "feedImportButton");
        QVERIFY2(import->isEnabled(), qPrintable(import->text()));
        auto* known = part<QTreeView>(dialog, "proposalTree");
        QVERIFY(known->model()->rowCount() > 40);
        const QSignalSpy accepted(&dialog, &QDialog::accepted);
        import->click();
        QTRY_COMPARE_WITH_TIMEOUT(accepted.size(), 1, 60'000);
        QVERIFY(dialog.updated() > 40);
        QCOMPARE(dialog.created().size(), 300);
        QCOMPARE(dialog.episodes().size(), std::size_t(300));
        QCOMPARE(desk.session.undoStack().count(), 1); // the updates; the window adds the files
    }
};

QTEST_MAIN(TestFeedDialogs)
#include "tst_feeddialogs.moc"
