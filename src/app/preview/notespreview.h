// SPDX-License-Identifier: MIT
#pragma once

#include <QTextBrowser>
#include <QThreadPool>
#include <QTimer>

#include <memory>

namespace app {

/// Shows show notes as a reader sees them, without ever loading what they name: no HTML, no images, no files.
/// They are rendered in a worker, so that typing never waits; what takes longer than 200 ms is shown as plain
/// text until it is ready.
class NotesPreview : public QTextBrowser {
    Q_OBJECT
public:
    explicit NotesPreview(QWidget* parent = nullptr);
    ~NotesPreview() override;

    /// Shows `markdown` soon; further calls before that replace it.
    void showNotes(const QString& markdown);
    /// Whether the notes are shown as plain text because rendering them takes or could take long.
    bool isPlain() const { return m_isPlain; }

    QVariant loadResource(int type, const QUrl& name) override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void render();
    void take(std::unique_ptr<QTextDocument> rendered, const QString& markdown);
    void showPlain();

    QTimer m_delay;
    QTimer m_patience;
    QThreadPool m_worker;
    QTextDocument* m_rendered = nullptr;
    QString m_markdown;
    bool m_isRendering = false;
    bool m_isDue = false; ///< the notes changed while the worker was busy
    bool m_isPlain = false;
};

} // namespace app
