// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "catalog/proposal.h"
#include "catalog/replace/replacequery.h"

#include <QDialog>
#include <QTimer>

#include <vector>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QToolButton;

namespace app {

class ProposalView;

/// Find and replace across episodes: every match in its context, with a box to tick. The ticked ones become
/// one undo step.
class ReplaceDialog : public QDialog {
    Q_OBJECT
public:
    ReplaceDialog(const EditorContext& context, std::vector<catalog::EpisodeId> selected,
                  std::vector<catalog::EpisodeId> shown, QWidget* parent = nullptr);

    /// What is ticked, one edit an episode. Matches that touch another one wait for the next time.
    catalog::Gathered gathered() const;
    static QString stepName(const catalog::Gathered& gathered);

    void done(int result) override;

private:
    void build();
    void addEdits(QGridLayout& form);
    QWidget* buildOptions();
    QWidget* buildPlaces();
    void fillEpisodes();
    void fillFields();
    void connectAll();
    void restore();
    void remember() const;
    void look();
    void showProblem();
    void refresh();
    void refreshFields();
    catalog::ReplaceQuery query() const;
    std::vector<catalog::EpisodeId> episodes() const;

    EditorContext m_context;
    std::vector<catalog::EpisodeId> m_selected, m_shown;
    QLineEdit* m_find;
    QLineEdit* m_with;
    QCheckBox* m_case;
    QCheckBox* m_whole;
    QCheckBox* m_regex;
    QComboBox* m_places;
    QToolButton* m_fieldsButton;
    QListWidget* m_fields;
    QComboBox* m_episodes;
    QLabel* m_problem;
    ProposalView* m_view;
    QPushButton* m_replace = nullptr;
    QTimer m_later;
};

} // namespace app
