// SPDX-License-Identifier: MIT
#include "app/widgets/textfieldrow.h"

#include "app/widgets/linemarks.h"
#include "app/widgets/openlink.h"
#include "app/widgets/textcolors.h"
#include "app/widgets/undofilter.h"
#include "models/tooltip.h"

#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace app {

void setTextKeepingCursor(QLineEdit* edit, const QString& text) {
    if (edit->text() == text)
        return;
    const int cursor = edit->cursorPosition();
    const int start = edit->selectionStart();
    const int length = edit->selectionLength();
    edit->setText(text);
    if (!edit->hasFocus()) {
        edit->setCursorPosition(0); // the beginning tells most
        return;
    }
    edit->setCursorPosition(std::min(cursor, static_cast<int>(text.size())));
    if (start >= 0)
        edit->setSelection(start, length);
}

int widthForCharacters(const QLineEdit* edit, int characters) {
    constexpr int frame = 18;
    return edit->fontMetrics().averageCharWidth() * characters + frame;
}

TextFieldRow::TextFieldRow(const EditorContext& context, std::string_view key, int characters,
                           QWidget* parent)
    : FieldRow(context, key, parent)
    , m_edit(new QLineEdit(this))
    , m_characters(characters) {
    m_edit->setObjectName(QString::fromStdString(this->key()) + QStringLiteral("Edit"));
    setControl(m_edit, m_edit, characters > 0 ? 0 : 1);
    if (characters > 0) {
        m_edit->setFixedWidth(widthForCharacters(m_edit, characters));
        if (m_field && m_field->kind == catalog::FieldKind::EpisodeNumber)
            m_edit->setMaxLength(1000);
    }
    auto* undo = new UndoFilter(m_context.session, this);
    undo->installOn(m_edit);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (!writeText(text, models::EditSession::Merge::Typing))
            refresh();
    });
    connect(m_edit, &QLineEdit::textChanged, this, &TextFieldRow::showHint);
}

void TextFieldRow::addOpenButton() {
    m_open = new QToolButton(this);
    m_open->setObjectName(QString::fromStdString(key()) + QStringLiteral("OpenButton"));
    m_open->setText(tr("Open"));
    m_open->setFocusPolicy(Qt::StrongFocus);
    m_open->setAccessibleName(tr("Open %1 in the browser").arg(label()));
    m_open->setEnabled(false);
    connect(m_open, &QToolButton::clicked, this, [this] { openLink(m_edit->text(), window()); });
    addBeside(m_open);
}

void TextFieldRow::setHint(QString (*hintOf)(const QString& text)) {
    m_hintOf = hintOf;
    m_hint = new QLabel(this);
    m_hint->setObjectName(QString::fromStdString(key()) + QStringLiteral("Hint"));
    m_hint->setTextFormat(Qt::PlainText);
    addBeside(m_hint);
}

void TextFieldRow::setFixed(const QString& why) {
    m_fixedReason = why;
    m_edit->setFrame(false);
    m_edit->setReadOnly(true);
}

void TextFieldRow::showHint(const QString& text) {
    if (m_hint)
        m_hint->setText(m_hintOf(text));
    if (m_open) {
        m_open->setEnabled(openableLink(text).has_value());
        m_open->setToolTip(m_open->isEnabled() ? tr("Opens the address in the browser, after asking")
                                               : tr("Only complete http and https addresses can be opened"));
    }
}

void TextFieldRow::showValue(const Value& value, bool canEdit) {
    m_edit->setReadOnly(!canEdit || !m_fixedReason.isEmpty());
    const bool isNull = value.exists && value.type == format::JsonType::Null;
    m_edit->setPlaceholderText(isNull ? tr("none") : QString());
    if (m_shown != m_id) { // another episode: nothing of the last one's typing stays
        m_shown = m_id;
        m_edit->setText(value.text);
        m_edit->setCursorPosition(0);
    } else {
        setTextKeepingCursor(m_edit, value.text);
    }
    showHint(value.text);
    const bool isLong = m_characters == 0 && value.text.size() > 60;
    m_edit->setToolTip(isLong ? models::plainToolTip(value.text) : m_fixedReason);
}

void TextFieldRow::markFound(const catalog::FoundTerms& terms) {
    std::vector<LineMark> marks;
    QTextCharFormat format;
    format.setBackground(matchColor(palette()));
    for (const catalog::FoundPlace& place : catalog::foundPlaces(m_edit->text(), terms))
        marks.push_back({place.position, place.length, format});
    if (m_isMarked || !marks.empty())
        setLineMarks(*m_edit, marks);
    m_isMarked = !marks.empty();
}

void TextFieldRow::focusOn(format::Span span) {
    FieldRow::focusOn(span);
    const format::JsonNode* here = node();
    if (!here || here->type != format::JsonType::String || !here->span.contains(span) || span == here->span) {
        m_edit->selectAll();
        return;
    }
    // Exact where the file writes the text as it reads; with escapes the whole is selected.
    const auto raw = document()->raw(*here);
    if (raw.find('\\') != std::string_view::npos) {
        m_edit->selectAll();
        return;
    }
    const std::size_t before = span.begin - here->span.begin;
    if (before == 0)
        return;
    const QString head = QString::fromUtf8(raw.data() + 1, static_cast<qsizetype>(before - 1));
    const QString part = QString::fromUtf8(raw.data() + before, static_cast<qsizetype>(span.size()));
    m_edit->setSelection(static_cast<int>(head.size()), static_cast<int>(part.size()));
}

} // namespace app
