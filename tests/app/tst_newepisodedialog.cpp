// SPDX-License-Identifier: MIT
#include "app/outside/outsidechanges.h"
#include "catalog/chapteredit.h"
#include "support/newepisodefixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QSignalSpy>
#include <QStatusBar>

/// From an MP3.
class TestNewEpisodeDialog : public NewEpisodeTest {
    Q_OBJECT

private slots:
    void aDroppedMp3BecomesTheNextEpisode() {
        const EpisodeFixture site;
        const QByteArray mp3 = episodeMp3();
        const QString path = writeMp3(QStringLiteral("new.mp3"), mp3);
        Program program(newIni());
        program.open(site);
        program.find<QLineEdit>("searchEdit")->setText(QStringLiteral("\"part 2\"")); // hides the new one
        QTRY_COMPARE(program.table()->model()->rowCount(), 1);
        bool wasOpen = false;
        whenMeasured(program.window, [&wasOpen](NewEpisodeDialog& dialog) {
            wasOpen = true;
            QCOMPARE(part<QLineEdit>(dialog, "newEpisodeTitle")->text(), QStringLiteral("Wicks and wax"));
            QCOMPARE(part<QLabel>(dialog, "newEpisodeArtistValue")->text(), QStringLiteral("Ada Quill"));
            QVERIFY(part<QLabel>(dialog, "newEpisodeFile")->text().endsWith(QLatin1String("0004.md")));
            QCOMPARE(part<QLineEdit>(dialog, "newEpisodeSlug")->text(), QStringLiteral("4"));
            part<QCheckBox>(dialog, "newEpisodeChaptersTick")->setChecked(false);
            part<QPushButton>(dialog, "newEpisodeCreateButton")->click();
        });
        drop(program.window, path);
        QTRY_COMPARE_WITH_TIMEOUT(program.catalog.size(), 4, 10'000);
        QVERIFY(wasOpen);
        const QByteArray made = site.read(EpisodeFixture::path(4));
        const QByteArray expected = expectedFile(made, mp3.size());
        QCOMPARE(made.left(expected.size()), expected);
        QVERIFY(made.mid(expected.size()).trimmed().isEmpty());
        QCOMPARE(program.find<QLineEdit>("titleEdit")->text(), QStringLiteral("Wicks and wax"));
        QTRY_COMPARE(program.table()->model()->rowCount(), 4);
        QVERIFY(program.window.statusBar()->currentMessage().contains(QLatin1String("0004.md")));
        QVERIFY(!program.window.isWindowModified());
        QVERIFY(program.session.undoStack().canUndo()); // the new file goes to the trash then
        program.trigger("rescanAction");                // the disk has nothing that is not known
        const auto* outside = program.window.findChild<app::OutsideChanges*>();
        QTRY_VERIFY(!outside->isBusy());
        QCOMPARE(program.catalog.size(), 4);
        QVERIFY(program.window.statusBar()->currentMessage().contains(QLatin1String("0004.md")));
        for (int number = 1; number <= 3; ++number)
            QCOMPARE(site.read(EpisodeFixture::path(number)), EpisodeFixture::episode(number));
    }

    void itsChaptersAndWhatIsLeftOut() {
        const EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        NewEpisodeDialog dialog(catalog,
                                {{0}, writeMp3(QStringLiteral("chapters.mp3"), episodeMp3()), {}, {}});
        QVERIFY(!canCreate(dialog)); // not measured yet
        QTRY_VERIFY(isMeasured(dialog));
        part<QCheckBox>(dialog, "newEpisodeBytesTick")->setChecked(false);
        part<QCheckBox>(dialog, "newEpisodeDurationTick")->setChecked(false);
        part<QCheckBox>(dialog, "newEpisodeTagTitleTick")->setChecked(false);
        QVERIFY(!canCreate(dialog));
        QVERIFY(words(dialog).contains(QLatin1String("title")));
        QTest::keyClicks(part<QLineEdit>(dialog, "newEpisodeTitle"), QStringLiteral("Tapers"));
        part<QCheckBox>(dialog, "newEpisodeDraft")->setChecked(false);
        dialog.accept();
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        QCOMPARE(dialog.created(), site.absolute(EpisodeFixture::path(4)));
        const auto made = format::Document::parse(site.read(EpisodeFixture::path(4)).toStdString());
        QVERIFY(made.hasValue());
        QCOMPARE(catalog::valueText(*made, "title"), QStringLiteral("Tapers"));
        QCOMPARE(catalog::valueText(*made, "draft"), QStringLiteral("false"));
        QCOMPARE(catalog::valueText(*made, "podcast_bytes"), QString());
        QCOMPARE(catalog::valueText(*made, "podcast_duration"), QString());
        const catalog::Chapters chapters = catalog::chaptersOf(*made);
        QCOMPARE(chapters.size(), std::size_t(2));
        QCOMPARE(chapters[1].title, QStringLiteral("Wax"));
        QCOMPARE(chapters[1].start, qint64(3000));
    }

    void refusals_data() {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("slug"); // empty: as it follows
        QTest::addColumn<QString>("why");  // a word of it; empty: it can be made
        const auto row = [](const char* name, const char* number, const char* slug, const char* why) {
            QTest::newRow(name) << QString::fromLatin1(number) << QString::fromLatin1(slug)
                                << QString::fromLatin1(why);
        };
        row("fine", "9", "", "");
        row("a word", "T-0", "", "");
        row("none", "", "", "number is needed");
        row("taken", "2", "", "0002.md");
        row("taken, padded", "0002", "", "taken");
        row("leaves the folder", "../9", "", "cannot be");
        row("a folder", "a/b", "", "cannot be called");
        row("hidden", ".9", "", "cannot be called");
        row("file there", "7", "", "0007.md already");
        row("link there", "8", "", "0008.md already");
        row("slug of its own", "9", "wicks-and-wax", "");
        row("slug of another number", "9", "2", "The slug 2 is taken, by number 2");
        row("slug with a slash", "9", "a/../b", "cannot be called");
        row("slug with a space", "9", "a b", "cannot be called");
    }
    void refusals() {
        QFETCH(QString, number);
        QFETCH(QString, slug);
        QFETCH(QString, why);
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(7), "another page\n");
        QVERIFY(
            QFile::link(site.absolute(QStringLiteral("nowhere")), site.absolute(EpisodeFixture::path(8))));
        catalog::Catalog catalog;
        site.openIn(catalog);
        NewEpisodeDialog dialog(catalog,
                                {{0}, writeMp3(QStringLiteral("refused.mp3"), episodeMp3()), {}, {}});
        QTRY_VERIFY(isMeasured(dialog));
        QVERIFY(canCreate(dialog));
        for (const auto& [name, text] : {std::pair("newEpisodeNumber", number), {"newEpisodeSlug", slug}}) {
            auto* line = part<QLineEdit>(dialog, name);
            if (text.isEmpty() && line->objectName() == QLatin1String("newEpisodeSlug"))
                continue;
            line->selectAll();
            QTest::keyClick(line, Qt::Key_Delete);
            QTest::keyClicks(line, text);
        }
        QVERIFY2(words(dialog).contains(why), qPrintable(words(dialog)));
        QCOMPARE(canCreate(dialog), why.isEmpty());
        const QDir folder(site.absolute(QStringLiteral("content/show/night-desk")));
        const auto before = folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::System);
        dialog.accept();
        const auto after = folder.entryList(QDir::AllEntries | QDir::Hidden | QDir::System);
        QCOMPARE(after.size() > before.size(), why.isEmpty());
        QCOMPARE(site.read(EpisodeFixture::path(7)), QByteArray("another page\n"));
    }

    /// Another program was quicker: the dialog says so and stays.
    void aNameTakenMeanwhile() {
        const EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        NewEpisodeDialog dialog(catalog, {{0}, writeMp3(QStringLiteral("late.mp3"), episodeMp3()), {}, {}});
        QTRY_VERIFY(canCreate(dialog));
        site.write(EpisodeFixture::path(4), "theirs");
        dialog.accept();
        QVERIFY(dialog.created().isEmpty());
        QVERIFY(words(dialog).contains(QLatin1String("0004.md")));
        QCOMPARE(site.read(EpisodeFixture::path(4)), QByteArray("theirs"));
    }

    void whatIsNoMp3() {
        const EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        NewEpisodeDialog dialog(
            catalog, {{0}, writeMp3(QStringLiteral("page.mp3"), QByteArray(4000, 'a') + "<html>"), {}, {}});
        QTRY_VERIFY(isMeasured(dialog));
        QVERIFY(!canCreate(dialog));
        QVERIFY(words(dialog).contains(QLatin1String("page.mp3")));
    }

    void theSelectedEpisodesShowIsFirst() {
        const EpisodeFixture site;
        QDir(site.root()).mkpath(QStringLiteral("content/show/dawn"));
        site.write(QStringLiteral("content/show/dawn/0041.md"),
                   EpisodeFixture::episode(41).replace("night-desk\",", "dawn\","));
        catalog::Catalog catalog;
        site.openIn(catalog);
        const auto dawn = catalog.idOfPath(site.absolute(QStringLiteral("content/show/dawn/0041.md")));
        const QString mp3 = writeMp3(QStringLiteral("two.mp3"), episodeMp3());
        NewEpisodeDialog dialog(catalog, {dawn, mp3, {}, {}});
        auto* shows = part<QComboBox>(dialog, "newEpisodeShow");
        QCOMPARE(shows->count(), 2);
        QCOMPARE(shows->currentData().toString(), QStringLiteral("dawn"));
        QCOMPARE(part<QLineEdit>(dialog, "newEpisodeNumber")->text(), QStringLiteral("42"));
        shows->setCurrentIndex(1);
        QCOMPARE(part<QLineEdit>(dialog, "newEpisodeNumber")->text(), QStringLiteral("4"));
        QCOMPARE(part<QLabel>(dialog, "newEpisodeFile")->text(),
                 QStringLiteral("content/show/night-desk/0004.md"));
    }

    void keysGoFromTopToBottom() {
        const EpisodeFixture site;
        catalog::Catalog catalog;
        site.openIn(catalog);
        NewEpisodeDialog dialog(catalog, {{0}, writeMp3(QStringLiteral("keys.mp3"), episodeMp3()), {}, {}});
        dialog.show();
        QTRY_VERIFY(canCreate(dialog));
        QTRY_COMPARE(QApplication::focusWidget(), part<QWidget>(dialog, "newEpisodeTitle"));
        QStringList order;
        for (int i = 0; i < 15; ++i) {
            order += QApplication::focusWidget()->objectName().remove(QLatin1String("newEpisode"));
            auto* const edit = qobject_cast<QDateTimeEdit*>(QApplication::focusWidget());
            if (edit) // Tab goes through its parts first
                edit->setCurrentSection(edit->sectionAt(edit->sectionCount() - 1));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QCOMPARE(order.join(QLatin1Char(' ')),
                 QStringLiteral(
                     "Title Number Slug dateEdit timeEdit offsetCombo HostsAddEdit Address DurationTick "
                     "BytesTick TagTitleTick ChaptersTick Draft CreateButton CancelButton"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return); // from the title
        QCOMPARE(dialog.created(), site.absolute(EpisodeFixture::path(4)));
        for (const auto* widget : dialog.findChildren<QWidget*>())
            if (widget->focusPolicy() != Qt::NoFocus &&
                !widget->objectName().startsWith(QLatin1String("qt_")))
                QVERIFY2(!widget->accessibleName().isEmpty() || qobject_cast<const QAbstractButton*>(widget),
                         qPrintable(widget->objectName()));
    }
};

QTEST_MAIN(TestNewEpisodeDialog)
#include "tst_newepisodedialog.moc"
