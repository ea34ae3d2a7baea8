// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

namespace net {

/// Fetches one address into a file, which is there whole or not at all. The address is probed first, by the
/// rules of HttpClient: redirects by hand, http and https only, no private addresses that the user did not
/// name, no cookies. One file at a time.
///
/// What came of one that was cancelled or cut is left beside the file (PartialFile). The next one goes on
/// from there where the server tells by a strong validator that it has the same file still (Range and
/// If-Range, RFC 9110 sections 14.2 and 13.1.5), and else starts anew.
class Download : public QObject {
    Q_OBJECT
public:
    /// Looks at the first bytes: a sentence why the file is not wanted, or empty.
    using Check = std::function<QString(const QByteArray& firstBytes)>;

    explicit Download(QObject* parent = nullptr);
    ~Download() override;

    /// Begins; a download that is under way ends without a word. The folder is made where it is not there.
    void start(const QUrl& url, const QString& path, qint64 mostBytes, const Check& check);
    /// Ends without a word.
    void cancel();
    bool isRunning() const;
    /// Without one byte for so long it is given up; 20,000 ms unless set.
    void setPatience(int milliseconds);

signals:
    void progressed(qint64 received, qint64 total); ///< bytes; -1: the server does not say
    void finished(const QString& error);            ///< a whole sentence, or empty: the file is there

private:
    struct Private;
    void fetch();
    void takeKept();
    void request();
    bool checkAnswer();
    bool isRest() const;
    bool fetchAnew();
    void dropReply();
    void take();
    void end();
    void finish(const QString& error);

    std::unique_ptr<Private> d;
};

} // namespace net
