// SPDX-License-Identifier: MIT
#include "format/mojibake.h"

#include "format/span.h"
#include "format/utf8.h"

#include <algorithm>
#include <cstdint>

namespace format {

namespace {

constexpr auto npos = std::string_view::npos;

bool isControl1(char32_t c) {
    return c >= 0x80 && c < 0xA0;
}
bool isAsciiUpper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool isAsciiLetter(char c) {
    return isAsciiUpper(c) || (c >= 'a' && c <= 'z');
}

/// The ASCII letters that touch a run, two at most.
struct Neighbours {
    std::size_t before = 0, after = 0;
    bool isBehindCapital = false;

    Neighbours(std::string_view text, Span run) {
        while (before < 2 && before < run.begin && isAsciiLetter(text[run.begin - before - 1]))
            ++before;
        while (after < 2 && run.end + after < text.size() && isAsciiLetter(text[run.end + after]))
            ++after;
        isBehindCapital = before > 0 && isAsciiUpper(text[run.begin - 1]);
    }
    bool areWord() const { return before + after >= 2; }
};

/// A run of characters above ASCII, and what its bytes say.
struct Run {
    std::u32string shown, meant;
};

/// What people put together on purpose: lines and blocks; formulas.
bool isDrawing(char32_t c) {
    return c >= 0x2500 && c < 0x25A0;
}
bool isMaths(char32_t c) {
    return std::u32string_view(U"√≈∆÷±≠≤≥∞∂∑∏∫πΩµ°").find(c) != std::u32string_view::npos;
}
bool isCurrency(char32_t c) {
    return std::u32string_view(U"£¢¥").find(c) != std::u32string_view::npos;
}
bool areSymbols(const std::u32string& run) {
    return std::all_of(run.begin(), run.end(), isDrawing) || std::all_of(run.begin(), run.end(), isMaths) ||
           (run.size() == 2 && run[0] == U'≈' && isCurrency(run[1]));
}

/// `VOILÃ…`, `CAFÄ™`: a word in capitals that ends in an accented one, and punctuation.
bool endsCapitals(const Run& run, const Neighbours& near) {
    if (run.shown.size() != 2 || !near.isBehindCapital || near.after > 0)
        return false;
    const std::u32string_view leads = U"ÃÄÅÎÏ", ends = U"…’”–—™", more = U"\u00A0»®";
    const auto has = [](std::u32string_view set, char32_t c) { return set.find(c) != set.npos; };
    return has(leads, run.shown[0]) &&
           (has(ends, run.shown[1]) || (run.shown[0] != U'Ã' && has(more, run.shown[1])));
}

struct Range {
    char32_t first, last;
};
/// What texts in Latin letters hold one at a time: accents, Greek letters, Vietnamese, punctuation, signs,
/// arrows; kana; emoji and what belongs to them. Not so: a single letter of IPA, Armenian or Arabic, a single
/// ideogram.
constexpr Range commonAlone[] = {{0xA0, 0x17F},    {0x370, 0x3FF},   {0x1E00, 0x2BFF},   {0x3000, 0x30FF},
                                 {0xFE00, 0xFE0F}, {0xFEFF, 0xFFEF}, {0x1D400, 0x1D7FF}, {0x1F000, 0x1FAFF}};

bool isCommonAlone(char32_t c) {
    return std::any_of(std::begin(commonAlone), std::end(commonAlone),
                       [c](const Range& range) { return range.first <= c && c <= range.last; });
}

/// Whether nobody would write the run as it is shown.
bool isTelling(const Run& run, const Neighbours& near) {
    constexpr char32_t logo = 0xF8FF;
    const bool isForeign = std::any_of(run.shown.begin(), run.shown.end(),
                                       [](char32_t c) { return isControl1(c) || c == logo; });
    if (isForeign)
        return true;
    if (areSymbols(run.shown))
        return near.areWord() && run.meant.size() == 1 && run.meant[0] <= 0x17F;
    return run.meant.size() > 1 || (isCommonAlone(run.meant[0]) && !endsCapitals(run, near));
}

/// A text after one round.
struct Layer {
    std::string text;
    bool isTelling = false;
    bool hasControls = false; ///< as between two rounds: Latin-1 has control characters
};

/// The run as bytes of the table.
std::optional<std::string> encoded(std::string_view run, CodeTable table) {
    std::string bytes;
    for (std::size_t at = 0; at < run.size();) {
        const auto byte = byteOf(table, takeCharacter(run, at));
        if (!byte)
            return std::nullopt;
        bytes += static_cast<char>(*byte);
    }
    return bytes;
}

std::u32string charactersOf(std::string_view utf8) {
    std::u32string characters;
    for (std::size_t at = 0; at < utf8.size();)
        characters += takeCharacter(utf8, at);
    return characters;
}

bool isAscii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

/// Takes one round back; `text` is valid UTF-8. Absent where a run is not of this table.
std::optional<Layer> withoutLayer(std::string_view text, CodeTable table) {
    Layer layer;
    for (std::size_t at = 0; at < text.size();) {
        const auto* const from = text.begin() + at;
        const auto begin =
            static_cast<std::size_t>(std::find_if_not(from, text.end(), isAscii) - text.begin());
        const auto end =
            static_cast<std::size_t>(std::find_if(text.begin() + begin, text.end(), isAscii) - text.begin());
        layer.text += text.substr(at, begin - at);
        at = end;
        if (begin == end)
            break;
        const std::string_view shown = text.substr(begin, end - begin);
        const auto bytes = encoded(shown, table);
        if (!bytes || firstInvalidUtf8(*bytes) != npos)
            return std::nullopt;
        const Run run{charactersOf(shown), charactersOf(*bytes)};
        if (!std::all_of(run.meant.begin(), run.meant.end(), isAssigned))
            return std::nullopt;
        layer.hasControls = layer.hasControls || std::any_of(run.meant.begin(), run.meant.end(), isControl1);
        layer.isTelling = layer.isTelling || isTelling(run, Neighbours(text, {begin, end}));
        layer.text += *bytes;
    }
    return layer;
}

/// A text after as many rounds by one table as it takes to be free of control characters.
struct Decoded {
    std::string text;
    int rounds = 0;
    bool isTelling = false;
};

std::optional<Decoded> decoded(std::string_view text, CodeTable table, int most) {
    Decoded result{std::string(text)};
    while (result.rounds < most) {
        auto layer = withoutLayer(result.text, table);
        if (!layer)
            return std::nullopt;
        result.text = std::move(layer->text);
        result.isTelling = result.isTelling || layer->isTelling;
        ++result.rounds;
        if (!layer->hasControls)
            return result;
    }
    return std::nullopt;
}

/// One text on its way back through the rounds.
struct Unit {
    std::optional<MojibakeRepair> repair;
    std::string_view text; ///< as it was
    bool isOpen = false;   ///< the last round repaired it, so that there may be another
    std::array<std::optional<Decoded>, codeTables.size()> readings;

