// SPDX-License-Identifier: MIT
#include "app/editor/mediapage.h"

#include "app/widgets/openlink.h"
#include "catalog/chapteredit.h"
#include "support/pagefixture.h"
#include "support/soundfixture.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>

class TestMediaPage : public QObject {
    Q_OBJECT

    /// A local MP3 with two chapters inside, measured.
    static void offerChapters(PageFixture& fixture, app::MediaPage& page, catalog::MediaResults& results) {
        fixture.site.write(QStringLiteral("night-desk-1.mp3"),
                           id3TagOf(id3Chapter("a", 0, 3000, id3Text("TIT2", "Wicks")) +
                                    id3Chapter("b", 3000, 7000, id3Text("TIT2", "Wax"))) +
                               silentMp3(7));
        fixture.settings.setCatalog(fixture.site.root());
        fixture.settings.setMediaFolder(fixture.site.root());
        page.setResults(results);
        page.setEpisode({0});
        auto* take = fixture.child<QToolButton>(page, "takeChaptersButton");
        catalog::MediaFinding finding;
        finding.bytes = 1;
        finding.durationMs = 7'000;
        finding.when = QDateTime::currentDateTimeUtc();
        finding.chapters = 0;
        const auto key = QStringLiteral("https://media.example.org/night-desk-1.mp3");
        results.take(key, finding);
        QVERIFY(take->isHidden()); // there are none inside
        finding.chapters = 2;
        results.take(key, finding);
        QVERIFY(!take->isHidden());
    }

private slots:
    void typingChangesOnlyItsValue_data() {
        QTest::addColumn<QByteArray>("edit");
        QTest::addColumn<QByteArray>("words");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("enclosure") << QByteArray("podcast_fileEdit")
                                   << QByteArray("https://m.example.org/a.mp3")
                                   << QByteArray("\"https://media.example.org/night-desk-1.mp3\"")
                                   << QByteArray("\"https://m.example.org/a.mp3\"");
        QTest::newRow("empty is null")
            << QByteArray("podcast_fileEdit") << QByteArray()
            << QByteArray("\"https://media.example.org/night-desk-1.mp3\"") << QByteArray("null");
        QTest::newRow("bytes stay a number") << QByteArray("podcast_bytesEdit") << QByteArray("15000000")
                                             << QByteArray("14000001,") << QByteArray("15000000,");
        QTest::newRow("bytes that are none") << QByteArray("podcast_bytesEdit") << QByteArray("many")
                                             << QByteArray("14000001,") << QByteArray("\"many\",");
        QTest::newRow("duration") << QByteArray("podcast_durationEdit") << QByteArray("00:40:00")
                                  << QByteArray("00:31:01") << QByteArray("00:40:00");
        QTest::newRow("null becomes text")
            << QByteArray("youtube_linkEdit") << QByteArray("https://youtu.be/x")
            << QByteArray("\"youtube_link\": null") << QByteArray("\"youtube_link\": \"https://youtu.be/x\"");
    }
    void typingChangesOnlyItsValue() {
        QFETCH(QByteArray, edit);
        QFETCH(QByteArray, words);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        PageFixture fixture;
        app::MediaPage page(fixture.context());
        page.setEpisode({0});
        auto* line = fixture.child<QLineEdit>(page, edit.constData());
        line->selectAll();
        QTest::keyClick(line, Qt::Key_Delete);
        QTest::keyClicks(line, QString::fromLatin1(words));
        QCOMPARE(fixture.text(), fixture.savedWith(before.toStdString(), after.toStdString()));
        fixture.undoAll();
        QCOMPARE(fixture.text(), fixture.savedText());
    }

    void bytesThatAreAStringStayOne() {
        PageFixture fixture;
        QByteArray bytes = EpisodeFixture::episode(1);
        bytes.replace("14000001", "\"14000001\"");
        fixture.site.write(EpisodeFixture::path(1), bytes);
        fixture.catalog.clear();
        fixture.site.openIn(fixture.catalog);
        app::MediaPage page(fixture.context());
        page.setEpisode({0});
        auto* line = fixture.child<QLineEdit>(page, "podcast_bytesEdit");
        QCOMPARE(line->text(), QStringLiteral("14000001"));
        QTest::keyClick(line, Qt::Key_End);
        QTest::keyClicks(line, QStringLiteral("5"));
        QCOMPARE(fixture.text(), fixture.savedWith("\"14000001\"", "\"140000015\""));
    }

