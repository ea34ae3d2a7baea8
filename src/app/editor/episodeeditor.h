// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"

#include <vector>

class QAction;
class QLabel;
class QPushButton;
class QTabWidget;
class QToolButton;

namespace app {

class ChaptersPage;
class LinksPage;
class MediaPage;

/// The editor of one episode: a heading with Revert and Save, and the pages.
class EpisodeEditor : public QWidget {
    Q_OBJECT
public:
    explicit EpisodeEditor(const EditorContext& context, QWidget* parent = nullptr);

    /// The actions of the heading's buttons.
    void setActions(QAction* previous, QAction* next, QAction* revert, QAction* save);
    void setEpisode(catalog::EpisodeId id);
    catalog::EpisodeId episode() const { return m_id; }
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

signals:
    void message(const QString& text);

private:
    void addPage(EditorPage* page, const QString& label, const char* name);
    void refreshHeading();
    void refreshTabs();
    void chooseReading();

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
    std::vector<QToolButton*> m_buttons;
};

} // namespace app
