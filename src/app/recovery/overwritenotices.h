// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/overwriteguard.h"
#include "models/editsession.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace app {

class NoticeBar;
class OverwritesDialog;
class Recovery;

/// Says when another program puts old values back over saved edits, or changes by what an episode is known,
/// and takes that back where the user wants it. Many at once are one notice.
class OverwriteNotices : public QObject {
    Q_OBJECT
public:
    OverwriteNotices(models::EditSession& session, NoticeBar& notices, Recovery& recovery, QWidget& window);

    /// The catalogue is being opened, all of it is there, it is left.
    void enter();
    void checkAll();
    void leave();

signals:
    void goToRequested(catalog::EpisodeId id, const QString& field);
    void message(const QString& text);

private:
    using Overwrites = std::vector<catalog::Overwrite>;
    void noteChange(catalog::EpisodeId id, const std::string& before, const std::string& after);
    void followPaths(const std::vector<catalog::Catalog::NewPath>& former);
    void add(const Overwrites& found);
    void refresh();
    void refreshOne(const QString& key, bool isAlarm);
    Overwrites standing(bool isAlarm) const;
    void takeBack(const Overwrites& overwrites);
    void letBe(const Overwrites& overwrites);
    void show(const Overwrites& overwrites);
    void remove(const Overwrites& overwrites);
    QString nameOf(const QString& path) const;
    QString textOf(const Overwrites& overwrites, bool isAlarm) const;

    models::EditSession& m_session;
    NoticeBar& m_notices;
    Recovery& m_recovery;
    QWidget& m_window;
    catalog::OverwriteGuard m_guard;
    Overwrites m_found;
    QTimer m_gather; ///< one notice for all that comes together
    bool m_isReady = false;
    bool m_isLoaded = false;
};

} // namespace app
