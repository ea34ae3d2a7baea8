// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "catalog/peoplechange.h"
#include "models/peoplemodel.h"

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace app {

/// Asks for an id's new spelling, or none, and shows what each episode would become, with a box to tick. The
/// ticked ones become one undo step.
class PeopleChangeDialog : public QDialog {
    Q_OBJECT
public:
    PeopleChangeDialog(const EditorContext& context, const models::PeopleModel& people,
                       const catalog::PersonEntry& entry, bool isRemoval, QWidget* parent = nullptr);

    catalog::IdChange change() const;
    /// Changes the ticked episodes; returns how many.
    int apply();

private:
    void build();
    QWidget* buildChoice();
    void fill();
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
    QLineEdit* m_to;
    QLabel* m_words;
    QTreeWidget* m_tree;
    QPlainTextEdit* m_diff;
    QPushButton* m_apply = nullptr;
};

} // namespace app
