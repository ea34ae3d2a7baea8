// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "catalog/peoplechange.h"
#include "models/peoplemodel.h"

#include <QDialog>
#include <QTimer>

#include <vector>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTreeWidget;

namespace app {

/// Asks for an id's new spelling, or none, and shows what each episode would become, with a box to tick.
/// Thousands are looked at on another thread and listed in turns. The caller makes the change.
class PeopleChangeDialog : public QDialog {
    Q_OBJECT
public:
    PeopleChangeDialog(const EditorContext& context, const models::PeopleModel& people,
                       const catalog::PersonEntry& entry, bool isRemoval, QWidget* parent = nullptr);

    catalog::IdChange change() const;
    /// The episodes to change; none where the change cannot be made.
    std::vector<catalog::EpisodeId> chosen() const;
    QString stepName() const;

private:
    void build();
    QWidget* buildChoice();
    void propose();
    void list(const catalog::Proposal& proposal);
    void listSome();
    void refresh();
    void showDiff();
    QString whyNot() const;
    QString words() const;
    std::vector<catalog::EpisodeId> ticked() const;
    const catalog::PersonEntry* target() const;

    EditorContext m_context;
    const models::PeopleModel& m_people;
    const catalog::PersonEntry m_entry; ///< a copy: rows come and go
    const bool m_isRemoval;
    catalog::ProposalTask m_task;
    catalog::Proposal m_listed; ///< what the tree shows, or will
    std::size_t m_rows = 0;     ///< of it that are in the tree
    bool m_isListed = false;    ///< all of it
    QTimer m_turn;
    QLineEdit* m_to;
    QLabel* m_words;
    QProgressBar* m_progress;
    QTreeWidget* m_tree;
    QPlainTextEdit* m_diff;
    QPushButton* m_apply = nullptr;
};

} // namespace app
