// SPDX-License-Identifier: MIT
#pragma once

#include <QSyntaxHighlighter>

class QPlainTextEdit;

namespace app {

/// Colours an episode file: JSON up to a line, Markdown from it on. Each line by itself but for fenced code,
/// in time in proportion to its length; lines beyond a limit stay plain.
class NoteHighlighter : public QSyntaxHighlighter {
    Q_OBJECT
public:
    explicit NoteHighlighter(QPlainTextEdit& edit);

    /// The first line of the notes; 0 where all is Markdown.
    void setFirstNotesLine(int line);

protected:
    void highlightBlock(const QString& text) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void highlightJson(const QString& text);
    void highlightMarkdown(const QString& text);
    void highlightLinks(const QString& text);
    void highlightCode(const QString& text);
    void highlightEmphasis(const QString& text);
    void emphasize(qsizetype from, qsizetype to, qsizetype signs);
    bool takeFence(QStringView line);
    void color(qsizetype from, qsizetype to, int textColor, bool isBold = false);

    QPlainTextEdit& m_edit;
    int m_firstNotesLine = 0;
};

/// Colours a unified diff.
class DiffHighlighter : public QSyntaxHighlighter {
    Q_OBJECT
public:
    explicit DiffHighlighter(QPlainTextEdit& edit);

protected:
    void highlightBlock(const QString& text) override;

private:
    QPlainTextEdit& m_edit;
};

} // namespace app
