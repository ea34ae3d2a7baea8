// SPDX-License-Identifier: MIT
#pragma once

#include "app/recovery/losttext.h"
#include "catalog/catalog.h"

#include <QDialog>

#include <functional>
#include <vector>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace app {

/// Lists texts that would be lost, each with a diff against its file. What is neither restored nor discarded
/// stays for the next time.
class RecoveryDialog : public QDialog {
    Q_OBJECT
public:
    /// Both return whether it was done; the row stays where not.
    struct Doer {
        std::function<bool(const std::vector<LostText>&)> restore;
        std::function<bool(const std::vector<LostText>&)> discard;
    };
    RecoveryDialog(const catalog::Catalog& catalog, std::vector<LostText> lost, Doer doer,
                   QWidget* parent = nullptr);

private:
    void build();
    void fill();
    QString stateOf(const LostText& lost) const;
    void showDiff();
    void tickOnlyOne(const QTreeWidgetItem* ticked);
    void count();
    std::vector<LostText> ticked() const;
    void removeTicked();
    void restore();
    void discard();
    const LostText& lostOf(const QTreeWidgetItem& item) const;

    const catalog::Catalog& m_catalog;
    std::vector<LostText> m_lost;
    Doer m_doer;
    QTreeWidget* m_tree;
    QPlainTextEdit* m_diff;
    QLabel* m_words;
    QPushButton* m_restore = nullptr;
    QPushButton* m_discard = nullptr;
};

/// The file's text is not the one that this text was made from.
bool isChangedSince(const LostText& lost, const catalog::Catalog& catalog);

} // namespace app
