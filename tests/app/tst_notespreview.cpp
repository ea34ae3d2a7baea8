// SPDX-License-Identifier: MIT
#include "app/preview/notespreview.h"

#include "app/preview/notesrenderer.h"
#include "support/httpserver.h"

#include <QElapsedTimer>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <sys/stat.h>

/// Notes that take renderers long: the window is served meanwhile, and closing does not wait for them.
class TestNotesPreview : public QObject {
    Q_OBJECT

    static QString paragraphs(const QString& paragraph, int count) {
        return (paragraph + QStringLiteral("\n\n")).repeated(count);
    }
    static void addHostileNotes() {
        QTest::addColumn<QString>("notes");
        QTest::newRow("addresses") << QStringLiteral("http://a.example ").repeated(2'600);
        QTest::newRow("stars") << QStringLiteral("a*").repeated(16'384);
        QTest::newRow("stars in paragraphs") << paragraphs(QStringLiteral("a*").repeated(500), 32);
        QTest::newRow("brackets") << QStringLiteral("[").repeated(32'768);
        QTest::newRow("brackets in paragraphs") << paragraphs(QStringLiteral("[").repeated(500), 64);
        QTest::newRow("quotes in quotes") << paragraphs(QStringLiteral(">").repeated(500) + u'a', 64);
        QTest::newRow("lists in lists") << paragraphs(QStringLiteral("- ").repeated(4'000) + u'a', 7);
        QTest::newRow("numbers in numbers") << paragraphs(QStringLiteral("1. ").repeated(2'500) + u'a', 7);
        QTest::newRow("one long word") << QStringLiteral("a").repeated(60'000);
        QTest::newRow("more than 64 KB") << paragraphs(QStringLiteral("Oil for the lamps"), 4'000);
    }

private slots:
    void theWindowIsServedMeanwhile_data() { addHostileNotes(); }
    void theWindowIsServedMeanwhile() {
        QFETCH(QString, notes);
        app::NotesPreview preview;
        preview.resize(400, 300);
        preview.show();
        QVERIFY(QTest::qWaitForWindowExposed(&preview));
        qint64 longest = 0;
        QElapsedTimer sinceServed;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&] { longest = std::max(longest, sinceServed.restart()); });
        sinceServed.start();
        timer.start(0);
        preview.showNotes(notes);
        QTRY_VERIFY_WITH_TIMEOUT(!preview.toPlainText().isEmpty(), 2'000);
        QTest::qWait(300); // what is laid out after it was shown
        QVERIFY2(longest < 500, qPrintable(QStringLiteral("%1 ms").arg(longest)));
    }

    void closingDoesNotWaitForLong_data() { addHostileNotes(); }
    void closingDoesNotWaitForLong() {
        QFETCH(QString, notes);
        auto preview = std::make_unique<app::NotesPreview>();
        preview->showNotes(notes);
        QTest::qWait(170); // the worker has begun
        QElapsedTimer clock;
        clock.start();
        preview.reset();
        QVERIFY2(clock.elapsed() < 2'000, qPrintable(QStringLiteral("%1 ms").arg(clock.elapsed())));
    }

    void plainLinesAreBrokenWithoutLoss_data() {
        QTest::addColumn<QString>("notes");
        QTest::newRow("none") << QString();
        QTest::newRow("empty lines") << QStringLiteral("\n\na\n");
        QTest::newRow("short lines") << QStringLiteral("* Oil\n* Wicks");
        QTest::newRow("words") << QStringLiteral("oil for lamps ").repeated(2'000);
        QTest::newRow("one word") << QStringLiteral("a").repeated(5'001) + QStringLiteral("\nb");
        QTest::newRow("emoji") << u'a' + QStringLiteral("\U0001F526").repeated(3'000);
    }
    void plainLinesAreBrokenWithoutLoss() {
        QFETCH(QString, notes);
        const QString plain = app::plainNotes(notes);
        qsizetype at = 0;
        for (const QString& line : plain.split(u'\n')) {
            QVERIFY(line.size() <= 2'000);
            QVERIFY(line.isEmpty() || !line.front().isLowSurrogate());
            QCOMPARE(notes.mid(at, line.size()), line);
            at += line.size();
            if (at < notes.size() && notes[at] == u'\n')
                ++at;
        }
        QCOMPARE(at, notes.size());
        QCOMPARE(QString(plain).remove(u'\n'), QString(notes).remove(u'\n'));
        if (notes.size() < 2'000)
            QCOMPARE(plain, notes);
    }

    void largeNotesArePlain() {
        app::NotesPreview preview;
        preview.showNotes(paragraphs(QStringLiteral("*Oil* for lamps"), 4'000));
        QTRY_VERIFY(preview.isPlain());
        QTRY_VERIFY(preview.toPlainText().startsWith(QStringLiteral("*Oil*")));
        preview.showNotes(QStringLiteral("*Oil* for lamps"));
        QTRY_COMPARE(preview.toPlainText(), QStringLiteral("Oil for lamps"));
        QVERIFY(!preview.isPlain());
    }

    void theLastOfManyChangesIsShown() {
        app::NotesPreview preview;
        for (int i = 0; i <= 40; ++i) {
            preview.showNotes(QStringLiteral("* [Row](https://a.example/)\n").repeated(600) +
                              QStringLiteral("\n*Change %1*").arg(i));
            QTest::qWait(i % 4 == 0 ? 160 : 5); // some while the worker is busy
        }
        QTRY_VERIFY(preview.toPlainText().endsWith(QStringLiteral("Change 40")));
        QVERIFY(!preview.isPlain());
    }

    /// Pictures, links and references to what is local, to a server, to what never ends: nothing is read,
    /// nothing is asked, nothing is waited for.
    void nothingIsLoaded_data() {
        QTest::addColumn<QString>("target");
        QTest::newRow("a file") << QString();
        QTest::newRow("/dev/zero") << QStringLiteral("/dev/zero");
        QTest::newRow("/dev/zero as an address") << QStringLiteral("file:///dev/zero");
        QTest::newRow("a pipe") << QStringLiteral("pipe");
        QTest::newRow("a server") << QStringLiteral("server");
        QTest::newRow("data") << QStringLiteral("data:image/png;base64,iVBORw0KGgo=");
        QTest::newRow("a resource") << QStringLiteral("qrc:/help/index.md");
    }
    void nothingIsLoaded() {
        QFETCH(QString, target);
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("secret.png"));
        const QString pipe = folder.filePath(QStringLiteral("pipe.png"));
        QImage picture(32, 32, QImage::Format_RGB32);
        picture.fill(Qt::red);
        QVERIFY(picture.save(file));
        QCOMPARE(::mkfifo(pipe.toUtf8().constData(), 0600), 0);
        HttpServer server;
        if (target.isEmpty())
            target = file;
        else if (target == QLatin1String("pipe"))
            target = pipe;
        else if (target == QLatin1String("server"))
            target = server.url("/a.png").toString();
        app::NotesPreview preview;
        preview.resize(300, 200);
        preview.show();
        QVERIFY(QTest::qWaitForWindowExposed(&preview));
        preview.showNotes(
            QStringLiteral("A ![picture](%1) and ![another][r]\n\n<img src=\"%1\">\n\n[r]: %1\n")
                .arg(target));
        QTRY_VERIFY(preview.toPlainText().contains(QStringLiteral("and")));
        QTest::qWait(100);
        QVERIFY(server.questions().isEmpty());
        QVERIFY(server.connections().most == 0);
        const QImage shown = preview.grab().toImage();
        for (int y = 0; y < shown.height(); ++y)
            for (int x = 0; x < shown.width(); ++x)
                QVERIFY(shown.pixelColor(x, y) != QColor(Qt::red));
    }

    void htmlIsShownAsItStands() {
        app::NotesPreview preview;
        preview.showNotes(QStringLiteral("<b>Oil</b> <img src=\"file:///etc/passwd\">"));
        QTRY_VERIFY(preview.toPlainText().contains(QStringLiteral("<b>Oil</b>")));
    }
};

QTEST_MAIN(TestNotesPreview)
#include "tst_notespreview.moc"
