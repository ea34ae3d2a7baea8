// SPDX-License-Identifier: MIT
#include "catalog/feed/channelfacts.h"

#include "catalog/pagekeys.h"
#include "catalog/xmltext.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QUuid>

namespace catalog {

namespace {

std::optional<bool> truth(const QString& word) {
    if (word == QLatin1String("true"))
        return true;
    return word == QLatin1String("false") ? std::optional(false) : std::nullopt;
}

/// What podcast:locked says; other words stay, so that they can be found wrong.
QString yesOrNo(const QString& word) {
    const auto isTrue = truth(word);
    return !isTrue ? word : *isTrue ? QStringLiteral("yes") : QStringLiteral("no");
}

QString firstFilled(const QStringList& texts) {
    for (const QString& text : texts)
        if (!text.isEmpty())
            return text;
    return {};
}

QString withoutLastSlash(QString address) {
    while (address.endsWith(QLatin1Char('/')))
        address.chop(1);
    return address;
}

} // namespace

QString siteAddress(const QString& contentFolder) {
    const QString root = QFileInfo(contentFolder).absolutePath();
    for (const char* folder : {"", "/config/_default"})
        for (const char* name : {"/hugo.toml", "/hugo.yaml", "/config.toml", "/config.yaml"}) {
            const QString path = root + QLatin1String(folder) + QLatin1String(name);
            if (!QFileInfo(path).isFile())
                continue;
            const PageKeys keys = PageKeys::ofSettings(path);
            const QString address = firstFilled({keys.text("baseURL"), keys.text("baseurl")});
            if (isWebUrl(address))
                return withoutLastSlash(address);
        }
    return {};
}

QString wholeAddress(const QString& address, const QString& site) {
    if (isWebUrl(address))
        return address;
    return address.startsWith(QLatin1Char('/')) && !site.isEmpty() ? site + address : QString();
}

QString podcastGuid(const QString& feedUrl) {
    static const QUuid space(QStringLiteral("ead4c236-bf58-58c6-a2c6-a6b28d128cb6"));
    static const QRegularExpression scheme(QStringLiteral("\\A[a-z][a-z0-9+.-]*://"),
                                           QRegularExpression::CaseInsensitiveOption);
    const QString bare = withoutLastSlash(QString(feedUrl).remove(scheme));
    return bare.isEmpty() ? QString() : QUuid::createUuidV5(space, bare).toString(QUuid::WithoutBraces);
}

FeedPerson feedPerson(const Registry& registry, const QString& id, const QString& role, const QString& site) {
    const Person person = registry.people.value(id);
    const QString name = xmlText(firstFilled({person.name, id})).simplified();
    return {name, role, isWebUrl(person.homepage) ? person.homepage : QString(),
            wholeAddress(person.avatar, site)};
}

FeedChannel channelFacts(const QString& contentFolder, const QString& show, const Registry& registry,
                         const QString& site) {
    const QString folder = contentFolder + QLatin1String("/show/") + show;
    const PageKeys page(folder + QLatin1String("/_index.md"));
    const PageKeys subscribe(folder + QLatin1String("/subscribe.md"));
    const QString ownPage =
        site.isEmpty() ? QString() : site + QLatin1String("/show/") + show + QLatin1Char('/');
    FeedChannel channel;
    channel.title = page.text("title");
    channel.description = page.text("description");
    channel.language = page.text("language");
    channel.copyright = page.text("copyright");
    channel.author = page.text("author");
    channel.ownerName = channel.author;
    channel.ownerEmail = page.text("email");
    channel.categories = page.list("itunes_categories");
    channel.isExplicit = truth(page.text("explicit"));
    channel.feedUrl = subscribe.text("rss");
    channel.guid = firstFilled({page.text("podcast_guid"), podcastGuid(channel.feedUrl)});
    channel.link = firstFilled({page.text("website"), page.textIn("links.shownotes", "url"), ownPage});
    channel.image = wholeAddress(firstFilled({page.text("feed_image"), page.text("header_image")}), site);
    channel.medium = page.text("medium");
    channel.locked = yesOrNo(page.text("locked"));
    channel.fundingUrl = wholeAddress(page.textIn("links.support", "url"), site);
    channel.fundingText = firstFilled({page.textIn("links.support", "title"), channel.title});
    for (const QString& host : page.list("hosts"))
        channel.people.push_back(feedPerson(registry, host, QStringLiteral("host"), site));
    return channel;
}

} // namespace catalog
