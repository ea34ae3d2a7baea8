// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"

#include <vector>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace app {

class FieldRow;

/// A page that is a form of fields in a scroll area, and follows catalogue and checks for all of them.
class FormPage : public EditorPage {
    Q_OBJECT
public:
    explicit FormPage(const EditorContext& context, QWidget* parent = nullptr);

    void setEpisode(catalog::EpisodeId id) override;
    bool goTo(const QString& field, format::Span span) override;
    void commit() override;
    void setSearch(const catalog::SearchMarks& marks) override;

protected:
    void addRow(FieldRow* row);
    void addSection(const QString& title);
    void addWide(QWidget* widget); ///< stands in the column of the controls
    /// Call when all rows are there: gives labels their mnemonics and lets the form end above the bottom.
    void finishForm();
    virtual void episodeShown() {}
    catalog::EpisodeId episode() const { return m_id; }

private:
    void refresh();
    void showIssues();
    QString readOnlyText() const;
    void assignMnemonics();

    catalog::EpisodeId m_id;
    QScrollArea* m_scroll;
    QLabel* m_banner;
    QVBoxLayout* m_form;
    std::vector<FieldRow*> m_rows;
};

} // namespace app
