// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/catalog.h"
#include "catalog/search/episodefinder.h"

#include <QDialog>
#include <QFutureWatcher>

#include <memory>

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
    using Finder = std::shared_ptr<const catalog::EpisodeFinder>;
    void prepare(const catalog::Catalog& catalog);
    void refresh();

    Finder m_finder; ///< nullptr while another thread reads a large catalogue's names
    QFutureWatcher<Finder> m_preparing;
    QLineEdit* m_words;
    QListWidget* m_list;
};

} // namespace app
