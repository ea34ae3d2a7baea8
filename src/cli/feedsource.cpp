// SPDX-License-Identifier: MIT
#include "cli/feedsource.h"

#include "catalog/episodestore.h"
#include "catalog/feed/feedreading.h"
#include "catalog/feed/limits.h"
#include "cli/output.h"
#include "net/wholedocument.h"

#include <QEventLoop>
#include <QSet>

namespace cli {

namespace {

bool isAddress(const QString& text) {
    return text.startsWith(QLatin1String("http://"), Qt::CaseInsensitive) ||
           text.startsWith(QLatin1String("https://"), Qt::CaseInsensitive);
}

/// The feed's bytes; `error` says why there are none.
std::string fetch(const QString& address, QString& error) {
    constexpr auto most = static_cast<qint64>(catalog::feedlimits::xmlBytes);
    net::HttpClient client;
    net::HttpAnswer answer;
    QEventLoop loop;
    QObject::connect(&client, &net::HttpClient::answered, &loop, [&](const net::HttpAnswer& given) {
        answer = given;
        loop.quit();
    });
    client.ask(net::documentRequest(QUrl(address), most));
    loop.exec();
    error = net::wordsForDocument(answer, most);
    return answer.body.toStdString();
}

std::string bytesOf(const QString& source, QString& error) {
    if (isAddress(source))
        return fetch(source, error);
    const catalog::ReadResult read = catalog::readFile(source, catalog::feedlimits::xmlBytes + 1);
    error = read.error;
    return read.bytes;
}

} // namespace

std::optional<catalog::Feed> loadFeed(const QString& fileOrAddress) {
    QString error;
    const std::string bytes = bytesOf(fileOrAddress, error);
    if (!error.isEmpty()) {
        printError(QStringLiteral("%1: %2").arg(fileOrAddress, error));
        return std::nullopt;
    }
    auto feed = catalog::readFeed(bytes);
    if (!feed) {
        printError(QStringLiteral("%1: %2").arg(fileOrAddress, QString::fromStdString(feed.error().message)));
        return std::nullopt;
    }
    for (const QString& remark : feed->remarks)
        printError(QStringLiteral("%1: %2").arg(fileOrAddress, remark));
    return std::move(feed.value());
}

QString chosenShow(const QCommandLineParser& parser, const Opened& opened) {
    QString show = parser.value(QStringLiteral("show"));
    QSet<QString> known;
    for (int i = 0; i < opened.catalog.size(); ++i)
        if (!opened.catalog.episode({i}).isRefused())
            known.insert(opened.catalog.episode({i}).summary().show);
    if (!show.isEmpty() && known.contains(show))
        return show;
    QStringList names = known.values();
    names.sort();
    printError(
        show.isEmpty()
            ? QStringLiteral("Name the show with --show. Shows: %1.").arg(names.join(QStringLiteral(", ")))
            : QStringLiteral("\"%1\" is no show with episodes here. Shows: %2.")
                  .arg(show, names.join(QStringLiteral(", "))));
    return {};
}

} // namespace cli
