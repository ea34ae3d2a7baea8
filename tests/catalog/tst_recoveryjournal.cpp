// SPDX-License-Identifier: MIT
#include "catalog/recordlog.h"
#include "catalog/recoveryjournal.h"
#include "catalog/statefolder.h"
#include "support/episodefixture.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using catalog::KeyedJournal;
using catalog::RecoveryJournal;
using catalog::UnsavedText;

namespace {

constexpr std::size_t limit = 1024 * 1024;

RecoveryJournal::Text shared(const std::string& text) {
    return std::make_shared<const std::string>(text);
}

std::string joined(const std::vector<std::string>& payloads) {
    std::string bytes;
    for (const std::string& payload : payloads)
        bytes += catalog::encodeRecord(payload);
    return bytes;
}

/// A journal on a folder, opened, and what it found.
struct Opened {
    explicit Opened(const QString& folder) {
        QObject::connect(&journal, &RecoveryJournal::found, &journal,
                         [this](const std::vector<UnsavedText>& texts) {
                             left = texts;
                             isRead = true;
                         });
        journal.open(folder);
        if (!QTest::qWaitFor([this] { return isRead; }))
            qFatal("the journal was not read");
    }
    const UnsavedText* find(const QString& path) const {
        const auto found = std::find_if(left.begin(), left.end(),
                                        [&](const UnsavedText& text) { return text.path == path; });
        return found == left.end() ? nullptr : &*found;
    }
    RecoveryJournal journal;
    std::vector<UnsavedText> left;
    bool isRead = false;
};

} // namespace

class TestRecoveryJournal : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    int m_count = 0;
    QString newFolder() { return m_folder.filePath(QStringLiteral("state-%1/site").arg(++m_count)); }
    static QString fileIn(const QString& folder) { return folder + QLatin1String("/unsaved.journal"); }
    static QByteArray bytesOf(const QString& path) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static void write(const QString& path, const QByteArray& bytes) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
    }

