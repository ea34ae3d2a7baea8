// SPDX-License-Identifier: MIT
#include "app/widgets/chipedit.h"

#include "app/widgets/chip.h"
#include "app/widgets/flowlayout.h"
#include "models/completionmodel.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QDrag>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QTimer>

#include <algorithm>

namespace app {

namespace {

constexpr int step = 6;
const QString dragType = QStringLiteral("application/x-episode-desk-chip");

QStringList listIn(const QString& text) {
    QStringList items;
    for (const QString& part : text.split(QLatin1Char(',')))
        if (const QString item = part.trimmed(); !item.isEmpty())
            items += item;
    return items;
}

} // namespace

ChipEdit::ChipEdit(const models::CompletionModel& completion, QWidget* parent)
    : QWidget(parent)
    , m_completion(completion)
    , m_flow(new FlowLayout(this, step))
    , m_line(new QLineEdit(this)) {
    m_flow->setContentsMargins(0, 0, 0, 0);
    m_flow->addWidget(m_line);
    m_line->setPlaceholderText(tr("Add…"));
    m_line->setMinimumWidth(m_line->fontMetrics().averageCharWidth() * 20);
    m_line->installEventFilter(this);
    setFocusProxy(m_line);
    setAcceptDrops(true);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    makeCompleter();
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString& text) {
        if (text.contains(QLatin1Char(','))) // typed or pasted: a list
            commit();
    });
}

void ChipEdit::makeCompleter() {
    m_completer = new QCompleter(this);
    m_completer->setModel(
        const_cast<models::CompletionModel*>(&m_completion)); // Qt's interface; it only reads
    m_completer->setCompletionRole(Qt::DisplayRole);          // "wes — Wes Payne": found by id and by name
    m_completer->setFilterMode(Qt::MatchContains);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setMaxVisibleItems(12);
    m_completer->setWidget(m_line);
    connect(m_line, &QLineEdit::textEdited, this, [this] {
        emit completionWanted();
        complete();
    });
    connect(&m_completion, &QAbstractItemModel::modelReset, this, [this] {
        if (m_line->hasFocus() && !m_line->text().isEmpty()) // typed before the catalogue was counted
            complete();
    });
    connect(m_line, &QLineEdit::returnPressed, this, [this] {
        // The key reaches the line edit before the completer: what is chosen in the list is added by that.
        if (!m_completer->popup()->isVisible() || !m_completer->popup()->currentIndex().isValid())
            commit();
    });
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) {
                const QString id = index.data(models::CompletionModel::IdRole).toString();
                // The completer hands the key on to the line edit after this; the text is gone by then.
                m_line->clear();
                addText(id);
            });
}

void ChipEdit::complete() {
    const QString typed = m_line->text().trimmed();
    m_completer->setCompletionPrefix(typed);
    if (typed.isEmpty() || m_completer->completionCount() == 0) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->popup()->setObjectName(m_line->objectName() + QStringLiteral("Completions"));
    m_completer->complete();
}

void ChipEdit::setItems(const QStringList& items) {
    if (m_chipLine && (items.size() != m_items.size()))
        endChipEdit(false);
    m_items = items;
    while (static_cast<qsizetype>(m_chips.size()) > items.size()) {
        Chip* chip = m_chips.back();
        m_chips.pop_back();
        m_flow->removeWidget(chip);
        chip->hide();
        chip->deleteLater();
    }
    while (static_cast<qsizetype>(m_chips.size()) < items.size())
        m_chips.push_back(makeChip());
    for (std::size_t index = 0; index < m_chips.size(); ++index) {
        m_chips[index]->setText(items.at(static_cast<qsizetype>(index)));
        m_chips[index]->setReadOnly(m_readOnly);
    }
    refreshWords();
    updateGeometry();
}

Chip* ChipEdit::makeChip() {
    auto* chip = new Chip(this);
    const auto place = static_cast<int>(m_chips.size());
    chip->setObjectName(QStringLiteral("chip%1").arg(place));
    m_flow->insertWidgetAt(place, chip);
    setTabOrder(place > 0 ? static_cast<QWidget*>(m_chips.back()) : this, chip);
    setTabOrder(chip, m_line);
    connect(chip, &Chip::removeRequested, this, [this, chip] { removeChip(indexOf(chip)); });
    connect(chip, &Chip::editRequested, this, [this, chip] { editChip(indexOf(chip)); });
    connect(chip, &Chip::dragRequested, this, [this, chip] { startDrag(indexOf(chip)); });
    connect(chip, &Chip::keyPressed, this, [this, chip](int key, Qt::KeyboardModifiers modifiers) {
        onChipKey(indexOf(chip), key, modifiers);
    });
    chip->show();
    return chip;
}

int ChipEdit::indexOf(const Chip* chip) const {
    return static_cast<int>(std::find(m_chips.begin(), m_chips.end(), chip) - m_chips.begin());
}

void ChipEdit::refreshWords() {
    for (Chip* chip : m_chips) {
        const bool isKnown = m_completion.isKnown(chip->text());
        chip->setWords(isKnown ? m_completion.nameOf(chip->text())
                               : tr("The site has no page for %1").arg(chip->text()),
                       !isKnown);
    }
}

void ChipEdit::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    m_line->setVisible(!readOnly);
    for (Chip* chip : m_chips)
        chip->setReadOnly(readOnly);
}

void ChipEdit::commit() {
    const QString text = m_line->text();
    m_line->clear();
    addText(text);
}

void ChipEdit::addText(const QString& text) {
    if (const QStringList items = listIn(text); !items.isEmpty() && !m_readOnly)
        emit addRequested(items);
}

