// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/episodestore.h"
#include "models/editsession.h"

#include <QObject>

#include <functional>
#include <vector>

namespace app {

class OutsideChanges;

/// Saves episodes one by one, merges where another program changed a file, asks where a link is shared, and
/// tells at the end what was saved and what not.
class Saver : public QObject {
    Q_OBJECT
public:
    Saver(models::EditSession& session, QWidget* window);

    /// Brings other programs' changes together with ours; outlives this.
    void setOutside(OutsideChanges* outside) { m_outside = outside; }

    /// False where anything could not be written; each file by itself, a failure stops none of the others.
    bool save(const std::vector<catalog::EpisodeId>& episodes);
    /// Asks about the changed episodes, by name. True: all are saved, or the user lets them go.
    bool mayClose();

signals:
    void saved(int count);
    /// The user would rather look at the changes one by one.
    void reviewRequested();

private:
    struct Failure {
        QString file;
        QString reason;
        bool isWritten = false; ///< the new bytes are there, but the disk did not confirm it
    };
    static bool areAllWritten(const std::vector<Failure>& failures);
    bool saveEach(const std::vector<catalog::EpisodeId>& episodes, int& count,
                  std::vector<Failure>& failures);
    std::vector<catalog::EpisodeId> saveSideBySide(const std::vector<catalog::EpisodeId>& episodes,
                                                   int& count, std::vector<Failure>& failures);
    bool saveOne(catalog::EpisodeId id, std::vector<Failure>& failures);
    catalog::SaveResult write(catalog::EpisodeId id, bool hasConsent);
    QString keepCopy(catalog::EpisodeId id, const QString& why);
    bool askConsent(const QString& message, const QString& button) const;
    void report(int savedCount, const std::vector<Failure>& failures);

    models::EditSession& m_session;
    QWidget* m_window;
    OutsideChanges* m_outside = nullptr;
};

} // namespace app
