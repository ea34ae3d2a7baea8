// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapterformats/chapterformat.h"

#include <QTest>

#include <string>

/// Chapters in a line each, to be compared and read when they differ.
inline QString chapterText(const catalog::Chapters& chapters) {
    QStringList lines;
    for (const catalog::Chapter& chapter : chapters) {
        QString line = QStringLiteral("%1 \"%2\"").arg(chapter.start).arg(chapter.title);
        if (chapter.end)
            line += QStringLiteral(" to %1").arg(*chapter.end);
        if (!chapter.url.isEmpty())
            line += QStringLiteral(" <%1>").arg(chapter.url);
        if (!chapter.image.isEmpty())
            line += QStringLiteral(" image %1").arg(chapter.image);
        if (!chapter.isInContents)
            line += QStringLiteral(" hidden");
        if (chapter.location)
            line += QStringLiteral(" at %1 %2 %3")
                        .arg(chapter.location->name, chapter.location->geo, chapter.location->osm);
        lines += line;
    }
    return lines.join(QLatin1Char('\n'));
}

inline QString readAsText(catalog::ChapterFormat format, const std::string& bytes, qint64 duration = 0) {
    const auto chapters = catalog::readChapters(format, bytes, duration);
    return chapters ? chapterText(*chapters) : catalog::placeAndReason(bytes, chapters.error());
}

inline catalog::Chapter chapter(qint64 start, const char* title, const char* url = "") {
    catalog::Chapter made;
    made.start = start;
    made.title = QString::fromUtf8(title);
    made.url = QString::fromUtf8(url);
    return made;
}

inline catalog::Chapter withEnd(catalog::Chapter chapter, qint64 end) {
    chapter.end = end;
    return chapter;
}
