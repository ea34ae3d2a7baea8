// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/fieldrow.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace app {

/// The GUID as a row of the form: locked until unlocked, with its state in words, and a new one only after a
/// warning.
class GuidFieldRow : public FieldRow {
    Q_OBJECT
public:
    explicit GuidFieldRow(const EditorContext& context, QWidget* parent = nullptr);
    void setEpisode(catalog::EpisodeId id) override;

protected:
    void showValue(const Value& value, bool canEdit) override;

private:
    void showState();
    void unlock();
    void askForNewGuid();

    QLineEdit* m_edit;
    QLabel* m_state;
    QLabel* m_warning;
    QPushButton* m_unlock;
    QPushButton* m_new;
    bool m_isUnlocked = false;
};

} // namespace app
