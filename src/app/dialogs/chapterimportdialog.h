// SPDX-License-Identifier: MIT
#pragma once

#include "app/dialogs/tagreading.h"
#include "catalog/chapterformats/chapterformat.h"
#include "catalog/chapterformats/chapterimport.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QLabel;
class QMimeData;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QRadioButton;
class QTableWidget;

namespace app {

/// Takes chapters from a file, a pasted or dropped text, or the show notes, finds out their format, and shows
/// what would become of those that are there. Changes nothing: the caller makes `chosen` one undo step.
class ChapterImportDialog : public QDialog {
    Q_OBJECT
public:
    /// `duration` in milliseconds (0: not known); `notes` the show notes' Markdown, empty where there are
    /// none to take time stamps from.
    ChapterImportDialog(catalog::Chapters current, qint64 duration, QByteArray notes = {},
                        QWidget* parent = nullptr);

    /// The chapters that the episode shall have; those that it has where nothing can be read.
    catalog::Chapters chosen() const;

    /// Reads a local file: chapters in any format, or an MP3 with chapters inside. A tag is read on another
    /// thread; whatever else is taken meanwhile counts instead.
    void takeFile(const QString& path);
    void takeText(const QByteArray& bytes, const QString& fileName = {});
    void takeNotes();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    QWidget* buildSources();
    QWidget* buildModes();
    void buildTable();
    void connectAll();
    void takeMp3(const QString& path);
    void takeTag(const audio::Id3Facts& facts);
    void endReading();
    void takeMime(const QMimeData* mime);
    void chooseFile();
    void edited();
    void detect();
    void read();
    void showRows();
    void showNothing(const QString& words);
    catalog::ImportMode mode() const;

    catalog::Chapters m_current;
    qint64 m_duration;
    QByteArray m_notes;
    QByteArray m_bytes; ///< what is read; empty for an MP3
    QString m_fileName;
    TagReading m_tag;
    catalog::Chapters m_imported;
    bool m_isFromMp3 = false;
    bool m_isFormatChosen = false; ///< by hand: typing does not change it
    QPlainTextEdit* m_text;
    QComboBox* m_format;
    QLabel* m_words;
    QProgressBar* m_busy;
    QTableWidget* m_table;
    QRadioButton* m_replace;
    QRadioButton* m_merge;
    QPushButton* m_import = nullptr;
};

} // namespace app
