// SPDX-License-Identifier: MIT
#include "app/startpage.h"

#include <QCommandLinkButton>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int columnWidth = 520;

QLabel* paragraph(const QString& text, const char* name) {
    auto* label = new QLabel(text);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

StartPage::StartPage(QWidget* parent)
    : QWidget(parent)
    , m_recent(new QVBoxLayout)
    , m_error(paragraph({}, "startError")) {
    setObjectName(QStringLiteral("startPage"));
    auto* column = new QWidget;
    column->setMaximumWidth(columnWidth);
    auto* layout = new QVBoxLayout(column);
    layout->setSpacing(12);
    auto* heading = paragraph(tr("Open a podcast catalogue"), "startHeading");
    QFont large = heading->font();
    large.setPointSizeF(large.pointSizeF() * 1.6);
    heading->setFont(large);
    auto* open = new QPushButton(tr("&Open Folder…"));
    open->setObjectName(QStringLiteral("startOpenButton"));
    open->setDefault(true);
    auto* sample = new QPushButton(tr("Open &Sample"));
    sample->setObjectName(QStringLiteral("startSampleButton"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(open);
    buttons->addWidget(sample);
    buttons->addStretch();
    m_error->hide();
    m_recent->setSpacing(0);

    layout->addWidget(heading);
    layout->addWidget(
        paragraph(tr("Choose the folder of your site, its content/show folder or one show's folder, or drop "
                     "it here. Files are read only; nothing is written before you save."),
                  "startHint"));
    layout->addLayout(buttons);
    layout->addWidget(m_error);
    layout->addLayout(m_recent);
    auto* outer = new QGridLayout(this);
    outer->addWidget(column, 1, 1);
    outer->setRowStretch(0, 2);
    outer->setRowStretch(2, 3);
    outer->setColumnStretch(0, 1);
    outer->setColumnStretch(1, 2);
    outer->setColumnStretch(2, 1);
    connect(open, &QPushButton::clicked, this, &StartPage::openFolderRequested);
    connect(sample, &QPushButton::clicked, this, &StartPage::openSampleRequested);
}

void StartPage::setError(const QString& error) {
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
}

void StartPage::setRecent(const QStringList& folders) {
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (folders.isEmpty())
        return;
    m_recent->addWidget(paragraph(tr("Opened before:"), "startRecentLabel"));
    for (const QString& folder : folders) {
        auto* button = new QCommandLinkButton(QDir(folder).dirName(), QDir::toNativeSeparators(folder));
        button->setIcon(QIcon::fromTheme(QStringLiteral("folder")));
        m_recent->addWidget(button);
        connect(button, &QCommandLinkButton::clicked, this, [this, folder] { emit openRequested(folder); });
    }
}

} // namespace app
