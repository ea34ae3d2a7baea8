// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/keyedjournal.h"
#include "format/document.h"

#include <QDateTime>
#include <QHash>

#include <map>
#include <optional>
#include <vector>

namespace catalog {

/// What stands at every place of an episode: a key's JSON text, "body" with all notes, and "link ADDRESS"
/// with the parts of the one row that leads there. A place that is missing has no entry.
using PlaceValues = std::map<std::string, std::string>;
inline constexpr std::string_view bodyPlace = "body";
inline constexpr std::string_view linkPlace = "link "; ///< followed by the address
PlaceValues placesOf(const format::Document& document);
/// By what apps and the site know an episode: GUID, show and number. Never changed by the way.
bool isIdentity(const std::string& place);
QString placeName(const std::string& place);                           ///< "title", "the link https://…"
QString placeText(const std::string& place, const std::string& value); ///< a value for people

/// Something that another program put back, or changed and should not.
struct Overwrite {
    QString path; ///< relative to the site
    std::string place;
    std::string mine;   ///< what was saved here; empty: nothing
    std::string theirs; ///< what stands there now; empty: nothing
};
/// The document with `mine` at each place where `theirs` still stands; the text as it is where nothing fits.
std::string reapplied(const format::Document& document, const std::vector<Overwrite>& overwrites);

/// What this program saved into one file, by place.
struct SavedFile {
    struct Place {
        std::string saved;
        std::vector<std::string> former; ///< what stood there before, the latest last
    };
    QString path;
    QDateTime when;
    std::string textHash; ///< SHA-256 of what was saved
    std::map<std::string, Place> places;
    PlaceValues identity;
};
std::string encodeSavedFile(const SavedFile& file);
std::optional<SavedFile> decodeSavedFile(std::string_view value);

/// Remembers what was saved, and tells when another program puts an old value back: a bot that writes its own
/// old copy over the work of people. Bounded by journallimits; kept beside the journal of unsaved texts.
class OverwriteGuard : public QObject {
    Q_OBJECT
public:
    explicit OverwriteGuard(QObject* parent = nullptr);

    /// In the background; ready() follows. What is noted meanwhile is kept.
    void open(const QString& folder);
    void close();
    bool flush() { return m_journal.flush(); }

    void noteSaved(const QString& path, const std::string& before, const std::string& after);
    /// Another program wrote `after` where `before` stood: what of it undoes saved edits or changes identity.
    /// Places that have a third value now are forgotten: somebody went on from there.
    std::vector<Overwrite> noteChange(const QString& path, const std::string& before,
                                      const std::string& after);
    /// The same for a file that changed while nobody looked: against what was saved.
    std::vector<Overwrite> check(const QString& path, const std::string& text);
    /// What stands there now is right.
    void letBe(const std::vector<Overwrite>& overwrites);
    /// Files have other names: what is known of each goes along.
    void rename(const QHash<QString, QString>& names);
    QStringList paths() const { return m_files.keys(); }

signals:
    void ready();

private:
    void read(const KeyedJournal::Entries& entries);
    std::vector<Overwrite> compare(SavedFile& file, const PlaceValues& now);
    void keep(SavedFile file);
    void forgetOldest();

    KeyedJournal m_journal;
    QHash<QString, SavedFile> m_files;
};

} // namespace catalog
