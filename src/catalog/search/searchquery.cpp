// SPDX-License-Identifier: MIT
#include "catalog/search/searchquery.h"

#include "catalog/search/searchtests.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace catalog {

namespace {

constexpr int deepest = 50; ///< parentheses in each other

using SearchTests = std::vector<SearchTest>;

SearchTest allOf(SearchTests tests) {
    if (tests.size() < 2)
        return tests.empty() ? SearchTest() : std::move(tests.front());
    return [tests = std::move(tests)](const SearchSubject& subject) {
        return std::all_of(tests.begin(), tests.end(), [&](const SearchTest& test) { return test(subject); });
    };
}

SearchTest anyOf(SearchTests tests) {
    if (tests.size() < 2)
        return tests.empty() ? SearchTest() : std::move(tests.front());
    return [tests = std::move(tests)](const SearchSubject& subject) {
        return std::any_of(tests.begin(), tests.end(), [&](const SearchTest& test) { return test(subject); });
    };
}

void add(SearchTests& tests, SearchTest test) {
    if (test)
        tests.push_back(std::move(test));
}

} // namespace

/// Reads the language by descent: either → both → one.
class SearchParser {
public:
    SearchParser(const QString& text, SearchQuery& query)
        : m_text(text)
        , m_query(query) {
        SearchTests tests;
        add(tests, readEither(0));
        while (m_at < m_text.size()) { // a ")" too much
            complain(m_at++, 1, QCoreApplication::translate("Search", "No parenthesis is open here."));
            add(tests, readEither(0));
        }
        m_query.m_test = allOf(std::move(tests));
    }

private:
    bool isAt(QChar c) const { return m_at < m_text.size() && m_text[m_at] == c; }
    bool isEnd(qsizetype at) const {
        return at >= m_text.size() || m_text[at].isSpace() || m_text[at] == QLatin1Char(')');
    }
    void skipSpace() {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }
    void complain(qsizetype position, qsizetype length, const QString& message) {
        m_query.m_errors.push_back({position, length, message});
    }
    bool takeOr() {
        skipSpace();
        const bool isOr =
            QStringView(m_text).mid(m_at, 2).compare(QLatin1String("or"), Qt::CaseInsensitive) == 0 &&
            isEnd(m_at + 2);
        m_at += isOr ? 2 : 0;
        return isOr;
    }

    SearchTest readEither(int depth) {
        SearchTests tests;
        add(tests, readBoth(depth));
        while (takeOr())
            add(tests, readBoth(depth));
        return anyOf(std::move(tests));
    }

    SearchTest readBoth(int depth) {
        SearchTests tests;
        for (skipSpace(); m_at < m_text.size() && !isAt(QLatin1Char(')')); skipSpace()) {
            const qsizetype before = m_at;
            if (takeOr()) {
                m_at = before;
                break;
            }
            add(tests, readOne(depth));
        }
        return allOf(std::move(tests));
    }

    SearchTest readOne(int depth) {
        bool isNot = false;
        for (; isAt(QLatin1Char('-')) && !isEnd(m_at + 1); ++m_at)
            isNot = !isNot;
        const bool wasNegative = std::exchange(m_isNegative, m_isNegative != isNot);
        SearchTest test = readPositive(depth);
        m_isNegative = wasNegative;
        if (!isNot || !test)
            return test;
        return [test = std::move(test)](const SearchSubject& subject) { return !test(subject); };
    }

    SearchTest readPositive(int depth) {
        if (isAt(QLatin1Char('(')))
            return readGroup(depth);
        if (isAt(QLatin1Char('/')))
            if (const qsizetype end = patternEnd(); end > 0)
                return readPattern(end);
        return readTerm();
    }

    SearchTest readGroup(int depth) {
        const qsizetype open = m_at++;
        if (depth >= deepest) {
            complain(open, 1,
                     QCoreApplication::translate("Search", "Too many parentheses stand in each other."));
            m_at = m_text.size();
            return {};
        }
        SearchTest test = readEither(depth + 1);
        if (isAt(QLatin1Char(')')))
            ++m_at;
        else
            complain(open, 1, QCoreApplication::translate("Search", "This parenthesis is not closed."));
        return test;
    }

    /// Where a pattern's second slash stands; 0: what begins here is no pattern but a word, such as "/605".
    qsizetype patternEnd() const {
        for (qsizetype at = m_at + 1; at < m_text.size(); ++at) {
            if (m_text[at] == QLatin1Char('\\'))
                ++at;
            else if (m_text[at] == QLatin1Char('/') && at > m_at + 1 && isEnd(at + 1))
                return at;
        }
        return 0;
    }

