// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace app {

/// The user guide's pages (`:/help/*.md`, and the one of all rules), beside the program and not in its way.
class HelpDialog : public QDialog {
    Q_OBJECT
public:
    static void showGuide(QWidget* window);
    static void showKeys(QWidget* window);
    /// The page of all rules, at this one.
    static void showRule(QWidget* window, const QString& rule);

private:
    explicit HelpDialog(QWidget* parent);
    /// The window's guide, opened where it is not yet.
    static HelpDialog* of(QWidget* window);
    void build();
    void fillPages();
    void showPage(const QString& name, const QString& anchor = {});
    void load(const QString& name);
    void find(bool backward);

    QListWidget* m_pages;
    QTextBrowser* m_text;
    QLineEdit* m_words;
};

} // namespace app
