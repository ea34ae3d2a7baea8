// SPDX-License-Identifier: MIT
#pragma once

#include <QKeySequence>
#include <QWidget>

#include <vector>

class QAction;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace app {

/// The keys of the window's actions, to be chosen anew. Nothing changes before apply().
class KeysPage : public QWidget {
    Q_OBJECT
public:
    /// `window`: where the actions and all other keys belong; may be nullptr.
    KeysPage(const std::vector<QAction*>& actions, const QWidget* window, QWidget* parent = nullptr);

    void apply();

private:
    struct Key {
        QAction* action = nullptr;
        QKeySequence keys;
        QTreeWidgetItem* item = nullptr;
    };
    void build();
    QPushButton* addButton(const QString& text, const char* name, const QString& tip);
    void fill();
    void readOthers(const QWidget* window);
    void filter();
    void showCurrent();
    void setCurrentKeys(const QKeySequence& keys);
    void refresh();
    QStringList othersWith(const Key& key) const;
    Key* current();

    std::vector<Key> m_keys;
    std::vector<std::pair<QKeySequence, QString>> m_others; ///< keys of what is not listed, and its name
    QLineEdit* m_filter;
    QTreeWidget* m_tree;
    QKeySequenceEdit* m_edit;
    QLabel* m_conflict;
    QPushButton* m_clear = nullptr;
    QPushButton* m_reset = nullptr;
    QPushButton* m_resetAll = nullptr;
};

} // namespace app
