// SPDX-License-Identifier: MIT
#include "format/commonmark.h"
#include "format/document.h"
#include "format/linkitem.h"

#include "support/realcatalog.h"
#include "support/sametree.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

#include <algorithm>

using format::Document;
using format::JsonValue;

/// Every file of a real catalogue is read to the byte; a sample of them is changed everywhere and changed
/// back.
class CatalogBytesTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        if (realCatalog().isEmpty())
            QSKIP("No real catalogue here; name one in EPISODE_DESK_CATALOG.");
        QDirIterator files(realCatalog() + "/content/show", {"*.md"}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            std::string text = file.readAll().toStdString();
            if (format::pageKindOf(text) != format::PageKind::Episode)
                continue;
            auto document = Document::parse(text);
            QVERIFY2(document, qPrintable(file.fileName()));
            QCOMPARE(document->text(), text);
            QCOMPARE(whereReadersDiffer(text, document->frontMatter().object), std::string());
            m_documents.push_back(std::move(document).value());
        }
        QVERIFY(!m_documents.empty());
    }

    void rowsTileTheBody() {
        for (const Document& document : m_documents) {
            std::size_t at = document.frontMatter().body.begin;
            for (const format::Row& row : document.links().rows()) {
                QCOMPARE(row.span.begin, at);
                at = row.span.end;
            }
            QCOMPARE(at, document.text().size());
        }
    }

    void everyValueThereAndBack() {
        for (std::size_t i = 0; i < m_documents.size(); i += sampleStep) {
            const Document& saved = m_documents[i];
            for (const auto id : saved.json().node(saved.json().root()).children) {
                const format::JsonNode& node = saved.json().node(id);
                const auto edits = saved.set({std::string(node.name)}, JsonValue::string("changed"));
                QVERIFY(edits);
                QVERIFY(std::all_of(edits->begin(), edits->end(),
                                    [&](const auto& edit) { return node.span.contains(edit.span); }));
                const auto changed = saved.withEdits(*edits);
                QVERIFY(changed);
                const auto back =
                    changed->withEdits(changed->set({std::string(node.name)}, saved.value(node)).valueOr({}));
                QVERIFY(back);
                const auto restored = back->withEdits(back->restoreSpelling(saved, node.name));
                QVERIFY(restored);
                QVERIFY2(restored->text() == saved.text(), std::string(node.name).c_str());
            }
        }
    }

    void everyLinkThereAndBack() {
        for (std::size_t i = 0; i < m_documents.size(); i += sampleStep) {
            const Document& saved = m_documents[i];
            const auto& rows = saved.links().rows();
            for (std::size_t row = 0; row < rows.size(); ++row) {
                if (rows[row].kind != format::RowKind::Link || !rows[row].isEditable)
                    continue;
                format::LinkParts parts = rows[row].link;
                parts.url = "https://example.org/new(page";
                parts.title = "A \"new\" title";
                const auto changed = saved.withEdits(saved.linkEditor()->setLink(row, parts).valueOr({}));
                QVERIFY(changed);
                QVERIFY(changed->links().rows()[row].link == parts);
                const auto back =
                    changed->withEdits(changed->linkEditor()->setLink(row, rows[row].link).valueOr({}));
                QVERIFY(back);
                const auto restored = back->withEdits(back->restoreBody(saved));
                QVERIFY(restored);
                QVERIFY2(restored->text() == saved.text(), rows[row].link.text.c_str());
            }
        }
    }

    /// A row as it is read, printed anew, is the same link for CommonMark as the row in the file.
    void everyLinkIsTheSameForCommonMark() {
        int links = 0;
        for (const Document& document : m_documents)
            for (const format::Row& row : document.links().rows()) {
                if (row.kind != format::RowKind::Link)
                    continue;
                const auto raw = document.text().substr(row.text.begin - 1, row.linkEnd - row.text.begin + 1);
                const auto written = format::commonMarkLinks(raw);
                const auto printed =
                    format::commonMarkLinks(format::printLink(row.link, !row.textIsMarkdown));
                QVERIFY2(written.size() == 1 && printed.size() == 1, raw.c_str());
                QCOMPARE(printed[0].text, written[0].text);
                QCOMPARE(printed[0].url, written[0].url);
                QCOMPARE(printed[0].title, written[0].title);
                QCOMPARE(row.link.url, written[0].url);
                ++links;
            }
        QVERIFY(links > 0);
    }

private:
    static constexpr std::size_t sampleStep = 16; // all of them take a minute in a debug build
    std::vector<Document> m_documents;
};

QTEST_APPLESS_MAIN(CatalogBytesTest)
#include "tst_catalogbytes.moc"
