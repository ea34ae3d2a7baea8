// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/fieldrow.h"

class QCheckBox;
class QLabel;

namespace app {

/// A field that is true or false, as a check box; other values are shown as they stand and kept.
class BooleanFieldRow : public FieldRow {
    Q_OBJECT
public:
    BooleanFieldRow(const EditorContext& context, std::string_view key, const QString& words,
                    QWidget* parent = nullptr);

protected:
    void showValue(const Value& value, bool canEdit) override;
    QString unsuitable(const Value& value) const override;

private:
    QCheckBox* m_box;
    QString m_words;
};

} // namespace app
