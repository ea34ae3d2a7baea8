// SPDX-License-Identifier: MIT
#pragma once

#include "app/dialogs/tagwriting.h"
#include "catalog/chapterformats/chapterformat.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace app {

/// Shows an episode's chapters in any format, and what that one cannot say of them; to be copied, saved, or
/// written into a copy of an MP3.
class ChapterExportDialog : public QDialog {
    Q_OBJECT
public:
    ChapterExportDialog(catalog::Chapters chapters, catalog::WriteOptions episode, QWidget* parent = nullptr);

    catalog::ChapterFormat format() const;
    void setFormat(catalog::ChapterFormat format);
    /// The name that a file of this format gets, made of the enclosure's.
    QString suggestedName() const;
    /// Writes the file; false, after saying so, where that fails. Whoever calls has asked about a file that
    /// is there.
    bool saveTo(const QString& path);
    /// Writes a copy of an MP3 with the chapters in its tag, never over a file that is there; on another
    /// thread, so that the answer comes later.
    void writeInto(const QString& original, const QString& copy);
    bool isWriting() const { return m_writing.isRunning(); }
    void done(int result) override;

private:
    void build();
    QWidget* buildProgress();
    void showWriting(bool isWriting);
    void say(const QString& words);
    QWidget* buildChoice();
    QWidget* buildButtons();
    void refresh();
    void copy();
    void saveAs();
    void chooseMp3();
    QByteArray bytes() const;
    QString mp3Loss() const;

    catalog::Chapters m_chapters;
    catalog::WriteOptions m_episode;
    QComboBox* m_format;
    QPlainTextEdit* m_text;
    QLabel* m_loss;
    QLabel* m_words;
    QWidget* m_progress = nullptr;
    TagWriting m_writing;
};

} // namespace app
