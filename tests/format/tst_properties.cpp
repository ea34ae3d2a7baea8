// SPDX-License-Identifier: MIT
// Made-up files in every style: what holds for each of them, whatever it looks like. The seed is said on
// failure.
#include "format/commonmark.h"
#include "format/document.h"
#include "support/sametree.h"

#include <QTest>

#include <random>

using format::Document;
using format::JsonValue;

namespace {

/// Makes one file from a seed: its line ends, indent, escapes, keys and notes are drawn by chance.
class Maker {
public:
    explicit Maker(unsigned seed)
        : m_random(seed) {}

    std::size_t below(std::size_t limit) {
        return std::uniform_int_distribution<std::size_t>(0, limit - 1)(m_random);
    }
    bool chance(int percent) { return below(100) < static_cast<std::size_t>(percent); }

    /// Words with the characters that break Markdown and JSON.
    std::string words() {
        static const std::vector<std::string> parts{"lamp",  "oil", "\"",  "'",     "[",   "]",   "(", ")",
                                                    "\\",    "`",   "<b>", "&amp;", "*x*", "_y_", "|", "!",
                                                    "#",     "é",   "💡",   "שלום",  " ",   "~~",  "&", "//",
                                                    "https", "—",   "$1",  "{",     "}",   "::"};
        std::string text = "w";
        for (std::size_t count = 1 + below(6); count > 0; --count)
            text += parts[below(parts.size())];
        return text;
    }

    /// The text with a byte put in, left out or exchanged that means something in JSON.
    std::string damaged(std::string text) {
        static const std::string bytes = "{}[]\",:\\u0d8e-.+ tn\n\t\x01\xE2\xFF";
        const std::size_t at = below(text.size());
        text.replace(at, below(2), std::string(below(2), bytes[below(bytes.size())]));
        return text;
    }

    /// A list item that looks like a link, of characters that mean something in Markdown.
    std::string item() {
        const auto draw = [this](std::string_view alphabet, std::size_t longest) {
            std::string text;
            for (std::size_t count = below(longest + 1); count > 0; --count)
                text += alphabet[below(alphabet.size())];
            return text;
        };
        const bool isHard = chance(70);
        const std::string text = draw(isHard ? "ab *_`[]()\\<>&!\"'-:;/~" : "abc -:/!'\"~.", 8);
        const std::string url = "h" + draw(isHard ? "a:/.?&;=#()<>\\`[]* \"'_" : "a:/.?=#~_*'", 8);
        const std::string title =
            chance(50) ? "" : " \"" + draw(isHard ? "ab `[]\\<&;\"'()*" : "ab -'()*_", 6) + "\"";
        return "* [" + text + "](" + url + title + ")" + draw("a `]()[*_<>\"'&;-", 6) + "\n";
    }

