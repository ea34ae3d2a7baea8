// SPDX-License-Identifier: MIT
#include "app/widgets/problemline.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

namespace app {

namespace {

QStyle::StandardPixmap pixmapOf(catalog::Severity severity) {
    switch (severity) {
    case catalog::Severity::Error:
        return QStyle::SP_MessageBoxCritical;
    case catalog::Severity::Warning:
        return QStyle::SP_MessageBoxWarning;
    case catalog::Severity::Information:
        break;
    }
    return QStyle::SP_MessageBoxInformation;
}

QString wordOf(catalog::Severity severity) {
    switch (severity) {
    case catalog::Severity::Error:
        return ProblemLine::tr("Error");
    case catalog::Severity::Warning:
        return ProblemLine::tr("Warning");
    case catalog::Severity::Information:
        break;
    }
    return ProblemLine::tr("Information");
}

} // namespace

ProblemLine::ProblemLine(const catalog::Issue& issue, bool canFix, QWidget* parent)
    : QWidget(parent)
    , m_severity(issue.severity)
    , m_icon(new QLabel(this)) {
    setObjectName(QStringLiteral("problem:") + issue.rule);
    setAccessibleName(tr("%1: %2").arg(wordOf(m_severity), issue.message));
    auto* words = new QLabel(issue.message, this);
    words->setObjectName(QStringLiteral("problemText"));
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    words->setEnabled(m_severity != catalog::Severity::Information);
    m_icon->setToolTip(tr("%1 (%2)").arg(wordOf(m_severity), issue.rule));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(6);
    line->addWidget(m_icon, 0, Qt::AlignTop);
    line->addWidget(words, 1);
    if (issue.fix && canFix) {
        auto* fix = new QToolButton(this);
        fix->setObjectName(QStringLiteral("fixButton"));
        fix->setText(issue.fix->label);
        fix->setAccessibleName(issue.fix->label);
        fix->setFocusPolicy(Qt::StrongFocus);
        connect(fix, &QToolButton::clicked, this, &ProblemLine::fixRequested);
        line->addWidget(fix, 0, Qt::AlignTop);
    }
    showIcon();
}

void ProblemLine::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange)
        showIcon();
    QWidget::changeEvent(event);
}

void ProblemLine::showIcon() {
    const int size = fontMetrics().height();
    m_icon->setPixmap(style()->standardIcon(pixmapOf(m_severity), nullptr, this).pixmap(size, size));
}

} // namespace app
