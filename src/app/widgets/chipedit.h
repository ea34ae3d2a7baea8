// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>
#include <QWidget>

#include <functional>
#include <vector>

class QCompleter;
class QLineEdit;

namespace models {
class CompletionModel;
}

namespace app {

class Chip;
class FlowLayout;

/// A list of short texts as chips in lines, with a line edit at the end that completes. It shows what it is
/// given and asks for changes by signals; the owner makes them and shows the list anew.
class ChipEdit : public QWidget {
    Q_OBJECT
public:
    /// `completion` also tells what the entries mean.
    ChipEdit(const models::CompletionModel& completion, QWidget* parent = nullptr);

    void setItems(const QStringList& items);
    const QStringList& items() const { return m_items; }
    void setReadOnly(bool readOnly);
    QLineEdit* lineEdit() { return m_line; }
    /// Adds what stands in the line edit.
    void commit();
    void focusItem(int index);
    /// Shows names and marks anew, after the site's people were read again.
    void refreshWords();

signals:
    void completionWanted(); ///< somebody begins to type
    void addRequested(const QStringList& items);
    void removeRequested(int index);
    void moveRequested(int from, int to);
    void changeRequested(int index, const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void makeCompleter();
    void complete();
    Chip* makeChip();
    int indexOf(const Chip* chip) const;
    void onChipKey(int index, int key, Qt::KeyboardModifiers modifiers);
    void moveChip(int from, int to);
    void removeChip(int index);
    void startDrag(int index);
    void editChip(int index);
    void endChipEdit(bool takesText);
    void addText(const QString& text);
    int dropIndexAt(const QPoint& position) const;

    const models::CompletionModel& m_completion;
    QStringList m_items;
    std::vector<Chip*> m_chips;
    FlowLayout* m_flow;
    QLineEdit* m_line;
    QCompleter* m_completer = nullptr;
    QLineEdit* m_chipLine = nullptr; ///< over the chip that is being edited
    int m_editedChip = -1;
    int m_dropIndex = -1;
    bool m_readOnly = false;
};

} // namespace app
