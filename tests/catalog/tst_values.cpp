// SPDX-License-Identifier: MIT
#include "catalog/field.h"
#include "catalog/unifieddiff.h"
#include "catalog/values.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <fstream>

class TestValues : public QObject {
    Q_OBJECT

private slots:
    void datesAreReadInTheirFormsOnly_data() {
        QTest::addColumn<QString>("stored");
        QTest::addColumn<bool>("isDate");
        for (const char* good :
             {"2024-03-01", "2024-02-29", "2024-03-01T18:00:00", "2024-03-01T18:00:00-08:00",
              "2024-03-01T18:00:00+05:30", "2024-03-01T18:00:00Z", "2024-03-01T18:00:00+00:00", "0001-01-01",
              "2024-12-31T23:59:59+23:59"})
            QTest::newRow(good) << QString::fromLatin1(good) << true;
        for (const char* bad : {"",
                                "2023-02-29",
                                "2024-13-01",
                                "2024-3-1",
                                "2024/03/01",
                                "2024-03-01T18:00",
                                "2024-03-01T25:00:00Z",
                                "2024-03-01T18:00:00+24:00",
                                "2024-03-01\n",
                                "March",
                                "2024-03-01T18:00:00-00:00",
                                "2024-03-01T18:00:00+23:60",
                                "2024-03-01T18:00:60Z",
                                "2024-03-01T18:00:00z",
                                "2024-03-01T18:00:00 05:30",
                                "2024-03-01T18:00:00+0530",
                                "2024-03-01T18:00:00Z ",
                                "2024-03-01 18:00:00",
                                "0000-01-01",
                                "2024-03-0x"})
            QTest::newRow(qPrintable(QStringLiteral("not ") + QLatin1String(bad)))
                << QString::fromLatin1(bad) << false;
    }
    void datesAreReadInTheirFormsOnly() {
        QFETCH(QString, stored);
        QFETCH(bool, isDate);
        const auto date = catalog::parseEpisodeDate(stored);
        QCOMPARE(date.has_value(), isDate);
        if (date)
            QCOMPARE(date->toString(), stored);
    }
    void aDateIsAMoment() {
        QCOMPARE(catalog::parseEpisodeDate(QStringLiteral("2024-03-01T18:00:00-08:00"))->moment(),
                 QDateTime(QDate(2024, 3, 2), QTime(2, 0), Qt::UTC));
    }

    void guidsAndNumbersAndDurations() {
        using catalog::GuidState;
        QCOMPARE(catalog::guidStateOf(catalog::newGuid()), GuidState::Valid);
        QCOMPARE(catalog::guidStateOf(QStringLiteral("6F0C2F5E-3F7A-4C55-9A51-0B6F5D5C0001")),
                 GuidState::Valid);
        QCOMPARE(catalog::guidStateOf(QStringLiteral("00000000-0000-0000-0000-000000000000")),
                 GuidState::Nil);
        QCOMPARE(catalog::guidStateOf(QStringLiteral("{6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0001}")),
                 GuidState::Invalid);
        for (const char* bad :
             {"", "6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c000g", "6f0c2f5e-3f7a-4c55-9a510b6f5d5c-0001",
              "6f0c2f5e03f7a04c5509a5100b6f5d5c0001", "6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0001\n"})
            QCOMPARE(catalog::guidStateOf(QString::fromLatin1(bad)), GuidState::Invalid);
        QCOMPARE(catalog::paddedNumber(QStringLiteral("605")), QStringLiteral("0605"));
        QCOMPARE(catalog::paddedNumber(QStringLiteral("T-0")), QStringLiteral("T-0"));
        QCOMPARE(catalog::parseDuration(QStringLiteral("1:02:03")), std::optional<qint64>(3723));
        QCOMPARE(catalog::parseDuration(QStringLiteral("123:59:59")), std::optional<qint64>(446399));
        for (const char* bad : {"02:60:00", "02:00:60", "1234:00:00", ":00:00", "00:00", "1:2:03", "1:02:03 ",
                                "-1:02:03", "", "x:00:00"})
            QVERIFY2(!catalog::parseDuration(QString::fromLatin1(bad)), bad);
        QCOMPARE(catalog::durationText(3723), QStringLiteral("01:02:03"));
        QCOMPARE(catalog::offsetText(-28800), QStringLiteral("-08:00"));
    }

