// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace app {

/// What the window shows while no catalogue is open: how to open one, and the recent ones.
class StartPage : public QWidget {
    Q_OBJECT
public:
    explicit StartPage(QWidget* parent = nullptr);

    void setRecent(const QStringList& folders);
    void setError(const QString& error); ///< why the last one did not open; empty: none

signals:
    void openFolderRequested();
    void openSampleRequested();
    void openRequested(const QString& folder);

private:
    QVBoxLayout* m_recent;
    QLabel* m_error;
};

} // namespace app
