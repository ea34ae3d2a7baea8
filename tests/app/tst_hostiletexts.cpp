// SPDX-License-Identifier: MIT
// An episode that says `<img src=…>` wherever it can say anything: nothing of it is read as markup, in
// labels, tool tips and tables, on any page.
#include "models/tooltip.h"
#include "support/windowfixture.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QLabel>
#include <QTabWidget>
#include <QTemporaryDir>

namespace {

const QString sign = QStringLiteral("<img src=");

/// Every value of the fixture's first episode, and its file's name.
QByteArray hostileEpisode() {
    QByteArray text = EpisodeFixture::episode(1);
    const QByteArray markup = "<img src=x><b>y</b>";
    for (const char* value :
         {"Lanterns, part 1", "Night Desk", "lamps", "ada", "episode\"", "6f0c2f5e", "2024-03-01",
          "/images/shows", "00:31:0", "https://media.example.org/", "The lamp museum", "Oil", "Open at"})
        text.replace(value, QByteArray(markup + value).replace("\"", "") +
                                (QByteArray(value).endsWith('"') ? "\"" : ""));
    return text;
}

} // namespace

class TestHostileTexts : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    static void checkModel(const QAbstractItemModel& model, const QModelIndex& parent = {}) {
        for (int row = 0; row < model.rowCount(parent); ++row)
            for (int column = 0; column < model.columnCount(parent); ++column) {
                const QModelIndex index = model.index(row, column, parent);
                for (const int role : {int(Qt::ToolTipRole), int(Qt::WhatsThisRole), int(Qt::StatusTipRole)})
                    QVERIFY2(!index.data(role).toString().contains(sign),
                             qPrintable(QString::fromLatin1(model.metaObject()->className()) + u' ' +
                                        index.data(role).toString()));
                if (column == 0)
                    checkModel(model, index);
            }
    }
    static void checkWidgets(const QWidget& window) {
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            QVERIFY2(!widget->toolTip().contains(sign), qPrintable(widget->objectName()));
            const auto* label = qobject_cast<const QLabel*>(widget);
            if (label && label->text().contains(sign))
                QVERIFY2(label->textFormat() == Qt::PlainText,
                         qPrintable(label->objectName() + u' ' + label->text()));
            const auto* view = qobject_cast<const QAbstractItemView*>(widget);
            if (view && view->model() && !qobject_cast<const QHeaderView*>(view))
                checkModel(*view->model());
        }
    }

private slots:
    void toolTips() {
        QCOMPARE(models::plainToolTip(QStringLiteral("oil & lamps\nwicks")),
                 QStringLiteral("oil & lamps\nwicks"));
        const QString shown = models::plainToolTip(QStringLiteral("<img src=x>\n&"));
        QVERIFY(Qt::mightBeRichText(shown));
        QTextDocument document;
        document.setHtml(shown);
        QCOMPARE(document.toPlainText(), QStringLiteral("<img src=x>\n&"));
    }

    void nothingIsReadAsMarkup() {
        const EpisodeFixture site;
        QVERIFY(QFile::remove(site.absolute(EpisodeFixture::path(1))));
        site.write(QStringLiteral("content/show/night-desk/0000<img src=x>.md"), hostileEpisode());
        Program program(m_folder.filePath(QStringLiteral("settings.ini")));
        program.open(site);
        const auto id = program.catalog.idOfPath(
            site.absolute(QStringLiteral("content/show/night-desk/0000<img src=x>.md")));
        QVERIFY(id.isValid());
        for (int row = 0; row < 3 && program.editor()->episode() != id; ++row)
            program.select(row); // where its numbers put it
        QCOMPARE(program.editor()->episode(), id);
        QVERIFY(program.catalog.episode(program.editor()->episode()).text().find("<img src=x>") !=
                std::string::npos);
        bool isSomewhere = false;
        for (auto* tabs : program.window.findChildren<QTabWidget*>())
            for (int tab = 0; tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                QTest::qWait(50);
                checkWidgets(program.window);
                isSomewhere = true;
            }
        QVERIFY(isSomewhere);
        QTest::qWait(300); // the checker's findings
        checkWidgets(program.window);
    }
};

QTEST_MAIN(TestHostileTexts)
#include "tst_hostiletexts.moc"
