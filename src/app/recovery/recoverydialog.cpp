// SPDX-License-Identifier: MIT
#include "app/recovery/recoverydialog.h"

#include "app/widgets/notehighlighter.h"
#include "catalog/unifieddiff.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace app {

namespace {

constexpr int indexRole = Qt::UserRole;
enum Column { EpisodeColumn, FileColumn, WhenColumn, StateColumn };

QString diffOf(const std::string& before, const std::string& after, const LostText& lost) {
    return QString::fromStdString(catalog::unifiedDiff(before, after, lost.path.toStdString()));
}

} // namespace

bool isChangedSince(const LostText& lost, const catalog::Catalog& catalog) {
    return lost.base && catalog.contains(lost.episode) &&
           catalog.episode(lost.episode).savedText() != *lost.base;
}

RecoveryDialog::RecoveryDialog(const catalog::Catalog& catalog, std::vector<LostText> lost, Doer doer,
                               QWidget* parent)
    : QDialog(parent)
    , m_catalog(catalog)
    , m_lost(std::move(lost))
    , m_doer(std::move(doer))
    , m_tree(new QTreeWidget)
    , m_diff(new QPlainTextEdit)
    , m_words(new QLabel) {
    setObjectName(QStringLiteral("recoveryDialog"));
    setWindowTitle(tr("Unsaved Work Found"));
    resize(QSize(940, 580).boundedTo(parent ? parent->size() : QSize(940, 580)));
    build();
    fill();
    count();
}

void RecoveryDialog::build() {
    m_words->setObjectName(QStringLiteral("recoveryWords"));
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_tree->setObjectName(QStringLiteral("recoveryTree"));
    m_tree->setAccessibleName(tr("Unsaved episodes"));
    m_tree->setHeaderLabels({tr("Episode"), tr("File"), tr("When"), tr("State")});
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_diff->setObjectName(QStringLiteral("recoveryDiff"));
    m_diff->setAccessibleName(tr("What is not in the file"));
    m_diff->setReadOnly(true);
    m_diff->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    new DiffHighlighter(*m_diff);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_tree);
    splitter->addWidget(m_diff);
    splitter->setSizes({200, 320});
    splitter->setChildrenCollapsible(false);
    auto* buttons = new QDialogButtonBox;
    m_discard = buttons->addButton(tr("&Discard…"), QDialogButtonBox::DestructiveRole);
    m_discard->setObjectName(QStringLiteral("discardButton"));
    auto* later = buttons->addButton(tr("&Later"), QDialogButtonBox::RejectRole);
    later->setObjectName(QStringLiteral("laterButton"));
    later->setToolTip(tr("Keep everything here and ask again when the catalogue is opened next"));
    m_restore = buttons->addButton(tr("&Restore"), QDialogButtonBox::ActionRole);
    m_restore->setObjectName(QStringLiteral("restoreButton"));
    m_restore->setDefault(true);
    for (QPushButton* other : {m_discard, later})
        other->setAutoDefault(false); // Return never discards
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_words);
    layout->addWidget(splitter, 1);
    layout->addWidget(buttons);
    connect(m_discard, &QPushButton::clicked, this, &RecoveryDialog::discard);
    connect(m_restore, &QPushButton::clicked, this, &RecoveryDialog::restore);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &RecoveryDialog::showDiff);
    connect(m_tree, &QTreeWidget::itemChanged, this, [this](const QTreeWidgetItem* item) {
        tickOnlyOne(item);
        count();
    });
}

QString RecoveryDialog::stateOf(const LostText& lost) const {
    if (!m_catalog.contains(lost.episode))
        return tr("The file is gone");
    if (lost.origin == LostText::Origin::Save)
        return tr("Left by an interrupted save");
    return isChangedSince(lost, m_catalog) ? tr("The file was changed since") : tr("The file is as it was");
}

void RecoveryDialog::fill() {
    const QSignalBlocker blocker(m_tree);
    std::vector<catalog::EpisodeId> seen;
    for (std::size_t i = 0; i < m_lost.size(); ++i) {
        const LostText& lost = m_lost[i];
        QString name = lost.path;
        const bool isThere = m_catalog.contains(lost.episode);
        if (isThere) {
            const catalog::Summary& summary = m_catalog.episode(lost.episode).summary();
            const QString show = m_catalog.registry().shows.value(summary.show).name;
            name = QStringLiteral("%1 %2 · %3")
                       .arg(show.isEmpty() ? summary.show : show, summary.number, summary.title);
        }
        const QString when = QLocale().toString(lost.when.toLocalTime(), QLocale::ShortFormat);
        auto* item = new QTreeWidgetItem(m_tree, {name, lost.path, when, stateOf(lost)});
        item->setData(0, indexRole, static_cast<qulonglong>(i));
        const bool isNewest = std::find(seen.begin(), seen.end(), lost.episode) == seen.end();
        // What would take back somebody's newer changes is looked at first.
        const bool isSafe = isThere && isNewest && !isChangedSince(lost, m_catalog);
        item->setCheckState(0, isSafe ? Qt::Checked : Qt::Unchecked);
        seen.push_back(lost.episode);
    }
    for (const int column : {EpisodeColumn, FileColumn, WhenColumn})
        m_tree->resizeColumnToContents(column);
    constexpr int widest = 380; // pixels; a long title leaves room for the rest
    if (m_tree->columnWidth(EpisodeColumn) > widest)
        m_tree->setColumnWidth(EpisodeColumn, widest);
    m_tree->setCurrentItem(m_tree->topLevelItem(0));
    m_tree->setFocus();
    showDiff();
}

