// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "catalog/bulk/bulkedit.h"

#include <QDialog>
#include <QTimer>

class QComboBox;
class QLabel;
class QPushButton;

namespace app {

class BulkArguments;
class ProposalView;

/// Changes a field of many episodes: what is to be done, and before it is done each change to look at, with
/// boxes to tick.
class BulkDialog : public QDialog {
    Q_OBJECT
public:
    /// For the selected episodes, or all that the table shows, in its order.
    BulkDialog(const EditorContext& context, std::vector<catalog::EpisodeId> selected,
               std::vector<catalog::EpisodeId> shown, QWidget* parent = nullptr);
    ~BulkDialog() override;

    /// Begins with that field.
    void chooseField(const std::string& key);
    /// What was ticked, once the dialog was accepted.
    catalog::Gathered gathered() const;
    std::vector<catalog::LeftOut> leftOut() const;
    QString stepName() const;

private:
    QWidget* buildChoices();
    void fillFields();
    void fillActions();
    void showArguments();
    void suggest();
    const std::vector<catalog::EpisodeId>& episodes() const;
    catalog::BulkEdit edit() const;
    void proposeSoon();
    void propose();
    void refresh();

    EditorContext m_context;
    std::vector<catalog::EpisodeId> m_selected, m_shown;
    QComboBox* m_scope;
    QComboBox* m_field;
    QComboBox* m_action;
    QLabel* m_help;
    BulkArguments* m_arguments;
    ProposalView* m_view;
    QPushButton* m_apply = nullptr;
    QTimer m_soon;
};

} // namespace app
