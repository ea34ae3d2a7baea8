// SPDX-License-Identifier: MIT
#include "app/dialogs/helpdialog.h"
#include "app/dialogs/rulesguide.h"
#include "catalog/rules/explanations.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>

namespace {

template <typename Widget>
Widget* child(QWidget& parent, const char* name) {
    auto* found = parent.findChild<Widget*>(QString::fromLatin1(name));
    if (!found)
        qFatal("there is no %s", name);
    return found;
}

/// The heading that stands first in the part that is seen.
QString firstHeadingSeen(const QTextBrowser& text) {
    for (QTextBlock block = text.document()->begin(); block.isValid(); block = block.next()) {
        const qreal top = text.document()->documentLayout()->blockBoundingRect(block).top();
        if (block.blockFormat().headingLevel() == 3 && top >= text.verticalScrollBar()->value() - 4)
            return block.text();
    }
    return {};
}

} // namespace

class TestHelpDialog : public QObject {
    Q_OBJECT

private slots:
    void everyRuleHasItsPlace() {
        QTextDocument document;
        document.setHtml(app::rulesGuide());
        QStringList headings;
        const QString words = document.toPlainText();
        QVERIFY(!words.contains(QChar(0xC2))); // signs between the families, read by the wrong table
        for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
            if (block.blockFormat().headingLevel() == 3)
                headings += block.text();
        for (const catalog::Rule* rule : catalog::allRules()) {
            QCOMPARE(headings.count(QString::fromLatin1(rule->id)), 1);
            QVERIFY2(words.contains(catalog::ruleExplanationText(rule->id)), rule->id);
        }
        QCOMPARE(headings.size(), static_cast<qsizetype>(catalog::allRules().size()));
    }

    void theGuideOpensAtARule_data() {
        QTest::addColumn<QString>("rule");
        for (const char* rule : {"json-duplicate-key", "guid-nil", "tags-unsorted", "link-text-empty"})
            QTest::newRow(rule) << QString::fromLatin1(rule);
    }
    void theGuideOpensAtARule() {
        QFETCH(QString, rule);
        QWidget window;
        window.show();
        app::HelpDialog::showRule(&window, rule);
        auto* text = child<QTextBrowser>(window, "helpText");
        QTRY_COMPARE(firstHeadingSeen(*text), rule);
    }

    void oneGuideGoesFromRuleToRule() {
        QWidget window;
        window.show();
        app::HelpDialog::showRule(&window, QStringLiteral("guid-nil"));
        app::HelpDialog::showRule(&window, QStringLiteral("body-nbsp"));
        QCOMPARE(window.findChildren<app::HelpDialog*>().size(), 1);
        QTRY_COMPARE(firstHeadingSeen(*child<QTextBrowser>(window, "helpText")), QStringLiteral("body-nbsp"));
        QCOMPARE(child<QListWidget>(window, "helpPages")->currentItem()->text(), app::rulesGuideTitle());
    }

    void wordsAreFoundInThePage() {
        QWidget window;
        window.show();
        app::HelpDialog::showRule(&window, QStringLiteral("guid-nil"));
        auto* text = child<QTextBrowser>(window, "helpText");
        auto* words = child<QLineEdit>(window, "helpFind");
        words->setText(QStringLiteral("tag-backslash"));
        QCOMPARE(text->textCursor().selectedText(), QStringLiteral("tag-backslash"));
        const int place = text->textCursor().position();
        QTest::keyClick(words, Qt::Key_Return); // the only one: on from the beginning
        QCOMPARE(text->textCursor().position(), place);
        words->setText(QStringLiteral("no such words"));
        QTest::keyClick(words, Qt::Key_Return);
        QVERIFY(text->textCursor().selectedText() != words->text());
    }
};

QTEST_MAIN(TestHelpDialog)
#include "tst_helpdialog.moc"
