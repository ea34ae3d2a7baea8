// SPDX-License-Identifier: MIT
#include "app/widgets/waveformpanel.h"

#include "app/dialogs/preferencesdialog.h"
#include "app/widgets/waveformview.h"
#include "catalog/chapteredit.h"
#include "support/httpserver.h"
#include "support/pagefixture.h"
#include "support/soundfixture.h"

#include <QDir>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

using app::WaveformPanel;
using app::WaveformView;
using format::JsonValue;

class TestWaveformPanel : public QObject {
    Q_OBJECT

    static constexpr int patience = 30'000;

    struct Opened : PageFixture {
        Opened() {
            settings.setCatalog(site.root());
            settings.setMediaFolder(media.path());
            panel = std::make_unique<WaveformPanel>(context());
            panel->resize(1000, 64);
            panel->show();
        }
        void addLocal(const QByteArray& bytes) const {
            QFile file(media.filePath(QStringLiteral("6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0001.mp3")));
            if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
                qFatal("cannot write the fixture");
        }
        void setValue(const char* key, const QString& value) {
            if (!session.setValue({0}, {std::string(key)}, JsonValue::string(value.toStdString())))
                qFatal("cannot set up the fixture");
        }
        WaveformView& view() const { return panel->view(); }
        QString words() const { return view().accessibleDescription(); }
        QPushButton* downloadButton() const { return child<QPushButton>(*panel, "downloadWaveformButton"); }
        QTemporaryDir media;
        std::unique_ptr<WaveformPanel> panel;
    };

private slots:
    void theLocalFileIsDrawn() {
        Opened open;
        open.addLocal(silentMp3(100));
        open.panel->setEpisode({0});
        QTRY_VERIFY_WITH_TIMEOUT(std::abs(open.view().scale().duration() - 100'000) < 60, patience);
        QVERIFY(!open.downloadButton()->isVisibleTo(open.panel.get()));
    }

    void withoutAWaveformWordsSayWhy_data() {
        QTest::addColumn<int>("episode");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("canDownload");
        QTest::newRow("no episode") << -1 << QString() << QStringLiteral("No episode is selected.") << false;
        QTest::newRow("no address") << 0 << QStringLiteral("a.mp3")
                                    << QStringLiteral("not a complete http or https address") << false;
        QTest::newRow("stream") << 0 << QStringLiteral("https://media.example.org/a.mp3") << QString()
                                << true;
    }
    void withoutAWaveformWordsSayWhy() {
        QFETCH(int, episode);
        QFETCH(QString, file);
        QFETCH(QString, words);
        QFETCH(bool, canDownload);
        Opened open;
        if (!file.isEmpty())
            open.setValue("podcast_file", file);
        open.setValue("podcast_duration", QStringLiteral("soon"));
        open.panel->setEpisode({episode});
        QTest::qWait(200);
        QVERIFY2(open.words().contains(words), qPrintable(open.words()));
        QCOMPARE(open.downloadButton()->isVisibleTo(open.panel.get()), canDownload);
    }

    void aStreamIsDrawnOnceItIsDownloaded() {
        HttpServer server;
        HttpServer::Answer answer;
        answer.body = silentMp3(100);
        server.on("/a.mp3", answer);
        Opened open;
        open.setValue("podcast_file", server.url("/a.mp3").toString());
        open.panel->setEpisode({0});
        QTest::qWait(200);
        QVERIFY(server.questions().isEmpty()); // on request only
        open.downloadButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(std::abs(open.view().scale().duration() - 100'000) < 60, patience);
        QTRY_VERIFY_WITH_TIMEOUT(open.view().accessibleDescription().contains(QLatin1String("01:40")),
                                 patience);
        QCOMPARE(QDir(open.settings.cacheFolder() + QStringLiteral("/media")).entryList(QDir::Files).size(),
                 1);
        const QString root = open.site.root();
        QVERIFY(!open.settings.cacheFolder().startsWith(root));
        const auto asked = server.questions().size();
        open.panel->setEpisode({1});
        open.panel->setEpisode({0});
        QTest::qWait(300);
        QCOMPARE(server.questions().size(), asked); // it is here now
    }

    void aDownloadIsCancelled() {
        HttpServer server;
        HttpServer::Answer answer;
        answer.body = silentMp3(100);
        answer.stallsAt = 500'000;
        server.on("/a.mp3", answer);
        Opened open;
        open.setValue("podcast_file", server.url("/a.mp3").toString());
        open.panel->setEpisode({0});
        QTRY_VERIFY(open.downloadButton()->isVisibleTo(open.panel.get()));
        open.downloadButton()->click();
        auto* progress = open.child<QProgressBar>(*open.panel, "waveformProgress");
        QTRY_VERIFY_WITH_TIMEOUT(progress->value() > 0, patience);
        open.child<QToolButton>(*open.panel, "cancelWaveformButton")->click();
        QVERIFY(!progress->isVisibleTo(open.panel.get()));
        QVERIFY(open.downloadButton()->isVisibleTo(open.panel.get()));
        QVERIFY(QDir(open.settings.cacheFolder() + QStringLiteral("/media")).isEmpty());
    }

    void whatACancelledDownloadLeftIsEmptiedToo() {
        HttpServer server;
        HttpServer::Answer answer;
        answer.body = silentMp3(100);
        answer.headers = "ETag: \"v1\"\r\n";
        answer.stallsAt = 500'000;
        server.on("/a.mp3", answer);
        Opened open;
        open.setValue("podcast_file", server.url("/a.mp3").toString());
        open.panel->setEpisode({0});
        QTRY_VERIFY(open.downloadButton()->isVisibleTo(open.panel.get()));
        open.downloadButton()->click();
        auto* progress = open.child<QProgressBar>(*open.panel, "waveformProgress");
        QTRY_VERIFY_WITH_TIMEOUT(progress->value() > 0, patience);
        open.child<QToolButton>(*open.panel, "cancelWaveformButton")->click();
        const app::SoundCache cache(open.settings);
        QVERIFY(cache.bytes() > 0);
        cache.empty();
        QVERIFY(QDir(open.settings.cacheFolder() + QStringLiteral("/media")).isEmpty());
    }

    void aFailedDownloadIsSaidInWords() {
        HttpServer server; // knows no such file
        Opened open;
        open.setValue("podcast_file", server.url("/none.mp3").toString());
        open.setValue("podcast_duration", QStringLiteral("soon"));
        open.panel->setEpisode({0});
        QTRY_VERIFY(open.downloadButton()->isVisibleTo(open.panel.get()));
        open.downloadButton()->click();
        QTRY_VERIFY_WITH_TIMEOUT(open.words().contains(QLatin1String("no such file")), patience);
        QVERIFY(open.downloadButton()->isEnabled());
    }

    void aMovedMarkIsOneUndoStep() {
        Opened open;
        catalog::Chapters three(3);
        for (std::size_t i = 0; i < three.size(); ++i) {
            three[i].start = static_cast<qint64>(i) * 60'000;
            three[i].title = QStringLiteral("Chapter %1").arg(i);
        }
        const auto edits = catalog::setChapters(*open.catalog.episode({0}).document(), three);
        QVERIFY(edits && open.session.apply({{{0}, *edits}}, QStringLiteral("fixture")));
        const std::string text = open.text();
        open.panel->setEpisode({0});
        const auto before = catalog::chaptersOf(*open.catalog.episode({0}).document());
        QCOMPARE(before.size(), std::size_t{3});
        const qint64 start = before[1].start + 3000;
        emit open.view().chapterMoved(1, start);
        auto after = before;
        after[1].start = start;
        QVERIFY(catalog::chaptersOf(*open.catalog.episode({0}).document()) == after);
        QCOMPARE(open.session.undoStack().count(), 2);
        open.session.undoStack().undo();
        QCOMPARE(open.text(), text);
    }

    void seeksGoThroughThePlayhead() {
        Opened open;
        open.panel->setEpisode({0});
        QSignalSpy asked(&open.playhead, &app::Playhead::asked);
        emit open.view().seekRequested(5000);
        emit open.view().playRequested(6000);
        QCOMPARE(asked.size(), 2);
        QCOMPARE(asked[0][1].toLongLong(), qint64{5000});
        QCOMPARE(asked[0][2].toBool(), false);
        QCOMPARE(asked[1][2].toBool(), true);
    }

    void thePlayheadIsShownWhereTheEpisodeIsHeard() {
        Opened open;
        open.panel->setEpisode({0});
        open.playhead.report({0}, 7000, 100'000, true);
        QCOMPARE(open.view().position(), qint64{7000});
        open.playhead.report({1}, 9000, 100'000, true);
        QCOMPARE(open.view().position(), qint64{-1});
    }

    void theLoopComesBackWithItsEpisode() {
        Opened open;
        open.panel->setEpisode({0});
        QSignalSpy loops(open.panel.get(), &WaveformPanel::loopRangeChanged);
        open.view().setLoop(1000, 2000);
        emit open.view().loopRangeChanged(1000, 2000);
        QCOMPARE(loops.size(), 1);
        open.panel->setEpisode({1});
        QVERIFY(!open.view().loop());
        open.panel->setEpisode({0});
        QVERIFY(open.view().loop().has_value());
        open.panel->hideLoop();
        QVERIFY(!open.view().loop());
    }

    void theScrollBarIsThereWhenZoomed() {
        Opened open;
        open.addLocal(silentMp3(100));
        open.panel->setEpisode({0});
        auto* scroll = open.child<QScrollBar>(*open.panel, "waveformScrollBar");
        QTRY_VERIFY_WITH_TIMEOUT(open.view().scale().duration() > 0, patience);
        QVERIFY(!scroll->isVisibleTo(open.panel.get()));
        for (int i = 0; i < 4; ++i)
            open.view().zoomIn();
        QVERIFY(scroll->isVisibleTo(open.panel.get()));
        scroll->setValue(scroll->maximum());
        QVERIFY(open.view().scale().to() > 99'000);
    }

    void theCacheIsEmptiedInPreferences() {
        Opened open;
        open.addLocal(silentMp3(100));
        open.panel->setEpisode({0});
        const QString waveforms = open.settings.cacheFolder() + QStringLiteral("/waveforms");
        QTRY_VERIFY_WITH_TIMEOUT(!QDir(waveforms).entryList({QStringLiteral("*.wave")}).isEmpty(), patience);
        app::PreferencesDialog dialog(open.settings);
        auto* button = dialog.findChild<QPushButton*>(QStringLiteral("emptyCacheButton"));
        QVERIFY(button->isEnabled());
        button->click();
        QVERIFY(QDir(waveforms).entryList({QStringLiteral("*.wave")}).isEmpty());
        QVERIFY(!button->isEnabled());
    }
};

QTEST_MAIN(TestWaveformPanel)
#include "tst_waveformpanel.moc"