void ChipEdit::focusItem(int index) {
    if (index >= 0 && index < m_items.size())
        m_chips[static_cast<std::size_t>(index)]->setFocus(Qt::OtherFocusReason);
    else
        m_line->setFocus(Qt::OtherFocusReason);
}

void ChipEdit::removeChip(int index) {
    if (m_readOnly || index >= m_items.size())
        return;
    emit removeRequested(index);
    focusItem(std::min(index, static_cast<int>(m_items.size()) - 1));
}

void ChipEdit::moveChip(int from, int to) {
    if (m_readOnly || to < 0 || to >= m_items.size() || from == to)
        return;
    emit moveRequested(from, to);
    focusItem(to);
}

void ChipEdit::onChipKey(int index, int key, Qt::KeyboardModifiers modifiers) {
    const bool moves = modifiers.testFlag(Qt::AltModifier);
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    const auto last = static_cast<int>(m_items.size()) - 1;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int to = index + ((key == Qt::Key_Right) != isRightToLeft ? 1 : -1);
        if (moves)
            moveChip(index, to);
        else
            focusItem(to < 0 ? 0 : to);
        break;
    }
    case Qt::Key_Home:
    case Qt::Key_End:
        focusItem(key == Qt::Key_Home ? 0 : last);
        break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        removeChip(index);
        break;
    default:
        editChip(index);
    }
}

bool ChipEdit::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut && watched == m_chipLine)
        endChipEdit(true);
    if (event->type() == QEvent::FocusIn && watched == m_line)
        emit completionWanted();
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (watched == m_chipLine && key->key() == Qt::Key_Escape) {
        endChipEdit(false);
        return true;
    }
    const bool goesBack = key->key() == Qt::Key_Backspace || key->key() == Qt::Key_Left;
    if (watched == m_line && goesBack && m_line->cursorPosition() == 0 && !m_line->hasSelectedText() &&
        !m_items.isEmpty()) {
        focusItem(static_cast<int>(m_items.size()) - 1);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ChipEdit::editChip(int index) {
    if (m_readOnly || index < 0 || index >= m_items.size())
        return;
    endChipEdit(true);
    m_editedChip = index;
    const Chip* chip = m_chips[static_cast<std::size_t>(index)];
    m_chipLine = new QLineEdit(m_items.at(index), this);
    m_chipLine->setObjectName(QStringLiteral("chipLine"));
    m_chipLine->setAccessibleName(tr("Change %1").arg(m_items.at(index)));
    QRect place = chip->geometry();
    place.setWidth(std::max(place.width(), m_line->fontMetrics().averageCharWidth() * 20));
    m_chipLine->setGeometry(place);
    m_chipLine->installEventFilter(this);
    connect(m_chipLine, &QLineEdit::returnPressed, this, [this] { endChipEdit(true); });
    m_chipLine->show();
    m_chipLine->selectAll();
    m_chipLine->setFocus();
}

void ChipEdit::endChipEdit(bool takesText) {
    if (!m_chipLine)
        return;
    QLineEdit* line = m_chipLine;
    m_chipLine = nullptr; // hiding it takes its focus, which ends here as well
    const QString text = line->text().trimmed();
    const int index = m_editedChip;
    const bool hadFocus = line->hasFocus();
    line->hide();
    line->deleteLater();
    if (takesText && index < m_items.size() && text != m_items.at(index) && !text.isEmpty())
        emit changeRequested(index, text);
    if (hadFocus)
        focusItem(index);
}

void ChipEdit::startDrag(int index) {
    auto* drag = new QDrag(this);
    auto* mime = new QMimeData;
    mime->setData(dragType, QByteArray::number(index));
    mime->setText(m_items.at(index));
    drag->setMimeData(mime);
    drag->setPixmap(m_chips[static_cast<std::size_t>(index)]->grab());
    drag->exec(Qt::MoveAction);
}

int ChipEdit::dropIndexAt(const QPoint& position) const {
    int index = 0;
    for (const Chip* chip : m_chips) {
        const QRect place = chip->geometry();
        const bool isAbove = position.y() < place.top() - step / 2;
        const bool isBefore = position.y() <= place.bottom() + step / 2 && position.x() < place.center().x();
        if (isAbove || isBefore)
            break;
        ++index;
    }
    return index;
}

void ChipEdit::dragEnterEvent(QDragEnterEvent* event) {
    if (event->source() == this && event->mimeData()->hasFormat(dragType) && !m_readOnly)
        event->acceptProposedAction();
}

void ChipEdit::dragMoveEvent(QDragMoveEvent* event) {
    m_dropIndex = dropIndexAt(event->position().toPoint());
    event->acceptProposedAction();
    update();
}

void ChipEdit::dragLeaveEvent(QDragLeaveEvent*) {
    m_dropIndex = -1;
    update();
}

void ChipEdit::dropEvent(QDropEvent* event) {
    const int from = event->mimeData()->data(dragType).toInt();
    const int before = dropIndexAt(event->position().toPoint());
    m_dropIndex = -1;
    update();
    event->acceptProposedAction();
    moveChip(from, before > from ? before - 1 : before);
}

void ChipEdit::paintEvent(QPaintEvent* event) {
    QWidget::paintEvent(event);
    if (m_dropIndex < 0 || m_chips.empty())
        return;
    const bool isAfterLast = m_dropIndex >= static_cast<int>(m_chips.size());
    const QRect place =
        isAfterLast ? m_chips.back()->geometry() : m_chips[static_cast<std::size_t>(m_dropIndex)]->geometry();
    const int x = isAfterLast ? place.right() + step / 2 : std::max(0, place.left() - step / 2 - 1);
    QPainter painter(this);
    painter.fillRect(QRect(x, place.top(), 2, place.height()), palette().color(QPalette::Highlight));
}

} // namespace app
