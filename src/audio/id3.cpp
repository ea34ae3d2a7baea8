// SPDX-License-Identifier: MIT
// TagLib reads and writes the tag, in memory and never in the file; what it would follow without a bound is
// taken away before (`id3frames`).
#include "audio/id3.h"

#include "audio/framewalk.h"
#include "audio/id3frames.h"
#include "audio/mediafile.h"
#include "audio/newcopy.h"

#include <QCoreApplication>

#include <algorithm>

#include <attachedpictureframe.h>
#include <chapterframe.h>
#include <id3v2framefactory.h>
#include <id3v2tag.h>
#include <mpegfile.h>
#include <tableofcontentsframe.h>
#include <tbytevectorstream.h>
#include <textidentificationframe.h>
#include <urllinkframe.h>

namespace audio {

namespace {

using TagLib::ByteVector;

constexpr qint64 id3v1Length = 128;

QString tr(const char* text) {
    return QCoreApplication::translate("Id3", text);
}

QString fromTag(const TagLib::String& text) {
    return QString::fromStdString(text.to8Bit(true)).trimmed();
}

TagLib::String toTag(const QString& text) {
    return {text.toStdString(), TagLib::String::UTF8};
}

ByteVector toVector(const QByteArray& bytes) {
    return {bytes.constData(), static_cast<unsigned int>(bytes.size())};
}

/// The tag at the start alone, and the old one at the end: all that TagLib gets to see.
struct TagBytes {
    QByteArray bytes;
    qint64 soundBegin = 0; ///< behind the last of the tags at the start
    QString error;
};

TagBytes tagBytesOf(const ByteSource& source) {
    TagBytes tags;
    const qint64 first = id3v2Length(source, 0);
    if (first > source.size()) {
        tags.error = tr("The file is shorter than the tag at its start says.");
    } else if (first > id3Limit) {
        tags.error =
            tr("The tag at the start of the file is larger than %1 MB.").arg(id3Limit / (1024 * 1024));
    } else {
        tags.bytes = source.bytes(0, first);
        tags.soundBegin = endOfLeadingTags(source);
    }
    return tags;
}

QByteArray oldTag(const ByteSource& source) {
    const QByteArray end = source.bytes(std::max(qint64{0}, source.size() - id3v1Length), id3v1Length);
    return end.size() == id3v1Length && end.startsWith("TAG") ? end : QByteArray();
}

/// The front cover, or the first picture.
const TagLib::ID3v2::AttachedPictureFrame* pictureOf(const TagLib::ID3v2::Tag& tag) {
    using Picture = TagLib::ID3v2::AttachedPictureFrame;
    const Picture* best = nullptr;
    for (const TagLib::ID3v2::Frame* frame : tag.frameListMap()["APIC"])
        if (const auto* picture = dynamic_cast<const Picture*>(frame))
            if (best == nullptr ||
                (best->type() != Picture::FrontCover && picture->type() == Picture::FrontCover))
                best = picture;
    return best;
}

void readPicture(const TagLib::ID3v2::Tag& tag, qint64 limit, Id3Facts& facts) {
    const auto* picture = pictureOf(tag);
    if (picture == nullptr)
        return;
    const ByteVector bytes = picture->picture();
    facts.hasPicture = !bytes.isEmpty();
    facts.pictureType = fromTag(picture->mimeType());
    if (bytes.size() <= static_cast<std::size_t>(limit))
        facts.picture = QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

void readWords(const TagLib::MPEG::File& file, const TagLib::ID3v2::Tag& tag, Id3Facts& facts) {
    const TagLib::Tag* any = file.tag();
    facts.title = fromTag(any->title());
    facts.artist = fromTag(any->artist());
    facts.album = fromTag(any->album());
    const TagLib::ID3v2::FrameList& dates = tag.frameListMap()["TDRC"];
    if (!dates.isEmpty())
        facts.date = fromTag(dates.front()->toString());
    else if (any->year() > 0)
        facts.date = QString::number(any->year());
}

/// The id that the table of contents calls a chapter by: ends with a zero.
ByteVector chapterId(std::size_t index) {
    ByteVector id(("chp" + std::to_string(index)).c_str());
    id.append('\0');
    return id;
}

TagLib::ID3v2::Frame* titleFrame(const QString& title) {
    auto* frame = new TagLib::ID3v2::TextIdentificationFrame("TIT2", TagLib::String::UTF8);
    frame->setText(toTag(title));
    return frame;
}

TagLib::ID3v2::Frame* addressFrame(const QString& url) {
    auto* frame = new TagLib::ID3v2::UserUrlLinkFrame(TagLib::String::UTF8);
    frame->setDescription("chapter url");
    frame->setUrl(toTag(url));
    return frame;
}

/// Where chapter `index` ends: where it says so, else where the next begins or the sound ends.
qint64 endOf(const Id3Chapters& chapters, std::size_t index, qint64 soundMs) {
    const Id3Chapter& chapter = chapters[index];
    if (chapter.endMs >= 0)
        return chapter.endMs;
    const qint64 end = index + 1 < chapters.size() ? chapters[index + 1].startMs : soundMs;
    return std::max(chapter.startMs, end);
}

void addChapters(TagLib::ID3v2::Tag& tag, const Id3Chapters& chapters, qint64 soundMs) {
    constexpr unsigned noOffset = 0xFFFFFFFF;
    if (chapters.empty())
        return;
    ByteVector name("toc");
    name.append('\0');
    auto* contents = new TagLib::ID3v2::TableOfContentsFrame(name);
    contents->setIsTopLevel(true);
    contents->setIsOrdered(true);
    tag.addFrame(contents);
    for (std::size_t index = 0; index < chapters.size(); ++index) {
        const Id3Chapter& chapter = chapters[index];
        const auto end = static_cast<unsigned>(endOf(chapters, index, soundMs));
        auto* frame = new TagLib::ID3v2::ChapterFrame(
            chapterId(index), static_cast<unsigned>(chapter.startMs), end, noOffset, noOffset);
        frame->addEmbeddedFrame(titleFrame(chapter.title));
        if (!chapter.url.isEmpty())
            frame->addEmbeddedFrame(addressFrame(chapter.url));
        contents->addChildElement(chapterId(index));
        tag.addFrame(frame);
    }
}

bool isTime(qint64 ms) {
    return ms >= 0 && ms < 0xFFFFFFFFLL;
}

QString whyNotChapters(const Id3Chapters& chapters) {
    if (chapters.size() > id3ChapterLimit)
        return tr("A tag holds at most 255 chapters.");
    const bool areTimes = std::all_of(chapters.begin(), chapters.end(), [](const Id3Chapter& chapter) {
        return isTime(chapter.startMs) && (chapter.endMs == -1 || isTime(chapter.endMs));
    });
    return areTimes ? QString() : tr("A chapter's time is not one that a tag can hold.");
}

/// The new tag in the version of the old one; version 2.2 has no chapters and becomes 2.3.
QByteArray newTag(const QByteArray& old, const Id3Chapters& chapters, qint64 soundMs, QString& error) {
    const SplitTag split = splitTag(old);
    if (split.leftOut > 0) {
        error = tr("The tag has compressed or too many frames, which would be lost.");
        return {};
    }
    TagLib::ByteVectorStream stream(toVector(split.rest));
    TagLib::MPEG::File file(&stream, TagLib::ID3v2::FrameFactory::instance(), false);
    TagLib::ID3v2::Tag* tag = file.ID3v2Tag(true);
    addChapters(*tag, chapters, soundMs);
    const bool isNewest = old.isEmpty() || tag->header()->majorVersion() >= 4;
    const ByteVector bytes = tag->render(isNewest ? TagLib::ID3v2::v4 : TagLib::ID3v2::v3);
    return {bytes.data(), static_cast<qsizetype>(bytes.size())};
}

} // namespace

Id3Facts readId3(const ByteSource& source, qint64 pictureLimit) {
    Id3Facts facts;
    const TagBytes tags = tagBytesOf(source);
    facts.error = tags.error;
    if (!facts.error.isEmpty())
        return facts;
    SplitTag split = splitTag(tags.bytes);
    TagLib::ByteVectorStream stream(toVector(split.rest + oldTag(source)));
    TagLib::MPEG::File file(&stream, TagLib::ID3v2::FrameFactory::instance(), false);
    const TagLib::ID3v2::Tag* tag = file.ID3v2Tag(true);
    readWords(file, *tag, facts);
    readPicture(*tag, pictureLimit, facts);
    facts.chapters = std::move(split.chapters);
    return facts;
}

Id3Facts readId3(const QString& path, qint64 pictureLimit) {
    const MediaFile file(path);
    Id3Facts facts;
    facts.error = file.error();
    return facts.error.isEmpty() ? readId3(file, pictureLimit) : facts;
}

QString writeChapters(const QString& original, const QString& copy, const Id3Chapters& chapters,
                      const CopyProgress& goesOn) {
    if (QString why = whyNotChapters(chapters); !why.isEmpty())
        return why;
    const MediaFile file(original);
    if (!file.error().isEmpty())
        return file.error();
    const FrameWalk walk = walkFrames(file);
    if (!walk.error.isEmpty())
        return walk.error;
    const TagBytes tags = tagBytesOf(file);
    QString error = tags.error;
    if (!error.isEmpty())
        return error;
    const QByteArray tag = newTag(tags.bytes, chapters, walk.durationMs, error);
    return error.isEmpty() ? writeNewCopy(file, tags.soundBegin, tag, copy, goesOn) : error;
}

} // namespace audio
