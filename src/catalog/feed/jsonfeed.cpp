// SPDX-License-Identifier: MIT
#include "catalog/feed/jsonfeed.h"

#include "catalog/feed/feeddate.h"
#include "catalog/feed/feedtext.h"
#include "catalog/feed/limits.h"
#include "format/noteshtml.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace catalog {

namespace {

using format::Result;

/// A string, or a number as it is written: ids are both.
QString text(const QJsonObject& object, const char* key) {
    const QJsonValue value = object.value(QLatin1String(key));
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString().trimmed();
}

qint64 count(const QJsonObject& object, const char* key) {
    const double value = object.value(QLatin1String(key)).toDouble(-1);
    constexpr double most = 1e15;
    return value > 0 && value < most ? qRound64(value) : -1;
}

void readAttachments(const QJsonObject& object, FeedItem& item) {
    const QJsonArray attachments = object.value(QLatin1String("attachments")).toArray();
    for (const auto& value : attachments) {
        const QJsonObject attachment = value.toObject();
        const FeedEnclosure enclosure{text(attachment, "url"), text(attachment, "mime_type"),
                                      count(attachment, "size_in_bytes")};
        const bool isSound = enclosure.type.startsWith(QLatin1String("audio/"));
        if (enclosure.url.isEmpty() || (!isSound && !item.enclosure.url.isEmpty()))
            continue;
        item.enclosure = enclosure;
        item.seconds = count(attachment, "duration_in_seconds");
        if (isSound)
            return;
    }
}

std::vector<FeedPerson> readAuthors(const QJsonObject& object) {
    std::vector<FeedPerson> people;
    QJsonArray authors = object.value(QLatin1String("authors")).toArray();
    if (authors.isEmpty() && object.value(QLatin1String("author")).isObject())
        authors.append(object.value(QLatin1String("author"))); // version 1
    for (const auto& value : std::as_const(authors)) {
        const QJsonObject author = value.toObject();
        if (const QString name = text(author, "name"); !name.isEmpty() && people.size() < feedlimits::listed)
            people.push_back({name, {}, text(author, "url"), text(author, "avatar")});
    }
    return people;
}

/// Plain text as HTML: a paragraph for each block of lines.
QString paragraphs(const QString& plain) {
    QString html;
    const QStringList blocks = QString(plain).remove(QLatin1Char('\r')).split(QStringLiteral("\n\n"));
    for (const QString& block : blocks)
        if (!block.trimmed().isEmpty())
            html += QStringLiteral("<p>%1</p>\n")
                        .arg(QString::fromStdString(format::htmlEscaped(block.trimmed().toStdString())));
    return html;
}

FeedItem readItem(const QJsonObject& object, QStringList& remarks) {
    FeedItem item;
    item.guid = text(object, "id");
    item.title = text(object, "title");
    item.link = text(object, "url");
    item.image = text(object, "image");
    const QString date = text(object, "date_published");
    item.date = parseFeedDate(date);
    if (!item.date && !date.isEmpty())
        remarks += QCoreApplication::translate("Feeds", "The date \"%1\" cannot be read.").arg(date);
    readAttachments(object, item);
    item.people = readAuthors(object);
    const QJsonArray tags = object.value(QLatin1String("tags")).toArray();
    for (const auto& tag : tags)
        if (static_cast<std::size_t>(item.tags.size()) < feedlimits::listed && !tag.toString().isEmpty())
            item.tags += tag.toString().simplified();
    const QString html = text(object, "content_html");
    settleTexts(
        item,
        {text(object, "summary"), {}, {}, html.isEmpty() ? paragraphs(text(object, "content_text")) : html});
    item.number = numberInTitle(item.title);
    return item;
}

FeedChannel readChannel(const QJsonObject& object) {
    FeedChannel channel;
    channel.title = text(object, "title");
    channel.link = text(object, "home_page_url");
    channel.feedUrl = text(object, "feed_url");
    channel.description = text(object, "description");
    channel.language = text(object, "language");
    channel.image = text(object, "icon");
    channel.people = readAuthors(object);
    if (!channel.people.empty())
        channel.author = channel.people.front().name;
    return channel;
}

} // namespace

Result<Feed> readJsonFeed(const std::string& utf8) {
    if (utf8.size() > feedlimits::jsonBytes)
        return feedError(0, "The feed is larger than %1 MB, the most that is read of a JSON Feed.",
                         QString::number(feedlimits::jsonBytes / 1024 / 1024));
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(
        QByteArray::fromRawData(utf8.data(), static_cast<qsizetype>(utf8.size())), &error);
    if (error.error != QJsonParseError::NoError)
        return format::Error{error.errorString().toStdString(), static_cast<std::size_t>(error.offset)};
    const QJsonObject root = document.object();
    if (!text(root, "version").contains(QLatin1String("jsonfeed.org/version/1")))
        return feedError(0, "This JSON is no JSON Feed: its version names none.");
    if (!root.value(QLatin1String("items")).isArray())
        return feedError(0, "The feed has no list named items.");
    const QJsonArray items = root.value(QLatin1String("items")).toArray();
    if (static_cast<std::size_t>(items.size()) > feedlimits::items)
        return feedError(0, "The feed has more than %1 items, the most that are read.",
                         QString::number(feedlimits::items));
    Feed feed;
    feed.kind = FeedKind::JsonFeed;
    feed.channel = readChannel(root);
    feed.items.reserve(static_cast<std::size_t>(items.size()));
    for (const auto& item : items)
        feed.items.push_back(readItem(item.toObject(), feed.remarks));
    return feed;
}

} // namespace catalog
