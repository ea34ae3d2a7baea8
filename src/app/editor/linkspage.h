// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "models/linktablemodel.h"

class QLabel;
class QPushButton;
class QSplitter;
class QTableView;

namespace app {

class NotesPreview;

/// The show notes as rows to add, edit, move and remove, with a preview of what readers see.
class LinksPage : public EditorPage {
    Q_OBJECT
public:
    explicit LinksPage(const EditorContext& context, QWidget* parent = nullptr);

    void setEpisode(catalog::EpisodeId id) override;
    bool goTo(const QString& field, format::Span span) override;
    void commit() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildView();
    QWidget* buildButtons();
    QPushButton* addButton(const char* name, const QString& text, const QString& icon, const QString& toolTip,
                           void (LinksPage::*act)());
    void follow();
    void updateButtons();
    QList<int> selectedRows() const;
    void selectRows(int first, int count);
    void addLink();
    void removeLinks();
    void moveUp();
    void moveDown();
    void openCurrent();
    void copyRows() const;

    models::LinkTableModel m_model;
    QLabel* m_notice;
    QSplitter* m_splitter;
    QTableView* m_view;
    NotesPreview* m_preview;
    QPushButton* m_add = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_up = nullptr;
    QPushButton* m_down = nullptr;
    QPushButton* m_open = nullptr;
};

} // namespace app
