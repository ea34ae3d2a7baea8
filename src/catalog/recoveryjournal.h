// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/keyedjournal.h"

#include <QDateTime>
#include <QSet>

#include <optional>
#include <vector>

namespace catalog {

/// An episode's text as a window held it, unsaved, when it ended.
struct UnsavedText {
    QString path; ///< relative to the site
    std::string text;
    std::string base; ///< what was on the disk when it was made
    QDateTime when;   ///< UTC, of the last change
    std::string key;  ///< its name in the journal
};

/// Keeps every unsaved text outside the catalogue, so that it survives the window. What earlier windows left
/// stays until it is forgotten one by one; what this window holds is its own.
class RecoveryJournal : public QObject {
    Q_OBJECT
public:
    using Text = std::shared_ptr<const std::string>;

    explicit RecoveryJournal(QObject* parent = nullptr);

    /// In the background; found() follows. Only the holder of the folder's WindowLock may.
    void open(const QString& folder);
    bool isOpen() const { return m_journal.isOpen(); }
    void put(const QString& path, const Text& text, const Text& base);
    /// This window's text is saved, undone or discarded.
    void drop(const QString& path);
    void dropAll();
    /// What an earlier window left is restored or discarded.
    void forget(const std::string& key) { m_journal.remove(key); }
    bool flush() { return m_journal.flush(); }
    void close() { m_journal.close(); }

signals:
    void found(const std::vector<catalog::UnsavedText>& left); ///< of earlier windows; the newest first
    void failed(const QString& why);
    void works();

private:
    void read(const KeyedJournal::Entries& entries);
    std::string keyOf(const QString& path) const;

    KeyedJournal m_journal;
    std::string m_window; ///< names this window among all that ever wrote into the journal
    QSet<QString> m_held;
};

/// The journal's value of an unsaved text: a header, the base's SHA-256, both texts. Read back only whole.
std::string encodeUnsaved(const UnsavedText& unsaved);
std::optional<UnsavedText> decodeUnsaved(std::string_view value);

} // namespace catalog
