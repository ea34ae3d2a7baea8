// SPDX-License-Identifier: MIT
// Chapters as a list of time stamps in the show notes: added once, replaced ever after.
#include "catalog/chapternotes.h"

#include <QTest>

using catalog::Chapters;

class TestChapterNotes : public QObject {
    Q_OBJECT

    static std::string listed(const std::string& body) {
        catalog::Chapter intro;
        intro.title = QStringLiteral("Intro");
        catalog::Chapter oil;
        oil.start = 3723000;
        oil.title = QStringLiteral("Oil [new]");
        const std::string end = body.find('\r') == std::string::npos ? "\n" : "\r\n";
        const auto document = format::Document::parse("{" + end + "  \"title\": \"K\"" + end + "}" + body);
        const auto text = catalog::withChaptersInNotes(*document, {intro, oil}, "Chapters");
        if (!text)
            return text.error().message;
        const std::size_t front = document->frontMatter().body.begin;
        return text->substr(0, front) == document->text().substr(0, front) ? text->substr(front)
                                                                           : "front changed";
    }
    static std::string stamps(const std::string& end = "\n") {
        return "* 0:00 Intro" + end + "* 1:02:03 Oil \\[new\\]" + end;
    }

private slots:
    void notes_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char* name, const std::string& before, const std::string& after) {
            QTest::newRow(name) << QByteArray::fromStdString(before) << QByteArray::fromStdString(after);
        };
        const std::string words = "\n### Links\n\n  * [A](https://a.example/)\n";
        row("behind the notes", words, words + "\n**Chapters**\n\n" + stamps());
        row("no line end", "\nWords", "\nWords\n\n**Chapters**\n\n" + stamps());
        row("in place of the last list", "\nWords\n\n- 0:00 Old\n- 5:00 Older\n\nMore\n",
            "\nWords\n\n" + stamps() + "\nMore\n");
        row("at the end", "\n* 0:00 Old\n* 5:00 Older", "\n" + stamps());
        row("twice", words + "\n**Chapters**\n\n" + stamps(), words + "\n**Chapters**\n\n" + stamps());
        row("one time alone is none", "\n* 4:30 in the morning\n",
            "\n* 4:30 in the morning\n\n**Chapters**\n\n" + stamps());
        row("CRLF", "\r\nWords\r\n", "\r\nWords\r\n\r\n**Chapters**\r\n\r\n" + stamps("\r\n"));
    }
    void notes() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QCOMPARE(QByteArray::fromStdString(listed(before.toStdString())), after);
    }

    void lockedNotesStay() { QVERIFY(QByteArray::fromStdString(listed("\n\xff\n")).contains("UTF-8")); }
};

QTEST_GUILESS_MAIN(TestChapterNotes)
#include "tst_chapternotes.moc"
