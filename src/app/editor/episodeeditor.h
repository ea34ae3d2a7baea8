// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"

#include <vector>

class QAction;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;
class QToolButton;

namespace app {

class ChaptersPage;
class LinksPage;
class MediaPage;
class SeveralPage;

/// The editor of one episode: a heading with Revert and Save, and the pages.
class EpisodeEditor : public QWidget {
    Q_OBJECT
public:
    explicit EpisodeEditor(const EditorContext& context, QWidget* parent = nullptr);

    /// The actions of the heading's buttons.
    void setActions(QAction* previous, QAction* next, QAction* revert, QAction* save);
    void setEpisode(catalog::EpisodeId id);
    catalog::EpisodeId episode() const { return m_id; }
    /// Where these are more than one, shows what they have in common in place of the episode's pages.
    void setSelected(const std::vector<catalog::EpisodeId>& episodes);
    /// Shows the page where a field is edited, and puts the focus there.
    void goTo(const QString& field, format::Span span);
    void commit();
    /// Marks what is searched for on the pages.
    void setSearch(const catalog::SearchMarks& marks);
    int currentPage() const;
    void setCurrentPage(int page);
    LinksPage& linksPage() const { return *m_linksPage; }
    ChaptersPage& chaptersPage() const { return *m_chaptersPage; }
    MediaPage& mediaPage() const { return *m_mediaPage; }
    SeveralPage& severalPage() const { return *m_several; }

signals:
    void committing(); ///< what is being typed anywhere is wanted now
    void message(const QString& text);

private:
    QWidget* buildStack();
    void addPage(EditorPage* page, const QString& label, const char* name);
    void refreshHeading();
    void refreshTabs();
    void chooseReading();
    bool isSeveral() const;

    EditorContext m_context;
    catalog::EpisodeId m_id;
    std::vector<EditorPage*> m_pages;
    LinksPage* m_linksPage;
    ChaptersPage* m_chaptersPage;
    MediaPage* m_mediaPage;
    QLabel* m_heading;
    QLabel* m_notice;
    QPushButton* m_read;
    bool m_wasRefused = false;
    QTabWidget* m_tabs;
    SeveralPage* m_several;
    QStackedWidget* m_stack;
    std::vector<QToolButton*> m_buttons;
};

} // namespace app
