// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/edit.h"
#include "format/document.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <string>

namespace catalog {

class SearchText;

/// What the table shows of an episode without parsing it again.
struct Summary {
    QString show;   ///< show_slug
    QString number; ///< "605", "T-0"
    QString title;
    QString date;                 ///< as stored
    std::optional<qint64> moment; ///< the date in seconds since 1970; none where it cannot be read
    QString duration;
    QStringList guests;
    bool isDraft = false;
    std::optional<qint64> seconds; ///< of the stated duration
    std::optional<qint64> bytes;   ///< of the enclosure, as stated
};

/// An episode of the catalogue: its file, the text on the disk when it was read or saved, and the text now.
class Episode {
public:
    using DocumentPtr = std::shared_ptr<const format::Document>;

    Episode() = default;
    /// A file that opened. `diskHash` is hashOf its bytes.
    Episode(EpisodeId id, QString path, DocumentPtr document);
    /// A file that was refused: kept to be listed and shown, never written.
    Episode(EpisodeId id, QString path, std::string bytes, QString reason);

    EpisodeId id() const { return m_id; }
    void setId(EpisodeId id) { m_id = id; }
    const QString& path() const { return m_path; } ///< absolute
    QString fileName() const;

    bool isRefused() const { return !m_reason.isEmpty(); }
    /// The file is no longer in the folder, and nothing of it was unsaved: no list shows it. Its place stays
    /// until it comes back; until then it counts as refused.
    bool isGone() const { return m_isGone; }
    /// Why it was refused: "line L, column C: what, and what to do".
    const QString& reason() const { return m_reason; }
    bool isReadOnly() const { return m_readOnly || isRefused(); }
    const QString& readOnlyReason() const { return m_readOnlyReason; }
    void setReadOnly(const QString& reason);

    const std::string& text() const { return *m_text; }
    /// The same for another thread: texts are never changed, only replaced.
    std::shared_ptr<const std::string> sharedText() const { return m_text; }
    const std::string& savedText() const { return *m_saved; }
    std::shared_ptr<const std::string> sharedSavedText() const { return m_saved; }
    bool isChanged() const { return m_text != m_saved && *m_text != *m_saved; }

    /// The parsed text; parsed anew where it was dropped. nullptr for a refused file. UI thread only.
    DocumentPtr document() const;
    /// The parsed saved text. nullptr for a refused file.
    DocumentPtr savedDocument() const;
    /// The parsed text as it is at hand, else parsed for the caller alone: for what is asked of every
    /// episode.
    DocumentPtr transientDocument() const;
    bool hasDocument() const { return m_document != nullptr; } ///< document() costs nothing
    /// Drops the parsed form to save memory; text stays.
    void releaseDocuments() const;

    const Summary& summary() const { return m_summary; }
    /// The present text as searches look at it; made when it is first asked for.
    const SearchText& searchText() const;
    /// The one that was made last, perhaps of an earlier text; nullptr: none was.
    const SearchText* madeSearchText() const { return m_searchText.get(); }

    /// The value of a top-level key as text for people: lists joined by ", ", null and missing as "".
    QString valueText(std::string_view key) const;

private:
    friend class Catalog;
    void setDocument(DocumentPtr document);
    void setSaved(std::shared_ptr<const std::string> text);

    EpisodeId m_id;
    QString m_path;
    QString m_reason;
    QString m_fileReason; ///< why the file as it is on the disk was refused; kept while it is read otherwise
    QString m_readOnlyReason;
    bool m_readOnly = false;
    bool m_isGone = false;
    std::shared_ptr<const std::string> m_text = std::make_shared<const std::string>();
    std::shared_ptr<const std::string> m_saved = m_text;
    mutable DocumentPtr m_document;
    mutable DocumentPtr m_savedDocument;
    mutable std::shared_ptr<const SearchText> m_searchText; ///< of m_text, or of an earlier one
    Summary m_summary;
};

/// The value of a top-level key of any document as text for people.
QString valueText(const format::Document& document, std::string_view key);
Summary summaryOf(const format::Document& document);

} // namespace catalog
