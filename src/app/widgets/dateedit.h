// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/values.h"

#include <QWidget>

class QComboBox;
class QDateEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTimeEdit;

namespace app {

/// Edits a stored date: calendar and time in the offset stored, and the offset by itself. What cannot be read
/// as a date is shown as it stands and changes only under the user's own hands.
class DateEdit : public QWidget {
    Q_OBJECT
public:
    explicit DateEdit(QWidget* parent = nullptr);

    /// Shows a stored text; `isText` is false for null and other types, of which `stored` is the spelling.
    void setStored(const QString& stored, bool isText);
    void setReadOnly(bool readOnly);
    QWidget* focusTarget() const;
    /// Controls whose own undo must give way.
    QList<QWidget*> textControls() const;

signals:
    /// The user changed the date; `isTyping` where further keys may follow.
    void edited(const QString& stored, bool isTyping);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildParts();
    void buildQuestion();
    void connectParts();
    void showParts();
    void showOffsets();
    void showWords();
    void askOffset(int index);
    void changeOffset(bool keepsMoment);
    void emitDate(const catalog::EpisodeDate& date, bool isTyping);

    QString m_stored;
    bool m_isText = false;
    std::optional<catalog::EpisodeDate> m_value;
    int m_wantedOffset = 0;
    QLineEdit* m_raw;
    QWidget* m_parts;
    QDateEdit* m_date;
    QTimeEdit* m_time;
    QComboBox* m_offset;
    QPushButton* m_addTime;
    QPushButton* m_useCalendar;
    QWidget* m_question;
    QLabel* m_questionText;
    QPushButton* m_sameMoment;
    QPushButton* m_sameWallTime;
    QPushButton* m_keepOffset;
    QLabel* m_words;
};

} // namespace app
