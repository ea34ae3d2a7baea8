// SPDX-License-Identifier: MIT
#pragma once

#include "app/feeds/feedloading.h"
#include "app/feeds/feedplanning.h"
#include "app/feeds/feedwriting.h"
#include "models/editsession.h"
#include "models/feeditemsmodel.h"
#include "models/largestep.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTabWidget;
class QTreeView;

namespace app {

class ProposalView;

/// Takes a feed over: new items become files of a show, known ones update fields by choice. The updates are
/// one undo step; the files are written at once, and the caller takes them into the catalogue. The window
/// goes on with thousands, too.
class FeedImportDialog : public QDialog {
    Q_OBJECT
public:
    /// `current`: its show is suggested. `source`: a file or an address; empty: none yet.
    FeedImportDialog(models::EditSession& session, catalog::EpisodeId current, const QString& source,
                     QWidget* parent = nullptr);
    ~FeedImportDialog() override;

    /// The paths of the files that were written.
    const QStringList& created() const { return m_writing.written(); }
    /// Those of them that can be read.
    const std::vector<catalog::Episode>& episodes() const { return m_writing.episodes(); }
    int updated() const { return m_updated; } ///< fields

    void reject() override;

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void build();
    void buildSource(QFormLayout& form);
    QWidget* buildNewTab();
    QWidget* buildProgress();
    void fillShows(catalog::EpisodeId current);
    void connectAll();
    void choose();
    void read();
    void cancel();
    void showProgress(int done, int total);
    void showLoaded();
    void showNotTaken();
    void planNew();
    void showPlanned();
    bool isBusy() const;
    void import();
    void write();
    void end();
    void refresh();
    QString foundWords() const;

    models::EditSession& m_session;
    FeedLoading m_loading;
    FeedWriting m_writing;
    models::LargeStep m_updating;
    FeedPlanning m_planning;
    models::FeedItemsModel m_items;
    QLineEdit* m_source;
    QPushButton* m_choose;
    QPushButton* m_read;
    QComboBox* m_show;
    QCheckBox* m_draft;
    QLabel* m_words;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QTabWidget* m_tabs;
    QTreeView* m_new;
    ProposalView* m_known;
    QPlainTextEdit* m_notTaken;
    QPushButton* m_import = nullptr;
    int m_updated = 0;
    int m_updates = 0; ///< fields that are being updated
    bool m_isCancelled = false;
    bool m_isNew = false; ///< what was read is shown for the first time
};

} // namespace app
