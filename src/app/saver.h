// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/episodestore.h"
#include "models/editsession.h"

#include <QObject>

#include <functional>
#include <vector>

namespace app {

/// Saves episodes one by one, asks where another program changed a file or a link is shared, and tells at the
/// end what was saved and what not.
class Saver : public QObject {
    Q_OBJECT
public:
    /// What to do with a file that another program changed.
    enum class Conflict { KeepMineAsCopy, TakeTheirs, Cancel };

    Saver(models::EditSession& session, QWidget* window);

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
    bool saveOne(catalog::EpisodeId id, std::vector<Failure>& failures);
    bool resolve(catalog::EpisodeId id, const catalog::SaveResult& result, std::vector<Failure>& failures);
    bool takeTheirs(catalog::EpisodeId id, const std::string& theirs, std::vector<Failure>& failures);
    Conflict askConflict(catalog::EpisodeId id) const;
    bool askConsent(const QString& message) const;
    void report(int savedCount, const std::vector<Failure>& failures);

    models::EditSession& m_session;
    QWidget* m_window;
};

} // namespace app
