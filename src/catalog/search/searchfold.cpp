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

/// JSON's escapes as the characters that people read and type.
QString withoutEscapes(std::string_view utf8) {
    const QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    QString plain;
    plain.reserve(text.size());
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at] != QLatin1Char('\\') || at + 1 == text.size()) {
            plain += text[at];
            continue;
        }
        const QChar next = text[++at];
        const int code = next == QLatin1Char('u') ? hexValue(text.mid(at + 1, 4).toStdString()) : -1;
        if (code >= 0) {
            plain += QChar(static_cast<char16_t>(code));
            at += 4;
        } else if (next == QLatin1Char('n') || next == QLatin1Char('r') || next == QLatin1Char('t')) {
            plain += QLatin1Char(' ');
        } else {
            plain += next;
        }
    }
    return plain;
}

} // namespace

std::string foldForSearch(std::string_view utf8) {
    const bool isPlain = std::all_of(utf8.begin(), utf8.end(), [](char byte) {
        return static_cast<unsigned char>(byte) < 0x80 && byte != '\\';
    });
    if (isPlain) { // nine texts of ten
        std::string folded(utf8);
        std::transform(folded.begin(), folded.end(), folded.begin(), [](char byte) {
            return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte;
        });
        return folded;
    }
    QString folded = withoutEscapes(utf8).normalized(QString::NormalizationForm_KD).toCaseFolded();
    folded.removeIf([](QChar c) { return c.category() == QChar::Mark_NonSpacing; });
    return folded.toStdString();
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
