// SPDX-License-Identifier: MIT
#include "net/download.h"

#include "net/enclosureprobe.h"
#include "net/httpclient.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QTemporaryFile>
#include <QTimer>

namespace net {

namespace {

constexpr qint64 chunk = 64 * 1024; ///< bytes

QString tooLarge(qint64 mostBytes) {
    return Download::tr("The file is larger than %1; it is not downloaded.")
        .arg(QLocale().formattedDataSize(mostBytes, 0, QLocale::DataSizeTraditionalFormat));
}

} // namespace

struct Download::Private {
    EnclosureProbe probe;
    std::unique_ptr<QNetworkAccessManager> manager = makeNetworkManager();
    QPointer<QNetworkReply> reply;
    std::unique_ptr<QTemporaryFile> file; ///< removes itself
    QTimer stall;
    EnclosureFacts facts;
    QString path;
    Check check;
    qint64 mostBytes = 0;
    qint64 received = 0;
    int patience = 20'000;
    bool isRunning = false;
    bool isChecked = false;
};

Download::Download(QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>()) {
    d->stall.setSingleShot(true);
    connect(&d->stall, &QTimer::timeout, this,
            [this] { finish(tr("The server sends no more of the file.")); });
    connect(&d->probe, &EnclosureProbe::finished, this, [this](const EnclosureFacts& facts) {
        d->facts = facts;
        fetch();
    });
}

Download::~Download() {
    cancel();
}

bool Download::isRunning() const {
    return d->isRunning;
}

void Download::setPatience(int milliseconds) {
    d->patience = milliseconds;
}

void Download::start(const QUrl& url, const QString& path, qint64 mostBytes, const Check& check) {
    cancel();
    d->path = path;
    d->check = check;
    d->mostBytes = mostBytes;
    d->received = 0;
    d->isChecked = false;
    d->isRunning = true;
    d->probe.probe(url);
}

void Download::cancel() {
    d->isRunning = false;
    d->probe.cancel();
    d->stall.stop();
    d->file.reset();
    if (!d->reply)
        return;
    QNetworkReply* const reply = d->reply;
    d->reply.clear();
    reply->disconnect(this);
    reply->abort();
    reply->deleteLater();
}

void Download::finish(const QString& error) {
    cancel();
    emit finished(error);
}

/// The address answered; now for all of it.
void Download::fetch() {
    if (!d->facts.error.isEmpty())
        return finish(d->facts.error);
    if (const QString why = d->check(d->facts.firstBytes); !why.isEmpty())
        return finish(why);
    if (d->facts.bytes > d->mostBytes)
        return finish(tooLarge(d->mostBytes));
    const QDir folder = QFileInfo(d->path).dir();
    // It has the ending of the others, so that whoever tidies the folder finds what a crash left.
    const QString ending = QFileInfo(d->path).suffix();
    d->file = std::make_unique<QTemporaryFile>(folder.filePath(QStringLiteral("part-XXXXXX.") + ending));
    if (!folder.mkpath(QStringLiteral(".")) || !d->file->open())
        return finish(tr("Nothing can be written to %1.").arg(QDir::toNativeSeparators(folder.path())));
    d->reply = d->manager->get(bareRequest(d->facts.finalUrl, d->facts.checkedAddress));
    d->reply->setReadBufferSize(4 * chunk);
    connect(d->reply, &QNetworkReply::readyRead, this, &Download::take);
    connect(d->reply, &QNetworkReply::finished, this, &Download::end);
    d->stall.start(d->patience);
    emit progressed(0, d->facts.bytes);
}

/// Is what answers the file that was probed?
bool Download::checkAnswer() {
    constexpr int whole = 200;
    const int status = d->reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status != whole) {
        finish(tr("The server says %1 when asked for the whole file.").arg(status));
        return false;
    }
    return d->isChecked = true;
}

void Download::take() {
    if (!d->reply || (!d->isChecked && !checkAnswer()))
        return;
    while (d->reply && d->reply->bytesAvailable() > 0) {
        const QByteArray bytes = d->reply->read(chunk);
        d->received += bytes.size();
        if (d->received > d->mostBytes)
            return finish(tooLarge(d->mostBytes));
        if (d->file->write(bytes) != bytes.size())
            return finish(tr("There is no space left for the downloaded audio."));
    }
    d->stall.start(d->patience);
    emit progressed(d->received, d->facts.bytes);
}

void Download::end() {
    if (d->reply && d->reply->error() != QNetworkReply::NoError && d->reply->bytesAvailable() == 0 &&
        !d->isChecked)
        return finish(tr("The server stopped sending: %1").arg(d->reply->errorString()));
    take();
    if (!d->reply)
        return;
    if (d->reply->error() != QNetworkReply::NoError)
        return finish(tr("The server stopped sending: %1").arg(d->reply->errorString()));
    if (d->facts.bytes >= 0 && d->received != d->facts.bytes)
        return finish(tr("The server sent another file than it said; it is not kept."));
    QFile::remove(d->path);
    const bool isKept = d->file->flush() && d->file->rename(d->path);
    if (isKept)
        d->file->setAutoRemove(false);
    finish(isKept ? QString() : tr("The downloaded audio could not be kept as %1.").arg(d->path));
}

} // namespace net
