// SPDX-License-Identifier: MIT
// What may lie in a folder that is no plain file, and files of any size: skipped and listed, refused, or
// opened and kept, never waited for and never read beyond the limits.
#include "catalog/catalog.h"
#include "catalog/episodestore.h"
#include "catalog/folderloader.h"

#include "support/episodefixture.h"
#include "support/nobody.h"
#include "support/usage.h"

#include <QSignalSpy>
#include <QTest>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <unistd.h>

using catalog::Episode;
using catalog::FolderLoader;
using catalog::LoadBatch;

namespace {

const QString showFolder = QStringLiteral("content/show/night-desk/");

/// A site with one more entry in its show folder.
struct Site : EpisodeFixture {
    QString pathOf(const QByteArray& name) const { return absolute(showFolder + QFile::decodeName(name)); }
    QByteArray bytesOf(const QByteArray& name) const {
        return QFile::encodeName(absolute(showFolder)) + name; // as the system has it, UTF-8 or not
    }
    LoadBatch load() const { return FolderLoader::loadAll(catalog::listEpisodeFiles({root()})); }
};

void makeSocket(const QByteArray& path) {
    const int fd = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        qFatal("the temporary folder's path is too long for a socket");
    std::copy(path.begin(), path.end(), address.sun_path);
    if (::bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
        qFatal("cannot make a socket");
    ::close(fd);
}

void makeFile(const QByteArray& path, const QByteArray& bytes, qint64 size = -1) {
    FILE* const file = std::fopen(path.constData(), "wb");
    if (!file || std::fwrite(bytes.constData(), 1, size_t(bytes.size()), file) != size_t(bytes.size()) ||
        std::fclose(file) != 0 || (size >= 0 && ::truncate(path.constData(), size) != 0))
        qFatal("cannot write the fixture");
}

QByteArray nested(int depth) {
    return "{\"a\":" + QByteArray(depth - 1, '[') + QByteArray(depth - 1, ']') + "}";
}

QByteArray keys(int count) {
    QByteArray text = "{";
    for (int i = 0; i < count; ++i)
        text += (i > 0 ? ",\"k" : "\"k") + QByteArray::number(i) + "\":0";
    return text + "}";
}

} // namespace

class TestHostileFiles : public QObject {
    Q_OBJECT

private slots:
    void whatIsNoFileIsSkippedAndListed_data() {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<QString>("words");
        QTest::newRow("named pipe") << QByteArray("fifo") << "not a regular file";
        QTest::newRow("socket") << QByteArray("socket") << "";
        QTest::newRow("device") << QByteArray("device") << "not a regular file";
        QTest::newRow("folder") << QByteArray("folder") << "folder";
        QTest::newRow("link to a pipe") << QByteArray("to fifo") << "not a regular file";
        QTest::newRow("link to a device") << QByteArray("to device") << "not a regular file";
        QTest::newRow("link to a folder") << QByteArray("to folder") << "folder";
        QTest::newRow("link to nothing") << QByteArray("dangling") << "does not exist";
        QTest::newRow("link to itself") << QByteArray("self") << "circle";
        QTest::newRow("links in a circle") << QByteArray("circle") << "circle";
    }
    void whatIsNoFileIsSkippedAndListed() {
        QFETCH(QByteArray, kind);
        QFETCH(QString, words);
        const Site site;
        const QByteArray path = site.bytesOf("x.md");
        const auto link = [&](const QByteArray& to) {
            return ::symlink(to.constData(), path.constData()) == 0;
        };
        int expected = 1;
        if (kind == "fifo")
            QCOMPARE(::mkfifo(path.constData(), 0600), 0);
        else if (kind == "socket")
            makeSocket(path);
        else if (kind == "device" && ::mknod(path.constData(), S_IFCHR | 0600, makedev(1, 5)) != 0)
            QSKIP("devices are made by the superuser only");
        else if (kind == "folder")
            QVERIFY(QDir().mkdir(QFile::decodeName(path)));
        else if (kind == "to fifo")
            QVERIFY(::mkfifo(site.bytesOf("pipe").constData(), 0600) == 0 && link("pipe"));
        else if (kind == "to device")
            QVERIFY(link("/dev/zero"));
        else if (kind == "to folder")
            QVERIFY(link("/usr"));
        else if (kind == "dangling")
            QVERIFY(link("nowhere.md"));
        else if (kind == "self")
            QVERIFY(link("x.md"));
        else if (kind == "circle")
            QVERIFY(++expected == 2 && link("y.md") &&
                    ::symlink("x.md", site.bytesOf("y.md").constData()) == 0);
        const LoadBatch batch = site.load();
        QCOMPARE(batch.episodes.size(), std::size_t(3)); // blocking no other file
        QCOMPARE(batch.skipped.size(), static_cast<std::size_t>(expected));
        QCOMPARE(batch.skipped.front().path, QFile::decodeName(path));
        QVERIFY2(batch.skipped.front().reason.contains(words) && !batch.skipped.front().reason.isEmpty(),
                 qPrintable(batch.skipped.front().reason));
    }

