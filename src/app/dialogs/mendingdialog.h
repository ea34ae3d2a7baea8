// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"

#include "models/mendingmodel.h"

#include <QDialog>

#include <vector>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeView;

namespace app {

/// Shows every fix of some issues, by rule, with what it changes as a diff and a box to tick. What is a guess
/// or only tidies up is not ticked. What is ticked becomes one undo step, by the caller.
class MendingDialog : public QDialog {
    Q_OBJECT
public:
    MendingDialog(const EditorContext& context, std::vector<catalog::Issue> issues,
                  QWidget* parent = nullptr);

    /// What is ticked, as edits for one undo step. Those that touch the same bytes as another one wait for
    /// the next time.
    catalog::Mending mending() const { return m_model.mending(); }

private:
    void connectTree();
    void showDiff();
    void count();

    EditorContext m_context;
    models::MendingModel m_model;
    QTreeView* m_tree = nullptr;
    QPlainTextEdit* m_diff = nullptr;
    QLabel* m_words = nullptr;
    QPushButton* m_mend = nullptr;
};

/// The issues with a fix of these episodes that can be changed; only of the show notes where `onlyNotes`.
std::vector<catalog::Issue> mendableIssues(const EditorContext& context,
                                           const std::vector<catalog::EpisodeId>& episodes, bool onlyNotes);

} // namespace app
