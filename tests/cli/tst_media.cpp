// SPDX-License-Identifier: MIT
#include "support/clirun.h"
#include "support/episodefixture.h"
#include "support/soundfixture.h"

#include <QJsonObject>
#include <QTest>

/// What `media` says of the first of the fixture's episodes.
class TestMedia : public QObject {
    Q_OBJECT

    /// The episode states 14,000,001 bytes; `episode` may state something else.
    static QJsonObject measured(const EpisodeFixture& site, const QByteArray& sound, int& exitCode) {
        QDir(site.root()).mkpath(QStringLiteral("media"));
        if (!sound.isNull())
            site.write(QStringLiteral("media/0001.mp3"), sound);
        const CliRun run = runCli(words("media") + QStringList{site.absolute(EpisodeFixture::path(1))} +
                                  words("--format json --media-folder") +
                                  QStringList{site.absolute(QStringLiteral("media"))});
        exitCode = run.exitCode;
        return run.rows().first().toObject();
    }
    static QJsonValue of(const QJsonObject& row, const char* side, const char* name) {
        return row.value(QLatin1String(side)).toObject().value(QLatin1String(name));
    }

private slots:
    void whatDiffersIsSaid() {
        const EpisodeFixture site;
        int exitCode = 0;
        const QByteArray sound = id3Tag(1000) + silentMp3(3);
        const QJsonObject row = measured(site, sound, exitCode);
        QCOMPARE(exitCode, 1);
        QCOMPARE(of(row, "measured", "bytes").toInteger(), sound.size());
        QCOMPARE(of(row, "measured", "duration").toDouble(), 3.004);
        QCOMPARE(of(row, "measured", "type").toString(), QStringLiteral("audio/mpeg"));
        QVERIFY(qAbs(of(row, "measured", "bitrate").toInt() - 128'000) < 500);
        QVERIFY(of(row, "stated", "bytes").toInteger() > 0);
        QVERIFY(of(row, "stated", "duration").toDouble() > 3.004);
        QVERIFY(row.value(QStringLiteral("differing")).toArray().contains(QStringLiteral("bytes")));
        QVERIFY(row.value(QStringLiteral("differing")).toArray().contains(QStringLiteral("duration")));
    }

    void whatAgreesIsClean() {
        const EpisodeFixture site;
        const QByteArray sound = silentMp3(3);
        const QString file = site.absolute(EpisodeFixture::path(1));
        const auto set = [&file](const char* field, const QString& option, const QString& value) {
            return runCli(words("set") + QStringList{file} + words("--field") +
                          QStringList{QLatin1String(field)} + QStringList{option, value})
                .exitCode;
        };
        QCOMPARE(set("podcast_bytes", QStringLiteral("--json"), QString::number(sound.size())), 0);
        QCOMPARE(set("podcast_duration", QStringLiteral("--value"), QStringLiteral("00:00:03")), 0);
        int exitCode = 1;
        const QJsonObject row = measured(site, sound, exitCode);
        QCOMPARE(row.value(QStringLiteral("differing")).toArray(), QJsonArray());
        QCOMPARE(exitCode, 0);
    }

    void noLocalFileIsNoDifference() {
        const EpisodeFixture site;
        int exitCode = 1;
        const QJsonObject row = measured(site, QByteArray(), exitCode);
        QCOMPARE(exitCode, 0);
        QVERIFY(of(row, "measured", "bytes").isNull());
        QVERIFY(!row.value(QStringLiteral("problem")).toString().isEmpty());
    }

    void aPlaylistIsNoAudio() {
        const EpisodeFixture site;
        int exitCode = 0;
        const QJsonObject row = measured(site, "#EXTM3U\nfile:///etc/hostname\n", exitCode);
        QCOMPARE(exitCode, 1);
        QVERIFY(row.value(QStringLiteral("problem")).toString().contains(QLatin1String("not an audio file")));
        QVERIFY(of(row, "measured", "duration").isNull());
    }

    void noFolderCannotRun() {
        const EpisodeFixture site;
        QCOMPARE(runCli(words("media") + QStringList{site.root()} + words("--media-folder nowhere")).exitCode,
                 2);
    }
};

QTEST_GUILESS_MAIN(TestMedia)
#include "tst_media.moc"
