// SPDX-License-Identifier: MIT
#include "app/widgets/codeedit.h"

#include "app/widgets/textcolors.h"
#include "catalog/search/searchmarks.h"

#include <QFontDatabase>
#include <QHelpEvent>
#include <QMimeData>
#include <QPainter>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

namespace app {

namespace {

constexpr int numbersMargin = 6;          // pixels on either side of a line's number
constexpr std::size_t mostMarked = 2'000; // more would make painting slow and tell nothing

class LineNumbers : public QWidget {
public:
    explicit LineNumbers(CodeEdit* edit)
        : QWidget(edit)
        , m_edit(edit) {}

protected:
    void paintEvent(QPaintEvent* event) override { m_edit->paintNumbers(event); }

private:
    CodeEdit* m_edit;
};

} // namespace

std::vector<std::pair<int, int>> placesOf(const QString& part, int begin, const catalog::FoundTerms& terms) {
    std::vector<std::pair<int, int>> places;
    for (const catalog::FoundPlace& place : catalog::foundPlaces(part, terms))
        places.emplace_back(begin + static_cast<int>(place.position), static_cast<int>(place.length));
    return places;
}

CodeEdit::CodeEdit(QWidget* parent)
    : QPlainTextEdit(parent)
    , m_numbers(new LineNumbers(this)) {
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    connect(document(), &QTextDocument::contentsChange, this,
            [this](int position, int, int) { take(position); });
    connect(this, &QPlainTextEdit::blockCountChanged, this, &CodeEdit::placeNumbers);
    connect(this, &QPlainTextEdit::cursorPositionChanged, m_numbers, qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::updateRequest, this, [this](const QRect& rect, int scrolled) {
        scrolled != 0 ? m_numbers->scroll(0, scrolled)
                      : m_numbers->update(0, rect.y(), m_numbers->width(), rect.height());
    });
    placeNumbers();
}

void CodeEdit::showText(const std::string& bytes) {
    const QString before = m_text.shown();
    m_text = ByteText(bytes);
    const QString& now = m_text.shown();
    if (before == now)
        return showMarks();
    const auto [oldEnd, newEnd] = std::mismatch(before.begin(), before.end(), now.begin(), now.end());
    const auto first = static_cast<int>(oldEnd - before.begin());
    const auto backward = std::mismatch(before.rbegin(), std::make_reverse_iterator(oldEnd), now.rbegin(),
                                        std::make_reverse_iterator(newEnd));
    const auto tail = static_cast<int>(backward.first - before.rbegin());
    m_isShowing = true;
    QTextCursor cursor(document());
    cursor.setPosition(first);
    cursor.setPosition(static_cast<int>(before.size()) - tail, QTextCursor::KeepAnchor);
    cursor.insertText(now.mid(first, now.size() - tail - first));
    m_isShowing = false;
    showMarks();
}

void CodeEdit::take(int position) {
    if (m_isShowing)
        return;
    const QString now = document()->toRawText().replace(QChar(QChar::ParagraphSeparator), u'\n');
    if (now == m_text.shown())
        return;
    const std::string bytes = m_text.changedTo(now, position);
    m_text = ByteText(bytes);
    emit edited(bytes, true);
}

void CodeEdit::replaceAll(const std::vector<std::pair<int, int>>& matches, const QStringList& replacements) {
    std::string bytes = m_text.bytes();
    const QString lineEnd = m_text.lineEnd();
    for (std::size_t i = matches.size(); i-- > 0;) {
        const auto [position, length] = matches[i];
        const std::size_t begin = m_text.offsetOf(position);
        QString words = replacements[static_cast<qsizetype>(i)];
        bytes.replace(begin, m_text.offsetOf(position + length) - begin,
                      words.replace(QLatin1String("\n"), lineEnd).toStdString());
    }
    if (bytes == m_text.bytes())
        return;
    showText(bytes);
    emit edited(bytes, false);
}

void CodeEdit::select(format::Span span) {
    QTextCursor cursor(document());
    cursor.setPosition(m_text.positionOf(span.begin));
    cursor.setPosition(m_text.positionOf(span.end), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
    centerCursor();
    setFocus();
}

void CodeEdit::setFirstLine(int line) {
    m_firstLine = line;
    placeNumbers();
    m_numbers->update();
}

void CodeEdit::setChangedLines(const std::vector<int>& lines) {
    m_changedLines = lines;
    showMarks();
}

void CodeEdit::setProblems(std::vector<TextProblem> problems) {
    m_problems = std::move(problems);
    showMarks();
}

void CodeEdit::setMatches(const std::vector<std::pair<int, int>>& matches) {
    m_matches = matches;
    showMarks();
}

void CodeEdit::setSearched(std::vector<std::pair<int, int>> places) {
    if (places.empty() && m_searched.empty())
        return;
    m_searched = std::move(places);
    showMarks();
}

void CodeEdit::showMarks() {
    QList<QTextEdit::ExtraSelection> marks;
    const int end = document()->characterCount() - 1;
    const auto mark = [&](int from, int to, const QTextCharFormat& format) {
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(document());
        selection.cursor.setPosition(std::min(from, end));
        selection.cursor.setPosition(std::min(to, end), QTextCursor::KeepAnchor);
        selection.format = format;
        marks.append(selection);
    };
    QTextCharFormat changed;
    changed.setBackground(changedColor(palette()));
    changed.setProperty(QTextFormat::FullWidthSelection, true);
    for (const int line : m_changedLines)
        if (const QTextBlock block = document()->findBlockByNumber(line); block.isValid())
            mark(block.position(), block.position(), changed);
    for (std::size_t i = 0; i < std::min(m_problems.size(), mostMarked); ++i) {
        QTextCharFormat wrong;
        wrong.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        wrong.setUnderlineColor(severityColor(m_problems[i].severity, palette()));
        if (m_problems[i].severity == catalog::Severity::Error)
            wrong.setForeground(severityColor(m_problems[i].severity, palette()));
        mark(m_text.positionOf(m_problems[i].span.begin), m_text.positionOf(m_problems[i].span.end), wrong);
    }
    QTextCharFormat found;
    found.setBackground(matchColor(palette()));
    for (const auto* places : {&m_searched, &m_matches})
        for (std::size_t i = 0; i < std::min(places->size(), mostMarked); ++i)
            mark((*places)[i].first, (*places)[i].first + (*places)[i].second, found);
    setExtraSelections(marks);
}

int CodeEdit::numbersWidth() const {
    const int digits = static_cast<int>(QString::number(m_firstLine + blockCount()).size());
    return fontMetrics().horizontalAdvance(QLatin1Char('9')) * std::max(digits, 2) + 2 * numbersMargin;
}

void CodeEdit::placeNumbers() {
    setViewportMargins(numbersWidth(), 0, 0, 0);
    const QRect inside = contentsRect();
    m_numbers->setGeometry(QRect(inside.left(), inside.top(), numbersWidth(), inside.height()));
}

void CodeEdit::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    placeNumbers();
}

void CodeEdit::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        placeNumbers();
    if (event->type() == QEvent::PaletteChange)
        showMarks();
}

