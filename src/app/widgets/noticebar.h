// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QWidget>

#include <functional>
#include <vector>

class QVBoxLayout;

namespace app {

/// Something that stays to be read until somebody has acted on it or waved it away.
struct Notice {
    enum class Kind { Information, Warning, Alarm };
    struct Action {
        QString text;              ///< with a mnemonic, in title case
        std::function<void()> run; ///< the notice is withdrawn first
    };
    QString key; ///< names it: another one with the same key takes its place; also the row's object name
    Kind kind = Kind::Information;
    QString text; ///< plain
    std::vector<Action> actions;
    bool canBeClosed = true; ///< false: only what it speaks of ends it
};

/// The notices of a window, the newest below; takes no room where there are none.
class NoticeBar : public QWidget {
    Q_OBJECT
public:
    explicit NoticeBar(QWidget* parent = nullptr);

    void show(const Notice& notice);
    void withdraw(const QString& key);
    void clear();
    bool has(const QString& key) const;
    QString textOf(const QString& key) const; ///< empty where there is none

private:
    QWidget* row(const QString& key) const;

    QVBoxLayout* m_rows;
};

} // namespace app
