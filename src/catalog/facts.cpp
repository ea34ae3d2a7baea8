// SPDX-License-Identifier: MIT
#include "catalog/facts.h"

#include "catalog/episode.h"

#include <QFileInfo>
#include <QMap>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace catalog {

namespace {

using format::Document;
using format::JsonType;

/// Reads one document's facts, a group of keys at a time.
class Reader {
public:
    Reader(const Document& document, const QString& path)
        : m_document(document) {
        m_facts.show = QFileInfo(path).absolutePath();
    }

    Facts read() {
        readIdentity();
        m_facts.date = parseEpisodeDate(text("date"));
        readPages();
        readMedia();
        readPeople();
        readKeys();
        readSeparators();
        return std::move(m_facts);
    }

private:
    QString text(std::string_view key) const { return valueText(m_document, key); }
    void name(Identity identity, const QString& value) { m_facts.names.push_back({identity, value}); }
    void nameInShow(Identity identity, const QString& value) {
        if (!value.isEmpty())
            name(identity, m_facts.show + QLatin1Char('\n') + value);
    }
    void mark(Trait trait, const QString& scope, const QString& value) {
        m_facts.marks.push_back({trait, scope, value});
    }

    void readIdentity() {
        const QString guid = text("episode_guid").toLower();
        if (guid.count(QLatin1Char('0')) + guid.count(QLatin1Char('-')) < guid.size())
            name(Identity::Guid, guid); // the nil GUID is nobody's
        nameInShow(Identity::Number, text("episode"));
        nameInShow(Identity::Slug, text("slug"));
        nameInShow(Identity::Title, text("title").simplified());
        const auto* number = m_document.member("episode");
        bool isWhole = false;
        const qint64 value = text("episode").toLongLong(&isWhole);
        if (number && number->type == JsonType::Number && isWhole)
            m_facts.number = value;
        if (const QString image = text("header_image"); !image.isEmpty())
            mark(Trait::HeaderImage, m_facts.show, image);
    }

    void readPages() {
        const QString show = text("show_slug"), slug = text("slug");
        if (const QString page = text("jb_url"); isAbsoluteUrl(page))
            mark(Trait::SitePage, m_facts.show, pageTemplate(page, show, slug));
        const QString page = text("fireside_url");
        mark(Trait::HasShowPage, m_facts.show, page.isEmpty() ? QStringLiteral("no") : QStringLiteral("yes"));
        if (page.isEmpty() || isSiteRoot(page))
            return;
        if (isAbsoluteUrl(page))
            name(Identity::Page, page);
        else
            nameInShow(Identity::Page, page);
        mark(Trait::ShowPage, (isAbsoluteUrl(page) ? QLatin1Char('a') : QLatin1Char('r')) + m_facts.show,
             pageTemplate(page, show, slug));
    }

    void readMedia() {
        QStringList seen;
        for (const char* key : mediaFileKeys) {
            const QString url = text(key);
            if (url.isEmpty() || seen.contains(url))
                continue;
            seen += url;
            name(Identity::File, url);
            mark(Trait::MediaEnding, QLatin1String(key),
                 hasFittingEnding(key, url) ? QStringLiteral("yes") : QStringLiteral("no"));
            if (const QUrl parsed(url); parsed.scheme() == QLatin1String("https"))
                mark(Trait::HttpsHost, parsed.host(), QStringLiteral("yes"));
        }
    }

    std::vector<std::string> list(std::string_view key) const {
        const auto* node = m_document.member(key);
        return node ? m_document.strings(*node) : std::vector<std::string>();
    }

    void readPeople() {
        for (const std::string& sponsor : list("sponsors"))
            if (const QString word = acronymOf(QString::fromStdString(sponsor)); !word.isEmpty()) {
                mark(Trait::Acronym, m_facts.show, word);
                mark(Trait::AcronymOwner, word, m_facts.show);
            }
        if (const auto tags = list("tags"); tags.size() > 1)
            mark(Trait::TagOrder, {},
                 std::is_sorted(tags.begin(), tags.end()) ? QStringLiteral("sorted")
                                                          : QStringLiteral("free"));
    }

