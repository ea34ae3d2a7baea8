// SPDX-License-Identifier: MIT
#include "app/dialogs/pastecellsdialog.h"

#include "app/actions.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <set>

namespace app {

namespace {

enum Column { Episode, Field, Now, After, ColumnCount };

/// Nobody reads more lines, and each costs time before the dialog opens.
constexpr std::size_t shownLines = 2'000;
constexpr qsizetype shownCharacters = 200;

QString shortened(QString text) {
    return text.replace(QLatin1Char('\n'), QChar(0x21B5)).left(shownCharacters);
}

} // namespace

PasteCellsDialog::PasteCellsDialog(const catalog::Catalog& catalog, const models::CellPlan& plan,
                                   QWidget* parent)
    : QDialog(parent)
    , m_catalog(catalog)
    , m_plan(plan)
    , m_list(new QTreeWidget) {
    setObjectName(QStringLiteral("pasteCellsDialog"));
    setWindowTitle(tr("Paste into Cells"));
    m_list->setObjectName(QStringLiteral("pasteCellsList"));
    m_list->setAccessibleName(tr("What would change, and what is left out"));
    m_list->setHeaderLabels({tr("Episode"), tr("Field"), tr("Now"), tr("After")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    fillList();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("pasteCellsCancelButton"));
    auto* paste = buttons->addButton(tr("&Paste"), QDialogButtonBox::AcceptRole);
    paste->setObjectName(QStringLiteral("pasteCellsButton"));
    paste->setEnabled(!plan.changes.empty());
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(buildWords());
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    resize(900, 480);
}

QWidget* PasteCellsDialog::buildWords() {
    std::set<catalog::EpisodeId> episodes;
    for (const models::CellChange& change : m_plan.changes)
        episodes.insert(change.episode);
    QStringList words{m_plan.changes.empty()
                          ? tr("No cell would change.")
                          : tr("%1 of %2 would change; it is one undo step.")
                                .arg(tr("%n cell(s)", nullptr, static_cast<int>(m_plan.changes.size())),
                                     tr("%n episode(s)", nullptr, static_cast<int>(episodes.size())))};
    words += leftOut();
    auto* label = new QLabel(words.join(QLatin1Char('\n')));
    label->setObjectName(QStringLiteral("pasteCellsWords"));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

QStringList PasteCellsDialog::leftOut() const {
    QStringList words;
    if (!m_plan.refusals.empty())
        words += tr("%n cell(s) cannot hold what was copied and are left out.", nullptr,
                    static_cast<int>(m_plan.refusals.size()));
    if (m_plan.rowsTooMany > 0)
        words += tr("%n row(s) are left out: the table has no more episodes.", nullptr, m_plan.rowsTooMany);
    if (m_plan.columnsTooMany > 0)
        words += tr("%n column(s) are left out: the table shows no more.", nullptr, m_plan.columnsTooMany);
    if (!m_plan.columnsNoText.isEmpty())
        words += tr("Left out, because no text can change them: %1.")
                     .arg(m_plan.columnsNoText.join(QStringLiteral(", ")));
    return words;
}

void PasteCellsDialog::fillList() {
    QList<QTreeWidgetItem*> items;
    const auto add = [&](catalog::EpisodeId id, const catalog::Field& field, const QString& now,
                         const QString& after) {
        const catalog::Summary& summary = m_catalog.episode(id).summary();
        items += new QTreeWidgetItem({tr("%1 %2").arg(summary.show, summary.number), catalog::labelOf(field),
                                      shortened(now), shortened(after)});
        return items.constLast();
    };
    for (const models::CellRefusal& refusal : m_plan.refusals) {
        if (static_cast<std::size_t>(items.size()) >= shownLines)
            break;
        QTreeWidgetItem* item =
            add(refusal.episode, *refusal.field, refusal.before, tr("Left out: %1").arg(refusal.why));
        item->setIcon(Episode, themeIcon("dialog-warning"));
        item->setToolTip(After, refusal.why.toHtmlEscaped());
    }
    for (const models::CellChange& change : m_plan.changes) {
        if (static_cast<std::size_t>(items.size()) >= shownLines)
            break;
        add(change.episode, *change.field, change.before,
            change.after.isEmpty() ? tr("empty") : change.after);
    }
    m_list->addTopLevelItems(items);
    const std::size_t all = m_plan.changes.size() + m_plan.refusals.size();
    if (all > shownLines)
        m_list->addTopLevelItem(
            new QTreeWidgetItem({tr("… and %n more", nullptr, static_cast<int>(all - shownLines))}));
    for (const Column column : {Episode, Field})
        m_list->resizeColumnToContents(column);
    m_list->header()->resizeSection(Now, 280);
}

} // namespace app
