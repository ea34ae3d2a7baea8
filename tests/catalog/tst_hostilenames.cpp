// SPDX-License-Identifier: MIT
// Slugs, GUIDs and ids as an attacker would write them, wherever a file's name is made of one: never outside
// the folder, never over a file that is there, never a name that is not safe everywhere.
#include "catalog/episodestore.h"
#include "catalog/mediafolder.h"
#include "catalog/personpage.h"
#include "catalog/values.h"

#include "support/episodefixture.h"

#include <QDirIterator>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

namespace {

const QRegularExpression safeName(QStringLiteral("\\A[a-z0-9][a-z0-9._-]{0,99}\\z"));

QStringList handMade() {
    QStringList names{QString(),
                      QString(1, QChar(0)),
                      QStringLiteral("ada") + QChar(0),
                      QString(QChar(0xD800)),
                      QStringLiteral("a") + QChar(0xDC00),
                      QString(100, u'\u00e9')};
    for (const int length : {99, 100, 101, 255, 256, 5000})
        names += QString(length, u'a');
    names +=
        QString::fromUtf8(
            ". .. ... / // \\ ~ ~root - -- -rf --help CON con NUL.txt aux.md COM1 a:b a:$DATA C:\\x "
            "\\\\host\\share a* a? <a> a|b a>b a\"b a'b a`id` $(id) ${HOME} a;b a&b a#b a%00b %2e%2e%2fb "
            "%2E%2E/b ..%c0%afb ..%5cb file:///etc/passwd http://a.example/b data:,x index _index ada "
            "ADA Ada ada. ada.md ada.md/ ada/. a\u00a0b a\u200bb \ufeffada a\u202edm.b a\u2066b\u2069 "
            "a\u2028b caf\u00e9 cafe\u0301 \u0430da \uff0e\uff0e\uff0fb \u2024\u2024/b \u2215etc "
            "a\u2044b \u05e9\u05dc \U0001F4A1 I\u0307 \u0130 \u017f \u212a <script> --- +++ null true 0 "
            "1e9 @a a@b # ? =cmd()")
            .split(u' ');
    for (const char* name : {" ", "ada ", " ada", "a b",
                             "a\xc2\x85"
                             "b",
                             "{{ .Title }}", "{{< x >}}"})
        names += QString::fromUtf8(name);
    for (char16_t control = 1; control < u' '; ++control)
        names += QStringLiteral("a") + QChar(control) + QStringLiteral("b");
    return names;
}

/// At least 200 names, none twice.
QStringList hostileNames() {
    QStringList names = handMade();
    const QStringList targets{QStringLiteral("outside"),
                              QStringLiteral("etc/passwd"),
                              QStringLiteral("people/ada"),
                              QStringLiteral("content/people/ada"),
                              QStringLiteral("ada.md"),
                              QStringLiteral(".ssh/x"),
                              QStringLiteral("show/night-desk/0001"),
                              QStringLiteral("x")};
    for (const QString& target : targets)
        for (const char* way : {"../", "../../", "../../../../../../../../", "./", "/", "a/../../", "..\\",
                                "/tmp/", "a/", "....//", ".../", "..//"})
            names += QLatin1String(way) + target;
    names.removeDuplicates();
    return names;
}

/// Every file below a folder, by its path, with its bytes.
QMap<QString, QByteArray> filesIn(const QString& folder) {
    QMap<QString, QByteArray> files;
    QDirIterator all(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        files.insert(file.fileName(), file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    return files;
}

std::string episodeWith(const char* key, const QString& value) {
    return "{\"" + std::string(key) + "\": " + format::JsonValue::string(value.toStdString()).json() + "}";
}

} // namespace

class TestHostileNames : public QObject {
    Q_OBJECT

private slots:
    void thereAreEnough() {
        QVERIFY2(hostileNames().size() >= 200, qPrintable(QString::number(hostileNames().size())));
    }

    void safeNames() {
        for (const QString& name : hostileNames())
            QVERIFY2(catalog::isSafeName(name) == safeName.match(name).hasMatch(), qPrintable(name));
        QVERIFY(catalog::isSafeName(u"a"));
        QVERIFY(catalog::isSafeName(QString(100, u'9')));
        QVERIFY(!catalog::isSafeName(QString(101, u'9')));
    }

    void pagesOfPeople() {
        for (const bool isSponsor : {false, true}) {
            const EpisodeFixture site;
            QVERIFY(QDir(site.root()).mkpath(QStringLiteral("content/sponsors")));
            const QString content = site.absolute(QStringLiteral("content"));
            const QString folder = catalog::pageFolder(content, {QString(), isSponsor});
            const auto before = filesIn(site.root());
            int written = 0;
            for (const QString& name : hostileNames())
                written += catalog::createPage(content, {name, isSponsor}, "page").isEmpty() ? 1 : 0;
            auto after = filesIn(site.root());
            QCOMPARE(after.size(), before.size() + written);
            for (auto file = after.cbegin(); file != after.cend(); ++file) {
                if (before.contains(file.key())) {
                    QCOMPARE(file.value(), before.value(file.key())); // never over a file
                    continue;
                }
                const QFileInfo info(file.key());
                QCOMPARE(info.absolutePath(), folder); // never outside
                QVERIFY2(info.fileName().endsWith(QLatin1String(".md")), qPrintable(file.key()));
                QVERIFY2(safeName.match(info.fileName().chopped(3)).hasMatch(), qPrintable(file.key()));
            }
            QVERIFY(written > 0);
        }
    }

    /// The media folder lies beside files that only a name leading out of it would find.
    void localAudio_data() {
        QTest::addColumn<QByteArray>("key");
        QTest::newRow("GUID") << QByteArray("episode_guid");
        QTest::newRow("number") << QByteArray("episode_padded");
        QTest::newRow("address") << QByteArray("podcast_file");
    }
    void localAudio() {
        QFETCH(QByteArray, key);
        const EpisodeFixture site;
        QVERIFY(QDir(site.root()).mkpath(QStringLiteral("a/media/a")));
        for (const char* bait :
             {"outside", "outside.mp3", "x", "x.mp3", "a/x.mp3", "a/outside.mp3", "ada.md.mp3", "ada.mp3",
              "a/media/a/x.mp3", "a/media/.mp3", "a/media/.hidden.mp3"})
            site.write(QLatin1String(bait), "sound");
        const QString folder = site.absolute(QStringLiteral("a/media"));
        QStringList names = hostileNames();
        if (key == "podcast_file")
            for (QString& name : names)
                name.prepend(QStringLiteral("https://media.example.org/"));
        for (const QString& name : names) {
            const auto document = format::Document::parse(episodeWith(key.constData(), name));
            QVERIFY(document);
            const QString found = catalog::localMediaFile(*document, folder);
            QVERIFY2(found.isEmpty(), qPrintable(name + QStringLiteral(" → ") + found));
        }
        site.write(QStringLiteral("a/media/0605.mp3"), "sound");
        const QString plain = key == "podcast_file" ? QStringLiteral("https://media.example.org/0605.mp3")
                                                    : QStringLiteral("0605");
        const auto document = format::Document::parse(episodeWith(key.constData(), plain));
        QCOMPARE(catalog::localMediaFile(*document, folder), folder + QStringLiteral("/0605.mp3"));
    }

    void copiesBesideAFile() {
        const EpisodeFixture site;
        const QString folder = site.absolute(QStringLiteral("content/show/night-desk"));
        for (const char* name :
             {"0001.md", "a b.md", "a\nb.md", "--x.md", "%1%2.md", "a.b.c.md", ".md", "x"}) {
            const auto before = filesIn(site.root());
            const auto copy =
                catalog::saveCopyBeside(folder + QLatin1Char('/') + QLatin1String(name), "mine");
            QCOMPARE(copy.error, QString());
            QCOMPARE(QFileInfo(copy.path).absolutePath(), folder);
            QVERIFY(copy.path.endsWith(QLatin1String(".txt")));
            const auto after = filesIn(site.root());
            QCOMPARE(after.size(), before.size() + 1);
            for (auto file = before.cbegin(); file != before.cend(); ++file)
                QCOMPARE(after.value(file.key()), file.value());
        }
    }
};

QTEST_GUILESS_MAIN(TestHostileNames)
#include "tst_hostilenames.moc"
