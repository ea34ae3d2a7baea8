// SPDX-License-Identifier: MIT
// Any text as show notes and as a clipboard: rows print as they stand, copies paste back as they were.
#include "format/document.h"
#include "format/linkcopy.h"
#include "format/linkpaste.h"
#include "fuzz.h"

using format::LinkEditor;
using format::LinkList;
using format::LinkParts;
using format::Row;
using format::RowKind;

namespace {

/// A row set to what it is stays as it stands.
void checkReprint(std::string_view text, const LinkList& list) {
    const LinkEditor editor(text, list);
    for (std::size_t i = 0; i < list.rows().size() && i < 64; ++i) {
        const Row& row = list.rows()[i];
        if (row.kind == RowKind::Link) {
            const auto edits = editor.setLink(i, row.link);
            require(edits && edits->empty(), "a link set to what it is stays");
        } else if (row.kind != RowKind::Blank && !row.content.empty()) {
            const auto edits = editor.setContent(i, row.content);
            require(!edits || format::applyEdits(text, *edits).hasValue(), "words can be set");
        }
    }
}

/// Links that are written come back as they were.
void checkInserted(const std::vector<LinkParts>& links) {
    const auto document = format::Document::parse("{}\n\n\n### Links\n\n* [a](https://a.example.org/)\n");
    const auto with = document->withEdits(
        document->linkEditor()->insertLinks(document->links().rows().size(), links).valueOr({}));
    if (!with)
        return; // a conflict marker among the words
    std::vector<LinkParts> found;
    for (const Row& row : with->links().rows())
        if (row.kind == RowKind::Link)
            found.push_back(row.link);
    require(found.size() == links.size() + 1, "every link pasted is a link");
    for (std::size_t i = 0; i < links.size(); ++i)
        require(found[i + 1].url == links[i].url, "a link keeps its address: " + links[i].url);
}

/// Copies as HTML paste back as the same links.
void checkHtml(const std::vector<LinkParts>& links) {
    const auto again = format::linksFromHtml(format::linksAsHtml(links));
    require(again.size() <= links.size(), "a copy has no more links");
    for (const LinkParts& link : again) {
        bool isThere = false;
        for (const LinkParts& own : links)
            isThere = isThere || own.url == link.url;
        require(isThere, "an address comes back as it was: " + link.url);
    }
}

bool isPlainAddress(const LinkParts& link) {
    for (const char byte : link.url)
        if (static_cast<unsigned char>(byte) <= ' ' || byte == 0x7F || byte == '<' || byte == '>')
            return false;
    return !link.url.empty();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text = viewOf(data, size);
    if (size > 8192 || format::firstInvalidUtf8(text) != std::string_view::npos)
        return 0;
    const LinkList list = LinkList::parse(text, {0, size});
    checkReprint(text, list);
    std::vector<LinkParts> links = format::linksFromText(text);
    const auto more = format::linksFromHtml(text);
    for (const LinkParts& link : links)
        require(format::firstInvalidUtf8(link.text + link.url) == std::string::npos,
                "what is pasted is UTF-8");
    links.insert(links.end(), more.begin(), more.end());
    std::erase_if(links, [](const LinkParts& link) { return !isPlainAddress(link); });
    links.resize(std::min<std::size_t>(links.size(), 50));
    checkInserted(links);
    checkHtml(links);
    (void)format::linksAsPlainText(links);
    require(format::linksFromText(format::linksAsMarkdown(links)).size() >= links.size() / 2,
            "a copy as Markdown pastes as links");
    return 0;
}
