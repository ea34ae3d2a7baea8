// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "models/issuemodel.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace app {

/// The problems of this episode or of the whole catalogue: activating one goes to its place, Fix applies its
/// safe fix.
class IssuesPanel : public QWidget {
    Q_OBJECT
public:
    explicit IssuesPanel(const EditorContext& context, QWidget* parent = nullptr);

    void setEpisode(catalog::EpisodeId id);
    /// Goes to the problem `step` rows away from the current one.
    void walk(int step);
    void showInformation(bool shown);

signals:
    void issueActivated(catalog::EpisodeId id, const QString& field, format::Span span);

private:
    void activate(int row);
    void fixCurrent();
    void refreshState();
    void chooseScope();

    EditorContext m_context;
    catalog::EpisodeId m_episode;
    models::IssueModel m_model;
    QComboBox* m_scope;
    QPushButton* m_fix;
    QLabel* m_empty;
    QTableView* m_view;
};

} // namespace app
