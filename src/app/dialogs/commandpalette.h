// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>
#include <QPointer>
#include <QString>

#include <vector>

class QAction;
class QLabel;
class QLineEdit;
class QTreeWidget;

namespace app {

/// A command that can be run by its name.
struct Command {
    QAction* action = nullptr;
    QString menu; ///< where it stands
    QString why;  ///< why it cannot be run now; empty: it can
};

/// Every command by its name, to be run by a few letters of it.
class CommandPalette : public QDialog {
    Q_OBJECT
public:
    explicit CommandPalette(std::vector<Command> commands, QWidget* parent = nullptr);

    /// The command to be run, once the dialog was accepted.
    QAction* chosen() const { return m_chosen; }

    void accept() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void refresh();
    void showCurrent();
    const Command* current() const;

    std::vector<Command> m_commands;
    QPointer<QAction> m_chosen;
    QLineEdit* m_words;
    QTreeWidget* m_list;
    QLabel* m_tip;
};

/// How far a command's name is from the words that were typed: 0 is nearest, -1 not at all. Each word may
/// begin one of the name's, stand within it, or be its letters with others between.
int commandDistance(const QString& name, const QString& typed);

} // namespace app
