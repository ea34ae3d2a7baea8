// SPDX-License-Identifier: MIT
#pragma once

#include "format/result.h"

#include <QString>
#include <QXmlStreamReader>

#include <cstddef>
#include <optional>

namespace catalog {

/// The name spaces that podcasts' feeds use.
namespace feedspace {
inline const QString itunes = QStringLiteral("http://www.itunes.com/dtds/podcast-1.0.dtd");
inline const QString podcast = QStringLiteral("https://podcastindex.org/namespace/1.0");
inline const QString content = QStringLiteral("http://purl.org/rss/1.0/modules/content/");
inline const QString atom = QStringLiteral("http://www.w3.org/2005/Atom");
inline const QString chapters = QStringLiteral("http://podlove.org/simple-chapters");
inline const QString dublinCore = QStringLiteral("http://purl.org/dc/elements/1.1/");
} // namespace feedspace

/// Walks through a feed element by element, never deeper than feedlimits allow; a document type ends it.
class FeedXml {
public:
    enum class Space { None, ITunes, Podcast, Content, Atom, Podlove, DublinCore, Other };

    explicit FeedXml(const QString& text);

    /// To the next token; false at the end or where something is wrong.
    bool next();
    /// To the next element inside of the one that is open; false at that one's end.
    bool nextElement();
    /// To the end of the element that is open.
    void skip();
    /// All words of the element that is open, to its end.
    QString text();
    QString words() { return text().trimmed(); }

    QStringView name() const { return m_xml.name(); }
    bool is(Space space, const char* name) const;
    QString attribute(const char* name) const { return rawAttribute(name).trimmed(); }
    QString rawAttribute(const char* name) const;

    void fail(const char* words, const QString& piece = {});
    /// What is wrong; its offset counts in the text's UTF-8.
    std::optional<format::Error> error() const;

private:
    std::size_t offset() const;

    const QString m_text;
    QXmlStreamReader m_xml;
    std::optional<format::Error> m_error;
    int m_depth = 0;
};

} // namespace catalog
