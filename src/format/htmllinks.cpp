// SPDX-License-Identifier: MIT
#include "format/htmllinks.h"

#include "format/commonmark.h"
#include "format/htmltags.h"

#include <algorithm>

namespace format {

namespace {

constexpr auto npos = std::string_view::npos;

/// RFC 3986 section 5 for what links on pages hold: absolute, `//host`, `/path`, and names beside the page.
std::string resolved(std::string_view base, std::string url) {
    const std::size_t colon = url.find(':');
    if (base.empty() || (colon != std::string::npos && colon < url.find_first_of("/?#")))
        return url;
    const std::size_t scheme = base.find("://");
    if (scheme == npos)
        return url;
    const std::size_t root = std::min(base.find('/', scheme + 3), base.size());
    if (url.substr(0, 2) == "//")
        return std::string(base.substr(0, scheme + 1)) + url;
    if (url.substr(0, 1) == "/")
        return std::string(base.substr(0, root)) + url;
    const std::size_t folder = base.rfind('/');
    return folder < root ? std::string(base) + '/' + url : std::string(base.substr(0, folder + 1)) + url;
}

} // namespace

std::vector<HtmlLink> htmlLinks(std::string_view html) {
    std::vector<HtmlLink> links;
    std::string base, words;
    bool inLink = false;
    const auto close = [&] {
        if (inLink)
            links.back().text = onOneLine(decodeReferences(words));
        inLink = false;
        words.clear();
    };
    for (std::size_t at = 0; at < html.size();) {
        const std::size_t open = std::min(html.find('<', at), html.size());
        if (inLink)
            words.append(html.substr(at, open - at));
        if (open == html.size())
            break;
        const HtmlTag tag = htmlTagAt(html, open);
        if (tag.name == "a") {
            close();
            links.push_back({{}, onOneLine(htmlAttribute(tag.attributes, "href"))});
            links.back().url = resolved(base, links.back().url);
            inLink = true;
        } else if (tag.name == "/a") {
            close();
        } else if (tag.name == "base" && base.empty()) {
            base = htmlAttribute(tag.attributes, "href");
        } else if (inLink) {
            words += ' ';
        }
        at = std::max(tag.end, open + 1);
    }
    close();
    return links;
}

} // namespace format
