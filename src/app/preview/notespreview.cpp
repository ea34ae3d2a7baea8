// SPDX-License-Identifier: MIT
#include "app/preview/notespreview.h"

#include "app/limits.h"
#include "app/preview/notesrenderer.h"
#include "app/widgets/openlink.h"
#include "app/widgets/textcolors.h"
#include "models/tooltip.h"

#include <QEvent>
#include <QFutureWatcher>
#include <QImage>
#include <QScrollBar>
#include <QtConcurrentRun>

namespace app {

namespace {

constexpr int delayMilliseconds = 150; // between keys nothing is rendered

} // namespace

NotesPreview::NotesPreview(QWidget* parent)
    : QTextBrowser(parent) {
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    m_worker.setMaxThreadCount(1);
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMilliseconds);
    m_patience.setSingleShot(true);
    m_patience.setInterval(limits::renderMilliseconds);
    connect(&m_delay, &QTimer::timeout, this, &NotesPreview::render);
    connect(&m_patience, &QTimer::timeout, this, &NotesPreview::showPlain);
    connect(this, &QTextBrowser::anchorClicked, this,
            [this](const QUrl& url) { openLink(url.toString(), this); });
    connect(this, &QTextBrowser::highlighted, this,
            [this](const QUrl& url) { setToolTip(models::plainToolTip(url.toDisplayString())); });
}

// What is rendered is bounded (isCheapToRender), so that the worker ends soon.
NotesPreview::~NotesPreview() {
    m_worker.waitForDone();
}

void NotesPreview::showNotes(const QString& markdown) {
    if (markdown == m_markdown && (m_isRendering || !document()->isEmpty()))
        return;
    m_markdown = markdown;
    m_delay.start();
}

void NotesPreview::render() {
    if (m_isRendering) {
        m_isDue = true;
        return;
    }
    m_isRendering = true;
    m_patience.start();
    using Rendered = std::shared_ptr<std::unique_ptr<QTextDocument>>;
    auto* watcher = new QFutureWatcher<Rendered>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, markdown = m_markdown] {
        watcher->deleteLater();
        take(std::move(*watcher->result()), markdown);
    });
    const QColor broken = severityColor(catalog::Severity::Error, palette());
    watcher->setFuture(QtConcurrent::run(&m_worker, [markdown = m_markdown, broken, home = thread()] {
        return std::make_shared<std::unique_ptr<QTextDocument>>(renderNotes(markdown, broken, home));
    }));
}

void NotesPreview::take(std::unique_ptr<QTextDocument> rendered, const QString& markdown) {
    m_isRendering = false;
    m_patience.stop();
    if (std::exchange(m_isDue, false))
        render();
    if (markdown != m_markdown)
        return;
    const int scrolled = verticalScrollBar()->value();
    m_isPlain = rendered->property("isPlain").toBool();
    rendered->setDefaultFont(font());
    // The first document belongs to the browser, which deletes it; those that follow are ours.
    QTextDocument* const old = std::exchange(m_rendered, rendered.release());
    m_rendered->setParent(this);
    setDocument(m_rendered);
    delete old;
    verticalScrollBar()->setValue(scrolled);
}

void NotesPreview::showPlain() {
    m_isPlain = true;
    setPlainText(plainNotes(m_markdown));
}

void NotesPreview::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_markdown.isEmpty())
        m_delay.start(); // the colours of what is broken
}

// Where nothing is returned the document reads the file by itself.
QVariant NotesPreview::loadResource(int, const QUrl&) {
    QImage empty(1, 1, QImage::Format_ARGB32);
    empty.fill(Qt::transparent);
    return empty;
}

} // namespace app