    void links_data() {
        QTest::addColumn<bool>("isInside");
        QTest::newRow("inside: saved through") << true;
        QTest::newRow("out of the folder: read-only") << false;
    }
    void links() {
        QFETCH(bool, isInside);
        const Site site, elsewhere;
        const QString target = (isInside ? site : elsewhere).absolute(EpisodeFixture::path(2));
        const QString path = site.pathOf("zz.md");
        QVERIFY(QFile::link(target, path));
        const LoadBatch batch = site.load();
        QCOMPARE(batch.episodes.size(), std::size_t(4));
        const Episode& linked = batch.episodes.back();
        QCOMPARE(linked.isReadOnly(), !isInside);
        QCOMPARE(linked.readOnlyReason().isEmpty(), isInside);
        const auto saved = catalog::saveFile({path, site.root(), "{}", linked.text(), false});
        QCOMPARE(saved.isSaved(), isInside);
        QCOMPARE(QFileInfo(path).isSymLink(), true);
        QFile file(target);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll() == "{}", isInside);
    }

    void permissions_data() {
        QTest::addColumn<int>("mode");
        QTest::addColumn<bool>("opens");
        QTest::newRow("unreadable") << 0000 << false;
        QTest::newRow("read-only") << 0444 << true;
    }
    void permissions() {
        QFETCH(int, mode);
        QFETCH(bool, opens);
        const Site site;
        const QByteArray path = site.bytesOf("0002.md");
        QCOMPARE(::chmod(path.constData(), static_cast<mode_t>(mode)), 0);
        QCOMPARE(::chmod(site.root().toUtf8().constData(), 0755), 0);
        const NobodyIn nobody(site.root());
        const auto loaded = catalog::loadFile(QFile::decodeName(path), site.root());
        QCOMPARE(loaded.episode.has_value(), opens);
        const QString reason = opens ? loaded.episode->readOnlyReason() : loaded.skipped->reason;
        QVERIFY2(
            reason.contains(opens ? QLatin1String("write-protected") : QLatin1String("Permission denied")),
            qPrintable(reason));
        QVERIFY(!opens || loaded.episode->isReadOnly());
    }

    void aFolderThatCannotBeReadIsListed() {
        const Site site;
        const QString path = site.pathOf("secret");
        QVERIFY(QDir().mkdir(path));
        QCOMPARE(::chmod(path.toUtf8().constData(), 0), 0);
        QCOMPARE(::chmod(site.root().toUtf8().constData(), 0755), 0);
        const NobodyIn nobody(site.root());
        const LoadBatch batch = site.load();
        QCOMPARE(batch.episodes.size(), std::size_t(3));
        QCOMPARE(batch.skipped.size(), std::size_t(1));
        QCOMPARE(batch.skipped.front().path, path);
    }

