// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"

#include <QDialog>

#include <vector>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace app {

/// Shows every fix of some issues, by rule, with what it changes as a diff and a box to tick. What is a guess
/// or only tidies up is not ticked. The ticked ones become one undo step.
class MendingDialog : public QDialog {
    Q_OBJECT
public:
    MendingDialog(const EditorContext& context, std::vector<catalog::Issue> issues,
                  QWidget* parent = nullptr);

    /// Applies what is ticked; returns how many fixes were made. Those that touch the same bytes as another
    /// one wait for the next time.
    int mend();
    int leftOut() const { return m_leftOut; }

private:
    void order();
    void fill();
    void showDiff();
    void count();
    std::vector<std::size_t> ticked() const;

    EditorContext m_context;
    std::vector<catalog::Issue> m_issues; ///< with a fix each
    QTreeWidget* m_tree = nullptr;
    QPlainTextEdit* m_diff = nullptr;
    QLabel* m_words = nullptr;
    QPushButton* m_mend = nullptr;
    int m_leftOut = 0;
};

/// The issues with a fix of these episodes that can be changed; only of the show notes where `onlyNotes`.
std::vector<catalog::Issue> mendableIssues(const EditorContext& context,
                                           const std::vector<catalog::EpisodeId>& episodes, bool onlyNotes);

} // namespace app
