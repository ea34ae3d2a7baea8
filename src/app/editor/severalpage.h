// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "catalog/bulk/bulkedit.h"
#include "catalog/bulk/commonvalues.h"
#include "models/background.h"

#include <QTimer>

#include <map>
#include <string>
#include <vector>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;

namespace app {

class ChipEdit;

/// What the selected episodes have in common, field by field, where more than one is selected: typing sets
/// all of them, in one undo step.
class SeveralPage : public QWidget {
    Q_OBJECT
public:
    explicit SeveralPage(const EditorContext& context, QWidget* parent = nullptr);

    void setEpisodes(const std::vector<catalog::EpisodeId>& episodes);
    const std::vector<catalog::EpisodeId>& episodes() const { return m_episodes; }
    /// Sets what is being typed.
    void commit();
    /// Shows the values anew, also where nothing has changed.
    void refresh();

signals:
    /// The episodes are to be changed so; `refresh` is called when that is over.
    void editRequested(const catalog::BulkEdit& edit);
    /// The dialog of all actions is wanted, for this field.
    void dialogRequested(const std::string& field);
    void message(const QString& text);

private:
    /// One field: its label, its control (one of these) and what stands beside it.
    struct Row {
        const catalog::Field* field = nullptr;
        QLineEdit* edit = nullptr;
        QComboBox* choice = nullptr;
        ChipEdit* chips = nullptr;
        QLabel* words = nullptr;
        QPushButton* set = nullptr; ///< shown while something typed is not set yet
    };
    QWidget* buildHead();
    void addRow(std::string_view key);
    QWidget* buildText(Row& row, const QString& name);
    QWidget* buildChoice(Row& row, const QString& name);
    QWidget* buildChips(Row& row, const QString& name);
    QWidget* buildFixed(Row& row, const QString& name);
    void showPending(const Row& row);
    void set(const Row& row);
    void change(const Row& row, catalog::BulkAction action, const QStringList& members);
    void show(const std::map<std::string, catalog::CommonValue>& values);
    static void showText(const Row& row, const catalog::CommonValue& value);
    static void showChoice(const Row& row, const catalog::CommonValue& value);
    QString setLabel() const;

    EditorContext m_context;
    std::vector<catalog::EpisodeId> m_episodes;
    QLabel* m_words;
    QPushButton* m_dialog;
    QScrollArea* m_scroll;
    QGridLayout* m_form = nullptr;
    std::vector<Row> m_rows;
    models::Background<std::map<std::string, catalog::CommonValue>> m_reading;
    QTimer m_again;
};

} // namespace app
