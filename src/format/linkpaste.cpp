// SPDX-License-Identifier: MIT
#include "format/linkpaste.h"

#include "format/commonmark.h"
#include "format/htmllinks.h"
#include "format/limits.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace format {

namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view text, std::string_view around = blanks) {
    const std::size_t first = text.find_first_not_of(around);
    return first == npos ? std::string_view() : text.substr(first, text.find_last_not_of(around) - first + 1);
}

std::vector<std::string_view> linesOf(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (const std::string_view line = trimmed(text.substr(0, end)); !line.empty())
            lines.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool startsWith(std::string_view text, std::string_view start) {
    return text.substr(0, start.size()) == start;
}

bool isLetterOrDigit(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

/// `example.org`, `www.example.org/page`: labels of letters, digits and hyphens, the last one of letters.
bool isHostLike(std::string_view word) {
    constexpr std::array usual{"com", "org", "net",  "io",   "dev",   "fm",    "show",
                               "tv",  "me",  "app",  "co",   "edu",   "gov",   "uk",
                               "de",  "eu",  "info", "blog", "cloud", "rocks", "social"};
    const std::string_view host = word.substr(0, word.find_first_of("/?#:"));
    const std::size_t dot = host.rfind('.');
    if (dot == npos || dot == 0 || dot + 2 >= host.size())
        return false;
    const bool isPlain = std::all_of(host.begin(), host.end(),
                                     [](char c) { return isLetterOrDigit(c) || c == '-' || c == '.'; });
    const std::string_view last = host.substr(dot + 1);
    const bool isWord = std::none_of(last.begin(), last.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool isUsual = std::find(usual.begin(), usual.end(), last) != usual.end();
    return isPlain && isWord && host.find("..") == npos &&
           (startsWith(host, "www.") || isUsual || word.size() > host.size());
}

/// Sentence marks and brackets around an address are not its own; a `)` is where it has its `(` inside.
std::string_view withoutMarks(std::string_view word) {
    word = word.substr(std::min(word.find_first_not_of("<([{\"'"), word.size()));
    while (!word.empty() && std::string_view(".,;:!?>]}\"')").find(word.back()) != npos) {
        if (word.back() == ')' &&
            std::count(word.begin(), word.end(), '(') >= std::count(word.begin(), word.end(), ')'))
            break;
        word.remove_suffix(1);
    }
    return word;
}

bool hasScheme(std::string_view word) {
    std::string start(word.substr(0, 8));
    for (char& byte : start)
        byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    return (startsWith(start, "https://") && word.size() > 8) ||
           (startsWith(start, "http://") && word.size() > 7) ||
           (startsWith(start, "mailto:") && word.find('@') != npos);
}

struct Address {
    std::string url;
    std::size_t begin = 0, end = 0; ///< the word in its line, marks included
};

/// The addresses of one line: words with a scheme, or a line that is a host name as a whole.
std::vector<Address> addressesIn(std::string_view line) {
    std::vector<Address> found;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t begin = std::min(line.find_first_not_of(" \t,", at), line.size());
        // A comma ends an address only where a blank or another address follows.
        std::size_t end = begin;
        while (end < line.size() && line[end] != ' ' && line[end] != '\t' &&
               !(line[end] == ',' && (end + 1 == line.size() || hasScheme(line.substr(end + 1)))))
            ++end;
        const std::string_view word = withoutMarks(line.substr(begin, end - begin));
        if (hasScheme(word))
            found.push_back({std::string(word), begin, end});
        else if (begin == 0 && end == line.size() && isHostLike(word))
            found.push_back({"https://" + std::string(word), begin, end});
        at = std::max(end, at + 1);
    }
    return found;
}

/// A list's marker goes: `* `, `- `, `+ `, `• `, `12. `.
std::string_view withoutMarker(std::string_view line) {
    for (const std::string_view marker : {"* ", "- ", "+ ", "\xE2\x80\xA2 "})
        if (startsWith(line, marker))
            return trimmed(line.substr(marker.size()));
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    if (digits > 0 && digits < 4 &&
        (startsWith(line.substr(digits), ". ") || startsWith(line.substr(digits), ") ")))
        return trimmed(line.substr(digits + 2));
    return line;
}

/// The links of a line of Markdown; none where it holds no link in brackets.
std::vector<LinkParts> markdownLinks(std::string_view line) {
    std::vector<LinkParts> links;
    if (line.find("](") == npos)
        return links;
    const std::string item = "* " + std::string(withoutMarker(line));
    const LinkList list = LinkList::parse(item, {0, item.size()});
    if (list.rows().size() == 1 && list.rows().front().kind == RowKind::Link) {
        const LinkParts& parts = list.rows().front().link;
        links.push_back(parts);
        if (list.rows().front().textIsMarkdown)
            links.back().text = commonMarkLinks(item).front().text;
        return links;
    }
    for (const CommonMarkLink& link : commonMarkLinks(item))
        links.push_back({link.text, link.url, link.hasTitle ? std::optional(link.title) : std::nullopt, {}});
    return links;
}

/// The words of a line around its one address, without what joins the two.
std::string_view wordsAround(std::string_view line, const Address& address) {
    const auto isDash = [](std::string_view sign) {
        return sign == "\xE2\x80\x93" || sign == "\xE2\x80\x94";
    };
    std::string_view before = line.substr(0, address.begin);
    std::string_view behind = line.substr(address.end);
    const auto lastOf = [&](std::string_view words) {
        while (!words.empty()) {
            if (std::string_view(" \t-:|,(<[").find(words.back()) != npos)
                words.remove_suffix(1);
            else if (words.size() > 2 && isDash(words.substr(words.size() - 3)))
                words.remove_suffix(3);
            else
                break;
        }
        return words;
    };
    while (!behind.empty() &&
           (std::string_view(" \t-:|,").find(behind.front()) != npos || isDash(behind.substr(0, 3))))
        behind.remove_prefix(isDash(behind.substr(0, 3)) ? 3 : 1);
    before = trimmed(lastOf(before));
    return before.empty() ? trimmed(behind) : before;
}

bool isBookmarkFile(std::string_view text) {
    return startsWith(trimmed(text, " \t\r\n\xEF\xBB\xBF"), "<!DOCTYPE NETSCAPE-Bookmark");
}

/// Lines of words and addresses. Where words and addresses take turns, the words that stand first name the
/// address behind them; where an address stands first, the words below name it.
std::vector<LinkParts> plainLinks(const std::vector<std::string_view>& lines) {
    std::vector<LinkParts> links;
    std::string_view waiting; // words that may name what comes
    const bool isAddressFirst = !lines.empty() && !addressesIn(withoutMarker(lines.front())).empty();
    for (const std::string_view raw : lines) {
        const std::string_view line = withoutMarker(raw);
        if (const auto marked = markdownLinks(raw); !marked.empty()) {
            links.insert(links.end(), marked.begin(), marked.end());
            waiting = {};
            continue;
        }
        const auto addresses = addressesIn(line);
        if (addresses.empty()) {
            if (isAddressFirst && !links.empty() && links.back().text == links.back().url)
                links.back().text = line;
            else
                waiting = line;
            continue;
        }
        for (const Address& address : addresses)
            links.push_back({address.url, address.url, std::nullopt, {}});
        const std::string_view own = addresses.size() == 1 ? wordsAround(line, addresses.front()) : "";
        if (!own.empty())
            links.back().text = own;
        else if (addresses.size() == 1 && !waiting.empty() && !isAddressFirst)
            links.back().text = waiting;
        waiting = {};
    }
    return links;
}

} // namespace

std::vector<LinkParts> linksFromText(std::string_view text) {
    if (firstInvalidUtf8(text) != npos)
        return {};
    std::vector<LinkParts> links = isBookmarkFile(text) ? linksFromHtml(text) : plainLinks(linesOf(text));
    links.resize(std::min(links.size(), limits::pastedLinks));
    return links;
}

std::vector<LinkParts> linksFromHtml(std::string_view html) {
    if (firstInvalidUtf8(html) != npos)
        return {};
    std::vector<LinkParts> links;
    for (HtmlLink& link : htmlLinks(html)) {
        if (!hasScheme(link.url) || links.size() >= limits::pastedLinks)
            continue;
        const bool isNamed = !link.text.empty();
        if (!links.empty() && links.back().url == link.url &&
            (!isNamed || links.back().text == link.url || links.back().text == link.text)) {
            if (isNamed)
                links.back().text = std::move(link.text);
            continue;
        }
        links.push_back({isNamed ? std::move(link.text) : link.url, link.url, std::nullopt, {}});
    }
    return links;
}

} // namespace format
