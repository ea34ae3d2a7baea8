// SPDX-License-Identifier: MIT
#pragma once

#include <QTextBrowser>
#include <QTimer>

namespace app {

/// Shows show notes as a reader sees them, without ever loading what they name: no HTML, no images, no files.
class NotesPreview : public QTextBrowser {
    Q_OBJECT
public:
    explicit NotesPreview(QWidget* parent = nullptr);

    /// Shows `markdown` soon; further calls before that replace it.
    void showNotes(const QString& markdown);
    /// Whether the notes are shown as plain text because rendering them could take long.
    bool isPlain() const { return m_isPlain; }
    /// Whether Markdown is small and simple enough to be rendered at once.
    static bool isCheap(const QString& markdown);

    QVariant loadResource(int type, const QUrl& name) override;

private:
    void render();

    QTimer m_delay;
    QString m_markdown;
    bool m_isPlain = false;
};

} // namespace app
