// SPDX-License-Identifier: MIT
#include "app/outside/outsidechanges.h"
#include "catalog/chapteredit.h"
#include "support/newepisodefixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QSignalSpy>
#include <QStatusBar>

/// Without an MP3: after the last episode, or as a copy.
class TestNewEpisodeWays : public NewEpisodeTest {
    Q_OBJECT

private slots:
    /// Ctrl+N without an MP3: all that can be known before there is one.
    void withoutAnMp3() {
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        bool wasOpen = false;
        QTimer::singleShot(0, qApp, [&] {
            NewEpisodeDialog* dialog = openDialog();
            QVERIFY(dialog);
            wasOpen = true;
            QVERIFY(!dialog->findChild<QWidget*>(QStringLiteral("newEpisodeFacts")));
            QVERIFY(!canCreate(*dialog)); // no title yet
            QTest::keyClicks(part<QLineEdit>(*dialog, "newEpisodeTitle"), QStringLiteral("Tapers"));
            QTest::keyClicks(part<QLineEdit>(*dialog, "newEpisodeHostsAddEdit"), QStringLiteral("cy"));
            part<QPushButton>(*dialog, "newEpisodeCreateButton")->click();
        });
        program.trigger("newEpisodeAction");
        QVERIFY(wasOpen);
        QTRY_COMPARE(program.catalog.size(), 4);
        const auto made = format::Document::parse(site.read(EpisodeFixture::path(4)).toStdString());
        QVERIFY(made.hasValue());
        QCOMPARE(catalog::valueText(*made, "title"), QStringLiteral("Tapers"));
        QCOMPARE(catalog::valueText(*made, "hosts"), QStringLiteral("ada, cy"));
        QCOMPARE(catalog::valueText(*made, "podcast_file"), QString());
        QCOMPARE(catalog::valueText(*made, "draft"), QStringLiteral("true"));
        QCOMPARE(program.find<QLineEdit>("titleEdit")->text(), QStringLiteral("Tapers"));
    }

    void slugAndAddressFollowTheNumber() {
        const EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        NewEpisodeDialog dialog(catalog, {{0}, writeMp3(QStringLiteral("a.mp3"), episodeMp3()), {}, {}});
        auto* number = part<QLineEdit>(dialog, "newEpisodeNumber");
        auto* slug = part<QLineEdit>(dialog, "newEpisodeSlug");
        auto* address = part<QLineEdit>(dialog, "newEpisodeAddress");
        QCOMPARE(address->text(), QStringLiteral("https://media.example.org/night-desk-4.mp3"));
        const auto retype = [](QLineEdit* line, const char* text) {
            line->selectAll();
            QTest::keyClicks(line, QString::fromLatin1(text));
        };
        retype(number, "12");
        QCOMPARE(slug->text(), QStringLiteral("12"));
        QCOMPARE(address->text(), QStringLiteral("https://media.example.org/night-desk-12.mp3"));
        retype(slug, "wicks");
        retype(number, "13");
        QCOMPARE(slug->text(), QStringLiteral("wicks")); // typed: it stays
        QCOMPARE(address->text(), QStringLiteral("https://media.example.org/night-desk-13.mp3"));
        QCOMPARE(part<QLabel>(dialog, "newEpisodeFile")->text(),
                 QStringLiteral("content/show/night-desk/0013.md"));
    }

    void theDateIsChosen() {
        const EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        NewEpisodeDialog dialog(catalog, {{0}, {}, {}, {}});
        part<QLineEdit>(dialog, "newEpisodeTitle")->setText(QStringLiteral("Tapers"));
        part<QDateEdit>(dialog, "dateEdit")->setDate(QDate(2024, 5, 6));
        dialog.accept();
        QVERIFY(site.read(EpisodeFixture::path(4)).contains("\"date\": \"2024-05-06T18:00:00-08:00\""));
    }

    void aDuplicate() {
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        const QString of = program.catalog.episode(program.editor()->episode()).fileName();
        bool wasOpen = false;
        QTimer::singleShot(0, qApp, [&] {
            NewEpisodeDialog* dialog = openDialog();
            QVERIFY(dialog);
            wasOpen = true;
            QVERIFY(dialog->windowTitle().contains(of));
            QVERIFY(
                part<QLineEdit>(*dialog, "newEpisodeTitle")->text().startsWith(QLatin1String("Lanterns")));
            part<QPushButton>(*dialog, "newEpisodeCreateButton")->click();
        });
        program.table()->setFocus();
        QTest::keyClick(program.table(), Qt::Key_D, Qt::ControlModifier);
        QVERIFY(wasOpen);
        QTRY_COMPARE(program.catalog.size(), 4);
        const QByteArray made = site.read(EpisodeFixture::path(4));
        QVERIFY(made.contains("https://lamps.example.org/"));
        QVERIFY(made.contains("\"podcast_file\": null"));
        QVERIFY(made.contains("\"slug\": \"4\""));
    }

    void withoutACatalogueItSaysSo() {
        Program program(newIni());
        for (const char* action : {"newEpisodeAction", "newEpisodeFromMp3Action", "duplicateEpisodeAction"})
            QVERIFY(!program.find<QAction>(action)->isEnabled());
        drop(program.window, writeMp3(QStringLiteral("alone.mp3"), episodeMp3()));
        QTRY_VERIFY(program.window.statusBar()->currentMessage().contains(QLatin1String("open a catalogue")));
        QVERIFY(!openDialog());
        const EpisodeFixture site;
        program.open(site);
        QTRY_VERIFY(program.find<QAction>("newEpisodeAction")->isEnabled());
    }

    void aReadOnlyCatalogueStaysAsItIs() {
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        program.catalog.setReadOnly(QStringLiteral("Another window has it."));
        drop(program.window, writeMp3(QStringLiteral("kept.mp3"), episodeMp3()));
        QTRY_COMPARE(program.window.statusBar()->currentMessage(), QStringLiteral("Another window has it."));
        QVERIFY(!openDialog());
    }
};

QTEST_MAIN(TestNewEpisodeWays)
#include "tst_newepisodeways.moc"
