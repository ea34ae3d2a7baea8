// SPDX-License-Identifier: MIT
#include "app/widgets/fieldrow.h"

#include "app/settings.h"
#include "app/widgets/problemline.h"
#include "app/widgets/textcolors.h"
#include "catalog/celltext.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr int smallStep = 6;
constexpr int markWidth = 12;

QString textOf(const format::Document& document, const format::JsonNode& node) {
    return node.type == format::JsonType::Null ? QString() : QString::fromStdString(document.plain(node));
}

} // namespace

int labelColumnWidth(const QWidget* widget) {
    int width = 0;
    for (const catalog::Field& field : catalog::fields())
        width = std::max(width, widget->fontMetrics().horizontalAdvance(catalog::labelOf(field)));
    return width;
}

FieldRow::FieldRow(const EditorContext& context, std::string_view key, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_field(catalog::fieldOf(key))
    , m_key(key)
    , m_label(new QLabel(this))
    , m_mark(new QLabel(this))
    , m_note(new QLabel(this))
    , m_line(new QHBoxLayout)
    , m_below(new QVBoxLayout)
    , m_problems(new QVBoxLayout) {
    const QString name = QString::fromStdString(m_key);
    setObjectName(name + QStringLiteral("Row"));
    m_label->setObjectName(name + QStringLiteral("Label"));
    m_label->setText(label());
    m_label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    if (m_field)
        m_label->setToolTip(catalog::helpOf(*m_field));
    m_mark->setObjectName(name + QStringLiteral("ChangedMark"));
    m_mark->setAccessibleName(tr("%1 has been changed").arg(label()));
    m_mark->setFixedWidth(markWidth);
    m_mark->setAlignment(Qt::AlignCenter);
    m_note->setObjectName(name + QStringLiteral("Note"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->hide();

    auto* right = new QVBoxLayout;
    right->setSpacing(3);
    m_line->setSpacing(smallStep);
    m_below->setSpacing(3);
    m_problems->setSpacing(3);
    right->addLayout(m_line);
    right->addLayout(m_below);
    right->addWidget(m_note);
    right->addLayout(m_problems);
    auto* whole = new QHBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(smallStep);
    whole->addWidget(m_label, 0, Qt::AlignTop);
    whole->addWidget(m_mark, 0, Qt::AlignTop);
    whole->addLayout(right, 1);
    fitLabel();
}

QString FieldRow::label() const {
    return m_field ? catalog::labelOf(*m_field) : QString::fromStdString(m_key);
}

void FieldRow::setMnemonic(qsizetype position) {
    m_label->setText(label().insert(position, QLatin1Char('&')));
}

void FieldRow::fitLabel() {
    m_label->setFixedWidth(labelColumnWidth(this));
    // The label stands beside the first line of the control, whose height the style knows.
    const int lineHeight = QLineEdit().sizeHint().height();
    m_label->setFixedHeight(lineHeight);
    m_mark->setFixedHeight(lineHeight);
}

void FieldRow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitLabel();
    if (event->type() == QEvent::PaletteChange)
        showMark();
    if (event->type() == QEvent::PaletteChange)
        showFound();
    QWidget::changeEvent(event);
}

void FieldRow::setControl(QWidget* control, QWidget* focusTarget, int stretch) {
    m_focusTarget = focusTarget ? focusTarget : control;
    m_label->setBuddy(m_focusTarget);
    m_line->addWidget(control, stretch);
    m_focusTarget->setAccessibleName(label());
    if (m_field)
        m_focusTarget->setAccessibleDescription(catalog::helpOf(*m_field));
    m_focusTarget->installEventFilter(this);
    if (control != m_focusTarget)
        control->installEventFilter(this);
    m_label->installEventFilter(this);
}

void FieldRow::addBeside(QWidget* widget) {
    m_line->addWidget(widget);
}

void FieldRow::endBeside() {
    m_line->addStretch(1);
}

catalog::Episode::DocumentPtr FieldRow::document() const {
    const catalog::Catalog& catalog = m_context.session.catalog();
    return catalog.contains(m_id) ? catalog.episode(m_id).document() : nullptr;
}

const format::JsonNode* FieldRow::node() const {
    const auto shown = document();
    return shown ? shown->member(m_key) : nullptr;
}

FieldRow::Value FieldRow::value() const {
    const auto shown = document();
    const format::JsonNode* here = shown ? shown->member(m_key) : nullptr;
    return here ? Value{true, here->type, textOf(*shown, *here), here->hasLoneSurrogate} : Value();
}

void FieldRow::setEpisode(catalog::EpisodeId id) {
    m_id = id;
    refresh();
}

void FieldRow::refresh() {
    const Value now = value();
    const QString lock = lockReason(now);
    const catalog::Catalog& catalog = m_context.session.catalog();
    const bool isReadOnly = !catalog.contains(m_id) || catalog.episode(m_id).isReadOnly();
    showValue(now, !isReadOnly && lock.isEmpty());
    m_note->setText(lock);
    m_note->setVisible(!lock.isEmpty());
    showMark();
    showFound();
}

QString FieldRow::unsuitable(const Value& value) const {
    switch (value.type) {
    case format::JsonType::Boolean:
        return tr("The file has true or false here where text belongs. It is kept; it can be changed on All "
                  "Fields.");
    case format::JsonType::Array:
        return tr(
            "The file has a list here where text belongs. It is kept; it can be changed on All Fields.");
    case format::JsonType::Object:
        return tr(
            "The file has an object here where text belongs. It is kept; it can be changed on All Fields.");
    case format::JsonType::Null:
    case format::JsonType::Number:
    case format::JsonType::String:
        break;
    }
    return {};
}

QString FieldRow::lockReason(const Value& value) const {
    const catalog::Catalog& catalog = m_context.session.catalog();
    if (!catalog.contains(m_id) || catalog.episode(m_id).isReadOnly())
        return {}; // the page says why, once
    const format::JsonNode* here = node();
    if (here && here->isDuplicateKey)
        return tr("The file has this key twice, so the field is locked. Remove one of the two on Source.");
    if (value.isLossy)
        return tr("The text holds half of a character that cannot be shown. It is kept; it can be changed on "
                  "Source.");
    return value.exists ? unsuitable(value) : QString();
}

void FieldRow::showMark() {
    const auto now = document();
    const catalog::Catalog& catalog = m_context.session.catalog();
    const auto saved = now ? catalog.episode(m_id).savedDocument() : nullptr;
    const format::JsonNode* before = saved ? saved->member(m_key) : nullptr;
    const format::JsonNode* here = now ? now->member(m_key) : nullptr;
    const bool isChanged = saved && now != saved &&
                           ((before == nullptr) != (here == nullptr) ||
                            (before && here && saved->raw(*before) != now->raw(*here)));
    m_mark->setText(isChanged ? QStringLiteral("●") : QString());
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, palette().color(QPalette::Link));
    m_mark->setPalette(colours);
    if (!isChanged)
        m_mark->setToolTip({});
    else if (!before)
        m_mark->setToolTip(tr("Changed. The saved file does not have this field."));
    else
        m_mark->setToolTip(
            tr("Changed. Saved: %1")
                .arg(QString::fromStdString(std::string(saved->raw(*before))).left(500).toHtmlEscaped()));
}

void FieldRow::setSearch(const catalog::SearchMarks& marks) {
    const catalog::FoundTerms terms = marks.termsFor(m_key);
    if (terms == m_searched)
        return;
    m_searched = terms;
    showFound();
}

/// The label is marked, too: not every control can mark words in itself.
void FieldRow::showFound() {
    const bool isFound = !m_searched.isEmpty() && !catalog::foundPlaces(value().text, m_searched).empty();
    const QString help = m_field ? catalog::helpOf(*m_field) : QString();
    if (isFound || m_label->autoFillBackground()) {
        QPalette colours = palette();
        if (isFound)
            colours.setColor(QPalette::Window, matchColor(palette()));
        m_label->setPalette(colours);
        m_label->setAutoFillBackground(isFound);
        m_label->setToolTip(isFound ? tr("%1 The search finds its words here.").arg(help) : help);
    }
    markFound(isFound ? m_searched : catalog::FoundTerms());
}

void FieldRow::setIssues(const std::vector<catalog::Issue>& issues) {
    while (QLayoutItem* item = m_problems->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item; // a layout hands its items over
    }
    const bool showsInformation = m_context.settings.value(QStringLiteral("showInformation"), false).toBool();
    for (const catalog::Issue& issue : issues)
        if (issue.field.toStdString() == m_key &&
            (showsInformation || issue.severity != catalog::Severity::Information))
            addProblem(issue);
}

void FieldRow::addProblem(const catalog::Issue& issue) {
    auto* line = new ProblemLine(issue, !m_context.session.catalog().episode(m_id).isReadOnly(), this);
    connect(line, &ProblemLine::fixRequested, this, [this, issue] {
        if (issue.fix)
            m_context.session.apply({issue.fix->edit}, issue.fix->label);
    });
    m_problems->addWidget(line);
}

void FieldRow::focusOn(format::Span) {
    if (m_focusTarget)
        m_focusTarget->setFocus(Qt::OtherFocusReason);
}

bool FieldRow::write(const format::JsonValue& value, models::EditSession::Merge merge) {
    return document() && m_context.session.setValue(m_id, {m_key}, value, merge);
}

bool FieldRow::writeText(const QString& text, models::EditSession::Merge merge) {
    const catalog::Catalog& catalog = m_context.session.catalog();
    const auto saved = catalog.contains(m_id) ? catalog.episode(m_id).savedDocument() : nullptr;
    return write(catalog::valueOfText(m_field, m_key, text, saved.get()), merge);
}

void FieldRow::addRevertAction(QMenu* menu) {
    QAction* revert = menu->addAction(tr("Revert Field"));
    revert->setObjectName(QStringLiteral("revertFieldAction"));
    revert->setEnabled(!m_mark->text().isEmpty());
    connect(revert, &QAction::triggered, this, [this] { m_context.session.revertField(m_id, m_key); });
}

void FieldRow::showContextMenu(QWidget* control, const QPoint& position) {
    QMenu* menu = nullptr;
    if (auto* line = qobject_cast<QLineEdit*>(control))
        menu = line->createStandardContextMenu();
    else if (auto* text = qobject_cast<QPlainTextEdit*>(control))
        menu = text->createStandardContextMenu();
    else
        menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!menu->isEmpty())
        menu->addSeparator();
    addRevertAction(menu);
    menu->popup(position);
}

bool FieldRow::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ContextMenu) {
        showContextMenu(qobject_cast<QWidget*>(watched), static_cast<QContextMenuEvent*>(event)->globalPos());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace app
