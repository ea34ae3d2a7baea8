// SPDX-License-Identifier: MIT
// What a search finds is marked in the editor.
#include "app/editor/linkdelegate.h"
#include "app/widgets/codeedit.h"
#include "app/widgets/textcolors.h"
#include "support/windowfixture.h"

#include <QLabel>
#include <QPlainTextEdit>

using models::EpisodeTableModel;

class TestSearchMarks : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    QString newIni() { return m_folder.filePath(QStringLiteral("settings-%1.ini").arg(++m_count)); }

    static void search(const Program& program, const char* typed) {
        program.find<QLineEdit>("searchEdit")->setText(QString::fromUtf8(typed));
        QTest::qWait(20); // the table and the editor follow at once, behind the keys
    }
    static bool isMarked(const Program& program, const char* label) {
        return program.find<QLabel>(label)->autoFillBackground();
    }
    /// The texts of the marks in the colour of what was found.
    static QStringList marksIn(const QPlainTextEdit& edit, const QPalette& palette) {
        QStringList words;
        if (const auto* text = qobject_cast<const QPlainTextEdit*>(&edit))
            for (const QTextEdit::ExtraSelection& mark : const_cast<QPlainTextEdit*>(text)->extraSelections())
                if (mark.format.background().color() == app::matchColor(palette))
                    words += mark.cursor.selectedText();
        return words;
    }
    static QStringList marks(const Program& program, const char* name) {
        const auto* edit = program.find<QPlainTextEdit>(name);
        return marksIn(*edit, edit->palette());
    }

private slots:
    void wordsAreMarkedEverywhere() {
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        search(program, "CAFE museum");
        QVERIFY(isMarked(program, "descriptionLabel"));
        QVERIFY(program.find<QLabel>("descriptionLabel")->toolTip().contains(QLatin1String("search")));
        QVERIFY(!isMarked(program, "titleLabel"));
        QCOMPARE(marks(program, "descriptionEdit"), QStringList(QString::fromUtf8("caf\u00e9")));
        QCOMPARE(marks(program, "notesEdit"),
                 QStringList({QStringLiteral("museum"), QStringLiteral("museum")}));
        QCOMPARE(
            marks(program, "sourceEdit"),
            QStringList({QStringLiteral("caf\\u00e9"), QStringLiteral("museum"), QStringLiteral("museum")}));
        search(program, "");
        QVERIFY(!isMarked(program, "descriptionLabel"));
        QCOMPARE(marks(program, "descriptionEdit"), QStringList());
        QCOMPARE(marks(program, "notesEdit"), QStringList());
        QCOMPARE(marks(program, "sourceEdit"), QStringList());
    }

    void aFieldsWordsAreMarkedInItAlone() {
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        search(program, "show_name:night");
        QVERIFY(isMarked(program, "show_nameLabel"));
        QVERIFY(!isMarked(program, "header_imageLabel")); // "/images/shows/night-desk.png"
        QCOMPARE(marks(program, "sourceEdit"), QStringList(QStringLiteral("Night")));
        QCOMPARE(marks(program, "notesEdit"), QStringList()); // "Open at night."
        search(program, "notes:night");
        QVERIFY(!isMarked(program, "show_nameLabel"));
        QCOMPARE(marks(program, "notesEdit"), QStringList(QStringLiteral("night")));
        QCOMPARE(marks(program, "sourceEdit"), QStringList(QStringLiteral("night")));
        search(program, "url:museum or url:lamps.example");
        QVERIFY(!isMarked(program, "titleLabel"));
        QCOMPARE(marks(program, "notesEdit"), QStringList(QStringLiteral("lamps.example")));
        QCOMPARE(marks(program, "sourceEdit"), QStringList(QStringLiteral("lamps.example")));
    }

    void marksFollowTheTyping() {
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        search(program, "lanterns");
        QVERIFY(isMarked(program, "titleLabel"));
        const int row = program.table()->currentIndex().row();
        program.typeTitle(QStringLiteral("Wicks"));
        QVERIFY(!isMarked(program, "titleLabel"));
        QCOMPARE(program.find<QLineEdit>("titleEdit")->text(), QStringLiteral("Wicks"));
        program.typeTitle(QStringLiteral("More lanterns"));
        QVERIFY(isMarked(program, "titleLabel"));
        QCOMPARE(program.find<QLineEdit>("titleEdit")->text(), QStringLiteral("More lanterns"));
        QVERIFY(row >= 0);
    }

    void theTablesColumnsHaveTheirOwn() {
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        search(program, "lanterns date:2024 title:part guest:x or oil");
        const auto* model = program.table()->model();
        const auto words = [model](int column) {
            return model->index(0, column).data(EpisodeTableModel::MatchRole).toStringList();
        };
        QVERIFY(model->rowCount() > 0);
        QCOMPARE(words(1),
                 QStringList({QStringLiteral("part"), QStringLiteral("lanterns"), QStringLiteral("oil")}));
        QCOMPARE(words(4),
                 QStringList({QStringLiteral("x"), QStringLiteral("lanterns"), QStringLiteral("oil")}));
        QCOMPARE(words(5), QStringList()); // how many problems there are
    }
};

QTEST_MAIN(TestSearchMarks)
#include "tst_searchmarks.moc"
