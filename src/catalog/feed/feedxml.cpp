// SPDX-License-Identifier: MIT
#include "catalog/feed/feedxml.h"

#include "catalog/feed/feedtext.h"
#include "catalog/feed/limits.h"

#include <algorithm>

namespace catalog {

namespace {

using Space = FeedXml::Space;

/// Feeds write the addresses of name spaces in several ways.
Space spaceOf(QStringView uri) {
    if (uri.isEmpty())
        return Space::None;
    const auto is = [uri](const QString& known) { return uri.compare(known, Qt::CaseInsensitive) == 0; };
    if (is(feedspace::itunes))
        return Space::ITunes;
    if (is(feedspace::podcast) || uri.contains(QLatin1String("podcast-namespace"), Qt::CaseInsensitive))
        return Space::Podcast;
    if (is(feedspace::content))
        return Space::Content;
    if (is(feedspace::atom))
        return Space::Atom;
    if (is(feedspace::chapters))
        return Space::Podlove;
    return is(feedspace::dublinCore) ? Space::DublinCore : Space::Other;
}

} // namespace

FeedXml::FeedXml(const QString& text)
    : m_text(text)
    , m_xml(text) {
    m_xml.setEntityExpansionLimit(feedlimits::entityCharacters);
}

bool FeedXml::next() {
    if (m_error || m_xml.atEnd())
        return false;
    const auto token = m_xml.readNext();
    if (token == QXmlStreamReader::DTD)
        fail("XML with a document type of its own is not read.");
    else if (token == QXmlStreamReader::StartElement && ++m_depth > feedlimits::depth)
        fail("Elements lie in each other more than %1 deep.", QString::number(feedlimits::depth));
    else if (token == QXmlStreamReader::EndElement)
        --m_depth;
    return !m_error && token != QXmlStreamReader::Invalid;
}

bool FeedXml::nextElement() {
    while (next()) {
        if (m_xml.tokenType() == QXmlStreamReader::StartElement)
            return true;
        if (m_xml.tokenType() == QXmlStreamReader::EndElement)
            return false;
    }
    return false;
}

void FeedXml::skip() {
    for (const int depth = m_depth; m_depth >= depth;)
        if (!next())
            return;
}

QString FeedXml::text() {
    QString words;
    for (const int depth = m_depth; m_depth >= depth && next();)
        if (m_xml.isCharacters() || m_xml.isEntityReference())
            words += m_xml.text();
    return words;
}

QString FeedXml::rawAttribute(const char* name) const {
    return m_xml.attributes().value(QLatin1String(name)).toString();
}

bool FeedXml::is(Space space, const char* name) const {
    return m_xml.name() == QLatin1String(name) && spaceOf(m_xml.namespaceUri()) == space;
}

void FeedXml::fail(const char* words, const QString& piece) {
    m_error = feedError(offset(), words, piece);
}

std::optional<format::Error> FeedXml::error() const {
    if (m_error || !m_xml.hasError())
        return m_error;
    return format::Error{m_xml.errorString().toStdString(), offset()};
}

/// Where the reader stands: it counts UTF-16 units, behind what it has read.
std::size_t FeedXml::offset() const {
    const auto units = static_cast<qsizetype>(m_xml.characterOffset());
    return static_cast<std::size_t>(m_text.left(std::max<qsizetype>(units - 1, 0)).toUtf8().size());
}

} // namespace catalog
