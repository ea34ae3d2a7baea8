// SPDX-License-Identifier: MIT
// "Refuse, or open and preserve", row by row: what a file may hold, what becomes of it, and that an edit
// beside it leaves it as it is.
#include "catalog/catalog.h"
#include "catalog/folderloader.h"

#include "support/rulefixture.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using catalog::LoadedFile;

namespace {

/// The fixture's episode with `from` replaced, once.
QByteArray with(const QByteArray& from, const QByteArray& to) {
    QByteArray text = RuleFixture::episode();
    const qsizetype at = text.indexOf(from);
    if (at < 0)
        qFatal("the fixture has no %s", from.constData());
    return text.replace(at, from.size(), to);
}

const QByteArray title = R"("title": "Ships, part 12")";

QByteArray withTitle(const QByteArray& value) {
    return with(title, "\"title\": " + value);
}

} // namespace

class TestHostileRows : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    LoadedFile load(const QByteArray& bytes) const {
        const QString path = m_folder.filePath(QStringLiteral("0012.md"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the fixture");
        file.close();
        return catalog::loadFile(path, m_folder.path());
    }

private slots:
    void refused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("words");
        const auto row = [](const char* name, const QByteArray& bytes, const char* where, const char* words) {
            QTest::newRow(name) << bytes << QString::fromLatin1(where) << QString::fromLatin1(words);
        };
        row("trailing comma", "{\n  \"a\": 1,\n}\n", "line 3, column 1: ", "comma");
        row("comment", "{\n  // no\n  \"a\": 1\n}\n", "line 2, column 3: ", "comments");
        row("NaN", "{\"é\": NaN}\n", "line 1, column 7: ", "no JSON value");
        row("raw control character", "{\"a\": \"x\ty\"}\n", "line 1, column 9: ", "control character");
        row("conflict in the front matter", "{\n<<<<<<< HEAD\n  \"a\": 1\n",
            "line 2, column 1: ", "conflict marker");
        row("conflict at the beginning", "<<<<<<< HEAD\n{}\n", "line 1, column 1: ", "conflict marker");
        row("conflict in the notes", "{}\r\n\r\n<<<<<<< HEAD\r\n", "line 3, column 1: ", "conflict marker");
        row("bytes that are not UTF-8", "{\n  \"a\": \"caf\xE9\"\n}\n", "line 2, column 12: ", "E9");
        row("NUL", QByteArray("{\n  \"a\": \"\0\"\n}\n", 15), "line 2, column 9: ", "NUL");
        row("UTF-16, little", QByteArray("\xFF\xFE{\0}\0", 6), "line 1, column 1: ", "UTF-16");
        row("UTF-16, big", QByteArray("\xFE\xFF\0{\0}", 6), "line 1, column 1: ", "UTF-16");
        row("UTF-16 without a mark", QByteArray(" \0{\0}\0", 6), "line 1, column 1: ", "UTF-16");
    }
    void refused() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, where);
        QFETCH(QString, words);
        LoadedFile loaded = load(bytes);
        QVERIFY(loaded.episode && loaded.episode->isRefused() && loaded.episode->isReadOnly());
        QVERIFY2(loaded.episode->reason().startsWith(where) && loaded.episode->reason().contains(words),
                 qPrintable(loaded.episode->reason()));
        QCOMPARE(loaded.episode->text(), bytes.toStdString()); // shown as it is
        catalog::Catalog catalog;
        catalog.add({std::move(*loaded.episode)});
        QVERIFY(!catalog.apply({{0}, {{{0, 0}, " "}}})); // never written
    }

    void otherPages_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("YAML") << QByteArray("---\ntitle: x\n---\n");
        QTest::newRow("TOML") << QByteArray("+++\ntitle = \"x\"\n+++\n");
        QTest::newRow("no front matter") << QByteArray("# Lamps\n");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("white space") << QByteArray(" \r\n\t\n");
        QTest::newRow("a list") << QByteArray("[1]\n");
        QTest::newRow("YAML with bad bytes") << QByteArray("---\ntitle: caf\xE9\n---\n");
    }
    void otherPages() {
        QFETCH(QByteArray, bytes);
        const LoadedFile loaded = load(bytes);
        QVERIFY(loaded.isOtherPage && !loaded.episode && !loaded.skipped);
    }

    void openedAndKept_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("rule"); ///< that speaks of it; empty where it is nobody's business
        const auto row = [](const char* name, const QByteArray& bytes, const char* rule = "") {
            QTest::newRow(name) << bytes << QString::fromLatin1(rule);
        };
        row("keys equal but for case", withTitle("\"a\", \"Title\": \"b\""), "json-similar-keys");
        row("over 2^53", withTitle("\"a\", \"n\": 9007199254740993"), "json-unusual-number");
        row("1.50", withTitle("\"a\", \"n\": 1.50"), "json-unusual-number");
        row("-0", withTitle("\"a\", \"n\": -0"), "json-unusual-number");
        row("1e400", withTitle("\"a\", \"n\": 1e400"), "json-unusual-number");
        row("NUL, escaped", withTitle("\"a\\u0000b\""), "json-control-char");
        row("bidi control",
            withTitle("\"a\xE2\x80\xAE"
                      "b\""),
            "json-control-char");
        row("lone surrogate", withTitle("\"a\\ud83d\""), "json-lone-surrogate");
        row("byte order mark", "\xEF\xBB\xBF" + RuleFixture::episode(), "file-bom");
        row("CRLF", RuleFixture::episode().replace('\n', "\r\n"), "file-crlf");
        row("mixed line ends", with(",\n", ",\r\n"), "file-crlf");
        row("no last newline", RuleFixture::episode().trimmed(), "file-no-final-newline");
        row("tabs", RuleFixture::episode().replace("\n  \"", "\n\t\""));
        row("deep indent", RuleFixture::episode().replace("\n  \"", "\n           \""));
        row("compact", "{\"title\":\"Ships, part 12\",\"slug\":\"12\"}\n");
        row("escaped slash", withTitle("\"a\\/b\""));
        row("escapes", withTitle("\"caf\\u00e9\""));
        row("unknown key", withTitle("\"a\", \"lamp\": {\"oil\": [1, 2]}"), "key-unknown");
        row("wrong type", withTitle("[1, {\"a\": null}]"));
        row("bad date", with("\"date\": \"", "\"date\": \"on Tuesday "));
    }
    void openedAndKept() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, rule);
        const LoadedFile loaded = load(bytes);
        QVERIFY(loaded.episode && !loaded.episode->isReadOnly());
        QCOMPARE(loaded.episode->text(), bytes.toStdString());
        if (!rule.isEmpty()) {
            RuleFixture fixture;
            QVERIFY2(!fixture.check(bytes, rule).empty(), qPrintable(rule));
        }
        // An edit beside it changes its own bytes alone.
        const auto document = loaded.episode->document();
        const auto& slug = document->member("slug")->span;
        const auto edits = document->set({"slug"}, format::JsonValue::string("other"));
        QVERIFY(edits);
        QByteArray expected = bytes;
        expected.replace(static_cast<qsizetype>(slug.begin), static_cast<qsizetype>(slug.size()),
                         "\"other\"");
        QCOMPARE(document->withEdits(*edits)->text(), expected.toStdString());
    }

    void notesThatAreNotUtf8AreLocked_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("bad byte") << RuleFixture::episode() + "caf\xE9\n";
        QTest::newRow("NUL") << RuleFixture::episode() + QByteArray("a\0b\n", 4);
    }
    void notesThatAreNotUtf8AreLocked() {
        QFETCH(QByteArray, bytes);
        const LoadedFile loaded = load(bytes);
        QVERIFY(loaded.episode && !loaded.episode->isReadOnly());
        const auto document = loaded.episode->document();
        QVERIFY(document->isBodyLocked());
        QVERIFY(!document->linkEditor());
        RuleFixture fixture;
        const auto issues = fixture.check(bytes);
        QVERIFY(std::any_of(issues.begin(), issues.end(), [](const catalog::Issue& issue) {
            return issue.severity <= catalog::Severity::Warning && !issue.message.isEmpty();
        }));
        const auto changed =
            document->withEdits(*document->set({"slug"}, format::JsonValue::string("other")));
        QCOMPARE(changed->body(), document->body());
    }

    void aKeyThatOccursTwiceIsLockedUntilOneIsGone() {
        const QByteArray bytes = withTitle("\"first\", \"title\": \"last\"");
        const LoadedFile loaded = load(bytes);
        QVERIFY(loaded.episode && !loaded.episode->isReadOnly());
        const auto document = loaded.episode->document();
        QVERIFY(!document->set({"title"}, format::JsonValue::string("new")));
        RuleFixture fixture;
        const auto issues = fixture.check(bytes, QStringLiteral("json-duplicate-key"));
        QCOMPARE(issues.size(), std::size_t(1));
        QVERIFY(issues.front().severity == catalog::Severity::Error && issues.front().fix);
        const auto mended = document->withEdits(issues.front().fix->edit.changes);
        QVERIFY(mended);
        QCOMPARE(mended->text(), withTitle("\"last\"").toStdString());
    }
};

QTEST_GUILESS_MAIN(TestHostileRows)
#include "tst_hostilerows.moc"
