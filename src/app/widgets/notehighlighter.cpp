// SPDX-License-Identifier: MIT
#include "app/widgets/notehighlighter.h"

#include "app/widgets/textcolors.h"

#include <QEvent>
#include <QPlainTextEdit>

namespace app {

namespace {

constexpr qsizetype longestLine = 4'000; // UTF-16 units

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
    setFormat(static_cast<int>(from), static_cast<int>(to - from), format);
}

void NoteHighlighter::highlightBlock(const QString& text) {
    if (text.size() > longestLine)
        return;
    if (currentBlock().blockNumber() < m_firstNotesLine)
        highlightJson(text);
    else
        highlightMarkdown(text);
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
    if (words.startsWith(u"**") && words.endsWith(u"**") && words.size() > 4) {
        QTextCharFormat bold;
        bold.setFontWeight(QFont::Bold);
        setFormat(static_cast<int>(begin), static_cast<int>(words.size()), bold);
    }
    if (words.startsWith(u"* ") || words.startsWith(u"- ") || words.startsWith(u"+ ") ||
        words.startsWith(u'>'))
        color(begin, begin + 1, static_cast<int>(TextColor::Markup), true);
    highlightLinks(text);
    for (qsizetype tick = text.indexOf(u'`'); tick >= 0;) {
        const qsizetype end = text.indexOf(u'`', tick + 1);
        if (end < 0)
            break;
        color(tick, end + 1, static_cast<int>(TextColor::Markup));
        tick = text.indexOf(u'`', end + 1);
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
