// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "models/changesmodel.h"

#include <QDialog>

class QAction;
class QLabel;
class QPushButton;
class QSplitter;
class QTreeView;

namespace app {

class DiffView;

/// Every unsaved change of every episode, with the text diff of the chosen one: take a change back or a whole
/// episode, and save some or all. Follows what is edited in the window meanwhile.
class ReviewDialog : public QDialog {
    Q_OBJECT
public:
    explicit ReviewDialog(const EditorContext& context, QWidget* parent = nullptr);
    ~ReviewDialog() override;

    /// Chooses an episode, where it is changed.
    void showEpisode(catalog::EpisodeId id);

signals:
    void goToRequested(catalog::EpisodeId id, const QString& field, format::Span span);
    void saveRequested(const std::vector<catalog::EpisodeId>& episodes);

private:
    void build();
    QWidget* buildButtons();
    QPushButton* addButton(const QString& text, const char* name);
    QAction* addKey(const char* name, const QString& text, const QList<QKeySequence>& keys);
    void connectKeys();
    void connectModel();
    void refresh();
    void showCurrent();
    void showNotice();
    void lookAtDisk(catalog::EpisodeId id);
    void walk(int direction);
    void goToCurrent();
    void revert(const QModelIndex& index);
    QModelIndex current() const;

    EditorContext m_context;
    models::ChangesModel m_model;
    QTreeView* m_tree;
    DiffView* m_diff;
    QLabel* m_file;
    QLabel* m_notice;
    QLabel* m_empty;
    QSplitter* m_splitter;
    QPushButton* m_revertChange;
    QPushButton* m_revertFile;
    QPushButton* m_undo;
    QPushButton* m_redo;
    QPushButton* m_saveTicked;
    QPushButton* m_saveAll;
};

} // namespace app
