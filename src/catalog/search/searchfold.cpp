// SPDX-License-Identifier: MIT
#include "catalog/search/searchfold.h"

#include <QStringList>

#include <algorithm>

namespace catalog {

namespace {

int hexValue(std::string_view digits) {
    int value = 0;
    for (const char digit : digits) {
        const int one = digit >= '0' && digit <= '9'   ? digit - '0'
                        : digit >= 'a' && digit <= 'f' ? digit - 'a' + 10
                        : digit >= 'A' && digit <= 'F' ? digit - 'A' + 10
                                                       : -1;
        if (one < 0)
            return -1;
        value = value * 16 + one;
    }
    return digits.size() == 4 ? value : -1;
}

bool isAscii(char byte) {
    return static_cast<unsigned char>(byte) < 0x80;
}

char lowered(char byte) {
    return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
}

/// How many bytes at `at` are a dash or a curly quote, which folding leaves alone: most of what is not ASCII.
std::size_t inertBytesAt(std::string_view utf8, std::size_t at) {
    const std::string_view three = utf8.substr(at, 3);
    if (three.size() < 3 || three[0] != '\xE2' || three[1] != '\x80')
        return 0;
    const auto last = static_cast<unsigned char>(three[2]);
    const bool isInert =
        last == 0x93 || last == 0x94 || last == 0x98 || last == 0x99 || last == 0x9C || last == 0x9D;
    return isInert ? 3 : 0;
}

/// Folds a text from its beginning to its end. What is not ASCII is folded by Qt, run by run: nothing in one
/// run changes how another one, or the ASCII between them, is folded.
class Folding {
public:
    explicit Folding(std::string_view utf8)
        : m_text(utf8) {
        m_folded.reserve(utf8.size());
    }

    std::string result() {
        while (m_at < m_text.size())
            step();
        endRun();
        return std::move(m_folded);
    }

private:
    void step() {
        const char byte = m_text[m_at];
        if (byte == '\\' && m_at + 1 < m_text.size())
            return takeEscape();
        if (isAscii(byte)) {
            put(byte);
            ++m_at;
        } else if (const std::size_t inert = inertBytesAt(m_text, m_at)) {
            endRun();
            m_folded += m_text.substr(m_at, inert);
            m_at += inert;
        } else {
            const std::size_t from = m_at;
            while (m_at < m_text.size() && !isAscii(m_text[m_at]))
                ++m_at;
            m_run += QString::fromUtf8(m_text.data() + from, static_cast<qsizetype>(m_at - from));
        }
    }

    /// JSON's escapes as the characters that people read and type.
    void takeEscape() {
        const char next = m_text[m_at + 1];
        const int code = next == 'u' ? hexValue(m_text.substr(std::min(m_at + 2, m_text.size()), 4)) : -1;
        if (code < 0) {
            m_at += 1;
            if (next == 'n' || next == 'r' || next == 't') {
                put(' ');
                m_at += 1;
            } else if (isAscii(next)) { // else the run that begins here
                put(next);
                m_at += 1;
            }
            return;
        }
        m_at += 6;
        if (code < 0x80)
            put(static_cast<char>(code));
        else
            m_run += QChar(static_cast<char16_t>(code));
    }

    void put(char ascii) {
        endRun();
        m_folded += lowered(ascii);
    }

    void endRun() {
        if (m_run.isEmpty())
            return;
        QString folded = m_run.normalized(QString::NormalizationForm_KD).toCaseFolded();
        folded.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
        m_folded += folded.toStdString();
        m_run.clear();
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    QString m_run; ///< of characters that are not ASCII
    std::string m_folded;
};

} // namespace

bool isPlainForSearch(std::string_view utf8) {
    for (std::size_t at = 0; at < utf8.size(); ++at) {
        if (utf8[at] == '\\')
            return false;
        if (isAscii(utf8[at]))
            continue;
        const std::size_t inert = inertBytesAt(utf8, at);
        if (inert == 0)
            return false;
        at += inert - 1;
    }
    return true;
}

std::string foldForSearch(std::string_view utf8) {
    return Folding(utf8).result();
}

std::vector<std::string> foldedWords(const QString& typed) {
    std::vector<std::string> words;
    for (const QString& word : typed.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        words.push_back(foldForSearch(word.toStdString()));
    return words;
}

bool holdsAll(std::string_view folded, const std::vector<std::string>& words) {
    return std::all_of(words.begin(), words.end(), [folded](const std::string& word) {
        return folded.find(word) != std::string_view::npos;
    });
}

} // namespace catalog
