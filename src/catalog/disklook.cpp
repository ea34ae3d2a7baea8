// SPDX-License-Identifier: MIT
#include "catalog/disklook.h"

#include "catalog/episodestore.h"
#include "catalog/folderloader.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

#include <sys/stat.h>

namespace catalog {

namespace {

constexpr qint64 nanosecondsPerSecond = 1'000'000'000;
constexpr qint64 freshNanoseconds = 150'000'000;

bool isFresh(const FileSign& sign) {
    const qint64 now = QDateTime::currentMSecsSinceEpoch() * 1'000'000;
    return sign.modified <= now && now - sign.modified < freshNanoseconds;
}

QString problemOf(const std::string& bytes) {
    if (format::pageKindOf(bytes) == format::PageKind::OtherPage)
        return QCoreApplication::translate("DiskLook", "it does not begin with front matter");
    const auto document = format::Document::parse(bytes);
    if (document)
        return {};
    const format::Position at = format::positionAt(bytes, document.error().offset);
    return QCoreApplication::translate("DiskLook", "line %1, column %2: %3")
        .arg(at.line)
        .arg(at.column)
        .arg(QString::fromStdString(document.error().message));
}

class Look {
public:
    explicit Look(const DiskQuestion& question)
        : m_question(question) {}

    DiskAnswer answer() {
        const FolderListing listing = listEpisodeFiles(m_question.opened);
        QSet<QString> known;
        for (const DiskQuestion::File& file : m_question.files) {
            known.insert(file.path);
            lookAt(file);
        }
        for (const QString& path : listing.files)
            if (!known.contains(path))
                lookAtNew(path);
        lookAtSite();
        watch(listing);
        return std::move(m_answer);
    }

private:
    bool isNews(const QString& path, const FileSign& sign) {
        m_answer.signs.insert(path, sign);
        return m_question.signs.value(path) != sign;
    }

    void lookAt(const DiskQuestion::File& file) {
        const FileSign sign = signOf(file.path);
        if (!sign.exists()) {
            m_missing.push_back(file);
            return;
        }
        if (!isNews(file.path, sign))
            return;
        ReadResult read = readFile(file.path, format::Document::maximumSize + 1);
        if (read.error.isEmpty() && read.bytes == *file.saved)
            return;
        const QString problem = read.error.isEmpty() ? problemOf(read.bytes) : read.error;
        m_answer.changed.push_back({file.id, file.saved, std::move(read.bytes), problem, {}, isFresh(sign)});
    }

    /// A new name for a file that went, or a new file.
    void lookAtNew(const QString& path) {
        const FileSign sign = signOf(path);
        if (!isNews(path, sign))
            return;
        LoadedFile loaded = loadFile(path, m_question.root);
        if (!loaded.episode)
            return;
        if (isFresh(sign) && loaded.episode->isRefused()) {
            m_answer.signs.remove(path); // looked at again next time
            m_answer.isUnsettled = true;
            return;
        }
        const QString guid = loaded.episode->valueText("episode_guid");
        const auto renamed = std::find_if(m_missing.begin(), m_missing.end(), [&](const auto& file) {
            return *file.saved == loaded.episode->text() || (!guid.isEmpty() && guidOf(file) == guid);
        });
        if (renamed == m_missing.end()) {
            m_answer.added.push_back(std::move(*loaded.episode));
            return;
        }
        m_answer.changed.push_back(
            {renamed->id, renamed->saved, loaded.episode->text(), loaded.episode->reason(), path, false});
        m_missing.erase(renamed);
    }

    QString guidOf(const DiskQuestion::File& file) {
        auto known = m_guids.find(file.id);
        if (known == m_guids.end()) {
            const auto document = format::Document::parse(*file.saved);
            known = m_guids.insert(file.id, document ? valueText(*document, "episode_guid") : QString());
        }
        return *known;
    }

    void lookAtSite() {
        for (const DiskQuestion::File& file : m_missing)
            m_answer.missing.push_back(file.id);
        const QString content = contentFolderOf(m_question.root);
        QCryptographicHash hash(QCryptographicHash::Sha1);
        for (const QString& page : sitePages(content)) {
            const FileSign sign = signOf(page);
            hash.addData(page.toUtf8());
            hash.addData(QByteArray::number(sign.inode) + ' ' + QByteArray::number(sign.changed));
        }
        m_answer.siteSign = hash.result();
        if (!m_question.siteSign.isEmpty() && m_question.siteSign != m_answer.siteSign)
            m_answer.registry = Registry::read(content);
        m_answer.policySign = signOf(m_question.root + QLatin1Char('/') + Policy::fileName);
        m_answer.isPolicyChanged =
            !m_question.siteSign.isEmpty() && m_question.policySign != m_answer.policySign;
        const QString git = gitFolderOf(m_question.root);
        m_answer.git = gitOperation(git);
        m_answer.watched << m_question.root << git << content;
    }

    QStringList sitePages(const QString& content) {
        QStringList pages;
        const auto take = [&](const QString& folder) {
            m_answer.watched << folder;
            for (const QFileInfo& page :
                 QDir(folder).entryInfoList({QStringLiteral("*.md")}, QDir::Files, QDir::Name))
                pages << page.filePath();
        };
        if (content.isEmpty())
            return pages;
        take(content + QLatin1String("/people"));
        take(content + QLatin1String("/sponsors"));
        const QDir shows(content + QLatin1String("/show"));
        for (const QFileInfo& show : shows.entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name))
            pages << show.filePath() + QLatin1String("/_index.md");
        return pages;
    }

    void watch(const FolderListing& listing) {
        QSet<QString> folders;
        for (const QString& path : m_question.opened)
            folders.insert(QFileInfo(path).isDir() ? path : QFileInfo(path).path());
        for (const QString& file : listing.files)
            folders.insert(QFileInfo(file).path());
        for (const DiskQuestion::File& file : m_question.files)
            m_answer.watched << file.path;
        m_answer.watched << QStringList(folders.begin(), folders.end());
        m_answer.watched.removeAll(QString());
        m_answer.watched.removeDuplicates();
    }

    const DiskQuestion& m_question;
    DiskAnswer m_answer;
    std::vector<DiskQuestion::File> m_missing;
    QHash<EpisodeId, QString> m_guids;
};

} // namespace

FileSign signOf(const QString& path) {
    struct stat status {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0)
        return {};
    const auto nanoseconds = [](const timespec& time) {
        return time.tv_sec * nanosecondsPerSecond + time.tv_nsec;
    };
    return {status.st_dev, status.st_ino, static_cast<quint64>(status.st_size), nanoseconds(status.st_ctim),
            nanoseconds(status.st_mtim)};
}

DiskAnswer lookAtDisk(const DiskQuestion& question) {
    return Look(question).answer();
}

} // namespace catalog
