// SPDX-License-Identifier: MIT
#include "format/linkcopy.h"

#include "format/linkitem.h"

namespace format {

namespace {

constexpr std::string_view dash = " \xE2\x80\x94 "; // an em dash

std::string escaped(std::string_view text) {
    std::string html;
    for (const char byte : text) {
        if (byte == '&')
            html += "&amp;";
        else if (byte == '<')
            html += "&lt;";
        else if (byte == '>')
            html += "&gt;";
        else if (byte == '"')
            html += "&quot;";
        else
            html += byte;
    }
    return html;
}

std::string withDescription(const std::string& words, const LinkParts& link) {
    return link.description.empty() ? words : words + std::string(dash) + link.description;
}

} // namespace

std::string linksAsHtml(const std::vector<LinkParts>& links) {
    std::string html = "<ul>\n";
    for (const LinkParts& link : links) {
        html += "<li><a href=\"" + escaped(normalisedUrl(link.url)) + "\">" + escaped(link.text) + "</a>";
        if (!link.description.empty())
            html += std::string(dash) + escaped(link.description);
        html += "</li>\n";
    }
    return html + "</ul>\n";
}

std::string linksAsPlainText(const std::vector<LinkParts>& links) {
    std::string text;
    for (const LinkParts& link : links)
        text += withDescription(link.text, link) + '\n' + link.url + '\n';
    return text;
}

std::string linksAsMarkdown(const std::vector<LinkParts>& links) {
    std::string text;
    for (const LinkParts& link : links)
        text += "* " + withDescription(printLink({link.text, link.url, std::nullopt, {}}), link) + '\n';
    return text;
}

} // namespace format
