// SPDX-License-Identifier: MIT
#include "app/widgets/linemarks.h"

#include "app/widgets/textcolors.h"

#include <QCoreApplication>
#include <QInputMethodEvent>
#include <QLineEdit>

namespace app {

/// A line edit formats its text only in the way of input methods.
void setLineMarks(QLineEdit& edit, const std::vector<LineMark>& marks) {
    QList<QInputMethodEvent::Attribute> attributes;
    for (const LineMark& mark : marks)
        attributes.append({QInputMethodEvent::TextFormat,
                           static_cast<int>(mark.position) - edit.cursorPosition(),
                           static_cast<int>(mark.length), mark.format});
    QInputMethodEvent event(QString(), attributes);
    QCoreApplication::sendEvent(&edit, &event);
}

QTextCharFormat errorFormat(const QLineEdit& edit) {
    QTextCharFormat format;
    format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
    format.setUnderlineColor(severityColor(catalog::Severity::Error, edit.palette()));
    return format;
}

} // namespace app