private slots:
    void theChecksumIsCastagnolis() {
        QCOMPARE(catalog::crc32c("123456789"), 0xE3069283U); // the check value of CRC-32C
        QCOMPARE(catalog::crc32c("6789", catalog::crc32c("12345")), 0xE3069283U);
    }

    void fieldsComeBack() {
        const std::string payload =
            catalog::FieldWriter().text({"a\0b", 3}).number(1).text("").number(~0ULL).take();
        catalog::FieldReader reader(payload);
        QVERIFY(reader.text() == std::string_view("a\0b", 3));
        QCOMPARE(reader.number(), std::uint64_t(1));
        QVERIFY(reader.text().empty());
        QCOMPARE(reader.number(), ~std::uint64_t(0));
        QVERIFY(reader.atEnd());
        QVERIFY(reader.text().empty() && !reader.isGood());
    }

    // Cut and flipped at every byte: what stands before the damage comes back, nothing else, and nothing
    // wrong.
    void damageAnywhereLosesNothingBeforeIt() {
        std::vector<std::string> payloads;
        for (int number = 1; number <= 3; ++number) {
            const std::string base = EpisodeFixture::episode(number).toStdString();
            payloads.push_back(catalog::encodeUnsaved(
                {EpisodeFixture::path(number), base + "edited", base, QDateTime::currentDateTimeUtc(), {}}));
        }
        payloads.push_back({});
        const std::string whole = joined(payloads);
        std::vector<std::size_t> ends{0};
        for (const std::string& payload : payloads)
            ends.push_back(ends.back() + catalog::recordHeaderSize + payload.size());
        const auto before = [&](std::size_t offset) { // records that end at or before it
            return static_cast<std::size_t>(std::upper_bound(ends.begin(), ends.end(), offset) -
                                            ends.begin()) -
                   1;
        };
        int cuts = 0;
        for (std::size_t cut = 0; cut <= whole.size(); ++cut, ++cuts) {
            const auto reading = catalog::readRecords(std::string_view(whole).substr(0, cut), limit);
            QCOMPARE(reading.payloads.size(), before(cut));
            QCOMPARE(reading.validBytes, ends[before(cut)]);
            QCOMPARE(reading.isDamaged, reading.validBytes < cut);
            for (std::size_t i = 0; i < reading.payloads.size(); ++i)
                QVERIFY(reading.payloads[i] == payloads[i]);
        }
        int flips = 0;
        for (std::size_t at = 0; at < whole.size(); ++at)
            for (const unsigned mask : {0x01U, 0x80U, 0xFFU}) {
                std::string damaged = whole;
                damaged[at] = static_cast<char>(static_cast<unsigned char>(damaged[at]) ^ mask);
                const auto reading = catalog::readRecords(damaged, limit);
                QCOMPARE(reading.payloads.size(), before(at));
                QVERIFY(reading.isDamaged);
                for (std::size_t i = 0; i < reading.payloads.size(); ++i)
                    QVERIFY(reading.payloads[i] == payloads[i]);
                ++flips;
            }
        qInfo("journal of %zu bytes: %d cuts, %d flips, 0 wrong texts, 0 good records lost", whole.size(),
              cuts, flips);
    }

    void unsavedTextsComeBack() {
        const QString folder = newFolder();
        {
            Opened first(folder);
            QVERIFY(first.left.empty());
            first.journal.put(QStringLiteral("a.md"), shared("old"), shared("base"));
            first.journal.put(QStringLiteral("a.md"), shared("mine"), shared("base"));
            first.journal.put(QStringLiteral("b.md"), shared("saved"), shared("base"));
            first.journal.drop(QStringLiteral("b.md"));
            QVERIFY(first.journal.flush());
        }
        Opened second(folder);
        QCOMPARE(second.left.size(), std::size_t(1));
        QCOMPARE(second.left[0].path, QStringLiteral("a.md"));
        QCOMPARE(second.left[0].text, std::string("mine"));
        QCOMPARE(second.left[0].base, std::string("base"));
        QVERIFY(second.left[0].when.secsTo(QDateTime::currentDateTimeUtc()) < 60);
    }

    void itIsTheUsersAlone() {
        const QString folder = newFolder();
        Opened opened(folder);
        opened.journal.put(QStringLiteral("a.md"), shared("mine"), shared("base"));
        QVERIFY(opened.journal.flush());
        struct stat status = {};
        QCOMPARE(::stat(QFile::encodeName(fileIn(folder)).constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777U, 0600U);
        QCOMPARE(::stat(QFile::encodeName(folder).constData(), &status), 0);
        QCOMPARE(status.st_mode & 07777U, 0700U);
    }

    void whatEarlierWindowsLeftIsNotTouchedByThisOne() {
        const QString folder = newFolder();
        {
            Opened first(folder);
            first.journal.put(QStringLiteral("a.md"), shared("first"), shared("base"));
            QVERIFY(first.journal.flush());
        }
        {
            Opened second(folder); // "Later", and the same episode is edited and saved
            QCOMPARE(second.left.size(), std::size_t(1));
            second.journal.put(QStringLiteral("a.md"), shared("second"), shared("base"));
            second.journal.drop(QStringLiteral("a.md"));
            second.journal.put(QStringLiteral("a.md"), shared("third"), shared("second"));
            second.journal.dropAll();
        }
        Opened third(folder);
        QCOMPARE(third.left.size(), std::size_t(1));
        QCOMPARE(third.left[0].text, std::string("first"));
        third.journal.forget(third.left[0].key);
        QVERIFY(third.journal.flush());
        QCOMPARE(bytesOf(fileIn(folder)), QByteArray()); // nothing of use, nothing kept
        QVERIFY(Opened(folder).left.empty());
    }

    // A window that dies while it restores has written its own record before it removes the old one.
    void dyingWhileRestoringLosesNothing() {
        const QString folder = newFolder();
        {
            Opened first(folder);
            first.journal.put(QStringLiteral("a.md"), shared("mine"), shared("base"));
        }
        {
            Opened second(folder);
            second.journal.put(QStringLiteral("a.md"), shared("mine"), shared("base"));
            second.journal.forget(second.left[0].key);
        }
        const QByteArray whole = bytesOf(fileIn(folder));
        const auto reading =
            catalog::readRecords({whole.constData(), static_cast<std::size_t>(whole.size())}, limit);
        QCOMPARE(reading.payloads.size(), std::size_t(3)); // put, put, removed
        const auto first = static_cast<qsizetype>(catalog::recordHeaderSize + reading.payloads[0].size());
        for (qsizetype cut = first; cut <= whole.size(); cut += 3) {
            const QString copy = newFolder();
            QDir().mkpath(copy);
            write(fileIn(copy), whole.left(cut));
            const Opened opened(copy);
            QCOMPARE(opened.left.size(), std::size_t(1));
            QCOMPARE(opened.left[0].text, std::string("mine"));
        }
    }

    void theSameTextIsOfferedOnce() {
        const QString folder = newFolder();
        for (int window = 0; window < 2; ++window) {
            Opened opened(folder);
            opened.journal.put(QStringLiteral("a.md"), shared("mine"), shared("base"));
        }
        QCOMPARE(Opened(folder).left.size(), std::size_t(1));
        Opened later(folder);
        QVERIFY(later.journal.flush());
        QCOMPARE(later.left.size(), std::size_t(1));
    }

    void damageInTheFileKeepsWhatStandsBeforeIt_data() {
        QTest::addColumn<int>("at"); ///< per cent of the file
        QTest::addColumn<bool>("isCut");
        for (const int at : {5, 55, 95}) {
            QTest::addRow("cut at %d %%", at) << at << true;
            QTest::addRow("flipped at %d %%", at) << at << false;
        }
    }
    void damageInTheFileKeepsWhatStandsBeforeIt() {
        QFETCH(int, at);
        QFETCH(bool, isCut);
        const QString folder = newFolder();
        constexpr int texts = 10;
        {
            Opened first(folder);
            for (int i = 0; i < texts; ++i) {
                first.journal.put(QStringLiteral("%1.md").arg(i), shared(std::string(100, 'x')),
                                  shared("base"));
                QVERIFY(first.journal.flush()); // one record each, in order
            }
        }
        QByteArray bytes = bytesOf(fileIn(folder));
        const qsizetype offset = bytes.size() * at / 100;
        if (isCut)
            bytes.truncate(offset);
        else
            bytes[offset] = static_cast<char>(~bytes[offset]);
        write(fileIn(folder), bytes);
        const auto expected = static_cast<std::size_t>(texts * at / 100);
        {
            Opened second(folder);
            QCOMPARE(second.left.size(), expected);
            second.journal.put(QStringLiteral("new.md"), shared("new"), shared("base"));
            QVERIFY(second.journal.flush());
        }
        QCOMPARE(bytesOf(fileIn(folder) + QLatin1String(".damaged")), bytes); // for somebody to look at
        Opened third(folder);
        QCOMPARE(third.left.size(), expected + 1);
        QVERIFY(third.find(QStringLiteral("new.md")));
    }

    void aLongSessionDoesNotGrowWithoutEnd() {
        const QString folder = newFolder();
        Opened opened(folder);
        const std::string base(100'000, 'b');
        for (int i = 0; i < 60; ++i) {
            opened.journal.put(QStringLiteral("a.md"), shared(base + std::to_string(i)), shared(base));
            QVERIFY(opened.journal.flush());
        }
        QVERIFY(QFileInfo(fileIn(folder)).size() < 3'000'000); // 12 MB were written
        QVERIFY(QFileInfo(fileIn(folder)).size() > 100'000);
    }

    void whatCannotBeWrittenIsSaidAndTriedAgain_data() {
        QTest::addColumn<QString>("what");
        for (const char* what : {"a file in the folder's place", "a link in the file's place"})
            QTest::newRow(what) << QString::fromLatin1(what);
    }
    void whatCannotBeWrittenIsSaidAndTriedAgain() {
        QFETCH(QString, what);
        const QString folder = newFolder();
        const QString other = m_folder.filePath(QStringLiteral("other"));
        QFile::remove(other);
        QDir().mkpath(QFileInfo(folder).path());
        const bool isFolder = what.contains(QLatin1String("folder's"));
        if (isFolder) {
            write(folder, "in the way");
        } else {
            QDir().mkpath(folder);
            write(other, "of somebody else");
            QVERIFY(QFile::link(other, fileIn(folder)));
        }
        Opened opened(folder);
        QSignalSpy failed(&opened.journal, &RecoveryJournal::failed);
        QSignalSpy works(&opened.journal, &RecoveryJournal::works);
        opened.journal.put(QStringLiteral("a.md"), shared("mine"), shared("base"));
        if (isFolder) {
            QVERIFY(!opened.journal.flush());
            QTRY_COMPARE(failed.count(), 1);
            QVERIFY(failed[0][0].toString().contains(QFileInfo(folder).fileName()));
            QVERIFY(QFile::remove(folder));
            QTRY_COMPARE_WITH_TIMEOUT(works.count(), 1, 10'000); // by itself
        }
        QVERIFY(opened.journal.flush());
        QVERIFY(bytesOf(fileIn(folder)).contains("mine"));
        if (!isFolder)
            QCOMPARE(bytesOf(other), QByteArray("of somebody else")); // never through a link
    }

    void aJournalThatIsRemovedBeneathUsIsWrittenAnew() {
        const QString folder = newFolder();
        Opened opened(folder);
        opened.journal.put(QStringLiteral("a.md"), shared("mine"), shared("base"));
        QVERIFY(opened.journal.flush());
        QVERIFY(QDir(folder).removeRecursively());
        opened.journal.put(QStringLiteral("b.md"), shared("more"), shared("base"));
        QVERIFY(opened.journal.flush());
        QVERIFY(bytesOf(fileIn(folder)).contains("mine"));
        QVERIFY(bytesOf(fileIn(folder)).contains("more"));
    }

    // 30 journals of 200 random changes each, against a map.
    void anyRunOfChangesComesBack() {
        QRandomGenerator random(5);
        int changes = 0;
        for (int run = 0; run < 30; ++run) {
            const QString folder = newFolder();
            std::map<QString, std::string> model;
            {
                Opened opened(folder);
                for (int step = 0; step < 200; ++step, ++changes) {
                    const QString path = QStringLiteral("%1.md").arg(random.bounded(8));
                    if (random.bounded(4) == 0) {
                        opened.journal.drop(path);
                        model.erase(path);
                    } else {
                        model[path] = std::string(random.bounded(3000), 'a') + std::to_string(step);
                        opened.journal.put(path, shared(model[path]), shared("base"));
                    }
                    if (random.bounded(20) == 0)
                        QVERIFY(opened.journal.flush());
                }
            }
            const Opened again(folder);
            QCOMPARE(again.left.size(), model.size());
            for (const auto& [path, text] : model) {
                QVERIFY(again.find(path));
                QCOMPARE(again.find(path)->text, text);
            }
        }
        qInfo("%d random changes, every text as the model has it", changes);
    }

    void oneSiteHasOneFolderWhateverIsOpened() {
        const EpisodeFixture site;
        const QString link = m_folder.filePath(QStringLiteral("link"));
        QVERIFY(QFile::link(site.root(), link));
        const QString expected = catalog::siteOf(site.root());
        for (const QString& path :
             {site.root() + QLatin1Char('/'), link, link + QLatin1String("/./"),
              site.absolute(QStringLiteral("content")), site.absolute(QStringLiteral("content/show")),
              site.absolute(QStringLiteral("content/show/night-desk")),
              link + QLatin1String("/content/show/night-desk"), QDir().relativeFilePath(site.root())})
            QCOMPARE(catalog::siteOf(path), expected);
        QVERIFY(catalog::siteOf(m_folder.path()) != expected);
    }

    void onlyOneWindowHasTheLock() {
        const QString folder = newFolder();
        catalog::WindowLock first;
        catalog::WindowLock second;
        QCOMPARE(first.take(folder), catalog::WindowLock::State::Ours);
        QCOMPARE(second.take(folder), catalog::WindowLock::State::Theirs);
        QVERIFY(second.holder().contains(QString::number(QCoreApplication::applicationPid())));
        first.release();
        QCOMPARE(second.take(folder), catalog::WindowLock::State::Ours);
        second.release();
        // Of a process that is no more.
        write(folder + QLatin1String("/lock"),
              "4194000\nepisode-desk\n" + QSysInfo::machineHostName().toLocal8Bit() + "\n");
        QCOMPARE(first.take(folder), catalog::WindowLock::State::Ours);
    }
};

QTEST_GUILESS_MAIN(TestRecoveryJournal)
#include "tst_recoveryjournal.moc"
