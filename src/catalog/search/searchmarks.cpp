// SPDX-License-Identifier: MIT
#include "catalog/search/searchmarks.h"

#include "catalog/field.h"
#include "catalog/search/searchfold.h"

#include <algorithm>

namespace catalog {

namespace {

constexpr qsizetype longestText = 1'000'000; // UTF-16 units; nobody looks at every word of more
constexpr std::size_t mostPlaces = 10'000;

bool isAddressField(std::string_view key) {
    const Field* field = fieldOf(key);
    return field && (field->kind == FieldKind::Url || field->kind == FieldKind::YouTube ||
                     field->kind == FieldKind::Path);
}

/// Whether a term looks into this field.
bool concerns(const SearchTerm& term, std::string_view key) {
    const bool isNotes = key == SearchMarks::notesKey || key == SearchMarks::linkAddressKey;
    switch (term.kind) {
    case SearchKind::Address:
        return key == SearchMarks::linkAddressKey || isAddressField(key);
    case SearchKind::Path:
        return key == SearchMarks::fileKey;
    case SearchKind::Text:
        return *term.key ? key == term.key : isNotes;
    case SearchKind::People:
    case SearchKind::Sponsors:
        return key == term.key;
    case SearchKind::Range:
    case SearchKind::State:
    case SearchKind::Presence:
    case SearchKind::Problem:
        break;
    }
    return false;
}

/// A text as a search reads it, and where each of its characters comes from.
class FoldedText {
public:
    explicit FoldedText(const QString& text) {
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype begin = at;
            at += lengthAt(text, at);
            add(text.mid(begin, at - begin), begin, at);
        }
    }

    void find(const QString& word, std::vector<FoundPlace>& found) const {
        for (qsizetype at = m_text.indexOf(word); at >= 0 && found.size() < mostPlaces;
             at = m_text.indexOf(word, at + word.size())) {
            const qsizetype begin = m_begins[static_cast<std::size_t>(at)];
            found.push_back({begin, m_ends[static_cast<std::size_t>(at + word.size() - 1)] - begin});
        }
    }

private:
    /// Of a character, or of an escape that stands for one.
    static qsizetype lengthAt(const QString& text, qsizetype at) {
        if (text[at] == QLatin1Char('\\') && at + 1 < text.size()) {
            bool isCode = false;
            (void)text.mid(at + 2, 4).toUShort(&isCode, 16);
            return text[at + 1] == QLatin1Char('u') && isCode && at + 6 <= text.size() ? 6 : 2;
        }
        const bool isPair =
            text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
        return isPair ? 2 : 1;
    }

    void add(const QString& character, qsizetype begin, qsizetype end) {
        const char16_t first = character[0].unicode();
        if (character.size() == 1 && first < 0x80) // nine of ten
            return append(character[0].toLower(), begin, end);
        const QString folded = QString::fromStdString(foldForSearch(character.toStdString()));
        if (folded.isEmpty() && !m_ends.empty()) // an accent by itself belongs to its letter
            m_ends.back() = end;
        for (const QChar c : folded)
            append(c, begin, end);
    }

    void append(QChar c, qsizetype begin, qsizetype end) {
        m_text += c;
        m_begins.push_back(begin);
        m_ends.push_back(end);
    }

    QString m_text;
    std::vector<qsizetype> m_begins, m_ends;
};

} // namespace

FoundTerms SearchMarks::termsFor(std::string_view key) const {
    FoundTerms terms = ownTermsFor(key);
    const bool isText = key.substr(0, 1) != "@" || key == linkAddressKey;
    if (!isText)
        return terms;
    for (const SearchMark& mark : m_marks)
        if (!mark.term)
            terms.words += mark.word;
    terms.patterns = m_patterns;
    return terms;
}

FoundTerms SearchMarks::ownTermsFor(std::string_view key) const {
    FoundTerms terms;
    for (const SearchMark& mark : m_marks)
        if (mark.term && concerns(*mark.term, key))
            terms.words += mark.word;
    return terms;
}

std::vector<FoundPlace> foundPlaces(const QString& text, const FoundTerms& terms) {
    std::vector<FoundPlace> found;
    if (terms.isEmpty() || text.isEmpty() || text.size() > longestText)
        return found;
    if (!terms.words.isEmpty()) {
        const FoldedText folded(text);
        for (const QString& word : terms.words)
            if (!word.isEmpty())
                folded.find(word, found);
    }
    for (const SearchPattern& pattern : terms.patterns) {
        const auto places = pattern.places(text, mostPlaces - std::min(found.size(), mostPlaces));
        found.insert(found.end(), places.begin(), places.end());
    }
    return found;
}

} // namespace catalog
