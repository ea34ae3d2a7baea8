// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace catalog {

/// Values by key, kept in an append-only file of records (recordlog) by a thread of its own: the caller
/// never waits for the disk. What is put is written within a moment and synced within a second
/// (journallimits); the last value of a key counts.
class KeyedJournal : public QObject {
    Q_OBJECT
public:
    using Entries = std::map<std::string, std::string>;

    explicit KeyedJournal(QObject* parent = nullptr);
    ~KeyedJournal() override;

    /// Reads the file in the background; opened() tells what it held. What stands before the first damage
    /// counts; a damaged file is kept aside, once.
    void open(const QString& folder, const QString& name);
    bool isOpen() const { return m_work != nullptr; }
    /// `value` is called in the journal's thread, and not at all where another put follows at once.
    void put(const std::string& key, std::function<std::string()> value);
    void remove(const std::string& key);
    /// Waits until everything is synced; false where it cannot be.
    bool flush();
    /// Writes what waits and lets the file go.
    void close();

signals:
    void opened(const catalog::KeyedJournal::Entries& entries);
    /// It cannot be written for now; it is tried again.
    void failed(const QString& why);
    void works(); ///< after failed(): everything is written again

private:
    class Work;
    std::unique_ptr<Work> m_work;
    int m_generation = 0; ///< what an earlier file's thread said late is not of this one
};

} // namespace catalog
