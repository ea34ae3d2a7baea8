// SPDX-License-Identifier: MIT
#include "models/linkmime.h"

#include "format/linkcopy.h"
#include "format/linkpaste.h"

#include <QCoreApplication>
#include <QStringDecoder>
#include <QUrl>

namespace models {

namespace {

const QString rowsType = QStringLiteral("application/x-episode-desk-rows");
const QString markdownType = QStringLiteral("text/markdown");
const QString mozillaType = QStringLiteral("text/x-moz-url"); ///< UTF-16: address, line end, title; again

std::string mozillaText(const QByteArray& bytes) {
    QStringDecoder decode(QStringDecoder::Utf16);
    QString text = decode(bytes);
    return text.remove(QChar(QChar::Null)).toStdString();
}

} // namespace

QStringList linkMimeTypes() {
    return {rowsType,
            markdownType,
            mozillaType,
            QStringLiteral("text/html"),
            QStringLiteral("text/uri-list"),
            QStringLiteral("text/plain")};
}

std::unique_ptr<QMimeData> mimeOfLinks(const std::vector<format::LinkParts>& links, const QString& source,
                                       catalog::EpisodeId episode, const QList<int>& rows) {
    auto mime = std::make_unique<QMimeData>();
    // Another window's rows have numbers, too, which mean nothing here.
    QByteArray own = QByteArray::number(QCoreApplication::applicationPid());
    own += ' ' + QByteArray::number(episode.value);
    for (const int row : rows)
        own += ' ' + QByteArray::number(row);
    mime->setData(rowsType, own);
    mime->setText(source);
    mime->setData(markdownType, source.toUtf8());
    QList<QUrl> urls;
    for (const format::LinkParts& link : links)
        urls.append(QUrl(QString::fromStdString(link.url)));
    if (!urls.isEmpty()) {
        mime->setUrls(urls);
        mime->setHtml(QString::fromStdString(format::linksAsHtml(links)));
    }
    return mime;
}

std::optional<DraggedRows> rowsInMime(const QMimeData& data) {
    if (!data.hasFormat(rowsType))
        return std::nullopt;
    QList<QByteArray> numbers = data.data(rowsType).split(' ');
    if (numbers.size() < 2 || numbers.takeFirst().toLongLong() != QCoreApplication::applicationPid())
        return std::nullopt;
    DraggedRows dragged{{numbers.takeFirst().toInt()}, {}};
    for (const QByteArray& number : numbers)
        dragged.rows.append(number.toInt());
    return dragged;
}

std::vector<format::LinkParts> linksInMime(const QMimeData& data) {
    std::vector<format::LinkParts> links;
    if (data.hasFormat(markdownType))
        links = format::linksFromText(data.data(markdownType).toStdString());
    if (links.empty() && data.hasFormat(mozillaType))
        links = format::linksFromText(mozillaText(data.data(mozillaType)));
    if (links.empty() && data.hasHtml())
        links = format::linksFromHtml(data.html().toStdString());
    if (links.empty() && data.hasText())
        links = format::linksFromText(data.text().toStdString());
    if (links.empty() && data.hasUrls())
        links = format::linksFromText(QUrl::toStringList(data.urls()).join(QLatin1Char('\n')).toStdString());
    return links;
}

} // namespace models
