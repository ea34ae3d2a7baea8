// SPDX-License-Identifier: MIT
#include "app/recovery/overwritesdialog.h"

#include "app/widgets/notehighlighter.h"
#include "catalog/unifieddiff.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int indexRole = Qt::UserRole;

/// A value on one line, for a cell.
QString cell(const catalog::Overwrite& one, const std::string& value) {
    constexpr int longest = 120;
    return catalog::placeText(one.place, value).simplified().left(longest);
}

std::string lines(const catalog::Overwrite& one, const std::string& value) {
    return catalog::placeText(one.place, value).toStdString() + '\n';
}

} // namespace

OverwritesDialog::OverwritesDialog(std::vector<catalog::Overwrite> overwrites, const Namer& nameOf,
                                   QWidget* parent)
    : QDialog(parent)
    , m_overwrites(std::move(overwrites))
    , m_tree(new QTreeWidget)
    , m_values(new QPlainTextEdit) {
    setObjectName(QStringLiteral("overwritesDialog"));
    setWindowTitle(tr("Changes That Were Undone"));
    resize(QSize(900, 520).boundedTo(parent ? parent->size() : QSize(900, 520)));
    build();
    fill(nameOf);
    count();
}

void OverwritesDialog::build() {
    auto* words =
        new QLabel(tr("Another program wrote these files and put other values where yours were saved. "
                      "Taken back, yours become unsaved changes, in one step that can be undone."));
    words->setObjectName(QStringLiteral("overwritesWords"));
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    m_tree->setObjectName(QStringLiteral("overwritesTree"));
    m_tree->setAccessibleName(tr("What was undone"));
    m_tree->setHeaderLabels({tr("Episode"), tr("Field"), tr("Yours"), tr("Now in the file")});
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_values->setObjectName(QStringLiteral("overwritesDiff"));
    m_values->setAccessibleName(tr("Both values"));
    m_values->setReadOnly(true);
    m_values->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    new DiffHighlighter(*m_values);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_tree);
    splitter->addWidget(m_values);
    splitter->setChildrenCollapsible(false);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_reapply = buttons->addButton(tr("Re-&apply"), QDialogButtonBox::AcceptRole);
    m_reapply->setObjectName(QStringLiteral("reapplyButton"));
    m_letBe = buttons->addButton(tr("&Let It Be"), QDialogButtonBox::ActionRole);
    m_letBe->setObjectName(QStringLiteral("letBeButton"));
    auto* goTo = buttons->addButton(tr("&Go There"), QDialogButtonBox::ActionRole);
    goTo->setObjectName(QStringLiteral("goThereButton"));
    m_reapply->setDefault(true);
    for (QPushButton* other : {m_letBe, goTo, buttons->button(QDialogButtonBox::Close)})
        other->setAutoDefault(false);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addWidget(splitter, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_reapply, &QPushButton::clicked, this, [this] {
        emit reapplyRequested(ticked());
        accept();
    });
    connect(m_letBe, &QPushButton::clicked, this, [this] {
        emit letBeRequested(ticked());
        accept();
    });
    connect(goTo, &QPushButton::clicked, this, [this] {
        if (const auto* item = m_tree->currentItem())
            emit goToRequested(m_overwrites[item->data(0, indexRole).toULongLong()]);
        reject();
    });
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &OverwritesDialog::showValues);
    connect(m_tree, &QTreeWidget::itemChanged, this, &OverwritesDialog::count);
}

void OverwritesDialog::fill(const Namer& nameOf) {
    const QSignalBlocker blocker(m_tree);
    for (std::size_t i = 0; i < m_overwrites.size(); ++i) {
        const catalog::Overwrite& one = m_overwrites[i];
        auto* item = new QTreeWidgetItem(m_tree, {nameOf(one.path), catalog::placeName(one.place),
                                                  cell(one, one.mine), cell(one, one.theirs)});
        item->setToolTip(0, one.path);
        item->setCheckState(0, Qt::Checked);
        item->setData(0, indexRole, static_cast<qulonglong>(i));
    }
    constexpr int widest = 260; // pixels
    for (const int column : {0, 1, 2}) {
        m_tree->resizeColumnToContents(column);
        m_tree->setColumnWidth(column, std::min(m_tree->columnWidth(column), widest));
    }
    m_tree->setCurrentItem(m_tree->topLevelItem(0));
    showValues();
}

void OverwritesDialog::showValues() {
    const QTreeWidgetItem* item = m_tree->currentItem();
    if (!item)
        return m_values->clear();
    const catalog::Overwrite& one = m_overwrites[item->data(0, indexRole).toULongLong()];
    const std::string diff =
        catalog::unifiedDiff(lines(one, one.mine), lines(one, one.theirs), one.path.toStdString());
    m_values->setPlainText(tr("From yours to what stands in the file now:") + QLatin1String("\n\n") +
                           QString::fromStdString(diff));
}

std::vector<catalog::Overwrite> OverwritesDialog::ticked() const {
    std::vector<catalog::Overwrite> found;
    for (int row = 0; row < m_tree->topLevelItemCount(); ++row)
        if (const auto* item = m_tree->topLevelItem(row); item->checkState(0) == Qt::Checked)
            found.push_back(m_overwrites[item->data(0, indexRole).toULongLong()]);
    return found;
}

void OverwritesDialog::count() {
    const bool any = !ticked().empty();
    m_reapply->setEnabled(any);
    m_letBe->setEnabled(any);
}

} // namespace app
