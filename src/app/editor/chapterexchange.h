// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "models/chaptertablemodel.h"

#include <QObject>

class QMimeData;

namespace app {

class ChapterImportDialog;

/// The way of an episode's chapters into other formats and from them, and into the show notes and from them.
class ChapterExchange : public QObject {
    Q_OBJECT
public:
    ChapterExchange(const EditorContext& context, models::ChapterTableModel& model, QWidget* page);

    /// Whether a drop or the clipboard may hold chapters: one file that is called so, or a text that reads
    /// so.
    static bool mayHoldChapters(const QMimeData& data);

    /// Shows the dialog, which was made for an episode with the chapters `shown`, and makes what it chose
    /// that episode's: one undo step. Where the episode is gone or has other chapters by then, nothing
    /// changes. Returns what is to be said.
    static QString importInto(models::EditSession& session, catalog::EpisodeId id, catalog::Chapters shown,
                              ChapterImportDialog& dialog, const QString& name);

    void importChapters();
    void importFrom(const QMimeData& data);
    void importNotes();
    void exportChapters();
    void writeNotes();
    /// Whether the episode has a list of chapters that can say something of itself.
    bool hasDetails() const;
    void editDetails();

signals:
    void message(const QString& text);

private:
    void take(ChapterImportDialog& dialog);
    QByteArray notes() const;

    EditorContext m_context;
    models::ChapterTableModel& m_model;
    QWidget* m_page;
};

} // namespace app
