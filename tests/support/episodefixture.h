// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/folderloader.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

/// A small invented site in a temporary folder, for tests that open, edit and save.
class EpisodeFixture {
public:
    EpisodeFixture() {
        QDir(m_folder.path()).mkpath(QStringLiteral("content/show/night-desk"));
        QDir(m_folder.path()).mkpath(QStringLiteral("content/people"));
        write(QStringLiteral("content/people/ada.md"),
              "---\ntitle: Ada Quill\ntype: host\nusername: ada\n---");
        write(QStringLiteral("content/people/ben.md"),
              "---\ntitle: Ben Harrow\ntype: guest\nusername: ben\n---");
        write(QStringLiteral("content/show/night-desk/_index.md"),
              "+++\ntitle = \"Night Desk\"\nhosts = [\"ada\"]\n+++\n\nA show.\n");
        for (int number = 1; number <= 3; ++number)
            write(path(number), episode(number));
    }

    QString root() const { return m_folder.path(); }
    QString absolute(const QString& relative) const { return m_folder.filePath(relative); }
    static QString path(int number) {
        return QStringLiteral("content/show/night-desk/%1.md").arg(number, 4, 10, QLatin1Char('0'));
    }

    void write(const QString& relative, const QByteArray& bytes) const {
        QFile file(absolute(relative));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the fixture");
    }
    QByteArray read(const QString& relative) const {
        QFile file(absolute(relative));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Loads the site into `catalog` as the window does, at once.
    void openIn(catalog::Catalog& catalog) const {
        const auto listing = catalog::listEpisodeFiles({root()});
        auto batch = catalog::FolderLoader::loadAll(listing);
        catalog.setRoot(listing.root);
        catalog.setRegistry(catalog::Registry::read(catalog::contentFolderOf(listing.root)));
        catalog.add(std::move(batch.episodes));
        catalog.addOtherPages(batch.otherPages);
    }

    static QByteArray episode(int number) {
        const QByteArray n = QByteArray::number(number);
        return "{\n  \"type\": \"episode\",\n  \"draft\": false,\n  \"show_slug\": \"night-desk\",\n"
               "  \"show_name\": \"Night Desk\",\n  \"episode\": " +
               n + ",\n  \"episode_padded\": \"" + n.rightJustified(4, '0') +
               "\",\n  \"episode_guid\": \"6f0c2f5e-3f7a-4c55-9a51-0b6f5d5c00" + n.rightJustified(2, '0') +
               "\",\n  \"slug\": \"" + n + "\",\n  \"title\": \"Lanterns, part " + n +
               "\",\n  \"description\": \"We caf\\u00e9 and \\\"talk\\\".\",\n  \"date\": \"2024-03-0" + n +
               "T18:00:00-08:00\",\n  \"header_image\": \"/images/shows/night-desk.png\",\n"
               "  \"categories\": [\n    \"Night Desk\"\n  ],\n  \"tags\": [\n    \"lamps\",\n    \"oil\"\n  "
               "],\n"
               "  \"hosts\": [\n    \"ada\"\n  ],\n  \"guests\": [],\n  \"sponsors\": [],\n"
               "  \"podcast_duration\": \"00:31:0" +
               n + "\",\n  \"podcast_file\": \"https://media.example.org/night-desk-" + n +
               ".mp3\",\n  \"podcast_bytes\": 1400000" + n +
               ",\n  \"podcast_chapters\": null,\n  \"podcast_alt_file\": null,\n  \"podcast_ogg_file\": "
               "null,\n"
               "  \"video_file\": null,\n  \"video_hd_file\": null,\n  \"video_mobile_file\": null,\n"
               "  \"youtube_link\": null,\n  \"jb_url\": null,\n  \"fireside_url\": \"/" +
               n +
               "\"\n}\n\n\n### Episode Links\n\n"
               "  * [The lamp museum](https://lamps.example.org/ \"The lamp museum\") \xe2\x80\x94 Open at "
               "night.\n"
               "  * [Oil](https://oil.example.org/)\n\n\n";
    }

private:
    QTemporaryDir m_folder;
};
