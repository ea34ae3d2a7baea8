// SPDX-License-Identifier: MIT
#include "catalog/rules/report.h"
#include "catalog/rules/spelling.h"
#include "catalog/values.h"

#include <QRegularExpression>
#include <QUrl>

namespace catalog {

namespace {

QString tr(const char* text) {
    return Report::tr(text);
}

void urlEmpty(Report& report) {
    for (const char* key : {"podcast_file", "podcast_alt_file", "podcast_ogg_file", "video_file",
                            "video_hd_file", "video_mobile_file", "youtube_link", "jb_url", "fireside_url"}) {
        const auto* node = report.string(key);
        if (!node || !node->string.empty())
            continue;
        Issue& issue = report.add(key, tr("An empty address prints a dead link; \"none\" is null."));
        report.fixWith(issue, tr("Set to null"), {std::string(key)}, format::JsonValue::null());
    }
}

void urlInvalid(Report& report) {
    for (const char* key : mediaFileKeys)
        if (const QString url = report.text(key); !url.isEmpty() && !isWebUrl(url))
            report.add(key, tr("This is not a complete http or https address."));
}

/// The address with its path's doubled slashes made single; a prefix service carries another address in its
/// path, `…/e/https://…`, which is none.
QString withSingleSlashes(const QString& url) {
    static const QRegularExpression doubled(QStringLiteral("(?<!:)/{2,}"));
    const qsizetype host = url.indexOf(QLatin1String("://"));
    const qsizetype path = host < 0 ? 0 : url.indexOf(QLatin1Char('/'), host + 3);
    if (path < 0 || url.indexOf(QLatin1String("//"), path) < 0)
        return url;
    const qsizetype query = url.indexOf(QLatin1Char('?'), path);
    const QString middle = url.mid(path, query < 0 ? -1 : query - path);
    return url.left(path) + QString(middle).replace(doubled, QStringLiteral("/")) +
           (query < 0 ? QString() : url.mid(query));
}

void urlDoubleSlash(Report& report) {
    for (const char* key : mediaFileKeys) {
        const QString url = report.text(key);
        if (withSingleSlashes(url) == url || !isWebUrl(url))
            continue;
        Issue& issue = report.add(key, tr("The address has a double slash in its path."));
        report.fixText(issue, key, withSingleSlashes(url));
    }
}

/// Cheaper than parsing every address.
bool mayBeYouTube(const QString& url) {
    return url.contains(QLatin1String("youtu"), Qt::CaseInsensitive);
}

bool isYouTubeHost(const QString& host) {
    return host == QLatin1String("youtube.com") || host == QLatin1String("www.youtube.com") ||
           host == QLatin1String("youtu.be") || host == QLatin1String("www.youtu.be");
}

void urlHttp(Report& report) {
    for (const char* key : mediaFileKeys) {
        const QString url = report.text(key);
        if (!url.startsWith(QLatin1String("http://")) ||
            report.habits().usual(Trait::HttpsHost, QUrl(url).host()).isEmpty())
            continue;
        Issue& issue =
            report.add(key, tr("The address begins with http, though other episodes reach %1 by https; "
                               "some apps refuse plain http.")
                                .arg(QUrl(url).host()));
        report.fixText(issue, key, QLatin1String("https") + url.mid(4));
        Report::askFirst(issue);
    }
}

void urlEnding(Report& report) {
    for (const char* key : mediaFileKeys) {
        const QString url = report.text(key);
        if (hasFittingEnding(key, url) || !isWebUrl(url) || isYouTubeHost(QUrl(url).host()) ||
            report.habits().usual(Trait::MediaEnding, QLatin1String(key)) != QLatin1String("yes"))
            continue;
        report.add(key,
                   tr("The address does not end as the files of this field do; it may be cut off, a web page "
                      "or a file of another kind."));
    }
}

void urlRepeated(Report& report) {
    QStringList seen;
    for (const char* key : mediaFileKeys) {
        // By http and https it is the same file.
        const QString place = report.text(key).section(QLatin1String("://"), 1);
        if (!place.isEmpty() && seen.contains(place)) {
            Issue& issue = report.add(key, tr("The same file stands in another field of this episode."));
            report.fixWith(issue, tr("Set to null"), {std::string(key)}, format::JsonValue::null());
        }
        seen += place;
    }
}

void urlShared(Report& report) {
    for (const char* key : mediaFileKeys) {
        const QString url = report.text(key);
        for (const EpisodeId other :
             url.isEmpty() ? QList<EpisodeId>() : report.context().index.with(Identity::File, url)) {
            if (other == report.context().id)
                continue;
            report.add(key, tr("%1 has the same file; podcast apps pass over one of the two.")
                                .arg(report.context().pathOf(other)));
            break;
        }
    }
}

void youTubeInFile(Report& report) {
    for (const char* key : mediaFileKeys) {
        const QString url = report.text(key);
        if (!mayBeYouTube(url) || !isYouTubeHost(QUrl(url).host()))
            continue;
        Issue& issue = report.add(key, tr("This is a page on YouTube, not a file that apps can play."));
        if (!report.text("youtube_link").isEmpty() || !report.node("youtube_link"))
            continue;
        report.fixWith(issue, tr("Move it to the YouTube field"), {std::string(key)},
                       format::JsonValue::null());
        const auto edits = report.context().document.set({std::string("youtube_link")},
                                                         format::JsonValue::string(url.toStdString()));
        if (issue.fix && edits)
            issue.fix->edit.changes.insert(issue.fix->edit.changes.end(), edits->begin(), edits->end());
    }
}

/// Where the real address begins in one that a counting service stands before: `https://…` or `host/…` as a
/// part of the path; 0 where there is none.
qsizetype behindPrefix(const QString& url) {
    static const QRegularExpression inner(
        QStringLiteral("\\Ahttps?://[^/?#]+/(?:[^?#]*?/)?(https?://[^/?#]+/|"
                       "(?![^/]*\\.(?:mp3|m4a|mp4|ogg|php|html?)/)[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,12}/"
                       ")[^?#]*\\.[a-z0-9]{2,4}(?:[?#]|\\z)"));
    const auto match = inner.match(url);
    return match.hasMatch() ? match.capturedStart(1) : 0;
}

void urlPrefix(Report& report) {
    for (const char* key : mediaFileKeys) {
        const QString url = report.text(key);
        const qsizetype from = behindPrefix(url);
        if (from == 0)
            continue;
        const QString rest = url.mid(from);
        Issue& issue =
            report.add(key, tr("Downloads go through %1, which counts listeners, before they reach the "
                               "file. That may be what you want.")
                                .arg(QUrl(url).host()));
        report.fixText(issue, key, isAbsoluteUrl(rest) ? rest : QLatin1String("https://") + rest);
        Report::askFirst(issue);
    }
}

QUrl youTube(const Report& report) {
    return QUrl(report.text("youtube_link"));
}

/// The eleven characters that name a video, from `youtu.be/ID` or `watch?v=ID`; empty where there are none.
QString videoId(const QUrl& url) {
    static const QRegularExpression id(QStringLiteral(
        "(?:youtu\\.be/|[?&]v=|/embed/|/live/|/shorts/|/video/)([A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])"));
    return id.match(url.toString()).captured(1);
}

void youTubeHttp(Report& report) {
    const QString link = report.text("youtube_link");
    if (!link.startsWith(QLatin1String("http://")) || !isYouTubeHost(QUrl(link).host()))
        return;
    Issue& issue =
        report.add("youtube_link", tr("The address begins with http; YouTube is reached by https."));
    report.fixText(issue, "youtube_link", QLatin1String("https") + link.mid(4));
}

void youTubeHost(Report& report) {
    if (!report.text("youtube_link").isEmpty() && !isYouTubeHost(youTube(report).host()))
        report.add("youtube_link", tr("This is not an address on YouTube."));
}

void youTubeId(Report& report) {
    if (isYouTubeHost(youTube(report).host()) && videoId(youTube(report)).isEmpty())
        report.add("youtube_link", tr("The address names no video: its id of eleven characters is missing."));
}

void youTubeForm(Report& report) {
    static const QRegularExpression usual(
        QStringLiteral("\\Ahttps?://(www\\.)?(youtu\\.be/|youtube\\.com/watch\\?v=)[A-Za-z0-9_-]{11}\\z"));
    const QString link = report.text("youtube_link");
    const QString id = videoId(youTube(report));
    if (id.isEmpty() || !isYouTubeHost(youTube(report).host()) || usual.match(link).hasMatch())
        return;
    Issue& issue = report.add("youtube_link", tr("The address is not in one of YouTube's two usual forms."));
    report.fixText(issue, "youtube_link", QLatin1String("https://youtu.be/") + id);
}

constexpr Rule rules[] = {
    {"url-empty-string", Severity::Error, "An address is empty text.", checkWith<urlEmpty>},
    {"url-invalid", Severity::Error, "An address is not http or https.", checkWith<urlInvalid>},
    {"url-http-media", Severity::Information, "A file is reached by plain http.", checkWith<urlHttp>},
    {"url-extension", Severity::Warning, "A file's ending does not fit its field.", checkWith<urlEnding>},
    {"url-double-slash", Severity::Warning, "An address has a double slash.", checkWith<urlDoubleSlash>},
    {"url-repeated-in-episode", Severity::Warning, "A file stands in two fields.", checkWith<urlRepeated>},
    {"url-youtube-in-media-field", Severity::Warning, "A YouTube page stands in a file's field.",
     checkWith<youTubeInFile>},
    {"url-tracking-prefix", Severity::Information, "Downloads go through a counting service.",
     checkWith<urlPrefix>},
    {"url-duplicate-across-episodes", Severity::Warning, "Two episodes have the same file.",
     checkWith<urlShared>},
    {"youtube-host", Severity::Error, "The address is not YouTube's.", checkWith<youTubeHost>},
    {"youtube-id", Severity::Error, "The address names no video.", checkWith<youTubeId>},
    {"youtube-form", Severity::Warning, "The address has an unusual form.", checkWith<youTubeForm>},
    {"youtube-http", Severity::Information, "The YouTube address is plain http.", checkWith<youTubeHttp>},
};

} // namespace

std::span<const Rule> addressRules() {
    return rules;
}

} // namespace catalog
