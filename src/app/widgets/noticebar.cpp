// SPDX-License-Identifier: MIT
#include "app/widgets/noticebar.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int step = 6; // pixels, as everywhere in the window

QStyle::StandardPixmap pictureOf(Notice::Kind kind) {
    switch (kind) {
    case Notice::Kind::Warning:
        return QStyle::SP_MessageBoxWarning;
    case Notice::Kind::Alarm:
        return QStyle::SP_MessageBoxCritical;
    case Notice::Kind::Information:
        break;
    }
    return QStyle::SP_MessageBoxInformation;
}

QLabel* textLabel(const Notice& notice) {
    auto* text = new QLabel(notice.text);
    text->setObjectName(QStringLiteral("noticeText"));
    text->setTextFormat(Qt::PlainText);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    text->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    text->setWordWrap(true); // after the policy: it makes the height follow the width
    return text;
}

} // namespace

NoticeBar::NoticeBar(QWidget* parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("noticeBar"));
    setAccessibleName(tr("Notices"));
    m_rows->setContentsMargins(step, 0, step, 0);
    m_rows->setSpacing(step / 2);
    setVisible(false);
}

void NoticeBar::show(const Notice& notice) {
    withdraw(notice.key);
    auto* frame = new QFrame;
    frame->setObjectName(notice.key);
    frame->setAccessibleName(notice.text);
    frame->setFrameShape(QFrame::StyledPanel);
    frame->setAutoFillBackground(true);
    frame->setBackgroundRole(QPalette::AlternateBase);
    auto* layout = new QHBoxLayout(frame);
    layout->setContentsMargins(step, step / 2, step, step / 2);
    auto* picture = new QLabel;
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    picture->setPixmap(style()->standardIcon(pictureOf(notice.kind)).pixmap(size, size));
    layout->addWidget(picture, 0, Qt::AlignVCenter);
    layout->addWidget(textLabel(notice), 1);
    for (const Notice::Action& action : notice.actions) {
        auto* button = new QPushButton(action.text);
        button->setObjectName(QStringLiteral("noticeAction%1").arg(&action - notice.actions.data()));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, key = notice.key, run = action.run] {
            withdraw(key);
            run();
        });
        layout->addWidget(button, 0, Qt::AlignVCenter);
    }
    if (notice.canBeClosed) {
        auto* close = new QToolButton;
        close->setObjectName(QStringLiteral("closeNotice"));
        close->setAccessibleName(tr("Close this notice"));
        close->setToolTip(tr("Close this notice"));
        close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
        close->setAutoRaise(true);
        connect(close, &QToolButton::clicked, this, [this, key = notice.key] { withdraw(key); });
        layout->addWidget(close, 0, Qt::AlignVCenter);
    }
    m_rows->addWidget(frame);
    setVisible(true);
}

QWidget* NoticeBar::row(const QString& key) const {
    for (int i = 0; i < m_rows->count(); ++i)
        if (QWidget* frame = m_rows->itemAt(i)->widget(); frame->objectName() == key)
            return frame;
    return nullptr;
}

void NoticeBar::withdraw(const QString& key) {
    QWidget* frame = row(key);
    if (!frame)
        return;
    m_rows->removeWidget(frame);
    frame->hide();
    frame->deleteLater(); // the click that closes it may still be on its way through it
    setVisible(m_rows->count() > 0);
}

void NoticeBar::clear() {
    while (m_rows->count() > 0)
        withdraw(m_rows->itemAt(0)->widget()->objectName());
}

bool NoticeBar::has(const QString& key) const {
    return row(key) != nullptr;
}

QString NoticeBar::textOf(const QString& key) const {
    const QWidget* frame = row(key);
    return frame ? frame->accessibleName() : QString();
}

} // namespace app
