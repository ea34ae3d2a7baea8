// SPDX-License-Identifier: MIT
#include "app/outside/conflictdialog.h"

#include "app/outside/mergedesk.h"
#include "catalog/unifieddiff.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace app {

namespace {

enum Column { PlaceColumn, BaseColumn, MineColumn, TheirsColumn, ChoiceColumn, ColumnCount };

bool isString(const std::optional<std::string>& json) {
    return json && !json->empty() && json->front() == '"';
}

/// Texts are edited as people read them, everything else as the file spells it.
bool isText(const format::MergeConflict& conflict) {
    return conflict.kind == format::MergeKind::Field &&
           (isString(conflict.mine) || isString(conflict.theirs));
}

QString shownSide(const format::MergeConflict& conflict, const std::optional<std::string>& side) {
    if (!side)
        return {};
    if (conflict.kind == format::MergeKind::Field && isString(side)) {
        const auto tree = format::JsonTree::parse(*side, {0, side->size()});
        if (tree)
            return QString::fromUtf8(tree->node(tree->root()).string);
    }
    return QString::fromUtf8(side->data(), static_cast<qsizetype>(side->size()));
}

QTableWidgetItem* cell(const QString& text, bool isThere) {
    auto* item = new QTableWidgetItem(isThere ? text.trimmed() : ConflictDialog::tr("(not there)"));
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setToolTip(text.toHtmlEscaped().left(2'000));
    if (!isThere) {
        QFont font = item->font();
        font.setItalic(true);
        item->setFont(font);
    }
    return item;
}

QPlainTextEdit* pane(const char* name, const QString& what) {
    auto* edit = new QPlainTextEdit;
    edit->setObjectName(QLatin1String(name));
    edit->setAccessibleName(what);
    edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    edit->setTabChangesFocus(true);
    return edit;
}

} // namespace

ConflictDialog::ConflictDialog(const QString& file, const format::Merge& merge, const std::string& disk,
                               const Preview& preview, QWidget* parent)
    : QDialog(parent)
    , m_merge(merge)
    , m_disk(disk)
    , m_preview(preview)
    , m_table(new QTableWidget)
    , m_own(pane("ownEdit", tr("Your own text for the chosen row")))
    , m_ownLabel(new QLabel)
    , m_diff(pane("previewDiff", tr("What changes in the file on the disk")))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel)) {
    setObjectName(QStringLiteral("conflictDialog"));
    setWindowTitle(tr("Resolve Conflicts"));
    resize(900, 620);
    for (const format::MergeConflict& conflict : m_merge.conflicts)
        m_ownTexts.push_back(shownSide(conflict, conflict.mine));
    build(file);
    fillTable();
    m_table->setCurrentCell(0, PlaceColumn);
    refresh();
}

void ConflictDialog::build(const QString& file) {
    auto* layout = new QVBoxLayout(this);
    auto* intro =
        new QLabel(tr("You and another program changed the same places of %1. Choose for each what the "
                      "episode shall hold; nothing is written before you save.")
                       .arg(file));
    intro->setTextFormat(Qt::PlainText);
    intro->setWordWrap(true);
    layout->addWidget(intro);
    auto* split = new QSplitter(Qt::Vertical);
    split->addWidget(m_table);
    split->addWidget(makePanes());
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    layout->addWidget(split, 1);
    const auto add = [this](const QString& text, const char* name, const std::function<void()>& run) {
        auto* button = m_buttons->addButton(text, QDialogButtonBox::ActionRole);
        button->setObjectName(QLatin1String(name));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, run);
    };
    add(tr("All &Mine"), "allMineButton", [this] { chooseAll(Side::Mine); });
    add(tr("All &Theirs"), "allTheirsButton", [this] { chooseAll(Side::Theirs); });
    add(tr("Keep Mine as a &Copy"), "keepCopyButton", [this] {
        chooseAll(Side::Theirs);
        m_keepsCopy = true;
        accept();
    });
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(m_buttons);
}

QWidget* ConflictDialog::makePanes() {
    const auto titled = [](QLabel* title, QPlainTextEdit* edit) {
        auto* side = new QWidget;
        auto* layout = new QVBoxLayout(side);
        layout->setContentsMargins(0, 0, 0, 0);
        title->setBuddy(edit);
        layout->addWidget(title);
        layout->addWidget(edit, 1);
        return side;
    };
    m_ownLabel->setText(tr("By &hand"));
    m_diff->setReadOnly(true);
    m_diff->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto* panes = new QSplitter(Qt::Horizontal);
    panes->addWidget(titled(m_ownLabel, m_own));
    panes->addWidget(titled(new QLabel(tr("What &changes in the file on the disk")), m_diff));
    panes->setChildrenCollapsible(false);
    connect(m_own, &QPlainTextEdit::textChanged, this, &ConflictDialog::takeOwn);
    return panes;
}

