// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "models/linktablemodel.h"

class QLabel;
class QPushButton;
class QSplitter;
class QTableView;

namespace app {

class LinkDelegate;
class LinksCommands;
class NotesPreview;

/// The show notes as rows to add, edit, move and remove, with a preview of what readers see.
class LinksPage : public EditorPage {
    Q_OBJECT
public:
    explicit LinksPage(const EditorContext& context, QWidget* parent = nullptr);

    void setEpisode(catalog::EpisodeId id) override;
    bool goTo(const QString& field, format::Span span) override;
    void commit() override;
    void setSearch(const catalog::SearchMarks& marks) override;
    LinksCommands& commands() { return *m_commands; }
    /// Links dropped on another episode go there; rows of this page leave it where they are moved.
    bool sendTo(catalog::EpisodeId target, const QMimeData& links, Qt::DropAction action);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    /// Addresses of this episode to ask: for titles, or whether they answer.
    void titlesRequested(catalog::EpisodeId id, const QStringList& urls);
    void checkRequested(const QStringList& urls);
    void repairRequested(catalog::EpisodeId id);

private:
    void buildView();
    QWidget* buildButtons();
    QPushButton* makePreviewButton();
    QString notice() const;
    void follow();
    void showChecks();
    QStringList urlsOf(const QList<int>& rows, bool onlyUnnamed) const;

    models::LinkTableModel m_model;
    QLabel* m_notice;
    QSplitter* m_splitter;
    QTableView* m_view;
    NotesPreview* m_preview;
    LinksCommands* m_commands = nullptr;
    LinkDelegate* m_delegate = nullptr;
};

} // namespace app
