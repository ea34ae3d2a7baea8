// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>

#include <optional>

namespace net {

/// What is known of a download that ended before its time.
struct PartialFacts {
    QByteArray validator; ///< for If-Range (RFC 9110 section 13.1.5); empty: it cannot go on
    QString address;      ///< where it came from, without the query
    qint64 total = -1;    ///< bytes of the whole file; -1: the server did not say
};

/// A file on its way: under a name of its own until it is whole. What came of one that was broken off can be
/// left beside it, in one file with what is known of it behind, for whoever fetches it next; who takes that
/// takes it away from others. All names have the ending of the whole file, so that whoever tidies the folder
/// finds them.
class PartialFile {
public:
    /// `path`: of the whole file.
    explicit PartialFile(const QString& path);
    PartialFile(const PartialFile&) = delete;
    PartialFile& operator=(const PartialFile&) = delete;
    ~PartialFile(); ///< removes what was neither kept nor finished

    /// A new, empty file; false where none can be made.
    bool open();
    /// Goes on with what an earlier one left; absent, and the file is empty, where that is nothing that can
    /// be trusted to be whole.
    std::optional<PartialFacts> takeKept();
    bool write(const QByteArray& bytes);
    /// At most so many of the first bytes.
    QByteArray beginning(qint64 most) const;
    qint64 size() const { return m_size; }
    bool startAnew();
    /// Leaves what came for the next one.
    void keep(const PartialFacts& facts);
    /// Becomes the whole file, in place of one that is there.
    bool finish();

private:
    QString keptPath() const;
    bool moveTo(const QString& path);

    QString m_path;
    QFile m_file;
    qint64 m_size = 0;
};

} // namespace net
