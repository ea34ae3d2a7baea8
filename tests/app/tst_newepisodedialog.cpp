// SPDX-License-Identifier: MIT
#include "app/dialogs/newepisodedialog.h"

#include "app/outside/outsidechanges.h"
#include "catalog/chapteredit.h"
#include "support/soundfixture.h"
#include "support/windowfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>

using app::NewEpisodeDialog;

namespace {

constexpr int seconds = 7;

/// An MP3 with a title, an artist and two chapters.
QByteArray episodeMp3() {
    return id3TagOf(id3Text("TIT2", "Wicks and wax") + id3Text("TPE1", "Ada Quill") +
                    id3Chapter("a", 0, 3000, id3Text("TIT2", "Wicks")) +
                    id3Chapter("b", 3000, 7000, id3Text("TIT2", "Wax"))) +
           silentMp3(seconds);
}

template <typename Widget>
Widget* part(const QWidget& dialog, const char* name) {
    auto* widget = dialog.findChild<Widget*>(QLatin1String(name));
    if (!widget)
        qFatal("no widget named %s", name);
    return widget;
}

} // namespace

/// Over 400 lines because one dialog has four ways in (MP3, last episode, copy, template), and all of them
/// are shown on the same site and sound.
class TestNewEpisodeDialog : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    QString newIni() { return m_folder.filePath(QStringLiteral("settings-%1.ini").arg(++m_count)); }
    QString writeMp3(const QString& name, const QByteArray& bytes) const {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the MP3");
        return file.fileName();
    }
    static void drop(QWidget& window, const QString& path) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&window, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&window, &event);
    }
    static NewEpisodeDialog* openDialog() {
        return qobject_cast<NewEpisodeDialog*>(QApplication::activeModalWidget());
    }
    static bool isMeasured(const QWidget& dialog) {
        return !part<QLabel>(dialog, "newEpisodeWords")->text().contains(QLatin1String("measured"));
    }
    static QString words(const QWidget& dialog) { return part<QLabel>(dialog, "newEpisodeWords")->text(); }
    static bool canCreate(const QWidget& dialog) {
        return part<QPushButton>(dialog, "newEpisodeCreateButton")->isEnabled();
    }

    /// Runs `act` when the dialog over the window has measured the file.
    template <typename Act>
    static void whenMeasured(QObject& owner, Act act) {
        auto* timer = new QTimer(&owner);
        QObject::connect(timer, &QTimer::timeout, &owner, [timer, act] {
            NewEpisodeDialog* dialog = openDialog();
            if (!dialog || !isMeasured(*dialog))
                return;
            timer->stop();
            act(*dialog);
        });
        timer->start(20);
    }

    /// The third episode's file with the fourth's values.
    static QByteArray expectedFile(const QByteArray& made, qint64 bytes) {
        QByteArray expected = EpisodeFixture::episode(3);
        const auto document = format::Document::parse(made.toStdString());
        const QString guid =
            document ? catalog::valueText(*document, "episode_guid") : QStringLiteral("unreadable");
        const std::pair<const char*, QByteArray> changes[] = {
            {"\"draft\": false", "\"draft\": true"},
            {"\"episode\": 3", "\"episode\": 4"},
            {"\"0003\"", "\"0004\""},
            {"6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0003", guid.toLatin1()},
            {"\"slug\": \"3\"", "\"slug\": \"4\""},
            {"Lanterns, part 3", "Wicks and wax"},
            {"\"We caf\\u00e9 and \\\"talk\\\".\"", "\"\""},
            {"2024-03-03T", "2024-03-04T"}, // the show is daily
            {"\"tags\": [\n    \"lamps\",\n    \"oil\"\n  ]", "\"tags\": []"},
            {"00:31:03", "00:00:07"},
            {"night-desk-3.mp3", "night-desk-4.mp3"}, // the pattern of all three
            {"14000003", QByteArray::number(bytes)},
            {"\"fireside_url\": \"/3\"", "\"fireside_url\": null"},
        };
        for (const auto& [from, to] : changes)
            expected.replace(from, to);
        return expected.left(expected.indexOf("  * ["));
    }

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
        QVERIFY(!program.session.undoStack().canUndo());
        program.trigger("rescanAction"); // the disk has nothing that is not known
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

QTEST_MAIN(TestNewEpisodeDialog)
#include "tst_newepisodedialog.moc"
