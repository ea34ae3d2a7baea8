// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/rules/report.h"

#include <charconv>
#include <optional>
#include <string>
#include <vector>

namespace catalog {

inline constexpr const char chaptersField[] = "podcast_chapters";

/// One chapter as a rule looks at it; times in seconds.
struct ListedChapter {
    std::size_t index = 0;
    format::JsonId id = format::noNode;
    std::optional<double> start, end;
    const std::string_view* title = nullptr; ///< absent or not text: nullptr
};

/// The chapters object of an episode (Podcasting 2.0 JSON chapters 1.2).
class ChapterFile {
public:
    explicit ChapterFile(const Report& report)
        : m_report(report) {
        m_object = report.context().document.json().find({std::string(chaptersField)});
        if (m_object == format::noNode || node(m_object).type != format::JsonType::Object)
            m_object = format::noNode;
        const format::JsonId list = member(m_object, "chapters");
        if (list != format::noNode && node(list).type == format::JsonType::Array)
            for (const format::JsonId id : node(list).children)
                m_chapters.push_back(read(id, m_chapters.size()));
    }

    bool exists() const { return m_object != format::noNode; }
    const std::vector<ListedChapter>& all() const { return m_chapters; }
    const format::JsonNode& node(format::JsonId id) const {
        return m_report.context().document.json().node(id);
    }
    format::JsonId member(format::JsonId id, std::string_view key) const {
        return id == format::noNode || node(id).type != format::JsonType::Object
                   ? format::noNode
                   : m_report.context().document.json().member(id, key);
    }
    /// A string of the chapters object itself.
    const format::JsonNode* text(std::string_view key) const {
        const format::JsonId id = member(m_object, key);
        return id != format::noNode && node(id).type == format::JsonType::String ? &node(id) : nullptr;
    }
    format::JsonPath path(const ListedChapter& chapter, const char* key) const {
        return {std::string(chaptersField), std::string("chapters"), chapter.index, std::string(key)};
    }
    format::Span spanOf(const ListedChapter& chapter, const char* key) const {
        const format::JsonId id = member(chapter.id, key);
        return node(id == format::noNode ? chapter.id : id).span;
    }

private:
    ListedChapter read(format::JsonId id, std::size_t index) const {
        ListedChapter chapter{index, id, number(id, "startTime"), number(id, "endTime"), nullptr};
        if (const format::JsonId title = member(id, "title");
            title != format::noNode && node(title).type == format::JsonType::String)
            chapter.title = &node(title).string;
        return chapter;
    }
    std::optional<double> number(format::JsonId id, const char* key) const {
        const format::JsonId found = member(id, key);
        if (found == format::noNode || node(found).type != format::JsonType::Number)
            return std::nullopt;
        const std::string_view raw = m_report.context().document.raw(node(found));
        double seconds = 0;
        std::from_chars(raw.data(), raw.data() + raw.size(), seconds);
        return seconds;
    }

    const Report& m_report;
    format::JsonId m_object = format::noNode;
    std::vector<ListedChapter> m_chapters;
};

} // namespace catalog
