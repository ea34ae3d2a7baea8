// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "catalog/bulk/bulkedit.h"

class QButtonGroup;
class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;
class QStackedWidget;
class QTimeEdit;
class QVBoxLayout;

namespace app {

class ChipEdit;
class DateEdit;

/// The controls for what a bulk edit needs beside its field: a text, a date, members, numbers …
class BulkArguments : public QWidget {
    Q_OBJECT
public:
    explicit BulkArguments(const EditorContext& context, QWidget* parent = nullptr);

    void setAction(const catalog::Field& field, catalog::BulkAction action);
    /// Where numbers begin, and the date to begin with.
    void suggest(qint64 firstNumber, const QString& date);
    /// Completes people for that show.
    void setShow(const QString& show) { m_show = show; }
    /// Fills in what was typed, with a member that is still being typed.
    void fill(catalog::BulkEdit& edit) const;

signals:
    void changed();

private:
    enum class Page { None, Text, LongText, YesNo, Date, Members, Replace, Number, Shift, Time };
    static Page pageFor(const catalog::Field& field, catalog::BulkAction action);
    QWidget* buildTexts(Page page);
    QWidget* buildYesNo();
    QWidget* buildDate();
    QWidget* buildMembers();
    QWidget* buildReplace();
    QWidget* buildNumber();
    QWidget* buildShift();
    QWidget* buildTime();
    QSpinBox* spin(const char* name, const QString& words, int least, int most);
    void makeChips(const catalog::Field& field);
    void fillText(catalog::BulkEdit& edit) const;

    EditorContext m_context;
    QString m_show;
    Page m_page = Page::None;
    QStackedWidget* m_stack;
    QLineEdit* m_text = nullptr;
    QPlainTextEdit* m_longText = nullptr;
    QComboBox* m_yesNo = nullptr;
    DateEdit* m_date = nullptr;
    QString m_stored; ///< what the date stands at
    QVBoxLayout* m_membersLayout = nullptr;
    ChipEdit* m_chips = nullptr;
    std::string m_chipsField;
    QLineEdit* m_find = nullptr;
    QLineEdit* m_replacement = nullptr;
    QCheckBox* m_matchesCase = nullptr;
    QSpinBox* m_first = nullptr;
    QSpinBox* m_step = nullptr;
    QComboBox* m_order = nullptr;
    QSpinBox* m_weeks = nullptr;
    QSpinBox* m_days = nullptr;
    QSpinBox* m_hours = nullptr;
    QSpinBox* m_minutes = nullptr;
    QButtonGroup* m_keeps = nullptr;
    QTimeEdit* m_time = nullptr;
};

} // namespace app
