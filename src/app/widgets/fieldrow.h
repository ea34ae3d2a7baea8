// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "catalog/field.h"
#include "catalog/issue.h"
#include "catalog/search/searchmarks.h"

#include <QWidget>

#include <optional>
#include <string>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace app {

/// One field of the form: label, control, the mark of a changed field, and its problems in words below. What
/// kinds of control there are is up to the classes made from it.
class FieldRow : public QWidget {
    Q_OBJECT
public:
    FieldRow(const EditorContext& context, std::string_view key, QWidget* parent = nullptr);

    const std::string& key() const { return m_key; }
    QString label() const;
    /// Underlines the letter at `position` of the label and makes it the control's mnemonic.
    void setMnemonic(qsizetype position);

    virtual void setEpisode(catalog::EpisodeId id);
    /// Shows the episode as it is now: value, changed mark, whether it can be changed.
    void refresh();
    void setIssues(const std::vector<catalog::Issue>& issues);
    /// Marks the row, and the words in it, where the search looks for its value.
    void setSearch(const catalog::SearchMarks& marks);
    /// Puts the focus on the control, on the characters of `span` where it has text.
    virtual void focusOn(format::Span span);
    virtual void commit() {}

signals:
    void message(const QString& text);

protected:
    /// What the file holds for the field, as a control needs it.
    struct Value {
        bool exists = false;
        format::JsonType type = format::JsonType::Null;
        QString text;         ///< plain text; raw JSON for arrays and objects; empty for null
        bool isLossy = false; ///< the text does not tell all that the file holds
    };
    Value value() const;
    const format::JsonNode* node() const;
    catalog::Episode::DocumentPtr document() const;

    /// Takes the control into the row; the label names it and its context menu can revert the field.
    void setControl(QWidget* control, QWidget* focusTarget = nullptr, int stretch = 1);
    void addBeside(QWidget* widget);
    void endBeside(); ///< the rest of the line stays empty
    QVBoxLayout* below() { return m_below; }

    /// Shows the value in the control. `canEdit` is false where the field is locked or the file is read-only.
    virtual void showValue(const Value& value, bool canEdit) = 0;
    /// Marks these folded words in the control's text; none: no more.
    virtual void markFound(const catalog::FoundTerms&) {}
    /// Why the present value cannot be edited in this control; empty: it can.
    virtual QString unsuitable(const Value& value) const;

    bool write(const format::JsonValue& value, models::EditSession::Merge merge);
    bool writeText(const QString& text, models::EditSession::Merge merge);
    void addRevertAction(class QMenu* menu);

    EditorContext m_context;
    catalog::EpisodeId m_id;
    const catalog::Field* m_field;

    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QString lockReason(const Value& value) const;
    void showMark();
    void showFound();
    void addProblem(const catalog::Issue& issue);
    void showContextMenu(QWidget* control, const QPoint& position);
    void fitLabel();

    std::string m_key;
    catalog::FoundTerms m_searched;
    QLabel* m_label;
    QLabel* m_mark;
    QLabel* m_note;
    QHBoxLayout* m_line;
    QVBoxLayout* m_below;
    QVBoxLayout* m_problems;
    QWidget* m_focusTarget = nullptr;
};

/// The width that the longest label of all fields needs, so that every page has the same column.
int labelColumnWidth(const QWidget* widget);

} // namespace app
