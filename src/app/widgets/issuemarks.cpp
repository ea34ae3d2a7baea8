// SPDX-License-Identifier: MIT
#include "app/widgets/issuemarks.h"

#include "app/actions.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QStyleOptionViewItem>
#include <QToolTip>

namespace app {

void signIssues(QStyleOptionViewItem& option, const RowIssues& issues) {
    if (!issues.empty() && issues.front()->severity != catalog::Severity::Information)
        signAs(option, issues.front()->severity);
}

void signAs(QStyleOptionViewItem& option, catalog::Severity severity) {
    const bool isError = severity == catalog::Severity::Error;
    option.icon = themeIcon(isError ? "dialog-error" : "dialog-warning");
    option.features |= QStyleOptionViewItem::HasDecoration;
    option.decorationSize = QSize(option.fontMetrics.height(), option.fontMetrics.height());
}

void showIssues(const QHelpEvent& event, QAbstractItemView& view, const RowIssues& issues) {
    QStringList words;
    for (const catalog::Issue* issue : issues)
        if (!words.contains(issue->message.toHtmlEscaped()))
            words += issue->message.toHtmlEscaped();
    QToolTip::showText(event.globalPos(), QLatin1String("<p>") + words.join(QLatin1String("</p><p>")), &view);
}

} // namespace app
