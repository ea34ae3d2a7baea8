// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QHash>
#include <QObject>
#include <QString>

namespace catalog {

/// What became of an address when it was asked.
enum class LinkOutcome { Ok, Moved, Gone, Refused, TimedOut, Failed, Skipped };

struct LinkFinding {
    LinkOutcome outcome = LinkOutcome::Skipped;
    QString movedTo; ///< where an address that moved for good is now
    QString message; ///< a whole sentence
    QDateTime when;  ///< UTC
};

/// What checks of addresses found, with their dates, kept outside the catalogue. An address is known as it is
/// written, without its fragment.
class LinkResults : public QObject {
    Q_OBJECT
public:
    explicit LinkResults(QObject* parent = nullptr);

    /// Forgets what it knows and reads a file that save() wrote. A missing or broken file is an empty one.
    void open(const QString& file);
    /// A check is over: writes the file; an error in words, or empty.
    QString save();

    const LinkFinding* find(const QString& url) const;
    void take(const QString& url, const LinkFinding& finding);
    int count() const { return static_cast<int>(m_findings.size()); }

signals:
    void changed(); ///< one or several came
    void settled(); ///< a check is over, or a file was read

private:
    static QString keyOf(const QString& url);

    QString m_file;
    QHash<QString, LinkFinding> m_findings;
};

} // namespace catalog
