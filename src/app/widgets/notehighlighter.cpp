// SPDX-License-Identifier: MIT
#include "app/widgets/notehighlighter.h"

#include "app/limits.h"
#include "app/widgets/textcolors.h"

#include <QEvent>
#include <QPlainTextEdit>

#include <array>
#include <cstdlib>
#include <utility>

namespace app {

namespace {

/// On characters in which `*` and `_` mean nothing: code, addresses, the signs of items.
constexpr int literalProperty = QTextFormat::UserProperty;

bool isEscaped(const QString& text, qsizetype at) {
    qsizetype slashes = 0;
    while (at - slashes > 0 && text[at - slashes - 1] == u'\\')
        ++slashes;
    return slashes % 2 == 1;
}

/// Behind the quote that ends the string beginning at `at`, or the line's end.
qsizetype endOfString(const QString& text, qsizetype at) {
    for (qsizetype end = text.indexOf(u'"', at + 1); end >= 0; end = text.indexOf(u'"', end + 1))
        if (!isEscaped(text, end))
            return end + 1;
    return text.size();
}

/// How many signs the fence of a code block has that a line is; negative for `~`, 0 where it is none.
int fenceOf(QStringView line) {
    const QStringView words = line.trimmed();
    qsizetype signs = 0;
    while (signs < words.size() && words[signs] == words[0])
        ++signs;
    const bool isFence = signs >= 3 && signs <= limits::fenceSigns && (words[0] == u'`' || words[0] == u'~');
    if (!isFence || (words[0] == u'`' && words.mid(signs).contains(u'`')))
        return 0;
    return static_cast<int>(words[0] == u'`' ? signs : -signs);
}

} // namespace

NoteHighlighter::NoteHighlighter(QPlainTextEdit& edit)
    : QSyntaxHighlighter(edit.document())
    , m_edit(edit) {
    edit.installEventFilter(this);
}

bool NoteHighlighter::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        QMetaObject::invokeMethod(this, &QSyntaxHighlighter::rehighlight, Qt::QueuedConnection);
    return QSyntaxHighlighter::eventFilter(watched, event);
}

void NoteHighlighter::setFirstNotesLine(int line) {
    if (std::exchange(m_firstNotesLine, line) != line)
        rehighlight();
}

void NoteHighlighter::color(qsizetype from, qsizetype to, int textColorIndex, bool isBold) {
    QTextCharFormat format;
    format.setForeground(textColor(static_cast<TextColor>(textColorIndex), m_edit.palette()));
    if (isBold)
        format.setFontWeight(QFont::Bold);
    const auto meaning = static_cast<TextColor>(textColorIndex);
    format.setProperty(literalProperty, meaning == TextColor::Address || meaning == TextColor::Markup);
    setFormat(static_cast<int>(from), static_cast<int>(to - from), format);
}

void NoteHighlighter::highlightBlock(const QString& text) {
    const bool isJson = currentBlock().blockNumber() < m_firstNotesLine;
    const bool isCode = !isJson && takeFence(text);
    if (isJson)
        setCurrentBlockState(0);
    if (text.size() > limits::highlightedLineUnits)
        return;
    if (isJson)
        highlightJson(text);
    else if (isCode)
        color(0, text.size(), static_cast<int>(TextColor::Markup));
    else
        highlightMarkdown(text);
}

/// Whether the line belongs to fenced code; a block's state is the fence that is open behind it.
bool NoteHighlighter::takeFence(QStringView line) {
    // What no line was before has the state -1.
    const int open = currentBlock().blockNumber() == m_firstNotesLine ? 0 : previousBlockState();
    const int fence = fenceOf(line);
    const bool isClosed = open != 0 && fence != 0 && (fence > 0) == (open > 0) &&
                          std::abs(fence) >= std::abs(open) && line.trimmed().size() == std::abs(fence);
    setCurrentBlockState(isClosed ? 0 : open != 0 ? open : fence);
    return open != 0 || fence != 0;
}

void NoteHighlighter::highlightJson(const QString& text) {
    for (qsizetype at = 0; at < text.size();) {
        const QChar c = text[at];
        qsizetype end = at + 1;
        if (c == u'"') {
            end = endOfString(text, at);
            qsizetype next = end;
            while (next < text.size() && text[next].isSpace())
                ++next;
            const bool isKey = next < text.size() && text[next] == u':';
            color(at, end, static_cast<int>(isKey ? TextColor::Key : TextColor::String));
        } else if (c.isDigit() || c == u'-') {
            while (end < text.size() &&
                   (text[end].isLetterOrNumber() || QStringView(u"+-.").contains(text[end])))
                ++end;
            color(at, end, static_cast<int>(TextColor::Number));
        } else if (c.isLetter()) {
            while (end < text.size() && text[end].isLetter())
                ++end;
            color(at, end, static_cast<int>(TextColor::Literal));
        }
        at = end;
    }
}

