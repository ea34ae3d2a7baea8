// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "models/chaptertablemodel.h"

class QLabel;
class QPushButton;
class QTableView;

namespace app {

class ChapterDelegate;
class ChaptersCommands;

/// The episode's chapters as rows to add at the playhead, edit, move and remove. The one that is heard is
/// marked.
class ChaptersPage : public EditorPage {
    Q_OBJECT
public:
    explicit ChaptersPage(const EditorContext& context, QWidget* parent = nullptr);

    void setEpisode(catalog::EpisodeId id) override;
    bool goTo(const QString& field, format::Span span) override;
    void commit() override;
    void setSearch(const catalog::SearchMarks& marks) override;
    ChaptersCommands& commands() { return *m_commands; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildView();
    void buildColumns();
    void connectAll();
    QWidget* buildButtons();
    /// `label`: shorter than the action's words.
    QPushButton* makeButton(const char* name, const char* actionName, const char* icon,
                            const QString& label = {});
    QString notice() const;
    void follow();
    void editOrToggle(const QModelIndex& index);

    models::ChapterTableModel m_model;
    QLabel* m_notice;
    QPushButton* m_sort = nullptr;
    QTableView* m_view;
    ChaptersCommands* m_commands;
    ChapterDelegate* m_delegate = nullptr;
};

} // namespace app
