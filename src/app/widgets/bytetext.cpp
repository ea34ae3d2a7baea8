// SPDX-License-Identifier: MIT
#include "app/widgets/bytetext.h"

#include <algorithm>

namespace app {

namespace {

/// What a QTextDocument takes for the end of a block.
bool isBreak(QChar c) {
    return c == u'\n' || c == u'\r' || c == QChar(0x2029) || c == QChar(0xfdd0) || c == QChar(0xfdd1);
}

std::size_t bytesOf(QChar c) {
    // A pair of surrogates is four bytes: they are counted with the second one.
    if (c.isHighSurrogate())
        return 0;
    if (c.isLowSurrogate())
        return 4;
    return c.unicode() < 0x80 ? 1 : c.unicode() < 0x800 ? 2 : 3;
}

} // namespace

ByteText::ByteText(std::string bytes)
    : m_bytes(std::move(bytes)) {
    constexpr std::size_t bomSize = 3;
    std::size_t at = m_bytes.rfind("\xEF\xBB\xBF", 0) == 0 ? bomSize : 0;
    const QString text = QString::fromUtf8(m_bytes.data() + at, static_cast<qsizetype>(m_bytes.size() - at));
    m_shown.reserve(text.size());
    m_offsets.reserve(static_cast<std::size_t>(text.size()) + 1);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        const bool isSecond = c == u'\n' && i > 0 && text[i - 1] == u'\r';
        if (!isSecond) {
            m_shown += isBreak(c) ? QChar(u'\n') : c;
            m_offsets.push_back(at);
        }
        at += bytesOf(c);
    }
    m_offsets.push_back(m_bytes.size());
}

int ByteText::positionOf(std::size_t offset) const {
    const auto at = std::lower_bound(m_offsets.begin(), m_offsets.end(), offset);
    return static_cast<int>(std::min<qsizetype>(at - m_offsets.begin(), m_shown.size()));
}

std::size_t ByteText::offsetOf(int position) const {
    return m_offsets[static_cast<std::size_t>(std::clamp<qsizetype>(position, 0, m_shown.size()))];
}

QString ByteText::lineEnd() const {
    return m_bytes.find("\r\n") != std::string::npos ? QStringLiteral("\r\n") : QStringLiteral("\n");
}

std::string ByteText::changedTo(const QString& now, int position) const {
    const auto differing = std::mismatch(m_shown.begin(), m_shown.end(), now.begin(), now.end());
    auto first = std::min<qsizetype>(differing.first - m_shown.begin(), position);
    const qsizetype most = std::min(m_shown.size(), now.size()) - first;
    qsizetype tail = 0;
    while (tail < most && m_shown[m_shown.size() - 1 - tail] == now[now.size() - 1 - tail])
        ++tail;
    if (first > 0 && m_shown[first - 1].isHighSurrogate())
        --first;
    if (tail > 0 && m_shown[m_shown.size() - tail].isLowSurrogate())
        --tail;
    const std::size_t begin = m_offsets[static_cast<std::size_t>(first)];
    const std::size_t end = m_offsets[static_cast<std::size_t>(m_shown.size() - tail)];
    std::string changed = m_bytes;
    changed.replace(
        begin, end - begin,
        now.mid(first, now.size() - tail - first).replace(QLatin1String("\n"), lineEnd()).toStdString());
    return changed;
}

} // namespace app
