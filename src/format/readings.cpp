// SPDX-License-Identifier: MIT
#include "format/mojibake.h"

#include "format/span.h"
#include "format/utf8.h"

#include <algorithm>

namespace format {

namespace {

/// Bytes that are not UTF-8 are likelier from Windows than from an old Mac, and both likelier than from DOS.
constexpr std::array likeliest = {CodeTable::Windows1252, CodeTable::Latin1, CodeTable::MacRoman,
                                  CodeTable::Cp850, CodeTable::Cp437};
static_assert(likeliest.size() == codeTables.size());

/// A stretch of the bytes.
struct Piece {
    std::string_view bytes;
    bool isUtf8;
};

/// Valid UTF-8 and single bad bytes, by turns.
std::vector<Piece> piecesOf(std::string_view bytes) {
    std::vector<Piece> pieces;
    while (!bytes.empty()) {
        const std::size_t good = std::min(firstInvalidUtf8(bytes), bytes.size());
        if (good > 0)
            pieces.push_back({bytes.substr(0, good), true});
        if (good < bytes.size())
            pieces.push_back({bytes.substr(good, 1), false});
        bytes.remove_prefix(std::min(good + 1, bytes.size()));
    }
    return pieces;
}

/// Whether more characters are UTF-8 above ASCII than bytes are none.
bool isMostlyUtf8(const std::vector<Piece>& pieces) {
    std::size_t good = 0, bad = 0;
    for (const Piece& piece : pieces)
        if (piece.isUtf8)
            good +=
                static_cast<std::size_t>(std::count_if(piece.bytes.begin(), piece.bytes.end(), [](char c) {
                    return static_cast<unsigned char>(c) >= 0xC0;
                }));
        else
            ++bad;
    return good > bad;
}

bool isLower(char32_t c) {
    return (c >= U'a' && c <= U'z') || (c >= 0xDF && c <= 0xFF && c != 0xF7);
}
bool isLatinCapital(char32_t c) {
    constexpr std::u32string_view others = U"ŒŠŽŸ";
    return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) || others.find(c) != others.npos;
}
bool isLatin(char32_t c) {
    constexpr std::u32string_view others = U"œšžƒı";
    return isLower(c) || isLatinCapital(c) || others.find(c) != others.npos;
}
bool isSign(char32_t c) { // what stands at words, but not in them
    constexpr std::u32string_view signs = U"‘“”„‚‹›«»…•¡¿€£¢¥§©®™°±µ¶·ªº²³¹½¼¾×÷\u00A0";
    return signs.find(c) != signs.npos;
}
bool joinsWords(char32_t c) {
    return c == U'’' || c == U'–' || c == U'—' || c == 0xAD || c == 0xA0;
}

/// Whether a converted character seldom stands between these two.
bool isStrange(char32_t c, char32_t before, char32_t after) {
    if (isLatin(c))
        return isLatinCapital(c) && (isLower(before) || (isLatin(before) && isLower(after)));
    if (joinsWords(c))
        return false;
    return !isSign(c) || (isLatin(before) && isLatin(after));
}

/// The bytes read by one table, with what was converted.
class Conversion {
public:
    explicit Conversion(CodeTable table)
        : m_table(table) {}

    void keep(std::string_view utf8) {
        for (std::size_t at = 0; at < utf8.size();)
            m_characters += takeCharacter(utf8, at);
        m_isConverted.resize(m_characters.size(), false);
    }
    void convert(std::string_view bytes) {
        for (const char byte : bytes)
            m_characters += characterOf(m_table, static_cast<unsigned char>(byte));
        for (const char byte : bytes)
            m_isConverted.push_back(static_cast<unsigned char>(byte) >= 0x80);
    }

    /// Absent where the table does not fit: control characters, or too much of it is strange.
    std::optional<Reading> reading() const {
        constexpr std::size_t oneIn = 5;
        Reading reading{{m_table}, {}, 0};
        std::size_t converted = 0;
        for (std::size_t i = 0; i < m_characters.size(); ++i) {
            const char32_t c = m_characters[i];
            appendCharacter(reading.text, c);
            if (!m_isConverted[i])
                continue;
            if (c >= 0x80 && c < 0xA0)
                return std::nullopt;
            ++converted;
            const char32_t before = i > 0 ? m_characters[i - 1] : U' ';
            const char32_t after = i + 1 < m_characters.size() ? m_characters[i + 1] : U' ';
            reading.strange += isStrange(c, before, after) ? 1 : 0;
        }
        if (reading.strange * oneIn > converted)
            return std::nullopt;
        return reading;
    }

private:
    CodeTable m_table;
    std::u32string m_characters;
    std::vector<bool> m_isConverted;
};

void addReading(std::vector<Reading>& all, Reading reading) {
    const auto same =
        std::find_if(all.begin(), all.end(), [&](const Reading& r) { return r.text == reading.text; });
    if (same == all.end())
        all.push_back(std::move(reading));
    else
        same->tables.push_back(reading.tables.front());
}

} // namespace

std::vector<Reading> readings(std::string_view bytes) {
    if (firstInvalidUtf8(bytes) == std::string_view::npos)
        return {};
    const std::vector<Piece> pieces = piecesOf(bytes);
    const bool keepsUtf8 = isMostlyUtf8(pieces);
    std::vector<Reading> all;
    for (const CodeTable table : likeliest) {
        Conversion conversion(table);
        for (const Piece& piece : pieces)
            if (piece.isUtf8 && keepsUtf8)
                conversion.keep(piece.bytes);
            else
                conversion.convert(piece.bytes);
        if (auto reading = conversion.reading())
            addReading(all, std::move(*reading));
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Reading& a, const Reading& b) { return a.strange < b.strange; });
    return all;
}

} // namespace format
