// SPDX-License-Identifier: MIT
#pragma once

#include "models/editsession.h"
#include "net/pagetitlefetcher.h"

#include <QDialog>
#include <QHash>

#include <vector>

class QCheckBox;
class QTableWidget;

namespace app {

/// The titles that pages gave, to look at, change and choose before they become the words of links.
class TitlesDialog : public QDialog {
    Q_OBJECT
public:
    explicit TitlesDialog(const std::vector<net::FetchedTitle>& titles, QWidget* parent = nullptr);

    /// Address, as it was asked → title, of the ticked rows.
    QHash<QString, QString> chosen() const;

private:
    void fill();

    std::vector<net::FetchedTitle> m_titles;
    QTableWidget* m_table;
    QCheckBox* m_withoutSite;
};

/// Gives the rows of an episode that have no words but their address the titles of `titles`, as one undo
/// step. Returns how many rows changed.
int giveTitles(models::EditSession& session, catalog::EpisodeId id, const QHash<QString, QString>& titles);

} // namespace app
