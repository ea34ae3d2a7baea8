// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"

#include <QHash>

#include <string>

class QLabel;
class QPushButton;

namespace app {

class CodeEdit;
class FindBar;
class NoteHighlighter;

/// The exact text of the file. Typing changes only the bytes typed at; what does not parse stays here,
/// unwritten, until it does, and never takes the place of a change that was made elsewhere meanwhile.
class SourcePage : public EditorPage {
    Q_OBJECT
public:
    explicit SourcePage(const EditorContext& context, QWidget* parent = nullptr);

    void setEpisode(catalog::EpisodeId id) override;
    bool goTo(const QString& field, format::Span span) override;
    void setSearch(const catalog::SearchMarks& marks) override;

private:
    /// Typed text that is not the episode's: it does not parse, or the episode changed meanwhile.
    struct Pending {
        std::string text;
        std::string base; ///< the episode's text when it was begun
    };
    void build();
    void showEpisode(catalog::EpisodeId id);
    void showText(const std::string& text);
    void take(const std::string& text, bool isTyping);
    bool apply(const std::string& text, bool isTyping);
    void useMine();
    void discard();
    void tell(const std::string& text);
    void showProblems();
    void showFound();
    bool isOpen() const;

    catalog::EpisodeId m_id;
    catalog::SearchMarks m_marks;
    QHash<catalog::EpisodeId, Pending> m_pending;
    std::size_t m_errorOffset = 0;
    CodeEdit* m_edit;
    NoteHighlighter* m_highlighter;
    FindBar* m_find;
    QLabel* m_problem;
    QPushButton* m_goThere;
    QPushButton* m_useMine;
    QPushButton* m_discard;
};

} // namespace app
