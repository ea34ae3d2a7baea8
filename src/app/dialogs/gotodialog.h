// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace app {

/// Go to an episode by a few characters of its show, number and title.
class GoToDialog : public QDialog {
    Q_OBJECT
public:
    explicit GoToDialog(const catalog::Catalog& catalog, QWidget* parent = nullptr);

    catalog::EpisodeId chosen() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();

    const catalog::Catalog& m_catalog;
    QLineEdit* m_words;
    QListWidget* m_list;
};

} // namespace app
