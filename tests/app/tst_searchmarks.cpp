// SPDX-License-Identifier: MIT
// What a search finds is marked in the editor.
#include "app/editor/linkdelegate.h"
#include "app/widgets/codeedit.h"
#include "app/widgets/founddelegate.h"
#include "app/widgets/foundmarks.h"
#include "app/widgets/textcolors.h"
#include "support/windowfixture.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyleOptionViewItem>

#include <cmath>

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

    /// WCAG 2.1: of two colours.
    static double contrast(const QColor& a, const QColor& b) {
        const auto luminance = [](const QColor& color) {
            const auto linear = [](double c) {
                return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
            };
            return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
                   0.0722 * linear(color.blueF());
        };
        const double first = luminance(a) + 0.05, second = luminance(b) + 0.05;
        return std::max(first, second) / std::min(first, second);
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

    void expressionsAreMarked() {
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        search(program, "/lamp (mus\\w+)/");
        QCOMPARE(marks(program, "notesEdit"),
                 QStringList({QStringLiteral("lamp museum"), QStringLiteral("lamp museum")}));
        QCOMPARE(marks(program, "sourceEdit"),
                 QStringList({QStringLiteral("lamp museum"), QStringLiteral("lamp museum")}));
        search(program, "/part \\d/");
        QVERIFY(isMarked(program, "titleLabel"));
        QVERIFY(!isMarked(program, "descriptionLabel"));
        const auto terms = program.table()->model()->index(0, 1).data(EpisodeTableModel::MatchRole);
        QCOMPARE(terms.value<catalog::FoundTerms>().patterns.size(), std::size_t(1));
    }

    /// Every value of All Fields, and the texts of chapters.
    void delegatesMarkTheirCells() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(3),
                   EpisodeFixture::episode(3).replace(
                       "\"podcast_chapters\": null",
                       "\"podcast_chapters\": {\"version\": \"1.2.0\", \"chapters\": [{\"startTime\": 0, "
                       "\"title\": \"Oil\"}]}"));
        Program program(newIni());
        program.open(site);
        search(program, "oil title:lanterns /w.ck/ or part");
        const auto wordsAt = [&program](const char* view, const QModelIndex& index) {
            const auto* delegate =
                qobject_cast<app::FoundDelegate*>(program.find<QAbstractItemView>(view)->itemDelegate());
            const catalog::FoundTerms terms = delegate ? delegate->termsAt(index) : catalog::FoundTerms();
            return terms.words.join(QLatin1Char(' ')) +
                   QString(static_cast<qsizetype>(terms.patterns.size()), QLatin1Char('/'));
        };
        const auto* fields = program.find<QAbstractItemView>("fieldsView")->model();
        const auto row = [fields](const char* key) {
            return fields
                ->match(fields->index(0, 0), Qt::DisplayRole, QLatin1String(key), 1, Qt::MatchExactly)
                .value(0);
        };
        QCOMPARE(wordsAt("fieldsView", row("title").siblingAtColumn(1)),
                 QStringLiteral("lanterns oil part/"));
        QCOMPARE(wordsAt("fieldsView", row("title")), QString());
        const QModelIndex chapters = row("podcast_chapters");
        const QModelIndex version = fields->index(0, 1, chapters);
        QVERIFY(version.isValid());
        QCOMPARE(wordsAt("fieldsView", version), QStringLiteral("oil part/"));
        const auto* rows = program.find<QAbstractItemView>("chaptersView")->model();
        QCOMPARE(wordsAt("chaptersView", rows->index(0, 2)), QStringLiteral("oil part/"));
        QCOMPARE(wordsAt("chaptersView", rows->index(0, 0)), QString());
    }

    /// A marked cell has pixels of another colour, and its text can be read on them.
    void marksAreSeenAndReadable_data() {
        QTest::addColumn<bool>("isDark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void marksAreSeenAndReadable() {
        QFETCH(bool, isDark);
        QPalette palette(isDark ? QColor(43, 45, 48) : QColor(240, 240, 240));
        palette.setColor(QPalette::Base, isDark ? QColor(30, 31, 34) : Qt::white);
        palette.setColor(QPalette::Text, isDark ? QColor(230, 230, 230) : Qt::black);
        palette.setColor(QPalette::Highlight, isDark ? QColor(60, 110, 190) : QColor(40, 100, 180));
        QImage image(200, 20, QImage::Format_RGB32);
        image.fill(palette.color(QPalette::Base));
        QPainter painter(&image);
        QStyleOptionViewItem option;
        option.palette = palette;
        option.fontMetrics = QFontMetrics(QApplication::font());
        app::paintFound(painter, image.rect(), QStringLiteral("lamp oil"), {{QStringLiteral("lamp")}, {}},
                        option);
        painter.end();
        const QColor mark = image.pixelColor(2, 10);
        QVERIFY(mark != palette.color(QPalette::Base));
        QCOMPARE(image.pixelColor(180, 10), palette.color(QPalette::Base));
        QVERIFY2(contrast(mark, palette.color(QPalette::Text)) >= 4.5,
                 qPrintable(QString::number(contrast(mark, palette.color(QPalette::Text)))));
    }

    /// Below the search box: that an expression was given up, until another one is typed.
    void complicatedExpressionsAreTold() {
        const EpisodeFixture site;
        site.write(EpisodeFixture::path(2),
                   EpisodeFixture::episode(2).replace("Lanterns", QByteArray(3000, 'a') + " Lanterns"));
        Program program(newIni());
        program.open(site);
        search(program, "/(a|aa)+[!?]/ or part");
        const auto* told = program.find<QLabel>("searchProblemLabel");
        QVERIFY(told->isVisible());
        QVERIFY(told->text().contains(QLatin1String("too complicated")));
        const QString tip =
            program.find<QLineEdit>("searchEdit")->toolTip().replace(QChar::Nbsp, QLatin1Char(' '));
        QVERIFY2(tip.contains(QLatin1String("too complicated")), qPrintable(tip));
        QCOMPARE(program.table()->model()->rowCount(), 2);
        search(program, "part");
        QVERIFY(!told->isVisible());
        QCOMPARE(program.table()->model()->rowCount(), 3);
    }

    void theTablesColumnsHaveTheirOwn() {
        const EpisodeFixture site;
        Program program(newIni());
        program.open(site);
        search(program, "lanterns date:2024 title:part guest:x or oil");
        const auto* model = program.table()->model();
        const auto words = [model](int column) {
            return model->index(0, column)
                .data(EpisodeTableModel::MatchRole)
                .value<catalog::FoundTerms>()
                .words;
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
