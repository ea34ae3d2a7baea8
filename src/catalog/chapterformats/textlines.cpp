// SPDX-License-Identifier: MIT
#include "catalog/chapterformats/textlines.h"

#include "catalog/chapterformats/limits.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

namespace catalog {

std::optional<TextLine> TextLines::next() {
    if (m_at >= m_text.size())
        return std::nullopt;
    const std::size_t end = std::min(m_text.find_first_of("\r\n", m_at), m_text.size());
    const TextLine line{m_text.substr(m_at, end - m_at), m_at};
    m_at = end + (m_text.substr(end, 2) == "\r\n" ? 2 : 1);
    return line;
}

std::optional<TextLine> TextLines::nextFilled() {
    while (auto line = next()) {
        const std::string_view text = trimmed(line->text);
        if (!text.empty())
            return TextLine{text, line->offset + static_cast<std::size_t>(text.data() - line->text.data())};
    }
    return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos)
        return text.substr(text.size()); // its place counts
    return text.substr(first, text.find_last_not_of(" \t") + 1 - first);
}

bool startsWithNoCase(std::string_view text, std::string_view start) {
    const auto lower = [](char byte) { return byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte; };
    return text.size() >= start.size() && std::equal(start.begin(), start.end(), text.begin(),
                                                     [&](char a, char b) { return lower(a) == lower(b); });
}

QString textOf(std::string_view utf8) {
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    return decoder.decode(QByteArrayView(utf8.data(), static_cast<qsizetype>(utf8.size())));
}

QString oneLine(const QString& title) {
    QString line;
    line.reserve(title.size());
    for (const QChar character : title) {
        const bool isControl = character.unicode() < 0x20 || character.unicode() == 0x7F;
        if (!isControl)
            line += character;
        else if (!line.endsWith(QLatin1Char(' ')))
            line += QLatin1Char(' ');
    }
    return line.trimmed();
}

std::string oneLineUtf8(const QString& title) {
    return oneLine(title).toStdString();
}

format::Error chapterError(std::size_t offset, const char* words) {
    return {QCoreApplication::translate("ChapterFormats", words).toStdString(), offset};
}

format::Error chapterError(std::size_t offset, const char* words, std::string_view piece) {
    constexpr qsizetype longest = 40;
    QString shown = oneLine(textOf(piece));
    if (shown.size() > longest)
        shown = shown.left(longest) + QChar(0x2026);
    return {QCoreApplication::translate("ChapterFormats", words).arg(shown).toStdString(), offset};
}

std::optional<format::Error> addChapter(Chapters& chapters, Chapter chapter, std::size_t offset) {
    if (chapters.size() >= chapterlimits::chapters)
        return format::Error{QCoreApplication::translate("ChapterFormats",
                                                         "There are more than %1 chapters; no more are read.")
                                 .arg(chapterlimits::chapters)
                                 .toStdString(),
                             offset};
    chapters.push_back(std::move(chapter));
    return std::nullopt;
}

std::optional<qint64> statedEnd(const Chapters& chapters, std::size_t i, qint64 duration) {
    const Chapter& chapter = chapters[i];
    if (chapter.end && *chapter.end > chapter.start)
        return chapter.end;
    const auto next = std::find_if(chapters.begin() + static_cast<std::ptrdiff_t>(i), chapters.end(),
                                   [&](const Chapter& other) { return other.start > chapter.start; });
    if (next != chapters.end())
        return next->start;
    return duration > chapter.start ? std::optional(duration) : std::nullopt;
}

} // namespace catalog
