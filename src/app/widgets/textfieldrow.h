// SPDX-License-Identifier: MIT
#pragma once

#include "app/widgets/fieldrow.h"

class QLabel;
class QLineEdit;
class QToolButton;

namespace app {

class UndoFilter;

/// A field of one line of text: writes as it is typed, and shows what the file holds without moving the
/// cursor.
class TextFieldRow : public FieldRow {
    Q_OBJECT
public:
    /// `characters`: how wide the content is; 0: all there is.
    TextFieldRow(const EditorContext& context, std::string_view key, int characters = 0,
                 QWidget* parent = nullptr);

    QLineEdit* edit() { return m_edit; }
    void focusOn(format::Span span) override;
    /// Adds a button that opens the field's web address.
    void addOpenButton();
    /// Adds a muted line of words behind the control that is made from the text (bytes as MB).
    void setHint(QString (*hintOf)(const QString& text));
    void endLine() { endBeside(); }
    /// Never edited here; `why` says it in the tooltip.
    void setFixed(const QString& why);

protected:
    void showValue(const Value& value, bool canEdit) override;
    void markFound(const catalog::FoundTerms& terms) override;

private:
    void showHint(const QString& text);

    QLineEdit* m_edit;
    QToolButton* m_open = nullptr;
    QLabel* m_hint = nullptr;
    QString (*m_hintOf)(const QString& text) = nullptr;
    int m_characters;
    bool m_isMarked = false;
    QString m_fixedReason;
    catalog::EpisodeId m_shown;
};

/// Sets the text without moving cursor and selection where they can stay.
void setTextKeepingCursor(QLineEdit* edit, const QString& text);
/// A width for so many characters of the control's font, with its frame.
int widthForCharacters(const QLineEdit* edit, int characters);

} // namespace app