void ConflictDialog::fillTable() {
    m_table->setObjectName(QStringLiteral("conflictTable"));
    m_table->setAccessibleName(tr("Places that both changed"));
    m_table->setColumnCount(ColumnCount);
    m_table->setHorizontalHeaderLabels({tr("Place"), tr("Before"), tr("Mine"), tr("Theirs"), tr("Take")});
    m_table->setRowCount(static_cast<int>(m_merge.conflicts.size()));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->setWordWrap(true);
    for (std::size_t i = 0; i < m_merge.conflicts.size(); ++i) {
        const format::MergeConflict& conflict = m_merge.conflicts[i];
        const int row = static_cast<int>(i);
        m_table->setItem(row, PlaceColumn, cell(placeOf(conflict), true));
        const auto put = [&](int column, const std::optional<std::string>& side) {
            m_table->setItem(row, column, cell(shownSide(conflict, side), side.has_value()));
        };
        put(BaseColumn, conflict.base);
        put(MineColumn, conflict.mine);
        put(TheirsColumn, conflict.theirs);
        m_boxes.push_back(makeChoice(i));
        m_table->setCellWidget(row, ChoiceColumn, m_boxes.back());
    }
    auto* header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(PlaceColumn, QHeaderView::ResizeToContents);
    header->setSectionResizeMode(ChoiceColumn, QHeaderView::ResizeToContents);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->verticalHeader()->setMaximumSectionSize(fontMetrics().lineSpacing() * 6);
    connect(m_table, &QTableWidget::currentCellChanged, this, &ConflictDialog::showRow);
}

QComboBox* ConflictDialog::makeChoice(std::size_t conflict) {
    auto* box = new QComboBox;
    box->setObjectName(QStringLiteral("choice%1").arg(conflict));
    box->setAccessibleName(tr("What to take for %1").arg(placeOf(m_merge.conflicts[conflict])));
    box->addItem(tr("Choose…"), -1);
    box->addItem(tr("Mine"), static_cast<int>(Side::Mine));
    box->addItem(tr("Theirs"), static_cast<int>(Side::Theirs));
    if (m_merge.conflicts[conflict].both)
        box->addItem(tr("Both"), static_cast<int>(Side::Both));
    box->addItem(tr("By Hand"), static_cast<int>(Side::Own));
    connect(box, &QComboBox::currentIndexChanged, this, [this, conflict] {
        m_table->setCurrentCell(static_cast<int>(conflict), PlaceColumn);
        refresh();
        showRow();
    });
    return box;
}

void ConflictDialog::chooseAll(Side side) {
    for (QComboBox* box : m_boxes)
        box->setCurrentIndex(box->findData(static_cast<int>(side)));
}

/// The pane below holds the chosen row's own text; it is open where the row takes it.
void ConflictDialog::showRow() {
    const int row = m_table->currentRow();
    if (row < 0 || static_cast<std::size_t>(row) >= m_boxes.size())
        return;
    const auto place = static_cast<std::size_t>(row);
    const bool isOwn = m_boxes[place]->currentData().toInt() == static_cast<int>(Side::Own);
    const QSignalBlocker blocker(m_own);
    m_own->setPlainText(m_ownTexts[place]);
    m_own->setEnabled(isOwn);
    m_ownLabel->setText(tr("By &hand: %1").arg(placeOf(m_merge.conflicts[place])));
}

void ConflictDialog::takeOwn() {
    if (const int row = m_table->currentRow(); row >= 0) {
        m_ownTexts[static_cast<std::size_t>(row)] = m_own->toPlainText();
        refresh();
    }
}

std::vector<format::MergeChoice> ConflictDialog::choices() const {
    std::vector<format::MergeChoice> all;
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        const int side = m_boxes[i]->currentData().toInt();
        format::MergeChoice choice{side < 0 ? Side::Mine : static_cast<Side>(side), {}};
        const std::string own = m_ownTexts[i].toStdString();
        choice.own = isText(m_merge.conflicts[i]) ? format::JsonValue::string(own).json() : own;
        all.push_back(std::move(choice));
    }
    return all;
}

bool ConflictDialog::isComplete() const {
    const auto all = choices();
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        if (m_boxes[i]->currentData().toInt() < 0)
            return false;
        const format::MergeKind kind = m_merge.conflicts[i].kind;
        if (all[i].side == Side::Own &&
            ((kind == format::MergeKind::Field && !format::JsonValue::parse(all[i].own)) ||
             (kind == format::MergeKind::File && !format::Document::parse(all[i].own))))
            return false;
    }
    return true;
}

void ConflictDialog::refresh() {
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(isComplete());
    const std::string text = m_preview(choices());
    const std::string diff = catalog::unifiedDiff(m_disk, text, "episode");
    const qsizetype body = QString::fromStdString(diff).indexOf(QLatin1String("@@"));
    m_diff->setPlainText(diff.empty() ? tr("Nothing: the file on the disk stays as it is.")
                                      : QString::fromStdString(diff).mid(std::max<qsizetype>(body, 0)));
}

} // namespace app
