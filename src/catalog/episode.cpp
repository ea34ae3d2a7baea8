// SPDX-License-Identifier: MIT
#include "catalog/episode.h"

#include "catalog/search/searchtext.h"
#include "catalog/values.h"

#include <QDir>
#include <QFileInfo>

#include <array>

namespace catalog {

Episode::Episode(EpisodeId id, QString path, DocumentPtr document)
    : m_id(id)
    , m_path(std::move(path)) {
    setDocument(std::move(document));
    m_saved = m_text;
}

Episode::Episode(EpisodeId id, QString path, std::string bytes, QString reason)
    : m_id(id)
    , m_path(std::move(path))
    , m_reason(std::move(reason))
    , m_readOnlyReason(m_reason)
    , m_text(std::make_shared<const std::string>(std::move(bytes)))
    , m_saved(m_text) {
    // All that is known of it: where it lies.
    const QFileInfo file(m_path);
    m_summary.show = file.dir().dirName();
    m_summary.number = file.completeBaseName();
    m_summary.title = file.fileName();
}

QString Episode::fileName() const {
    return QFileInfo(m_path).fileName();
}

void Episode::setReadOnly(const QString& reason) {
    m_readOnly = !reason.isEmpty();
    m_readOnlyReason = reason;
}

namespace {

Episode::DocumentPtr parsed(const std::shared_ptr<const std::string>& text) {
    auto document = format::Document::parse(text);
    return document ? std::make_shared<const format::Document>(std::move(document).value()) : nullptr;
}

} // namespace

Episode::DocumentPtr Episode::document() const {
    if (!m_document && !isRefused())
        m_document = parsed(m_text);
    return m_document;
}

Episode::DocumentPtr Episode::savedDocument() const {
    if (m_text == m_saved)
        return document();
    if (!m_savedDocument && !isRefused())
        m_savedDocument = parsed(m_saved);
    return m_savedDocument;
}

Episode::DocumentPtr Episode::transientDocument() const {
    return m_document || isRefused() ? m_document : parsed(m_text);
}

const SearchText& Episode::searchText() const {
    if (!m_searchText || m_searchText->source() != m_text)
        m_searchText = std::make_shared<const SearchText>(m_text);
    return *m_searchText;
}

void Episode::releaseDocuments() const {
    m_document.reset();
    m_savedDocument.reset();
}

void Episode::setDocument(DocumentPtr document) {
    // Undoing back to the saved text shares it again, so that an unchanged episode holds its text once.
    m_text = *m_saved == document->text() ? m_saved : document->sharedText();
    m_summary = summaryOf(*document);
    m_document = std::move(document);
}

void Episode::setSaved(std::shared_ptr<const std::string> text) {
    m_saved = std::move(text);
    m_savedDocument.reset();
}

QString Episode::valueText(std::string_view key) const {
    if (isRefused())
        return {};
    // What the summary has needs no parsing.
    static const std::array<std::pair<std::string_view, QString Summary::*>, 5> known{
        {{"show_slug", &Summary::show},
         {"episode", &Summary::number},
         {"title", &Summary::title},
         {"date", &Summary::date},
         {"podcast_duration", &Summary::duration}}};
    for (const auto& [name, member] : known)
        if (name == key)
            return m_summary.*member;
    const DocumentPtr document = transientDocument(); // a column asks this of every episode
    return document ? catalog::valueText(*document, key) : QString();
}

QString valueText(const format::Document& document, std::string_view key) {
    const format::JsonNode* node = document.member(key);
    if (!node || node->type == format::JsonType::Null)
        return {};
    if (node->type == format::JsonType::Array) {
        QStringList items;
        for (const std::string& item : document.strings(*node))
            items += QString::fromStdString(item);
        return items.join(QStringLiteral(", "));
    }
    return QString::fromStdString(document.plain(*node));
}

namespace {

/// No enclosure is larger; a sum of such sizes stays a number.
constexpr qint64 largestEnclosure = 10'000'000'000'000;

std::optional<qint64> sizeOf(const QString& stated) {
    bool isNumber = false;
    const qint64 bytes = stated.toLongLong(&isNumber);
    return isNumber && bytes >= 0 && bytes <= largestEnclosure ? std::optional(bytes) : std::nullopt;
}

} // namespace

Summary summaryOf(const format::Document& document) {
    Summary summary;
    summary.show = valueText(document, "show_slug");
    summary.number = valueText(document, "episode");
    summary.title = valueText(document, "title");
    summary.date = valueText(document, "date");
    if (const auto date = parseEpisodeDate(summary.date))
        summary.moment = date->moment().toSecsSinceEpoch();
    summary.duration = valueText(document, "podcast_duration");
    if (const auto* guests = document.member("guests"); guests && guests->type == format::JsonType::Array)
        for (const std::string& guest : document.strings(*guests))
            summary.guests += QString::fromStdString(guest);
    summary.seconds = parseDuration(summary.duration);
    summary.bytes = sizeOf(valueText(document, "podcast_bytes"));
    summary.isDraft = valueText(document, "draft") == QLatin1String("true");
    return summary;
}

} // namespace catalog
