// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "models/issuemodel.h"

#include <QSet>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QToolButton;
class QTreeView;

namespace app {

/// The problems of the catalogue, a show or an episode, as a list or in groups: activating one goes to its
/// place; one or many are mended; a rule is muted or weighed for whom it concerns.
class IssuesPanel : public QWidget {
    Q_OBJECT
public:
    explicit IssuesPanel(const EditorContext& context, QWidget* parent = nullptr);

    void setEpisode(catalog::EpisodeId id);
    /// Goes to the problem `step` places away from the current one.
    void walk(int step);
    void showInformation(bool shown);

signals:
    void issueActivated(catalog::EpisodeId id, const QString& field, format::Span span);
    /// Several are to be mended, with a look at what changes.
    void mendRequested(const std::vector<catalog::Issue>& issues);
    void explainRequested(const QString& rule);
    void message(const QString& text);

protected:
    /// F1 in the list explains the current rule instead of opening the guide.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Scope { Catalogue, Show, Episode };

    void build();
    QWidget* buildTools();
    void connectAll();
    void activate(const QModelIndex& index);
    void fixCurrent();
    void mendShown();
    void explainCurrent();
    void refreshState();
    void applyFilter();
    void restore();
    void fillMenu(QMenu* menu);
    void fillWeights(QMenu* menu, const catalog::Issue& issue, const catalog::PolicyScope& scope);
    void fillMuted();
    void setWeight(const catalog::PolicyScope& scope, const QString& rule,
                   std::optional<catalog::Weight> weight);
    const catalog::Issue* current() const;

    EditorContext m_context;
    catalog::EpisodeId m_episode;
    models::IssueModel m_model;
    QComboBox* m_scope;
    QComboBox* m_grouping;
    QLineEdit* m_words;
    QPushButton* m_fix;
    QPushButton* m_mend;
    QToolButton* m_more;
    QToolButton* m_muted;
    QLabel* m_counts;
    QTreeView* m_view;
    QSet<QString> m_expanded; ///< labels of open groups
    int m_number = -1;        ///< the current issue's, over a reset
};

} // namespace app