    std::string file() {
        m_end = chance(30) ? "\r\n" : "\n";
        m_isCompact = chance(15);
        m_indent = chance(20) ? "\t" : std::string(1 + below(4), ' ');
        m_ascii = chance(50);
        std::string text = chance(10) ? "\xEF\xBB\xBF" : "";
        text += object(1, 3);
        text += notes();
        if (chance(15) && text.back() == '\n')
            text.erase(text.size() - (m_end.size()));
        return text;
    }

private:
    std::string line(std::size_t depth) {
        std::string text = m_isCompact ? "" : m_end;
        for (std::size_t i = 0; !m_isCompact && i < depth; ++i)
            text += m_indent;
        return text;
    }
    std::string string() {
        format::JsonStyle style;
        style.escapes = m_ascii != chance(5) ? format::StringEscapes::Ascii : format::StringEscapes::Utf8;
        style.escapesSlash = chance(5);
        return format::quoteJson(words(), style);
    }
    std::string value(std::size_t depth, std::size_t deepest) {
        static const std::vector<std::string> plain{
            "null", "true", "false", "0", "605", "-1", "5e-8", "0.00002222", "1.50", "12345678901234567890"};
        if (depth < deepest && chance(25))
            return chance(50) ? object(depth + 1, deepest) : array(depth + 1, deepest);
        return chance(50) ? string() : plain[below(plain.size())];
    }
    std::string array(std::size_t depth, std::size_t deepest) {
        const std::size_t count = below(4);
        std::string text = "[";
        for (std::size_t i = 0; i < count; ++i)
            text += (i > 0 ? "," : "") + line(depth) + value(depth, deepest);
        return text + (count > 0 ? line(depth - 1) : "") + "]";
    }
    std::string object(std::size_t depth, std::size_t deepest) {
        const std::size_t count = 1 + below(6);
        std::string text = "{";
        for (std::size_t i = 0; i < count; ++i)
            text += (i > 0 ? "," : "") + line(depth) + "\"k" + std::to_string(i) + "\"" +
                    (m_isCompact ? ":" : ": ") + value(depth, deepest);
        return text + line(depth - 1) + "}";
    }
    std::string notes() {
        std::string text = m_end + m_end;
        if (chance(80))
            text += m_end + "### Episode Links" + m_end + m_end;
        for (std::size_t count = below(6); count > 0; --count) {
            const std::string item = chance(50) ? "  * " : "* ";
            text += chance(70) ? item + "[link " + std::to_string(count) + "](https://e.example.org/" +
                                     std::to_string(count) + ")" + m_end
                               : (chance(50) ? item + "only text" : "**Label**") + m_end;
        }
        return text + m_end;
    }

    std::mt19937 m_random;
    std::string m_end, m_indent;
    bool m_isCompact = false, m_ascii = false;
};

std::string seedWords(unsigned seed, const std::string& text) {
    return "seed " + std::to_string(seed) + ":\n" + text;
}

} // namespace

class TestProperties : public QObject {
    Q_OBJECT

    static constexpr unsigned documents = 600;

private slots:
    void filesStayAsTheyAre() {
        for (unsigned seed = 0; seed < documents; ++seed) {
            const std::string text = Maker(seed).file();
            const auto document = Document::parse(text);
            QVERIFY2(document, seedWords(seed, text).c_str());
            QCOMPARE(document->text(), text);
            std::size_t at = document->frontMatter().body.begin;
            for (const format::Row& row : document->links().rows()) {
                QVERIFY2(row.span.begin == at, seedWords(seed, text).c_str());
                at = row.span.end;
            }
            QVERIFY2(at == text.size(), seedWords(seed, text).c_str());
        }
    }

    void theQuickReaderReadsLikeTheLibrary() {
        constexpr int damages = 20;
        for (unsigned seed = 0; seed < documents; ++seed) {
            Maker maker(seed);
            const std::string text = maker.file();
            const format::Span object = format::splitFrontMatter(text)->object;
            const auto scanned = format::JsonTree::scan(text, object.begin);
            QVERIFY2(scanned && scanned->node(0).span == object, seedWords(seed, text).c_str());
            QCOMPARE(whereReadersDiffer(text, object), std::string());
            for (int i = 0; i < damages; ++i) {
                const std::string damaged = maker.damaged(std::string(object.in(text)));
                const std::string difference = whereReadersDiffer(damaged, {0, damaged.size()});
                QVERIFY2(difference.empty(), seedWords(seed, difference + "\n" + damaged).c_str());
            }
        }
    }

    /// Plain links are taken without asking CommonMark: it must see each of them.
    void everyLinkReadIsOneForCommonMark() {
        int links = 0;
        for (unsigned seed = 0; seed < 50 * documents; ++seed) {
            const std::string item = Maker(seed).item();
            const std::string text = "{}\n" + item;
            const auto document = Document::parse(text);
            QVERIFY2(document, seedWords(seed, text).c_str());
            const format::Row& row = document->links().rows().back();
            if (row.kind != format::RowKind::Link)
                continue;
            ++links;
            const auto seen = format::commonMarkLinks(std::string_view(item).substr(2));
            QVERIFY2(!seen.empty() && seen[0].url == row.link.url, seedWords(seed, item).c_str());
            QVERIFY2(row.textIsMarkdown || seen[0].text == row.link.text, seedWords(seed, item).c_str());
            QVERIFY2(seen[0].title == row.link.title.value_or(""), seedWords(seed, item).c_str());
        }
        QVERIFY2(links > static_cast<int>(documents), qPrintable(QString::number(links)));
    }

