// SPDX-License-Identifier: MIT
#include "catalog/search/searchfold.h"
#include "catalog/search/searchtext.h"

#include <QTest>

#include <array>
#include <random>

using catalog::foldForSearch;
using catalog::SearchText;
using catalog::SearchWord;

/// What searches look at: folded texts, and that no word is missed or invented for there being no folded
/// copy.
class TestSearchText : public QObject {
    Q_OBJECT

private slots:
    void folds_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("folded");
        QTest::newRow("capitals") << QByteArray("Copper KETTLE") << QByteArray("copper kettle");
        QTest::newRow("accents") << QByteArray("Caf\xC3\xA9 \xC3\x84rger") << QByteArray("cafe arger");
        QTest::newRow("combining accent") << QByteArray("Cafe\xCC\x81!") << QByteArray("cafe!");
        QTest::newRow("escaped accent") << QByteArray("caf\\u00E9s") << QByteArray("cafes");
        QTest::newRow("escaped combining accent") << QByteArray("cafe\\u0301s") << QByteArray("cafes");
        QTest::newRow("escaped capital") << QByteArray("\\u0041bc") << QByteArray("abc");
        QTest::newRow("surrogates") << QByteArray("x\\uD83D\\uDE00y") << QByteArray("x\xF0\x9F\x98\x80y");
        QTest::newRow("quote, slash, line end")
            << QByteArray("a\\\"b\\/c\\nd\\\\e") << QByteArray("a\"b/c d\\e");
        QTest::newRow("escape before an accent") << QByteArray("\\\xC3\xA9") << QByteArray("e");
        QTest::newRow("half an escape") << QByteArray("\\u00") << QByteArray("u00");
        QTest::newRow("backslash at the end") << QByteArray("end\\") << QByteArray("end\\");
        QTest::newRow("dash and quotes") << QByteArray("A \xE2\x80\x94 \xE2\x80\x9C"
                                                       "B\xE2\x80\x9D")
                                         << QByteArray("a \xE2\x80\x94 \xE2\x80\x9C"
                                                       "b\xE2\x80\x9D");
        QTest::newRow("Greek capitals") << QByteArray("\xCE\x91\xCE\x92") << QByteArray("\xCE\xB1\xCE\xB2");
        QTest::newRow("ligature") << QByteArray("\xEF\xAC\x81n") << QByteArray("fin");
        QTest::newRow("nothing") << QByteArray() << QByteArray();
    }
    void folds() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, folded);
        QCOMPARE(QByteArray::fromStdString(foldForSearch(text.toStdString())), folded);
    }

    void holds_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<bool>("isHeld");
        QTest::newRow("capitals") << QByteArray("The Copper Kettle") << QByteArray("copper") << true;
        QTest::newRow("beginning") << QByteArray("Kettle") << QByteArray("kettle") << true;
        QTest::newRow("longer than the text") << QByteArray("ket") << QByteArray("kettle") << false;
        QTest::newRow("two letters") << QByteArray("a Kettle") << QByteArray("tl") << true;
        QTest::newRow("two letters, not there") << QByteArray("a Kettle") << QByteArray("lt") << false;
        QTest::newRow("accent") << QByteArray("un caf\xC3\xA9 noir") << QByteArray("cafe") << true;
        QTest::newRow("escape") << QByteArray("un caf\\u00e9 noir") << QByteArray("cafe") << true;
        QTest::newRow("letters of an escape")
            << QByteArray("un caf\\u00e9 noir") << QByteArray("u00e9") << false;
        QTest::newRow("behind an escape") << QByteArray("one\\ntwo") << QByteArray("ntwo") << false;
        QTest::newRow("over an escape") << QByteArray("one\\\"two") << QByteArray("one\"two") << true;
        QTest::newRow("as an escape first, then plainly")
            << QByteArray("a\\nox and so on: nox") << QByteArray("nox") << true;
        QTest::newRow("a letter") << QByteArray("A KETTLE") << QByteArray("k") << true;
        QTest::newRow("a letter, not there") << QByteArray("A KETTLE") << QByteArray("z") << false;
        QTest::newRow("a letter of an accent") << QByteArray("caf\xC3\xA9") << QByteArray("e") << true;
        QTest::newRow("a letter of an escape") << QByteArray("caf\\u00e9") << QByteArray("u") << false;
        QTest::newRow("two letters over an accent") << QByteArray("caf\xC3\xA9s") << QByteArray("es") << true;
        QTest::newRow("two letters over an escape") << QByteArray("caf\\u00e9s") << QByteArray("fe") << true;
        QTest::newRow("two letters with a line end between")
            << QByteArray("ab\ncd") << QByteArray("bc") << false;
        QTest::newRow("a letter and a sign") << QByteArray("What? No.") << QByteArray("t?") << true;
        QTest::newRow("a sign and a letter") << QByteArray("What? No.") << QByteArray("?n") << false;
        QTest::newRow("a letter and a zero byte") << QByteArray("a b") << QByteArray("a\0", 2) << false;
        QTest::newRow("a letter that is not ASCII")
            << QByteArray("\xCE\x91\xCE\x92") << QByteArray("\xCE\xB2") << true;
        QTest::newRow("nothing is everywhere") << QByteArray("x") << QByteArray() << true;
    }
    void holds() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, word);
        QFETCH(bool, isHeld);
        const SearchText searched(std::make_shared<const std::string>(text.toStdString()));
        QCOMPARE(searched.holds(SearchWord(word.toStdString())), isHeld);
        const SearchText unsignedText(searched.source(), SearchText::Signature::None);
        QCOMPARE(unsignedText.holds(SearchWord(word.toStdString())), isHeld);
    }

    /// However far from the beginning, in capitals or small letters.
    void holdsAnywhere() {
        const SearchWord word("kettle"), other("kettles"), last("kettle!");
        for (std::size_t at = 0; at < 1600; ++at) {
            std::string text(at, 'k');
            text += at % 2 == 0 ? "KETTLE" : "kettle";
            QVERIFY2(SearchText(std::make_shared<const std::string>(text)).holds(word), text.c_str());
            QVERIFY(!SearchText(std::make_shared<const std::string>(text + " settles")).holds(other));
            text += "! and so on";
            QVERIFY2(SearchText(std::make_shared<const std::string>(text)).holds(last), text.c_str());
        }
    }

    /// 20,000 random texts and words of few, nasty pieces: as in a folded copy.
    void isAsAFoldedCopy() {
        constexpr std::array<const char*, 16> pieces{
            "a",    "B",        "ab", "n",        "u00e9",        "\\u00e9", "\\n", "\\\\",
            "\\\"", "\xC3\xA9", "\\", "\xCC\x81", "\xE2\x80\x94", " ",       "e",   "\\u0041"};
        constexpr std::array<const char*, 8> scripts{"E7",           "\xCE\x91",      "\xCE\xB1",
                                                     "\xD0\x96",     "\xD0\xB6",      "\xE6\x97\xA5",
                                                     "\xEF\xAC\x81", "\\uD83D\\uDE00"};
        std::mt19937 dice(11);
        const auto made = [&](std::size_t most) {
            std::string text;
            for (auto count = dice() % most + 1; count > 0; --count)
                text += dice() % 5 == 0 ? scripts[dice() % scripts.size()] : pieces[dice() % pieces.size()];
            return text;
        };
        int held = 0;
        for (int round = 0; round < 20'000; ++round) {
            const auto text = std::make_shared<const std::string>(made(14));
            const std::string word = foldForSearch(made(3));
            const bool isHeld = foldForSearch(*text).find(word) != std::string::npos;
            held += isHeld ? 1 : 0;
            for (const auto signature : {SearchText::Signature::Made, SearchText::Signature::None})
                QVERIFY2(SearchText(text, signature).holds(SearchWord(word)) == isHeld,
                         (*text + " / " + word).c_str());
        }
        QVERIFY(held > 2000 && held < 18'000);
    }
};

QTEST_GUILESS_MAIN(TestSearchText)
#include "tst_searchtext.moc"
