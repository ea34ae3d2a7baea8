// SPDX-License-Identifier: MIT
#include "support/rulefixture.h"

class TestEnclosureRules : public QObject {
    Q_OBJECT

private slots:
    void rules_data() {
        addRuleColumns();
        const char* alt = "https://mirror.example.net/hh/12.mp3";
        mends("url-empty-string", "\"video_file\": null", "\"video_file\": \"\"", "\"video_file\": null");
        finds("url-invalid", alt, "mirror.example.net/hh/12.mp3");
        offers("url-http-media", alt, "http://mirror.example.net/hh/12b.mp3",
               "https://mirror.example.net/hh/12b.mp3");
        leaves("url-http-media", alt, "http://plain.example.net/hh/12.mp3");
        finds("url-extension", alt, "https://mirror.example.net/hh/12");
        finds("url-extension", alt, "https://mirror.example.net/hh/12.mp4");
        leaves("url-extension", alt, "https://mirror.example.net/hh/12.m4a?x=1");
        leaves("url-extension", "\"video_file\": null", "\"video_file\": \"https://v.example.org/stream\"");
        mends("url-double-slash", alt, "https://mirror.example.net//hh/12.mp3", alt);
        leaves("url-double-slash", alt, "https://count.example.com/e/https://mirror.example.net/hh/12.mp3");
        leaves("url-double-slash", alt, "https://mirror.example.net/12.mp3?next=//x");
        mends("url-repeated-in-episode", "\"podcast_ogg_file\": null",
              "\"podcast_ogg_file\": \"http://media.example.org/hh/12.mp3\"", "\"podcast_ogg_file\": null");
        leaves("url-repeated-in-episode", alt, "https://media.example.org/hh/12b.mp3");
        finds("url-duplicate-across-episodes", alt, "https://mirror.example.net/hh/13.mp3");
        leaves("url-duplicate-across-episodes", alt, "https://mirror.example.net/hh/31.mp3");
        finds("youtube-host", "\"youtube_link\": null", "\"youtube_link\": \"https://tube.example.org/x\"");
        offers("url-tracking-prefix", alt, "https://count.example.com/e/mirror.example.net/hh/12.mp3", alt);
        offers("url-tracking-prefix", alt, "https://count.example.com/e/https://mirror.example.net/hh/12.mp3",
               alt);
        offers("url-tracking-prefix", alt, "https://a.example.com/redirect.mp3/mirror.example.net/hh/12.mp3",
               alt);
        leaves("url-tracking-prefix", alt, "https://mirror.example.net/hh/v1.2/12.mp3");
        mends("youtube-http", "\"youtube_link\": null", "\"youtube_link\": \"http://youtu.be/abcdefghijk\"",
              "\"youtube_link\": \"https://youtu.be/abcdefghijk\"");
        leaves("youtube-http", "\"youtube_link\": null",
               "\"youtube_link\": \"https://youtu.be/abcdefghijk\"");
        const char* site = "https://site.example.org/show/harbour-hour/12";
        mends("jb-url-form", site, "4711/ships/", "/4711/ships/");
        leaves("jb-url-form", site, "/4711/ships/");
        offers("jb-url-index-html", site, "/4711/ships/index.html", "/4711/ships/");
        leaves("jb-url-index-html", site, "/4711/index.html/more");
        mends("jb-url-not-this-episode", site, "https://site.example.org/show/harbour-hour/ships", site);
        leaves("jb-url-not-this-episode", site, "/4711/ships/");
        const char* page = "\"/12\",\n  \"trans";
        finds("fireside-url-null", page, "null,\n  \"trans");
        finds("fireside-url-not-episode", page, "\"/13\",\n  \"trans");
        finds("fireside-url-duplicate", page, "\"/13\",\n  \"trans");
        leaves("fireside-url-duplicate", page, "\"/31\",\n  \"trans");
        leaves("fireside-url-not-episode", page, "\"https://elsewhere.example.org/12\",\n  \"trans");
        mends("fireside-url-double-slash", page, "\"//12\",\n  \"trans", page);
        mends("fireside-url-double-slash", page, "\"https://hh.example.org//12\",\n  \"trans",
              "\"https://hh.example.org/12\",\n  \"trans");
        finds("fireside-url-site-root", page, "\"https://hh.example.org/\",\n  \"trans");
        leaves("fireside-url-site-root", page, "\"https://hh.example.org/12\",\n  \"trans");

        const char* file = "\"https://media.example.org/hh/12.mp3\"";
        finds("podcast-file-missing", file, "null");
        leaves("podcast-file-missing", file, "\"https://media.example.org/hh/12b.mp3\"");
        finds("enclosure-gone", file, "\"https://media.example.org/gone.mp3\"");
        leaves("enclosure-gone", file, "\"https://media.example.org/aac.mp3\"");
        finds("enclosure-type", file, "\"https://media.example.org/aac.mp3\"");
        finds("enclosure-type", file, "\"https://media.example.org/page.mp3\"");
        leaves("enclosure-type", file, "\"https://media.example.org/gone.mp3\"");
        leaves("enclosure-type", file, "\"https://media.example.org/header.mp3\"");
        finds("duration-differs", file, "\"https://media.example.org/header.mp3\"");
        leaves("duration-differs", file, "\"https://media.example.org/never.mp3\"");
        leaves("bytes-differ", file, "\"https://media.example.org/page.mp3\"");
        const char* stated = "\"podcast_bytes\": 29760000";
        mends("bytes-differ", stated, "\"podcast_bytes\": 29760001", stated);
        leaves("bytes-differ", stated, "\"podcast_bytes\": null");
        mends("duration-differs", "00:31:00", "00:31:02", "00:31:00");
        leaves("duration-differs", "00:31:00", "00:31:01");
        leaves("duration-differs", "00:31:00", "soon");
        const QByteArray files = RuleFixture::piece(file, "mirror.example.net/hh/12.mp3\"");
        finds("no-playable-audio", files,
              QByteArray(files)
                  .replace(file, "null")
                  .replace("\"https://mirror.example.net/hh/12.mp3\"", "null"));
        leaves("no-playable-audio", file, "null");
        const char* bytes = "\"podcast_bytes\": 29760000";
        finds("bytes-missing", bytes, "\"podcast_bytes\": null");
        leaves("bytes-missing", bytes, "\"podcast_bytes\": 0");
        mends("bytes-not-number", bytes, "\"podcast_bytes\": \"29760000\"", bytes);
        finds("bytes-not-number", bytes, "\"podcast_bytes\": 0");
        finds("bytes-not-number", bytes, "\"podcast_bytes\": \"29 MB\"");
        leaves("bytes-not-number", bytes, "\"podcast_bytes\": null");
        finds("duration-missing", "\"00:31:00\"", "null");
        leaves("duration-missing", "\"00:31:00\"", "\"\"");
        finds("duration-invalid", "\"00:31:00\"", "\"31 minutes\"");
        finds("duration-invalid", "\"00:31:00\"", "1860");
        leaves("duration-invalid", "\"00:31:00\"", "\"0:31:00\"");
        mends("duration-format", "\"00:31:00\"", "\"0:31:00\"", "\"00:31:00\"");
        leaves("duration-format", "\"00:31:00\"", "\"01:31:00\"");
        finds("duration-implausible", "\"00:31:00\"", "\"00:04:59\"");
        finds("duration-implausible", "\"00:31:00\"", "\"04:00:01\"");
        leaves("duration-implausible", "\"00:31:00\"", "\"00:05:00\"");
        finds("bitrate-implausible", bytes, "\"podcast_bytes\": 7439999");
        leaves("bitrate-implausible", bytes, "\"podcast_bytes\": 7440000");
        leaves("url-empty-string", "\"video_file\": null", "\"video_file\": \" \"");
        leaves("url-invalid", alt, "http://mirror.example.net/hh/12.mp3");
        const QByteArray videos = RuleFixture::piece("\"video_file\": null", "\"youtube_link\": null");
        mends("url-youtube-in-media-field", videos,
              QByteArray(videos).replace("file\": null,\n  \"video_hd",
                                         "file\": \"https://youtu.be/abcdefghijk\",\n  \"video_hd"),
              QByteArray(videos).replace("link\": null", "link\": \"https://youtu.be/abcdefghijk\""));
        leaves("url-youtube-in-media-field", alt, "https://mirror.example.net/youtu.be/12.mp3");
        const char* video = "\"youtube_link\": null";
        leaves("youtube-host", video, "\"youtube_link\": \"https://www.youtube.com/x\"");
        finds("youtube-id", video, "\"youtube_link\": \"https://youtu.be/abcdefghij\"");
        leaves("youtube-id", video, "\"youtube_link\": \"https://youtu.be/abcdefghij_\"");
        mends("youtube-form", video, "\"youtube_link\": \"https://www.youtube.com/embed/abcdefghijk\"",
              "\"youtube_link\": \"https://youtu.be/abcdefghijk\"");
        leaves("youtube-form", video, "\"youtube_link\": \"https://www.youtube.com/watch?v=abcdefghijk\"");
        leaves("fireside-url-null", page, "\"/31\",\n  \"trans");
        leaves("fireside-url-double-slash", page, "\"https://hh.example.org/12\",\n  \"trans");
    }
    void rules() { checkRuleRow(); }

    void aYouTubePageMovesToItsField() {
        RuleFixture fixture;
        const auto text = RuleFixture::episode().replace("\"video_file\": null",
                                                         "\"video_file\": \"https://youtu.be/abcdefghijk\"");
        const auto issues = fixture.check(text, QStringLiteral("url-youtube-in-media-field"));
        QCOMPARE(issues.size(), std::size_t{1});
        QVERIFY(issues[0].fix.has_value());
        const auto fixed = format::applyEdits(text.toStdString(), issues[0].fix->edit.changes);
        QVERIFY(fixed.hasValue());
        QCOMPARE(QByteArray::fromStdString(*fixed),
                 RuleFixture::episode().replace("\"youtube_link\": null",
                                                "\"youtube_link\": \"https://youtu.be/abcdefghijk\""));
    }
};

QTEST_GUILESS_MAIN(TestEnclosureRules)
#include "tst_rules_enclosure.moc"
