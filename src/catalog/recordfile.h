// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <cstddef>
#include <string>

namespace catalog {

/// A file of records in a folder of the user's own: folder 0700, file 0600, never through a link. Functions
/// return why they failed, in words; empty: done.
class RecordFile {
public:
    RecordFile(const QString& folder, const QString& name);
    ~RecordFile();
    RecordFile(const RecordFile&) = delete;
    RecordFile& operator=(const RecordFile&) = delete;

    /// All bytes; none where there is no file yet.
    QString read(std::size_t limit, std::string& bytes) const;
    /// Writes behind what is there. After a failure only replace() helps: a part may have been written.
    QString append(const std::string& bytes);
    QString sync();
    /// Other contents, in one step: a new file, synced, takes the old one's name.
    QString replace(const std::string& bytes);
    /// Keeps the file as it is under NAME.damaged, too, for somebody to look at.
    void keepAside() const;

    std::size_t size() const { return m_size; } ///< what this object knows to be written
    bool isOpen() const { return m_descriptor >= 0; }
    /// Whether the open file still has a name: somebody may have removed it beneath us.
    bool hasName() const;

private:
    QString makeFolder() const;
    void close();

    QString m_folder;
    QString m_path;
    int m_descriptor = -1;
    std::size_t m_size = 0;
};

} // namespace catalog