    void names_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("opens");
        QTest::newRow("line end") << QByteArray("a\nb.md") << true;
        QTest::newRow("control character") << QByteArray("a\x1b[2Jb.md") << true;
        QTest::newRow("right-to-left override") << QByteArray("a\xE2\x80\xAE"
                                                              "dm.b.md")
                                                << true;
        QTest::newRow("quotes and spaces") << QByteArray(" a'\"$(b)`;*?.md") << true;
        QTest::newRow("an option") << QByteArray("--help.md") << true;
        QTest::newRow("markup") << QByteArray("<img src=x>&amp;.md") << true;
        QTest::newRow("placeholders") << QByteArray("%1%2%n.md") << true;
        QTest::newRow("255 bytes") << QByteArray(252, 'a') + ".md" << true;
        QTest::newRow("decomposed") << QByteArray("cafe\xCC\x81.md") << true;
        QTest::newRow("not UTF-8") << QByteArray("caf\xE9.md") << false;
    }
    void names() {
        QFETCH(QByteArray, name);
        QFETCH(bool, opens);
        const Site site;
        makeFile(site.bytesOf(name), EpisodeFixture::episode(9));
        const LoadBatch batch = site.load();
        QCOMPARE(batch.episodes.size(), std::size_t(opens ? 4 : 3));
        QCOMPARE(batch.skipped.size(), std::size_t(opens ? 0 : 1));
        if (!opens) {
            QVERIFY2(batch.skipped.front().reason.contains(QLatin1String("name")),
                     qPrintable(batch.skipped.front().reason));
            return;
        }
        // Saved under the very same name.
        const QString path = site.pathOf(name);
        QCOMPARE(QFile::encodeName(path), site.bytesOf(name));
        const auto saved =
            catalog::saveFile({path, site.root(), "{}", EpisodeFixture::episode(9).toStdString(), false});
        // A name that leaves no room for the temporary one beside it may keep a file from being saved, and
        // says so.
        QVERIFY2(saved.isSaved() || name.size() == 255, qPrintable(saved.message));
        QCOMPARE(site.read(showFolder + QFile::decodeName(name)),
                 saved.isSaved() ? QByteArray("{}") : EpisodeFixture::episode(9));
        QCOMPARE(saved.message.isEmpty(), saved.isSaved());
    }

    void sizes_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<qint64>("size");
        QTest::addColumn<QString>("words");
        QTest::newRow("1 GB") << QByteArray("{") << (qint64{1} << 30)
                              << "1073741824 bytes; more than 8388608";
        QTest::newRow("8 MB and a byte")
            << QByteArray("{}") << (qint64{8} << 20) + 1 << "8388609 bytes; more than 8388608";
        QTest::newRow("a million deep")
            << nested(1'000'000) << qint64{-1} << "1000000 levels deep; more than 256";
        QTest::newRow("50,000 keys") << keys(50'000) << qint64{-1} << "50000 keys; more than 10000";
        QTest::newRow("four million values") << "{\"a\":[0" + QByteArray(",0").repeated(4'000'000) + "]}"
                                             << qint64{-1} << "4000003 values; more than 500000";
    }
    void sizes() {
        QFETCH(QByteArray, bytes);
        QFETCH(qint64, size);
        QFETCH(QString, words);
        const Site site;
        makeFile(site.bytesOf("large.md"), bytes, size);
        const qint64 before = bytesRead();
        const MemoryPeak peak;
        const LoadBatch batch = site.load();
        constexpr qint64 others = 64 * 1024;
        const qint64 whole = size < 0 ? bytes.size() : 64 * 1024;
        QVERIFY2(bytesRead() - before <= whole + others, qPrintable(QString::number(bytesRead() - before)));
        QCOMPARE(batch.episodes.size(), std::size_t(4));
        QVERIFY(batch.episodes.back().isRefused());
        QVERIFY2(batch.episodes.back().reason().contains(words), qPrintable(batch.episodes.back().reason()));
        if (MemoryPeak::isMeasured())
            QVERIFY2(peak.grown() < 256 * 1024 * 1024, qPrintable(QString::number(peak.grown())));
    }

    void aLargePageOfAnotherKindIsNoEpisode() {
        const Site site;
        makeFile(site.bytesOf("large.md"), "---\ntitle: x\n---\n", qint64{1} << 30);
        const qint64 before = bytesRead();
        const LoadBatch batch = site.load();
        QCOMPARE(batch.episodes.size(), std::size_t(3));
        QCOMPARE(batch.otherPages, 2);
        QVERIFY(bytesRead() - before < 128 * 1024);
    }

    void whatBelongsToTheSiteIsNotWaitedForEither() {
        const Site site;
        for (const char* name : {"content/people/pipe.md", "content/show/night-desk/../pipe.md"})
            QCOMPARE(::mkfifo(site.absolute(QLatin1String(name)).toUtf8().constData(), 0600), 0);
        QCOMPARE(::symlink("/dev/zero",
                           site.absolute(QStringLiteral("content/people/zero.md")).toUtf8().constData()),
                 0);
        makeFile(site.absolute(QStringLiteral("content/people/huge.md")).toUtf8(), "---\ntitle: Huge\n---\n",
                 qint64{1} << 30);
        const qint64 before = bytesRead();
        const auto registry = catalog::Registry::read(catalog::contentFolderOf(site.root()));
        QCOMPARE(registry.people.value(QStringLiteral("huge")).name, QStringLiteral("Huge"));
        QCOMPARE(registry.people.value(QStringLiteral("ada")).name, QStringLiteral("Ada Quill"));
        QVERIFY(bytesRead() - before < 256 * 1024);
        QCOMPARE(::mkfifo(site.absolute(QStringLiteral(".episode-desk.json")).toUtf8().constData(), 0600), 0);
        QString error;
        (void)catalog::readPolicy(site.root(), &error);
        QVERIFY2(error.contains(QLatin1String("not a regular file")), qPrintable(error));
    }

    void manyFilesComeInSmallBatches() {
        const int count = isLongRun() ? 100'000 : 5'000;
        const Site site;
        qint64 written = 0;
        for (int number = 0; number < count; ++number) {
            const QByteArray bytes = EpisodeFixture::episode(number);
            makeFile(site.bytesOf("n" + QByteArray::number(number) + ".md"), bytes);
            written += bytes.size();
        }
        const qint64 before = bytesRead();
        const MemoryPeak peak;
        catalog::Catalog catalog;
        FolderLoader loader;
        std::size_t largest = 0;
        connect(&loader, &FolderLoader::batchLoaded, this, [&](const LoadBatch& batch) {
            largest = std::max(largest, batch.episodes.size());
            catalog.add(std::vector<Episode>(batch.episodes));
        });
        QSignalSpy finished(&loader, &FolderLoader::finished);
        loader.start({site.root()});
        QVERIFY(finished.wait(600'000));
        QCOMPARE(catalog.size(), count + 3);
        QVERIFY2(largest <= 128, qPrintable(QString::number(largest)));
        QVERIFY(bytesRead() - before < written + 1024 * 1024);
        if (MemoryPeak::isMeasured())
            QVERIFY2(peak.grown() < qint64{count} * 16 * 1024 + 64 * 1024 * 1024,
                     qPrintable(QString::number(peak.grown())));
    }
};

QTEST_GUILESS_MAIN(TestHostileFiles)
#include "tst_hostilefiles.moc"
