// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace catalog {

/// Words to look for, all of which must occur; case and accents do not matter; `"two words"` is a phrase.
class SearchQuery {
public:
    explicit SearchQuery(const QString& query = {});
    bool isEmpty() const { return m_words.empty(); }
    bool matches(std::string_view folded) const;
    const std::vector<std::string>& words() const { return m_words; }

private:
    std::vector<std::string> m_words; ///< folded
};

/// Text without case, accents and JSON escapes, as UTF-8, for searching.
std::string foldForSearch(std::string_view utf8);

} // namespace catalog
