// SPDX-License-Identifier: MIT
#include "app/editor/allfieldspage.h"
#include "app/editor/linkspage.h"
#include "app/editor/sourcepage.h"
#include "app/playhead.h"
#include "app/preview/notespreview.h"
#include "app/settings.h"
#include "support/episodefixture.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTest>
#include <QTreeView>

class TestNotesPages : public QObject {
    Q_OBJECT

    struct Opened {
        explicit Opened(QByteArray bytes = EpisodeFixture::episode(1)) {
            site.write(EpisodeFixture::path(1), bytes);
            site.openIn(catalog);
            id = catalog.idOfPath(site.absolute(EpisodeFixture::path(1)));
        }
        EpisodeFixture site;
        catalog::Catalog catalog;
        catalog::Validator validator{catalog};
        models::EditSession session{catalog};
        app::Settings settings{site.absolute(QStringLiteral("settings.ini"))};
        catalog::LinkResults links;
        app::Playhead playhead;
        app::EditorContext context{session, validator, settings, links, playhead};
        catalog::EpisodeId id;
        std::string text() const { return catalog.episode(id).text(); }
    };
    static void typeAt(QPlainTextEdit* edit, const QString& before, const QString& typed) {
        QTextCursor cursor = edit->document()->find(before);
        cursor.setPosition(cursor.selectionStart());
        edit->setTextCursor(cursor);
        QTest::keyClicks(edit, typed);
    }

private slots:
    void changesOnlyTheBytesTypedAt() {
        QByteArray bytes = "\xEF\xBB\xBF" + EpisodeFixture::episode(1).replace("\n", "\r\n");
        Opened open(bytes);
        app::SourcePage page(open.context);
        page.setEpisode(open.id);
        auto* edit = page.findChild<QPlainTextEdit*>(QStringLiteral("sourceEdit"));
        typeAt(edit, QStringLiteral("Lanterns"), QStringLiteral("Big "));
        typeAt(edit, QStringLiteral("Open at"), QStringLiteral("Now "));
        QByteArray wanted = bytes;
        wanted.replace("Lanterns", "Big Lanterns").replace("Open at", "Now Open at");
        QCOMPARE(QByteArray::fromStdString(open.text()), wanted);
        open.session.undoStack().setIndex(0);
        QCOMPARE(QByteArray::fromStdString(open.text()), bytes);
    }

    void keepsWhatDoesNotParse() {
        Opened open;
        const std::string before = open.text();
        app::SourcePage page(open.context);
        page.setEpisode(open.id);
        auto* edit = page.findChild<QPlainTextEdit*>(QStringLiteral("sourceEdit"));
        typeAt(edit, QStringLiteral("\"title\""), QStringLiteral("x"));
        QCOMPARE(open.text(), before);
        page.setEpisode({1 - open.id.value});
        page.setEpisode(open.id);
        QVERIFY(edit->toPlainText().contains(QStringLiteral("x\"title\"")));
        page.findChild<QPushButton*>(QStringLiteral("discardTypedButton"))->click();
        QCOMPARE(edit->toPlainText().toStdString(), before);
    }

    void linksPageRemovesTheSelectedRow() {
        Opened open;
        const std::string before = open.text();
        app::LinksPage page(open.context);
        page.setEpisode(open.id);
        page.findChild<QTableView*>(QStringLiteral("linksView"))->selectRow(2);
        page.findChild<QPushButton*>(QStringLiteral("removeLinkButton"))->click();
        QVERIFY(open.text().find("[Oil]") == std::string::npos);
        open.session.undoStack().setIndex(0);
        QCOMPARE(open.text(), before);
    }

    void allFieldsPageAppliesJson() {
        Opened open;
        app::AllFieldsPage page(open.context);
        page.setEpisode(open.id);
        QVERIFY(page.goTo(QStringLiteral("title"), {}));
        page.findChild<QPlainTextEdit*>(QStringLiteral("jsonEdit"))
            ->setPlainText(QStringLiteral("\"Wicks\""));
        page.findChild<QPushButton*>(QStringLiteral("applyJsonButton"))->click();
        QVERIFY(open.text().find("\"title\": \"Wicks\"") != std::string::npos);
    }

