// SPDX-License-Identifier: MIT
#include "catalog/folderloader.h"

#include "catalog/episodestore.h"
#include "catalog/limits.h"
#include "format/frontmatter.h"

#include <QCollator>
#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QHash>
#include <QPointer>
#include <QSet>
#include <QtConcurrent>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace catalog {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("FolderLoader", text);
}

constexpr int batchSize = 128;

bool isMarkdown(const QString& name) {
    return name.endsWith(QLatin1String(".md"), Qt::CaseInsensitive);
}

/// Where the episodes lie below an opened folder: a site's content/show, or the folder itself.
QString episodeFolderOf(const QString& folder) {
    const bool isContent = QDir(folder).dirName() == QLatin1String("content");
    const QString shows = folder + (isContent ? QLatin1String("/show") : QLatin1String("/content/show"));
    return QFileInfo(shows).isDir() ? shows : folder;
}

/// Takes one name of a folder: an episode's file, a folder to look into, or neither. Qt could not name all.
void takeEntry(const std::filesystem::directory_entry& entry, const QString& folder, FolderListing& listing,
               QStringList& pending) {
    const std::string name = entry.path().filename().string();
    const QString path = folder + QLatin1Char('/') + QString::fromUtf8(name.data(), qsizetype(name.size()));
    if (name.ends_with(".md") && format::firstInvalidUtf8(name) != std::string_view::npos) {
        listing.skipped.push_back({path, tr("Its name is not valid UTF-8; rename it.")});
        return;
    }
    std::error_code unknown;
    if (name.front() == '.' || format::firstInvalidUtf8(name) != std::string_view::npos)
        return;
    if (isMarkdown(path))
        listing.files.append(path);
    else if (entry.is_directory(unknown))
        pending.append(path);
}

void listFolder(const QString& folder, FolderListing& listing) {
    QSet<QString> visited;
    QStringList pending{folder};
    while (!pending.isEmpty()) {
        const QString current = pending.takeLast();
        const QString canonical = QFileInfo(current).canonicalFilePath();
        if (canonical.isEmpty() || visited.contains(canonical))
            continue;
        visited.insert(canonical);
        std::error_code error;
        for (std::filesystem::directory_iterator entry(QFile::encodeName(current).toStdString(), error), end;
             !error && entry != end; entry.increment(error))
            takeEntry(*entry, current, listing, pending);
        if (error == std::errc::permission_denied)
            listing.skipped.push_back({current, tr("It cannot be read: permission denied.")});
    }
}

/// "0605.md" before "1000.md" and "T-2" before "T-10", whatever the locale.
void sortNaturally(QStringList& files) {
    QCollator collator{QLocale(QLocale::English)}; // the C locale does not compare numbers
    collator.setNumericMode(true);
    std::vector<std::pair<QCollatorSortKey, QString>>
        keyed; // comparing keys is much cheaper than making them
    keyed.reserve(static_cast<std::size_t>(files.size()));
    for (QString& file : files)
        keyed.emplace_back(collator.sortKey(file), std::move(file));
    std::sort(keyed.begin(), keyed.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < keyed.size(); ++i)
        files[static_cast<qsizetype>(i)] = std::move(keyed[i].second);
}

QString reasonOf(const format::Error& error, std::string_view text) {
    const format::Position at = format::positionAt(text, error.offset);
    return tr("line %1, column %2: %3")
        .arg(at.line)
        .arg(at.column)
        .arg(QString::fromStdString(error.message));
}

/// Where folders lie when their links are followed, looked up once for the files of a batch.
struct RealFolders {
    RealFolders(const QString& rootFolder, const QStringList& files)
        : root(QFileInfo(rootFolder).canonicalFilePath()) {
        for (const QString& file : files)
            if (const QString folder = QFileInfo(file).path(); !real.contains(folder))
                real.insert(folder, QFileInfo(folder).canonicalFilePath());
    }
    QString root;
    QHash<QString, QString> real;
};

