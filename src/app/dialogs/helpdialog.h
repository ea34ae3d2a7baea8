// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

class QListWidget;
class QTextBrowser;

namespace app {

/// The user guide's pages (`:/help/*.md`), beside the program and not in its way.
class HelpDialog : public QDialog {
    Q_OBJECT
public:
    static void showGuide(QWidget* window);
    static void showKeys(QWidget* window);

private:
    explicit HelpDialog(QWidget* parent);
    void showPage(const QString& name);

    QListWidget* m_pages;
    QTextBrowser* m_text;
};

} // namespace app