    void changingAValueChangesItsBytesOnlyAndBack() {
        for (unsigned seed = 0; seed < documents; ++seed) {
            Maker maker(seed);
            const std::string text = maker.file();
            const auto document = Document::parse(text);
            QVERIFY2(document, seedWords(seed, text).c_str());
            const auto& tree = document->json();
            for (const format::JsonId id : tree.node(tree.root()).children) {
                const format::JsonNode node = tree.node(id);
                const auto value = JsonValue::string(maker.words());
                const auto edits = document->set({std::string(node.name)}, value);
                QVERIFY2(edits, seedWords(seed, text).c_str());
                const auto changed = document->withEdits(*edits);
                QVERIFY2(changed, seedWords(seed, text).c_str());
                QVERIFY2(changed->value(*changed->member(node.name)).isSameValue(value),
                         seedWords(seed, text).c_str());
                // Before and behind the value every byte is as it was.
                QCOMPARE(changed->text().substr(0, node.span.begin), text.substr(0, node.span.begin));
                const std::size_t rest = text.size() - node.span.end;
                QCOMPARE(changed->text().substr(changed->text().size() - rest), text.substr(node.span.end));
                QCOMPARE(*format::applyEdits(changed->text(), format::invertEdits(text, *edits)), text);
                const auto back =
                    changed->withEdits(*changed->set({std::string(node.name)}, document->value(node)));
                QVERIFY2(back, seedWords(seed, text).c_str());
                const auto restored = back->withEdits(back->restoreSpelling(*document, node.name));
                QCOMPARE(restored->text(), text);
            }
        }
    }

    void insertedAndRemovedMembersLeaveNoTrace() {
        for (unsigned seed = 0; seed < documents; ++seed) {
            const std::string text = Maker(seed).file();
            const auto document = Document::parse(text);
            const auto with = document->withEdits(*document->jsonEditor().insertMember(
                {}, "new", JsonValue::strings({"a", "b"}), std::string_view()));
            QVERIFY2(with, seedWords(seed, text).c_str());
            const auto without = with->withEdits(*with->jsonEditor().remove({std::string("new")}));
            QVERIFY2(without && without->text() == text, seedWords(seed, text).c_str());
        }
    }

    void everyLinkWrittenIsOneForCommonMark() {
        for (unsigned seed = 0; seed < documents; ++seed) {
            Maker maker(seed);
            const std::string text = maker.file();
            const auto document = Document::parse(text);
            const format::LinkParts parts{
                maker.words(), "https://e.example.org/a?b=" + std::to_string(seed), {}, ""};
            const auto edits = document->linkEditor()->insertLinks(document->links().rows().size(), {parts});
            QVERIFY2(edits, seedWords(seed, text).c_str());
            const auto with = document->withEdits(*edits);
            QVERIFY2(with, seedWords(seed, text).c_str());
            bool isFound = false;
            for (const format::Row& row : with->links().rows()) {
                if (row.kind != format::RowKind::Link || row.link.url != parts.url)
                    continue;
                const std::string item(row.span.in(with->text()));
                const auto seen = format::commonMarkLinks(item.substr(item.find('[')));
                isFound = seen.size() == 1 && seen[0].text == parts.text && seen[0].url == parts.url;
            }
            QVERIFY2(isFound, seedWords(seed, parts.text + "\n" + with->text()).c_str());
        }
    }
};

QTEST_APPLESS_MAIN(TestProperties)
#include "tst_properties.moc"
