// SPDX-License-Identifier: MIT
#pragma once

#include "audio/newcopy.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace audio {

class ByteSource;

/// The largest ID3v2 tag that is read: pictures of a few megabytes are usual, more is a mistake or a trap.
constexpr qint64 id3Limit = 64LL * 1024 * 1024;
/// As many as one table of contents can name (ID3v2 Chapter Frame Addendum 1.0, section 3.2).
constexpr std::size_t id3ChapterLimit = 255;

/// A chapter inside an MP3: an ID3v2 CHAP frame.
struct Id3Chapter {
    qint64 startMs = 0;
    qint64 endMs = -1; ///< -1: until the next chapter, or the end
    QString title;
    QString url;
    bool hasPicture = false; ///< found, never written
    friend bool operator==(const Id3Chapter&, const Id3Chapter&) = default;
};

using Id3Chapters = std::vector<Id3Chapter>;

/// What an MP3's tags say (ID3v2 at its start, else ID3v1 at its end).
struct Id3Facts {
    QString title;
    QString artist;
    QString album;
    QString date; ///< as written: 2019, or 2019-07-22
    QByteArray picture;
    QString pictureType;     ///< as the tag states: image/jpeg
    bool hasPicture = false; ///< also where it is larger than was asked for
    Id3Chapters chapters;    ///< in the order of their starts
    QString error;           ///< a sentence; empty where the tags were read, or there are none
};

/// The tags of a local MP3. A picture over `pictureLimit` bytes is left out.
Id3Facts readId3(const QString& path, qint64 pictureLimit = 16LL * 1024 * 1024);
Id3Facts readId3(const ByteSource& source, qint64 pictureLimit = 16LL * 1024 * 1024);

/// Writes a copy of an MP3 with just these chapters in its tag; its other frames stay, and every byte behind
/// the tags is the same. Never over a file that is there. Returns a sentence why not, or nothing.
QString writeChapters(const QString& original, const QString& copy, const Id3Chapters& chapters,
                      const CopyProgress& goesOn = {});

} // namespace audio
