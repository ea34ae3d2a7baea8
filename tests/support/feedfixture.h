// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

/// Feeds of an invented show, written by hand as hosts write them.
namespace feedfixture {

/// An RSS feed around these items.
inline QByteArray rss(const QByteArray& items, const QByteArray& channel = {}) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
           "<rss version=\"2.0\" xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\"\n"
           "  xmlns:podcast=\"https://podcastindex.org/namespace/1.0\" "
           "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\"\n"
           "  xmlns:atom=\"http://www.w3.org/2005/Atom\" xmlns:psc=\"http://podlove.org/simple-chapters\">\n"
           "<channel>\n<title>Night Desk</title>\n<link>https://desk.example.org/</link>\n"
           "<description>A show at night.</description>\n" +
           channel + items + "</channel>\n</rss>\n";
}

/// All that an item may say.
inline QByteArray fullItem() {
    return "<item>\n<title>12: Wicks &amp; Wax</title>\n<link>https://desk.example.org/12</link>\n"
           "<guid isPermaLink=\"false\">6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0012</guid>\n"
           "<pubDate>Fri, 12 Apr 2024 18:00:00 PDT</pubDate>\n"
           "<description>All about wicks.</description>\n"
           "<content:encoded><![CDATA[<p>All about wicks.</p><p><strong>Links:</strong></p><ul>"
           "<li><a title=\"The wick shop\" href=\"https://wicks.example.org/\">The wick shop</a> &mdash; "
           "Open "
           "at dusk.</li><li><a href=\"https://wax.example.org/\">Wax</a></li></ul>]]></content:encoded>\n"
           "<enclosure url=\"https://media.example.org/night-desk-12.mp3\" length=\"24000012\" "
           "type=\"audio/mpeg\"/>\n"
           "<category>wax</category><category>wicks</category>\n"
           "<itunes:duration>1:02:03</itunes:duration><itunes:episode>12</itunes:episode>"
           "<itunes:season>2</itunes:season><itunes:explicit>no</itunes:explicit>\n"
           "<podcast:person role=\"host\">Ada Quill</podcast:person>"
           "<podcast:person role=\"guest\">Ben Harrow</podcast:person>\n"
           "<podcast:transcript url=\"https://media.example.org/12.vtt\" type=\"text/vtt\" "
           "language=\"en\"/>\n"
           "<podcast:chapters url=\"https://media.example.org/12.json\" "
           "type=\"application/json+chapters\"/>\n"
           "<psc:chapters version=\"1.2\"><psc:chapter start=\"00:00:00.000\" title=\"Welcome\"/>"
           "<psc:chapter start=\"00:05:00.000\" title=\"Wicks\" "
           "href=\"https://wicks.example.org/\"/></psc:chapters>\n</item>\n";
}

/// The same in a few words: an item of this number.
inline QByteArray item(int number, const QByteArray& more = {}) {
    const QByteArray n = QByteArray::number(number);
    return "<item><title>Lanterns, part " + n + "</title><itunes:episode>" + n +
           "</itunes:episode><guid>6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c00" + n.rightJustified(2, '0') +
           "</guid><pubDate>Fri, " + n.rightJustified(2, '0') +
           " Mar 2024 18:00:00 -0800</pubDate><enclosure url=\"https://media.example.org/night-desk-" + n +
           ".mp3\" length=\"1400000" + n + "\" type=\"audio/mpeg\"/>" + more + "</item>\n";
}

inline QByteArray json(const QByteArray& items) {
    return "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Night Desk\", "
           "\"home_page_url\": \"https://desk.example.org/\", \"language\": \"en\", "
           "\"authors\": [{\"name\": \"Ada Quill\"}], \"items\": [" +
           items + "]}";
}

inline QByteArray jsonItem() {
    return R"({"id": "6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c0012", "url": "https://desk.example.org/12",
 "title": "12: Wicks & Wax", "summary": "All about wicks.", "date_published": "2024-04-12T18:00:00-07:00",
 "content_html": "<p><a href=\"https://wicks.example.org/\">The wick shop</a></p>", "tags": ["wax", "wicks"],
 "authors": [{"name": "Ada Quill"}],
 "attachments": [{"url": "https://media.example.org/12.pdf", "mime_type": "application/pdf"},
  {"url": "https://media.example.org/night-desk-12.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 24000012,
   "duration_in_seconds": 3723}]})";
}

} // namespace feedfixture