void CodeEdit::paintNumbers(QPaintEvent* event) {
    QPainter painter(m_numbers);
    painter.fillRect(event->rect(), palette().color(QPalette::Window));
    painter.setFont(font());
    const int current = textCursor().blockNumber();
    QTextBlock block = firstVisibleBlock();
    qreal top = blockBoundingGeometry(block).translated(contentOffset()).top();
    for (; block.isValid() && top <= event->rect().bottom(); block = block.next()) {
        const qreal height = blockBoundingRect(block).height();
        const bool isCurrent = block.blockNumber() == current && hasFocus();
        painter.setPen(isCurrent ? palette().color(QPalette::WindowText) : quietColor(palette()));
        if (block.isVisible() && top + height >= event->rect().top())
            painter.drawText(0, static_cast<int>(top), m_numbers->width() - numbersMargin,
                             fontMetrics().height(), Qt::AlignRight,
                             QString::number(m_firstLine + block.blockNumber()));
        top += height;
    }
}

bool CodeEdit::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int position = cursorForPosition(viewport()->mapFrom(this, help->pos())).position();
    QStringList words;
    for (const TextProblem& problem : m_problems)
        if (m_text.positionOf(problem.span.begin) <= position &&
            position <= m_text.positionOf(problem.span.end) && !words.contains(problem.message))
            words += problem.message;
    // Plain words: what the notes hold must not become markup of the tool tip.
    QToolTip::showText(
        help->globalPos(),
        words.join(QLatin1Char('\n')).toHtmlEscaped().replace(QLatin1Char('\n'), QLatin1String("<br>")),
        this);
    return true;
}

/// Only text: rich text would carry the colours of the markup into other programs.
QMimeData* CodeEdit::createMimeDataFromSelection() const {
    auto* mime = new QMimeData;
    mime->setText(textCursor().selectedText().replace(QChar(QChar::ParagraphSeparator), u'\n'));
    return mime;
}

} // namespace app
