// SPDX-License-Identifier: MIT
#pragma once

#include "app/editor/editorpage.h"
#include "catalog/mediaresults.h"
#include "net/enclosureprobe.h"

#include <QFutureWatcher>

#include <array>
#include <deque>
#include <vector>

namespace app {

/// Measures enclosures for the whole window: local files on another thread, one after the other, and what
/// servers say, two at once. What is found goes to the results at once.
class MediaTasks : public QObject {
    Q_OBJECT
public:
    MediaTasks(const EditorContext& context, QWidget* window);
    ~MediaTasks() override;

    /// How many of these have an enclosure and no local file of it.
    int withoutFile(const std::vector<catalog::EpisodeId>& ids) const;
    /// Episodes without a local file are left out where no server may be asked.
    void measure(const std::vector<catalog::EpisodeId>& ids, bool isServerAsked);
    /// What was found until then is kept.
    void cancel();
    bool isRunning() const { return m_done < m_total; }
    catalog::MediaResults& results() { return m_results; }

signals:
    /// `total` 0: the task is over.
    void progress(const QString& what, int done, int total);
    void message(const QString& text);

private:
    struct Job {
        QString key;
        QString file;
        QUrl url;
    };
    struct Asked {
        net::EnclosureProbe probe;
        QString key; ///< empty: nothing is asked
    };

    Job jobOf(catalog::EpisodeId id) const;
    void startFile();
    void startProbe(Asked& asked);
    void take(const QString& key, const catalog::MediaFinding& finding);
    void end();

    EditorContext m_context;
    catalog::MediaResults m_results;
    std::deque<Job> m_files;
    std::deque<Job> m_urls;
    QString m_fileKey; ///< of the file that is being read
    QFutureWatcher<catalog::MediaFinding> m_reading;
    std::array<Asked, 2> m_asked;
    int m_done = 0;
    int m_total = 0;
    int m_failed = 0;
};

} // namespace app
