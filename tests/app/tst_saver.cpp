// SPDX-License-Identifier: MIT
// Save All: each file by itself, and what is told at the end.
#include "app/saver.h"

#include "support/ordinaryuser.h"
#include "support/windowfixture.h"

#include <QDialog>
#include <QProgressDialog>
#include <QSignalSpy>

#include <cerrno>

#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static bool foldersFail = false;

/// The disk of this test: it can refuse to confirm what was written to a folder.
extern "C" int fsync(int file) {
    struct stat info {};
    if (foldersFail && ::fstat(file, &info) == 0 && S_ISDIR(info.st_mode)) {
        errno = EIO;
        return -1;
    }
    return static_cast<int>(::syscall(SYS_fsync, file));
}

/// Cancels every question and, if told so, the progress; closes the report, and keeps what both said.
class Listener : public QObject {
public:
    explicit Listener(bool cancelsProgress = true)
        : m_cancelsProgress(cancelsProgress) {
        startTimer(10);
    }
    int questions = 0;
    QString title;
    QString report;

protected:
    void timerEvent(QTimerEvent*) override {
        auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        if (qobject_cast<QProgressDialog*>(dialog)) {
            if (!m_cancelsProgress)
                return;
            ++questions;
            dialog->close(); // as Escape and Cancel do; rejecting it only hides it
            return;
        }
        auto* box = qobject_cast<QMessageBox*>(dialog);
        if (box && box->objectName() == QLatin1String("saveReport")) {
            title = box->windowTitle();
            report = box->text() + QLatin1Char('\n') + box->informativeText();
        } else {
            ++questions;
        }
        dialog->reject();
    }

private:
    bool m_cancelsProgress;
};

/// Five episodes or more, all edited.
struct Edited {
    EpisodeFixture site;
    catalog::Catalog catalog;
    models::EditSession session{catalog};
    QWidget window;
    app::Saver saver{session, &window};

    explicit Edited(int count = 5) {
        for (int number = 4; number <= count; ++number)
            site.write(EpisodeFixture::path(number), EpisodeFixture::episode(number % 10));
        site.openIn(catalog);
        for (int i = 0; i < catalog.size(); ++i)
            session.setValue({i}, {"title"}, format::JsonValue::string("Edited"));
    }
    QByteArray bytes(int number) const { return site.read(EpisodeFixture::path(number)); }
    bool isChanged(int number) const {
        return catalog.episode(catalog.idOfPath(site.absolute(EpisodeFixture::path(number)))).isChanged();
    }
    bool saveAll() { return saver.save(catalog.changedEpisodes()); }
};

