// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "models/fieldmodel.h"

#include <QHash>

class QLabel;
class QPlainTextEdit;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace app {

class FoundDelegate;

/// Every key of the file, known or not, with its value to edit as JSON.
class AllFieldsPage : public EditorPage {
    Q_OBJECT
public:
    explicit AllFieldsPage(const EditorContext& context, QWidget* parent = nullptr);

    void setEpisode(catalog::EpisodeId id) override;
    bool goTo(const QString& field, format::Span span) override;
    void commit() override;
    void setSearch(const catalog::SearchMarks& marks) override;

private:
    void build();
    void showCurrent();
    void apply();
    void leaveCurrent(const QModelIndex& current);
    void applyFilter();
    void filterBelow(const QModelIndex& parent, const QString& words);
    void add();
    void moveCurrent(int step);
    void removeCurrent();

    models::FieldModel m_model;
    QTreeView* m_tree;
    FoundDelegate* m_delegate;
    QPlainTextEdit* m_json;
    QLabel* m_problem;
    QPushButton* m_apply;
    QPushButton* m_reset;
    QPushButton* m_remove;
    QPushButton* m_add;
    QPushButton* m_up;
    QPushButton* m_down;
    QLineEdit* m_filter;
    struct Unapplied {
        format::JsonPath path;
        QString text;
    };
    QHash<catalog::EpisodeId, Unapplied> m_unapplied;
    format::JsonPath m_path;
};

} // namespace app
