// SPDX-License-Identifier: MIT
#include "cli/gitfiles.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>

namespace cli {

namespace {

using Output = format::Result<QByteArray>;

constexpr int timeLimit = 60'000;                       ///< milliseconds, for each command
constexpr qint64 sizeLimit = qint64{256} * 1024 * 1024; ///< bytes of output; half a million files and more
constexpr qsizetype sha1Digits = 40;                    ///< a longer hash is SHA-256
/// Where the user's and the system's configuration lie, and how far up a repository may be looked for.
const QStringList keptVariables{QStringLiteral("GIT_CONFIG_GLOBAL"), QStringLiteral("GIT_CONFIG_SYSTEM"),
                                QStringLiteral("GIT_CONFIG_NOSYSTEM"),
                                QStringLiteral("GIT_CEILING_DIRECTORIES")};

format::Error failure(const QString& sentence) {
    return {sentence.toStdString(), 0};
}

/// The git of the PATH. Folders that are not absolute are passed over: they would mean the folder of
/// somebody's catalogue.
QString gitProgram() {
    QStringList folders;
    for (const QString& folder :
         qEnvironmentVariable("PATH").split(QDir::listSeparator(), Qt::SkipEmptyParts))
        if (QDir::isAbsolutePath(folder))
            folders += folder;
    return folders.isEmpty() ? QString() : QStandardPaths::findExecutable(QStringLiteral("git"), folders);
}

/// The user's environment without what would turn git to another repository, let it ask, or let it fetch
/// what is missing, which runs the program that the repository names for that. The user's own and the
/// system's configuration stay: a catalogue cannot write them, and safe.directory stands there.
QProcessEnvironment gitEnvironment() {
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const QStringList names = environment.keys();
    for (const QString& name : names)
        if (name.startsWith(QLatin1String("GIT_")) && !keptVariables.contains(name))
            environment.remove(name);
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    environment.insert(QStringLiteral("GIT_TERMINAL_PROMPT"), QStringLiteral("0"));
    environment.insert(QStringLiteral("GIT_OPTIONAL_LOCKS"), QStringLiteral("0"));
    environment.insert(QStringLiteral("GIT_NO_LAZY_FETCH"), QStringLiteral("1")); // git 2.45; below, for all
    environment.insert(QStringLiteral("GIT_ALLOW_PROTOCOL"), QStringLiteral("none"));
    environment.insert(QStringLiteral("GIT_NO_REPLACE_OBJECTS"), QStringLiteral("1"));
    return environment;
}

QStringList hardened(const QStringList& command) {
    QStringList arguments{QStringLiteral("--no-pager"), QStringLiteral("--literal-pathspecs")};
    for (const char* setting : {"core.fsmonitor=false", "core.hooksPath=/dev/null", "core.pager=cat",
                                "protocol.allow=never", "safe.bareRepository=explicit"})
        arguments += {QStringLiteral("-c"), QLatin1String(setting)};
    return arguments + command;
}

/// What git said on standard error, without its "fatal:".
QString wordsOf(QProcess& process) {
    QString words = QString::fromLocal8Bit(process.readAllStandardError()).trimmed();
    if (words.startsWith(QLatin1String("fatal: ")))
        words.remove(0, static_cast<int>(qstrlen("fatal: ")));
    return words;
}

/// Reads until the end, within the limits; why not, or nothing.
QString readAll(QProcess& process, QByteArray& output) {
    const QDeadlineTimer deadline(timeLimit);
    while (process.state() != QProcess::NotRunning || process.bytesAvailable() > 0) {
        process.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
        output += process.readAllStandardOutput();
        if (output.size() > sizeLimit)
            return QStringLiteral("Git lists more files than can be compared.");
        if (deadline.hasExpired())
            return QStringLiteral("Git does not answer.");
    }
    return {};
}

/// What a git command prints, run in `folder`.
Output git(const QString& folder, const QStringList& command) {
    const QString program = gitProgram();
    if (program.isEmpty())
        return failure(QStringLiteral("Git is not installed, and is needed to tell what has changed."));
    QProcess process;
    process.setProgram(program);
    process.setArguments(hardened(command));
    process.setWorkingDirectory(folder);
    process.setProcessEnvironment(gitEnvironment());
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(QIODevice::ReadOnly);
    if (!process.waitForStarted())
        return failure(QStringLiteral("Git cannot be started: %1").arg(process.errorString()));
    QByteArray output;
    const QString trouble = readAll(process, output);
    if (!trouble.isEmpty()) {
        process.kill();
        process.waitForFinished();
        return failure(trouble);
    }
    process.waitForFinished();
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return failure(wordsOf(process));
    return output;
}

QString lineOf(const QByteArray& output) {
    return QFile::decodeName(output.endsWith('\n') ? output.chopped(1) : output);
}

/// The lines of `ls-tree -r -z`: mode, type, hash, a tab, and the path.
QHash<QString, QByteArray> hashesOf(const QByteArray& listing) {
    QHash<QString, QByteArray> hashes;
    for (const QByteArray& line : listing.split('\0')) {
        const qsizetype tab = line.indexOf('\t');
        const QList<QByteArray> words = line.left(qMax<qsizetype>(tab, 0)).split(' ');
        if (words.size() == 3)
            hashes.insert(QFile::decodeName(line.mid(tab + 1)), words[2]);
    }
    return hashes;
}

/// The hash that git gives these bytes as a blob, by the algorithm of `like`.
QByteArray blobHash(const std::string& bytes, const QByteArray& like) {
    QCryptographicHash hash(like.size() == sha1Digits ? QCryptographicHash::Sha1
                                                      : QCryptographicHash::Sha256);
    hash.addData("blob " + QByteArray::number(static_cast<qulonglong>(bytes.size())) + '\0');
    hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return hash.result().toHex();
}

std::string withPlainLineEnds(const std::string& bytes) {
    return QByteArray::fromStdString(bytes).replace("\r\n", "\n").toStdString();
}

} // namespace

format::Result<GitFiles> GitFiles::read(const QString& folder, const QString& revision) {
    if (revision.isEmpty() || revision.startsWith(QLatin1Char('-')))
        return failure(QStringLiteral("\"%1\" is no revision.").arg(revision));
    const Output top = git(folder, {QStringLiteral("rev-parse"), QStringLiteral("--show-toplevel")});
    if (!top)
        return failure(QStringLiteral("%1 cannot be compared with a commit: %2")
                           .arg(folder, QString::fromStdString(top.error().message)));
    GitFiles files;
    files.m_top = QFileInfo(lineOf(top.value())).canonicalFilePath();
    const Output commit =
        git(folder, {QStringLiteral("rev-parse"), QStringLiteral("--verify"), QStringLiteral("--quiet"),
                     QStringLiteral("--end-of-options"), revision + QLatin1String("^{commit}")});
    if (!commit)
        return failure(QStringLiteral("There is no commit \"%1\" in %2. %3")
                           .arg(revision, files.m_top, QString::fromStdString(commit.error().message))
                           .trimmed());
    const Output listing = git(folder, {QStringLiteral("ls-tree"), QStringLiteral("-r"), QStringLiteral("-z"),
                                        QStringLiteral("--full-tree"), lineOf(commit.value())});
    if (!listing)
        return failure(QStringLiteral("The files of \"%1\" cannot be listed: %2")
                           .arg(revision, QString::fromStdString(listing.error().message)));
    files.m_hashes = hashesOf(listing.value());
    const Output lineEnds =
        git(folder, {QStringLiteral("config"), QStringLiteral("--get"), QStringLiteral("core.autocrlf")});
    files.m_turnsLineEnds = lineEnds && lineEnds.value().trimmed() == "true";
    return files;
}

bool GitFiles::isChanged(const QString& path, const std::string& bytes) const {
    const QFileInfo info(path);
    const QString place = QFileInfo(info.path()).canonicalFilePath() + QLatin1Char('/') + info.fileName();
    // A link stands for the file that it leads to, but is itself new where the commit lacks it.
    const QString file = info.isSymLink() ? info.canonicalFilePath() : place;
    const QDir top(m_top);
    const QByteArray hash = m_hashes.value(top.relativeFilePath(file));
    if (hash.isEmpty() || !m_hashes.contains(top.relativeFilePath(place)))
        return true;
    return blobHash(bytes, hash) != hash &&
           !(m_turnsLineEnds && blobHash(withPlainLineEnds(bytes), hash) == hash);
}

} // namespace cli
