// SPDX-License-Identifier: MIT
#include "catalog/chapterformats/podlove.h"

#include "catalog/chapterformats/clock.h"
#include "catalog/chapterformats/limits.h"
#include "catalog/chapterformats/textlines.h"
#include "catalog/xmltext.h"

#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace catalog {

namespace {

const QString space = QStringLiteral("http://podlove.org/simple-chapters");

/// Whether this element is so named, by its own name space or, tolerated, without one.
bool isNamed(const QXmlStreamReader& xml, QLatin1String name) {
    return xml.name() == name && (xml.namespaceUri().isEmpty() || xml.namespaceUri() == space);
}

/// Reads the first list of chapters in a document.
class PodloveReader {
public:
    explicit PodloveReader(std::string_view text)
        : m_text(textOf(text))
        , m_xml(m_text) {
        m_xml.setEntityExpansionLimit(chapterlimits::xmlEntityCharacters);
    }

    format::Result<Chapters> read() {
        while (!m_xml.atEnd() && !m_error) {
            const auto token = m_xml.readNext();
            if (token == QXmlStreamReader::DTD)
                return chapterError(offset(), "XML with a document type of its own is not read.");
            if (token != QXmlStreamReader::StartElement || !isNamed(m_xml, QLatin1String("chapters")))
                continue;
            readList();
            break;
        }
        if (m_error)
            return *m_error;
        if (m_xml.hasError())
            return format::Error{m_xml.errorString().toStdString(), offset()};
        if (!m_hasList)
            return chapterError(0, "There is no element psc:chapters.");
        return m_chapters;
    }

private:
    void readList() {
        m_hasList = true;
        while (!m_error && m_xml.readNextStartElement()) {
            if (isNamed(m_xml, QLatin1String("chapter")))
                readChapter();
            m_xml.skipCurrentElement();
        }
    }
    void readChapter() {
        const QXmlStreamAttributes attributes = m_xml.attributes();
        const QString start = attributes.value(QLatin1String("start")).toString();
        const auto milliseconds = parseClock(start.trimmed().toStdString());
        if (!milliseconds) {
            m_error = start.isEmpty()
                          ? chapterError(offset(), "The chapter has no start.")
                          : chapterError(offset(), "\"%1\" is no start time.", start.toStdString());
            return;
        }
        Chapter chapter;
        chapter.start = *milliseconds;
        chapter.title = attributes.value(QLatin1String("title")).toString();
        chapter.url = attributes.value(QLatin1String("href")).toString();
        chapter.image = attributes.value(QLatin1String("image")).toString();
        m_error = addChapter(m_chapters, std::move(chapter), 0);
        if (m_error) // counting is slow
            m_error->offset = offset();
    }
    /// Where the reader stands: it counts UTF-16 units, behind what it has read.
    std::size_t offset() const {
        const auto units = static_cast<qsizetype>(m_xml.characterOffset());
        return static_cast<std::size_t>(m_text.left(std::max<qsizetype>(units - 1, 0)).toUtf8().size());
    }

    QString m_text;
    QXmlStreamReader m_xml;
    Chapters m_chapters;
    std::optional<format::Error> m_error;
    bool m_hasList = false;
};

void writeWhereThere(QXmlStreamWriter& xml, const QString& name, const QString& value) {
    if (!value.isEmpty())
        xml.writeAttribute(name, xmlText(value));
}

} // namespace

format::Result<Chapters> readPodlove(std::string_view text) {
    return PodloveReader(text).read();
}

QByteArray writePodlove(const Chapters& chapters, const WriteOptions& /*options*/) {
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.setAutoFormattingIndent(2);
    xml.writeStartDocument();
    xml.writeNamespace(space, QStringLiteral("psc"));
    xml.writeStartElement(space, QStringLiteral("chapters"));
    xml.writeAttribute(QStringLiteral("version"), QStringLiteral("1.2"));
    for (const Chapter& chapter : chapters) {
        xml.writeEmptyElement(space, QStringLiteral("chapter"));
        xml.writeAttribute(QStringLiteral("start"), QString::fromStdString(fullClock(chapter.start)));
        xml.writeAttribute(QStringLiteral("title"), xmlText(chapter.title));
        writeWhereThere(xml, QStringLiteral("href"), chapter.url);
        writeWhereThere(xml, QStringLiteral("image"), chapter.image);
    }
    xml.writeEndDocument();
    return bytes;
}

} // namespace catalog
