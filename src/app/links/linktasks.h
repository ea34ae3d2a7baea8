// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "net/linkchecker.h"
#include "net/pagetitlefetcher.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <vector>

namespace app {

/// Asks servers about links, for the whole window: one task at a time, with progress and cancel. What a check
/// finds goes to the link results at once; titles are offered when all have come.
class LinkTasks : public QObject {
    Q_OBJECT
public:
    explicit LinkTasks(const EditorContext& context, QWidget* window);

    void check(const QStringList& urls);
    /// Every address of these episodes, as it is written.
    QStringList urlsOf(const std::vector<catalog::EpisodeId>& ids) const;
    void fetchTitles(catalog::EpisodeId id, const QStringList& urls);
    void cancel();
    bool isRunning() const;

signals:
    /// `total` 0: the task is over.
    void progress(const QString& what, int done, int total);
    void message(const QString& text);

private:
    void take(const net::LinkResult& result);
    void endCheck();
    void offerTitles();

    EditorContext m_context;
    QWidget* m_window;
    net::LinkChecker m_checker;
    net::PageTitleFetcher m_fetcher;
    catalog::EpisodeId m_titlesFor;
    std::vector<net::FetchedTitle> m_titles;
    QHash<QUrl, QStringList> m_written; ///< asked address → its spellings in the notes
    int m_bad = 0;
    int m_done = 0;
    bool m_isCancelled = false;
};

} // namespace app
