// SPDX-License-Identifier: MIT
#include "app/widgets/booleanfieldrow.h"

#include <QCheckBox>

namespace app {

BooleanFieldRow::BooleanFieldRow(const EditorContext& context, std::string_view key, const QString& words,
                                 QWidget* parent)
    : FieldRow(context, key, parent)
    , m_box(new QCheckBox(words, this))
    , m_words(words) {
    m_box->setObjectName(QString::fromStdString(this->key()) + QStringLiteral("Box"));
    setControl(m_box);
    connect(m_box, &QCheckBox::clicked, this, [this](bool isChecked) {
        if (!write(format::JsonValue::boolean(isChecked), models::EditSession::Merge::No))
            refresh();
    });
}

QString BooleanFieldRow::unsuitable(const Value& value) const {
    if (value.type == format::JsonType::Boolean)
        return {};
    return tr(
        "The file has something else here where true or false belongs. It is kept; it can be changed on "
        "All Fields.");
}

void BooleanFieldRow::showValue(const Value& value, bool canEdit) {
    const bool isBoolean = value.type == format::JsonType::Boolean;
    m_box->setChecked(isBoolean && value.text == QLatin1String("true"));
    m_box->setEnabled(canEdit);
    const bool isOther = value.exists && !isBoolean;
    m_box->setText(isOther && document() ? QString::fromStdString(std::string(document()->raw(*node())))
                                         : m_words);
}

} // namespace app
