// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/patientpattern.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace app {

class CodeEdit;

/// Finds and replaces within one text: Ctrl+F and Ctrl+R show it, F3 and Shift+F3 walk, Escape hides it.
class FindBar : public QWidget {
    Q_OBJECT
public:
    explicit FindBar(CodeEdit& edit, QWidget* parent = nullptr);

    void open(bool withReplace);
    /// The text is another one or has changed.
    void refresh();

signals:
    void message(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Match {
        int position, length;
        QRegularExpressionMatch groups;
    };
    void build();
    QWidget* buildReplaceRow();
    QPushButton* makeButton(const char* name, const QString& text, const QString& toolTip,
                            void (FindBar::*act)());
    bool takeKey(QObject* watched, int key, Qt::KeyboardModifiers modifiers, bool isTrial);
    catalog::PatientPattern expression() const;
    void lookFor(const catalog::PatientPattern& wanted, const QString& text);
    void look();
    void tell();
    int currentMatch() const;
    void walk(int step);
    void next() { walk(1); }
    void previous() { walk(-1); }
    void replaceOne();
    void replaceAll();
    QString replacementFor(const Match& match) const;
    void close();

    CodeEdit& m_edit;
    QLineEdit* m_words;
    QLineEdit* m_replacement;
    QCheckBox* m_case;
    QCheckBox* m_whole;
    QCheckBox* m_regex;
    QLabel* m_count;
    QWidget* m_replaceRow = nullptr;
    std::vector<QPushButton*> m_buttons;
    std::vector<Match> m_matches;
    QString m_error;
    QTimer m_later;
};

} // namespace app
