// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "catalog/proposaltask.h"
#include "models/peoplemodel.h"
#include "models/personusesmodel.h"

#include <QDialog>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTableView;
class QTreeView;

namespace app {

/// Lists the people and sponsors of the site with where each is used; an id can be renamed, merged or removed
/// in every episode, and a missing page be made. Stays beside the main window.
class PeopleDialog : public QDialog {
    Q_OBJECT
public:
    explicit PeopleDialog(const EditorContext& context, QWidget* parent = nullptr);

    void select(const catalog::PersonKey& key);

signals:
    /// An episode is to be shown, at that field.
    void goToRequested(catalog::EpisodeId id, const QString& field);
    /// Episodes are about to change: what is being typed elsewhere must be committed first.
    void changing();
    void message(const QString& text);
    /// What the maker proposes for the episodes is to become one undo step.
    void changeRequested(const std::vector<catalog::EpisodeId>& episodes, const catalog::ProposalMaker& maker,
                         const QString& name);

private:
    void build();
    QWidget* buildList();
    QWidget* buildUses();
    QWidget* buildButtons();
    void applyFilter();
    void refresh();
    void showUses(const catalog::PersonEntry* entry);
    void changeId(bool isRemoval);
    void createPage();
    void readRegistry();
    const catalog::PersonEntry* current() const;

    EditorContext m_context;
    models::PeopleModel m_model;
    models::PersonUsesModel m_usesModel;
    QSortFilterProxyModel* m_sorted;
    QLineEdit* m_filter;
    QLabel* m_count;
    QTableView* m_view;
    QLabel* m_words;
    QTreeView* m_uses;
    QPushButton* m_rename = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_create = nullptr;
    std::optional<catalog::PersonKey> m_wanted; ///< to be selected as soon as there is such a row
};

} // namespace app