    void onlyWebAddressesOpen_data() {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("opens");
        for (const char* good :
             {"https://example.org", "http://example.org/a?b#c", "https://example.org/@name"})
            QTest::newRow(good) << QString::fromLatin1(good) << true;
        for (const char* bad : {"", "example.org", "/page", "file:///etc/hosts", "javascript:alert(1)",
                                "https://", "https://me@example.org/", "https://me:you@example.org/",
                                "https://example.org/a b", " https://example.org"})
            QTest::newRow(qPrintable(QStringLiteral("not ") + QLatin1String(bad)))
                << QString::fromLatin1(bad) << false;
        QTest::newRow("bidi") << QStringLiteral("https://example.org/\u202Egpj") << false;
        QTest::newRow("control") << QStringLiteral("https://example.org/\u0007") << false;
        QTest::newRow("arabic letter mark") << QStringLiteral("https://example.org/\u061Ca") << false;
    }
    void onlyWebAddressesOpen() {
        QFETCH(QString, url);
        QTEST(catalog::isWebUrl(url), "opens");
    }

    void fieldsComeInTheFilesOrder() {
        QStringList keys;
        for (const catalog::Field& field : catalog::fields()) {
            keys += QString::fromUtf8(field.key.data(), static_cast<qsizetype>(field.key.size()));
            QVERIFY(!catalog::labelOf(field).isEmpty());
            QVERIFY(!catalog::helpOf(field).isEmpty());
            QCOMPARE(catalog::fieldOf(field.key), &field);
        }
        QCOMPARE(
            keys.join(QLatin1Char(' ')),
            QStringLiteral("type draft show_slug show_name episode episode_padded episode_guid slug title "
                           "description date header_image categories tags hosts guests sponsors "
                           "podcast_duration podcast_file podcast_bytes podcast_chapters podcast_alt_file "
                           "podcast_ogg_file video_file video_hd_file video_mobile_file youtube_link "
                           "jb_url fireside_url transcripts value"));
        QCOMPARE(catalog::fieldOf("colour"), nullptr);
    }

    void patchTakesTheDifference_data() {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        const QByteArray lines = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n";
        QTest::newRow("one line") << lines << QByteArray(lines).replace("\n9\n", "\nnine\n");
        QTest::newRow("two hunks") << lines << QByteArray(lines).replace("\n2\n", "\n").replace("18", "x");
        QTest::newRow("no end gained") << QByteArray("a\nb\n") << QByteArray("a\nb");
        QTest::newRow("no end lost") << QByteArray("a\nb") << QByteArray("a\nb\n");
        QTest::newRow("no end either way") << QByteArray("a\nb") << QByteArray("a\nc");
        QTest::newRow("windows lines") << QByteArray("a\r\nb\r\n") << QByteArray("a\r\nc\r\n");
    }
    void patchTakesTheDifference() {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        const std::string diff = catalog::unifiedDiff(before.toStdString(), after.toStdString(), "page.md");
        QVERIFY(!diff.empty());
        if (QStandardPaths::findExecutable(QStringLiteral("git")).isEmpty())
            QSKIP("git is not installed");
        const QTemporaryDir folder;
        const std::string path = folder.filePath(QStringLiteral("page.md")).toStdString();
        std::ofstream(path, std::ios::binary) << before.toStdString();
        QProcess git;
        git.setWorkingDirectory(folder.path());
        git.start(QStringLiteral("git"),
                  {QStringLiteral("apply"), QStringLiteral("--whitespace=nowarn"), QStringLiteral("-")});
        git.write(diff.data(), static_cast<qint64>(diff.size()));
        git.closeWriteChannel();
        QVERIFY(git.waitForFinished());
        QVERIFY2(git.exitCode() == 0, git.readAllStandardError().constData());
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), after);
    }
    void equalTextsDifferInNothing() {
        QCOMPARE(catalog::unifiedDiff("a\n", "a\n", "x"), std::string());
        QCOMPARE(catalog::changedLines("a\nb\nc\n", "a\nx\nc\ny\n"), (std::vector<int>{1, 3}));
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "tst_values.moc"
