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

/// What is known of addresses. One is known as it is written, without its fragment.
class LinkFindings {
public:
    const LinkFinding* find(const QString& url) const;
    void take(const QString& url, const LinkFinding& finding);
    int count() const { return static_cast<int>(m_findings.size()); }
    const QHash<QString, LinkFinding>& all() const { return m_findings; }

private:
    QHash<QString, LinkFinding> m_findings;
};

/// What checks of addresses found, with their dates, kept outside the catalogue.
class LinkResults : public QObject {
    Q_OBJECT
public:
    explicit LinkResults(QObject* parent = nullptr);

    /// Forgets what it knows and reads a file that save() wrote. A missing or broken file is an empty one.
    void open(const QString& file);
    /// A check is over: writes the file; an error in words, or empty.
    QString save();

    const LinkFindings& findings() const { return m_findings; }
    const LinkFinding* find(const QString& url) const { return m_findings.find(url); }
    void take(const QString& url, const LinkFinding& finding);
    int count() const { return m_findings.count(); }

signals:
    void changed(); ///< one or several came
    void settled(); ///< a check is over, or a file was read

private:
    QString m_file;
    LinkFindings m_findings;
};

} // namespace catalog
