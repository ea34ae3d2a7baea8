// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/overwriteguard.h"

#include <QDialog>

#include <functional>
#include <vector>

class QPlainTextEdit;
class QPushButton;
class QTreeWidget;

namespace app {

/// Lists what another program put back, with both values; the ticked ones are taken back or left.
class OverwritesDialog : public QDialog {
    Q_OBJECT
public:
    using Namer = std::function<QString(const QString& path)>;
    OverwritesDialog(std::vector<catalog::Overwrite> overwrites, const Namer& nameOf,
                     QWidget* parent = nullptr);

signals:
    void reapplyRequested(const std::vector<catalog::Overwrite>& chosen);
    void letBeRequested(const std::vector<catalog::Overwrite>& chosen);
    void goToRequested(const catalog::Overwrite& one);

private:
    void build();
    void fill(const Namer& nameOf);
    void showValues();
    void count();
    std::vector<catalog::Overwrite> ticked() const;

    std::vector<catalog::Overwrite> m_overwrites;
    QTreeWidget* m_tree;
    QPlainTextEdit* m_values;
    QPushButton* m_reapply = nullptr;
    QPushButton* m_letBe = nullptr;
};

} // namespace app
