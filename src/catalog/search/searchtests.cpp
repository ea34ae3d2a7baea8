// SPDX-License-Identifier: MIT
#include "catalog/search/searchtests.h"

#include "catalog/catalog.h"
#include "catalog/field.h"
#include "catalog/values.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <memory>
#include <set>

namespace catalog {

namespace {

using format::Document;

QString words(const char* text) {
    return QCoreApplication::translate("Search", text);
}
#define SEARCH_WORDS(text) words(QT_TRANSLATE_NOOP("Search", text))

bool holds(std::string_view folded, const std::string& word) {
    return folded.find(word) != std::string_view::npos;
}

bool isIn(const QString& text, const std::string& word) {
    return holds(foldForSearch(text.toStdString()), word);
}

/// The episode's document where the word occurs at all: most episodes need no parsing.
Episode::DocumentPtr documentWith(const SearchSubject& subject, const SearchWord& word) {
    return subject.text.holds(word) ? subject.episode.transientDocument() : nullptr;
}

SearchTest textTest(const SearchTerm& term, std::string word) {
    const std::string key = term.key;
    if (key == "title")
        return [word = std::move(word)](const SearchSubject& subject) {
            return isIn(subject.episode.summary().title, word);
        };
    if (key == "show_slug")
        return [word = std::move(word)](const SearchSubject& subject) {
            const QString& slug = subject.episode.summary().show;
            return isIn(slug, word) || isIn(subject.catalog.registry().shows.value(slug).name, word);
        };
    if (key.empty())
        return [word = SearchWord(std::move(word))](const SearchSubject& subject) {
            const auto document = documentWith(subject, word);
            return document && holds(foldForSearch(document->body()), word.text());
        };
    return [key, word = SearchWord(std::move(word))](const SearchSubject& subject) {
        const auto document = documentWith(subject, word);
        return document && isIn(valueText(*document, key), word.text());
    };
}

/// The ids of people or sponsors whose names hold the word; looked up once for a whole search.
class NamedIds {
public:
    NamedIds(std::string word, bool isSponsor)
        : m_word(std::move(word))
        , m_isSponsor(isSponsor) {}