/// Why a link may be read but not written through; empty where it may.
QString readOnlyReasonOf(const QFileInfo& file, const RealFolders& folders) {
    const QString real = file.isSymLink()
                             ? file.canonicalFilePath()
                             : folders.real.value(file.path()) + QLatin1Char('/') + file.fileName();
    if (!real.startsWith(folders.root + QLatin1Char('/')))
        return tr("The file is a link that leads out of the opened folder.");
    if (!file.isWritable())
        return tr("The file is write-protected.");
    return {};
}

} // namespace

FolderListing listEpisodeFiles(const QStringList& paths) {
    FolderListing listing;
    for (const QString& path : paths) {
        const QFileInfo info(path);
        if (!info.exists() && !info.isSymLink()) {
            listing.error = tr("%1 does not exist.").arg(QDir::toNativeSeparators(path));
            continue;
        }
        const QString absolute = QDir::cleanPath(info.absoluteFilePath());
        if (listing.root.isEmpty())
            listing.root = info.isDir() ? absolute : info.absolutePath();
        if (info.isDir()) {
            if (!info.isReadable())
                listing.error =
                    tr("%1 cannot be read: permission denied.").arg(QDir::toNativeSeparators(path));
            listFolder(episodeFolderOf(absolute), listing);
        } else {
            listing.files.append(absolute);
        }
    }
    listing.files.removeDuplicates();
    sortNaturally(listing.files);
    return listing;
}

namespace {

/// A file that was read, and what was made of it instead of an episode.
struct Read {
    LoadedFile file;
    std::optional<LoadBatch::Row> row;
};

/// The episode of a text that was read, and its parsed form; that one is absent where it was refused.
std::shared_ptr<const format::Document> parseInto(LoadedFile& loaded, const QString& path, ReadResult read) {
    if (read.bytes.size() == format::limits::fileBytes && read.size < read.bytes.size())
        read.size = format::limits::fileBytes + 1; // it grew while it was read: there may be more
    if (read.size > format::limits::fileBytes) {
        // What is read only in part is not shown either: nobody must take it for the whole.
        loaded.episode.emplace(EpisodeId{}, path, std::string(),
                               reasonOf({format::describeFileExcess(read.size), 0}, {}));
        return nullptr;
    }
    const auto text = std::make_shared<const std::string>(std::move(read.bytes));
    auto document = format::Document::parse(text);
    if (!document) {
        loaded.episode.emplace(EpisodeId{}, path, *text, reasonOf(document.error(), *text));
        return nullptr;
    }
    return std::make_shared<const format::Document>(std::move(document).value());
}

Read load(const QString& path, const RealFolders& folders, FolderLoader::For use,
          const FolderLoader::RowMaker& makeRow = {}) {
    Read result;
    LoadedFile& loaded = result.file;
    ReadResult read = readFile(path, {format::limits::fileBytes, limits::firstBytes});
    if (!read.error.isEmpty()) {
        loaded.skipped = SkippedFile{path, read.error};
        return result;
    }
    if (format::pageKindOf(read.bytes) == format::PageKind::OtherPage) {
        loaded.isOtherPage = true;
        return result;
    }
    const auto document = parseInto(loaded, path, std::move(read));
    if (makeRow) {
        result.row = {path, document ? makeRow(path, *document) : std::string(),
                      document ? QString() : loaded.episode->reason()};
        loaded.episode.reset();
        return result;
    }
    if (!document)
        return result;
    loaded.episode.emplace(EpisodeId{}, path, document);
    if (const QString reason = readOnlyReasonOf(QFileInfo(path), folders); !reason.isEmpty())
        loaded.episode->setReadOnly(reason);
    if (use == FolderLoader::For::CommandLine)
        return result;
    (void)loaded.episode->searchText(); // here, on a thread that may take its time
    // The summary is enough for lists; the parsed form is made again where it is needed.
    loaded.episode->releaseDocuments();
    return result;
}

} // namespace

LoadedFile loadFile(const QString& path, const QString& root) {
    return load(path, RealFolders(root, {path}), FolderLoader::For::Window).file;
}

