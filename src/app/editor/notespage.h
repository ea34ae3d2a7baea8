// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"

#include <optional>

class QLabel;
class QPushButton;
class QSplitter;

namespace app {

class CodeEdit;
class FindBar;
class NoteHighlighter;
class NotesPreview;

/// The show notes as Markdown, beside what readers see of them. What is typed here stands at once on the
/// Links page, and the other way round.
class NotesPage : public EditorPage {
    Q_OBJECT
public:
    explicit NotesPage(const EditorContext& context, QWidget* parent = nullptr);

    void setEpisode(catalog::EpisodeId id) override;
    bool goTo(const QString& field, format::Span span) override;
    void setSearch(const catalog::SearchMarks& marks) override;

private:
    void build();
    QPushButton* makePreviewButton();
    void follow();
    void showProblems();
    void tellCounts();
    void showFound();
    void take(const std::string& notes, bool isTyping);
    const catalog::Episode* episode() const;
    QString notice() const;

    catalog::EpisodeId m_id;
    catalog::SearchMarks m_marks;
    std::optional<std::size_t> m_hidden; ///< bytes of the blank lines before the notes that are not shown
    std::size_t m_begin = 0;             ///< where the shown notes begin in the file
    QLabel* m_notice;
    QSplitter* m_splitter;
    CodeEdit* m_edit;
    NoteHighlighter* m_highlighter;
    FindBar* m_find;
    NotesPreview* m_preview;
    QLabel* m_counts;
};

/// How many words a reader sees in Markdown: addresses do not count.
int wordsIn(const QString& markdown);

} // namespace app
