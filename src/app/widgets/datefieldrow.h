// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/fieldrow.h"

namespace app {

class DateEdit;

/// The date of an episode as a row of the form.
class DateFieldRow : public FieldRow {
    Q_OBJECT
public:
    DateFieldRow(const EditorContext& context, std::string_view key, QWidget* parent = nullptr);
    void focusOn(format::Span span) override;

protected:
    void showValue(const Value& value, bool canEdit) override;
    QString unsuitable(const Value& value) const override;

private:
    DateEdit* m_edit;
};

} // namespace app
