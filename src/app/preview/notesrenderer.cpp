// SPDX-License-Identifier: MIT
#include "app/preview/notesrenderer.h"

#include "app/limits.h"
#include "format/linklist.h"

#include <QImage>
#include <QTextBlock>
#include <QTextCursor>

#include <algorithm>
#include <utility>

namespace app {

namespace {

bool isMark(QChar c) {
    return QStringView(u"*_[]()<>`~!&\\|:").contains(c);
}

bool beginsItem(QStringView line) {
    const QStringView words = line.trimmed();
    return words.startsWith(u"* ") || words.startsWith(u"- ") || words.startsWith(u"+ ");
}

/// Where nothing is returned the document would read the file by itself.
class SilentDocument : public QTextDocument {
public:
    QVariant loadResource(int, const QUrl&) override {
        QImage empty(1, 1, QImage::Format_ARGB32);
        empty.fill(Qt::transparent);
        return empty;
    }
};

/// The letters and digits of a text: what is left of raw Markdown and of its rendering alike.
QString lettersOf(const QString& text) {
    QString letters;
    for (const QChar c : text)
        if (c.isLetterOrNumber())
            letters += c;
    return letters;
}

void colorBroken(QTextDocument& document, const std::string& markdown, const QColor& color) {
    QStringList broken;
    for (const format::LinkList list = format::LinkList::parse(markdown, {0, markdown.size()});
         const format::Row& row : list.rows())
        if (!row.problem.empty())
            broken += lettersOf(QString::fromStdString(row.content));
    if (broken.isEmpty())
        return;
    QTextCharFormat format;
    format.setForeground(color);
    format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    format.setUnderlineColor(color);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QString letters = lettersOf(block.text());
        const bool isBroken =
            !letters.isEmpty() && std::any_of(broken.begin(), broken.end(), [&](const QString& row) {
                return row.startsWith(letters) || letters.startsWith(row);
            });
        if (!isBroken)
            continue;
        QTextCursor cursor(block);
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(format);
    }
}

} // namespace

bool isCheapToRender(const QString& markdown) {
    if (markdown.toUtf8().size() > limits::renderedBytes)
        return false;
    qsizetype marks = 0;
    qsizetype length = 0;
    for (const QStringView line : QStringView(markdown).split(u'\n')) {
        if (line.trimmed().isEmpty() || beginsItem(line))
            marks = length = 0;
        length += line.size();
        marks += std::count_if(line.begin(), line.end(), isMark);
        if (marks > limits::paragraphMarks || length > limits::paragraphUnits)
            return false;
    }
    return true;
}

QString plainNotes(const QString& markdown) {
    QString plain;
    plain.reserve(markdown.size());
    bool isFirst = true;
    for (QStringView line : QStringView(markdown).split(u'\n')) {
        if (!std::exchange(isFirst, false))
            plain += u'\n';
        while (line.size() > limits::plainLineUnits) {
            const qsizetype gap = line.first(limits::plainLineUnits).lastIndexOf(u' ') + 1;
            const bool isInPair = line[limits::plainLineUnits].isLowSurrogate();
            const qsizetype size = gap > 0 ? gap : limits::plainLineUnits - (isInPair ? 1 : 0);
            plain += line.first(size);
            plain += u'\n';
            line = line.sliced(size);
        }
        plain += line;
    }
    return plain;
}

std::unique_ptr<QTextDocument> renderNotes(const QString& markdown, const QColor& broken, QThread* home) {
    auto document = std::make_unique<SilentDocument>();
    document->setUndoRedoEnabled(false);
    if (isCheapToRender(markdown)) {
        document->setMarkdown(markdown,
                              QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectCommonMark) |
                                  QTextDocument::MarkdownNoHTML);
        colorBroken(*document, markdown.toStdString(), broken);
    } else {
        document->setPlainText(plainNotes(markdown));
        document->setProperty("isPlain", true);
    }
    document->moveToThread(home);
    return document;
}

} // namespace app
