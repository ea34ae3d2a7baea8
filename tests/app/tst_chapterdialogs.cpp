// SPDX-License-Identifier: MIT
#include "app/dialogs/chapterexportdialog.h"
#include "app/dialogs/chapterimportdialog.h"
#include "support/chaptertext.h"
#include "support/soundfixture.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <memory>

using catalog::ChapterFormat;
using catalog::Chapters;

class TestChapterDialogs : public QObject {
    Q_OBJECT

    template <typename T>
    static T* child(QWidget& dialog, const char* name) {
        T* found = dialog.findChild<T*>(QLatin1String(name));
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }
    static QString wordsOf(QWidget& dialog) { return child<QLabel>(dialog, "chapterImportWords")->text(); }
    static void type(QWidget& dialog, const char* text) {
        child<QPlainTextEdit>(dialog, "chapterImportText")->setPlainText(QString::fromUtf8(text));
    }
    /// "New 0:01:19 - Oil": each row of the preview.
    static QString preview(QWidget& dialog) {
        const auto* table = child<QTableWidget>(dialog, "chapterImportTable");
        QStringList lines;
        for (int row = 0; row < table->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < table->columnCount(); ++column)
                cells += table->item(row, column)->text();
            lines += cells.join(QLatin1Char('|'));
        }
        return lines.join(QLatin1Char('\n'));
    }
    static Chapters current() { return {chapter(0, "Intro", "https://a.example/"), chapter(60'000, "Oil")}; }

    static QString file(const QTemporaryDir& folder, const char* name, const QByteArray& bytes) {
        QFile file(folder.filePath(QLatin1String(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", name);
        return file.fileName();
    }
    static QByteArray read(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QByteArray mp3With(const char* title) {
        return id3TagOf(id3Chapter("a", 0, 3000, id3Text("TIT2", title))) + silentMp3(7);
    }
    static void drop(QWidget& dialog, const QMimeData& mime) {
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&dialog, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&dialog, &event);
    }

private slots:
    void beginsWithNothing() {
        app::ChapterImportDialog dialog(current(), 0);
        QVERIFY(!child<QPushButton>(dialog, "chapterImportButton")->isEnabled());
        QCOMPARE(wordsOf(dialog), QStringLiteral("Nothing is here to be imported yet."));
        QCOMPARE(chapterText(dialog.chosen()), chapterText(current()));
    }

    void replacesAndMerges() {
        app::ChapterImportDialog dialog(current(), 0);
        dialog.show();
        type(dialog, "0:00 Opening\n1:30 Lamps\n");
        QCOMPARE(child<QComboBox>(dialog, "chapterFormatCombo")->currentText(),
                 catalog::nameOf(ChapterFormat::TimeStamps));
        QCOMPARE(preview(dialog), QStringLiteral("Changed|0:00:00|Intro|Opening|\nRemoved|0:01:00|Oil||\n"
                                                 "New|0:01:30||Lamps|"));
        QCOMPARE(wordsOf(dialog), QStringLiteral("1 new, 1 changed, 0 the same, 1 removed."));
        QCOMPARE(chapterText(dialog.chosen()), QStringLiteral("0 \"Opening\"\n90000 \"Lamps\""));
        QTest::keyClick(child<QRadioButton>(dialog, "mergeChaptersRadio"), Qt::Key_Space);
        QVERIFY(child<QRadioButton>(dialog, "mergeChaptersRadio")->isChecked());
        QCOMPARE(chapterText(dialog.chosen()),
                 QStringLiteral("0 \"Opening\" <https://a.example/>\n60000 \"Oil\"\n90000 \"Lamps\""));
        child<QPushButton>(dialog, "chapterImportButton")->click();
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
    }

    void whatIsTheSameIsNoImport() {
        app::ChapterImportDialog dialog({chapter(0, "Intro")}, 0);
        type(dialog, "0:00 Intro");
        QCOMPARE(wordsOf(dialog), QStringLiteral("0 new, 0 changed, 1 the same, 0 removed."));
        QVERIFY(!child<QPushButton>(dialog, "chapterImportButton")->isEnabled());
    }

    void saysWhereItBreaks() {
        const QTemporaryDir folder;
        app::ChapterImportDialog dialog(current(), 0);
        dialog.takeFile(file(folder, "a.cue", "TRACK 01 AUDIO\n  INDEX 01 00:00:99\n"));
        const QString reason = wordsOf(dialog);
        QVERIFY2(reason.startsWith(QLatin1String("a.cue: line 2, column 12: ")), qPrintable(reason));
        QVERIFY(!child<QPushButton>(dialog, "chapterImportButton")->isEnabled());
        QCOMPARE(child<QTableWidget>(dialog, "chapterImportTable")->rowCount(), 0);
        QCOMPARE(chapterText(dialog.chosen()), chapterText(current()));
        dialog.takeText("\xFF 0:00 Intro");
        auto* format = child<QComboBox>(dialog, "chapterFormatCombo");
        QCOMPARE(format->currentIndex(), -1);
        QVERIFY(wordsOf(dialog).contains(QLatin1String("choose one")));
        format->setCurrentIndex(0);
        QVERIFY(wordsOf(dialog).startsWith(QLatin1String("line 1, column 1: The text is not UTF-8")));
        dialog.takeFile(folder.filePath(QStringLiteral("none.vtt")));
        QVERIFY(wordsOf(dialog).startsWith(QLatin1String("none.vtt: ")));
    }

    void theFormatCanBeChanged() {
        app::ChapterImportDialog dialog({}, 0);
        dialog.show();
        type(dialog, "00:00:01.000 [A](https://a.example/)");
        auto* format = child<QComboBox>(dialog, "chapterFormatCombo");
        QCOMPARE(format->currentData().toInt(), int(ChapterFormat::Mp4chaps));
        QCOMPARE(chapterText(dialog.chosen()), QStringLiteral("1000 \"[A](https://a.example/)\""));
        format->setFocus();
        QTest::keyClick(format, Qt::Key_End); // the last of the table: Markdown
        QCOMPARE(chapterText(dialog.chosen()), QStringLiteral("1000 \"A\" <https://a.example/>"));
        type(dialog, "00:00:01.000 [B](https://b.example/)"); // what was chosen stays
        QCOMPARE(chapterText(dialog.chosen()), QStringLiteral("1000 \"B\" <https://b.example/>"));
    }

    void timesAreAsTheFileHasThem() {
        app::ChapterImportDialog whole(current(), 0);
        type(whole, "00:00:01.600 A");
        QCOMPARE(chapterText(whole.chosen()), QStringLiteral("2000 \"A\""));
        app::ChapterImportDialog exact({chapter(500, "x")}, 0);
        type(exact, "00:00:01.600 A");
        QCOMPARE(chapterText(exact.chosen()), QStringLiteral("1600 \"A\""));
    }

    void takesWhatIsDroppedAndPasted() {
        const QTemporaryDir folder;
        app::ChapterImportDialog dialog({}, 20'000);
        QMimeData files, text;
        files.setUrls({QUrl::fromLocalFile(
            file(folder, "a.vtt", "WEBVTT\n\n00:00.000 --> 00:10.000\nA\n\n00:10.000 --> 00:20.000\nB\n"))});
        drop(dialog, files);
        QCOMPARE(chapterText(dialog.chosen()), QStringLiteral("0 \"A\"\n10000 \"B\""));
        text.setText(QStringLiteral("0:07 Dropped"));
        drop(dialog, text);
        QCOMPARE(chapterText(dialog.chosen()), QStringLiteral("7000 \"Dropped\""));
        QApplication::clipboard()->setText(QStringLiteral("0:08 Pasted"));
        child<QPushButton>(dialog, "pasteChaptersButton")->click();
        QCOMPARE(chapterText(dialog.chosen()), QStringLiteral("8000 \"Pasted\""));
    }

    void takesTheShowNotes() {
        app::ChapterImportDialog without({}, 0);
        QVERIFY(child<QPushButton>(without, "notesChaptersButton")->isHidden());
        app::ChapterImportDialog dialog({}, 0, "Notes\n\n* 0:09 [Oil](https://oil.example.org/)\n");
        child<QPushButton>(dialog, "notesChaptersButton")->click();
        QCOMPARE(chapterText(dialog.chosen()), QStringLiteral("9000 \"Oil\" <https://oil.example.org/>"));
    }

    void writesIntoACopyOfAnMp3AndReadsIt() {
        const QTemporaryDir folder;
        const QString mp3 = file(folder, "a.mp3", silentMp3(9)),
                      copy = folder.filePath(QStringLiteral("b.mp3"));
        app::ChapterImportDialog empty({}, 0);
        empty.takeFile(mp3);
        QTRY_COMPARE(wordsOf(empty), QStringLiteral("a.mp3: There are no chapters in its tag."));
        const Chapters chapters{chapter(0, "Intro"), chapter(4000, "Oil", "https://a.example/")};
        app::ChapterExportDialog writer(chapters, {});
        const auto written = [&writer, &mp3](const QString& to) {
            writer.writeInto(mp3, to);
            const bool isBusy = writer.isWriting() &&
                                !child<QProgressBar>(writer, "exportProgress")->isHidden() &&
                                !child<QPushButton>(writer, "exportMp3Button")->isEnabled();
            const bool isOver =
                QTest::qWaitFor([&] { return child<QPushButton>(writer, "exportMp3Button")->isEnabled(); });
            return isBusy && isOver ? child<QLabel>(writer, "exportWords")->text() : QStringLiteral("stuck");
        };
        QCOMPARE(written(copy), QStringLiteral("Saved as %1.").arg(copy));
        QCOMPARE(written(copy), QStringLiteral("%1 exists already.").arg(copy)); // there is one now
        app::ChapterImportDialog dialog({}, 0);
        dialog.takeFile(copy);
        QTRY_COMPARE(chapterText(dialog.chosen()), chapterText(chapters));
        type(dialog, "0:01 Typed"); // now the text counts
        QCOMPARE(chapterText(dialog.chosen()), QStringLiteral("1000 \"Typed\""));
    }

    void aCopyIsGivenUp() {
        const QTemporaryDir folder;
        const QString mp3 = file(folder, "a.mp3", silentMp3(3000)),
                      copy = folder.filePath(QStringLiteral("b.mp3"));
        app::ChapterExportDialog writer(current(), {});
        writer.writeInto(mp3, copy);
        child<QPushButton>(writer, "exportStopButton")->click();
        QTRY_VERIFY(child<QPushButton>(writer, "exportMp3Button")->isEnabled());
        QVERIFY(child<QLabel>(writer, "exportWords")->text().contains(QLatin1String("given up")));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList(QStringLiteral("a.mp3")));
        auto closed = std::make_unique<app::ChapterExportDialog>(current(), catalog::WriteOptions());
        closed->writeInto(mp3, copy);
        closed.reset(); // nothing arrives in a closed one, and nothing stays
        QTRY_COMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
                     QStringList(QStringLiteral("a.mp3")));
    }

    void aTagIsReadOnAnotherThread() {
        const QTemporaryDir folder;
        const QString mp3 = file(folder, "a.mp3", mp3With("Wicks"));
        app::ChapterImportDialog dialog(current(), 0);
        auto* busy = child<QProgressBar>(dialog, "chapterImportBusy");
        auto* format = child<QComboBox>(dialog, "chapterFormatCombo");
        QVERIFY(busy->isHidden());
        dialog.takeFile(mp3);
        QVERIFY(!busy->isHidden());
        QCOMPARE(wordsOf(dialog), QStringLiteral("Reading the tag of a.mp3…"));
        QVERIFY(!child<QPushButton>(dialog, "chapterImportButton")->isEnabled());
        QVERIFY(!format->isEnabled());
        QCOMPARE(chapterText(dialog.chosen()), chapterText(current()));
        QTRY_VERIFY(busy->isHidden());
        QCOMPARE(chapterText(dialog.chosen()), QStringLiteral("0 \"Wicks\""));
        QVERIFY(child<QPushButton>(dialog, "chapterImportButton")->isEnabled());
        QVERIFY(!format->isEnabled()); // a tag is a tag
        dialog.takeFile(folder.filePath(QStringLiteral("none.mp3")));
        QTRY_VERIFY(wordsOf(dialog).contains(QLatin1String("cannot be opened")));
        QVERIFY(busy->isHidden() && format->isEnabled());
    }

    void whatIsTakenMeanwhileCounts() {
        const QTemporaryDir folder;
        const QString mp3 = file(folder, "a.mp3", mp3With("Wicks")),
                      other = file(folder, "b.mp3", mp3With("Wax"));
        app::ChapterImportDialog dialog({}, 0);
        const auto settle = [] {
            QThreadPool::globalInstance()->waitForDone();
            QCoreApplication::sendPostedEvents();
        };
        dialog.takeFile(mp3);
        type(dialog, "0:07 Typed");
        QVERIFY(child<QProgressBar>(dialog, "chapterImportBusy")->isHidden());
        settle();
        QCOMPARE(chapterText(dialog.chosen()), QStringLiteral("7000 \"Typed\""));
        dialog.takeFile(mp3);
        dialog.takeFile(other);
        settle();
        QCOMPARE(chapterText(dialog.chosen()), QStringLiteral("0 \"Wax\""));
        dialog.show();
        dialog.takeFile(mp3);
        dialog.reject();
        settle();
        QVERIFY(dialog.chosen().empty()); // nothing arrives in a closed one
    }

    void exportsEachFormat() {
        const catalog::WriteOptions episode{
            90'000, QStringLiteral("Lanterns"), {}, QStringLiteral("nd-0001.mp3")};
        app::ChapterExportDialog dialog(current(), episode);
        auto* format = child<QComboBox>(dialog, "exportFormatCombo");
        QCOMPARE(format->count(), static_cast<int>(catalog::chapterFormats().size()));
        QCOMPARE(child<QLabel>(dialog, "exportLoss")->text(), QStringLiteral("The format holds all of it."));
        for (const catalog::ChapterFormatInfo& info : catalog::chapterFormats()) {
            dialog.setFormat(info.format);
            QCOMPARE(child<QPlainTextEdit>(dialog, "exportText")->toPlainText().toUtf8(),
                     catalog::writeChapters(info.format, current(), episode));
        }
        dialog.setFormat(ChapterFormat::Audacity);
        QVERIFY(child<QLabel>(dialog, "exportLoss")->text().contains(QLatin1String("link")));
        QCOMPARE(dialog.suggestedName(), QStringLiteral("nd-0001.labels.txt"));
    }

    void copiesAndSaves() {
        const QTemporaryDir folder;
        app::ChapterExportDialog dialog(current(), {});
        dialog.setFormat(ChapterFormat::TimeStamps);
        child<QPushButton>(dialog, "exportCopyButton")->click();
        QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("0:00 Intro\n1:00 Oil\n"));
        const QString path = folder.filePath(QStringLiteral("a.txt"));
        QVERIFY(dialog.saveTo(path));
        QCOMPARE(read(path), QByteArray("0:00 Intro\n1:00 Oil\n"));
        QVERIFY(!dialog.saveTo(folder.filePath(QStringLiteral("none/a.txt"))));
        QVERIFY(child<QLabel>(dialog, "exportWords")->text().contains(QLatin1String("not written")));
    }

    void returnImportsAndSaves() {
        app::ChapterImportDialog reader(current(), 0);
        app::ChapterExportDialog writer(current(), {});
        reader.show();
        writer.show();
        QVERIFY(child<QPushButton>(reader, "chapterImportButton")->isDefault());
        QVERIFY(child<QPushButton>(writer, "exportSaveButton")->isDefault());
        QTest::keyClick(&reader, Qt::Key_Escape);
        QVERIFY(reader.isHidden());
    }

    void everythingHasAName() {
        app::ChapterImportDialog reader(current(), 0, "x");
        app::ChapterExportDialog writer(current(), {});
        for (QDialog* dialog : {static_cast<QDialog*>(&reader), static_cast<QDialog*>(&writer)}) {
            QVERIFY(!dialog->objectName().isEmpty() && !dialog->windowTitle().isEmpty());
            for (const QWidget* widget : dialog->findChildren<QWidget*>()) {
                const bool isButton =
                    qobject_cast<const QAbstractButton*>(widget) && qobject_cast<const QPushButton*>(widget);
                if (isButton || qobject_cast<const QPlainTextEdit*>(widget) ||
                    qobject_cast<const QComboBox*>(widget) || qobject_cast<const QTableWidget*>(widget))
                    QVERIFY2(!widget->objectName().isEmpty() &&
                                 (isButton || !widget->accessibleName().isEmpty()),
                             widget->metaObject()->className());
            }
        }
    }
};

QTEST_MAIN(TestChapterDialogs)
#include "tst_chapterdialogs.moc"
