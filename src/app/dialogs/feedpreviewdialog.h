// SPDX-License-Identifier: MIT
#pragma once

#include "models/feedfindingsmodel.h"
#include "models/feedmodel.h"

#include <QDialog>
#include <QFutureWatcher>

#include <atomic>
#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QTabWidget;
class QTreeView;

namespace app {

class NotesPreview;

/// A show's feed as apps will see it: the show, its episodes with their notes, in what it does not keep to
/// the published rules, and the XML; exported as a file. The feed is made on another thread.
class FeedPreviewDialog : public QDialog {
    Q_OBJECT
public:
    /// `current`: its show is shown, and it is scrolled to.
    FeedPreviewDialog(const catalog::Catalog& catalog, catalog::EpisodeId current, QWidget* parent = nullptr);
    ~FeedPreviewDialog() override;

    /// Writes the whole feed; the words say what became of it.
    void exportTo(const QString& path);
    bool isBusy() const { return m_making.isRunning() || m_exporting.isRunning(); }

signals:
    void episodeChosen(catalog::EpisodeId id); ///< to be shown in the window

private:
    struct Made;
    QWidget* buildHead();
    QWidget* buildEpisodes();
    QWidget* buildFindings();
    void build();
    void fillShows();
    void make();
    void showMade();
    void showChannel();
    void showItem();
    void select(int item);
    void goTo(int item);
    void choosePath();
    int currentRow() const;

    const catalog::Catalog& m_catalog;
    catalog::EpisodeId m_current;
    models::FeedModel m_items;
    models::FeedFindingsModel m_findings;
    std::shared_ptr<const catalog::ShowFeed> m_feed;
    std::shared_ptr<std::atomic<bool>> m_isCancelled;
    QFutureWatcher<std::shared_ptr<Made>> m_making;
    QFutureWatcher<QString> m_exporting;
    QComboBox* m_show;
    QCheckBox* m_drafts;
    QLabel* m_channelTitle;
    QLabel* m_channel;
    QTabWidget* m_tabs;
    QTreeView* m_list;
    QLabel* m_title;
    QLabel* m_facts;
    NotesPreview* m_notes;
    QTreeView* m_findingList;
    QPlainTextEdit* m_source;
    QLabel* m_words;
    QProgressBar* m_progress;
    QPushButton* m_export = nullptr;
};

} // namespace app
