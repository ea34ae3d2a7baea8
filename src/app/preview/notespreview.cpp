// SPDX-License-Identifier: MIT
#include "app/preview/notespreview.h"

#include "app/widgets/openlink.h"

#include <QImage>
#include <QScrollBar>
#include <QTextDocument>

#include <algorithm>

namespace app {

namespace {

constexpr qsizetype maximumBytes = 64 * 1024;
/// Reading a paragraph can take the square of its markup characters; real ones have a few dozen.
constexpr qsizetype maximumMarks = 600;
/// A paragraph of this size is prose of no show notes; long ones are where reading gets slow.
constexpr qsizetype maximumParagraph = 8 * 1024;

bool isMark(QChar c) {
    return QStringView(u"*_[]()<>`~!&\\|:").contains(c);
}

bool beginsItem(QStringView line) {
    const QStringView words = line.trimmed();
    return words.startsWith(u"* ") || words.startsWith(u"- ") || words.startsWith(u"+ ");
}

} // namespace

NotesPreview::NotesPreview(QWidget* parent)
    : QTextBrowser(parent) {
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    m_delay.setSingleShot(true);
    m_delay.setInterval(150);
    connect(&m_delay, &QTimer::timeout, this, &NotesPreview::render);
    connect(this, &QTextBrowser::anchorClicked, this,
            [this](const QUrl& url) { openLink(url.toString(), this); });
    connect(this, &QTextBrowser::highlighted, this, [this](const QUrl& url) {
        setToolTip(url.isEmpty() ? QString() : url.toDisplayString().toHtmlEscaped());
    });
}

void NotesPreview::showNotes(const QString& markdown) {
    m_markdown = markdown;
    m_delay.start();
}

bool NotesPreview::isCheap(const QString& markdown) {
    if (markdown.toUtf8().size() > maximumBytes)
        return false;
    qsizetype marks = 0;
    qsizetype length = 0;
    for (const QStringView line : QStringView(markdown).split(u'\n')) {
        if (line.trimmed().isEmpty() || beginsItem(line))
            marks = length = 0;
        length += line.size();
        marks += std::count_if(line.begin(), line.end(), isMark);
        if (marks > maximumMarks || length > maximumParagraph)
            return false;
    }
    return true;
}

void NotesPreview::render() {
    const int scrolled = verticalScrollBar()->value();
    m_isPlain = !isCheap(m_markdown);
    if (m_isPlain)
        setPlainText(m_markdown);
    else
        document()->setMarkdown(m_markdown,
                                QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectCommonMark) |
                                    QTextDocument::MarkdownNoHTML);
    verticalScrollBar()->setValue(scrolled);
}

// Where nothing is returned the document reads the file by itself.
QVariant NotesPreview::loadResource(int, const QUrl&) {
    QImage empty(1, 1, QImage::Format_ARGB32);
    empty.fill(Qt::transparent);
    return empty;
}

} // namespace app