    const std::set<std::string>& in(const Catalog& catalog) {
        if (m_version == catalog.registryVersion())
            return m_ids;
        m_version = catalog.registryVersion();
        m_ids.clear();
        m_words.clear();
        const auto take = [this](const QString& id, const QString& name) {
            if (isIn(name, m_word) && m_ids.insert(id.toStdString()).second)
                m_words.emplace_back(foldForSearch(id.toStdString()));
        };
        const Registry& registry = catalog.registry();
        if (m_isSponsor)
            for (auto one = registry.sponsors.begin(); one != registry.sponsors.end(); ++one)
                take(one.key(), one->title);
        else
            for (auto one = registry.people.begin(); one != registry.people.end(); ++one)
                take(one.key(), one->name);
        return m_ids;
    }
    /// The same, folded; those of the catalogue that was asked last.
    const std::vector<SearchWord>& words() const { return m_words; }

private:
    std::string m_word;
    bool m_isSponsor;
    int m_version = -1;
    std::set<std::string> m_ids;
    std::vector<SearchWord> m_words;
};

SearchTest idsTest(const SearchTerm& term, std::string word) {
    const std::string key = term.key;
    const auto named = std::make_shared<NamedIds>(word, term.kind == SearchKind::Sponsors);
    return [key, named, word = SearchWord(std::move(word))](const SearchSubject& subject) {
        const std::set<std::string>& ids = named->in(subject.catalog);
        const auto& words = named->words();
        const bool isMentioned =
            subject.text.holds(word) || std::any_of(words.begin(), words.end(), [&](const SearchWord& each) {
                return subject.text.holds(each);
            });
        if (!isMentioned) // most episodes need no parsing
            return false;
        const auto document = subject.episode.transientDocument();
        const format::JsonNode* node = document ? document->member(key) : nullptr;
        if (!node || node->type != format::JsonType::Array)
            return false;
        const auto members = document->strings(*node);
        return std::any_of(members.begin(), members.end(), [&](const std::string& id) {
            return holds(foldForSearch(id), word.text()) || ids.contains(id);
        });
    };
}

std::optional<qint64> countOf(const SearchSubject& subject, std::string_view key) {
    const auto document = subject.episode.transientDocument();
    if (!document)
        return std::nullopt;
    if (key == "body") {
        const auto& rows = document->links().rows();
        return std::count_if(rows.begin(), rows.end(),
                             [](const auto& row) { return row.kind == format::RowKind::Link; });
    }
    const format::JsonNode* list = document->at({std::string(key), std::string("chapters")});
    return list && list->type == format::JsonType::Array ? static_cast<qint64>(list->children.size()) : 0;
}

std::optional<qint64> measureOf(const SearchSubject& subject, const std::string& key) {
    const Summary& summary = subject.episode.summary();
    if (key == "episode") {
        bool isNumber = false;
        const qint64 number = summary.number.toLongLong(&isNumber);
        return isNumber ? std::optional(number) : std::nullopt;
    }
    if (key == "date") {
        const auto date = parseEpisodeDate(summary.date);
        return date ? std::optional(date->date.toJulianDay()) : std::nullopt;
    }
    if (key == "podcast_duration")
        return parseDuration(summary.duration);
    if (key == "podcast_bytes") {
        bool isNumber = false;
        const qint64 bytes = subject.episode.valueText(key).toLongLong(&isNumber);
        return isNumber ? std::optional(bytes) : std::nullopt;
    }
    return countOf(subject, key);
}

SearchTest rangeTest(const SearchTerm& term, const QString& value, QString& why) {
    const std::string key = term.key;
    if (const auto range = parseSearchRange(value, term.unit))
        return [key, range = *range](const SearchSubject& subject) {
            const auto measure = measureOf(subject, key);
            return measure && range.holds(*measure);
        };
    if (key == "episode") // "T-0": some episodes are called by a word
        if (!value.contains(QLatin1String("..")) && !value.startsWith(QLatin1Char('<')) &&
            !value.startsWith(QLatin1Char('>')))
            return [value](const SearchSubject& subject) {
                return subject.episode.summary().number.compare(value, Qt::CaseInsensitive) == 0;
            };
    why = SEARCH_WORDS("\"%1\" is not understood here. Examples: %2").arg(value, helpOf(term));
    return {};
}

SearchTest addressTest(const SearchWord& word) {
    return [word](const SearchSubject& subject) {
        const auto document = documentWith(subject, word);
        if (!document)
            return false;
        for (const Field& field : fields())
            if (field.kind == FieldKind::Url || field.kind == FieldKind::YouTube ||
                field.kind == FieldKind::Path)
                if (isIn(valueText(*document, field.key), word.text()))
                    return true;
        const auto& rows = document->links().rows();
        return std::any_of(rows.begin(), rows.end(), [&](const auto& row) {
            return row.kind == format::RowKind::Link && holds(foldForSearch(row.link.url), word.text());
        });
    };
}

SearchTest stateTest(const QString& value, QString& why) {
    const QString state = value.toLower();
    if (state == QLatin1String("changed"))
        return [](const SearchSubject& subject) { return subject.episode.isChanged(); };
    if (state == QLatin1String("draft"))
        return [](const SearchSubject& subject) { return subject.episode.summary().isDraft; };
    if (state == QLatin1String("published"))
        return [](const SearchSubject& subject) {
            return !subject.episode.isRefused() && !subject.episode.summary().isDraft;
        };
    if (state == QLatin1String("unreadable"))
        return [](const SearchSubject& subject) { return subject.episode.isRefused(); };
    if (state == QLatin1String("readonly"))
        return [](const SearchSubject& subject) { return subject.episode.isReadOnly(); };
    why = SEARCH_WORDS("Nothing is called \"is:%1\". There is: %2.")
              .arg(value, searchStates().join(QStringLiteral(", ")));
    return {};
}

bool isThere(const Document& document, std::string_view key) {
    const format::JsonNode* node = document.member(key);
    if (!node || node->type == format::JsonType::Null)
        return false;
    if (node->type == format::JsonType::Array || node->type == format::JsonType::Object)
        return !node->children.empty();
    return node->type != format::JsonType::String || !node->string.empty();
}

bool isAnyThere(const SearchSubject& subject, std::initializer_list<std::string_view> keys) {
    const auto document = subject.episode.transientDocument();
    return document && std::any_of(keys.begin(), keys.end(),
                                   [&](std::string_view key) { return isThere(*document, key); });
}

bool hasProblems(const SearchSubject& subject) {
    return subject.issues &&
           std::any_of(subject.issues->begin(), subject.issues->end(),
                       [](const Issue& issue) { return issue.severity != Severity::Information; });
}

SearchTest presenceTest(const QString& value, QString& why) {
    const QString what = value.toLower();
    if (what == QLatin1String("chapters"))
        return
            [](const SearchSubject& subject) { return countOf(subject, "podcast_chapters").value_or(0) > 0; };
    if (what == QLatin1String("links"))
        return [](const SearchSubject& subject) { return countOf(subject, "body").value_or(0) > 0; };
    if (what == QLatin1String("notes"))
        return [](const SearchSubject& subject) {
            const auto document = subject.episode.transientDocument();
            return document && document->body().find_first_not_of(" \t\r\n") != std::string_view::npos;
        };
    if (what == QLatin1String("problems"))
        return hasProblems;
    if (what == QLatin1String("audio"))
        return [](const SearchSubject& subject) {
            return isAnyThere(subject, {"podcast_file", "podcast_alt_file", "podcast_ogg_file"});
        };
    if (what == QLatin1String("video"))
        return [](const SearchSubject& subject) {
            return isAnyThere(subject, {"video_file", "video_hd_file", "video_mobile_file", "youtube_link"});
        };
    if (const Field* field = fieldOf(what.toStdString()))
        return [key = std::string(field->key)](const SearchSubject& subject) {
            const auto document = subject.episode.transientDocument();
            return document && isThere(*document, key);
        };
    why = SEARCH_WORDS("Nothing is called \"has:%1\". There is: %2, and every key of the front matter.")
              .arg(value, searchPresences().join(QStringLiteral(", ")));
    return {};
}

SearchTest problemTest(const QString& value) {
    static const std::array<std::pair<QLatin1String, Severity>, 3> weights{
        {{QLatin1String("error"), Severity::Error},
         {QLatin1String("warning"), Severity::Warning},
         {QLatin1String("information"), Severity::Information}}};
    const QString rule = value.toLower();
    const auto weight =
        std::find_if(weights.begin(), weights.end(), [&](const auto& one) { return one.first == rule; });
    const std::optional<Severity> severity =
        weight == weights.end() ? std::nullopt : std::optional(weight->second);
    return [rule, severity](const SearchSubject& subject) {
        return subject.issues &&
               std::any_of(subject.issues->begin(), subject.issues->end(), [&](const Issue& issue) {
                   return severity ? issue.severity == *severity : issue.rule.contains(rule);
               });
    };
}

} // namespace

SearchTest searchTestForWord(const SearchWord& word) {
    return [word](const SearchSubject& subject) { return subject.text.holds(word); };
}

SearchTest searchTestForPattern(const SearchPattern& pattern) {
    return [pattern](const SearchSubject& subject) {
        const auto isMatch = pattern.matches(QString::fromStdString(subject.episode.text()));
        if (!isMatch && subject.isGivenUp)
            *subject.isGivenUp = true;
        return isMatch.value_or(false);
    };
}

SearchTest searchTestFor(const SearchTerm& term, const QString& value, QString& why) {
    switch (term.kind) {
    case SearchKind::Text:
        return textTest(term, foldForSearch(value.toStdString()));
    case SearchKind::People:
    case SearchKind::Sponsors:
        return idsTest(term, foldForSearch(value.toStdString()));
    case SearchKind::Range:
        return rangeTest(term, value, why);
    case SearchKind::Address:
        return addressTest(SearchWord(foldForSearch(value.toStdString())));
    case SearchKind::State:
        return stateTest(value, why);
    case SearchKind::Presence:
        return presenceTest(value, why);
    case SearchKind::Problem:
        return problemTest(value);
    case SearchKind::Path:
        return [word = foldForSearch(value.toStdString())](const SearchSubject& subject) {
            return isIn(subject.catalog.relativePath(subject.episode.id()), word);
        };
    }
    return {};
}

} // namespace catalog