namespace {

void take(LoadBatch& batch, Read read) {
    LoadedFile& loaded = read.file;
    if (read.row)
        batch.rows.push_back(std::move(*read.row));
    if (loaded.episode)
        batch.episodes.push_back(std::move(*loaded.episode));
    if (loaded.skipped)
        batch.skipped.push_back(std::move(*loaded.skipped));
    batch.otherPages += loaded.isOtherPage ? 1 : 0;
    ++batch.done;
}

/// Reads files[from, to) with all cores, in order.
LoadBatch loadRange(const FolderListing& listing, int from, int to, FolderLoader::For use,
                    const FolderLoader::RowMaker& makeRow = {}) {
    const QStringList part = listing.files.mid(from, to - from);
    const RealFolders folders(listing.root, makeRow ? QStringList() : part);
    const auto files = QtConcurrent::blockingMapped<std::vector<std::shared_ptr<Read>>>(
        part, [&](const QString& path) { return std::make_shared<Read>(load(path, folders, use, makeRow)); });
    LoadBatch batch;
    for (const auto& read : files)
        take(batch, std::move(*read));
    batch.done = to;
    batch.total = static_cast<int>(listing.files.size());
    return batch;
}

} // namespace

struct FolderLoader::Job {
    std::atomic<bool> cancelled = false;
    std::atomic<bool> running = true;
};

FolderLoader::FolderLoader(QObject* parent)
    : QObject(parent) {
    qRegisterMetaType<LoadBatch>();
    qRegisterMetaType<Registry>();
    m_turn.setSingleShot(true);
    connect(&m_turn, &QTimer::timeout, this, &FolderLoader::tellSome);
}

FolderLoader::~FolderLoader() {
    cancel();
}

bool FolderLoader::isRunning() const {
    return m_job && m_job->running;
}

void FolderLoader::cancel() {
    if (m_job)
        m_job->cancelled = true;
}

void FolderLoader::start(const QStringList& paths) {
    cancel();
    m_job = std::make_shared<Job>();
    m_reports.clear();
    // Results are posted to this object's thread; those of a job that was replaced meanwhile are dropped
    // there.
    const auto post = [self = QPointer<FolderLoader>(this), job = m_job](auto&& report) {
        QMetaObject::invokeMethod(
            qApp,
            [self, job, report] {
                if (!self || self->m_job != job)
                    return;
                self->m_reports.push_back(report);
                self->m_turn.start(0);
            },
            Qt::QueuedConnection);
    };
    (void)QtConcurrent::run([paths, post, job = m_job] {
        const FolderListing listing = listEpisodeFiles(paths);
        const auto total = static_cast<int>(listing.files.size());
        post([listing, total](FolderLoader* self) { emit self->listed(listing.root, total); });
        if (!listing.root.isEmpty()) {
            const Registry registry = Registry::read(contentFolderOf(listing.root));
            post([registry](FolderLoader* self) { emit self->registryRead(registry); });
        }
        if (!listing.skipped.empty())
            post([skipped = listing.skipped, total](FolderLoader* self) {
                LoadBatch batch;
                batch.skipped = skipped;
                batch.total = total;
                emit self->batchLoaded(batch);
            });
        for (int from = 0; from < total && !job->cancelled; from += batchSize) {
            auto batch = std::make_shared<LoadBatch>(
                loadRange(listing, from, std::min(from + batchSize, total), For::Window));
            post([batch](FolderLoader* self) { emit self->batchLoaded(*batch); });
        }
        post([job, error = listing.error](FolderLoader* self) {
            job->running = false;
            emit self->finished(job->cancelled, error);
        });
    });
}

/// What was posted together would all be told in one turn, and the window wait for it.
void FolderLoader::tellSome() {
    constexpr qint64 turnMilliseconds = 8;
    QElapsedTimer since;
    since.start();
    const QPointer<FolderLoader> self(this);
    while (self && !m_reports.empty() && since.elapsed() < turnMilliseconds) {
        const Report report = std::move(m_reports.front());
        m_reports.pop_front(); // whoever is told may start anew, or wait for something
        if (!m_reports.empty())
            m_turn.start(0);
        report(this);
    }
}

LoadBatch FolderLoader::loadAll(const FolderListing& listing, For use, const RowMaker& makeRow) {
    LoadBatch batch = loadRange(listing, 0, static_cast<int>(listing.files.size()), use, makeRow);
    batch.skipped.insert(batch.skipped.begin(), listing.skipped.begin(), listing.skipped.end());
    return batch;
}

} // namespace catalog