    void readKeys() {
        const auto& tree = m_document.json();
        QString order;
        for (const format::JsonId id : tree.node(tree.root()).children)
            if (tree.node(id).name != "transcripts" && tree.node(id).name != "value") // not in every episode
                order += QString::fromUtf8(tree.node(id).name) + QLatin1Char(' ');
        mark(Trait::KeyOrder, {}, order);
        const auto* transcripts = m_document.member("transcripts");
        for (const format::JsonId id : transcripts ? transcripts->children : std::vector<format::JsonId>())
            if (const auto language = tree.member(id, "language");
                language != format::noNode && tree.node(language).type == JsonType::String)
                mark(Trait::Language, {}, QString::fromUtf8(tree.node(language).string));
    }

    /// The word behind most links, by a look at the bytes: a habit needs no exact parsing.
    void readSeparators() {
        QMap<QString, int> uses;
        const std::string_view body = m_document.body();
        for (std::size_t at = body.find("]("); at != std::string_view::npos; at = body.find("](", at + 1)) {
            const std::size_t lineEnd = std::min(body.find('\n', at), body.size());
            const std::string_view rest = body.substr(at, lineEnd - at);
            const std::size_t close = std::min(rest.find("\") "), rest.find(") "));
            const std::size_t word = close == std::string_view::npos ? close : rest.find(' ', close) + 1;
            const std::size_t end = word == std::string_view::npos ? word : rest.find(' ', word);
            constexpr std::size_t longest = 4;
            if (end != std::string_view::npos && end > word && end - word <= longest)
                ++uses[QString::fromUtf8(rest.data() + word, static_cast<qsizetype>(end - word))];
        }
        const auto most = std::max_element(uses.begin(), uses.end());
        if (most != uses.end() && !most.key().front().isLetterOrNumber())
            mark(Trait::LinkSeparator, {}, most.key());
    }

    const Document& m_document;
    Facts m_facts;
};

} // namespace

QString Facts::name(Identity identity) const {
    const auto found = std::find_if(names.begin(), names.end(),
                                    [identity](const Name& name) { return name.identity == identity; });
    return found == names.end() ? QString() : found->value;
}

Facts factsOf(const Document& document, const QString& path) {
    return Reader(document, path).read();
}

bool hasFittingEnding(std::string_view key, const QString& url) {
    static const QRegularExpression sound(QStringLiteral("\\.(mp3|m4a|m4b|aac|ogg|oga|opus|flac|wav)\\z"),
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression ogg(QStringLiteral("\\.(ogg|oga|opus)\\z"),
                                        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression video(QStringLiteral("\\.(mp4|m4v|mov|mkv|webm|ogv|avi|m3u8)\\z"),
                                          QRegularExpression::CaseInsensitiveOption);
    const auto& ending = key.starts_with("video") ? video : key == "podcast_ogg_file" ? ogg : sound;
    return ending.match(url.section(QLatin1Char('#'), 0, 0).section(QLatin1Char('?'), 0, 0)).hasMatch();
}

QString pageTemplate(const QString& url, const QString& showSlug, const QString& slug) {
    const qsizetype host = url.indexOf(QLatin1String("://"));
    const qsizetype from = host < 0 ? 0 : std::max<qsizetype>(url.indexOf(QLatin1Char('/'), host + 3), 0);
    QStringList parts = url.mid(from).split(QLatin1Char('/'), Qt::SkipEmptyParts);
    for (QString& part : parts)
        part = part == slug ? QStringLiteral("{slug}") : part == showSlug ? QStringLiteral("{show}") : part;
    return url.left(from) + QLatin1Char('/') + parts.join(QLatin1Char('/')) +
           (url.endsWith(QLatin1Char('/')) && !parts.isEmpty() ? QStringLiteral("/") : QString());
}

bool isAbsoluteUrl(const QString& url) {
    return url.contains(QLatin1String("://"));
}

bool isSiteRoot(const QString& url) {
    const QString path = QUrl(url).path();
    return !url.isEmpty() && (path.isEmpty() || path == QLatin1String("/"));
}

QString acronymOf(const QString& sponsor) {
    const qsizetype hyphen = sponsor.lastIndexOf(QLatin1Char('-'));
    return hyphen <= 0 ? QString() : sponsor.mid(hyphen + 1);
}

} // namespace catalog