    std::string_view now() const { return repair ? std::string_view(repair->text) : text; }
    int roundsLeft() const { return maximumRounds - (repair ? static_cast<int>(repair->tables.size()) : 0); }
    void read() {
        for (std::size_t i = 0; i < readings.size(); ++i)
            readings[i] = isOpen ? decoded(now(), codeTables[i], roundsLeft()) : std::nullopt;
    }
    bool isTelling(std::size_t table) const { return readings[table] && readings[table]->isTelling; }
    void take(std::size_t table) {
        if (!repair)
            repair.emplace();
        Decoded& reading = *readings[table];
        repair->text = std::move(reading.text);
        repair->tables.insert(repair->tables.end(), static_cast<std::size_t>(reading.rounds),
                              codeTables[table]);
    }
};

/// How many texts each table repairs, and how many it could read if need be.
struct Votes {
    std::array<std::size_t, codeTables.size()> telling{}, readable{};
    std::size_t open = 0;

    explicit Votes(const std::vector<Unit>& units) {
        for (const Unit& unit : units) {
            open += unit.isOpen ? 1 : 0;
            for (std::size_t i = 0; i < telling.size(); ++i) {
                telling[i] += unit.isTelling(i) ? 1 : 0;
                readable[i] += unit.readings[i] ? 1 : 0;
            }
        }
    }
    std::size_t best() const {
        return static_cast<std::size_t>(std::max_element(telling.begin(), telling.end()) - telling.begin());
    }
    /// All are damaged; a text that alone would prove nothing goes along where four others prove it.
    bool areAllOf(std::size_t table) const {
        constexpr std::size_t proofs = 4;
        return open > 1 && readable[table] == open && (open - telling[table]) * proofs <= telling[table];
    }
};

/// Takes one round back from every open text; false where none is damaged any more.
bool takeRound(std::vector<Unit>& units, bool& isWhole) {
    for (Unit& unit : units)
        unit.read();
    const Votes votes(units);
    const std::size_t best = votes.best();
    isWhole = votes.areAllOf(best);
    for (Unit& unit : units) {
        std::size_t table = best;
        if (!unit.isTelling(best) && !(isWhole && unit.readings[best]))
            for (table = 0; table < codeTables.size() && !unit.isTelling(table);)
                ++table;
        unit.isOpen = table < codeTables.size() && unit.readings[table];
        if (!unit.isOpen)
            continue;
        unit.take(table);
        unit.isOpen = unit.roundsLeft() > 0;
    }
    return votes.telling[best] > 0;
}

} // namespace

MojibakeRepairs repairedMojibake(const std::vector<std::string_view>& texts) {
    std::vector<Unit> units(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        units[i].text = texts[i];
        units[i].isOpen =
            !std::all_of(texts[i].begin(), texts[i].end(), isAscii) && firstInvalidUtf8(texts[i]) == npos;
    }
    MojibakeRepairs repairs;
    bool isWhole = false;
    if (takeRound(units, repairs.isWhole))
        for (int round = 1; round < maximumRounds && takeRound(units, isWhole);)
            ++round;
    for (Unit& unit : units)
        repairs.units.push_back(std::move(unit.repair));
    return repairs;
}

std::optional<MojibakeRepair> repairedMojibake(std::string_view text) {
    constexpr std::string_view bom = "\xEF\xBB\xBF";
    const std::string_view mark = text.starts_with(bom) ? bom : std::string_view();
    auto repair = std::move(repairedMojibake(std::vector{text.substr(mark.size())}).units.front());
    if (repair)
        repair->text.insert(0, mark);
    return repair;
}

} // namespace format
