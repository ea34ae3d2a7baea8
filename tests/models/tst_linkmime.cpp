// SPDX-License-Identifier: MIT
#include "models/linkmime.h"
#include "models/linktablemodel.h"
#include "support/episodefixture.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QStringEncoder>
#include <QTest>
#include <QUrl>

using models::LinkTableModel;

class TestLinkMime : public QObject {
    Q_OBJECT

    struct Opened {
        Opened() { site.openIn(catalog); }
        std::string text(int id) const { return catalog.episode({id}).text(); }
        EpisodeFixture site;
        catalog::Catalog catalog;
        models::EditSession session{catalog};
    };
    static QStringList shown(const std::vector<format::LinkParts>& links) {
        QStringList all;
        for (const auto& link : links)
            all += QString::fromStdString(link.text + " -> " + link.url);
        return all;
    }

private slots:
    void readsWhateverIsDropped_data() {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QStringList>("links");
        QStringEncoder utf16(QStringEncoder::Utf16LE);
        const QByteArray tab = utf16(QStringLiteral("https://a.example/\nA café"));
        QTest::newRow("a tab of Firefox")
            << "text/x-moz-url" << tab << QStringList{QStringLiteral("A café -> https://a.example/")};
        QTest::newRow("a tab, cut in a character")
            << "text/x-moz-url" << tab.chopped(1)
            << QStringList{QStringLiteral("A caf -> https://a.example/")};
        QTest::newRow("HTML") << "text/html" << QByteArray("<p>x <a href='https://a.example/'>A</a></p>")
                              << QStringList{QStringLiteral("A -> https://a.example/")};
        QTest::newRow("addresses") << "text/uri-list"
                                   << QByteArray("https://a.example/\r\nhttps://b.example/\r\n")
                                   << QStringList{QStringLiteral("https://a.example/ -> https://a.example/"),
                                                  QStringLiteral("https://b.example/ -> https://b.example/")};
        QTest::newRow("Markdown") << "text/plain" << QByteArray("* [A](https://a.example/ \"T\") - words")
                                  << QStringList{QStringLiteral("A -> https://a.example/")};
        QTest::newRow("words") << "text/plain" << QByteArray("no link at all") << QStringList();
    }
    void readsWhateverIsDropped() {
        QFETCH(QString, type);
        QFETCH(QByteArray, bytes);
        QFETCH(QStringList, links);
        QMimeData data;
        data.setData(type, bytes);
        QCOMPARE(shown(models::linksInMime(data)), links);
    }

    void rowsOfAnotherProgramAreLinksNotNumbers() {
        Opened open;
        LinkTableModel model(open.session);
        model.setEpisode({0});
        const std::unique_ptr<QMimeData> own(model.mimeData({model.index(1, 0)}));
        QVERIFY(models::rowsInMime(*own));
        QMimeData foreign;
        foreign.setData(QStringLiteral("application/x-episode-desk-rows"), "1 0 1");
        QVERIFY(!models::rowsInMime(foreign));
        foreign.setData(QStringLiteral("application/x-episode-desk-rows"), "");
        QVERIFY(!models::rowsInMime(foreign));
    }

    void rowsMoveToAnotherEpisodeInOneStep() {
        Opened open;
        const std::string first = open.text(0), second = open.text(1);
        LinkTableModel model(open.session);
        const QAbstractItemModelTester tester(&model);
        model.setEpisode({0});
        const std::unique_ptr<QMimeData> rows(model.mimeData({model.index(2, 0)}));
        QVERIFY(model.sendTo({1}, *rows, Qt::MoveAction));
        QVERIFY(open.text(0).find("[Oil]") == std::string::npos);
        const std::string oil = "  * [Oil](https://oil.example.org/)\n";
        std::string expected = second;
        expected.insert(second.find(oil) + oil.size(), oil);
        QCOMPARE(open.text(1), expected);
        QCOMPARE(open.session.undoStack().count(), 1);
        open.session.undoStack().undo();
        QCOMPARE(open.text(0), first);
        QCOMPARE(open.text(1), second);
    }

    void rowsAreCopiedToAnotherEpisode() {
        Opened open;
        const std::string first = open.text(0);
        LinkTableModel model(open.session);
        model.setEpisode({0});
        const std::unique_ptr<QMimeData> rows(model.mimeData({model.index(1, 0), model.index(2, 0)}));
        QVERIFY(model.sendTo({1}, *rows, Qt::CopyAction));
        QCOMPARE(open.text(0), first);
        QVERIFY(open.catalog.episode({1}).isChanged());
        QVERIFY(!model.sendTo({0}, *rows, Qt::CopyAction));
    }

    void copyingWithinAnEpisodeDoubles() {
        Opened open;
        LinkTableModel model(open.session);
        model.setEpisode({0});
        const std::unique_ptr<QMimeData> rows(model.mimeData({model.index(2, 0)}));
        QSignalSpy dropped(&model, &LinkTableModel::dropped);
        QVERIFY(model.dropMimeData(rows.get(), Qt::CopyAction, 1, 0, {}));
        QCOMPARE(dropped.takeFirst(), (QVariantList{1, 1}));
        QCOMPARE(model.linkCount(), 3);
        QCOMPARE(model.linkAt(1).text, std::string("Oil"));
        QVERIFY(model.dropMimeData(rows.get(), Qt::MoveAction, 1, 0, {}));
        QCOMPARE(model.linkCount(), 3);
    }
};

QTEST_GUILESS_MAIN(TestLinkMime)
#include "tst_linkmime.moc"
