// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/fieldrow.h"

class QLabel;
class QPlainTextEdit;

namespace app {

/// A field of several lines of text with its length; line ends that the file holds stay as they are.
class LongTextFieldRow : public FieldRow {
    Q_OBJECT
public:
    LongTextFieldRow(const EditorContext& context, std::string_view key, QWidget* parent = nullptr);

protected:
    void showValue(const Value& value, bool canEdit) override;
    void markFound(const catalog::FoundTerms& terms) override;

private:
    void writeShown();
    void showLength(const QString& text);

    QPlainTextEdit* m_edit;
    QLabel* m_length;
    QString m_stored;
    bool m_isShowing = false;
};

/// `stored` changed as the user changed what is shown of it: only the characters that differ, with line ends
/// kept.
QString storedAfterEdit(const QString& stored, const QString& shownAfter);

} // namespace app
