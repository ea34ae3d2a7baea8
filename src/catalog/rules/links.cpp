// SPDX-License-Identifier: MIT
// Rows that look like links and are none for CommonMark.
#include "catalog/rules/report.h"
#include "format/commonmark.h"
#include "format/linkitem.h"

#include <optional>

namespace catalog {

namespace {

using format::Row;

QString tr(const char* text) {
    return Report::tr(text);
}

constexpr auto npos = std::string_view::npos;

bool isQuoteProblem(const Row& row) {
    return row.problem.find("unescaped quote") != std::string::npos;
}
bool isBacktickProblem(const Row& row) {
    return row.problem.find("backtick") != std::string::npos;
}
bool isOtherProblem(const Row& row) {
    return !isQuoteProblem(row) && !isBacktickProblem(row);
}

/// Whether the item begins with a link to that address for CommonMark.
bool isLink(const std::string& item, std::string_view url) {
    const auto links = format::commonMarkLinks(item);
    return !links.empty() && links.front().url == format::decodeMarkdown(url);
}

/// Where a broken item's parts stand: `[text](url "title")rest`.
struct BrokenParts {
    std::string_view text, url, title, rest;
};

std::optional<BrokenParts> partsOf(std::string_view item) {
    const std::size_t url = item.find("](");
    const std::size_t gap = url == npos ? npos : item.find_first_of(" \n", url);
    const std::size_t title = gap == npos ? npos : item.find_first_not_of(" \n", gap);
    const std::size_t end = item.rfind("\")");
    if (title == npos || item[title] != '"' || end == npos || end <= title || item[0] != '[')
        return std::nullopt;
    return BrokenParts{item.substr(1, url - 1), item.substr(url + 2, gap - url - 2),
                       item.substr(title + 1, end - title - 1), item.substr(end + 2)};
}

/// The item with its title in quotes that it allows; empty where that makes no link of it.
std::string requoted(std::string_view item) {
    const auto parts = partsOf(item);
    if (!parts)
        return {};
    std::string words(parts->title);
    std::replace(words.begin(), words.end(), '\n', ' ');
    const std::string title = format::printTitle(format::decodeMarkdown(words));
    const std::string whole = '[' + std::string(parts->text) + "](" + std::string(parts->url) +
                              (title.empty() ? "" : ' ' + title) + ')' + std::string(parts->rest);
    return isLink(whole, parts->url) ? whole : std::string();
}

/// The item with every `sign` in its text and title escaped.
std::string escaped(std::string_view item, std::string_view signs) {
    const std::size_t close = item.find("](");
    if (close == npos || item[0] != '[')
        return {};
    const std::string_view url = item.substr(close + 2, item.find_first_of(" )", close + 2) - close - 2);
    // A backslash before the bracket took it away from the link.
    const std::string_view text = item.substr(1, close - 1);
    std::string whole = "[";
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\\' && at + 1 < text.size())
            whole += text[at++];
        else if (text[at] == '\\' || signs.find(text[at]) != npos)
            whole += '\\';
        whole += text[at];
    }
    whole += item.substr(close);
    return isLink(whole, url) ? whole : std::string();
}

using Mending = std::optional<format::TextEdit>;

/// Reports the rows that `chooses`; `mend` gives the edit that makes a link of one, where it knows.
template <typename Mend>
void problems(Report& report, bool (*chooses)(const Row&), const QString& label, const Mend& mend,
              bool isGuess = false) {
    const std::string& text = report.context().document.text();
    for (const Row& row : report.context().document.links().rows()) {
        if (row.problem.empty() || !chooses(row))
            continue;
        Issue& issue = report.add("body", QString::fromStdString(row.problem), row.text);
        if (const Mending edit = mend(text, row))
            report.fixBy(issue, label, {*edit});
        if (isGuess)
            Report::askFirst(issue);
    }
}

/// The item as a whole, where it can be mended alone.
Mending wholeItem(const Row& row, const std::string& mended) {
    return mended.empty() ? std::nullopt : Mending(format::TextEdit{row.text, mended});
}

void quotes(Report& report) {
    problems(
        report, isQuoteProblem, tr("Quote the title in another way"),
        [](std::string_view text, const Row& row) { return wholeItem(row, requoted(row.text.in(text))); });
}

std::string withBackticksEscaped(std::string_view text) {
    std::string escaped;
    for (const char byte : text)
        escaped += byte == '`' ? std::string("\\`") : std::string(1, byte);
    return escaped;
}

/// The item with the backticks of its text escaped. Those of the title are, too, only where nothing less
/// makes a link of it: the tooltip shows their backslashes.
std::string withoutCode(std::string_view item) {
    const auto parts = partsOf(item);
    if (!parts)
        return {};
    for (const std::size_t end : {parts->text.size() + 1, item.size()})
        if (std::string whole = withBackticksEscaped(item.substr(0, end)) + std::string(item.substr(end));
            isLink(whole, parts->url))
            return whole;
    return {};
}
void backticks(Report& report) {
    problems(
        report, isBacktickProblem, tr("Escape the backticks"),
        [](std::string_view text, const Row& row) { return wholeItem(row, withoutCode(row.text.in(text))); });
}

/// A title that goes on behind a blank line: the item up to where the title is closed, on one line. Nothing
/// where another item or heading comes first.
Mending joined(std::string_view text, const Row& row) {
    constexpr std::size_t longest = 1000;
    const std::size_t begin = row.text.begin;
    const std::size_t close = text.substr(begin, longest).find("\")");
    if (close == npos || begin + close < row.text.end)
        return std::nullopt;
    std::string line;
    bool isLineStart = false;
    for (const char byte : text.substr(begin, close)) {
        const bool isSpace = byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
        if (isLineStart && (byte == '*' || byte == '#' || byte == '[' || byte == '>'))
            return std::nullopt;
        isLineStart = byte == '\n' || (isLineStart && isSpace);
        if (!isSpace)
            line += byte;
        else if (!line.empty() && line.back() != ' ')
            line += ' ';
    }
    line.erase(line.find_last_not_of(' ') + 1);
    const std::string whole = requoted(line + "\")");
    return whole.empty() ? std::nullopt : Mending(format::TextEdit{{begin, begin + close + 2}, whole});
}

void broken(Report& report) {
    problems(
        report, isOtherProblem, tr("Escape brackets, or join the title's lines"),
        [](std::string_view text, const Row& row) {
            const Mending bracketed = wholeItem(row, escaped(row.text.in(text), "[]"));
            return bracketed ? bracketed : joined(text, row);
        },
        true);
}

constexpr Rule rules[] = {
    {"link-title-unescaped-quote", Severity::Error, "A quote inside a link's title breaks the link.",
     checkWith<quotes>},
    {"link-unbalanced-backtick", Severity::Error, "A backtick swallows a link.", checkWith<backticks>},
    {"link-broken-syntax", Severity::Error, "A row looks like a link and is none.", checkWith<broken>},
};

} // namespace

std::span<const Rule> linkRules() {
    return rules;
}

} // namespace catalog
