// SPDX-License-Identifier: MIT
#include "net/pagetitle.h"

#include "net/htmlcharset.h"
#include "net/htmlentities.h"

#include <QElapsedTimer>
#include <QStringDecoder>
#include <QTest>

using net::PageTitle;
using net::titleOf;

namespace {

const QByteArray html = "text/html";

QString fromUtf8(const char* text) {
    return QString::fromUtf8(text);
}

} // namespace

class TestPageTitle : public QObject {
    Q_OBJECT

private slots:
    void titles_data() {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("title");
        const auto row = [](const char* name, const char* body, const char* title) {
            QTest::newRow(name) << QByteArray(body) << fromUtf8(title);
        };
        row("plain", "<!DOCTYPE html><html><head><title>Deep Sea</title></head>", "Deep Sea");
        row("without html and head", "<title>Deep Sea</title>", "Deep Sea");
        row("capitals and attributes", "<TITLE lang='en' data-x='>'>Deep Sea</TITLE >", "Deep Sea");
        row("white space", "<title>\r\n  Deep\t \xC2\xA0 Sea\n</title>", "Deep Sea");
        row("the first counts", "<title>One</title><title>Two</title>", "One");
        row("an empty one does not", "<title> </title><title>Two</title>", "Two");
        row("tags are text", "<title>a <b>b</b> </titles> c</title>", "a <b>b</b> </titles> c");
        row("entities", "<title>A &amp; B &#8211; C&#x2026;</title>", "A & B – C…");
        row("in a comment", "<!-- <title>no</title> --><title>yes</title>", "yes");
        row("after a short comment", "<!--><title>yes</title>", "yes");
        row("after a short comment of three", "<!---><title>yes</title>", "yes");
        row("after a comment that ends badly", "<!-- a --!><title>yes</title>", "yes");
        row("in a comment without end", "<!-- <title>no</title>", "");
        row("in a script", "<script>var a = '<title>no</title>';</script><title>yes</title>", "yes");
        row("in a style", "<style>/*<title>no</title>*/</style><title>yes</title>", "yes");
        row("in a text area", "<textarea><title>no</title></textarea><title>yes</title>", "yes");
        row("in svg", "<svg><g><title>no</title></g></svg><title>yes</title>", "yes");
        row("in svg in svg", "<svg><svg></svg><title>no</title></svg><title>yes</title>", "yes");
        row("after empty svg", "<svg/><title>yes</title>", "yes");
        row("in an attribute", "<p title='<title>no</title>'><title>yes</title>", "yes");
        row("after a lone <", "a < b <3 <title>yes</title>", "yes");
        row("after odd markup", "<?xml version='1.0'?><!x></ x><title>yes</title>", "yes");
        row("without end", "<title>Deep Sea<p>text", "Deep Sea");
        row("cut off, so that its end is not known", "<title>Deep Se", "");
        row("cut off within the end", "<title>Deep Sea</tit", "Deep Sea");
        row("cut off within the tag", "<title lang='a", "");
        row("none", "<p>text", "");
        row("nothing", "", "");
        row("og", "<meta property='og:title' content='Deep &quot;Sea&quot;'>", "Deep \"Sea\"");
        row("og by name", "<meta name=og:title content=Deep />", "Deep");
        row("og for an empty title", "<title></title><META CONTENT=\"Deep\" PROPERTY=\"OG:Title\">", "Deep");
        row("title before og", "<meta property='og:title' content='og'><title>title</title>", "title");
        row("controls and bidi",
            "<title>a\x01\x7F\xE2\x80\xAE"
            "b\xE2\x81\xA6&#x202e;&rlm;\xEF\xBB\xBF c</title>",
            "ab c");
        row("emoji stay whole", "<title>\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x9A\x80</title>", "👩‍🚀");
    }
    void titles() {
        QFETCH(QByteArray, body);
        QFETCH(QString, title);
        const PageTitle page = titleOf(body, html);
        QCOMPARE(page.title, title);
        QCOMPARE(page.error, title.isEmpty() ? QStringLiteral("The page has no title.") : QString());
    }