void NoteHighlighter::highlightMarkdown(const QString& text) {
    const QStringView words = QStringView(text).trimmed();
    const qsizetype begin = words.isEmpty() ? 0 : words.begin() - QStringView(text).begin();
    if (words.startsWith(u'#'))
        return color(begin, text.size(), static_cast<int>(TextColor::Heading), true);
    if (words.startsWith(u"* ") || words.startsWith(u"- ") || words.startsWith(u"+ ") ||
        words.startsWith(u'>'))
        color(begin, begin + 1, static_cast<int>(TextColor::Markup), true);
    highlightLinks(text);
    highlightCode(text);
    highlightEmphasis(text);
}

void NoteHighlighter::highlightCode(const QString& text) {
    for (qsizetype tick = text.indexOf(u'`'); tick >= 0;) {
        const qsizetype end = text.indexOf(u'`', tick + 1);
        if (end < 0)
            break;
        color(tick, end + 1, static_cast<int>(TextColor::Markup));
        tick = text.indexOf(u'`', end + 1);
    }
}

/// Emphasis that begins and ends on the line, in one pass: a run of `*` or `_` ends what the last run of as
/// many of them began.
void NoteHighlighter::highlightEmphasis(const QString& text) {
    constexpr qsizetype mostSigns = 3;
    std::array<qsizetype, 2 * mostSigns> begun;
    begun.fill(-1);
    const auto isWord = [&](qsizetype at) {
        return at >= 0 && at < text.size() && text[at].isLetterOrNumber();
    };
    const auto isGap = [&](qsizetype at) { return at < 0 || at >= text.size() || text[at].isSpace(); };
    for (qsizetype at = 0, end = 0; at < text.size(); at = end) {
        const QChar sign = text[at];
        end = at + 1;
        if ((sign != u'*' && sign != u'_') || isEscaped(text, at) ||
            format(static_cast<int>(at)).boolProperty(literalProperty))
            continue;
        while (end < text.size() && text[end] == sign)
            ++end;
        const qsizetype signs = end - at;
        if (signs > mostSigns)
            continue;
        qsizetype& begin = begun[static_cast<std::size_t>(signs - 1 + (sign == u'_' ? mostSigns : 0))];
        // Within a word `_` is a letter: file_name_here.
        if (begin >= 0 && !isGap(at - 1) && !(sign == u'_' && isWord(end)))
            emphasize(std::exchange(begin, -1), end, signs);
        else if (!isGap(end) && !(sign == u'_' && isWord(at - 1)))
            begin = at;
    }
}

void NoteHighlighter::emphasize(qsizetype from, qsizetype to, qsizetype signs) {
    for (auto at = static_cast<int>(from); at < to; ++at) {
        QTextCharFormat shown = format(at);
        if (signs >= 2)
            shown.setFontWeight(QFont::Bold);
        if (signs % 2 == 1)
            shown.setFontItalic(true);
        setFormat(at, 1, shown);
    }
}

/// Colours what looks like `[text](address "title")`; whether it is a link is for CommonMark to say, and
/// marked elsewhere.
void NoteHighlighter::highlightLinks(const QString& text) {
    for (qsizetype middle = text.indexOf(QLatin1String("](")); middle >= 0;) {
        const qsizetype begin = text.lastIndexOf(u'[', middle);
        qsizetype end = middle + 2;
        for (int depth = 1; end < text.size() && depth > 0; ++end)
            depth += isEscaped(text, end) ? 0 : text[end] == u'(' ? 1 : text[end] == u')' ? -1 : 0;
        if (begin >= 0)
            color(begin, middle + 1, static_cast<int>(TextColor::Link));
        color(middle + 1, end, static_cast<int>(TextColor::Address));
        const qsizetype title = text.indexOf(u' ', middle) + 1;
        if (title > 0 && title < end - 1 && QStringView(u"\"'(").contains(text[title]))
            color(title, end - 1, static_cast<int>(TextColor::String));
        middle = text.indexOf(QLatin1String("]("), end);
    }
}

DiffHighlighter::DiffHighlighter(QPlainTextEdit& edit)
    : QSyntaxHighlighter(edit.document())
    , m_edit(edit) {}

void DiffHighlighter::highlightBlock(const QString& text) {
    const bool isFile = text.startsWith(QLatin1String("--- ")) || text.startsWith(QLatin1String("+++ "));
    const QColor color = isFile || text.startsWith(QLatin1String("@@")) ? quietColor(m_edit.palette())
                         : text.startsWith(u'+') ? textColor(TextColor::String, m_edit.palette())
                         : text.startsWith(u'-') ? severityColor(catalog::Severity::Error, m_edit.palette())
                                                 : QColor();
    if (color.isValid())
        setFormat(0, static_cast<int>(text.size()), color);
}

} // namespace app