const LostText& RecoveryDialog::lostOf(const QTreeWidgetItem& item) const {
    return m_lost[item.data(0, indexRole).toULongLong()];
}

void RecoveryDialog::showDiff() {
    const QTreeWidgetItem* item = m_tree->currentItem();
    if (!item)
        return m_diff->clear();
    const LostText& lost = lostOf(*item);
    if (!m_catalog.contains(lost.episode))
        return m_diff->setPlainText(
            tr("The file is no longer there. This is its unsaved text; it can be copied from here.") +
            QLatin1String("\n\n") + QString::fromStdString(lost.text));
    const std::string& disk = m_catalog.episode(lost.episode).savedText();
    if (!isChangedSince(lost, m_catalog))
        return m_diff->setPlainText(diffOf(disk, lost.text, lost));
    m_diff->setPlainText(
        tr("The file was changed since. Restoring brings both together: your changes go into the file as it "
           "is now, and where both changed the same you are asked. Nothing is written before you save.") +
        QLatin1String("\n\n") + tr("Against the file as it is now:") + QLatin1Char('\n') +
        diffOf(disk, lost.text, lost) + QLatin1Char('\n') + tr("What you had changed then:") +
        QLatin1Char('\n') + diffOf(*lost.base, lost.text, lost));
}

/// An episode can have one text only.
void RecoveryDialog::tickOnlyOne(const QTreeWidgetItem* ticked) {
    if (ticked->checkState(0) != Qt::Checked || !lostOf(*ticked).episode.isValid())
        return;
    const QSignalBlocker blocker(m_tree);
    for (int row = 0; row < m_tree->topLevelItemCount(); ++row) {
        QTreeWidgetItem* item = m_tree->topLevelItem(row);
        if (item != ticked && lostOf(*item).episode == lostOf(*ticked).episode)
            item->setCheckState(0, Qt::Unchecked);
    }
}

std::vector<LostText> RecoveryDialog::ticked() const {
    std::vector<LostText> found;
    for (int row = 0; row < m_tree->topLevelItemCount(); ++row)
        if (const QTreeWidgetItem* item = m_tree->topLevelItem(row); item->checkState(0) == Qt::Checked)
            found.push_back(lostOf(*item));
    return found;
}

void RecoveryDialog::count() {
    const auto chosen = ticked();
    const bool canAll = std::all_of(chosen.begin(), chosen.end(), [this](const LostText& lost) {
        return m_catalog.contains(lost.episode);
    });
    m_words->setText(tr("%n text(s) were not saved when the program ended. Restore makes the ticked ones "
                        "unsaved changes again, in one step that can be undone.",
                        nullptr, static_cast<int>(m_lost.size())));
    m_restore->setEnabled(!chosen.empty() && canAll);
    m_restore->setToolTip(canAll ? QString() : tr("A file that is gone cannot be changed"));
    m_discard->setEnabled(!chosen.empty());
}

void RecoveryDialog::removeTicked() {
    for (int row = m_tree->topLevelItemCount() - 1; row >= 0; --row)
        if (m_tree->topLevelItem(row)->checkState(0) == Qt::Checked)
            delete m_tree->takeTopLevelItem(row);
    if (m_tree->topLevelItemCount() == 0)
        return accept();
    m_tree->setCurrentItem(m_tree->topLevelItem(0));
    count();
}

void RecoveryDialog::restore() {
    if (m_doer.restore(ticked()))
        removeTicked();
}

void RecoveryDialog::discard() {
    const auto chosen = ticked();
    QMessageBox box(this);
    box.setObjectName(QStringLiteral("discardDialog"));
    box.setIcon(QMessageBox::Warning);
    box.setWindowTitle(tr("Discard Unsaved Work"));
    box.setTextFormat(Qt::PlainText);
    box.setText(tr("Discard %n unsaved text(s) for good?", nullptr, static_cast<int>(chosen.size())));
    box.setInformativeText(tr("They are nowhere else. The files stay as they are."));
    auto* yes = box.addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    yes->setObjectName(QStringLiteral("discardForGoodButton"));
    auto* cancel = box.addButton(QMessageBox::Cancel);
    box.setDefaultButton(cancel);
    box.setEscapeButton(cancel);
    box.exec();
    if (box.clickedButton() == yes && m_doer.discard(chosen))
        removeTicked();
}

} // namespace app