    void entities_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("plain");
        const auto row = [](const char* text, const char* plain) {
            QTest::newRow(text) << fromUtf8(text) << fromUtf8(plain);
        };
        row("&lt;&gt;&quot;&apos;&amp;amp;", "<>\"'&amp;");
        row("&eacute;&Eacute;&szlig;&yuml;&nbsp;", "éÉßÿ\xC2\xA0");
        row("&ndash;&mdash;&hellip;&lsquo;&rdquo;&euro;&trade;", "–—…‘”€™");
        row("&copy 2024 &copyright &notit;", "© 2024 ©right ¬it;");
        row("&mdash no", "&mdash no");
        row("AT&T, a & b, &, &;, &#;, &#x;, &#xg;, &nosuchname;",
            "AT&T, a & b, &, &;, &#;, &#x;, &#xg;, &nosuchname;");
        row("&#65;&#65 &#x41;&#X41 &#0065;", "AA AA A");
        row("&#128;&#130;&#150;&#151;&#159;", "€‚–—Ÿ");
        row("&#x80;&#129;", "€\xC2\x81");
        row("&#128640;", "🚀");
        row("&#0;&#xD800;&#x110000;&#99999999999999999999;", "\uFFFD\uFFFD\uFFFD\uFFFD");
    }
    void entities() {
        QFETCH(QString, text);
        QFETCH(QString, plain);
        QCOMPARE(net::decodeEntities(text, net::EntityPlace::Text), plain);
    }

    void queriesInAttributesStay() {
        const QString query = QStringLiteral("?a=1&copy=2&regx&lt;&amp");
        QCOMPARE(net::decodeEntities(query, net::EntityPlace::Attribute),
                 QStringLiteral("?a=1&copy=2&regx<&"));
    }

    void charsets_data() {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QByteArray>("charset");
        const auto row = [](const char* name, const char* type, const QByteArray& body, const char* title,
                            const char* charset) {
            QTest::newRow(name) << QByteArray(type) << body << fromUtf8(title) << QByteArray(charset);
        };
        row("header utf-8", "text/html; charset=UTF-8", "<title>\xC3\xA9</title>", "é", "utf-8");
        row("header quoted", "text/html;charset=\"utf-8\"", "<title>\xC3\xA9</title>", "é", "utf-8");
        row("header latin-1", "text/html; charset=ISO-8859-1", "<title>\xE9\x93\x80</title>", "é“€",
            "windows-1252");
        row("header before meta", "text/html; charset=utf-8", "<meta charset=latin1><title>\xC3\xA9</title>",
            "é", "utf-8");
        row("mark before header", "text/html; charset=latin1", "\xEF\xBB\xBF<title>\xC3\xA9</title>", "é",
            "utf-8");
        row("mark of utf-16le", "text/html", QByteArray("\xFF\xFE<\0t\0i\0t\0l\0e\0>\0\xE9\0<\0", 20), "é",
            "utf-16le");
        row("mark of utf-16be", "text/html", QByteArray("\xFE\xFF\0<\0t\0i\0t\0l\0e\0>\0\xE9\0<", 20), "é",
            "utf-16be");
        row("meta", "text/html", "<meta charset=\"windows-1252\"><title>\x84x\x93</title>", "„x“",
            "windows-1252");
        row("meta http-equiv", "text/html",
            "<meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'><title>\xE9</title>",
            "é", "windows-1252");
        row("meta in a comment", "text/html", "<!--<meta charset=latin1>--><title>\xC3\xA9</title>", "é",
            "utf-8");
        row("meta says utf-16", "text/html", "<meta charset=utf-16><title>\xC3\xA9</title>", "é", "utf-8");
        row("meta beyond the first KB", "text/html",
            QByteArray(1024, ' ') + "<meta charset=latin1><title>\xC3\xA9</title>", "é", "utf-8");
        row("nothing said, utf-8", "text/html", "<title>\xC3\xA9</title>", "é", "utf-8");
        row("nothing said, else", "text/html", "<title>\xE9\x80</title>", "é€", "windows-1252");
        row("nothing said, cut in a character", "", "<title>\xC3\xA9</title>\xC3", "é", "utf-8");
        row("header lies", "text/html; charset=utf-8", "<title>a\xE9z</title>", "a\uFFFDz", "utf-8");
    }
    void charsets() {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QString, title);
        QFETCH(QByteArray, charset);
        const PageTitle page = titleOf(body, type);
        QCOMPARE(page.title, title);
        QCOMPARE(page.charset, charset);
        QCOMPARE(page.remark, QString());
    }

    void charsetsOfTheWorldNeedIcu() {
        if (!QStringDecoder("windows-1251").isValid())
            QSKIP("Qt was built without ICU");
        QCOMPARE(titleOf("<title>\xCC\xE8\xF0</title>", "text/html; charset=windows-1251").title,
                 fromUtf8("Мир"));
        QCOMPARE(titleOf("<meta charset=Shift_JIS><title>\x93\xFA</title>", html).title, fromUtf8("日"));
    }

    void unknownCharsetsAreSaid_data() {
        QTest::addColumn<QByteArray>("name");
        for (const char* name : {"nonsense", "utf-7", "ibm037", "utf-32", "hz-gb-2312", "iso-8859-17"})
            QTest::newRow(name) << QByteArray(name);
    }
    void unknownCharsetsAreSaid() {
        QFETCH(QByteArray, name);
        const PageTitle page = titleOf("<title>+ADw- \xC3\xA9</title>", "text/html; charset=" + name);
        QCOMPARE(page.title, fromUtf8("+ADw- é"));
        QVERIFY2(page.remark.contains(QString::fromLatin1(name)) &&
                     page.remark.endsWith(QLatin1String("utf-8.")),
                 qPrintable(page.remark));
    }

    void windows1252IsWhole() {
        for (char16_t code = 0; code < 0x100; ++code)
            QCOMPARE(net::windows1252(code) == code, code < 0x80 || code > 0x9F || code == 0x81 ||
                                                         code == 0x8D || code == 0x8F || code == 0x90 ||
                                                         code == 0x9D);
    }

    void otherTypesAreRefused_data() {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("none") << QByteArray() << true;
        QTest::newRow("html") << QByteArray("Text/HTML ; charset=utf-8") << true;
        QTest::newRow("xhtml") << QByteArray("application/xhtml+xml") << true;
        QTest::newRow("audio") << QByteArray("audio/mpeg") << false;
        QTest::newRow("plain") << QByteArray("text/plain; charset=utf-8") << false;
        QTest::newRow("pdf") << QByteArray("application/pdf") << false;
    }
    void otherTypesAreRefused() {
        QFETCH(QByteArray, type);
        QFETCH(bool, isTaken);
        const PageTitle page = titleOf("<title>a</title>", type);
        QCOMPARE(page.title, isTaken ? QStringLiteral("a") : QString());
        QVERIFY(isTaken || page.error.contains(QString::fromLatin1(type)));
        QCOMPARE(page.error.isEmpty(), isTaken);
    }

    void longTitlesAreCutBetweenCharacters() {
        const QString rocket = fromUtf8("🚀");
        const QByteArray body = "<title>" + rocket.repeated(400).toUtf8() + "</title>";
        const QString title = titleOf(body, html).title;
        QCOMPARE(title, rocket.repeated(149) + QChar(0x2026));
        const QByteArray exact(300, 'x');
        QCOMPARE(titleOf("<title>" + exact + "</title>", html).title, QString::fromLatin1(exact));
    }

    void onlyTheFirst64KbAreRead() {
        const QByteArray filler(65'536 - 7, ' ');
        QCOMPARE(titleOf(filler + "<title>a</title>", html).title, QString());
        QCOMPARE(titleOf(filler.left(filler.size() - 9) + "<title>a</title>", html).title,
                 QStringLiteral("a"));
    }

    void hostilePagesTakeNoTime_data() {
        QTest::addColumn<QByteArray>("piece");
        for (const char* piece :
             {"<", "<!--", "<!-->", "<!-- -- ", "<a ", "<a b='", "<a b=", "&", "&#", "&amp", "</", "<title>",
              "<title></titlex", "<svg>", "<script></scriptx", "<meta charset=", " - ", "\xFF"})
            QTest::newRow(piece) << QByteArray(piece);
    }
    void hostilePagesTakeNoTime() {
        QFETCH(QByteArray, piece);
        QElapsedTimer clock;
        clock.start();
        const PageTitle page = titleOf(piece.repeated(65'536 / piece.size()), html);
        const PageTitle inTitle = titleOf("<title>" + piece.repeated(65'000 / piece.size()), html);
        net::withoutSiteSuffix(inTitle.title, page.title);
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
        QVERIFY(page.title.size() <= 300 && inTitle.title.size() <= 300);
    }

    void siteNamesAreTakenAway_data() {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("site");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("rests"); // with a / between
        const auto row = [](const char* title, const char* site, const char* host, const char* rests) {
            QTest::newRow(title) << fromUtf8(title) << fromUtf8(site) << fromUtf8(host) << fromUtf8(rests);
        };
        row("Deep Sea", "", "", "");
        row("Deep-Sea: a|b", "", "", "");
        row("Deep Sea | Example", "Example", "", "Deep Sea/Example");
        row("Deep Sea - Example", "", "www.example.org", "Deep Sea/Example");
        row("Example – Deep Sea", "", "example.org", "Deep Sea/Example");
        row("Example — Deep Sea", "Éxample", "", "Deep Sea/Example");
        row("Deep Sea · The Example Site", "", "the-example-site.org", "Deep Sea/The Example Site");
        row("Deep Sea :: Example", "", "", "Deep Sea/Example");
        row("Example » Deep » Sea", "Example", "", "Deep » Sea/Example » Deep/Example");
        row("Deep - Sea | Example", "Example", "", "Deep - Sea/Deep/Sea | Example");
        row("Deep - Sea - Ray - Fish - X", "", "",
            "Deep - Sea - Ray - Fish/Deep - Sea - Ray/Deep - Sea/Sea - Ray - Fish - X");
        row(" | Example", "Example", "", "Example");
        row("Deep Sea | ", "", "", "Deep Sea");
    }
    void siteNamesAreTakenAway() {
        QFETCH(QString, title);
        QFETCH(QString, site);
        QFETCH(QString, host);
        QFETCH(QString, rests);
        QCOMPARE(net::withoutSiteSuffix(title, site, host).join(QLatin1Char('/')), rests);
    }

    void theSiteNameIsRead() {
        const PageTitle page =
            titleOf("<title>a</title><meta property=og:site_name content=' The\tSite '>", html);
        QCOMPARE(page.siteName, QStringLiteral("The Site"));
    }
};

QTEST_GUILESS_MAIN(TestPageTitle)
#include "tst_pagetitle.moc"
