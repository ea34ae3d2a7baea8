// SPDX-License-Identifier: MIT
#include "app/widgets/datefieldrow.h"

#include "app/widgets/dateedit.h"
#include "app/widgets/undofilter.h"

namespace app {

DateFieldRow::DateFieldRow(const EditorContext& context, std::string_view key, QWidget* parent)
    : FieldRow(context, key, parent)
    , m_edit(new DateEdit(this)) {
    m_edit->setObjectName(QString::fromStdString(this->key()) + QStringLiteral("Control"));
    setControl(m_edit);
    auto* undo = new UndoFilter(m_context.session, this);
    for (QWidget* control : m_edit->textControls())
        if (control)
            undo->installOn(control);
    connect(m_edit, &DateEdit::edited, this, [this](const QString& stored, bool isTyping) {
        using Merge = models::EditSession::Merge;
        if (!writeText(stored, isTyping ? Merge::Typing : Merge::No))
            refresh();
    });
}

void DateFieldRow::focusOn(format::Span) {
    m_edit->focusTarget()->setFocus(Qt::OtherFocusReason);
}

QString DateFieldRow::unsuitable(const Value& value) const {
    if (value.type == format::JsonType::Number)
        return tr(
            "The file has a number here where a date belongs. It is kept; it can be changed on All Fields.");
    return FieldRow::unsuitable(value);
}

void DateFieldRow::showValue(const Value& value, bool canEdit) {
    m_edit->setStored(value.text, value.exists && value.type == format::JsonType::String);
    m_edit->setReadOnly(!canEdit);
}

} // namespace app
