// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/templates.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace app {

/// The user's templates, to be renamed and removed.
class TemplatesDialog : public QDialog {
    Q_OBJECT
public:
    explicit TemplatesDialog(const catalog::Templates& templates, QWidget* parent = nullptr);

private:
    void build();
    void fill(const QString& current);
    void renameCurrent(const QString& to);
    void removeCurrent();
    void refresh();
    QString current() const;

    const catalog::Templates& m_templates;
    QListWidget* m_list;
    QLabel* m_words;
    QPushButton* m_rename = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace app
