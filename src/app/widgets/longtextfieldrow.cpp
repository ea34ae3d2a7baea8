// SPDX-License-Identifier: MIT
#include "app/widgets/longtextfieldrow.h"

#include "app/widgets/textcolors.h"
#include "app/widgets/undofilter.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>
#include <vector>

namespace app {

namespace {

constexpr int linesShown = 5;
constexpr int appleLimit = 4000;

/// The text as the control holds it, and where each of its characters stands in the stored text.
struct Shown {
    QString text;
    std::vector<qsizetype> places;
};

Shown shownOf(const QString& stored) {
    Shown shown;
    for (qsizetype at = 0; at < stored.size(); ++at) {
        const QChar character = stored.at(at);
        shown.places.push_back(at);
        const bool isPair = character == u'\r' && at + 1 < stored.size() && stored.at(at + 1) == u'\n';
        const bool isBreak =
            character == u'\r' || character == u'\n' || character == QChar::ParagraphSeparator;
        shown.text += isBreak ? QChar(u'\n') : character;
        if (isPair)
            ++at;
    }
    shown.places.push_back(stored.size());
    return shown;
}

QString textOf(const QPlainTextEdit* edit) {
    QString text; // toPlainText() would turn no-break spaces into spaces
    for (QTextBlock block = edit->document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockNumber() > 0)
            text += u'\n';
        text += block.text();
    }
    return text;
}

} // namespace

QString storedAfterEdit(const QString& stored, const QString& shownAfter) {
    const Shown before = shownOf(stored);
    const qsizetype shorter = std::min(before.text.size(), shownAfter.size());
    qsizetype head = 0;
    while (head < shorter && before.text.at(head) == shownAfter.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head &&
           before.text.at(before.text.size() - 1 - tail) == shownAfter.at(shownAfter.size() - 1 - tail))
        ++tail;
    QString inserted = shownAfter.mid(head, shownAfter.size() - head - tail);
    if (stored.contains(QLatin1String("\r\n")))
        inserted.replace(u'\n', QLatin1String("\r\n"));
    const qsizetype from = before.places[static_cast<std::size_t>(head)];
    const qsizetype to = before.places[static_cast<std::size_t>(before.text.size() - tail)];
    return stored.left(from) + inserted + stored.mid(to);
}

LongTextFieldRow::LongTextFieldRow(const EditorContext& context, std::string_view key, QWidget* parent)
    : FieldRow(context, key, parent)
    , m_edit(new QPlainTextEdit(this))
    , m_length(new QLabel(this)) {
    const QString name = QString::fromStdString(this->key());
    m_edit->setObjectName(name + QStringLiteral("Edit"));
    m_edit->setTabChangesFocus(true);
    m_edit->setUndoRedoEnabled(false);
    m_edit->setFixedHeight(m_edit->fontMetrics().lineSpacing() * linesShown + 12);
    m_length->setObjectName(name + QStringLiteral("Length"));
    m_length->setAccessibleName(tr("Length of %1").arg(label()));
    m_length->setTextFormat(Qt::PlainText);
    setControl(m_edit);
    m_edit->viewport()->installEventFilter(this);
    below()->addWidget(m_length);
    auto* undo = new UndoFilter(m_context.session, this);
    undo->installOn(m_edit);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isShowing)
            writeShown();
    });
}

void LongTextFieldRow::writeShown() {
    const QString text = storedAfterEdit(m_stored, textOf(m_edit));
    if (text != m_stored && !writeText(text, models::EditSession::Merge::Typing))
        refresh();
}

void LongTextFieldRow::showValue(const Value& value, bool canEdit) {
    m_stored = value.text;
    const QString shown = shownOf(value.text).text;
    if (textOf(m_edit) != shown) {
        const QScopedValueRollback showing(m_isShowing, true);
        const int position = m_edit->textCursor().position();
        m_edit->setPlainText(shown);
        QTextCursor cursor = m_edit->textCursor();
        cursor.setPosition(m_edit->hasFocus() ? std::min(position, static_cast<int>(textOf(m_edit).size()))
                                              : 0);
        m_edit->setTextCursor(cursor);
    }
    // Characters that the control cannot hold would be lost by typing.
    m_edit->setReadOnly(!canEdit || textOf(m_edit) != shown);
    showLength(value.text);
}

void LongTextFieldRow::markFound(const catalog::FoundTerms& terms) {
    QList<QTextEdit::ExtraSelection> marks;
    for (const catalog::FoundPlace& place : catalog::foundPlaces(textOf(m_edit), terms)) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(m_edit->document());
        mark.cursor.setPosition(static_cast<int>(place.position));
        mark.cursor.setPosition(static_cast<int>(place.position + place.length), QTextCursor::KeepAnchor);
        mark.format.setBackground(matchColor(palette()));
        marks.append(mark);
    }
    m_edit->setExtraSelections(marks);
}

void LongTextFieldRow::showLength(const QString& text) {
    const auto characters = static_cast<int>(text.toUcs4().size());
    const auto bytes = static_cast<int>(text.toUtf8().size());
    QString words = tr("Length: %1").arg(characters);
    if (bytes > appleLimit)
        words = tr("%1 · %2 bytes, more than the %3 that podcast directories take")
                    .arg(words)
                    .arg(bytes)
                    .arg(appleLimit);
    else if (bytes != characters || bytes > appleLimit / 2)
        words = tr("%1 · %2 of %3 bytes").arg(words).arg(bytes).arg(appleLimit);
    m_length->setText(document() ? words : QString());
    m_length->setToolTip(tr("The length in characters. Apple takes descriptions of up to 4,000 bytes."));
}

} // namespace app