class TestSaver : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { foldersFail = false; }

    void aFailureStopsNoneOfTheOthers() {
        Edited edited;
        QCOMPARE(edited.catalog.changedEpisodes().size(), std::size_t(5));
        const QByteArray theirs = EpisodeFixture::episode(4).replace("Lanterns, part 4", "Theirs");
        edited.site.write(EpisodeFixture::path(4), theirs);
        const OrdinaryUser user(edited.site.root());
        QCOMPARE(::chmod(edited.site.absolute(EpisodeFixture::path(2)).toUtf8().constData(), 0444), 0);
        QSignalSpy saved(&edited.saver, &app::Saver::saved);
        Listener listener;

        QVERIFY(!edited.saveAll());

        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved.front().front().toInt(), 3);
        for (const int number : {1, 3, 5}) {
            QVERIFY(edited.bytes(number).contains("\"title\": \"Edited\""));
            QVERIFY(!edited.isChanged(number));
        }
        QCOMPARE(edited.bytes(2), EpisodeFixture::episode(2));
        QCOMPARE(edited.bytes(4), theirs);
        QVERIFY(edited.isChanged(2) && edited.isChanged(4));
        QVERIFY2(listener.report.startsWith(QLatin1String("3 ")), qPrintable(listener.report));
        QVERIFY2(listener.report.contains(QLatin1String("0002.md")), qPrintable(listener.report));
        QVERIFY2(listener.report.contains(QLatin1String("write-protected")), qPrintable(listener.report));
        QVERIFY2(listener.report.contains(QLatin1String("0004.md")), qPrintable(listener.report));
        QVERIFY2(!listener.report.contains(QLatin1String("0003.md")), qPrintable(listener.report));
    }

    void whatTheDiskDidNotConfirmIsSaid() {
        Edited edited;
        foldersFail = true;
        Listener listener;
        QVERIFY(edited.saveAll()); // written: nothing stays open
        QVERIFY(edited.catalog.changedEpisodes().empty());
        for (int number = 1; number <= 5; ++number)
            QVERIFY(edited.bytes(number).contains("\"title\": \"Edited\""));
        QVERIFY2(listener.report.contains(QLatin1String("did not confirm")), qPrintable(listener.report));
        QVERIFY2(listener.title.contains(QLatin1String("Not Confirmed")), qPrintable(listener.title));
        QVERIFY2(!listener.report.contains(QLatin1String("not saved")), qPrintable(listener.report));
        QCOMPARE(listener.questions, 0);
    }

    /// Many are saved with progress, while the window's events are worked off; Cancel leaves the rest
    /// unsaved.
    void manyCanBeCancelled() {
        constexpr int count = 400;
        Edited edited(count);
        edited.window.show();
        QSignalSpy saved(&edited.saver, &app::Saver::saved);
        Listener listener; // rejects the first dialog: the progress
        QVERIFY(!edited.saveAll());
        QCOMPARE(listener.questions, 1);
        QCOMPARE(saved.size(), 1);
        const int written = saved.front().front().toInt();
        QVERIFY(written > 0 && written < count);
        QCOMPARE(static_cast<int>(edited.catalog.changedEpisodes().size()), count - written);
        int onDisk = 0;
        for (int number = 1; number <= count; ++number)
            onDisk += edited.bytes(number).contains("\"title\": \"Edited\"") ? 1 : 0;
        QCOMPARE(onDisk, written);
    }

    /// Of many, those that cannot simply be written are told of as ever; the others are saved.
    void manyAreSavedBesideThoseThatCannotBe() {
        constexpr int count = 120;
        Edited edited(count);
        const QByteArray theirs = EpisodeFixture::episode(4).replace("Lanterns, part 4", "Theirs");
        edited.site.write(EpisodeFixture::path(4), theirs);
        const OrdinaryUser user(edited.site.root());
        QCOMPARE(::chmod(edited.site.absolute(EpisodeFixture::path(77)).toUtf8().constData(), 0444), 0);
        QSignalSpy saved(&edited.saver, &app::Saver::saved);
        Listener listener(false);

        QVERIFY(!edited.saveAll());

        QCOMPARE(saved.front().front().toInt(), count - 2);
        for (int number = 1; number <= count; ++number) {
            const bool isOpen = number == 4 || number == 77;
            QCOMPARE(edited.isChanged(number), isOpen);
            QCOMPARE(edited.bytes(number).contains("\"title\": \"Edited\""), !isOpen);
        }
        QCOMPARE(edited.bytes(4), theirs);
        QVERIFY2(listener.report.contains(QLatin1String("0004.md")), qPrintable(listener.report));
        QVERIFY2(listener.report.contains(QLatin1String("0077.md")), qPrintable(listener.report));
    }

    void whatTheDiskDidNotConfirmOfManyIsSaid() {
        Edited edited(120);
        foldersFail = true;
        Listener listener(false);
        QVERIFY(edited.saveAll());
        QVERIFY(edited.catalog.changedEpisodes().empty());
        QVERIFY2(listener.report.contains(QLatin1String("did not confirm")), qPrintable(listener.report));
        QCOMPARE(listener.questions, 0);
    }

    void nothingIsSaidWhereAllWentWell() {
        Edited edited;
        Listener listener;
        QVERIFY(edited.saveAll());
        QVERIFY2(listener.report.isEmpty(), qPrintable(listener.report));
    }
};

QTEST_MAIN(TestSaver)
#include "tst_saver.moc"
