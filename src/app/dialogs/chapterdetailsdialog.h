// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/chapterdetails.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace app {

/// Asks what an episode's list of chapters says of itself. Changes nothing: the caller makes `details` one
/// undo step.
class ChapterDetailsDialog : public QDialog {
    Q_OBJECT
public:
    /// `odd`: the members that hold something else than they should, which are not edited here.
    ChapterDetailsDialog(catalog::ChapterDetails details, const QStringList& odd, QWidget* parent = nullptr);

    catalog::ChapterDetails details() const;

private:
    QFormLayout* buildForm();
    void lockOdd(const QStringList& odd);
    void refresh();

    catalog::ChapterDetails m_before;
    QComboBox* m_version;
    QLineEdit* m_author;
    QLineEdit* m_title;
    QLineEdit* m_podcastName;
    QPlainTextEdit* m_description;
    QLineEdit* m_fileName;
    QComboBox* m_waypoints;
    QLabel* m_words;
    QPushButton* m_ok = nullptr;
};

} // namespace app