    void measuredBesideStated() {
        PageFixture fixture;
        app::MediaPage page(fixture.context());
        catalog::MediaResults results;
        page.setResults(results);
        page.setEpisode({0});
        QVERIFY(fixture.child<QWidget>(page, "measuredTable")->isHidden());
        catalog::MediaFinding finding;
        finding.bytes = 14'000'002;
        finding.durationMs = 1'900'400;
        finding.isExact = true;
        finding.type = QStringLiteral("audio/mpeg");
        finding.chapters = 4;
        finding.when = QDateTime::currentDateTimeUtc();
        results.take(QStringLiteral("https://media.example.org/night-desk-1.mp3"), finding);
        QVERIFY(!fixture.child<QWidget>(page, "measuredTable")->isHidden());
        QCOMPARE(fixture.child<QLabel>(page, "stated0")->text(), QStringLiteral("14000001"));
        QCOMPARE(fixture.child<QLabel>(page, "measured0")->text(), QStringLiteral("14000002"));
        QCOMPARE(fixture.child<QLabel>(page, "measured1")->text(), QStringLiteral("00:31:40"));
        QCOMPARE(fixture.child<QLabel>(page, "measured6")->text(), QStringLiteral("4"));

        fixture.child<QToolButton>(page, "useMeasuredBytesButton")->click();
        QCOMPARE(fixture.text(), fixture.savedWith("14000001", "14000002"));
        fixture.undoAll();
        fixture.child<QToolButton>(page, "useMeasuredDurationButton")->click();
        QCOMPARE(fixture.text(), fixture.savedWith("00:31:01", "00:31:40"));
        fixture.undoAll();
        fixture.child<QPushButton>(page, "useAllMeasuredButton")->click();
        QVERIFY(fixture.text().find("14000002") != std::string::npos);
        QVERIFY(fixture.text().find("00:31:40") != std::string::npos);
        QVERIFY(!fixture.child<QPushButton>(page, "useAllMeasuredButton")->isEnabled());
        fixture.session.undoStack().undo(); // one step
        QCOMPARE(fixture.text(), fixture.savedText());
    }

    void theServerIsAskedOnlyWhereNoFileIs() {
        PageFixture fixture;
        app::MediaPage page(fixture.context());
        QSignalSpy asked(&page, &app::MediaPage::measureRequested);
        page.setEpisode({0});
        QVERIFY(fixture.child<QPushButton>(page, "measureButton")->isHidden());
        fixture.child<QPushButton>(page, "askServerButton")->click();
        QCOMPARE(asked.count(), 1);
        QVERIFY(asked[0][1].toBool());
        fixture.site.write(QStringLiteral("night-desk-1.mp3"), "sound");
        fixture.settings.setCatalog(fixture.site.root());
        fixture.settings.setMediaFolder(fixture.site.root());
        page.setEpisode({0});
        QVERIFY(fixture.child<QPushButton>(page, "askServerButton")->isHidden());
        fixture.child<QPushButton>(page, "measureButton")->click();
        QCOMPARE(asked.count(), 2);
        QVERIFY(!asked[1][1].toBool());
    }

    void takesTheChaptersInsideTheMp3_data() {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<bool>("isChanged"); // while the dialog is open
        QTest::addColumn<QStringList>("titles");
        const QByteArray take = "chapterImportButton";
        QTest::newRow("taken") << take << false
                               << QStringList{QStringLiteral("Wicks"), QStringLiteral("Wax")};
        QTest::newRow("cancelled") << QByteArray("chapterImportCancelButton") << false << QStringList();
        QTest::newRow("others meanwhile") << take << true << QStringList{QStringLiteral("Mine")};
    }
    void takesTheChaptersInsideTheMp3() {
        QFETCH(QByteArray, answer);
        QFETCH(bool, isChanged);
        QFETCH(QStringList, titles);
        PageFixture fixture;
        app::MediaPage page(fixture.context());
        catalog::MediaResults results;
        QSignalSpy said(&page, &app::MediaPage::message);
        offerChapters(fixture, page, results);
        QTimer::singleShot(0, &page, [&] {
            QPushButton* button = PageFixture::child<QPushButton>(*QApplication::activeModalWidget(), answer);
            QTRY_VERIFY(button->isEnabled());
            catalog::Chapter mine;
            mine.title = QStringLiteral("Mine");
            if (isChanged)
                fixture.session.setChapters({0}, {{mine}, {}}, QStringLiteral("Mine"));
            button->click();
        });
        fixture.child<QToolButton>(page, "takeChaptersButton")->click();
        QStringList now;
        for (const catalog::Chapter& chapter : catalog::chaptersOf(*fixture.catalog.episode({0}).document()))
            now += chapter.title;
        QCOMPARE(now, titles);
        QCOMPARE(fixture.session.undoStack().count(), titles.isEmpty() ? 0 : 1);
        if (isChanged)
            QVERIFY(said.last()[0].toString().contains(QLatin1String("nothing was imported")));
        fixture.undoAll();
        QCOMPARE(fixture.text(), fixture.savedText());
    }

