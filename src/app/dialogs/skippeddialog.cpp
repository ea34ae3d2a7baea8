// SPDX-License-Identifier: MIT
#include "app/dialogs/skippeddialog.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace app {

SkippedDialog::SkippedDialog(const std::vector<catalog::SkippedFile>& files, const QString& root,
                             QWidget* parent)
    : QDialog(parent) {
    setObjectName(QStringLiteral("skippedDialog"));
    setWindowTitle(tr("Skipped Files"));
    auto* words = new QLabel(tr("These were not looked into and are never written."));
    auto* list = new QTreeWidget;
    list->setObjectName(QStringLiteral("skippedList"));
    list->setAccessibleName(windowTitle());
    list->setHeaderLabels({tr("File"), tr("Why")});
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    QStringList lines;
    for (const catalog::SkippedFile& file : files) {
        const QString name = QDir(root).relativeFilePath(file.path);
        new QTreeWidgetItem(list, {name, file.reason});
        lines += name + QStringLiteral(": ") + file.reason;
    }
    list->setCurrentItem(list->topLevelItem(0));
    list->resizeColumnToContents(0);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* copy = buttons->addButton(tr("C&opy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copySkippedButton"));
    connect(copy, &QPushButton::clicked, this,
            [lines] { QApplication::clipboard()->setText(lines.join(QLatin1Char('\n'))); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addWidget(list, 1);
    layout->addWidget(buttons);
    resize(720, 360);
}

} // namespace app
