// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/renameplan.h"

#include <QDialog>

class QCheckBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace app {

/// Numbers several episodes in sequence, with all that follows from their numbers, and shows what each would
/// be called. Changes nothing itself.
class RenumberDialog : public QDialog {
    Q_OBJECT
public:
    RenumberDialog(const catalog::Catalog& catalog, const std::vector<catalog::EpisodeId>& ids,
                   QWidget* parent = nullptr);

    catalog::RenamePlan plan() const;

private:
    void build();
    void buildForm(QFormLayout& form);
    void buildTable();
    void fillRow(const catalog::RenamePlan& plan, int row);
    void refresh();

    const catalog::Catalog& m_catalog;
    std::vector<catalog::EpisodeId> m_ids;
    QSpinBox* m_first;
    QSpinBox* m_step;
    QCheckBox* m_slugs;
    QCheckBox* m_files;
    QTableWidget* m_table;
    QLabel* m_words;
    QPushButton* m_rename = nullptr;
};

} // namespace app
