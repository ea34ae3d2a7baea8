// SPDX-License-Identifier: MIT
#include "net/download.h"

#include "net/enclosureprobe.h"
#include "net/httpclient.h"
#include "net/partialfile.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

#include <algorithm>
#include <optional>

namespace net {

namespace {

constexpr qint64 chunk = 64 * 1024; ///< bytes

QString tooLarge(qint64 mostBytes) {
    return Download::tr("The file is larger than %1; it is not downloaded.")
        .arg(QLocale().formattedDataSize(mostBytes, 0, QLocale::DataSizeTraditionalFormat));
}

/// The one format of dates that is written today (RFC 9110 section 5.6.7).
QDateTime httpDate(const QByteArray& text) {
    const QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text).trimmed(),
                                                   QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    return {date.date(), date.time(), Qt::UTC};
}

/// What If-Range may name: a strong entity tag, or where there is none a date that is no longer about to
/// change within its second (RFC 9110 sections 8.8.2.2 and 13.1.5). Empty: nothing.
QByteArray strongValidator(const QNetworkReply& reply) {
    constexpr qint64 settled = 60; // seconds: the clocks of one server need not agree
    const QByteArray tag = reply.rawHeader("ETag").trimmed();
    if (!tag.isEmpty())
        return tag.startsWith('"') && tag.endsWith('"') && tag.size() > 1 ? tag : QByteArray();
    const QByteArray changed = reply.rawHeader("Last-Modified").trimmed();
    const QDateTime then = httpDate(changed), now = httpDate(reply.rawHeader("Date"));
    return then.isValid() && now.isValid() && then.secsTo(now) >= settled ? changed : QByteArray();
}

/// Where a file is, without what only lets one in.
QString placeOf(const QUrl& url) {
    return url.toString(QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace

struct Download::Private {
    EnclosureProbe probe;
    std::unique_ptr<QNetworkAccessManager> manager = makeNetworkManager();
    QPointer<QNetworkReply> reply;
    std::optional<PartialFile> file;
    QByteArray validator;        ///< of what came; empty: another download could not go on with it
    bool isWorthKeeping = false; ///< what came is a part of the file, as far as is known
    QTimer stall;
    EnclosureFacts facts;
    QString path;
    Check check;
    qint64 mostBytes = 0;
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
    d->isChecked = false;
    d->isWorthKeeping = false;
    d->validator.clear();
    d->isRunning = true;
    d->probe.probe(url);
}

void Download::cancel() {
    d->isRunning = false;
    d->probe.cancel();
    d->stall.stop();
    dropReply();
    if (d->file && d->isWorthKeeping && !d->validator.isEmpty())
        d->file->keep({d->validator, placeOf(d->facts.finalUrl), d->facts.bytes});
    d->file.reset();
}

void Download::dropReply() {
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
    d->file.emplace(d->path);
    if (!d->file->open())
        return finish(tr("Nothing can be written to %1.")
                          .arg(QDir::toNativeSeparators(QFileInfo(d->path).dir().path())));
    takeKept();
    request();
}

/// Goes on with what is left of an earlier one, if it can be the beginning of this very file.
void Download::takeKept() {
    const auto kept = d->file->takeKept();
    if (!kept)
        return;
    const QByteArray& first = d->facts.firstBytes;
    const qint64 size = d->file->size();
    const bool isBeginning =
        d->file->beginning(first.size()) == first.left(std::min<qsizetype>(first.size(), size));
    if (kept->validator.isEmpty() || kept->address != placeOf(d->facts.finalUrl) || d->facts.bytes <= size ||
        kept->total != d->facts.bytes || !isBeginning)
        d->file->startAnew();
    else
        d->validator = kept->validator;
}

void Download::request() {
    QNetworkRequest request = bareRequest(d->facts.finalUrl, d->facts.checkedAddress);
    if (d->file->size() > 0) {
        request.setRawHeader("Range", "bytes=" + QByteArray::number(d->file->size()) + '-');
        request.setRawHeader("If-Range", d->validator);
        d->isWorthKeeping = true; // until the server says otherwise
    }
    d->isChecked = false;
    d->reply = d->manager->get(request);
    d->reply->setReadBufferSize(4 * chunk);
    connect(d->reply, &QNetworkReply::readyRead, this, &Download::take);
    connect(d->reply, &QNetworkReply::finished, this, &Download::end);
    d->stall.start(d->patience);
    emit progressed(d->file->size(), d->facts.bytes);
}

/// Is what answers just what was missing (RFC 9110 section 14.4)?
bool Download::isRest() const {
    const QByteArray tag = d->reply->rawHeader("ETag").trimmed();
    const bool isSame = tag.isEmpty() || !d->validator.startsWith('"') || tag == d->validator;
    const QByteArray expected = "bytes " + QByteArray::number(d->file->size()) + '-' +
                                QByteArray::number(d->facts.bytes - 1) + '/' +
                                QByteArray::number(d->facts.bytes);
    return isSame && d->reply->rawHeader("Content-Range").trimmed() == expected;
}

/// What came is of no use: the whole file is asked for. False: there was no part that could be to blame.
bool Download::fetchAnew() {
    d->isWorthKeeping = false;
    if (d->file->size() == 0 || !d->file->startAnew())
        return false;
    dropReply();
    request();
    return true;
}

/// Is what answers the file that was probed, or the rest of it?
bool Download::checkAnswer() {
    constexpr int whole = 200, part = 206;
    const int status = d->reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == part && d->file->size() > 0 && isRest())
        return d->isChecked = true;
    if (status == whole && (d->file->size() == 0 || d->file->startAnew())) {
        d->validator = strongValidator(*d->reply);
        d->isWorthKeeping = true;
        return d->isChecked = true;
    }
    if (!fetchAnew())
        finish(tr("The server says %1 when asked for the whole file.").arg(status));
    return false;
}

void Download::take() {
    if (!d->reply || (!d->isChecked && !checkAnswer()))
        return;
    while (d->reply && d->reply->bytesAvailable() > 0) {
        const QByteArray bytes = d->reply->read(chunk);
        if (d->file->size() + bytes.size() > d->mostBytes) {
            d->isWorthKeeping = false;
            return finish(tooLarge(d->mostBytes));
        }
        if (!d->file->write(bytes)) {
            d->isWorthKeeping = false;
            return finish(tr("There is no space left for the downloaded audio."));
        }
    }
    d->stall.start(d->patience);
    emit progressed(d->file->size(), d->facts.bytes);
}

void Download::end() {
    if (d->reply && d->reply->error() != QNetworkReply::NoError && d->reply->bytesAvailable() == 0 &&
        !d->isChecked && d->reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isNull())
        return finish(tr("The server stopped sending: %1").arg(d->reply->errorString()));
    take();
    if (!d->reply || !d->isChecked)
        return;
    if (d->reply->error() != QNetworkReply::NoError)
        return finish(tr("The server stopped sending: %1").arg(d->reply->errorString()));
    d->isWorthKeeping = false;
    if (d->facts.bytes >= 0 && d->file->size() != d->facts.bytes)
        return finish(tr("The server sent another file than it said; it is not kept."));
    finish(d->file->finish() ? QString() : tr("The downloaded audio could not be kept as %1.").arg(d->path));
}

} // namespace net