    void allFieldsPageFindsWhatLiesDeep() {
        Opened open;
        app::AllFieldsPage page(open.context);
        page.setEpisode(open.id);
        auto* tree = page.findChild<QTreeView*>(QStringLiteral("fieldsView"));
        const std::size_t oil = open.text().find("\"oil\"");
        QVERIFY(page.goTo(QStringLiteral("tags"), {oil, oil + 5}));
        QCOMPARE(tree->currentIndex().data(models::FieldModel::PathRole).toString(),
                 QStringLiteral("/tags/1"));
        page.findChild<QLineEdit*>(QStringLiteral("fieldsFilter"))->setText(QStringLiteral("lamps"));
        const QModelIndex tags = tree->currentIndex().parent();
        QVERIFY(!tree->isRowHidden(tags.row(), {}));
        QVERIFY(!tree->isRowHidden(0, tags));
        QVERIFY(tree->isRowHidden(1, tags));
        QVERIFY(tree->isRowHidden(0, {}));
    }

    void hostilePreviewIsPlainAndQuick_data() {
        QTest::addColumn<QString>("notes");
        QTest::addColumn<bool>("isPlain");
        QTest::newRow("stars") << QStringLiteral("a*").repeated(16'384) << true;
        QTest::newRow("urls") << QStringLiteral("http://a.example ").repeated(2'600) << true;
        QTest::newRow("file image") << QStringLiteral("![x](file:///etc/passwd)") << false;
    }
    void hostilePreviewIsPlainAndQuick() {
        QFETCH(QString, notes);
        QFETCH(bool, isPlain);
        app::NotesPreview preview;
        QElapsedTimer clock;
        clock.start();
        preview.showNotes(notes);
        QTRY_VERIFY(!preview.toPlainText().isEmpty());
        QVERIFY(clock.elapsed() < 2'000);
        QCOMPARE(preview.isPlain(), isPlain);
        QVERIFY(!preview.toPlainText().contains(QStringLiteral("root:")));
    }

    void neverReadsAFileThatTheNotesName_data() {
        QTest::addColumn<QString>("source");
        QTest::newRow("local file") << QStringLiteral("file://%1");
        QTest::newRow("bare path") << QStringLiteral("%1");
    }
    void neverReadsAFileThatTheNotesName() {
        QFETCH(QString, source);
        const EpisodeFixture site;
        const QString path = site.absolute(QStringLiteral("red.png"));
        QImage red(64, 64, QImage::Format_RGB32);
        red.fill(Qt::red);
        QVERIFY(red.save(path));
        app::NotesPreview preview;
        preview.resize(300, 200);
        preview.showNotes(QStringLiteral("Lamps ![x](%1)").arg(source.arg(path)));
        QTRY_VERIFY(!preview.toPlainText().isEmpty());
        const QImage shown = preview.grab().toImage();
        for (int y = 0; y < shown.height(); ++y)
            for (int x = 0; x < shown.width(); ++x)
                QVERIFY(shown.pixelColor(x, y) != QColor(Qt::red));
    }

    void saysWhyARefusedFileHasNoLinks() {
        Opened open("{\n  \"title\": \n}\n\n  * [Oil](https://oil.example.org/)\n");
        QVERIFY(open.catalog.episode(open.id).isRefused());
        app::LinksPage page(open.context);
        page.setEpisode(open.id);
        auto* notice = page.findChild<QLabel*>(QStringLiteral("linksNotice"));
        QVERIFY(notice);
        QCOMPARE(notice->text(), open.catalog.episode(open.id).reason());
        QVERIFY(!page.findChild<QPushButton*>(QStringLiteral("addLinkButton"))->isEnabled());
    }
};

QTEST_MAIN(TestNotesPages)
#include "tst_notespages.moc"
