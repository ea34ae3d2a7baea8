// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapter.h"
#include "catalog/memberedit.h"
#include "format/document.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace catalog {

inline constexpr const char chaptersKey[] = "podcast_chapters";
inline constexpr const char chapterListKey[] = "chapters";

/// What a chapter can say (Podcasting 2.0 JSON chapters 1.2), in the usual order.
inline const MemberOrder chapterMembers{"startTime", "title", "img", "url", "toc", "endTime", "location"};
inline const MemberOrder locationMembers{"name", "geo", "osm"};

/// The object, or noNode where there is none.
format::JsonId chaptersObject(const format::Document& document);
/// The list of its chapters, or noNode.
format::JsonId chapterList(const format::Document& document);
/// A member of a value that may be no object: noNode.
format::JsonId memberOf(const format::Document& document, format::JsonId object, std::string_view key);

/// How one document writes its chapters, measured from them; where it has none, from those of `like`.
class ChapterStyle {
public:
    ChapterStyle(const format::Document& document, const format::Document* like);

    /// Milliseconds as a number of seconds: whole ones as `now` or else the siblings write them, others with
    /// the digits that they need.
    std::string seconds(qint64 milliseconds, std::string_view now = {}) const;
    /// A member's JSON text, its numbers in this style and nothing laid out; absent where it says nothing.
    std::optional<std::string> member(const Chapter& chapter, std::string_view key,
                                      std::string_view now = {}) const;
    /// Members that say nothing are written as null.
    bool writesNulls() const { return !m_nulls.empty(); }
    /// A new chapter as it is written into `document`.
    std::string print(const Chapter& chapter, const format::JsonStyle& style) const;
    /// A new chapter as JSON text, not laid out.
    std::string json(const Chapter& chapter) const;

private:
    void measure(const format::Document& document);
    void measureNumbers(const format::Document& document);
    void countNumber(std::string_view raw);
    bool holds(std::string_view key) const;

    std::vector<std::string> m_members;   ///< of most siblings, the known ones
    std::set<std::string> m_nulls;        ///< members that are null somewhere
    bool m_statesInContents = false;      ///< writes `"toc": true`
    std::optional<std::string> m_oneLine; ///< chapters stand on one line; what is between their members
    int m_whole = 0, m_pointed = 0, m_fractions = 0; ///< numbers: `79`, `79.0`, `79.5`
};

} // namespace catalog
