// SPDX-License-Identifier: MIT
#include "app/episodelist/celldelegate.h"

#include "app/widgets/membersedit.h"
#include "catalog/field.h"
#include "models/episodetablemodel.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace app {

namespace {

using models::EpisodeTableModel;

const EpisodeTableModel& modelOf(const QModelIndex& index) {
    return *qobject_cast<const EpisodeTableModel*>(index.model());
}

QComboBox* makeChoice(QWidget* parent) {
    auto* choice = new QComboBox(parent);
    choice->addItem(CellDelegate::tr("true"), QStringLiteral("true"));
    choice->addItem(CellDelegate::tr("false"), QStringLiteral("false"));
    return choice;
}

/// The text that the editor would have the cell hold; no text where nobody touched it.
std::optional<QString> typedText(QWidget* editor) {
    if (const auto* choice = qobject_cast<QComboBox*>(editor))
        return choice->currentIndex() < 0 ? std::nullopt : std::optional(choice->currentData().toString());
    const auto* line = qobject_cast<QLineEdit*>(editor);
    return line && line->isModified() ? std::optional(line->text()) : std::nullopt;
}

constexpr int margin = 6;
constexpr float headingShade = 0.1F; ///< of the text's colour over the background's

/// Every cell of a heading's row paints its part of one line, which begins at the view's left edge.
void paintHeading(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) {
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QPalette& palette = option.palette;
    const auto group = palette.currentColorGroup();
    painter->save();
    painter->setClipRect(option.rect);
    const QColor text = palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text);
    painter->fillRect(option.rect, palette.color(group, isSelected ? QPalette::Highlight : QPalette::Base));
    if (!isSelected) {
        QColor shade = text;
        shade.setAlphaF(headingShade);
        painter->fillRect(option.rect, shade);
    }
    painter->setPen(text);
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.right();
    if (view && view->hasFocus() && view->currentIndex().row() == index.row())
        painter->drawRect(1, option.rect.top() + 1, width - 3, option.rect.height() - 3);
    QRect line(margin, option.rect.top(), width - 2 * margin, option.rect.height());
    const QString sign = index.data(EpisodeTableModel::FoldedRole).toBool() ? QStringLiteral("\u25B8")
                                                                            : QStringLiteral("\u25BE");
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, sign);
    line.setLeft(line.left() + 3 * margin);
    QFont bold = option.font;
    bold.setBold(true);
    const QString label = index.data().toString();
    painter->setFont(bold);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, label);
    line.setLeft(line.left() + QFontMetrics(bold).horizontalAdvance(label) + 2 * margin);
    painter->setFont(option.font);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                      index.data(EpisodeTableModel::HeadingRole).toString());
    painter->restore();
}

/// The whole row is selected; keys that edit and paste begin at this cell.
void paintCursor(QPainter* painter, const QStyleOptionViewItem& option) {
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->setPen(option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option.rect.adjusted(1, 1, -2, -2));
    painter->restore();
}

bool isSaving(const QKeyEvent& event) {
    return event.key() == Qt::Key_S && event.modifiers().testFlag(Qt::ControlModifier);
}

/// How wide an editor may be at least, so that a narrow column's value can be read while it is typed.
constexpr int leastCharacters = 32;

} // namespace

CellDelegate::CellDelegate(const catalog::Catalog& catalog, QObject* parent)
    : EpisodeDelegate(parent)
    , m_catalog(catalog) {}

void CellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    if (modelOf(index).isHeading(index.row())) {
        paintHeading(painter, option, index);
        return;
    }
    EpisodeDelegate::paint(painter, option, index);
    if (option.state.testFlag(QStyle::State_HasFocus))
        paintCursor(painter, option);
}

QWidget* CellDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                    const QModelIndex& index) const {
    const QString column = modelOf(index).columns().value(index.column());
    const catalog::Field* field = catalog::fieldOf(column.toStdString());
    if (!field)
        return nullptr;
    QWidget* editor = nullptr;
    if (field->kind == catalog::FieldKind::Boolean) {
        editor = makeChoice(parent);
    } else if (catalog::isList(field->kind)) {
        const catalog::EpisodeId id = modelOf(index).episodeAt(index.row());
        editor = new MembersEdit(m_catalog, field->kind, m_catalog.episode(id).summary().show, parent);
    } else {
        editor = new QLineEdit(parent);
    }
    editor->setObjectName(QStringLiteral("cellEditor"));
    editor->setAccessibleName(catalog::labelOf(*field));
    editor->setAccessibleDescription(catalog::helpOf(*field));
    editor->setAutoFillBackground(true);
    m_edited = index;
    return editor;
}

void CellDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    const QString text = index.data(Qt::EditRole).toString();
    if (auto* choice = qobject_cast<QComboBox*>(editor)) {
        choice->setCurrentIndex(choice->findData(text));
    } else if (auto* line = qobject_cast<QLineEdit*>(editor); line && !line->isModified()) {
        line->setText(text);
        line->selectAll();
    }
}

void CellDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const {
    if (const auto text = typedText(editor))
        model->setData(index, *text);
}

void CellDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                        const QModelIndex& index) const {
    QStyledItemDelegate::updateEditorGeometry(editor, option, index);
    const QSize room = editor->parentWidget()->size();
    QRect place = option.rect;
    const int least = option.fontMetrics.averageCharWidth() * leastCharacters;
    place.setWidth(std::min(std::max(place.width(), least), room.width()));
    place.moveLeft(std::clamp(place.left(), 0, std::max(room.width() - place.width(), 0)));
    editor->setGeometry(place);
}

/// Whether the cell can hold what was typed; says why where not.
bool CellDelegate::isTakable(QWidget* editor) const {
    const auto text = typedText(editor);
    if (!text || !m_edited.isValid())
        return true;
    const QString why = modelOf(m_edited).whyNotText(m_edited, *text);
    if (why.isEmpty())
        return true;
    editor->setAccessibleDescription(why);
    QToolTip::showText(editor->mapToGlobal(QPoint(0, editor->height())), why.toHtmlEscaped(), editor);
    return false;
}

bool CellDelegate::eventFilter(QObject* watched, QEvent* event) {
    auto* editor = qobject_cast<QWidget*>(watched);
    if (editor && event->type() == QEvent::ShortcutOverride && isSaving(*static_cast<QKeyEvent*>(event))) {
        emit commitData(editor); // before the shortcut is looked up: there is something to save then
        emit closeEditor(editor, NoHint);
        return false;
    }
    if (!editor || event->type() != QEvent::KeyPress)
        return EpisodeDelegate::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool isReturn = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!isReturn && key != Qt::Key_Tab && key != Qt::Key_Backtab)
        return EpisodeDelegate::eventFilter(watched, event);
    if (!isTakable(editor))
        return true;
    emit commitData(editor);
    emit closeEditor(editor, isReturn             ? SubmitModelCache
                             : key == Qt::Key_Tab ? EditNextItem
                                                  : EditPreviousItem);
    return true;
}

} // namespace app
