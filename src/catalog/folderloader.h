// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/episode.h"
#include "catalog/registry.h"

#include <QFutureWatcher>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace catalog {

/// A file found in the folder but never opened as an episode: FIFO, device, folder named .md, unreadable, or
/// with a name that is not UTF-8.
struct SkippedFile {
    QString path;
    QString reason;
};

/// What a batch of loading brought.
struct LoadBatch {
    std::vector<Episode> episodes;
    /// What was made of an episode instead of one, where rows were asked for.
    struct Row {
        QString path;
        std::string text;
        QString refusal; ///< why it has no row; else empty
    };
    std::vector<Row> rows;
    int otherPages = 0;
    std::vector<SkippedFile> skipped;
    int done = 0; ///< files read so far
    int total = 0;
};

/// The files of an opened path: a site root, its content/show, a show's folder, any folder, or a single file
/// whatever its ending. Sorted. Hidden files and symbolic links that loop are left out.
struct FolderListing {
    QString root; ///< the folder
    QStringList files;
    std::vector<SkippedFile> skipped; ///< names that cannot be named, folders that cannot be read
    QString error;                    ///< why nothing could be listed; else empty
};
FolderListing listEpisodeFiles(const QStringList& paths);

/// Reads one file as an episode, a refused episode, another page (no value) or a skipped file.
struct LoadedFile {
    std::optional<Episode> episode;
    bool isOtherPage = false;
    std::optional<SkippedFile> skipped;
};
LoadedFile loadFile(const QString& path, const QString& root);

/// Loads a folder's episodes off the UI thread, in batches, with progress; cancel at any time.
class FolderLoader : public QObject {
    Q_OBJECT
public:
    explicit FolderLoader(QObject* parent = nullptr);
    ~FolderLoader() override;

    void start(const QStringList& paths);
    void cancel();
    bool isRunning() const;

    /// What is made of each file beyond its summary.
    enum class For {
        Window,     ///< what searches look at; the parsed form is made again where it is needed
        CommandLine ///< the parsed form is kept, for each episode is looked at once more
    };
    /// Makes a row of an episode that was just read; called on several threads at a time. Where there is one,
    /// rows are all that is made.
    using RowMaker = std::function<std::string(const QString& path, const format::Document& document)>;
    /// The same in the caller's thread: all batches in one, in order.
    static LoadBatch loadAll(const FolderListing& listing, For use = For::Window,
                             const RowMaker& makeRow = {});

signals:
    void listed(const QString& root, int files);
    void registryRead(const catalog::Registry& registry);
    void batchLoaded(const catalog::LoadBatch& batch);
    void finished(bool cancelled, const QString& error);

private:
    struct Job;
    using Report = std::function<void(FolderLoader*)>;
    void tellSome();

    std::shared_ptr<Job> m_job;
    std::deque<Report> m_reports; ///< of this job, not told yet
    QTimer m_turn;
};

} // namespace catalog

Q_DECLARE_METATYPE(catalog::LoadBatch)
Q_DECLARE_METATYPE(catalog::Registry)