    void aClearedCatalogueGetsNoChapters() {
        PageFixture fixture;
        app::MediaPage page(fixture.context());
        catalog::MediaResults results;
        offerChapters(fixture, page, results);
        QTimer::singleShot(0, &page, [&] {
            auto* button =
                PageFixture::child<QPushButton>(*QApplication::activeModalWidget(), "chapterImportButton");
            QTRY_VERIFY(button->isEnabled());
            fixture.catalog.clear();
            button->click();
        });
        fixture.child<QToolButton>(page, "takeChaptersButton")->click();
        QCOMPARE(fixture.session.undoStack().count(), 0);
    }

    void sizesAndLengthsInWords() {
        PageFixture fixture;
        app::MediaPage page(fixture.context());
        page.setEpisode({0});
        QCOMPARE(fixture.child<QLabel>(page, "podcast_bytesHint")->text(), QStringLiteral("14.0 MB"));
        QVERIFY(fixture.child<QToolButton>(page, "podcast_fileOpenButton")->isEnabled());
        QVERIFY(!fixture.child<QToolButton>(page, "fireside_urlOpenButton")
                     ->isEnabled()); // "/1" is no web address
    }

    void onlySafeLinksOpen_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("destination");
        const auto row = [](const char* name, const char* text, const char* destination) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(destination);
        };
        row("https", "https://lamps.example.org/a?b#c", "lamps.example.org");
        row("a name in other letters", "https://bücher.example/", "xn--bcher-kva.example");
        row("mail", "mailto:ada@example.org?subject=hi&attach=/etc/passwd", "ada@example.org");
        row("file", "file:///etc/passwd", "");
        row("script", "javascript:alert(1)", "");
        row("relative", "/599", "");
        row("no host", "http:///a", "");
        row("user", "https://bank.example@evil.example/", "");
        row("empty user", "https://@evil.example/", "");
        row("bidi control", "https://example.org/\xe2\x80\xaegpj.exe", "");
        row("line break", "https://example.org/\nx", "");
        row("password", "https://a:b@evil.example/", "");
        row("user, percent-encoded", "https://a%40b@evil.example/", "");
        row("scheme alone", "https:", "");
        row("no scheme", "//evil.example/a", "");
        row("one slash", "https:/evil.example", "");
        row("capital scheme", "HTTPS://lamps.example.org/", "lamps.example.org");
        row("file in disguise", "FILE:///etc/passwd", "");
        row("space before", " https://lamps.example.org/", "");
        row("space within", "https://lamps.example.org/a b", "");
        row("tab within", "https://lamps.exa\tmple.org/", "");
        row("NUL", "https://lamps.example.org/\x01", "");
        row("C1 control", "https://lamps.example.org/\xc2\x85", "");
        row("isolate", "https://lamps.example.org/\xe2\x81\xa6x", "");
        row("Arabic letter mark", "https://lamps.example.org/\xd8\x9c", "");
        row("a letter that looks like another", "https://l\xd0\xb0mps.example/", "xn--lmps-53d.example");
        row("other schemes", "vscode://file/etc/passwd", "");
        row("a shell's", "ssh://-oProxyCommand=x/", "");
        row("data", "data:text/html,x", "");
        row("view-source", "view-source:https://lamps.example.org/", "");
        row("Windows share", "\\\\evil.example\\x", "");
        row("mail with a command", "mailto:ada@example.org%0acc:x@example.org", "");
        row("mail to several", "mailto:ada@example.org,ben@example.org", "");
        row("mail to nobody", "mailto:", "");
        row("mail by an option", "mailto:?attach=/etc/passwd", "");
        row("empty", "", "");
    }
    void onlySafeLinksOpen() {
        QFETCH(QString, text);
        QFETCH(QString, destination);
        const auto link = app::openableLink(text);
        QCOMPARE(link.has_value(), !destination.isEmpty());
        if (link)
            QCOMPARE(link->destination, destination);
        if (link && link->isMail)
            QCOMPARE(link->url.toString(), QStringLiteral("mailto:ada@example.org"));
    }
};

QTEST_MAIN(TestMediaPage)
#include "tst_mediapage.moc"