    SearchTest readPattern(qsizetype end) {
        const qsizetype begin = m_at;
        m_at = end + 1;
        const SearchPattern pattern(m_text.mid(begin + 1, end - begin - 1));
        if (const QString why = pattern.error(); !why.isEmpty()) {
            complain(begin, m_at - begin, why);
            return {};
        }
        m_query.m_patterns.push_back({begin, m_at - begin, pattern});
        if (!m_isNegative)
            m_query.m_marks.addPattern(pattern);
        return searchTestForPattern(pattern);
    }

    /// A word up to the next space or parenthesis, or a phrase up to its second quotation mark. A mark that
    /// is not closed yet reaches to the end: somebody is typing.
    QString readText(bool stopsAtColon) {
        if (isAt(QLatin1Char('"'))) {
            const qsizetype begin = ++m_at;
            const qsizetype found = m_text.indexOf(QLatin1Char('"'), begin);
            const qsizetype end = found < 0 ? m_text.size() : found;
            m_at = found < 0 ? end : end + 1;
            return m_text.mid(begin, end - begin);
        }
        const qsizetype begin = m_at;
        while (!isEnd(m_at) && !isAt(QLatin1Char('"')) && !(stopsAtColon && isAt(QLatin1Char(':'))))
            ++m_at;
        return m_text.mid(begin, m_at - begin);
    }

    SearchTest readTerm() {
        const qsizetype begin = m_at;
        if (!isAt(QLatin1Char('"'))) {
            const QString name = readText(true);
            const bool isBegun = isAt(QLatin1Char(':')) && isEnd(m_at + 1) && searchTermOf(name);
            if (isBegun) { // its value is still to be typed
                ++m_at;
                return {};
            }
            const bool isName = isAt(QLatin1Char(':')) && !isEnd(m_at + 1);
            if (const SearchTerm* term = isName ? searchTermOf(name) : nullptr) {
                ++m_at;
                return readValue(*term, begin);
            }
            if (isName && looksLikeTerm(name))
                complain(begin, name.size(),
                         QCoreApplication::translate(
                             "Search", "\"%1\" is no term of the search; it is searched as a word.")
                             .arg(name));
            m_at = begin;
        }
        return wordTest(readText(false));
    }

    /// "gest:wes" is a mistake; "https://…" and "12:30" are words.
    bool looksLikeTerm(const QString& name) const {
        const auto isPart = [](QChar c) { return c.isLetter() || c == QLatin1Char('_'); };
        return !name.isEmpty() && std::all_of(name.begin(), name.end(), isPart) &&
               m_text.mid(m_at + 1, 2) != QLatin1String("//");
    }

    SearchTest readValue(const SearchTerm& term, qsizetype begin) {
        const QString value = readText(false);
        QString why;
        SearchTest test = value.trimmed().isEmpty() ? SearchTest() : searchTestFor(term, value, why);
        if (!why.isEmpty())
            complain(begin, m_at - begin, why);
        m_query.m_needsIssues |= term.kind == SearchKind::Problem ||
                                 (term.kind == SearchKind::Presence &&
                                  value.compare(QLatin1String("problems"), Qt::CaseInsensitive) == 0);
        const bool isText = term.kind == SearchKind::Text || term.kind == SearchKind::Address ||
                            term.kind == SearchKind::People || term.kind == SearchKind::Sponsors ||
                            term.kind == SearchKind::Path;
        if (isText && test && !m_isNegative)
            m_query.m_marks.add({QString::fromStdString(foldForSearch(value.toStdString())), &term});
        return test;
    }

    SearchTest wordTest(const QString& text) {
        const SearchWord word(foldForSearch(text.toStdString()));
        if (word.isEmpty())
            return {};
        if (!m_isNegative)
            m_query.m_marks.add({QString::fromStdString(word.text())});
        m_query.m_words.push_back(word);
        return searchTestForWord(word);
    }

    const QString& m_text;
    SearchQuery& m_query;
    qsizetype m_at = 0;
    bool m_isNegative = false;
};

SearchQuery::SearchQuery(const QString& query) {
    SearchParser(query, *this);
}

bool SearchQuery::matches(const SearchSubject& subject) const {
    if (!m_test)
        return true;
    bool isGivenUp = false;
    SearchSubject asked = subject;
    asked.isGivenUp = &isGivenUp;
    return m_test(asked) && !isGivenUp;
}

bool SearchQuery::isTooComplicated() const {
    return std::any_of(m_patterns.begin(), m_patterns.end(),
                       [](const PlacedPattern& placed) { return placed.pattern.isTooComplicated(); });
}

std::vector<SearchError> SearchQuery::errors() const {
    std::vector<SearchError> errors = m_errors;
    for (const PlacedPattern& placed : m_patterns)
        if (placed.pattern.isTooComplicated())
            errors.push_back(
                {placed.position, placed.length,
                 QCoreApplication::translate(
                     "Search", "This expression is too complicated: episodes over which it would "
                               "take too long are left out.")});
    return errors;
}

} // namespace catalog
