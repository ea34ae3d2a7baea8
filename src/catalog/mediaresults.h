// SPDX-License-Identifier: MIT
#pragma once

#include "format/document.h"

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QString>

namespace catalog {

/// What an enclosure turned out to be when somebody measured it.
struct MediaFinding {
    qint64 bytes = -1;       ///< -1: not known
    QString type;            ///< audio/mpeg, as the bytes are; else what the server says; empty: not known
    qint64 durationMs = -1;  ///< -1: not known
    bool isExact = false;    ///< the duration was measured, not taken from a header
    int bitRate = 0;         ///< bits a second; 0: not known
    QString title;           ///< inside the file
    bool hasPicture = false; ///< inside the file
    int chapters = -1;       ///< inside the file; -1: not looked at
    bool isGone = false;     ///< the server says that there is no such file
    QString problem;         ///< a sentence: why less is known than was wished; else empty
    QString file;            ///< the local file; empty: a server was asked
    QDateTime fileTime;      ///< when it was last changed
    QDateTime when;          ///< UTC
    friend bool operator==(const MediaFinding&, const MediaFinding&) = default;
};

/// By what the finding of an episode's enclosure is known: its address, or else the episode's GUID.
QString mediaKey(const format::Document& document);
/// Is the local file still the one that was measured? What a server said is not asked again.
bool isCurrent(const MediaFinding& finding);
/// Whole seconds state a duration rightly that lies less than one beside them.
bool durationDiffers(qint64 statedSeconds, qint64 measuredMs);
qint64 wholeSeconds(qint64 milliseconds);
/// audio/mpeg for an address that ends with .mp3, and so on; empty where its name does not tell.
QString typeOfAddress(const QString& url);

class MediaFindings {
public:
    const MediaFinding* find(const QString& key) const;
    void take(const QString& key, const MediaFinding& finding) { m_findings.insert(key, finding); }
    int count() const { return static_cast<int>(m_findings.size()); }
    const QHash<QString, MediaFinding>& all() const { return m_findings; }
    /// Without those whose local file has changed.
    MediaFindings current() const;

private:
    QHash<QString, MediaFinding> m_findings;
};

/// What measuring found, with its dates, kept outside the catalogue.
class MediaResults : public QObject {
    Q_OBJECT
public:
    explicit MediaResults(QObject* parent = nullptr);

    /// Forgets what it knows and reads a file that save() wrote. A missing or broken file is an empty one.
    void open(const QString& file);
    /// Measuring is over: writes the file; an error in words, or empty.
    QString save();

    const MediaFindings& findings() const { return m_findings; }
    /// Null where nothing is known, or the local file is another one by now.
    const MediaFinding* find(const QString& key) const;
    void take(const QString& key, const MediaFinding& finding);

signals:
    void changed(); ///< one came
    void settled(); ///< measuring is over, or a file was read

private:
    QString m_file;
    MediaFindings m_findings;
};

} // namespace catalog
